/** What was hidden, by kind: how many different values. */
import type { TokenKind } from './token.ts';

export type HiddenKind = 'ipv4' | 'ipv6' | 'mac' | 'uuid' | 'secret' | TokenKind | 'id' | 'sid' | 'file';
export type HiddenCounts = Readonly<Partial<Record<HiddenKind, number>>>;

export interface Hidden {
  readonly add: (kind: HiddenKind, value: string) => void;
  readonly counts: () => HiddenCounts;
}

export const hiddenValues = (): Hidden => {
  const values = new Map<HiddenKind, Set<string>>();
  return {
    add: (kind, value) => {
      values.set(kind, (values.get(kind) ?? new Set()).add(value.toLowerCase()));
    },
    counts: () => Object.fromEntries([...values].map(([kind, { size }]) => [kind, size])),
  };
};
