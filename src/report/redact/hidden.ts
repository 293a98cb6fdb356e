/** What was hidden, by kind: how many different values; in all, and in each read. */
import type { TokenKind } from './token.ts';

export type HiddenKind = 'ipv4' | 'ipv6' | 'mac' | 'uuid' | 'secret' | TokenKind | 'id' | 'sid' | 'file';
export type HiddenCounts = Readonly<Partial<Record<HiddenKind, number>>>;

export interface Hidden {
  readonly add: (kind: HiddenKind, value: string) => void;
  readonly counts: () => HiddenCounts;
  /** Counts what `work` hides for that place too. */
  readonly within: <T>(place: string, work: () => T) => T;
  readonly countsWithin: () => Readonly<Record<string, HiddenCounts>>;
}

type Values = Map<HiddenKind, Set<string>>;

export const hiddenValues = (): Hidden => {
  const all: Values = new Map();
  const places = new Map<string, Values>();
  let here: Values | undefined;
  const count = (values: Values, kind: HiddenKind, value: string): void => {
    values.set(kind, (values.get(kind) ?? new Set()).add(value));
  };
  return {
    add: (kind, value) => {
      const plain = value.toLowerCase();
      count(all, kind, plain);
      if (here !== undefined) count(here, kind, plain);
    },
    counts: () => countsOf(all),
    within: (place, work) => {
      here = places.get(place) ?? new Map();
      places.set(place, here);
      try {
        return work();
      } finally {
        here = undefined;
      }
    },
    countsWithin: () =>
      Object.fromEntries(
        [...places].flatMap(([place, values]) => (values.size === 0 ? [] : [[place, countsOf(values)]])),
      ),
  };
};

const countsOf = (values: Values): HiddenCounts =>
  Object.fromEntries([...values].map(([kind, { size }]) => [kind, size]));
