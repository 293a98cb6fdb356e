/** Which findings one computer has and another one has not, and where that cannot be told. */
import type { Report, ReportFinding } from '../report/model.ts';
import { blindness } from './blindness.ts';
import type { Sight } from './sight.ts';
import { nameless } from './unnamed.ts';

export type Side = 'a' | 'b';

export interface Seen {
  readonly report: Report;
  readonly sight: Sight;
}

export type FindingDifference =
  | { readonly kind: 'only'; readonly in: Side; readonly finding: ReportFinding }
  | { readonly kind: 'changed'; readonly a: ReportFinding; readonly b: ReportFinding }
  /** Seen in one, and the other one did not look: `unread` there, or the whole module. */
  | {
      readonly kind: 'untold';
      readonly in: Side;
      readonly finding: ReportFinding;
      readonly unread: readonly string[];
    };

export const compareFindings = (a: Seen, b: Seen): readonly FindingDifference[] => {
  const [first, second] = [grouped(a), grouped(b)];
  const likenesses = [...new Set([...first.keys(), ...second.keys()])].sort();
  return likenesses.flatMap((likeness) => {
    const [left, right] = [first.get(likeness) ?? [], second.get(likeness) ?? []];
    const both = Math.min(left.length, right.length);
    return [
      ...left.slice(0, both).flatMap((one, at): readonly FindingDifference[] => {
        const other = right[at];
        return other === undefined || other.severity === one.severity
          ? []
          : [{ kind: 'changed', a: one, b: other }];
      }),
      ...left.slice(both).map((finding) => only('a', finding, b)),
      ...right.slice(both).map((finding) => only('b', finding, a)),
    ];
  });
};

const only = (side: Side, finding: ReportFinding, other: Seen): FindingDifference => {
  const unread = blindness(finding, other.sight);
  return unread === undefined
    ? { kind: 'only', in: side, finding }
    : { kind: 'untold', in: side, finding, unread };
};

const WEIGHT = { critical: 0, warning: 1, info: 2 } as const;

/** By code and by what it is about, as far as that is not hidden; the worst of several first. */
const grouped = ({ report }: Seen): ReadonlyMap<string, readonly ReportFinding[]> => {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of report.checks.flatMap(({ findings }) => findings)) {
    const likeness = `${finding.code}\n${nameless(finding.subject ?? '')}`;
    groups.set(likeness, [...(groups.get(likeness) ?? []), finding]);
  }
  for (const group of groups.values()) group.sort((x, y) => WEIGHT[x.severity] - WEIGHT[y.severity]);
  return groups;
};
