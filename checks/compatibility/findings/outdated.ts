/** Newer versions of installed programs: a remark. Who could not be asked has nothing to offer, and no trouble is unseen. */
import type { Finding, Reading } from '../../../src/contract.ts';
import { upgradeSize } from '../../../src/sources/apt.ts';
import type { Messages } from '../messages.en.ts';
import type { Outcome } from '../outcome.ts';
import type { CompatibilityFacts } from '../probe.ts';

/** So many are named, the rest is counted. */
const NAMED = 8;

export const diagnoseOutdated = (facts: CompatibilityFacts): Outcome => {
  const apt = facts.get(upgradeSize('apt'));
  return {
    findings: [
      ...(apt.status === 'ok' && apt.value.packages > 0
        ? [newer(apt.value.packages, [], 'apt', apt.from)]
        : []),
      ...listed('flatpak', facts.flatpakUpdates),
      ...listed('snap', facts.snapUpdates),
      ...listed('winget', facts.wingetUpdates),
      ...listed('Homebrew', facts.brewOutdated),
    ],
  };
};

const listed = (from: string, reading: Reading<readonly string[]>): readonly Finding<Messages>[] =>
  reading.status === 'ok' && reading.value.length > 0
    ? [newer(reading.value.length, reading.value.slice(0, NAMED), from, reading.from)]
    : [];

const newer = (
  count: number,
  names: readonly string[],
  from: string,
  ...evidence: readonly string[]
): Finding<Messages> => ({
  code: 'compatibility/app-outdated',
  severity: 'info',
  subject: from,
  params: { count, names, from },
  evidence,
});
