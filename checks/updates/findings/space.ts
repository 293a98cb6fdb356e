/** Updates that failed for lack of space, by what was recorded at the time. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import type { Messages } from '../messages.en.ts';
import type { UpdateFacts } from '../probe.ts';
import type { UpdateSettings } from '../settings.ts';
import { dateText, isWithin } from '../when.ts';
import { openAttempts } from './attempts.ts';

/** ERROR_DISK_FULL, and setup's own for an upgrade that found too little room. */
const NO_ROOM: ReadonlySet<string> = new Set(['0x80070070', '0xc190020e']);

export const spaceFindings = (facts: UpdateFacts, settings: UpdateSettings): readonly Finding<Messages>[] => [
  ...aptFindings(facts, settings),
  ...loggedFindings(facts, settings),
  ...windowsFindings(facts, settings),
];

/** The last run counts: a later one that went through has put it right. */
const aptFindings = (facts: UpdateFacts, { failureDays }: UpdateSettings): readonly Finding<Messages>[] => {
  const { aptLog } = facts;
  const last = aptLog.status === 'ok' ? aptLog.value.at(-1) : undefined;
  if (last === undefined || !last.ranOutOfSpace) return [];
  if (!isWithin(failureDays, parseIsoTime(last.startedAt.replace(/\s+/, ' ')), facts)) return [];
  return [
    {
      code: 'updates/insufficient-space',
      severity: 'critical',
      params: { at: last.startedAt, update: '', code: '' },
      evidence: [aptLog.from],
    },
  ];
};

/** dnf and macOS write it into their logs; what was installed afterwards clears it. */
const loggedFindings = (
  facts: UpdateFacts,
  { failureDays }: UpdateSettings,
): readonly Finding<Messages>[] => {
  const { dnfLog, macInstallLog } = facts;
  const mac =
    macInstallLog.status === 'ok'
      ? macInstallLog.value.failures.find(({ kind }) => kind === 'space')
      : undefined;
  const times = [
    { atMs: dnfLog.status === 'ok' ? dnfLog.value.ranOutOfSpaceMs : null, from: dnfLog.from },
    { atMs: mac?.atMs ?? null, from: macInstallLog.from },
  ];
  return times
    .filter(({ atMs }) => isWithin(failureDays, atMs, facts))
    .map(({ atMs, from }) => ({
      code: 'updates/insufficient-space',
      severity: 'critical',
      params: { at: dateText(atMs ?? 0), update: '', code: '' },
      evidence: [from],
    }));
};

const windowsFindings = (facts: UpdateFacts, { failureDays }: UpdateSettings): readonly Finding<Messages>[] =>
  openAttempts(facts)
    .filter(({ code, at }) => NO_ROOM.has(code) && isWithin(failureDays, parseIsoTime(at), facts))
    .slice(0, 1)
    .map(({ kb, code, at, title }) => ({
      code: 'updates/insufficient-space',
      severity: 'critical',
      params: { at: at.slice(0, 10), update: kb ?? title, code },
      evidence: [facts.windowsHistory.from],
    }));
