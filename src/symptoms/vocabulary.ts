/** The words that are known, by their stems, and the expressions that mean something. */
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as russianStem } from '@orama/stemmers/russian';
import { COMMON } from './common.ts';
import { grouped } from './grouped.ts';
import { en } from './lexicon.en.ts';
import { ru } from './lexicon.ru.ts';
import { known } from './spelling.ts';

/** Two dots in the lexicon: so many words may stand between. */
const GAP = 2;

export interface Expression {
  readonly concept: string;
  readonly stems: readonly string[];
  /** How many words may stand between two of them. */
  readonly gap: number;
}

export const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);

/** Without its ending, by the rules of the language whose letters it has. */
export const stemOf = (word: string): string => {
  // Children write the one for the other.
  if (word === 'ни') return 'не';
  return isCyrillic(word) ? russianStem(word) : englishStem(word);
};

/** For comparing: case, width of letters and ё do not matter. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');

const expressionsOf = (lexicon: Readonly<Record<string, string>>) =>
  Object.entries(lexicon).flatMap(([concept, list]) =>
    plainText(list)
      .split(', ')
      .map((expression) => ({
        concept,
        words: expression.split(/[\s_]+/).filter((word) => word !== '..'),
        gap: expression.includes('..') ? GAP : 0,
      })),
  );

const LEXICON = [...expressionsOf(en), ...expressionsOf(ru)];

const WORDS = [
  ...new Set([
    ...LEXICON.flatMap(({ words }) => words),
    ...plainText(`${COMMON.en} ${COMMON.ru}`).split(' '),
  ]),
];

/** By the stem they begin with. */
export const EXPRESSIONS = grouped(
  LEXICON.map(({ concept, words, gap }): Expression => ({ concept, stems: words.map(stemOf), gap })),
  ({ stems: [first = ''] }) => first,
);
export const STEMS: ReadonlySet<string> = new Set(WORDS.map(stemOf));
export const LATIN_WORDS = WORDS.filter((word) => !isCyrillic(word)).map(known);
export const CYRILLIC_WORDS = WORDS.filter(isCyrillic).map(known);
