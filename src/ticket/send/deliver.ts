/**
 * One ticket, from the outbox to the desk: look, create, read back, attach, verify. Every step is in the journal
 * before and after it is done, so that whoever comes after a crash goes on where it was.
 */

import { errno, messageOf } from '../../durable-files.ts';
import type { BundleFile, Desk, Failure } from '../desk.ts';
import { writeStep } from '../outbox/journal.ts';
import { bundleOf, type Entry, moveTo } from '../outbox/list.ts';
import { BUDGET, delayMs, laterMs, realPace } from '../pace.ts';
import { nextStage, type Progress, type Staged, stages } from './stages.ts';
import type { Delivery, SendOptions } from './types.ts';

type Options = SendOptions & { readonly signal: AbortSignal };

export const deliver = async (entry: Entry, desk: Desk, options: Options): Promise<Delivery> => {
  const bundle = await bundleOf(entry);
  if (bundle === 'changed' && entry.sent === undefined) {
    return keep(entry, failureOf('bundle-changed', 'person', 'another checksum'), options);
  }
  const undecided = whyUndecided(entry, desk, options);
  if (undecided) return keep(entry, undecided, options);
  return attempts(entry, desk, bundle === 'changed' ? undefined : bundle, options);
};

const attempts = async (
  entry: Entry,
  desk: Desk,
  bundle: BundleFile | undefined,
  options: Options,
): Promise<Delivery> => {
  const { budget = BUDGET, pace = realPace, signal, onEvent } = options;
  const startedMs = pace.elapsedMs();
  let progress = progressOf(entry, desk, options);
  for (let tries = 0; ; ) {
    const stage = nextStage(progress, desk, bundle);
    if (stage === 'end') return putAway(entry, progress);
    const tried = { ...entry, attempts: progress.attempts };
    const result = await run(tried, desk, bundle, progress, options);
    if (result.status === 'done') {
      progress = result.progress;
      continue;
    }
    const { failure } = result;
    ({ progress } = result);
    tries += 1;
    const after = soFar(entry, progress, desk);
    const ended = result.attempt === undefined ? {} : { attempt: result.attempt };
    if (progress.doubt && progress.filed === undefined && !canRepeat(desk)) {
      return keep(after, mayBeFiled(failure), options, ended);
    }
    const forMs = delayMs(tries, failure.retryAfterMs, pace.random());
    const isOver = tries >= budget.attempts || pace.elapsedMs() - startedMs + forMs > budget.totalMs;
    if (failure.again !== 'soon' || isOver || signal.aborted) return keep(after, failure, options, ended);
    await writeStep(entry.folder, { step: 'failed', ...ended, failure }, pace.nowMs()).catch(() => {});
    onEvent?.({ kind: 'pausing', key: entry.ticket.key, attempt: progress.attempts, forMs, failure });
    await pace.sleep(forMs, signal);
    if (signal.aborted) return keep(after, failure, options);
  }
};

const soFar = (entry: Entry, { attempts, filed }: Progress, { target }: Desk): Entry => ({
  ...entry,
  attempts,
  ...(filed && { sent: { ...filed, at: entry.ticket.createdAt, target } }),
});

/** A disk that takes no line of the journal stops a step before it begins. */
const run = async (
  entry: Entry,
  desk: Desk,
  bundle: BundleFile | undefined,
  progress: Progress,
  options: Options,
): Promise<Staged> => {
  const stage = nextStage(progress, desk, bundle);
  try {
    return await stages[stage]({ entry, desk, bundle, progress, options });
  } catch (error) {
    if (errno(error) === '') throw error;
    return { status: 'failed', failure: unwritable(error), progress };
  }
};

const progressOf = (entry: Entry, desk: Desk, options: Options): Progress => ({
  attempts: entry.attempts,
  doubt: entry.doubt !== undefined && !(options.despiteDoubt && !desk.find),
  hasLooked: false,
  ...(entry.sent && { filed: { ...entry.sent, existing: true } }),
  isConfirmed: entry.keyKept !== undefined,
  keyKept: entry.keyKept ?? true,
  duplicates: entry.duplicates,
  ...(entry.reported && { reported: entry.reported }),
  ...(entry.unattached && { unattached: entry.unattached }),
});

const putAway = async (entry: Entry, progress: Progress): Promise<Delivery> => {
  const { folder } = await moveTo(entry, 'sent').catch(() => entry);
  const { filed, keyKept, duplicates, unattached } = progress;
  if (filed === undefined) throw new Error('put away before it was filed');
  const { id, url, existing } = filed;
  return {
    status: 'sent',
    ...placeOf({ ...entry, attempts: progress.attempts }),
    folder,
    id,
    existing,
    ...(url !== undefined && { url }),
    ...(!keyKept && { keyLost: true as const }),
    ...(duplicates.length > 0 && { duplicates }),
    ...(unattached && { unattached }),
  };
};

/** It stays in the outbox, with the reason. */
const keep = async (
  entry: Entry,
  failure: Failure,
  options: Options,
  ended: { readonly attempt?: number } = {},
): Promise<Delivery> => {
  const status = failure.again === 'person' ? 'held' : 'waiting';
  const { pace = realPace } = options;
  const inMs = laterMs(entry.attempts, failure.retryAfterMs);
  const nextTryAt = new Date(pace.nowMs() + inMs).toISOString();
  const hint = status === 'waiting' ? { nextTryAt } : {};
  await writeStep(entry.folder, { step: 'failed', ...ended, failure, ...hint }, pace.nowMs()).catch(() => {});
  const { folder } = await moveTo(entry, status).catch(() => entry);
  const { sent } = entry;
  const filed = sent && { id: sent.id, existing: false, ...(sent.url !== undefined && { url: sent.url }) };
  return { status, ...placeOf(entry), folder, failure, ...hint, ...(filed && { filed }) };
};

const placeOf = ({ ticket, root, folder, attempts }: Entry) => ({ key: ticket.key, root, folder, attempts });

const canRepeat = (desk: Desk): boolean => desk.deduplicates || desk.find !== undefined;

const whyUndecided = (entry: Entry, desk: Desk, options: Options): Failure | undefined => {
  // What is filed goes on at the desk that has it.
  const begun = entry.sent ?? entry.doubt;
  if (begun === undefined || options.despiteDoubt) return undefined;
  if (begun.target !== '' && begun.target !== desk.target) {
    return failureOf('desk-changed', 'person', `begun at ${begun.target}`);
  }
  return entry.sent || canRepeat(desk)
    ? undefined
    : failureOf('may-be-filed', 'person', entry.failure?.detail ?? 'a crash');
};

const mayBeFiled = (failure: Failure): Failure => ({
  ...failure,
  code: 'may-be-filed',
  again: 'person',
  detail: `${failure.code}: ${failure.detail}`,
});

const unwritable = (error: unknown): Failure => {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(errno(error));
  return failureOf(isFull ? 'disk-full' : 'outbox-unwritable', 'later', errno(error) || messageOf(error));
};

/** Failures on this side: nothing has left. */
const failureOf = (code: Failure['code'], again: Failure['again'], detail: string): Failure => ({
  code,
  certainty: 'not-received',
  again,
  detail,
});
