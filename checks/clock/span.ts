/** Spans, days and offsets in words. */

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** `400 days`, `90 minutes`, with a no-break space: in the largest unit of which there are two. */
export const spanText = (language: 'en' | 'ru', seconds: number): string => {
  const size = Math.abs(seconds);
  const { unit, seconds: per } = UNITS.find((one) => size >= 2 * one.seconds) ?? UNITS[3];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
    useGrouping: false,
  })
    .format(Math.round(size / per))
    .replace(' ', '\u00a0');
};

/** `1 January 2000`, `1 января 2000 г.`, by UTC. */
export const dayText = (language: 'en' | 'ru', epochMs: number): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', { timeZone: 'UTC', dateStyle: 'long' })
    .format(epochMs)
    .replaceAll(' ', '\u00a0');

/** `+02:00`, `−03:30`. */
export const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};
