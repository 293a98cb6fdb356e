/** Numbers of people: telephone, payment card, bank account. Their tokens keep the form and are nobody's numbers. */
import type { Prf } from './prf.ts';
import { SHAPE } from './sieve/shape.ts';

export type NumberKind = 'phone' | 'card' | 'iban';

export interface NumberPass {
  readonly random: Prf;
  readonly hold: (kind: NumberKind, from: string, token: string) => string;
}

const GAP = '[ \\u00a0.-]?';
/** A plus and a country, however the rest is grouped. */
const INTERNATIONAL =
  /(?<![\w+.:/-])\+[1-9]\d{0,2}[ \u00a0.-]?(?:\(\d{1,5}\)[ \u00a0.-]?)?\d(?:[ \u00a0.-]?\d){5,12}(?![\w:]|[.-]\d)/g;
const RUSSIAN = new RegExp(
  `(?<![\\w+.:/-])8${GAP}(?:\\([3489]\\d{2}\\)${GAP}|[3489]\\d{2}[ -])\\d{3}[ -]\\d{2}[ -]?\\d{2}(?![\\w-]|\\.\\d)`,
  'g',
);
const AMERICAN = /(?<![\w+.:/-])(?:\([2-9]\d{2}\)[ \u00a0]?|[2-9]\d{2}-)[2-9]\d{2}-\d{4}(?![\w-]|\.\d)/g;
/** Whatever stands where a telephone is asked for. */
const NAMED =
  /((?<!\p{L})(?:(?:tele)?(?:phone|mobile|fax|cell|msisdn)|tel|tél(?:éphone)?|(?:mobil)?telefon|mobil|handy|direct line|(?:mobile|direct|home|office) (?:line|phone))(?:[ _-]?(?:number|no))?\\?["'>]?(?:\.?[ \t\u00a0]{0,3}[:=][ \t"'\\]{0,4}|\.?[ \t\u00a0](?=0\d))|own numbers?:[ \t]{1,8}|(?:телефон|факс|моб|тел)[а-я]{0,6}\.?[ \t]{0,3}[:=]?[ \t]{1,3})(\+?[\d(][\d ().-]{5,20}\d)(?![\w-])/giu;

/** Groups, or one run of 16 digits of an issuer: 15 digits in a run are counters more often than cards. */
const CARD =
  /(?<![\w.,:+-])(?:[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -])\d{4,6}\2\d{4,5}(?:\2\d{1,4})?|(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6011|65\d{2})\d{12})(?![\w-]|[.,]\d)/g;
/** What counts has as many digits. */
const COUNTER =
  /(?:bytes|packets|inode|time|stamp|usec|nsec|count|sectors|size|offset|total|[rt]x|seq|id|0x)\W{0,4}$/i;

const IBAN =
  /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)(?![A-Za-z0-9])/g;

/** What the sieve is asked of. */
export const NUMBERS: readonly RegExp[] = [CARD, NAMED, INTERNATIONAL, RUSSIAN, AMERICAN];

/** `may`: what a look at the line says of a pattern; `shape`: what the line could hold. */
export const hideNumbers = (
  line: string,
  shape: number,
  may: (pattern: RegExp) => boolean,
  { random, hold }: NumberPass,
): string => {
  const phone = (found: string): string => {
    const token = phoneToken(random, found);
    return token === undefined ? found : hold('phone', found, token);
  };
  let text = line;
  if ((shape & SHAPE.digits) !== 0 && (shape & SHAPE.account) !== 0)
    text = text.replace(IBAN, (found) =>
      isIban(found) ? hold('iban', found, ibanToken(random, found)) : found,
    );
  if (may(CARD))
    text = text.replace(CARD, (found, _a, _b, at: number, whole: string) =>
      isLuhn(digitsOf(found)) && !COUNTER.test(whole.slice(Math.max(0, at - 16), at))
        ? hold('card', found, cardToken(random, found))
        : found,
    );
  if (may(NAMED)) text = text.replace(NAMED, (_, before: string, found: string) => before + phone(found));
  for (const pattern of [INTERNATIONAL, RUSSIAN, AMERICAN])
    if (may(pattern)) text = text.replace(pattern, phone);
  return text;
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The characters of the original that are no digits, with other digits between them. */
const inShapeOf = (original: string, digits: string): string => {
  let at = 0;
  return original.replace(/\d/g, () => digits[at++] ?? '0');
};

const randomDigits = (random: Prf, kind: NumberKind, value: string, length: number): string =>
  Array.from(random.bytes(kind, value).subarray(0, length), (byte) => String(byte % 10)).join('');

const LONG_CODES = /^\+?(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** The country stays; no area begins with three zeros, so a token is known when seen again. */
const phoneToken = (random: Prf, found: string): string | undefined => {
  const digits = digitsOf(found);
  const country = found.startsWith('+')
    ? (LONG_CODES.exec(digits)?.[0] ?? '')
    : digits.length === 11 && /^[78]/.test(digits)
      ? digits.slice(0, 1)
      : '';
  const rest = digits.slice(country.length);
  if (rest.startsWith('000') || rest.length < 6 || (country !== '' && digits.length < 9)) return undefined;
  const area = /^[78]$/.test(country) || country === '1' ? digits.slice(-10) : digits;
  return inShapeOf(found, `${country}000${randomDigits(random, 'phone', area, rest.length - 3)}`);
};

const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);

const isLuhn = (digits: string): boolean => luhnSum(digits) % 10 === 0;

/** No issuer begins with a zero. The check digit is right. */
const cardToken = (random: Prf, found: string): string => {
  const digits = digitsOf(found);
  const body = `0000${randomDigits(random, 'card', digits, digits.length - 5)}`;
  return inShapeOf(found, body + String((10 - (luhnSum(`${body}0`) % 10)) % 10));
};

const isIban = (text: string): boolean => {
  const plain = text.replaceAll(' ', '');
  const check = Number(plain.slice(2, 4));
  if (plain.length < 15 || plain.length > 34 || check < 2 || check > 98) return false;
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
};

/** The country stays; 00 checks nothing and is no one's. */
const ibanToken = (random: Prf, found: string): string => {
  const plain = found.replaceAll(' ', '');
  const bytes = random.bytes('iban', plain);
  const body = [...plain.slice(4)].map((character, at) => {
    const byte = bytes[at] ?? 0;
    return /\d/.test(character) ? String(byte % 10) : String.fromCharCode(65 + (byte % 26));
  });
  const token = `${plain.slice(0, 2)}00${body.join('')}`;
  return found.includes(' ') ? token.replace(/(.{4})(?=.)/g, '$1 ') : token;
};
