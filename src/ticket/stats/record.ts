/** What of a ticket the figures are made from. */
import type { DeskTicket, TicketState } from '../desk.ts';
import type { Action } from '../life/action.ts';
import { readAction } from '../life/ask.ts';
import type { Seen } from '../outbox/history.ts';
import type { Entry } from '../outbox/list.ts';

/** Times are ISO 8601, by whatever clock. What is absent is not known; `undefined` is never zero. */
export interface TicketRecord {
  readonly desk: string;
  readonly category: string;
  readonly causes: readonly string[];
  /** Of the ticket itself, where it is not filed. */
  readonly begunAt: string;
  readonly filed: boolean;
  readonly state: TicketState;
  readonly respondedAt?: string;
  readonly solvedAt?: string;
  readonly history?: {
    readonly reopened: boolean;
    readonly escalated: boolean;
    /** How often it was seen to wait for the person. */
    readonly questions: number;
    /** The person closed it and said that it is not solved. */
    readonly unsolved: boolean;
  };
  /** 1 to 5; the last rating that the desk has. */
  readonly stars?: number;
}

/** `desk`: where the ticket names none. */
export const recordOf = async (entry: Entry, desk: string): Promise<TicketRecord> => {
  const { ticket, sent, seen, turned } = entry;
  const done = await doneActions(entry);
  const last = seen.at(-1);
  const solvedAt = turned === undefined ? last?.solvedAt : turned.state === 'solved' ? turned.at : undefined;
  const stars = lastOf(done, 'rate')?.stars;
  return {
    desk: entry.desk ?? desk,
    category: ticket.category,
    causes: [...new Set(ticket.verdict.rootCauses.map(({ code }) => code))],
    begunAt: sent?.at ?? ticket.createdAt,
    filed: sent !== undefined,
    state: turned?.state ?? last?.state ?? (sent === undefined ? 'unknown' : 'new'),
    ...(last?.respondedAt !== undefined && { respondedAt: last.respondedAt }),
    ...(solvedAt !== undefined && { solvedAt }),
    history: {
      reopened: done.some(({ kind }) => kind === 'reopen') || turns(seen, isOver, isOpen) > 0,
      escalated: done.some(({ kind }) => kind === 'escalate'),
      questions: turns([{ state: 'new' }, ...seen], (state) => state !== 'waiting', isWaiting),
      unsolved: lastOf(done, 'close')?.solved === false,
    },
    ...(stars !== undefined && { stars }),
  };
};

/** A ticket of a queue: a desk does not tell there how often it was reopened, or when it first answered. */
export const recordOfDesk = (ticket: DeskTicket, desk: string): TicketRecord | undefined => {
  const { createdAt, solvedAt, category = '', state } = ticket;
  if (createdAt === undefined) return undefined;
  return {
    desk,
    category,
    causes: [],
    begunAt: createdAt,
    filed: true,
    state,
    ...(solvedAt !== undefined && isOver(state) && { solvedAt }),
  };
};

export const isOver = (state: TicketState): boolean => state === 'solved' || state === 'closed';
export const isOpen = (state: TicketState): boolean => ['new', 'open', 'waiting'].includes(state);
const isWaiting = (state: TicketState): boolean => state === 'waiting';

type Test = (state: TicketState) => boolean;

const turns = (seen: readonly Pick<Seen, 'state'>[], from: Test, to: Test): number =>
  seen.filter(({ state }, at) => {
    const before = seen[at - 1];
    return before !== undefined && from(before.state) && to(state);
  }).length;

/** In their order; what waits or was refused never happened. */
const doneActions = async (entry: Entry): Promise<readonly Action[]> => {
  const numbers = [...entry.actions].filter(([, { status }]) => status === 'done').map(([number]) => number);
  const read = await Promise.all(numbers.sort((a, b) => a - b).map((number) => readAction(entry, number)));
  return read.filter((action) => action !== undefined);
};

const lastOf = <K extends Action['kind']>(
  actions: readonly Action[],
  kind: K,
): Extract<Action, { kind: K }> | undefined =>
  actions.findLast((action): action is Extract<Action, { kind: K }> => action.kind === kind);
