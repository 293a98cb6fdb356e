/** The words that somebody meant, whatever the keyboard layout, the alphabet and the spelling. */
import type { Language } from '../contract.ts';
import { fromTransliteration, otherLayout } from './keyboard.ts';
import { closest } from './spelling.ts';
import { CYRILLIC_WORDS, isCyrillic, LATIN_WORDS, plainText, STEMS, stemOf } from './vocabulary.ts';

/** More than this is not read: what somebody complains of stands at the beginning. */
export const MAX_CHARACTERS = 2000;
const MAX_WORDS = 160;

const WORD = /[\p{L}\p{N}]+/gu;

export interface Word {
  /** Of the known word that was meant; of the word itself where none was. */
  readonly stem: string;
  /** 1 as it is written, less where it was misspelled, 0 where it is not known. */
  readonly certainty: number;
}

/** What an author wrote: nothing in it is misspelled. */
export const readAsWritten = (text: string): readonly Word[] =>
  (withoutApostrophes(plainText(text)).match(WORD) ?? []).map((word) => {
    const stem = stemOf(word);
    return { stem, certainty: STEMS.has(stem) ? 1 : 0 };
  });

/** What anybody wrote. */
export const read = (text: string): readonly Word[] => {
  const chunks = plainText(text.slice(0, MAX_CHARACTERS)).split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const all = chunks.map((chunk) => {
    const written = attempt(chunk);
    const other = written.rate === 1 ? undefined : otherwise(chunk);
    return { chunk, written, other: other !== undefined && other.rate > written.rate ? other : undefined };
  });
  const others = all.filter(({ other }) => other !== undefined).length;
  const asWritten = all.filter(({ written }) => written.rate === 1).length;
  // Where most of it makes sense only otherwise, so does what would make sense either way: `net zvuka`.
  const either = ({ chunk, written }: { readonly chunk: string; readonly written: Attempt }) => {
    const other = others > asWritten ? otherwise(chunk) : NONE;
    return other.rate >= written.rate ? other : written;
  };
  return all.flatMap((one) => (one.other ?? either(one)).words).slice(0, MAX_WORDS);
};

/** The language somebody writes in; nothing where the words of both, or of neither, are known. */
export const languageOf = (text: string): Language | undefined => {
  const known = read(text).filter(({ stem, certainty }) => certainty > 0 && /\p{L}/u.test(stem));
  const russian = known.filter(({ stem }) => isCyrillic(stem)).length;
  if (russian > known.length - russian) return 'ru';
  return known.length - russian > russian + 1 ? 'en' : undefined;
};

interface Attempt {
  readonly words: readonly Word[];
  /** 1 where every word of it is known as it is written. */
  readonly rate: number;
}

const NONE: Attempt = { words: [], rate: -1 };

/** The best that comes of another layout or alphabet. */
const otherwise = (chunk: string): Attempt => {
  const bare = chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const others = [
    // Marks are letters on the other layout: `,` is б. At the edges they may be marks all the same.
    otherLayout(bare),
    otherLayout(chunk),
    ...(/^[a-z'’-]+$/.test(bare) ? [fromTransliteration(bare)] : []),
  ];
  return [...new Set(others)].map(attempt).reduce((best, one) => (one.rate > best.rate ? one : best), NONE);
};

const attempt = (chunk: string): Attempt => {
  const words = (withoutApostrophes(chunk).match(WORD) ?? []).flatMap(understand);
  const rate = words.reduce((sum, { certainty }) => sum + (certainty === 1 ? 1 : certainty / 2), 0);
  return { words, rate: words.length === 0 ? 0 : rate / words.length };
};

const withoutApostrophes = (text: string): string => text.replace(/['’ʼ]/g, '');

const understand = (word: string): readonly Word[] => {
  const stem = stemOf(word);
  if (STEMS.has(stem)) return [{ stem, certainty: 1 }];
  if (/^\p{N}/u.test(word)) return [{ stem: word, certainty: 1 }];
  // «неработает»
  const rest = word.startsWith('не') && word.length > 5 ? stemOf(word.slice(2)) : '';
  if (STEMS.has(rest)) return [stemOf('не'), rest].map((one) => ({ stem: one, certainty: 1 }));
  const meant = closest(word, isCyrillic(word) ? CYRILLIC_WORDS : LATIN_WORDS);
  if (meant === undefined) return [{ stem, certainty: 0 }];
  return [{ stem: stemOf(meant.word), certainty: meant.certainty }];
};
