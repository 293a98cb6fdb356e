/** What a report comes to, for the ticket: its root causes, the gravest first. */
import type { Ticket } from './model.ts';

type Verdict = Ticket['verdict'];
type Cause = Verdict['rootCauses'][number];

/** As much of a report as is needed here. */
export interface Judged {
  readonly status: Verdict['status'];
  readonly checks: readonly {
    readonly findings: readonly (Cause & { readonly causedBy?: readonly string[] | undefined })[];
  }[];
}

const RANK = { critical: 0, warning: 1, info: 2 } as const;

export const verdictOf = ({ status, checks }: Judged): Verdict => ({
  status,
  rootCauses: checks
    .flatMap(({ findings }) => findings)
    .filter(({ causedBy, severity }) => causedBy === undefined && severity !== 'info')
    .map(({ code, severity, title, subject }) => ({
      code,
      severity,
      title,
      ...(subject !== undefined && { subject }),
    }))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity]),
});
