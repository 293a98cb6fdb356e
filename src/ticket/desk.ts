/**
 * What a help desk must be able to do so that a ticket is filed exactly once, and what it may be able to do
 * beside that. What is absent, the desk cannot do: `instead` says what happens then.
 */
import type { Ticket, TicketBundle } from './model.ts';

/** Why something was not (knowably) done. Each has its words in `messages.en.ts`. */
export type FailureCode =
  | 'name-not-found'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'proxy'
  | 'tls'
  | 'private-address'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'queue-missing'
  | 'field-missing'
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
  | 'secret-exposed'
  | 'ca-unreadable'
  | 'misconfigured'
  | 'disk-full'
  | 'outbox-unwritable'
  | 'bundle-changed'
  | 'attachment-dropped'
  | 'not-changed'
  | 'desk-changed'
  | 'may-be-filed'
  | 'report-too-large'
  | 'no-tls'
  | 'not-smtp'
  | 'mail-broken'
  | 'mail-unclear'
  | 'folder-missing'
  | 'folder-full'
  | 'folder-unwritable'
  | 'cannot'
  | 'interrupted';

export interface Failure {
  readonly code: FailureCode;
  /** 'unclear': the desk may have done it. Only 'not-received' is safe to treat as "not done". */
  readonly certainty: 'not-received' | 'unclear';
  /** 'soon': worth another attempt in this run. 'later': in a later run. 'person': someone must act first. */
  readonly again: 'soon' | 'later' | 'person';
  /** The technical detail: an errno, a status line. Free of secrets and control characters, one line. */
  readonly detail: string;
  readonly httpStatus?: number;
  /** What the desk asked for. */
  readonly retryAfterMs?: number;
}

export type Failed = { readonly status: 'failed'; readonly failure: Failure };
export type Done = { readonly status: 'done' } | Failed;
export type Looked<T> = { readonly status: 'ok'; readonly value: T } | Failed;

export interface Filed {
  /** The desk's own number for it. */
  readonly id: string;
  readonly url?: string;
  /** It was there already, from an attempt before. */
  readonly existing: boolean;
}

export type Outcome =
  | ({
      readonly status: 'sent';
      /** Why the report did not go along, where it was to go with the ticket. */
      readonly unattached?: Failure;
    } & Filed)
  | Failed;

/** `others`: further tickets with the same key; the lowest number is the one that counts. */
export type Found =
  | ({ readonly status: 'found'; readonly others?: readonly string[] } & Filed)
  | { readonly status: 'none' }
  | Failed;

/** The report as it lies in the outbox, or another file; may be opened more than once. */
export interface BundleFile extends TicketBundle {
  open(): AsyncIterable<Uint8Array>;
}

/** 'waiting': for the person. What a desk calls it is in `label`. */
export type TicketState = 'new' | 'open' | 'waiting' | 'solved' | 'closed' | 'unknown';

/** A ticket as the desk has it. Texts are the desk's: hostile. */
export interface DeskTicket {
  readonly id: string;
  readonly url?: string;
  /** Our key, as the desk kept it; undefined where it did not. */
  readonly key?: string;
  readonly state: TicketState;
  /** The desk's own word for the state. */
  readonly label: string;
  readonly subject?: string;
  /** ISO 8601. */
  readonly createdAt?: string;
  readonly solvedAt?: string;
  readonly updatedAt?: string;
  readonly priority?: string;
  readonly category?: string;
}

export interface Attachment {
  readonly name: string;
  /** Undefined where the desk does not tell. */
  readonly bytes?: number;
}

export interface Message {
  /** ISO 8601. */
  readonly at?: string;
  readonly author: string;
  /** 'us': written with the credentials of this program. */
  readonly from: 'us' | 'desk' | 'unknown';
  /** Plain text of a stranger. */
  readonly text: string;
  readonly internal: boolean;
  readonly attachments: readonly Attachment[];
}

export interface Note {
  readonly text: string;
  /** Stands in the text too: a note that may have arrived is looked for by it. */
  readonly mark: string;
  /** Not for the person, where the desk tells the two apart. */
  readonly internal: boolean;
}

export interface Escalation {
  /** The line it goes to: 2, 3 … */
  readonly level: number;
  readonly note: Note;
}

export interface Rating {
  /** 1 to 5. */
  readonly stars: number;
  readonly note: Note;
}

/** What `desk test` tells. */
export interface DeskCheck {
  /** Who we are there. */
  readonly user?: string;
  /** Bytes; undefined where it cannot be asked. */
  readonly attachmentLimit?: number;
  /** What works all the same, and is worth knowing. */
  readonly remarks: readonly Remark[];
}

/** Each has its words in `language/desk.en.ts`. */
export type RemarkCode =
  | 'no-search'
  | 'no-attachments'
  | 'no-key-field'
  | 'public'
  | 'not-writable-checked'
  | 'rights-unchecked'
  | 'limit-unknown';

export interface Remark {
  readonly code: RemarkCode;
  readonly detail: string;
}

/** A request for a person to read before they agree: without secrets. */
export interface Preview {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
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
  /** There are people at the other end and no program: what is asked for is told to them, and they act on it. */
  readonly byWord?: true;
  /** How the report gets there; 'after': by `attach`. */
  readonly reports: 'with-ticket' | 'after' | 'never';
  /** How long a new ticket may be missing in what `find` sees. */
  readonly searchLagMs?: number;
  /** The first request of `create`. */
  preview(ticket: Ticket): Preview;
  check?(options: DeskOptions): Promise<Looked<DeskCheck>>;
  /** `bundle` is of interest only where reports go 'with-ticket'. */
  create(ticket: Ticket, bundle: BundleFile | undefined, options: DeskOptions): Promise<Outcome>;
  /** Looks for the ticket by its key; asked before anything is sent. Absent where a desk has no search. */
  find?(key: string, options: DeskOptions): Promise<Found>;
  read?(id: string, options: DeskOptions): Promise<Looked<DeskTicket>>;
  /** Writes the key onto a ticket that lost it. */
  mark?(id: string, key: string, options: DeskOptions): Promise<Done>;
  attach?(id: string, file: BundleFile, options: DeskOptions): Promise<Done>;
  attachments?(id: string, options: DeskOptions): Promise<Looked<readonly Attachment[]>>;
  conversation?(id: string, options: DeskOptions): Promise<Looked<readonly Message[]>>;
  comment?(id: string, note: Note, options: DeskOptions): Promise<Done>;
  /** Beside a comment, which is always written. */
  escalate?(id: string, escalation: Escalation, options: DeskOptions): Promise<Done>;
  close?(id: string, options: DeskOptions): Promise<Done>;
  reopen?(id: string, options: DeskOptions): Promise<Done>;
  /** Where it takes ratings; elsewhere they are written as a comment. */
  rate?(id: string, rating: Rating, options: DeskOptions): Promise<Done>;
  /** All tickets of its queue since a moment, for figures; newest first. */
  queue?(wish: QueueWish, options: DeskOptions): Promise<Looked<readonly DeskTicket[]>>;
}

export interface QueueWish {
  /** The desk's own name; undefined: the configured one. */
  readonly name?: string;
  readonly since: Date;
  readonly limit: number;
}
