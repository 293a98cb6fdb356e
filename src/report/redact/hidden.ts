/** What was hidden: how many different values of each kind, in all and in each read, and what stands for which. */
import { detached } from './detached.ts';
import type { NumberKind } from './numbers.ts';
import type { TokenKind } from './token.ts';

export type HiddenKind =
  | 'ipv4'
  | 'ipv6'
  | 'mac'
  | 'uuid'
  | 'secret'
  | TokenKind
  | NumberKind
  | 'id'
  | 'sid'
  | 'file';
/** At least so many: of a long log not every value is remembered. */
export type HiddenCounts = Readonly<Partial<Record<HiddenKind, number>>>;

/** For the owner alone. */
export interface HiddenValue {
  readonly kind: HiddenKind;
  readonly token: string;
  readonly value: string;
}

export interface Hidden {
  /** `token`: what stands for it; a secret has none of its own. */
  readonly add: (kind: HiddenKind, value: string, token?: string) => void;
  readonly counts: () => HiddenCounts;
  /** Counts what `work` hides for that place too. */
  readonly within: <T>(place: string, work: () => T) => T;
  readonly countsWithin: () => Readonly<Record<string, HiddenCounts>>;
  readonly values: () => readonly HiddenValue[];
}

/** By kind, and by value in lower case. */
type Values = Map<HiddenKind, Map<string, HiddenValue | undefined>>;

/** A log of any length goes through; of each kind so many values are remembered. */
const MAX_EACH = 20_000;

export const hiddenValues = (): Hidden => {
  const all: Values = new Map();
  const places = new Map<string, Values>();
  let here: Values | undefined;
  return {
    add: (kind, value, token) => {
      const plain = value.toLowerCase();
      remember(all, kind, plain, value, token);
      if (here !== undefined) remember(here, kind, plain, value, token);
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
    values: () =>
      [...all.values()].flatMap((values) => [...values.values()].filter((one) => one !== undefined)),
  };
};

const remember = (values: Values, kind: HiddenKind, plain: string, value: string, token?: string): void => {
  const own = values.get(kind) ?? new Map<string, HiddenValue | undefined>();
  if (own.size >= MAX_EACH || own.has(plain)) return;
  const known = token === undefined ? undefined : { kind, token: detached(token), value: detached(value) };
  values.set(kind, own.set(detached(plain), known));
};

const countsOf = (values: Values): HiddenCounts =>
  Object.fromEntries([...values].map(([kind, { size }]) => [kind, size]));
