/** Many reports, one at a time: of each is kept what they are compared by, and nothing else. */
import type { Fact } from '../../compare/fact.ts';
import type { Sight } from '../../compare/sight.ts';
import { type Facts, factsOf } from '../../compare/table.ts';
import { UserError } from '../../errors.ts';
import { branches } from '../../output/order.ts';
import type { Report, ReportFinding } from '../../report/model.ts';
import { filesIn, type Opened, openReports, type Reader } from './open.ts';

export interface Surveyed {
  readonly file: string;
  readonly host: Report['host'];
  readonly startedAt: string;
  readonly status: Report['status'];
  /** Root causes, the worst first. */
  readonly causes: readonly Cause[];
  readonly facts: Facts;
  readonly sight: Sight;
}

export type Cause = Pick<ReportFinding, 'code' | 'title' | 'severity' | 'evidence'>;

export interface Survey {
  readonly opened: readonly Surveyed[];
  readonly unreadable: readonly { readonly file: string; readonly why: UserError }[];
}

export const survey = async (
  paths: readonly string[],
  reader: Reader,
  pool: Map<string, Fact> = new Map(),
): Promise<Survey> => {
  const opened: Surveyed[] = [];
  const unreadable: { file: string; why: UserError }[] = [];
  // In turn: two hundred bundles at once would not fit into memory.
  for (const file of new Set(paths.flatMap(filesIn))) {
    try {
      for (const one of await openReports(file, reader)) opened.push(await surveyed(one, pool));
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      unreadable.push({ file, why: cause });
    }
  }
  return { opened, unreadable };
};

const surveyed = async (
  { file, report, sight, recording }: Opened,
  pool: Map<string, Fact>,
): Promise<Surveyed> => {
  const { host, startedAt, status } = report;
  const roots = new Map(branches(report).map(({ finding }) => [finding.code, finding]));
  return {
    file,
    host,
    startedAt,
    status,
    causes: [...roots.values()].map(({ code, title, severity, evidence }) => ({
      code,
      title,
      severity,
      evidence,
    })),
    facts: recording === undefined ? new Map() : await factsOf(recording, pool),
    sight,
  };
};
