/** Reports grouped by their root causes, and what sets each group apart from the others. */
import { blindness } from '../../compare/blindness.ts';
import { LEAST, type SharedFact, sharedFacts } from '../../compare/shared.ts';
import type { Cause, Surveyed } from './survey.ts';

export interface CauseGroup {
  readonly cause: Cause;
  readonly members: readonly Surveyed[];
  /** Which have not that cause, and looked for it. */
  readonly others: readonly Surveyed[];
  /** Which have not that cause because they did not look. */
  readonly blind: readonly Surveyed[];
  /** Undefined where there are too few to compare. */
  readonly shared?: readonly SharedFact[];
}

/** The most frequent first. */
export const byCause = (all: readonly Surveyed[]): readonly CauseGroup[] => {
  const causes = new Map(all.flatMap((one) => one.causes.map((cause) => [cause.code, cause])));
  return [...causes.values()]
    .map((cause) => groupOf(cause, all))
    .sort((x, y) => y.members.length - x.members.length || (x.cause.code < y.cause.code ? -1 : 1));
};

const groupOf = (cause: Cause, all: readonly Surveyed[]): CauseGroup => {
  const has = ({ causes }: Surveyed): boolean => causes.some(({ code }) => code === cause.code);
  const members = all.filter(has);
  const rest = all.filter((one) => !has(one));
  const isBlind = ({ sight }: Surveyed): boolean => blindness(cause, sight) !== undefined;
  const others = rest.filter((one) => !isBlind(one));
  const isEnough = members.length >= LEAST && others.length >= LEAST;
  return {
    cause,
    members,
    others,
    blind: rest.filter(isBlind),
    ...(isEnough && { shared: sharedFacts(members.map(factsOf), others.map(factsOf)) }),
  };
};

export const factsOf = ({ facts }: Surveyed) => facts;
