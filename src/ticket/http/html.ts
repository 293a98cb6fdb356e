/** The text of what others wrote as HTML. It is only ever shown as text, so a tag that is missed does no harm. */

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

export const textOfHtml = (html: string): string =>
  entities(
    html
      .slice(0, 512 * 1024)
      .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])\s*>/gi, '\n')
      .replace(/<[^<>]{0,2000}>/g, ''),
  )
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** GLPI keeps the signs of its HTML as entities once more. */
export const entities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code === undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
