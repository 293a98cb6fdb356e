/** What is remembered of one run: how well each module found the computer, and the facts it saw on the way. */
import type { Fact } from '../compare/fact.ts';
import type { Reason, Severity } from '../contract.ts';
import type { CheckStatus } from '../run.ts';

export const RUNS = ['check', 'diagnose', 'report'] as const;
export type RunKind = (typeof RUNS)[number];

export interface Snapshot {
  /** Counts the runs: what tells their order where the clock was wrong. */
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  /** Seconds since the start of the system: shows that the clock was set meanwhile. */
  readonly upSeconds: number;
  readonly by: RunKind;
  readonly status: Exclude<CheckStatus, 'skipped'>;
  /** By module that ran. */
  readonly modules: ReadonlyMap<string, ModuleState>;
  /** By kind of read (`net.ping`), how it ended: the worst where it was made several times. */
  readonly reads: ReadonlyMap<string, Reason | 'ok'>;
  /** By row (`rowId`): only those that were read. What is not here is unknown, not gone. */
  readonly facts: ReadonlyMap<string, FactsOfRow>;
  /** By package: when it was changed last, as the package manager wrote it down. */
  readonly times: ReadonlyMap<string, string>;
}

export type FactsOfRow = ReadonlyMap<string, Fact>;

export interface ModuleState {
  readonly status: CheckStatus;
  /** Warnings and worse. */
  readonly open: readonly OpenFinding[];
  /** Kinds of reads that it did not get. */
  readonly missed: readonly string[];
}

export interface OpenFinding {
  readonly code: string;
  readonly severity: Exclude<Severity, 'info'>;
  /** Whether no other finding explains it. */
  readonly isRoot: boolean;
  /** Kinds of reads that it rests on. */
  readonly evidence: readonly string[];
}

export const openIn = ({ modules }: Snapshot): readonly OpenFinding[] =>
  [...modules.values()].flatMap(({ open }) => open);

/** `net.ping/192.0.2.1` is one of `net.ping`. */
export const kindOfRead = (id: string): string => id.split('/', 1)[0] ?? id;
