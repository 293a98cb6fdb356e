/** What happens to a walk on its way: a step more in its journal, and the end. */
import type { Outcome, Step, WalkState } from '../state.ts';

export const noted = (state: WalkState, step: Step): WalkState => ({
  ...state,
  journal: [...state.journal, step],
});

export const conclude = (state: WalkState, outcome: Outcome, finding: string | undefined): WalkState => {
  const conclusion = { outcome, ...(finding !== undefined && { finding }) };
  return {
    ...noted(state, { kind: 'concluded', node: state.at, ...conclusion }),
    wanted: { kind: 'concluded', ...conclusion },
  };
};
