/** What `fix --format json` says; its shape is described in docs/decisions/fixes.md. */
import type { Done } from '../../fix/done.ts';
import type { Outcome } from '../../fix/run.ts';
import type { Candidate } from './candidates.ts';

export const planJson = ({ plan, title, finding, noUndo }: Candidate) => ({
  fix: plan.fix,
  module: plan.module,
  title,
  for: { ...plan.target, title: finding.title },
  way: plan.way,
  risk: plan.risk,
  needs: plan.needs,
  touches: plan.touches,
  commands: plan.steps,
  undo: plan.undo,
  ...(noUndo !== undefined && { noUndo }),
  ...(plan.cost !== undefined && { cost: plan.cost }),
  ...(plan.unfilled !== undefined && { unfilled: { name: plan.unfilled.name, why: plan.unfilled.why } }),
});

export const outcomeJson = (candidate: Candidate, outcome: Outcome) => ({
  ...planJson(candidate),
  outcome:
    outcome.kind === 'ran'
      ? { ...outcome, appeared: outcome.appeared.map(({ code, subject }) => ({ code, subject })) }
      : outcome,
});

export const doneJson = ({ kept, state, begun, steps, effect, back, reminder }: Done) => ({
  id: kept.id,
  at: kept.planned.at,
  fix: kept.planned.fix,
  module: kept.planned.module,
  title: kept.planned.title,
  for: kept.planned.target,
  state,
  step: begun,
  steps,
  ...(effect !== undefined && { effect }),
  undo: back,
  ...(reminder !== undefined && { reminder }),
});
