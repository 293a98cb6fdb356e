/** What the members of a group have in common and others have not. */
import type { Area, Row } from './fact.ts';
import { type Facts, ROWS } from './table.ts';

export interface Share {
  /** How many have it. */
  readonly having: number;
  /** Of how many it is known. */
  readonly of: number;
}

export interface SharedFact {
  readonly area: Area;
  readonly key: string;
  /** Null: it is there, and no more is known. */
  readonly value: string | null;
  /** Its absence is what they share. */
  readonly absent: boolean;
  readonly group: Share;
  readonly others: Share;
  /** How many of all facts compared would differ as clearly without any reason; above 0.05 it may be chance. */
  readonly byChance: number;
}

/** Two on each side are the least that can share anything. */
export const LEAST = 2;
const MOST_OF_GROUP = 0.8;
const FEW_OF_OTHERS = 0.2;

export const sharedFacts = (group: readonly Facts[], others: readonly Facts[]): readonly SharedFact[] => {
  let compared = 0;
  const found = ROWS.flatMap((row) => {
    const [inside, outside] = [readable(group, row), readable(others, row)];
    if (inside.length < LEAST || outside.length < LEAST) return [];
    const keys = new Set([...inside, ...outside].flatMap((facts) => [...facts.keys()]));
    compared += keys.size;
    return [...keys].flatMap((key) => apart(row, key, inside, outside));
  });
  return found
    .map((fact) => ({ ...fact, byChance: compared * chance(fact.group, fact.others) }))
    .sort((x, y) => clarity(y) - clarity(x));
};

type Values = ReadonlyMap<string, { readonly value: string | null }>;

const readable = (all: readonly Facts[], row: Row): readonly Values[] =>
  all.flatMap((facts) => {
    const reading = facts.get(row);
    return reading?.status === 'ok' ? [reading.facts] : [];
  });

const apart = (
  { area, changesOnly }: Row,
  key: string,
  inside: readonly Values[],
  outside: readonly Values[],
): readonly Omit<SharedFact, 'byChance'>[] => {
  const known = changesOnly === true ? (facts: Values) => facts.has(key) : () => true;
  const [group, others] = [inside.filter(known), outside.filter(known)];
  if (group.length < LEAST || others.length < LEAST) return [];
  const stateOf = (facts: Values): string => JSON.stringify(facts.get(key)?.value ?? facts.has(key));
  return [...new Set(group.map(stateOf))].flatMap((state) => {
    const count = (all: readonly Values[]): Share => ({
      having: all.filter((facts) => stateOf(facts) === state).length,
      of: all.length,
    });
    const [mine, theirs] = [count(group), count(others)];
    if (portion(mine) < MOST_OF_GROUP || portion(theirs) > FEW_OF_OTHERS) return [];
    const value: unknown = JSON.parse(state);
    return [
      {
        area,
        key,
        value: typeof value === 'string' ? value : null,
        absent: value === false,
        group: mine,
        others: theirs,
      },
    ];
  });
};

const portion = ({ having, of }: Share): number => having / of;

const clarity = ({ group, others }: SharedFact): number => portion(group) - portion(others);

/** Fisher's exact test, one-sided: how likely so many of those who have it are in the group by mere lot. */
export const chance = (group: Share, others: Share): number => {
  const all = group.of + others.of;
  const having = group.having + others.having;
  let sum = 0;
  for (let inGroup = group.having; inGroup <= Math.min(group.of, having); inGroup++) {
    sum += Math.exp(
      logChoose(having, inGroup) + logChoose(all - having, group.of - inGroup) - logChoose(all, group.of),
    );
  }
  return Math.min(1, sum);
};

const logChoose = (from: number, take: number): number => {
  if (take < 0 || take > from) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let step = 1; step <= take; step++) sum += Math.log((from - take + step) / step);
  return sum;
};
