/** What the complaints are made of, with how much each word tells. */
import { heardIn } from './hear.ts';
import { MEANINGS } from './meanings.ts';
import { readAsWritten } from './read.ts';

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
  const known = new Map(
    Object.entries(MEANINGS).map(([id, meanings]) => [
      id,
      meanings.map((meaning) => meaning.split(' ').map((place) => place.split('|'))),
    ]),
  );
  const said = new Map(
    sayings.map(({ id, phrasings }) => [id, phrasings.map(meaningOf).filter(({ length }) => length > 0)]),
  );
  const ids = [...new Set([...known.keys(), ...said.keys()])];
  const meanings = new Map(ids.map((id) => [id, [...(known.get(id) ?? []), ...(said.get(id) ?? [])]]));
  // A phrasing holds much beside the point: where it is known what matters, that alone decides what tells how much.
  const concepts = new Map(ids.map((id) => [id, new Set((known.get(id) ?? said.get(id) ?? []).flat(2))]));
  const weights = weigh([...concepts.values()]);
  const others = weigh([...said.values()].map((all) => new Set(all.flat(2))));
  return { meanings, concepts, weightOf: (concept) => weights.get(concept) ?? others.get(concept) ?? 0 };
};

const meaningOf = (phrasing: string): Meaning => {
  const { concepts, strange } = heardIn(readAsWritten(phrasing));
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
