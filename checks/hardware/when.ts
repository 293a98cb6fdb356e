/** How long ago an event was. */
import { DAY_MS, parseIsoTime } from '../../src/sources/calendar.ts';

/** Whether it was in the last days; an event of the future, by a clock that was wrong, was not. */
export const isWithin = (iso: string, nowMs: number, days: number): boolean => {
  const at = parseIsoTime(iso);
  return at !== null && nowMs - at <= days * DAY_MS && at - nowMs <= DAY_MS;
};
