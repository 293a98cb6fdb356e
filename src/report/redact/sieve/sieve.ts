/**
 * Most lines of a log hold little of what the patterns look for. One look at a line tells which of them could match
 * there at all; the others are not tried.
 */
import { type Automaton, automaton } from './automaton.ts';
import { requiredBy } from './required.ts';

export interface Sieve {
  /** Looks at text[from, to); what it tells holds until the next look. */
  readonly look: (text: string, from: number, to: number) => void;
  /** Whether a pattern could match there. One that it was not made for always could. */
  readonly may: (pattern: RegExp) => boolean;
}

export const sieve = (patterns: readonly RegExp[]): Sieve => {
  const numbers = new Map<RegExp, number>();
  const owners = new Map<string, number[]>();
  for (const pattern of patterns) {
    const literals = requiredBy(pattern);
    if (literals === undefined || numbers.has(pattern)) continue;
    const number = numbers.size;
    numbers.set(pattern, number);
    for (const literal of literals) owners.set(literal, [...(owners.get(literal) ?? []), number]);
  }
  const { words, scan } = scanner(owners.keys());
  const patternsOf = words.map((word) => owners.get(word) ?? []);
  const seenIn = new Uint32Array(numbers.size);
  let looks = 0;
  const seen = (word: number): void => {
    for (const number of patternsOf[word] ?? []) seenIn[number] = looks;
  };
  return {
    look: (text, from, to) => {
      looks++;
      scan(text, from, to, seen);
    },
    may: (pattern) => {
      const number = numbers.get(pattern);
      return number === undefined || seenIn[number] === looks;
    },
  };
};

/** Whether any of the words stands in text[from, to). */
export const anyOf = (texts: Iterable<string>): ((text: string, from: number, to: number) => boolean) => {
  const { words, scan } = scanner(texts);
  if (words.length === 0) return () => false;
  let isThere = false;
  const seen = (): void => {
    isThere = true;
  };
  return (text, from, to) => {
    isThere = false;
    scan(text, from, to, seen);
    return isThere;
  };
};

const scanner = (texts: Iterable<string>): { readonly words: readonly string[] } & Automaton => {
  const words = [...new Set([...texts].map((text) => text.toLowerCase()))];
  return { words, ...automaton(words) };
};
