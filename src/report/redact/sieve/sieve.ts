/**
 * Most lines of a log hold little of what the patterns look for. One look at a line tells which of them could match
 * there at all; the others are not tried.
 */
import { type Automaton, automaton } from './automaton.ts';
import { type Begins, beginsOf } from './begins.ts';
import { folded } from './fold.ts';
import { requiredBy } from './required.ts';

export interface Sieve {
  /** Looks at text[from, to); what it tells holds until the next look. */
  readonly look: (text: string, from: number, to: number) => void;
  /** Whether a pattern could match there. One that it was not made for always could. */
  readonly may: (pattern: RegExp) => boolean;
  /** Of a list those that could match there, in its order. */
  readonly select: <T extends WithPattern>(list: readonly T[]) => () => readonly T[];
}

interface WithPattern {
  readonly pattern: RegExp;
}

/** Behind which `^` matches. */
const BREAKS = ['\n', '\r', '\u2028', '\u2029'];

export const sieve = (patterns: readonly RegExp[]): Sieve => {
  const numbers = new Map<RegExp, number>();
  const owners = new Map<string, number[]>(BREAKS.map((sign) => [sign, []]));
  const begins: (Begins | undefined)[] = [];
  for (const pattern of patterns) {
    const literals = requiredBy(pattern);
    if (literals === undefined || numbers.has(pattern)) continue;
    const number = numbers.size;
    numbers.set(pattern, number);
    begins[number] = beginsOf(pattern);
    for (const literal of literals) owners.set(literal, [...(owners.get(literal) ?? []), number]);
  }
  const { words, scan } = scanner(owners.keys());
  const patternsOf = words.map((word) => owners.get(word) ?? []);
  const seenIn = new Uint32Array(numbers.size);
  let hits: number[] = [];
  let [looks, first, second, isBroken, start, last] = [0, 0, 0, false, 0, 0];

  const canBegin = (number: number): boolean => {
    const isFirst = begins[number];
    // A line begins with the end of the one before.
    return isFirst === undefined || isBroken || isFirst(first) || isFirst(second);
  };
  const seen = (word: number, end: number): void => {
    if (word < BREAKS.length) isBroken ||= end > start + 1 && end < last;
    else {
      for (const number of patternsOf[word] ?? []) {
        if (seenIn[number] === looks) continue;
        seenIn[number] = looks;
        hits.push(number);
      }
    }
  };
  const isSeen = (pattern: RegExp): boolean => {
    const number = numbers.get(pattern);
    return number === undefined || (seenIn[number] === looks && canBegin(number));
  };
  return {
    look: (text, from, to) => {
      looks++;
      [hits, isBroken, start, last] = [[], false, from, to];
      [first, second] = [text.charCodeAt(from), text.charCodeAt(from + 1)];
      scan(text, from, to, seen);
    },
    may: isSeen,
    select: (list) => {
      const places = new Map(list.map(({ pattern }, place) => [numbers.get(pattern), place]));
      const always = list.filter(({ pattern }) => !numbers.has(pattern));
      return () => {
        if (always.length > 0) return list.filter(({ pattern }) => isSeen(pattern));
        const found = hits.filter((number) => places.has(number) && canBegin(number));
        if (found.length === 0) return [];
        return found
          .map((number) => places.get(number) ?? 0)
          .sort((a, b) => a - b)
          .flatMap((place) => list[place] ?? []);
      };
    },
  };
};

/** Of which of the lists a word stands in text[from, to): 1 for the first, 2 for the second, 4, 8 … together. */
export const whichOf = (
  ...lists: readonly Iterable<string>[]
): ((text: string, from: number, to: number) => number) => {
  const bits = new Map<string, number>();
  for (const [at, list] of lists.entries())
    for (const text of list) bits.set(folded(text), (bits.get(folded(text)) ?? 0) | (1 << at));
  if (bits.size === 0) return () => 0;
  const { words, scan } = scanner(bits.keys());
  const bitsOf = words.map((word) => bits.get(word) ?? 0);
  let which = 0;
  const seen = (word: number): void => {
    which |= bitsOf[word] ?? 0;
  };
  return (text, from, to) => {
    which = 0;
    scan(text, from, to, seen);
    return which;
  };
};

const scanner = (texts: Iterable<string>): { readonly words: readonly string[] } & Automaton => {
  const words = [...new Set([...texts].map(folded))];
  return { words, ...automaton(words) };
};
