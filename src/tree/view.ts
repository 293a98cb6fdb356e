/** What the branches of a tree are given to look at. */
import type { TreeView } from '../contract.ts';
import type { Measurement } from './state.ts';

export const viewOf = (
  { findings, looked, appeared = [], changed }: Measurement,
  answers: Readonly<Record<string, string>>,
): TreeView => ({
  open: (code) => findings.some((finding) => finding.code === code),
  firstOpen: (codes) =>
    codes.find((code) => findings.some((finding) => finding.code === code && !finding.isConsequence)),
  answer: (question) => (Object.hasOwn(answers, question) ? answers[question] : undefined),
  looked,
  appeared: appeared.length > 0,
  ...(changed !== undefined && { changed }),
});

const WEIGHT = { critical: 0, warning: 1 } as const;

/** The gravest finding that no other one explains; remarks are no cause. */
export const rootCause = ({ findings }: Measurement): string | undefined =>
  findings
    .flatMap(({ code, severity, isConsequence }) =>
      severity === 'info' || isConsequence ? [] : [{ code, weight: WEIGHT[severity] }],
    )
    .sort((a, b) => a.weight - b.weight)[0]?.code;
