/** How far a time zone is from UTC. */

/** Minutes east of UTC at that moment; null for a zone that the runtime does not know. */
export const zoneOffsetMinutes = (timeZone: string, epochMs: number): number | null => {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
      epochMs,
    );
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [whole, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
    if (whole === undefined) return null;
    const size = Number(hours) * 60 + Number(minutes);
    return sign === '-' ? -size : size;
  } catch {
    // RangeError: no such zone, or a clock beyond all dates.
    return null;
  }
};
