/** What the history shows of the computer's own clock: that it was set back or forward between two runs. */
import type { Snapshot } from './snapshot.ts';

/** Before this there was no techsupport: the clock had not been set yet. */
const EARLIEST_MS = Date.UTC(2026, 0, 1);

export const isClockSet = ({ at }: Pick<Snapshot, 'at'>): boolean => Date.parse(at) >= EARLIEST_MS;

export type ClockJump = 'back' | 'forward';

/** Clocks are corrected by seconds every day. */
const TOLERANCE_MS = 5 * 60_000;

/** A restart explains a later start of the system, but not one before the run that came first. */
export const jumpBetween = (
  before: Pick<Snapshot, 'at' | 'upSeconds'>,
  after: Pick<Snapshot, 'at' | 'upSeconds'>,
): ClockJump | undefined => {
  const [first, second] = [Date.parse(before.at), Date.parse(after.at)];
  if (second < first - TOLERANCE_MS) return 'back';
  if (before.upSeconds <= 0 || after.upSeconds <= 0) return undefined;
  const [start, laterStart] = [first - before.upSeconds * 1000, second - after.upSeconds * 1000];
  if (laterStart < start - TOLERANCE_MS) return 'back';
  const isSameStart = laterStart < first - TOLERANCE_MS;
  return isSameStart && laterStart > start + TOLERANCE_MS ? 'forward' : undefined;
};
