/** What a check concludes, as data. */
import type { Reason } from './machine.ts';
import type { Unread } from './source.ts';
import type { AdviceWords, CheckMessages, FindingWords } from './words.ts';

export type Severity = 'critical' | 'warning' | 'info';

/** Values a finding carries; its words are made from them when somebody reads. */
export type Params = Readonly<Record<string, Param>>;
export type Param = string | number | boolean | null | readonly Param[] | { readonly [key: string]: Param };

export interface AnyFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly params: Params;
  /** Ids of the reads it rests on. */
  readonly evidence: readonly string[];
  /** What it is about, when there may be several: an interface, a mount point, a server, a host. */
  readonly subject?: string;
  /**
   * Which of the findings its code explains can follow in this case; without it all of them. A missing
   * sound driver explains that there is no sound, and no missing network.
   */
  readonly explains?: readonly string[];
  /** Findings beside which it is worse than alone: set by the core, and told before it. */
  readonly raisedBy?: readonly string[];
}

/** A finding whose params fit the words written for its code. */
export type Finding<M extends CheckMessages = CheckMessages> = {
  [C in keyof M['findings'] & string]: AnyFinding & {
    readonly code: C;
    readonly params: M['findings'][C] extends FindingWords<infer P> ? P : never;
  };
}[keyof M['findings'] & string];

/** How something is done on exactly this machine: no fault, and nothing that a status is made of. */
export interface AnyAdvice {
  readonly id: string;
  readonly params: Params;
  /** Ids of the reads it rests on. */
  readonly evidence: readonly string[];
}

type AdviceIn<M> = M extends { readonly advice: infer A } ? A : Record<never, never>;

/** Advice whose params fit the words written for its id. */
export type Advice<M extends CheckMessages = CheckMessages> = {
  [I in keyof AdviceIn<M> & string]: AnyAdvice & {
    readonly id: I;
    readonly params: AdviceIn<M>[I] extends AdviceWords<infer P> ? P : never;
  };
}[keyof AdviceIn<M> & string];

/** Something a check needed to see and could not. */
export interface Unknown {
  readonly source: string;
  readonly reason: Reason;
  readonly why: string;
}

export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | '%' | 'B' | 'c' | '';
  readonly warning?: number;
  readonly critical?: number;
}

export interface Diagnosis<M extends CheckMessages = CheckMessages> {
  readonly findings: readonly Finding<M>[];
  readonly unknown?: readonly Unknown[];
  readonly metrics?: readonly Metric[];
  /** In the order it is followed. */
  readonly advice?: readonly Advice<M>[];
  /** What is there, each by what it is known by: for a tree that compares before and after. */
  readonly seen?: readonly string[];
  /** Why this check has nothing to say on this machine: 'container'. Then it is skipped, not green. */
  readonly skipped?: string;
}

export const unknown = (reading: Unread): Unknown => ({
  source: reading.from,
  reason: reading.status,
  why: reading.why,
});
