/**
 * Looks ahead over all orders of repairs and questions, one step deeper each round, until it has seen every end or has
 * looked at LOOKS states; beyond that depth the sequence of repairs stands for what would follow.
 */
import { bitOf, type Sequence, secondsOf, sequencerOf, sum } from './sequence.ts';
import type { AskRow, DoRow, Row, Table } from './table.ts';

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
        if (used[place] === 1 || (step.kind === 'ask' && step.tellsNothing)) continue;
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
      const seconds =
        step.kind === 'do'
          ? secondsOfDo(level, key + (digits?.[place] ?? 0), paid, step, limit)
          : secondsOfAsk(level, key, digits?.[place] ?? 0, paid, step, limit);
      used[place] = 0;
      return seconds;
    };

    const secondsOfDo = (level: number, key: number, paid: number, step: DoRow, limit: number): number => {
      const weights = weightsAt(level);
      const after = weightsAt(level + 1);
      const spent = secondsOf(step, openings, paid) * sum(weights);
      let atLeast = spent;
      let ended = spent;
      for (let cause = 0; cause < after.length; cause++) {
        const left = (weights[cause] ?? 0) * (step.fails[cause] ?? 1);
        after[cause] = left;
        atLeast += left * (least[cause] ?? 0);
        ended += left * (step.end?.[cause] ?? 0);
      }
      if (step.end !== undefined) return ended;
      return atLeast >= limit ? limit : spent + planAt(level + 1, key, paid | bitOf(step)).seconds;
    };

    const secondsOfAsk = (
      level: number,
      key: number,
      digit: number,
      paid: number,
      step: AskRow,
      limit: number,
    ): number => {
      const weights = weightsAt(level);
      let seconds = step.seconds * sum(weights);
      let rest = weigh(weights, least);
      for (const [place, answer] of step.answers.entries()) {
        if (seconds + rest >= limit) return limit;
        const after = weightsAt(level + 1);
        for (let cause = 0; cause < after.length; cause++) {
          const left = (weights[cause] ?? 0) * (answer.chances[cause] ?? 0);
          after[cause] = left;
          rest -= left * (least[cause] ?? 0);
          if (answer.end !== undefined) seconds += left * (answer.end[cause] ?? 0);
        }
        if (answer.end === undefined) seconds += planAt(level + 1, key + digit * (place + 1), paid).seconds;
      }
      return seconds;
    };

    /** Whether the same comes next after every answer that may be given. */
    const isIdle = (place: number, step: AskRow): boolean => {
      if (step.tellsNothing) return true;
      const firsts = new Set<number | undefined>();
      used[place] = 1;
      for (const [at, { chances, end }] of step.answers.entries()) {
        const after = weightsAt(1);
        for (let cause = 0; cause < after.length; cause++) {
          after[cause] = (shares[cause] ?? 0) * (chances[cause] ?? 0);
        }
        if (sum(after) <= 0) continue;
        // An end is unlike everything else.
        firsts.add(
          end === undefined ? planAt(1, (digits?.[place] ?? 0) * (at + 1), paidAlready).first : -1 - at,
        );
      }
      used[place] = 0;
      return firsts.size <= 1 && ![...firsts].some((first) => first !== undefined && first < 0);
    };

    weightsAt(0).set(shares);
    const guess = sequence(0, shares, used, paidAlready);
    const rated = steps.map((step, place): Rated => {
      const seconds = secondsFrom(0, 0, paidAlready, place, step, Number.POSITIVE_INFINITY);
      const expectedSeconds = guess.first === place ? Math.min(seconds, guess.seconds) : seconds;
      return { step, expectedSeconds, isIdle: step.kind === 'ask' && isIdle(place, step) };
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
  const digits = steps.map((step) => {
    const digit = worth;
    worth *= step.kind === 'do' ? 2 : step.answers.length + 1;
    return digit;
  });
  return Number.isSafeInteger(worth) ? digits : undefined;
};

const weigh = (weights: Float64Array, seconds: Float64Array): number => {
  let all = 0;
  for (let cause = 0; cause < weights.length; cause++) all += (weights[cause] ?? 0) * (seconds[cause] ?? 0);
  return all;
};

/** What each cause costs at least, if it were known and every opening free: no plan is under it. */
const leastSeconds = ({ steps, shares, ticketSeconds }: Table): Float64Array =>
  Float64Array.from(shares, (_, cause) => {
    const ends = steps.flatMap((step) =>
      step.kind === 'do' ? [step.end?.[cause]] : step.answers.map(({ end }) => end?.[cause]),
    );
    const floor = Math.min(ticketSeconds, ...ends.filter((seconds) => seconds !== undefined));
    return steps
      .flatMap((step) => {
        if (step.kind !== 'do') return [];
        const chance = 1 - (step.fails[cause] ?? 1);
        return chance > 0 ? [{ chance, seconds: step.seconds }] : [];
      })
      .sort((a, b) => a.chance * b.seconds - b.chance * a.seconds)
      .reduce((after, { chance, seconds }) => Math.min(after, seconds + (1 - chance) * after), floor);
  });
