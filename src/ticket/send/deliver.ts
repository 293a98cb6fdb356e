/** One ticket, from the outbox to the desk: every step in the journal before and after it is done. */
import type { BundleFile, Desk, Failure, Filed, Outcome } from '../desk.ts';
import { errno, messageOf } from '../outbox/files.ts';
import { writeStep } from '../outbox/journal.ts';
import { bundleOf, type Entry, moveTo } from '../outbox/list.ts';
import { BUDGET, delayMs, laterMs, realPace } from '../pace.ts';
import type { Delivery, SendOptions } from './types.ts';

type Options = SendOptions & { readonly signal: AbortSignal };
type Step = Parameters<typeof writeStep>[1];

export const deliver = async (entry: Entry, desk: Desk, options: Options): Promise<Delivery> => {
  // It was taken, and the crash came before it was put away.
  if (entry.sent) return putAway(entry, { ...entry.sent, existing: true });
  const bundle = await bundleOf(entry);
  if (bundle === 'changed') {
    return keep(entry, failureOf('bundle-changed', 'person', 'another checksum'), options);
  }
  const undecided = whyUndecided(entry, desk, options);
  if (undecided) return keep(entry, undecided, options);
  return attempts(entry, desk, bundle, options);
};

const attempts = async (
  entry: Entry,
  desk: Desk,
  bundle: BundleFile | undefined,
  options: Options,
): Promise<Delivery> => {
  const { budget = BUDGET, pace = realPace, signal, onEvent } = options;
  const startedMs = pace.elapsedMs();
  let doubt = entry.doubt !== undefined && !(options.despiteDoubt && !desk.find);
  for (let tries = 1; ; tries += 1) {
    const tried: Entry = { ...entry, attempts: entry.attempts + tries };
    const result = await attempt(tried, desk, bundle, doubt, options);
    if (result.status === 'sent') return putAway(tried, result);
    const { failure } = result;
    doubt = failure.certainty === 'unclear' || (doubt && !result.absent);
    const ended = result.attempt === undefined ? {} : { attempt: result.attempt };
    if (doubt && !canRepeat(desk)) return keep(tried, mayBeFiled(failure), options, ended);
    const forMs = delayMs(tries, failure.retryAfterMs, pace.random());
    const isOver = tries >= budget.attempts || pace.elapsedMs() - startedMs + forMs > budget.totalMs;
    if (failure.again !== 'soon' || isOver || signal.aborted) return keep(tried, failure, options, ended);
    await note(tried, { step: 'failed', ...ended, failure }, options).catch(() => {});
    onEvent?.({ kind: 'pausing', key: entry.ticket.key, attempt: tried.attempts, forMs, failure });
    await pace.sleep(forMs, signal);
    if (signal.aborted) return keep(tried, failure, options);
  }
};

type Attempt = Outcome & {
  /** The desk was asked, and an earlier attempt did not arrive. */
  readonly absent?: boolean;
  /** Something was sent: the failure is the end of this attempt. */
  readonly attempt?: number;
};

/** When in doubt it looks first, where the desk can be asked. */
const attempt = async (
  entry: Entry,
  desk: Desk,
  bundle: BundleFile | undefined,
  doubt: boolean,
  options: Options,
): Promise<Attempt> => {
  const { signal, onEvent } = options;
  const { key } = entry.ticket;
  const { target } = desk;
  let absent = false;
  try {
    if (doubt && desk.find) {
      onEvent?.({ kind: 'looking', key });
      await note(entry, { step: 'looking', target }, options);
      const found = await desk.find(key, { signal });
      if (found.status === 'failed') return found;
      if (found.status === 'found')
        return await arrived(entry, { ...found, status: 'sent' }, target, options);
      await note(entry, { step: 'absent' }, options);
      absent = true;
    }
    onEvent?.({ kind: 'sending', key, attempt: entry.attempts });
    await note(entry, { step: 'sending', attempt: entry.attempts, target }, options);
  } catch (error) {
    return { status: 'failed', failure: unwritable(error), absent };
  }
  const outcome = await desk.send(entry.ticket, bundle, { signal });
  if (outcome.status === 'failed') return { ...outcome, absent, attempt: entry.attempts };
  return arrived(entry, outcome, target, options);
};

/** A disk that is full now must not turn a filed ticket into a failure: the folder it moves to says the same. */
const arrived = async (
  entry: Entry,
  outcome: Extract<Outcome, { status: 'sent' }>,
  target: string,
  options: Options,
): Promise<Outcome> => {
  const { id, url, existing } = outcome;
  const step: Step = { step: 'sent', target, id, existing, ...(url !== undefined && { url }) };
  await note(entry, step, options).catch(() => {});
  return outcome;
};

const putAway = async (entry: Entry, { id, url, existing }: Filed): Promise<Delivery> => {
  const { folder } = await moveTo(entry, 'sent').catch(() => entry);
  const filed = { id, existing, ...(url !== undefined && { url }) };
  return { status: 'sent', ...placeOf(entry), folder, ...filed };
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
  await note(entry, { step: 'failed', ...ended, failure, ...hint }, options).catch(() => {});
  const { folder } = await moveTo(entry, status).catch(() => entry);
  return { status, ...placeOf(entry), folder, failure, ...hint };
};

const placeOf = ({ ticket, root, folder, attempts }: Entry) => ({ key: ticket.key, root, folder, attempts });

const note = (entry: Entry, step: Step, { pace = realPace }: Options): Promise<void> =>
  writeStep(entry.folder, step, pace.nowMs());

const canRepeat = (desk: Desk): boolean => desk.deduplicates || desk.find !== undefined;

const whyUndecided = (entry: Entry, desk: Desk, options: Options): Failure | undefined => {
  if (entry.doubt === undefined || options.despiteDoubt) return undefined;
  const { target } = entry.doubt;
  if (target !== '' && target !== desk.target) {
    return failureOf('desk-changed', 'person', `begun at ${target}`);
  }
  return canRepeat(desk)
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
