/** A model as numbers in rows, for a search that looks at thousands of its states. */
import type { End, Model, PlanStep, Way } from '../plan.ts';

export interface Table {
  /** Shares of the causes, 0 to 1. */
  readonly shares: Float64Array;
  readonly steps: readonly Row[];
  readonly openings: readonly { readonly seconds: number; readonly isOpen: boolean }[];
  /** What giving up costs, by cause. */
  readonly ticket: Float64Array;
}

export interface Row {
  readonly kind: PlanStep['kind'];
  readonly id: string;
  readonly seconds: number;
  readonly opening: number | undefined;
  /** Only the causes that it helps against. */
  readonly helps: readonly { readonly cause: number; readonly chance: number }[];
  /** One for each answer; one where something is done. */
  readonly branches: readonly Branch[];
  /** Whether it changes nothing that is believed, and ends nothing. */
  readonly tellsNothing: boolean;
}

export interface Branch {
  /** The share of each cause with which there is a choice again. */
  readonly left: Float64Array;
  /** Seconds until then, by cause, weighed by how likely the branch is; nothing where nothing has to follow. */
  readonly spent: Float64Array | undefined;
  readonly ends: boolean;
}

export const tableOf = ({ causes, steps, ticketSeconds, givenUp = {} }: Model): Table => {
  const names = Object.keys(causes);
  const openings = new Map<string, { readonly seconds: number; readonly isOpen: boolean }>();
  for (const step of steps) {
    if (step.kind === 'do' && step.opening !== undefined && !openings.has(step.opening.id)) {
      openings.set(step.opening.id, step.opening);
    }
  }
  const openingIds = [...openings.keys()];
  const endOf = (end: End): readonly number[] => names.map((name) => end[name] ?? ticketSeconds);
  return {
    shares: Float64Array.from(names, (name) => causes[name] ?? 0),
    steps: steps.map((step) =>
      step.kind === 'do' ? doRow(step, names, openingIds, endOf) : askRow(step, names, endOf),
    ),
    openings: [...openings.values()],
    ticket: Float64Array.from(endOf(givenUp)),
  };
};

type EndOf = (end: End) => readonly number[];

const doRow = (
  { id, seconds, opening, helps, failed = {} }: Extract<PlanStep, { kind: 'do' }>,
  names: readonly string[],
  openingIds: readonly string[],
  endOf: EndOf,
): Row => ({
  kind: 'do',
  id,
  seconds,
  opening: opening && openingIds.indexOf(opening.id),
  helps: names.flatMap((name, cause) => {
    const chance = helps[name] ?? 0;
    return chance > 0 ? [{ cause, chance }] : [];
  }),
  branches: [
    branchOf(
      names.map((name) => 1 - (helps[name] ?? 0)),
      failed,
      names,
      endOf,
    ),
  ],
  tellsNothing: false,
});

const askRow = (
  { id, seconds, answers, ways = {} }: Extract<PlanStep, { kind: 'ask' }>,
  names: readonly string[],
  endOf: EndOf,
): Row => {
  const likely = Object.values(answers);
  const sums = names.map((name) => likely.reduce((sum, one) => sum + (one[name] ?? 0), 0));
  const branches = Object.entries(answers).map(([answer, one]) => {
    // Whatever the cause, something is answered.
    const chances = names.map((name, cause) => {
      const sum = sums[cause] ?? 0;
      return sum > 0 ? (one[name] ?? 0) / sum : 1 / likely.length;
    });
    return branchOf(chances, (Object.hasOwn(ways, answer) && ways[answer]) || {}, names, endOf);
  });
  return {
    kind: 'ask',
    id,
    seconds,
    opening: undefined,
    helps: [],
    branches,
    tellsNothing: branches.every(
      ({ left, spent }) => spent === undefined && left.every((chance) => chance === left[0]),
    ),
  };
};

const branchOf = (chances: readonly number[], way: Way, names: readonly string[], endOf: EndOf): Branch => {
  const { seconds, helps = {}, end } = way;
  const left = chances.map((chance, cause) => chance * (1 - (helps[names[cause] ?? ''] ?? 0)));
  const still = end && endOf(end);
  const spent = chances.map(
    (chance, cause) => chance * (seconds ?? 0) + (left[cause] ?? 0) * (still?.[cause] ?? 0),
  );
  return {
    left: Float64Array.from(left, (share) => (end === undefined ? share : 0)),
    spent: Object.keys(way).length === 0 ? undefined : Float64Array.from(spent),
    ends: end !== undefined,
  };
};

/** What the weights of causes cost together, at so many seconds by cause. */
export const weigh = (weights: Float64Array, seconds: Float64Array): number => {
  let all = 0;
  for (let cause = 0; cause < weights.length; cause++) all += (weights[cause] ?? 0) * (seconds[cause] ?? 0);
  return all;
};

export const sum = (weights: Float64Array): number => {
  let all = 0;
  for (const weight of weights) all += weight;
  return all;
};
