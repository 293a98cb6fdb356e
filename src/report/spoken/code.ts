/**
 * A verdict as a code for the telephone: `K7R-4M2`. Nineteen characters of which no two look alike and few sound
 * alike; the last one is a check. Nineteen is a prime, so every single wrong character and every swap is noticed.
 */
import { NUMBERED } from './numbers.ts';

/** Without 0 O, 1 I L, Z beside 2, 5 S, 8 B, U V, N beside M, and what rhymes with C: D E G P. */
export const ALPHABET = '234679ACFHJKMQRTWXY';
const BASE = ALPHABET.length;
const STATUSES = ['ok', 'warning', 'critical', 'unknown'] as const;
/** Three of them fit into ten characters; numbers never grow beyond it. */
export const MAX_NUMBER = 3_399;
/** By how many causes they name: the lengths between are free for what comes later. */
const LENGTHS = [6, 6, 8, 10] as const;

export interface Verdict {
  readonly status: (typeof STATUSES)[number];
  /** Root causes as they are met; none for what has no number. */
  readonly causes: readonly (string | undefined)[];
  /** Whether there are more than a code holds. */
  readonly more: boolean;
}

export const toSpoken = ({ status, causes, more }: Verdict): string => {
  const told = causes.slice(0, 3);
  let value = BigInt(STATUSES.indexOf(status) * 2 + Number(more || causes.length > told.length));
  for (const code of told) value = value * BigInt(MAX_NUMBER + 1) + BigInt(numberOf(code));
  const length = LENGTHS[told.length] ?? 10;
  // One cause and none are as long: what tells them apart is told too.
  if (length === 6) value = value * 2n + BigInt(told.length);
  const digits = mixed(digitsOf(value, length - 1));
  return grouped([...digits, checkOf(digits)].map((digit) => ALPHABET.charAt(digit)).join(''));
};

export type Heard =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** Something was heard or typed wrong. */
  | { readonly kind: 'wrong' }
  /** It is right, and names what this version does not know. */
  | { readonly kind: 'newer' };

export const fromSpoken = (text: string): Heard => {
  const digits = lettersOf(text).map((letter) => ALPHABET.indexOf(letter));
  const data = digits.slice(0, -1);
  if (digits.length < 6 || digits.length > 10 || digits.includes(-1)) return { kind: 'wrong' };
  if (checkOf(data) !== digits.at(-1)) return { kind: 'wrong' };
  if (digits.length % 2 !== 0) return { kind: 'newer' };
  let value = unmixed(data).reduce((sum, digit) => sum * BigInt(BASE) + BigInt(digit), 0n);
  let count = digits.length / 2 - 2;
  if (count === 1) {
    count = Number(value % 2n);
    value /= 2n;
  }
  const numbers: number[] = [];
  for (let at = 0; at < count; at++) {
    numbers.unshift(Number(value % BigInt(MAX_NUMBER + 1)));
    value /= BigInt(MAX_NUMBER + 1);
  }
  const status = STATUSES[Number(value / 2n)];
  if (status === undefined || numbers.some((number) => number > NUMBERED.length)) return { kind: 'newer' };
  return {
    kind: 'verdict',
    verdict: { status, causes: numbers.map((number) => NUMBERED[number - 1]), more: value % 2n === 1n },
  };
};

/** Whether somebody means such a code, and no finding: those hold a slash. */
export const looksSpoken = (text: string): boolean =>
  !text.includes('/') && /^[^a-z]+$|\d/.test(text) && lettersOf(text).length >= 4;

const numberOf = (code: string | undefined): number => (code === undefined ? 0 : NUMBERED.indexOf(code) + 1);

/** As typed by whoever listened: in small letters, in Cyrillic ones that look the same, with anything between. */
const lettersOf = (text: string): readonly string[] =>
  [...text.toUpperCase().replace(/[\s\p{Pd}._]/gu, '')].map((letter) => MEANT[letter] ?? letter);

const MEANT: Readonly<Record<string, string>> = {
  Z: '2',
  N: 'M',
  ...{ А: 'A', С: 'C', Н: 'H', К: 'K', М: 'M', Т: 'T', Х: 'X', У: 'Y' },
};

const digitsOf = (value: bigint, length: number): readonly number[] =>
  Array.from({ length }, (_, at) => Number((value / BigInt(BASE) ** BigInt(length - 1 - at)) % BigInt(BASE)));

/** Each depends on all that follow: small numbers would be rows of the same character, hard to count by ear. */
const mixed = (digits: readonly number[]): readonly number[] => {
  let last = 0;
  return digits
    .toReversed()
    .map((digit, at) => {
      last = (digit + last + 7 * (at + 1)) % BASE;
      return last;
    })
    .toReversed();
};

const unmixed = (digits: readonly number[]): readonly number[] =>
  digits.map((digit, at) => {
    const place = digits.length - 1 - at;
    return (((digit - (digits[at + 1] ?? 0) - 7 * (place + 1)) % BASE) + BASE) % BASE;
  });

/** Each place weighs otherwise, the check itself 1: the sum of all is nothing only where all are right. */
const checkOf = (digits: readonly number[]): number => {
  const sum = digits.reduce((total, digit, at) => total + digit * (digits.length + 1 - at), 0);
  return (BASE - (sum % BASE)) % BASE;
};

const grouped = (letters: string): string =>
  letters.length === 10
    ? `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`
    : `${letters.slice(0, letters.length / 2)}-${letters.slice(letters.length / 2)}`;
