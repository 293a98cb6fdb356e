/** Who a diagnosis is talked through with: a person at a terminal, a program at the other end of a pipe, a file, or nobody. */
import type { ReportAdvice } from '../../report/model.ts';
import type { RunEvent } from '../../run.ts';
import type { Rung } from './ladder.ts';
import type { ShownFix } from './told.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What is asked, in the person's language. */
export interface Asked {
  readonly kind: 'question' | 'step';
  /** Question id; of a step the id of its node. */
  readonly id: string;
  readonly text: string;
  /** Why this and nothing else, in one line. */
  readonly reason?: string;
  readonly advice: readonly ReportAdvice[];
  readonly fixes: readonly ShownFix[];
  readonly answers: readonly Choice[];
  /** Told on demand. */
  readonly details: readonly string[];
  /** Told with `--explain`: one figure a line. */
  readonly figures: readonly string[];
  readonly canGoBack: boolean;
  /** Whether "I don't know" is an answer. */
  readonly canBeUnsure: boolean;
}

export type Said =
  | { readonly kind: 'answer'; readonly answer: string }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'back' }
  /** Goes away; what was said is kept. */
  | { readonly kind: 'leave' }
  /** Nobody is there to answer. */
  | { readonly kind: 'nobody' };

/** What happens along the way, in the person's language. */
export type News =
  | { readonly kind: 'measuring'; readonly why: 'start' | 'verify' | 'resume' }
  | { readonly kind: 'ladder'; readonly rungs: readonly Rung[] }
  | { readonly kind: 'answered'; readonly question: string; readonly answer: string; readonly by: string }
  /** Answered beforehand, in a file. */
  | { readonly kind: 'given'; readonly question: string; readonly answer: string }
  | { readonly kind: 'did'; readonly step: string; readonly effect: string }
  | { readonly kind: 'note'; readonly text: string };

export interface Partner {
  /** While it is measured; `done` when that is over. */
  readonly watch: () => Promise<{ readonly tell: (event: RunEvent) => void; readonly done: () => void }>;
  readonly tell: (news: News) => Promise<void>;
  readonly ask: (asked: Asked) => Promise<Said>;
  /** One of a list; nothing where the person leaves or nobody is there. */
  readonly choose: (message: string, choices: readonly Choice[]) => Promise<string | undefined>;
}

/** Nobody: it goes as far as measuring leads. */
export const nobody: Partner = {
  watch: async () => ({ tell: () => undefined, done: () => undefined }),
  tell: async () => undefined,
  ask: async () => ({ kind: 'nobody' }),
  choose: async () => undefined,
};
