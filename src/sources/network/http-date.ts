/** The `Date` header of HTTP answers. */
import { DAY_MS, daysBefore, daysIn } from '../calendar.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const IMF_FIXDATE = /^([A-Z][a-z]{2}), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;

/**
 * Milliseconds since 1970 of an RFC 9110 IMF-fixdate; null for anything else. The obsolete forms are not
 * read: they leave the century open, and servers have not sent them since HTTP/1.0.
 */
export const parseHttpDate = (text: string): number | null => {
  const [, weekday = '', dayText, monthName = '', yearText, ...clock] = IMF_FIXDATE.exec(text) ?? [];
  const [hour = Number.NaN, minute = Number.NaN, second = Number.NaN] = clock.map(Number);
  const [day, year, month] = [Number(dayText), Number(yearText), MONTHS.indexOf(monthName)];
  if (month < 0 || !(day >= 1 && day <= daysIn(year, month))) return null;
  // A leap second is written as :60.
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return null;
  const days = daysBefore(year, month) + day - 1;
  if (DAYS[(((days + EPOCH_WEEKDAY) % 7) + 7) % 7] !== weekday) return null;
  return days * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
};
