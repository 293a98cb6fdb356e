/** What may have become of a text on its way: each reading of it that can be right. Checks tell which is. */

/** Letters and digits of each reading: quote marks, blanks, breaks and dashes stand for nothing. */
export const arrivals = (text: string): readonly string[] => {
  const readings = [text, quotedPrintable(text), ...encodedParts(text)];
  return [
    ...new Set(
      readings
        .flatMap((reading) => [reading, withoutTags(reading)])
        .flatMap((reading) => [reading, withoutHeads(reading)])
        .map((reading) => reading.replace(/[^0-9A-Za-z]+/g, '')),
    ),
  ];
};

/** As a mail is on the wire: `=` at the end joins lines, `=20` is a blank. */
const quotedPrintable = (text: string): string =>
  text.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9A-F]{2})/g, ' ');

/** Of HTML: what is marked or written as an entity is none of our letters. */
const withoutTags = (text: string): string =>
  text.replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ').replace(/&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});?/gi, ' ');

/** Numbers, letters of a list, and initials of who is quoted, where a broken line goes on. */
const withoutHeads = (text: string): string =>
  text.replace(/^[^0-9A-Za-z\n]*(?:\d{1,5}(?![0-9A-Za-z/])|[A-Za-z]{1,3}(?=[>|).]))[^0-9A-Za-z\n]*/gm, '');

/** Parts of a mail in base64: whole lines of it and nothing else. */
const encodedParts = (text: string): readonly string[] =>
  [...text.matchAll(ENCODED)].map(([, body = '']) => Buffer.from(body, 'base64').toString('utf8'));

const ENCODED = /^Content-Transfer-Encoding:\s*base64[\s\S]{0,2000}?\n\r?\n([A-Za-z0-9+/=\r\n]+)/gim;
