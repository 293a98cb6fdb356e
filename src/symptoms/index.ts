/** What the complaints are made of, with how much each word tells. */
import { grouped } from './grouped.ts';
import { hear } from './hear.ts';
import { MEANINGS } from './meanings.ts';

/** Concepts that stand together; of each place one is enough. */
export type Meaning = readonly (readonly string[])[];

/** How people say it, in any language. */
export interface Sayings {
  readonly id: string;
  readonly phrasings: readonly string[];
}

export interface Index {
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
  /** By complaint, all concepts that belong to it. */
  readonly concepts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly weightOf: (concept: string) => number;
}

/** Beside what is known of the thirty complaints, what their authors wrote: also of complaints nobody here knows. */
export const indexOf = (sayings: readonly Sayings[]): Index => {
  const known = Object.entries(MEANINGS).flatMap(([id, meanings]) =>
    meanings.map((meaning) => ({ id, meaning: meaning.split(' ').map((place) => place.split('|')) })),
  );
  const said = sayings.flatMap(({ id, phrasings }) =>
    phrasings.map(meaningOf).flatMap((meaning) => (meaning.length === 0 ? [] : [{ id, meaning }])),
  );
  const meanings = new Map(
    [...grouped<{ readonly id: string; readonly meaning: Meaning }>([...known, ...said], ({ id }) => id)].map(
      ([id, all]) => [id, all.map(({ meaning }) => meaning)],
    ),
  );
  const concepts = new Map([...meanings].map(([id, all]) => [id, new Set(all.flat(2))]));
  const weights = weigh([...concepts.values()]);
  return { meanings, concepts, weightOf: (concept) => weights.get(concept) ?? 0 };
};

const meaningOf = (phrasing: string): Meaning => {
  const { concepts, strange } = hear(phrasing);
  return [...concepts.keys(), ...strange].map((concept) => [concept]);
};

/** The fewer complaints a concept belongs to, the more it tells. */
const weigh = (complaints: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const concept of complaints.flatMap((concepts) => [...concepts])) {
    counts.set(concept, (counts.get(concept) ?? 0) + 1);
  }
  return new Map([...counts].map(([concept, count]) => [concept, Math.log(1 + complaints.length / count)]));
};
