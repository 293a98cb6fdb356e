/** A protection that a person paused: kept on the disk, so that every later run reminds of it until it is on again. */
import { openJournal } from './journal.ts';
import type { Plan } from './plan.ts';

type Paused = Pick<Plan, 'fix' | 'module' | 'target' | 'risk' | 'touches' | 'pauses'>;

/** Best effort: a pause that cannot be kept was still told. */
export const rememberPause = async (
  { fix, module, target, risk, touches, pauses }: Paused,
  title: string,
  folders?: readonly string[],
): Promise<void> => {
  if (pauses === undefined) return;
  const plan = { fix, module, title, target, risk, touches: [...touches], needs: 'person' as const };
  const journal = await openJournal({ ...plan, steps: [], undo: [] }, folders);
  if ('why' in journal) return;
  await journal.write({ kind: 'verified', effect: 'unknown' }).catch(() => {});
  await journal.write({ kind: 'remind', about: pauses }).catch(() => {});
};
