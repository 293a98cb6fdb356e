/** What is wrong in a tree of one's own: the file, the line and the key, in one line. */
import type { Language } from '../../contract.ts';

export type Place = readonly (string | number)[];

export interface Mistake {
  /** From the tree on, as the file has it. */
  readonly place: Place;
  readonly say: (language: Language) => string;
}

export interface PlacedMistake {
  readonly file: string;
  readonly line?: number;
  readonly say: (language: Language) => string;
}

export const mistake = (place: Place, en: string, ru: string): Mistake => ({
  place,
  say: (language) => ({ en, ru })[language],
});

/** `nodes.ASK.to.yes`; nothing for the tree as a whole. */
export const placeText = (place: Place): string =>
  place.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${part}`,
    '',
  );
