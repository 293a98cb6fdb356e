/** Which findings a text asks about: by their names, their explanations, and the error codes they know. */
import type { AnyCheck, FindingWords } from '../contract.ts';
import { COMMON } from './common.ts';
import { plainText, stemOf } from './vocabulary.ts';

export interface FoundFinding {
  readonly code: string;
  /** Comparable within one answer only. */
  readonly score: number;
}

/** What it is called tells more than what is said about it. */
const NAME_WEIGHT = 3;
const TEXT_WEIGHT = 1;
/** Of the words that mean something, this part has to be there: an article on something else is no answer. */
const LEAST_PART = 0.6;
const MAX_CHARACTERS = 500;
/** `0x80070643`: a number that is in so few texts says what is meant, whatever else is asked. */
const CODE = /^0x[\da-f]{3,}$/;
const CODE_WEIGHT = 50;

/** Best first; empty where none has most of what is asked. */
export const findFindings = (checks: readonly AnyCheck[], text: string): readonly FoundFinding[] => {
  const asked = plainText(text.slice(0, MAX_CHARACTERS)).trim();
  const entries = checks.flatMap(entriesOf);
  const exact = entries.filter(({ code }) => code === asked);
  if (exact.length > 0) return exact.map(({ code }) => ({ code, score: CODE_WEIGHT }));
  const words = [...new Set(wordsIn(asked))].filter((word) => !COMMON_STEMS.has(word));
  const weights = new Map(words.map((word) => [word, weightOf(word, entries)]));
  const all = words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
  return entries
    .map(({ code, name, told }) => {
      const met = words.filter((word) => name.has(word) || told.has(word));
      const part = met.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0) / all;
      const named = met.filter((word) => name.has(word) || CODE.test(word));
      const score = met.reduce(
        (sum, word) => sum + (weights.get(word) ?? 0) * (name.has(word) ? NAME_WEIGHT : TEXT_WEIGHT),
        0,
      );
      return { code, score: part >= LEAST_PART && named.length > 0 ? score : 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
};

interface Entry {
  readonly code: string;
  /** Stems of its code and its names, in both languages. */
  readonly name: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
}

const entriesOf = ({ messages }: AnyCheck): readonly Entry[] =>
  Object.entries(messages.en.findings).map(([code, en]) => {
    const ru: FindingWords<never> | undefined = messages.ru.findings[code];
    const stems = (...texts: readonly string[]) => new Set(texts.flatMap((text) => wordsIn(plainText(text))));
    return {
      code,
      name: stems(code.replace(/^.*\//, ''), en.name, ru?.name ?? ''),
      told: stems(en.means, en.found, ru?.means ?? '', ru?.found ?? ''),
    };
  });

const wordsIn = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf);

/** The fewer findings speak of it, the more it tells; what none speaks of counts as what one does. */
const weightOf = (word: string, entries: readonly Entry[]): number => {
  if (CODE.test(word)) return CODE_WEIGHT;
  const among = entries.filter(({ name, told }) => name.has(word) || told.has(word)).length;
  return Math.log(1 + entries.length / Math.max(1, among));
};

const COMMON_STEMS: ReadonlySet<string> = new Set(
  plainText(`${COMMON.en} ${COMMON.ru} значит означает такое mean means meaning define explain`)
    .split(' ')
    .map(stemOf),
);
