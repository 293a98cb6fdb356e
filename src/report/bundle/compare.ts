/** Whether two reports conclude the same: the one of the machine, and the one of its redacted recording. */
import type { Report, ReportFinding } from '../model.ts';

export interface ComparedFinding {
  readonly code: string;
  readonly severity: ReportFinding['severity'];
  readonly subject?: string;
}

export type Comparison =
  | { readonly same: true }
  | {
      readonly same: false;
      readonly lost: readonly ComparedFinding[];
      readonly added: readonly ComparedFinding[];
      /** Reads that could be understood on the machine and no longer can. */
      readonly unread: readonly string[];
    };

export const compare = (before: Report, after: Report): Comparison => {
  const [first, second] = [findingsOf(before), findingsOf(after)];
  const lost = without(first, second);
  const added = without(second, first);
  const unread = newlyUnread(before, after);
  return lost.length === 0 && added.length === 0 && unread.length === 0
    ? { same: true }
    : { same: false, lost, added, unread };
};

/** Ids bear other addresses after redaction: what is beyond the count of a family and reason is new. */
const newlyUnread = (before: Report, after: Report): readonly string[] => {
  const left = new Map<string, number>();
  const family = ({ source, reason }: { source: string; reason: string }) =>
    `${source.split('/', 1)[0]} ${reason}`;
  for (const entry of before.checks.flatMap(({ unknown }) => unknown)) {
    left.set(family(entry), (left.get(family(entry)) ?? 0) + 1);
  }
  return after.checks.flatMap(({ unknown }) =>
    unknown.flatMap((entry) => {
      const count = left.get(family(entry)) ?? 0;
      left.set(family(entry), count - 1);
      return count > 0 ? [] : [entry.source];
    }),
  );
};

type Concluded = Pick<ReportFinding, 'code' | 'severity' | 'subject' | 'causedBy'>;

/** Findings, and advice as remarks: what is told of the computer has to be told of its recording. */
const findingsOf = (report: Report): readonly Concluded[] =>
  report.checks.flatMap(({ findings, advice = [] }) => [
    ...findings,
    ...advice.map(({ id }): Concluded => ({ code: id, severity: 'info' })),
  ]);

/** Subjects bear other names after redaction, so they are counted, not compared. */
const likeness = ({ code, severity, causedBy = [] }: Concluded): string =>
  [code, severity, ...[...causedBy].sort()].join(' ');

const without = (list: readonly Concluded[], others: readonly Concluded[]): readonly ComparedFinding[] => {
  const left = new Map<string, number>();
  for (const other of others) left.set(likeness(other), (left.get(likeness(other)) ?? 0) + 1);
  return list.flatMap((finding) => {
    const count = left.get(likeness(finding)) ?? 0;
    left.set(likeness(finding), count - 1);
    if (count > 0) return [];
    const { code, severity, subject } = finding;
    return [{ code, severity, ...(subject !== undefined && { subject }) }];
  });
};
