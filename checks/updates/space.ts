/** Updates that failed for lack of space, by what was recorded at the time. */
import type { Finding } from '../../src/contract.ts';
import { epochMsOf } from '../../src/sources/time.ts';
import type { Messages } from './messages.en.ts';
import type { UpdateFacts } from './probe.ts';
import type { UpdateSettings } from './settings.ts';

const DAY_MS = 24 * 3600 * 1000;

/** ERROR_DISK_FULL, and the two of an upgrade that found too little room. */
const NO_ROOM: ReadonlySet<string> = new Set(['0x80070070', '0xc190020e', '0xc1900200']);

export const spaceFindings = (facts: UpdateFacts, settings: UpdateSettings): readonly Finding<Messages>[] => [
  ...aptFindings(facts, settings),
  ...windowsFindings(facts, settings),
];

/** The last run counts: a later one that went through has put it right. */
const aptFindings = (
  { aptLog, clock }: UpdateFacts,
  settings: UpdateSettings,
): readonly Finding<Messages>[] => {
  const last = aptLog.status === 'ok' ? aptLog.value.at(-1) : undefined;
  if (last === undefined || !last.ranOutOfSpace) return [];
  // Local time taken for UTC: a few hours do not matter among days.
  const at = epochMsOf(`${last.startedAt.replace(/\s+/, 'T')}Z`);
  if (!isRecent(at, clock, settings)) return [];
  return [
    {
      code: 'updates/insufficient-space',
      severity: 'critical',
      params: { at: last.startedAt, update: '', code: '' },
      evidence: [aptLog.from],
    },
  ];
};

const windowsFindings = (
  { windowsHistory, clock }: UpdateFacts,
  settings: UpdateSettings,
): readonly Finding<Messages>[] => {
  if (windowsHistory.status !== 'ok') return [];
  const seen = new Set<string>();
  // Newest first: what was tried again later is judged by that.
  return windowsHistory.value
    .filter(({ kb }) => kb === null || (!seen.has(kb) && seen.add(kb)))
    .filter(
      ({ code, succeeded, at }) =>
        !succeeded && NO_ROOM.has(code) && isRecent(epochMsOf(at), clock, settings),
    )
    .slice(0, 1)
    .map(({ kb, code, at }) => ({
      code: 'updates/insufficient-space' as const,
      severity: 'critical' as const,
      params: { at, update: kb ?? '', code },
      evidence: [windowsHistory.from],
    }));
};

const isRecent = (at: number | null, clock: UpdateFacts['clock'], { failureDays }: UpdateSettings): boolean =>
  at !== null && clock.status === 'ok' && Math.abs(clock.value.epochMs - at) < failureDays * DAY_MS;
