/** Linux: the last starts, how each ended, and which of them was ordered. */
import type { BootMark } from '../../src/sources/journal.ts';

export interface Start {
  readonly bootId: string;
  readonly fromMs: number;
  /** The last that is known of it. */
  readonly untilMs: number;
  /** `unknown`: its beginning is not in the journal any more, so its end may be missing too. */
  readonly end: 'running' | 'ordered' | 'sudden' | 'unknown';
  readonly userspaceMs: number | null;
}

/** Oldest first; the last one is running. */
export const startsOf = (marks: readonly BootMark[]): readonly Start[] => {
  const ids = [...new Set(marks.map(({ bootId }) => bootId))];
  return ids.map((bootId, at): Start => {
    const own = marks.filter((mark) => mark.bootId === bootId);
    return {
      bootId,
      fromMs: own[0]?.epochMs ?? 0,
      untilMs: own.at(-1)?.epochMs ?? 0,
      end: at === ids.length - 1 ? 'running' : endOf(own),
      userspaceMs: own.find(({ event }) => event === 'started-up')?.userspaceMs ?? null,
    };
  });
};

/**
 * The journal is stopped last of all, and with a /var of its own that line is lost: then the order to shut
 * down tells. A journal that was restarted in between was stopped too, and began again.
 */
const endOf = (own: readonly BootMark[]): Start['end'] => {
  if (own.some(({ event }) => event === 'shutdown-ordered') || own.at(-1)?.event === 'journal-stopped')
    return 'ordered';
  return own[0]?.event === 'journal-started' ? 'sudden' : 'unknown';
};

/** The last so many starts in a row that followed a sudden end, within the time. */
export const loopOf = (
  starts: readonly Start[],
  { loopStarts, loopMinutes }: { readonly loopStarts: number; readonly loopMinutes: number },
): { readonly count: number; readonly lastMs: number } | null => {
  const sudden = starts.filter((_, at) => starts[at - 1]?.end === 'sudden').map(({ fromMs }) => fromMs);
  for (let last = sudden.length - 1; last >= loopStarts - 1; last--) {
    const lastMs = sudden[last] ?? 0;
    const count = sudden.filter((ms) => ms <= lastMs && lastMs - ms <= loopMinutes * 60_000).length;
    if (count >= loopStarts) return { count, lastMs };
  }
  return null;
};
