import type { Failure, Filed } from '../desk.ts';
import type { Performed } from '../life/go-on.ts';
import type { Entry } from '../outbox/list.ts';
import type { Budget, Pace } from '../pace.ts';

export interface SendOptions {
  /** Only these. */
  readonly keys?: readonly string[];
  /** Also those that wait for a person: for a person who says "send". */
  readonly held?: boolean;
  /** A person has looked and decided: send although it may have been filed, here or at another desk. */
  readonly despiteDoubt?: boolean;
  readonly budget?: Budget;
  readonly pace?: Pace;
  readonly signal?: AbortSignal;
  /** For another sender to end. */
  readonly lockWaitMs?: number;
  readonly onEvent?: (event: SendEvent) => void;
  /** Whether a ticket is for this desk; all are where it is left out. */
  readonly isFor?: (entry: Entry) => boolean;
}

export type SendEvent =
  | { readonly kind: 'looking'; readonly key: string }
  | { readonly kind: 'sending'; readonly key: string; readonly attempt: number }
  | { readonly kind: 'attaching'; readonly key: string }
  | {
      readonly kind: 'pausing';
      readonly key: string;
      readonly attempt: number;
      readonly forMs: number;
      readonly failure: Failure;
    };

interface Place {
  readonly key: string;
  readonly root: string;
  readonly folder: string;
  readonly attempts: number;
}

export type Delivery =
  | (Place &
      Filed & {
        readonly status: 'sent';
        /** The desk did not keep the key: a later look will not find it. */
        readonly keyLost?: true;
        /** Others with the same key. */
        readonly duplicates?: readonly string[];
        /** Why the report stays here. */
        readonly unattached?: Failure;
      })
  /** It stays where it is; 'held' until a person has acted. `filed`: only the rest is missing. */
  | (Place & {
      readonly status: 'waiting' | 'held';
      readonly failure: Failure;
      readonly nextTryAt?: string;
      readonly filed?: Filed;
    })
  /** Not tried, since what stopped the one before would have stopped it too. */
  | (Place & { readonly status: 'untried'; readonly failure: Failure });

export interface Sent {
  readonly deliveries: readonly Delivery[];
  /** What was asked for beside: comments, attachments, changes of the state. */
  readonly performed: readonly Performed[];
  /** Lock files of other senders that are at work. */
  readonly busy: readonly string[];
  /** Outboxes that cannot be written. */
  readonly unusable: readonly { readonly root: string; readonly why: string }[];
}
