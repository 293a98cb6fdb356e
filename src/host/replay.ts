import type { Answer, Host, RecordedEntry, Recording } from '../contract.ts';

/** A machine that was recorded. Ids come from strangers' bundles: only what the recording itself holds counts. */
export const replay = ({ os, entries }: Recording): Host => ({
  os,
  ask: async (id, { kind }) => {
    const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
    if (entry === undefined) return unrecorded('the recording does not hold it');
    return isOfKind(entry, kind)
      ? entry.answer
      : unrecorded(`the recording holds another kind of read: ${entry.request.kind}`);
  },
});

/** A parser takes the answer to its own kind of read. */
const isOfKind = ({ request }: RecordedEntry, kind: string): boolean => request.kind === kind;

const unrecorded = (why: string): Answer => ({ status: 'unrecorded', why, ms: 0 });
