import type { Answer, Host, RecordedEntry, Recording } from '../contract.ts';

/** A host that remembers what it was asked and what it answered. The same id is asked once. */
export const recording = (host: Host): { readonly host: Host; recorded(): Recording } => {
  const asked = new Map<string, Promise<Answer>>();
  const entries = new Map<string, RecordedEntry>();
  return {
    host: {
      os: host.os,
      ask: (id, request, limits) => {
        const before = asked.get(id);
        if (before !== undefined) return before;
        const startedAt = new Date().toISOString();
        const answer = host.ask(id, request, limits).then((given) => {
          entries.set(id, { request, answer: given, startedAt });
          return given;
        });
        asked.set(id, answer);
        return answer;
      },
    },
    // By id, so that two recordings of the same machine can be compared line by line.
    recorded: () => ({
      os: host.os,
      entries: Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
};
