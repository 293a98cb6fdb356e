/** Where a walk through a decision tree stands: plain data, so that it can be saved, sent and gone on with. */
import type { ChangeKind, Severity } from '../contract.ts';

/** What the checks found, as far as a tree looks at it. */
export interface Measurement {
  readonly findings: readonly OpenFinding[];
  /** Whether the check whose tree it is could look at all. */
  readonly looked: boolean;
  /** Modules that could look; all of them where it is not said. */
  readonly lookedAt?: readonly string[];
  /** What changed since the computer was last seen well. */
  readonly changed?: readonly ChangeKind[];
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
  | {
      readonly kind: 'ask';
      readonly question: string;
      readonly answers: readonly string[];
      readonly chosen?: Chosen;
    }
  | { readonly kind: 'do'; readonly fixes: readonly string[]; readonly chosen?: Chosen }
  | { readonly kind: 'concluded'; readonly outcome: Outcome; readonly finding?: string };

/** Why this step and no other: the figures, where there were any. */
export interface Chosen {
  /** What is believed, 0 to 1, by finding code; OTHER for what nobody thought of. */
  readonly shares: Readonly<Record<string, number>>;
  /** What beginning with each step that was left would have cost, cheapest first. */
  readonly options: readonly { readonly id: string; readonly expectedSeconds: number }[];
}

/** How a step ended that was to change something. */
export type Effect = 'solved' | 'changed' | 'same' | 'cannot';

/** One step of the way. Node ids, question ids, finding codes: the words are made when somebody reads. */
export type Step =
  | {
      readonly kind: 'measured';
      readonly node: string;
      readonly open: readonly string[];
      /** Where the check whose tree it is could not look. */
      readonly blind?: true;
    }
  | { readonly kind: 'looked'; readonly node: string; readonly to: string }
  | {
      readonly kind: 'asked';
      readonly node: string;
      readonly question: string;
      readonly answer: string;
      /** A question that was answered earlier on the way is not asked again. */
      readonly by: 'person' | 'measurement' | 'earlier';
      /** The findings that answered it, where a measurement did. */
      readonly because?: readonly string[];
    }
  | {
      readonly kind: 'did';
      readonly node: string;
      readonly fixes: readonly string[];
      readonly effect: Effect;
      /** The one of them that the tool ran. */
      readonly ran?: string;
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
  /** How a step ended by what was measured, while the person is asked about it. */
  readonly verifying?: Effect;
  /** The fix that was run, until its effect is known. */
  readonly ran?: string;
}

export type WalkEvent =
  | { readonly kind: 'measured'; readonly measurement: Measurement }
  | { readonly kind: 'answered'; readonly question: string; readonly answer: string }
  /** The person does not know, or does not want to say. */
  | { readonly kind: 'unsure'; readonly question: string }
  /** The person did what the node says; or the tool ran one of its fixes. */
  | { readonly kind: 'done'; readonly ran?: string }
  | { readonly kind: 'cannot' };
