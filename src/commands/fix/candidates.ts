/** What can be done about what is open: root causes first, and for each the least invasive first. */
import type { AnyCheck, Language, Os } from '../../contract.ts';
import { moduleOf } from '../../fix/effect.ts';
import { inOrder } from '../../fix/order.ts';
import { type Plan, planFix } from '../../fix/plan.ts';
import { type Branch, branches, remarks } from '../../output/order.ts';
import type { Report, ReportFinding } from '../../report/model.ts';

export interface Candidate {
  readonly plan: Plan;
  readonly title: string;
  /** Why there is no way back, where there is none. */
  readonly noUndo?: string;
  readonly finding: ReportFinding;
}

/** `wanted`: a module or a finding; everything where nothing is named. */
export const candidatesIn = (
  report: Report,
  checks: readonly AnyCheck[],
  { wanted, language, os }: { readonly wanted?: string; readonly language: Language; readonly os: Os },
): readonly Candidate[] =>
  findingsFor(report, wanted).flatMap((finding) => {
    const check = checks.find(({ id }) => id === moduleOf(finding.code));
    if (check === undefined) return [];
    const plans = check.fixes.flatMap((fix) => {
      const { code, subject, params } = finding;
      // JSON data, as the check gave it.
      const target = {
        code,
        params: params as Plan['target'] & typeof finding.params,
        ...(subject !== undefined && { subject }),
      };
      return planFix(fix, check.id, target, os) ?? [];
    });
    const words = check.messages[language].fixes;
    return inOrder(plans).map((plan): Candidate => {
      const { title = plan.fix, noUndo } = words[plan.fix] ?? {};
      return { plan, title, finding, ...(noUndo !== undefined && { noUndo }) };
    });
  });

/** What a name means: the finding and what it comes from; all of a module, and what that comes from. */
export const findingsFor = (report: Report, wanted: string | undefined): readonly ReportFinding[] => {
  const flat = (branch: Branch): readonly ReportFinding[] => [
    branch.finding,
    ...branch.explains.flatMap(flat),
  ];
  const all = [...branches(report).flatMap(flat), ...remarks(report)];
  if (wanted === undefined) return all;
  const named = all.filter(({ code }) => code === wanted || moduleOf(code) === wanted);
  const causes = new Set(named.flatMap(({ causedBy = [] }) => causedBy));
  const isRoot = (finding: ReportFinding): boolean => causes.has(finding.code) && !named.includes(finding);
  return [...all.filter(isRoot), ...named];
};
