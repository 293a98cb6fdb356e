/** What has been done to this computer, as the journals tell it. */
import { ownerOf } from '../owner.ts';
import type { Effect } from './effect.ts';
import type { Argv } from './fill.ts';
import type { Kept } from './journal.ts';
import { wayBack } from './plan.ts';

/**
 * `interrupted`: its process ended in the middle. `failed`: a step ended with an error. `undoing`: taking it back was
 * interrupted, or did not succeed.
 */
export type State = 'running' | 'interrupted' | 'failed' | 'done' | 'undoing' | 'undone' | 'kept';

export interface Done {
  readonly kept: Kept;
  readonly state: State;
  /** The last step that was begun, from 1; 0 where none was. */
  readonly begun: number;
  readonly steps: number;
  readonly effect?: Effect;
  /** The commands that would take it back now; empty where there is no way, or nothing to take back. */
  readonly back: readonly Argv[];
  /** What a person has still to switch on again, in words. */
  readonly reminder?: string;
}

export const doneFrom = async (kept: Kept): Promise<Done> => {
  const { planned, events } = kept;
  const steps = events.flatMap((one) => (one.kind === 'begun' ? [one.step] : []));
  const begun = Math.max(0, ...steps);
  const verified = events.findLast((one) => one.kind === 'verified');
  const state = await stateOf(kept, begun, verified !== undefined);
  const isBack = state === 'undone' || state === 'running';
  const remind = events.findLastIndex((one) => one.kind === 'remind');
  const reminded = events.findLastIndex((one) => one.kind === 'reminded');
  const reminder = remind > reminded ? events[remind] : undefined;
  return {
    kept,
    state,
    begun,
    steps: planned.steps.length,
    ...(verified !== undefined && { effect: verified.effect }),
    back: isBack ? [] : wayBack(planned.steps, planned.undo, begun),
    ...(reminder?.kind === 'remind' && { reminder: reminder.about }),
  };
};

const stateOf = async ({ planned, events }: Kept, begun: number, isVerified: boolean): Promise<State> => {
  const undoing = events.findLast((one) => one.kind === 'undo-begun');
  if (events.some(({ kind }) => kind === 'undone')) return 'undone';
  if (undoing !== undefined) return (await ownerOf(undoing.owner)) === 'alive' ? 'running' : 'undoing';
  if (events.some(({ kind }) => kind === 'kept')) return 'kept';
  const ended = events.flatMap((one) => (one.kind === 'ended' ? [one] : []));
  if (ended.some(({ ok }) => !ok)) return 'failed';
  if (ended.length === planned.steps.length && (begun > 0 || isVerified)) return 'done';
  if ((await ownerOf(planned.owner)) === 'alive' && !isVerified) return 'running';
  return 'interrupted';
};
