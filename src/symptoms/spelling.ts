/** Which known word a misspelled one was meant to be. */
import { distance } from '../nearest.ts';

export interface Spelled {
  readonly word: string;
  /** 1 would be as it stands there. */
  readonly certainty: number;
}

/** Shorter words are near too many others; longer ones are no words. */
const SHORTEST = 4;
const LONGEST = 40;
const ALIKE = 0.85;
const ONE_SLIP = 0.8;
const ONE_SLIP_IN_FOUR = 0.6;
const TWO_SLIPS = 0.7;

export interface Known {
  readonly word: string;
  /** As it sounds. */
  readonly sound: string;
  /** A bit for each letter that is in it. */
  readonly letters: number;
  readonly soundLetters: number;
}

export const known = (word: string): Known => {
  const sound = soundOf(word);
  return { word, sound, letters: lettersOf(word), soundLetters: lettersOf(sound) };
};

/** The nearest of the known words, the first of equals; nothing where none is near. */
export const closest = (word: string, words: readonly Known[]): Spelled | undefined => {
  const { length } = word;
  if (length < SHORTEST || length > LONGEST) return undefined;
  const meant = known(word);
  let best: Spelled | undefined;
  for (const candidate of words) {
    if (Math.abs(candidate.word.length - length) > 2 || candidate.word.length < 3) continue;
    const certainty = certaintyOf(meant, candidate);
    if (certainty > (best?.certainty ?? 0)) best = { word: candidate.word, certainty };
  }
  return best;
};

const certaintyOf = (meant: Known, candidate: Known): number => {
  if (candidate.sound === meant.sound && meant.sound.length > 2) return ALIKE;
  if (!beginAlike(meant, candidate)) return 0;
  const slips = meant.word.length < 8 ? 1 : 2;
  const written = differ(meant.letters, candidate.letters, slips)
    ? slips + 1
    : distance(meant.word, candidate.word);
  const far = written <= slips ? written : heardAs(meant, candidate, slips);
  if (far > slips) return 0;
  if (far === 2) return TWO_SLIPS;
  return Math.min(meant.word.length, candidate.word.length) < 5 ? ONE_SLIP_IN_FOUR : ONE_SLIP;
};

/** By the sound, where the writing is not all too different. */
const heardAs = (meant: Known, candidate: Known, slips: number): number => {
  if (differ(meant.soundLetters, candidate.soundLetters, slips)) return slips + 1;
  const far = distance(meant.sound, candidate.sound);
  return far <= slips && distance(meant.word, candidate.word) <= slips + 2 ? far : slips + 1;
};

/** The first letters of both; in the wrong order too. */
const beginAlike = (a: Known, b: Known): boolean =>
  b.word[0] === a.word[0] || b.word[0] === a.word[1] || b.sound[0] === a.sound[0];

/** A slip changes two letters at most: most words are told apart without counting slips. */
const differ = (a: number, b: number, slips: number): boolean => bitsIn(a ^ b) > 2 * slips;

const bitsIn = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

const lettersOf = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
};

/** Letters that children and hurried people take for each other are one; for Latin words only double letters. */
export const soundOf = (word: string): string =>
  word
    .replace(/т(?:ь)?с[яа]$|ца$/u, 'ца')
    .replace(/[зсж]ч|щ/gu, 'щ')
    .replace(/ого$|ево$|его$/u, 'ава')
    .replace(/[а-я]/gu, (letter) => SOUND_ALIKE[letter] ?? letter)
    .replace(/(.)\1+/gu, '$1');

const SOUND_ALIKE: Readonly<Record<string, string>> = {
  о: 'а',
  е: 'и',
  э: 'и',
  ы: 'и',
  я: 'и',
  й: 'и',
  ю: 'у',
  ъ: '',
  ь: '',
  б: 'п',
  в: 'ф',
  г: 'к',
  д: 'т',
  ж: 'ш',
  з: 'с',
};
