/** macOS: when it was started, and which of these starts followed nothing. */
import { DAY_MS, daysBefore } from '../../src/sources/calendar.ts';
import type { SafeModeFacts } from './probe.ts';
import type { MacStart } from './reads/macos.ts';

/** Of last(1), newest first, without a year: the latest one that is not in the future. */
const timesOf = (
  starts: readonly MacStart[],
  nowMs: number,
): readonly { kind: MacStart['kind']; ms: number }[] => {
  const year = yearOf(nowMs);
  return starts.map(({ kind, month, day, minute }) => {
    const inYear = (one: number): number => (daysBefore(one, month) + day - 1) * DAY_MS + minute * 60_000;
    // A day ahead: the clock's own zone is not told here.
    return { kind, ms: inYear(year) > nowMs + DAY_MS ? inYear(year - 1) : inYear(year) };
  });
};

const yearOf = (ms: number): number => {
  let year = 1970 + Math.floor(ms / (366 * DAY_MS));
  while (daysBefore(year + 1, 0) * DAY_MS <= ms) year += 1;
  return year;
};

/** Starts before which nothing was shut down. The oldest that is listed cannot be told. */
export const suddenStarts = ({ macStarts, clock }: SafeModeFacts): readonly number[] => {
  if (macStarts.status !== 'ok' || clock.status !== 'ok') return [];
  const all = timesOf(macStarts.value, clock.value.epochMs);
  return all
    .filter(({ kind }, at) => kind === 'reboot' && all[at + 1]?.kind === 'reboot')
    .map(({ ms }) => ms);
};
