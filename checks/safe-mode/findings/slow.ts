/** Linux: a start that took long, and what took it. */
import type { Finding } from '../../../src/contract.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import type { Messages } from '../messages.en.ts';
import { type SafeModeFacts, userspaceMs } from '../probe.ts';
import { blame, type Slow } from '../reads/times.ts';
import type { SafeModeSettings } from '../settings.ts';

type Found = Finding<Messages>;

/** They wait for a person, or for everything else. */
const WAITS_FOR_PERSON =
  /^(?:systemd-cryptsetup@.*|systemd-ask-password-.*|initial-setup.*|plymouth-start)\.service$/;
const WAITS_FOR_ALL =
  /^(?:plymouth-quit-wait|plymouth-quit|systemd-update-utmp.*|.*\.target)$|^plymouth-quit(?:-wait)?\.service$/;
/** Of devices it is told when they appeared, not how long anything took. */
const NO_WORK = /\.(?:device|target|slice|scope)$/;

const MOST_NAMED = 3;

export const slowFindings = (
  facts: SafeModeFacts,
  { warnUserspaceS }: SafeModeSettings,
): readonly Found[] => {
  const ms = userspaceMs(facts);
  if (ms === null || ms <= warnUserspaceS * 1000) return [];
  const told = facts.get(blame('all'));
  const all: readonly Slow[] = told.status === 'ok' ? told.value : [];
  const waitedMs = Math.max(0, ...all.filter(({ unit }) => WAITS_FOR_PERSON.test(unit)).map((one) => one.ms));
  if (ms - waitedMs <= warnUserspaceS * 1000) return [];
  const slowest = all
    .filter(({ unit }) => !WAITS_FOR_PERSON.test(unit) && !WAITS_FOR_ALL.test(unit) && !NO_WORK.test(unit))
    .slice(0, MOST_NAMED);
  return [
    {
      code: 'safe-mode/slow-start',
      // A virtual machine starts as fast as its host lets it.
      severity: machineOf(facts).virtual === null ? 'warning' : 'info',
      params: {
        on: 'linux',
        seconds: Math.round((ms - waitedMs) / 1000),
        afterSeconds: null,
        slowest: slowest.map(({ unit, ms: took }) => ({ name: unit, seconds: Math.round(took / 1000) })),
      },
      evidence: [facts.bootMarks.status === 'ok' ? facts.bootMarks.from : told.from],
    },
  ];
};
