/** What the history tells a diagnosis: the run that was just made, beside those that are remembered. */
import type { ChangeKind } from '../contract.ts';
import type { Examination } from '../examine.ts';
import { knownSalt } from './files.ts';
import { observe } from './observe.ts';
import { historyFolders, loadHistory } from './store.ts';
import { changedKinds, type Stories, storiesOf, storySince } from './story.ts';

export interface Past {
  /** Since when each root cause is open, and what changed before; of these codes or modules only, where some are named. */
  readonly stories: (about?: readonly string[]) => Stories;
  /** For `Measurement.changed`. Undefined where nobody knows: nothing is remembered of a time when it was well. */
  readonly changed: (about?: readonly string[]) => readonly ChangeKind[] | undefined;
}

export interface RecallOptions {
  readonly history: 'on' | 'off';
  /** For tests. */
  readonly folders?: readonly string[];
  readonly now?: Date;
}

/** Nothing is written: `remember` does that, once, at the end of the run. Never throws. */
export const recall = async (
  examination: Examination,
  { history, folders = historyFolders(), now = examination.result.startedAt }: RecallOptions,
): Promise<Past> => {
  if (history === 'off') return NOTHING;
  try {
    const { snapshots } = loadHistory(folders);
    const last = snapshots.at(-1);
    if (last === undefined) return NOTHING;
    const current = await observe(examination, {
      seq: last.seq + 1,
      at: now.toISOString(),
      upSeconds: 0,
      by: 'diagnose',
      salt: knownSalt(folders) ?? '',
    });
    const all = [...snapshots, current];
    const stories: Past['stories'] = (about) => storiesOf(all, about === undefined ? {} : { about });
    return {
      stories,
      changed: (about) => {
        const told = stories(about);
        const isWrong = told.stories.length + told.never.length > 0;
        if (isWrong) return changedKinds(told);
        // Nothing is measured to be wrong: what changed since the look before, when nobody complained.
        const between = storySince(all);
        return between && changedKinds({ stories: [between], never: [] });
      },
    };
  } catch {
    // A diagnosis without a past is as good as any first one.
    return NOTHING;
  }
};

const NOTHING: Past = { stories: () => ({ stories: [], never: [] }), changed: () => undefined };
