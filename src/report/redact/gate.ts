/**
 * The last look at what is about to be written or sent. It looks at the finished text and not at its parts, and also
 * for the very values that were taken out elsewhere: what slipped past the redactor is seen here.
 */
import { type FoundSecret, isDistinctSecret, secretsIn } from './secrets.ts';
import { eachLine } from './sieve/lines.ts';
import { lineRules, lineSieve, longRules, longSieve } from './sieve/sieves.ts';

/** `values`: what must not occur at all, whatever stands beside it. A key of many lines is told with each of them. */
export const leaksIn = (text: string, values: Iterable<string>): readonly number[] => {
  const told = allSecretsIn(text).filter(({ value }) => isTelling(value));
  const found = [...told, ...[...values].flatMap((value) => occurrences(text, value))];
  const lines = found.flatMap(({ at, value }) => linesOf(lineAt(text, at), value));
  return [...new Set(lines)].sort((a, b) => a - b);
};

/** What is short, or a word, may be there by chance; a long token or a key of many lines may not. */
const isTelling = (value: string): boolean =>
  isDistinctSecret(value) ||
  (value.length > 400 && !/\s/.test(value)) ||
  (value.length > 60 && value.includes('\n'));

const allSecretsIn = (text: string): readonly FoundSecret[] => {
  longSieve.look(text, 0, text.length);
  const all = [...secretsIn(text, longRules())];
  eachLine(text, (from, to) => {
    lineSieve.look(text, from, to);
    for (const { at, value } of secretsIn(text.slice(from, to), lineRules())) {
      all.push({ at: from + at, value });
    }
  });
  return all;
};

const occurrences = (text: string, value: string): readonly FoundSecret[] => {
  const places: FoundSecret[] = [];
  for (let at = text.indexOf(value); at >= 0 && value !== ''; at = text.indexOf(value, at + value.length)) {
    places.push({ at, value });
  }
  return places;
};

const linesOf = (first: number, value: string): readonly number[] =>
  value
    .trimEnd()
    .split('\n')
    .map((_, at) => first + at);

const lineAt = (text: string, at: number): number => {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return line;
};
