/** Facts for tests of `diagnose`, made from plain values. */
import type { Facts, Reading, Reason, Source, Sources, Unread } from '../src/contract.ts';

export const ok = <T>(value: T, from = 'test'): Reading<T> => ({ status: 'ok', value, from });

export const missing = (
  status: Reason = 'absent',
  why = 'not given in this test',
  from = 'test',
): Unread => ({
  status,
  why,
  from,
});

/** A follow-up source and what came back. */
export type Followed = readonly [source: Source<unknown>, reading: Reading<unknown>];

export const followed = <T>(source: Source<T>, value: T): Followed => [source, ok(value, source.id)];

/** Everything not named is absent; a follow-up not named was not asked for. Readings come from the source's id. */
export const factsOf = <R extends Sources>(
  reads: R,
  values: { readonly [N in keyof R]?: R[N] extends Source<infer T> ? Reading<T> : never },
  followedUp: readonly Followed[] = [],
): Facts<R> => {
  const named = Object.fromEntries(
    Object.entries(reads).map(([name, source]) => [
      name,
      { ...(values[name] ?? missing()), from: source.id },
    ]),
  );
  const rest = new Map(followedUp.map(([source, reading]) => [source.id, { ...reading, from: source.id }]));
  const get = (source: Source<unknown>) =>
    rest.get(source.id) ?? missing('unrecorded', 'it was not asked for', source.id);
  const asked = (source: Source<unknown>) => rest.has(source.id);
  // Each name holds a reading of its own source's type: `values` says so, and `missing` fits every type.
  return { ...named, get, asked } as unknown as Facts<R>;
};
