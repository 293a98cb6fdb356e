/** Sends what waits in the outbox, each ticket once. */

import type { Desk, FailureCode } from './desk.ts';
import { errno, isOurs, isRealFolder, messageOf } from './outbox/files.ts';
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
      await sendFrom(root, roots, desk, { ...options, signal }, lock, deliveries).finally(lock.release);
    } catch (error) {
      // Anything but the disk's own refusal is a fault of ours.
      if (errno(error) === '') throw error;
      unusable.push({ root, why: messageOf(error) });
    }
  }
  return { deliveries, busy, unusable };
};

const sendFrom = async (
  root: string,
  roots: readonly string[],
  desk: Desk,
  options: SendOptions & { readonly signal: AbortSignal },
  lock: Lock,
  deliveries: Delivery[],
): Promise<void> => {
  // All of them, because a twin in another place decides whether this one may be sent.
  const entries = (await listTickets(roots)).filter(isIntact).filter(isWanted(root, options));
  for (const entry of entries) {
    const before = deliveries.find((one) => one.status !== 'sent' && !OF_ONE_TICKET.has(one.failure.code));
    if (options.signal.aborted || (before && before.status !== 'sent')) {
      const failure = before && before.status !== 'sent' ? before.failure : INTERRUPTED;
      deliveries.push({ ...placeOf(entry), status: 'untried', failure, attempts: entry.attempts });
      continue;
    }
    await lock.beat();
    deliveries.push(await deliver(entry, desk, options));
  }
};

const INTERRUPTED = {
  code: 'interrupted',
  certainty: 'not-received',
  again: 'soon',
  detail: 'interrupted',
} as const;

const isWanted = (root: string, { keys, held, isFor }: SendOptions) => {
  const states: readonly State[] = held ? ['waiting', 'held'] : ['waiting'];
  return (entry: Entry): boolean =>
    entry.root === root &&
    states.includes(entry.status) &&
    (keys?.includes(entry.ticket.key) ?? true) &&
    (isFor?.(entry) ?? true);
};

const placeOf = (entry: Entry) => ({ key: entry.ticket.key, root: entry.root, folder: entry.folder });
