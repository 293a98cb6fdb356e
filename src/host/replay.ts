import type { Host, Recording } from '../contract.ts';

/** A machine that was recorded. Ids come from strangers' bundles: only what the recording itself holds counts. */
export const replay = ({ os, entries }: Recording): Host => ({
  os,
  ask: async (id) =>
    (Object.hasOwn(entries, id) ? entries[id]?.answer : undefined) ?? {
      status: 'unrecorded',
      why: 'the recording does not hold it',
      ms: 0,
    },
});
