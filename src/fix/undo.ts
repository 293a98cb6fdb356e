/** Takes back what was begun: the commands that the journal holds, with the same rights, one by one. */
import { ownTag } from '../owner.ts';
import type { Done } from './done.ts';
import { continueJournal } from './journal.ts';
import { type Rights, withRights } from './rights.ts';
import { type Acted, type ReadyRights, type Surroundings, toldOf } from './run.ts';

export type Undone =
  | { readonly kind: 'no-way' }
  | { readonly kind: 'no-rights' }
  | { readonly kind: 'not-unattended' }
  | { readonly kind: 'declined' | 'left' }
  | { readonly kind: 'not-journalled'; readonly why: string }
  | {
      readonly kind: 'undone';
      readonly steps: readonly Acted[];
      readonly ended: 'all' | 'failed' | 'interrupted';
    };

export interface UndoSurroundings extends Pick<Surroundings, 'act' | 'tell' | 'rights' | 'signal'> {
  readonly ask?: (commands: readonly ReadyRights[]) => Promise<boolean | undefined>;
}

/** The commands as they would run; nothing where the rights for one cannot be had. */
export const commandsBack = (
  { back, kept }: Done,
  here: UndoSurroundings['rights'],
): readonly ReadyRights[] | undefined => {
  const rights: readonly Rights[] = back.map((argv) => withRights(argv, kept.planned.needs, here));
  const ready = rights.filter((one): one is ReadyRights => one.kind !== 'none');
  return ready.length === rights.length ? ready : undefined;
};

/**
 * Goes on after a command that fails: a step that was killed in the middle may have left nothing to take back, and
 * the others still have to be.
 */
export const takeBack = async (done: Done, around: UndoSurroundings): Promise<Undone> => {
  const { act, ask, tell, signal } = around;
  if (done.back.length === 0) return { kind: 'no-way' };
  const commands = commandsBack(done, around.rights);
  if (commands === undefined) return { kind: 'no-rights' };
  if (ask === undefined && done.kept.planned.risk !== 'safe') return { kind: 'not-unattended' };
  const said = ask === undefined ? true : await ask(commands);
  if (said !== true) return { kind: said === undefined ? 'left' : 'declined' };
  const journal = continueJournal(done.kept);
  try {
    await journal.write({ kind: 'undo-begun', owner: await ownTag() });
  } catch (cause) {
    return { kind: 'not-journalled', why: cause instanceof Error ? cause.message : String(cause) };
  }
  const acted: Acted[] = [];
  const of = commands.length;
  for (const [at, command] of commands.entries()) {
    if (signal.aborted) return { kind: 'undone', steps: acted, ended: 'interrupted' };
    await tell({ kind: 'step-begun', step: at + 1, of, argv: command.argv });
    const asks = command.kind === 'through' && command.asks;
    const one = await act(command.argv, { timeoutMs: LIMIT_MS, asks });
    acted.push(one);
    const ok = one.kind === 'ended' && one.exitCode === 0;
    await journal
      .write({ kind: 'undo-step', argv: [...command.argv], ok, told: toldOf(one) })
      .catch(() => {});
    await tell({ kind: 'step-ended', step: at + 1, of, acted: one, ok });
  }
  const hasFailed = acted.some((one) => one.kind !== 'ended' || one.exitCode !== 0);
  // A disk that is full now does not make what was taken back undone.
  if (!hasFailed) await journal.write({ kind: 'undone', effect: 'taken back' }).catch(() => {});
  return { kind: 'undone', steps: acted, ended: hasFailed ? 'failed' : 'all' };
};

const LIMIT_MS = 600_000;
