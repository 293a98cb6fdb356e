/** Logs of plain lines: what is older than a moment is cut off. */

/** `[2026-01-02T03:04:05+0200]`, `2026-01-02 03:04:05`, and the headings of apt's logs; in local time where no zone stands. */
const DATED =
  /^\[?(?:Start-Date: |Log started: )?(\d{4}-\d\d-\d\d)[T ] ?(\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?) ?(Z|[+-]\d\d(?::?\d\d)?)?/;

/** Null where the line bears no time. */
export const timeOf = (line: string): number | null => {
  const [, day, time = '', zone = ''] = DATED.exec(line) ?? [];
  if (day === undefined) return null;
  const offset =
    zone === '' || zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2).padStart(2, '0')}`;
  const whole = zone.length === 3 ? `${zone}:00` : offset;
  const at = Date.parse(`${day}T${time.replace(',', '.')}${whole}`);
  return Number.isNaN(at) ? null : at;
};

/** A line without a time belongs to the one before it, those at the top to the first that bears one. */
export const cutLines = (
  text: string,
  fromMs: number,
  timeIn: (line: string) => number | null = timeOf,
): string => {
  const lines = text.split('\n');
  const times = lines.map(timeIn);
  const first = times.find((time) => time !== null);
  if (first === undefined || first === null) return text;
  let isNew = first >= fromMs;
  return lines
    .filter((_, at) => {
      const time = times[at] ?? null;
      if (time !== null) isNew = time >= fromMs;
      return isNew;
    })
    .join('\n');
};
