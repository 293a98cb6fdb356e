/** A check: its reads, its rules, its words. */
import type { Diagnosis } from './finding.ts';
import type { Facts, Source, Sources } from './source.ts';
import type { Fix, Symptom, Tree } from './tree.ts';
import type { CheckMessages, Translation } from './words.ts';

/** What the catalogue says of a finding: its place among causes, and where the rule comes from. */
export interface CatalogueEntry {
  /** Findings that are certainly a consequence of it, when they are open for the same subject. */
  readonly explains?: readonly string[];
  /** Findings beside which it is critical, whatever it is alone: no backup while a disk fails. */
  readonly criticalBeside?: readonly string[];
  /** Where the rule and its thresholds come from. */
  readonly reference: string;
}

/** Thresholds and targets: plain data with defaults; the configuration may change each. */
export type Settings = Readonly<Record<string, Setting>>;
export type Setting = number | string | boolean | readonly Setting[] | { readonly [key: string]: Setting };

/** What a module is about, to choose several at once. */
export const TAGS = ['network', 'storage', 'software', 'devices', 'system', 'security'] as const;
export type Tag = (typeof TAGS)[number];

export interface Rung {
  readonly id: string;
  /** Findings that break it: a critical one also what stands on it. */
  readonly breaks: readonly string[];
}

export interface Check<
  R extends Sources = Sources,
  M extends CheckMessages = CheckMessages,
  S extends Settings = Settings,
> {
  readonly id: string;
  readonly tags: readonly Tag[];
  readonly reads: R;
  readonly settings: S;
  /** Every family, and every single read, that `followUps` may ask for: what `plan` shows. */
  readonly families: readonly ({ readonly id: string; readonly parameter: string } | Source<unknown>)[];
  /** What to ask next, from what is known. Called again after each round, until it names nothing new. */
  followUps?(facts: Facts<R>, settings: S): readonly Source<unknown>[];
  diagnose(facts: Facts<R>, settings: S): Diagnosis<M>;
  readonly catalogue: Readonly<Record<string, CatalogueEntry>>;
  readonly tree?: Tree;
  /** What stands on what, from the ground up: a picture of where it breaks. */
  readonly ladder?: readonly Rung[];
  /** Complaints that its tree answers. */
  readonly symptoms?: readonly Symptom[];
  readonly fixes: readonly Fix[];
  readonly messages: { readonly en: M; readonly ru: Translation<M> };
}

/** A check whose types are put away: what the core handles. */
export type AnyCheck = Check<Sources, CheckMessages, Settings>;

export const defineCheck = <R extends Sources, M extends CheckMessages, S extends Settings>(
  check: Omit<Check<R, M, S>, 'catalogue'> & {
    readonly catalogue: Readonly<Record<keyof M['findings'] & string, CatalogueEntry>>;
  },
): AnyCheck =>
  // The core hands each check only facts made from its own reads, and reads its words only with
  // params that the same check produced.
  check as unknown as AnyCheck;
