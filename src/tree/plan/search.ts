/**
 * Looks ahead over all orders of repairs and questions, one step deeper each round, until it has seen every end or has
 * looked at LOOKS states; beyond that depth the sequence of repairs stands for what would follow.
 */
import { bitOf, type Sequence, secondsOf, sequencerOf } from './sequence.ts';
import { type Row, sum, type Table, weigh } from './table.ts';

/** About 20 ms for the largest models. Half as many made one of docs/decisions/what-to-do-next.md 4 % dearer. */
const LOOKS = 3000;

export interface Rated {
  readonly step: Row;
  readonly expectedSeconds: number;
  /** A question after which the same comes next, whatever is answered. */
  readonly isIdle: boolean;
}

/** What beginning with each step costs, in the order of the steps. */
export const searchFrom = (table: Table, looks: number = LOOKS): readonly Rated[] => {
  const search = lookerOf(table, looks);
  let { rated, isExact } = search(1) ?? { rated: [], isExact: true };
  for (let depth = 2; depth <= table.steps.length && !isExact; depth++) {
    const deeper = search(depth);
    if (deeper === undefined) break;
    ({ rated, isExact } = deeper);
  }
  return rated;
};

/** The step that comes first is its place among the steps; nothing for a ticket. */
interface Plan {
  readonly seconds: number;
  readonly first: number | undefined;
}

/** Under it a difference is the rounding of sums. */
const TINY = 1e-12;

const NOTHING_LEFT: Plan = { seconds: 0, first: undefined };

/** Weights are not made to add up to 1 after a step: what a branch costs is then weighed by how likely it is. */
const lookerOf = (table: Table, looks: number) => {
  const { steps, openings, shares } = table;
  const digits = digitsOf(steps);
  let looked = 0;
  const look = sequencerOf(table);
  const sequence = remembered((weights, used, paid) => {
    looked += 1;
    return look(weights, used, paid);
  }, digits !== undefined);
  const least = leastSeconds(table);
  const levels = Array.from({ length: steps.length + 2 }, () => new Float64Array(shares.length));
  const used = new Uint8Array(steps.length);
  const paidAlready = openings.reduce((bits, { isOpen }, place) => (isOpen ? bits | (1 << place) : bits), 0);

  return (depth: number): { readonly rated: readonly Rated[]; readonly isExact: boolean } | undefined => {
    const known = new Map<number, Plan>();
    let isExact = true;

    const weightsAt = (level: number): Float64Array => levels[level] ?? shares;

    const planAt = (level: number, key: number, paid: number): Plan => {
      const before = digits && known.get(key);
      if (before !== undefined) return before;
      const weights = weightsAt(level);
      if (sum(weights) <= 0) return NOTHING_LEFT;
      const guess = sequence(key, weights, used, paid);
      if (guess.seconds <= weigh(weights, least) + TINY) return guess;
      if (level >= depth) {
        if (used.includes(0)) isExact = false;
        return guess;
      }
      let best: Plan = guess;
      for (const [place, step] of steps.entries()) {
        if (used[place] === 1 || step.tellsNothing) continue;
        const seconds = secondsFrom(level, key, paid, place, step, best.seconds);
        if (seconds < best.seconds - TINY) best = { seconds, first: place };
      }
      known.set(key, best);
      return best;
    };

    /** What beginning with the step costs; anything that is not under the limit where it cannot be. */
    const secondsFrom = (
      level: number,
      key: number,
      paid: number,
      place: number,
      step: Row,
      limit: number,
    ): number => {
      if (looked > looks && depth > 1) return limit;
      used[place] = 1;
      const weights = weightsAt(level);
      const opened = paid | bitOf(step);
      let seconds = secondsOf(step, openings, paid) * sum(weights);
      for (const { spent } of step.branches) if (spent !== undefined) seconds += weigh(weights, spent);
      let rest = 0;
      for (const { left } of step.branches) rest += weighTwice(weights, left, least);
      for (const [at, { left, ends }] of step.branches.entries()) {
        if (seconds + rest >= limit) break;
        if (ends) continue;
        rest -= weighTwice(weights, left, least);
        keep(level + 1, weights, left);
        seconds += planAt(level + 1, key + (digits?.[place] ?? 0) * (at + 1), opened).seconds;
      }
      used[place] = 0;
      return seconds + rest;
    };

    const keep = (level: number, weights: Float64Array, left: Float64Array): void => {
      const after = weightsAt(level);
      for (let cause = 0; cause < after.length; cause++) {
        after[cause] = (weights[cause] ?? 0) * (left[cause] ?? 0);
      }
    };

    /** Whether the same comes next after every answer that may be given. */
    const isIdle = (place: number, step: Row): boolean => {
      if (step.kind === 'do') return false;
      if (step.tellsNothing) return true;
      const firsts = new Set<number | undefined>();
      used[place] = 1;
      for (const [at, { left, spent }] of step.branches.entries()) {
        keep(1, shares, left);
        // What has to follow is something else than what could be chosen.
        if (spent !== undefined) firsts.add(-1 - at);
        else if (sum(weightsAt(1)) > 0) {
          firsts.add(planAt(1, (digits?.[place] ?? 0) * (at + 1), paidAlready).first);
        }
      }
      used[place] = 0;
      const [only] = firsts;
      return firsts.size <= 1 && (only === undefined || only >= 0);
    };

    weightsAt(0).set(shares);
    const guess = sequence(0, shares, used, paidAlready);
    const rated = steps.map((step, place): Rated => {
      const seconds = secondsFrom(0, 0, paidAlready, place, step, Number.POSITIVE_INFINITY);
      const expectedSeconds = guess.first === place ? Math.min(seconds, guess.seconds) : seconds;
      return { step, expectedSeconds, isIdle: isIdle(place, step) };
    });
    return looked > looks && depth > 1 ? undefined : { rated, isExact };
  };
};

/** The same state is come to by many ways, in every round. */
const remembered = (look: ReturnType<typeof sequencerOf>, hasKeys: boolean) => {
  const known = new Map<number, Sequence>();
  return (key: number, weights: Float64Array, used: Uint8Array, paid: number): Sequence => {
    const before = hasKeys ? known.get(key) : undefined;
    if (before !== undefined) return before;
    const now = look(weights, used, paid);
    known.set(key, now);
    return now;
  };
};

/** Each state as one number: a digit for each step, 0 where it is left. Nothing where there are more than numbers. */
const digitsOf = (steps: readonly Row[]): readonly number[] | undefined => {
  let worth = 1;
  const digits = steps.map(({ branches }) => {
    const digit = worth;
    worth *= branches.length + 1;
    return digit;
  });
  return Number.isSafeInteger(worth) ? digits : undefined;
};

const weighTwice = (weights: Float64Array, left: Float64Array, seconds: Float64Array): number => {
  let all = 0;
  for (let cause = 0; cause < weights.length; cause++) {
    all += (weights[cause] ?? 0) * (left[cause] ?? 0) * (seconds[cause] ?? 0);
  }
  return all;
};

/** What each cause costs at least, if it were known and every opening free: no plan is under it. */
const leastSeconds = ({ steps, shares, ticket }: Table): Float64Array =>
  Float64Array.from(shares, (_, cause) =>
    steps
      .flatMap(({ seconds, branches }) => {
        const at = (row: Float64Array | undefined): number => row?.[cause] ?? 0;
        const chance = branches.reduce((rest, { left }) => rest - at(left), 1);
        const spent = branches.reduce((all, branch) => all + at(branch.spent), seconds);
        return chance > 0 ? [{ chance, seconds: spent }] : [];
      })
      .sort((a, b) => a.chance * b.seconds - b.chance * a.seconds)
      .reduce(
        (after, { chance, seconds }) => Math.min(after, seconds + (1 - chance) * after),
        ticket[cause] ?? 0,
      ),
  );
