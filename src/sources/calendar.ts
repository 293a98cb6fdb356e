/** Dates without the runtime's clock and time zone. */

export const DAY_MS = 86_400_000;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Milliseconds since 1970 of an ISO 8601 date (`2026-11-24`) or time; null for anything else. Without an
 * offset it is taken as UTC.
 */
export const parseIsoTime = (text: string): number | null => {
  const [whole, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z'] =
    ISO.exec(text) ?? [];
  if (whole === undefined) return null;
  const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m - 1) || h > 23 || min > 59 || s > 60) return null;
  const days = daysBefore(y, m - 1) + d - 1;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return days * DAY_MS + ((h * 60 + min) * 60 + s) * 1000 + ms - offsetMs(offset);
};

/** `+02:00`, `-0330`, `Z`. */
const offsetMs = (text: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -size : size;
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; months count from 0. */
export const daysIn = (year: number, month: number): number =>
  month === 1 && isLeap(year) ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0);

/** Days from 1 January 1970 to the first of that month, in the Gregorian calendar. */
export const daysBefore = (year: number, month: number): number => {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  const wholeMonths = Array.from({ length: month }, (_, at) => daysIn(year, at)).reduce(
    (sum, days) => sum + days,
    0,
  );
  return (year - 1970) * 365 + leapDays + wholeMonths;
};

/** `2026-11-24T10:12:13Z`; of a time from 1970 on. */
export const isoOf = (ms: number): string => {
  let days = Math.floor(ms / DAY_MS);
  const seconds = Math.floor((ms - days * DAY_MS) / 1000);
  let year = 1970 + Math.floor(days / 366);
  while (daysBefore(year + 1, 0) <= days) year++;
  days -= daysBefore(year, 0);
  let month = 0;
  while (days >= daysIn(year, month)) days -= daysIn(year, month++);
  const two = (number: number): string => String(number).padStart(2, '0');
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => two(Math.floor(part)));
  return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(days + 1)}T${clock.join(':')}Z`;
};
