/** Where a walk through a decision tree stands: plain data, so that it can be saved, sent and gone on with. */
import type { Severity } from '../contract.ts';

/** What the checks found, as far as a tree looks at it. */
export interface Measurement {
  readonly findings: readonly OpenFinding[];
  /** Whether the check whose tree it is could look at all. */
  readonly looked: boolean;
  /** What is there, by identity, where the check tells. */
  readonly seen?: readonly string[];
  /** Of it, what was not there before the last step. */
  readonly appeared?: readonly string[];
}

export interface OpenFinding {
  readonly code: string;
  readonly severity: Severity;
  /** Explained by another finding. */
  readonly isConsequence: boolean;
}

export type Outcome = 'cause' | 'solved' | 'unexplained' | 'fine';

/** What has to happen before the walk can go on. */
export type Wanted =
  | { readonly kind: 'measure'; readonly why: 'start' | 'verify' }
  | { readonly kind: 'ask'; readonly question: string; readonly answers: readonly string[] }
  | { readonly kind: 'do'; readonly fixes: readonly string[] }
  | { readonly kind: 'concluded'; readonly outcome: Outcome; readonly finding?: string };

/** How a step ended that was to change something. */
export type Effect = 'solved' | 'changed' | 'same' | 'cannot';

/** One step of the way. Node ids, question ids, finding codes: the words are made when somebody reads. */
export type Step =
  | { readonly kind: 'measured'; readonly node: string; readonly open: readonly string[] }
  | { readonly kind: 'looked'; readonly node: string; readonly to: string }
  | {
      readonly kind: 'asked';
      readonly node: string;
      readonly question: string;
      readonly answer: string;
      /** A question that was answered earlier on the way is not asked again. */
      readonly by: 'person' | 'measurement' | 'earlier';
    }
  | {
      readonly kind: 'did';
      readonly node: string;
      readonly fixes: readonly string[];
      readonly effect: Effect;
    }
  | {
      readonly kind: 'concluded';
      readonly node: string;
      readonly outcome: Outcome;
      readonly finding?: string;
    };

export interface WalkState {
  readonly at: string;
  readonly wanted: Wanted;
  readonly measurement?: Measurement;
  readonly answers: Readonly<Record<string, string>>;
  readonly journal: readonly Step[];
  /** Things done in a row that changed nothing. */
  readonly idleRounds: number;
  readonly events: number;
}

export type WalkEvent =
  | { readonly kind: 'measured'; readonly measurement: Measurement }
  | { readonly kind: 'answered'; readonly question: string; readonly answer: string }
  /** The person did what the node says. */
  | { readonly kind: 'done' }
  | { readonly kind: 'cannot' };
