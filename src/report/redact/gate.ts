/**
 * The last look at what is about to be written or sent. It looks at the finished text and not at its parts, and also
 * for the very values that were taken out elsewhere: what slipped past the redactor is seen here.
 */
import { type FoundSecret, isDistinctSecret, secretsIn } from './secrets.ts';
import { eachLine } from './sieve/lines.ts';
import { lineRules, lineSieve, longRules, longSieve } from './sieve/sieves.ts';

/** `values`: what must not occur at all, whatever stands beside it. */
export const leaksIn = (text: string, values: Iterable<string>): readonly number[] => {
  const told = allSecretsIn(text).filter(({ value }) => isDistinctSecret(value));
  const found = [...told.map(({ at }) => at), ...[...values].flatMap((value) => occurrences(text, value))];
  return [...new Set(found.map((at) => lineAt(text, at)))].sort((a, b) => a - b);
};

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

const occurrences = (text: string, value: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0 && value !== ''; at = text.indexOf(value, at + value.length)) {
    places.push(at);
  }
  return places;
};

const lineAt = (text: string, at: number): number => {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return line;
};
