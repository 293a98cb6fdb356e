/** Which complaint a text is about. */
import { type Heard, hear } from './hear.ts';
import type { Index, Meaning } from './index.ts';
import { MAX_CHARACTERS, readAsWritten } from './read.ts';

export interface Candidate {
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
}

export interface Found {
  /** The one it is, where it is clearly ahead. */
  readonly sure: string | undefined;
  /** Up to three, best first. */
  readonly candidates: readonly Candidate[];
  /** Nothing fits. */
  readonly nothing: boolean;
}

/** One telling word that is in no other complaint scores about 3. */
const ENOUGH_SCORE = 1.1;
const OFFERED_SCORE = 0.3;
/** So many times the score of the next one is clear. */
const CLEARLY_AHEAD = 1.3;
const OFFERED = 3;
/** What a second way of saying the same adds. */
const SECOND_PART = 0.15;
/** What is left of a score where all else that was said belongs to other complaints. */
const UNCOVERED_PART = 0.6;
/** What an unknown word weighs against the text being about a computer. */
const STRANGE_WEIGHT = 0.9;

export const findIn = (index: Index, text: string): Found => {
  const candidates = rank(index, hear(text), ownWords(index, text));
  const [first, second] = candidates;
  if (first === undefined || first.score < ENOUGH_SCORE) {
    return { sure: undefined, candidates: [], nothing: true };
  }
  return {
    sure: first.score >= (second?.score ?? 0) * CLEARLY_AHEAD ? first.id : undefined,
    candidates: candidates.slice(0, OFFERED),
    nothing: false,
  };
};

/** Words that authors used and nobody else knows: they are not taken for misspelled ones. */
const ownWords = ({ weightOf }: Index, text: string): readonly string[] =>
  readAsWritten(text.slice(0, MAX_CHARACTERS))
    .filter(({ stem, certainty }) => certainty === 0 && weightOf(stem) > 0)
    .map(({ stem }) => stem);

const rank = (
  { meanings, concepts, weightOf }: Index,
  heard: Heard,
  own: readonly string[],
): readonly Candidate[] => {
  const said = new Map([...heard.concepts, ...[...heard.strange, ...own].map((stem) => [stem, 1] as const)]);
  const sum = (all: readonly string[]) => all.reduce((total, concept) => total + weightOf(concept), 0);
  const names = [...said.keys()];
  const all = sum(names);
  if (all === 0) return [];
  const strange = heard.strange.filter((stem) => weightOf(stem) === 0).length;
  const understood = all / (all + strange * STRANGE_WEIGHT);
  return [...meanings]
    .map(([id, own]) => {
      const [best = 0, next = 0] = own.map((one) => fitOf(one, said, weightOf)).sort((a, b) => b - a);
      const covered = sum(names.filter((name) => concepts.get(id)?.has(name))) / all;
      const part = UNCOVERED_PART + (1 - UNCOVERED_PART) * covered;
      return { id, score: (best + SECOND_PART * next) * part * understood };
    })
    .filter(({ score }) => score > OFFERED_SCORE)
    .sort((a, b) => b.score - a.score);
};

/** The weight of what was said of it; much less where something of it is missing. */
const fitOf = (meaning: Meaning, said: ReadonlyMap<string, number>, weightOf: Index['weightOf']): number => {
  let met = 0;
  let total = 0;
  for (const place of meaning) {
    const weight = place.reduce((sum, concept) => sum + weightOf(concept), 0) / place.length;
    total += weight;
    met += weight * Math.max(...place.map((concept) => said.get(concept) ?? 0));
  }
  return total === 0 ? 0 : met * (met / total) ** 2;
};
