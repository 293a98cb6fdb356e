/** The one call after a run: keeps a snapshot of it. Never stops a run, whatever is wrong with disk, home or clock. */
import { uptime } from 'node:os';
import type { Examination } from '../examine.ts';
import { observe } from './observe.ts';
import type { RunKind } from './snapshot.ts';
import { type Saved, save } from './store.ts';

export interface RememberOptions {
  readonly by: RunKind;
  /** `history: off` in the configuration. */
  readonly history?: 'on' | 'off' | undefined;
  /** For tests. */
  readonly folders?: readonly string[];
  readonly now?: Date;
  readonly upSeconds?: number;
}

/** Why it is not kept, where it is not. */
export const remember = async (
  examination: Examination,
  { by, history, folders, now, upSeconds = uptimeSeconds() }: RememberOptions,
): Promise<Saved | { readonly why: string }> => {
  if (history === 'off') return { why: 'off' };
  // What was broken off saw too little to be compared with.
  if (examination.result.interrupted) return { why: 'interrupted' };
  const { startedAt } = examination.result;
  const at = (now ?? startedAt).toISOString();
  try {
    return await save((seq, salt) => observe(examination, { seq, at, upSeconds, by, salt }), folders);
  } catch (cause) {
    return { why: cause instanceof Error ? cause.message : String(cause) };
  }
};

/** Some containers do not tell. */
const uptimeSeconds = (): number => {
  try {
    return Math.round(uptime());
  } catch {
    return 0;
  }
};
