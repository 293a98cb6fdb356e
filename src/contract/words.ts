/** The words of a check, in each language. */

export interface Words {
  /** What we saw. Stands alone, holds the machine's own values. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do: a command or a click. */
  readonly next: string;
}

export interface FindingWords<P> {
  /** The finding's name, without values: 'The router does not answer'. */
  readonly name: string;
  /** The long explanation for `explain`: what it means. */
  readonly means: string;
  /** How it is found: what is read, and the rule. */
  readonly found: string;
  say(params: P): Words;
}

/** How something is done on exactly this machine, step by step. */
export interface Guidance {
  readonly title: string;
  readonly steps: readonly string[];
}

export interface AdviceWords<P> {
  say(params: P): Guidance;
}

export interface FixWords {
  readonly title: string;
  /** Why there is no way back, where there is none. */
  readonly noUndo?: string;
}

export interface QuestionWords {
  readonly text: string;
  /** By answer id, in the order they are offered. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface SymptomWords {
  /** As it is offered: «The internet is slow». */
  readonly name: string;
  /** How else people say it; what free text is compared with. */
  readonly phrasings: readonly string[];
}

export interface CheckMessages {
  /** What the module is called: 'Internet connection'. */
  readonly name: string;
  /** The complaint it answers, in the person's words. */
  readonly complaint: string;
  /** One line when nothing is wrong. */
  readonly fine: string;
  // Words are functions of params that differ from code to code; method syntax lets each have its own.
  readonly findings: Readonly<Record<string, FindingWords<never>>>;
  readonly fixes: Readonly<Record<string, FixWords>>;
  readonly questions: Readonly<Record<string, QuestionWords>>;
  readonly symptoms?: Readonly<Record<string, SymptomWords>>;
  /** By rung id, where the check has a ladder. */
  readonly ladder?: Readonly<Record<string, string>>;
  /** By advice id, where the check gives any. */
  readonly advice?: Readonly<Record<string, AdviceWords<never>>>;
  /** Words of the decision tree: what is done and concluded, by node id. */
  readonly nodes: Readonly<Record<string, string>>;
}

/** The same keys and the same params, in another language: what Russian must satisfy. */
export type Translation<M extends CheckMessages> = {
  readonly name: string;
  readonly complaint: string;
  readonly fine: string;
  readonly findings: { readonly [C in keyof M['findings']]: M['findings'][C] };
  readonly fixes: { readonly [C in keyof M['fixes']]: FixWords };
  readonly questions: {
    readonly [Q in keyof M['questions']]: {
      readonly text: string;
      readonly answers: { readonly [A in keyof M['questions'][Q]['answers']]: string };
    };
  };
  readonly nodes: { readonly [N in keyof M['nodes']]: string };
} & (M extends { readonly symptoms: infer S }
  ? { readonly symptoms: { readonly [I in keyof S]: SymptomWords } }
  : { readonly symptoms?: NonNullable<CheckMessages['symptoms']> }) &
  (M extends { readonly ladder: infer L }
    ? { readonly ladder: { readonly [I in keyof L]: string } }
    : { readonly ladder?: NonNullable<CheckMessages['ladder']> }) &
  (M extends { readonly advice: infer A }
    ? { readonly advice: A }
    : { readonly advice?: NonNullable<CheckMessages['advice']> });

export type Language = 'en' | 'ru';
