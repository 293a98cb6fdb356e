/** Goes on through a tree for as long as nothing is wanted from outside. */
import type { TreeNode } from '../../contract.ts';
import type { Chosen, Outcome, Step, WalkState } from '../state.ts';
import { rootCause, viewOf } from '../view.ts';
import type { Course } from './course.ts';
import { conclude, noted } from './note.ts';
import { knownAnswer, pick } from './pick.ts';

/** From this node. */
export const settle = (course: Course, from: WalkState, to: string): WalkState => {
  const { tree } = course;
  const passed = new Set<string>();
  let state: WalkState = { ...from, at: to };
  for (;;) {
    const node = tree.nodes[state.at];
    // A circle, or a node that is not there: the linter finds both; a person is not kept waiting for it.
    if (
      node === undefined ||
      state.measurement === undefined ||
      (node.kind !== 'choose' && passed.has(state.at))
    ) {
      return conclude(state, 'unexplained', state.measurement && rootCause(state.measurement));
    }
    passed.add(state.at);
    const view = viewOf(state.measurement, state.answers);
    switch (node.kind) {
      case 'measure': {
        const next = node.branches.find(({ when }) => when(view))?.to ?? node.otherwise;
        state = { ...noted(state, { kind: 'looked', node: state.at, to: next }), at: next };
        break;
      }
      case 'ask': {
        const known = knownAnswer(node, view);
        if (known === undefined) return wanting(state, node);
        const step: Step = { kind: 'asked', node: state.at, question: node.question, ...known };
        const answers = { ...state.answers, [node.question]: known.answer };
        state = { ...noted(state, step), answers, at: node.to[known.answer] ?? state.at };
        break;
      }
      case 'do': {
        // What would be done for nothing is not done.
        if (!node.solved(view)) return wanting(state, node);
        state = { ...state, at: node.to };
        break;
      }
      case 'choose': {
        const picked = pick(course, state, node, view);
        if (picked === undefined) {
          state = { ...state, at: node.otherwise };
          break;
        }
        const { id, chosen } = picked;
        const step = tree.nodes[id];
        if (step?.kind === 'do') return wanting({ ...state, at: id }, step, chosen);
        if (step?.kind === 'ask' && knownAnswer(step, view) === undefined) {
          return wanting({ ...state, at: id }, step, chosen);
        }
        state = { ...state, at: id };
        break;
      }
      case 'conclude': {
        const named = typeof node.finding === 'function' ? node.finding(view) : node.finding;
        const finding = named ?? (node.outcome === 'solved' ? undefined : rootCause(state.measurement));
        return conclude(state, outcomeOf(node.outcome, finding), finding);
      }
    }
  }
};

const wanting = (
  state: WalkState,
  node: Extract<TreeNode, { kind: 'ask' | 'do' }>,
  chosen?: Chosen,
): WalkState => ({
  ...state,
  wanted: {
    ...(node.kind === 'do'
      ? { kind: 'do', fixes: node.fixes }
      : { kind: 'ask', question: node.question, answers: Object.keys(node.to) }),
    ...(chosen !== undefined && { chosen }),
  },
});

/** A cause needs a finding; and nothing is fine while a check that was run with this one has found a cause. */
const outcomeOf = (outcome: Outcome, finding: string | undefined): Outcome => {
  if (outcome === 'cause' && finding === undefined) return 'unexplained';
  return outcome === 'fine' && finding !== undefined ? 'cause' : outcome;
};
