/** A ticket as it lies here, for a program. */
import type { Message } from '../../ticket/desk.ts';
import type { Damaged, Entry } from '../../ticket/outbox.ts';

/** Raised when something is removed or changes its meaning; additions do not raise it. */
export const TICKETS_VERSION = 1;

export interface Standing {
  readonly state: string;
  readonly label: string;
  /** When it was seen. */
  readonly at: string;
}

/** At the last look, or as an action of ours left it since; nothing where neither was. */
export const standingOf = ({ seen, turned }: Entry): Standing | undefined => {
  const last = seen.at(-1);
  if (turned !== undefined) return { state: turned.state, label: '', at: turned.at };
  return last && { state: last.state, label: last.label, at: last.at };
};

/** What was asked for and is not done. */
export const openWishes = ({ actions }: Entry) =>
  [...actions].flatMap(([number, { kind, status, askedAt, failure }]) =>
    status === 'done' ? [] : [{ number, kind, status, askedAt, ...(failure && { failure: failure.code }) }],
  );

export const jsonOf = (entry: Entry, standing = standingOf(entry)) => {
  const { ticket, status, desk, attempts, sent, failure, nextTryAt } = entry;
  return {
    status,
    key: ticket.key,
    subject: ticket.subject,
    category: ticket.category,
    priority: ticket.priority,
    createdAt: ticket.createdAt,
    attempts,
    ...(desk !== undefined && { desk }),
    ...(sent !== undefined && { id: sent.id, target: sent.target, filedAt: sent.at }),
    ...(sent?.url !== undefined && { url: sent.url }),
    ...(standing !== undefined && { standing }),
    ...(status !== 'sent' && failure !== undefined && { failure: failure.code }),
    ...(status !== 'sent' && nextTryAt !== undefined && { nextTryAt }),
    waiting: openWishes(entry),
  };
};

export const damagedJson = ({ status, folder, why }: Damaged) => ({ status, folder, why });

/** `live`: the desk was asked just now. */
export const shownJson = (
  entry: Entry,
  standing: Standing | undefined,
  messages: readonly Message[],
  live: boolean,
) => ({ schemaVersion: TICKETS_VERSION, live, ...jsonOf(entry, standing), messages });
