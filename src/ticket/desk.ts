/** What a help desk must be able to do so that a ticket is filed exactly once. */
import type { Ticket, TicketBundle } from './model.ts';

/** Why a ticket was not (knowably) filed. Each has its words in `messages.en.ts`. */
export type FailureCode =
  | 'name-not-found'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'proxy'
  | 'tls'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'too-large'
  | 'rejected'
  | 'too-many'
  | 'desk-trouble'
  | 'redirect'
  | 'html'
  | 'answer-too-large'
  | 'answer-unclear'
  | 'conflict'
  | 'secret-missing'
  | 'secret-command-failed'
  | 'ca-unreadable'
  | 'misconfigured'
  | 'disk-full'
  | 'outbox-unwritable'
  | 'bundle-changed'
  | 'desk-changed'
  | 'may-be-filed'
  | 'interrupted';

export interface Failure {
  readonly code: FailureCode;
  /** 'unclear': the desk may have taken it. Only 'not-received' is safe to treat as "no ticket there". */
  readonly certainty: 'not-received' | 'unclear';
  /** 'soon': worth another attempt in this run. 'later': in a later run. 'person': someone must act first. */
  readonly again: 'soon' | 'later' | 'person';
  /** The technical detail: an errno, a status line. Free of secrets and control characters, one line. */
  readonly detail: string;
  readonly httpStatus?: number;
  /** What the desk asked for. */
  readonly retryAfterMs?: number;
}

export interface Filed {
  /** The desk's own number for it. */
  readonly id: string;
  readonly url?: string;
  /** It was there already, from an attempt before. */
  readonly existing: boolean;
}

export type Outcome =
  | ({ readonly status: 'sent' } & Filed)
  | { readonly status: 'failed'; readonly failure: Failure };

export type Found =
  | ({ readonly status: 'found' } & Filed)
  | { readonly status: 'none' }
  | { readonly status: 'failed'; readonly failure: Failure };

/** The report as it lies in the outbox; may be opened more than once. */
export interface BundleFile extends TicketBundle {
  open(): AsyncIterable<Uint8Array>;
}

export interface DeskOptions {
  readonly signal: AbortSignal;
}

export interface Desk {
  /** 'webhook' */
  readonly name: string;
  /** Where it goes, as a person may read it: no secrets in it. */
  readonly target: string;
  /** The desk takes a ticket with a key it knows as the same ticket, so it may be sent again when in doubt. */
  readonly deduplicates: boolean;
  send(ticket: Ticket, bundle: BundleFile | undefined, options: DeskOptions): Promise<Outcome>;
  /** Looks for the ticket by its key; asked before anything is sent again. Absent where a desk has no search. */
  find?(key: string, options: DeskOptions): Promise<Found>;
}
