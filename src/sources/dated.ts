/** Data that ages: dates of support, tables of error codes, where drivers are to be had. */
import type { Raw, Reading, Unknown } from '../contract.ts';
import { DAY_MS, parseIsoTime } from './calendar.ts';

/** Older data give no verdict. */
const MAX_AGE_DAYS = 180;

/**
 * Why a table with its date (`2026-11-24`) gives no verdict by this clock; nothing when it may be
 * used. A clock that stands before the table was made cannot tell its age.
 */
export const outdated = (asOf: string, reading: Reading<Raw['clock']>): Unknown | undefined => {
  if (reading.status !== 'ok') return { source: reading.from, reason: reading.status, why: reading.why };
  const ageDays = Math.floor((reading.value.epochMs - (parseIsoTime(asOf) ?? Number.NaN)) / DAY_MS);
  if (ageDays >= 0 && ageDays <= MAX_AGE_DAYS) return undefined;
  const why =
    ageDays < 0
      ? `the clock stands before ${asOf}, the date of the data`
      : `the data are of ${asOf}, ${ageDays} days old: a newer techsupport knows more`;
  return { source: reading.from, reason: 'failed', why };
};
