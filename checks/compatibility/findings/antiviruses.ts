/** Two antiviruses at once, each of which looks into every file that the other one opens. */
import type { Finding } from '../../../src/contract.ts';
import { processes } from '../../../src/sources/processes.ts';
import { linuxAntiviruses, macAntiviruses } from '../data/antiviruses.ts';
import type { Messages } from '../messages.en.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { CompatibilityFacts } from '../probe.ts';
import { systemOf } from '../situation.ts';

export const diagnoseAntiviruses = (facts: CompatibilityFacts): Outcome => {
  const system = systemOf(facts);
  if (system === null) return NOTHING;
  const { windowsAntiviruses, macSecurityExtensions } = facts;
  if (system === 'windows') {
    if (windowsAntiviruses.status !== 'ok') return missed(windowsAntiviruses);
    const on = windowsAntiviruses.value.filter(({ isOn, isOwn }) => isOn && !isOwn);
    return told(
      on.map(({ name }) => name),
      system,
      windowsAntiviruses.from,
    );
  }
  const reading = system === 'macos' ? macSecurityExtensions : facts.get(processes);
  if (reading.status !== 'ok') return missed(reading);
  const names = reading.value.map((one) => (typeof one === 'string' ? one : one.name));
  const known = system === 'macos' ? macAntiviruses : linuxAntiviruses;
  return told(
    names.flatMap((name) => known.find(([mark]) => mark.test(name))?.[1] ?? []),
    system,
    reading.from,
  );
};

const told = (
  names: readonly string[],
  system: 'linux' | 'windows' | 'macos',
  ...evidence: readonly string[]
): Outcome => {
  // One product may have several programs.
  const different = [...new Set(names)];
  if (different.length < 2) return NOTHING;
  return {
    findings: [
      {
        code: 'compatibility/two-antiviruses',
        severity: 'warning',
        params: { names: different, system },
        evidence,
      } satisfies Finding<Messages>,
    ],
  };
};
