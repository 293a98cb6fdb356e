/** Points in time, as text to numbers. */

/** ISO 8601 with its zone to milliseconds, without a clock or a calendar of the runtime. */
export const epochMsOf = (iso: string): number | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/.exec(
    iso,
  );
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, fraction = 0, sign, zoneHour = 0, zoneMinute = 0] = found;
  const days = daysSince1970(Number(year), Number(month), Number(day));
  const east = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1);
  const minutes = (days * 24 + Number(hour)) * 60 + Number(minute) - east;
  return minutes * 60_000 + Math.round((Number(second) + Number(fraction)) * 1000);
};

/** Howard Hinnant's days_from_civil, for years from 1970 on. */
const daysSince1970 = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
};
