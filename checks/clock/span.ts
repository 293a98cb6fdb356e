/** How far a clock is off, in the largest unit that fits. */

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
