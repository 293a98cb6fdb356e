/** A report without the sentences that are made again from its codes and values when it is read. */
import type { Report } from '../../model.ts';

export const wordless = (report: Report): Report => ({
  ...report,
  checks: report.checks.map(({ fine, ...check }) => ({
    ...check,
    name: '',
    findings: check.findings.map((finding) => ({ ...finding, title: '', why: '', next: '' })),
    ...(check.advice !== undefined && {
      advice: check.advice.map((advice) => ({ ...advice, title: '', steps: [] })),
    }),
  })),
});
