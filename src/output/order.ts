/** In which order a reader meets the findings: root causes first, the most severe first, over all checks. */
import type { Report, ReportFinding } from '../report/model.ts';

/** A finding and what it explains, each finding in one place only. */
export interface Branch {
  readonly finding: ReportFinding;
  readonly explains: readonly Branch[];
}

const WEIGHT = { critical: 0, warning: 1, info: 2 } as const;

/** What is critical only beside another one comes after it: the failing disk, then that there is no backup. */
const weightOf = ({ severity, raisedBy }: ReportFinding): number =>
  WEIGHT[severity] + (raisedBy === undefined ? 0 : 0.5);

/** Everything but remarks, as trees: a finding stands beneath the first cause that reaches it. */
export const branches = (report: Report): readonly Branch[] => {
  const findings = report.checks
    .flatMap((check) => check.findings)
    .filter(({ severity }) => severity !== 'info')
    .sort((a, b) => weightOf(a) - weightOf(b));
  const placed = new Set<ReportFinding>();
  const grow = (finding: ReportFinding): Branch => {
    placed.add(finding);
    const children = findings.filter((effect) => !placed.has(effect) && isCausedBy(effect, finding));
    for (const child of children) placed.add(child);
    return { finding, explains: children.map(grow) };
  };
  const roots = findings.filter(({ causedBy }) => causedBy === undefined).map(grow);
  // What only a cycle explains still has to be told.
  const rest = findings.flatMap((finding) => (placed.has(finding) ? [] : [grow(finding)]));
  return [...roots, ...rest];
};

export const remarks = (report: Report): readonly ReportFinding[] =>
  report.checks.flatMap((check) => check.findings).filter(({ severity }) => severity === 'info');

const isCausedBy = (effect: ReportFinding, cause: ReportFinding): boolean =>
  (effect.causedBy ?? []).includes(cause.code) &&
  (cause.subject === undefined || effect.subject === undefined || cause.subject === effect.subject);
