/** How long ago something was, by the machine's own clock. */
import { DAY_MS } from '../../src/sources/calendar.ts';
import type { UpdateFacts } from './probe.ts';

/** Null where the clock or the time is not known, or the time is yet to come. */
export const daysSince = (atMs: number | null, { clock }: Pick<UpdateFacts, 'clock'>): number | null => {
  if (atMs === null || clock.status !== 'ok') return null;
  const days = (clock.value.epochMs - atMs) / DAY_MS;
  // Local times were taken for UTC: most of a day may lie ahead.
  return days < -1 ? null : Math.max(0, Math.floor(days));
};

export const isWithin = (days: number, atMs: number | null, facts: Pick<UpdateFacts, 'clock'>): boolean => {
  const since = daysSince(atMs, facts);
  return since !== null && since < days;
};

/** When this system was started. */
export const startedMs = ({ clock, platform }: Pick<UpdateFacts, 'clock' | 'platform'>): number | null =>
  clock.status === 'ok' && platform.status === 'ok'
    ? clock.value.epochMs - platform.value.bootedSecondsAgo * 1000
    : null;

/** `2026-11-24` */
export const dateText = (atMs: number): string => {
  const days = Math.floor(atMs / DAY_MS);
  // Howard Hinnant's civil_from_days.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const [y, m] = month < 10 ? [yearOfEra + era * 400, month + 3] : [yearOfEra + era * 400 + 1, month - 9];
  return `${y}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
