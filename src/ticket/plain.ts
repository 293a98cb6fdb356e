/** Text of others, made fit to be kept and shown: no live control characters, bounded, well formed. */

// C0 (without tab and newline), C1, and what turns the direction of text around it.
const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const plain = (text: string, maxLength: number): string =>
  bounded(wellFormed(text.replace(/\r\n?/g, '\n').replace(LIVE, escapeSign)), maxLength);

export const plainLine = (text: string, maxLength: number): string =>
  bounded(
    wellFormed(
      text
        .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
        .replace(LIVE, escapeSign)
        .trim(),
    ),
    maxLength,
  );

/** Takes out what must never be shown, wherever it turns up (a server may echo our own header). */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.filter((secret) => secret !== '').reduce((rest, secret) => rest.replaceAll(secret, '***'), text);

const escapeSign = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

// A round trip through UTF-8 turns half a surrogate pair into U+FFFD.
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const bounded = (text: string, maxLength: number): string =>
  text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
