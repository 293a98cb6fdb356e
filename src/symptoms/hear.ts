/** What a text speaks of: the concepts of the lexicon that are in it. */
import { MAX_CHARACTERS, read, type Word } from './read.ts';
import { EXPRESSIONS } from './vocabulary.ts';

export interface Heard {
  /** By concept, how sure it is that the text speaks of it: less than 1 where it was misspelled. */
  readonly concepts: ReadonlyMap<string, number>;
  /** Stems of words that are not known. */
  readonly strange: readonly string[];
}

/** What speaks of something else too, and how much. */
const IMPLIES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  broken: { not: 1, work: 1 },
  dead: { not: 1, work: 0.8 },
  nothing: { not: 1 },
  lost: { not: 0.6 },
  silent: { not: 0.5 },
  blackscreen: { screen: 1, black: 1 },
  earbuds: { speaker: 1 },
  service: { site: 0.8 },
  usb: { disk: 0.5 },
};

/** Windows Update fails with 0x8…; what stops the whole system is 0x000… or 0xc…. */
const CODES: readonly { readonly code: RegExp; readonly concepts: readonly string[] }[] = [
  { code: /^0x8[\da-f]{7}$/, concepts: ['fail', 'update'] },
  { code: /^0x[0c][\da-f]{7}$/, concepts: ['bluescreen'] },
];

/** The name of a site: nobody's words, and always one of many. */
const SITE =
  /(?:https?:\/\/)?(?:[\p{L}\p{N}-]{1,63}\.){1,6}(?:com|org|net|info|ru|рф|de|uk|io|eu|edu|gov|ua|by|kz|app|dev|shop|test)\b/giu;

export const hear = (text: string): Heard =>
  heardIn(read(text.slice(0, MAX_CHARACTERS).replace(SITE, ' one site ')));

export const heardIn = (words: readonly Word[]): Heard => {
  const concepts = new Map<string, number>();
  const note = (concept: string, certainty: number): void => {
    concepts.set(concept, Math.max(concepts.get(concept) ?? 0, certainty));
  };
  const taken = new Set<number>();
  words.forEach(({ stem }, at) => {
    const { meant, places } = taken.has(at) ? NOTHING : expressionAt(words, at, taken);
    for (const place of places) taken.add(place);
    const certainty = Math.min(...places.map((place) => words[place]?.certainty ?? 0));
    for (const concept of meant) {
      note(concept, certainty);
      for (const [other, part] of Object.entries(IMPLIES[concept] ?? {})) note(other, certainty * part);
    }
    const codes = CODES.filter(({ code }) => code.test(stem));
    for (const concept of codes.flatMap((one) => one.concepts)) note(concept, 1);
  });
  return { concepts, strange: words.filter(({ certainty }) => certainty === 0).map(({ stem }) => stem) };
};

interface Met {
  readonly meant: readonly string[];
  readonly places: readonly number[];
}

const NOTHING: Met = { meant: [], places: [] };

/** The longest expression that begins here, with everything it may mean. */
const expressionAt = (words: readonly Word[], at: number, taken: ReadonlySet<number>): Met => {
  const met = (EXPRESSIONS.get(words[at]?.stem ?? '') ?? []).flatMap(({ concept, stems, gap }) => {
    const places = placesOf(words, at, stems, gap, taken);
    return places === undefined ? [] : [{ concept, places }];
  });
  const longest = met.reduce<readonly number[]>(
    (best, { places }) => (places.length > best.length ? places : best),
    [],
  );
  return {
    meant: met.filter(({ places }) => places.length === longest.length).map(({ concept }) => concept),
    places: longest,
  };
};

const placesOf = (
  words: readonly Word[],
  at: number,
  [, ...stems]: readonly string[],
  gap: number,
  taken: ReadonlySet<number>,
): readonly number[] | undefined => {
  const places = [at];
  for (const stem of stems) {
    const from = (places.at(-1) ?? at) + 1;
    const next = words
      .slice(from, from + gap + 1)
      .findIndex((word, ahead) => word.stem === stem && !taken.has(from + ahead));
    if (next < 0) return undefined;
    places.push(from + next);
  }
  return places;
};
