/** A machine that is asked: its answers, or why there are none. */
import type { Raw } from './raw.ts';
import type { Kind, Os, Request } from './request.ts';

/** Why there is no value. None of these is a fault of the machine, and none of them is green. */
export type Reason =
  /** The program, file or folder is not there. */
  | 'absent'
  | 'denied'
  | 'timeout'
  | 'failed'
  /** There is no such read on this system. */
  | 'unsupported'
  /** It answered, and the answer was not understood. */
  | 'unparsable'
  /** The bundle does not hold it. */
  | 'unrecorded'
  /** A question nobody was there to answer. */
  | 'unanswered'
  /** The run ended first. */
  | 'interrupted'
  /** Too slow for a quick look, and nobody asked for more. */
  | 'left-out';

/** The raw answer of a host, or why there is none. `partial` is what a program printed before its time was up. */
export type Answer<K extends Kind = Kind> =
  | { readonly status: 'ok'; readonly raw: Raw[K]; readonly ms: number }
  | {
      readonly status: Reason;
      readonly why: string;
      readonly ms: number;
      readonly partial?: Raw[K];
    };

export interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The one door to a machine: this one, or one that was recorded. */
export interface Host {
  readonly os: Os;
  ask(id: string, request: Request, limits: Limits): Promise<Answer>;
}

/** What a machine answered, by the id of the read. What is inside a bundle. */
export interface Recording {
  readonly os: Os;
  readonly entries: Readonly<Record<string, RecordedEntry>>;
}

export interface RecordedEntry {
  readonly request: Request;
  readonly answer: Answer;
  /** ISO 8601. */
  readonly startedAt: string;
}
