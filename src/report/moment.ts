/** A moment as a person names it: a date, a date and a time, or how long ago: `36h`, `7d`. */

const UNITS_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** Undefined for what is none of these, is not yet, or is before 1970. Without a zone it is local time. */
export const momentOf = (text: string, nowMs: number): Date | undefined => {
  const [, amount, unit = ''] = /^(\d{1,6}) ?([mhdw])$/.exec(text) ?? [];
  const at =
    amount !== undefined
      ? nowMs - Number(amount) * (UNITS_MS[unit] ?? Number.NaN)
      : ISO.test(text)
        ? Date.parse(text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T'))
        : Number.NaN;
  return at <= nowMs && (amount !== undefined || at >= 0) ? new Date(Math.max(at, 0)) : undefined;
};

/** `5MB`, `500 kB`, `300000`: bytes, of a thousand and not of 1024. */
export const bytesOf = (text: string): number | undefined => {
  const [, amount, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?(k|kB|M|MB|G|GB|B)?$/i.exec(text) ?? [];
  const factor = { k: 1e3, m: 1e6, g: 1e9 }[unit.slice(0, 1).toLowerCase()] ?? 1;
  const bytes = Math.floor(Number(amount) * factor);
  return bytes > 0 ? bytes : undefined;
};
