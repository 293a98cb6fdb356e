/** Sends what waits in the outbox, each ticket once. */

import { errno, isOurs, isRealFolder, messageOf } from '../durable-files.ts';
import type { Desk, FailureCode } from './desk.ts';
import { goOn, hasOpenActions, type Performed } from './life/go-on.ts';
import { type Entry, isIntact, listTickets, type State } from './outbox/list.ts';
import { acquireLock, type Lock } from './outbox/lock.ts';
import { deliver } from './send/deliver.ts';
import type { Delivery, SendOptions, Sent } from './send/types.ts';

export type { Delivery, SendEvent, SendOptions, Sent } from './send/types.ts';

const LOCK_WAIT_MS = 5_000;

/** Failures of one ticket. After any other one, the next ticket would meet the same. */
const OF_ONE_TICKET: ReadonlySet<FailureCode> = new Set([
  'too-large',
  'rejected',
  'answer-unclear',
  'conflict',
  'bundle-changed',
  'attachment-dropped',
  'not-changed',
  'desk-changed',
  'may-be-filed',
  'cannot',
]);

export const sendTickets = async (
  roots: readonly string[],
  desk: Desk,
  options: SendOptions = {},
): Promise<Sent> => {
  const signal = options.signal ?? new AbortController().signal;
  const deliveries: Delivery[] = [];
  const performed: Performed[] = [];
  const busy: string[] = [];
  const unusable: { root: string; why: string }[] = [];
  for (const root of new Set(roots)) {
    if (!(await isRealFolder(root))) continue;
    try {
      if (!(await isOurs(root))) {
        unusable.push({ root, why: 'it belongs to another user' });
        continue;
      }
      const locked = await acquireLock(root, options.lockWaitMs ?? LOCK_WAIT_MS, signal);
      if (locked.status === 'busy') {
        busy.push(locked.holder);
        continue;
      }
      const { lock } = locked;
      const told = { deliveries, performed };
      await sendFrom(root, roots, desk, { ...options, signal }, lock, told).finally(lock.release);
    } catch (error) {
      // Anything but the disk's own refusal is a fault of ours.
      if (errno(error) === '') throw error;
      unusable.push({ root, why: messageOf(error) });
    }
  }
  return { deliveries, performed, busy, unusable };
};

const sendFrom = async (
  root: string,
  roots: readonly string[],
  desk: Desk,
  options: SendOptions & { readonly signal: AbortSignal },
  lock: Lock,
  { deliveries, performed }: { readonly deliveries: Delivery[]; readonly performed: Performed[] },
): Promise<void> => {
  // All of them, because a twin in another place decides whether this one may be sent.
  const all = (await listTickets(roots)).filter(isIntact);
  for (const entry of all.filter(isWanted(root, options))) {
    const before = deliveries.find((one) => one.status !== 'sent' && !OF_ONE_TICKET.has(one.failure.code));
    if (options.signal.aborted || (before && before.status !== 'sent')) {
      const failure = before && before.status !== 'sent' ? before.failure : INTERRUPTED;
      deliveries.push({ ...placeOf(entry), status: 'untried', failure, attempts: entry.attempts });
      continue;
    }
    await lock.beat();
    deliveries.push(await deliver(entry, desk, options));
  }
  const stopped = deliveries.some((one) => one.status !== 'sent' && !OF_ONE_TICKET.has(one.failure.code));
  if (stopped || !all.some((entry) => hasOpenActions(entry, options))) return;
  const filed = (await listTickets([root])).filter(isIntact).filter(({ status }) => status === 'sent');
  for (const entry of filed.filter(isMeant(root, options))) {
    await lock.beat();
    const done = await goOn(entry, desk, options);
    performed.push(...done);
    if (done.some((one) => one.status === 'waiting' && !OF_ONE_TICKET.has(one.failure.code))) return;
  }
};

const INTERRUPTED = {
  code: 'interrupted',
  certainty: 'not-received',
  again: 'soon',
  detail: 'interrupted',
} as const;

const isWanted = (root: string, options: SendOptions) => {
  const states: readonly State[] = options.held ? ['waiting', 'held'] : ['waiting'];
  const meant = isMeant(root, options);
  return (entry: Entry): boolean => states.includes(entry.status) && meant(entry);
};

const isMeant =
  (root: string, { keys, isFor }: SendOptions) =>
  (entry: Entry): boolean =>
    entry.root === root && (keys?.includes(entry.ticket.key) ?? true) && (isFor?.(entry) ?? true);

const placeOf = (entry: Entry) => ({ key: entry.ticket.key, root: entry.root, folder: entry.folder });
