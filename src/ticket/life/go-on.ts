/** Goes on with everything that was asked for and is not done yet, of one ticket, in its order. */
import type { Desk, Failure } from '../desk.ts';
import type { ActionState } from '../outbox/history.ts';
import { writeStep } from '../outbox/journal.ts';
import type { Entry } from '../outbox/list.ts';
import { BUDGET, delayMs, laterMs, realPace } from '../pace.ts';
import type { SendOptions } from '../send/types.ts';
import { readAction } from './ask.ts';
import { perform } from './perform.ts';

export type Performed = {
  readonly key: string;
  readonly number: number;
  readonly kind: string;
} & ({ readonly status: 'done' } | { readonly status: 'waiting' | 'refused'; readonly failure: Failure });

type Options = SendOptions & { readonly signal: AbortSignal };

const isOpen =
  ({ held = false, despiteDoubt = false }: Pick<SendOptions, 'held' | 'despiteDoubt'>) =>
  ([, { status, failure }]: readonly [number, ActionState]): boolean =>
    status === 'waiting' ||
    status === 'doubt' ||
    // What may be done already is done again only where the person says that it was not.
    (held && status === 'refused' && (despiteDoubt || failure?.certainty !== 'unclear'));

export const hasOpenActions = (entry: Entry, options: SendOptions = {}): boolean =>
  [...entry.actions].some(isOpen(options));

export const goOn = async (entry: Entry, desk: Desk, options: Options): Promise<readonly Performed[]> => {
  const done: Performed[] = [];
  for (const [number, state] of [...entry.actions].filter(isOpen(options))) {
    if (options.signal.aborted) break;
    const one = await once(entry, number, state, desk, options);
    done.push(one);
    // What was asked for later may rest on it.
    if (one.status === 'waiting') break;
  }
  return done;
};

const once = async (
  entry: Entry,
  number: number,
  { kind, status }: ActionState,
  desk: Desk,
  options: Options,
): Promise<Performed> => {
  const { pace = realPace, budget = BUDGET, signal } = options;
  const about = { key: entry.ticket.key, number, kind };
  const note = (step: Parameters<typeof writeStep>[1]) => writeStep(entry.folder, step, pace.nowMs());
  const action = await readAction(entry, number);
  if (action === undefined || entry.sent === undefined) {
    return { ...about, status: 'refused', failure: DAMAGED };
  }
  const { id, target } = entry.sent;
  if (target !== desk.target) return { ...about, status: 'refused', failure: elsewhere(target) };
  let doubt = status === 'doubt';
  if (doubt && desk.byWord && !options.despiteDoubt) {
    await note({ step: 'undone', action: number, failure: UNHEARD }).catch(() => {});
    return { ...about, status: 'refused', failure: UNHEARD };
  }
  const startedMs = pace.elapsedMs();
  for (let tries = 1; ; tries += 1) {
    await note({ step: 'doing', action: number });
    const done = await perform({ entry, id, number, action, desk, doubt, options: { signal } });
    if (done.status === 'done') {
      await note({ step: 'did', action: number }).catch(() => {});
      return { ...about, status: 'done' };
    }
    const { failure } = done;
    doubt = doubt || failure.certainty === 'unclear';
    const forMs = delayMs(tries, failure.retryAfterMs, pace.random());
    const isOver = tries >= budget.attempts || pace.elapsedMs() - startedMs + forMs > budget.totalMs;
    if (failure.again !== 'soon' || isOver || signal.aborted) {
      // In doubt it stays, whatever the last answer was about.
      const told =
        doubt && failure.again !== 'person' ? { ...failure, certainty: 'unclear' as const } : failure;
      const nextTryAt = new Date(pace.nowMs() + laterMs(tries, failure.retryAfterMs)).toISOString();
      await note({ step: 'undone', action: number, failure: told, nextTryAt }).catch(() => {});
      return { ...about, status: failure.again === 'person' ? 'refused' : 'waiting', failure };
    }
    await pace.sleep(forMs, signal);
  }
};

const DAMAGED: Failure = {
  code: 'bundle-changed',
  certainty: 'not-received',
  again: 'person',
  detail: 'what was asked for cannot be read',
};

/** Nobody can be asked whether it was done. */
const UNHEARD: Failure = {
  code: 'mail-unclear',
  certainty: 'unclear',
  again: 'person',
  detail: 'the program ended while it was sent',
};

const elsewhere = (target: string): Failure => ({
  ...DAMAGED,
  code: 'desk-changed',
  detail: `begun at ${target}`,
});
