/** Chance that is the same for the same seed, everywhere. */

export interface Chance {
  /** Both ends included. */
  readonly int: (from: number, to: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  readonly chars: (alphabet: string, length: number) => string;
  readonly digits: (length: number) => string;
  readonly hex: (length: number) => string;
  readonly upper: (length: number) => string;
  readonly lower: (length: number) => string;
  /** Letters and digits, with at least one of each case and a digit. */
  readonly mixed: (length: number) => string;
  readonly base64: (length: number) => string;
}

export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();
export const DIGITS = '0123456789';

export const chance = (seed: number): Chance => {
  let state = seed >>> 0;
  /** mulberry32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const chars = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[int(0, alphabet.length - 1)]).join('');
  return {
    int,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    chars,
    digits: (length) => chars('123456789', 1) + chars(DIGITS, length - 1),
    hex: (length) => chars(`${DIGITS}abcdef`, length),
    upper: (length) => chars(`${UPPER}${DIGITS}`, length),
    lower: (length) => chars(LOWER, length),
    mixed: (length) =>
      chars(LOWER, 1) + chars(UPPER, 1) + chars(DIGITS, 1) + chars(`${LOWER}${UPPER}${DIGITS}`, length - 3),
    base64: (length) => chars(`${LOWER}${UPPER}${DIGITS}+/`, length),
  };
};
