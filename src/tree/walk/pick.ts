/** Which of several steps comes next, and what needs no asking. */
import type { TreeNode, TreeView } from '../../contract.ts';
import { modelAt } from '../odds.ts';
import { decide, sharesOf } from '../plan.ts';
import type { Chosen, Step, WalkState } from '../state.ts';
import type { Course } from './course.ts';

/** What comes next of the steps that are left; what was measured is answered first. Nothing where a ticket is cheaper. */
export const pick = (
  { tree, odds }: Course,
  state: WalkState,
  { among, otherwise }: Extract<TreeNode, { kind: 'choose' }>,
  view: TreeView,
): { readonly id: string; readonly chosen?: Chosen } | undefined => {
  const passed = new Set(
    state.journal.flatMap((step) => (step.kind === 'asked' || step.kind === 'did' ? [step.node] : [])),
  );
  const left = among.filter((id) => {
    const node = tree.nodes[id];
    // What would be done for nothing is not done.
    return (
      !passed.has(id) &&
      (node?.kind === 'ask' || (node?.kind === 'do' && !node.solved(view) && isDoneHere(node, odds)))
    );
  });
  const measured = left.find((id) => {
    const node = tree.nodes[id];
    return node?.kind === 'ask' && knownAnswer(node, view) !== undefined;
  });
  if (measured !== undefined) return { id: measured };
  const model = odds && modelAt(left, state, { tree, ...odds }, otherwise);
  if (model === undefined) return left[0] === undefined ? undefined : { id: left[0] };
  const { step, options } = decide(model);
  return step === undefined ? undefined : { id: step, chosen: { shares: sharesOf(model.causes), options } };
};

/** Whether one of its fixes is for this system; words alone are for all. */
const isDoneHere = ({ fixes }: Extract<TreeNode, { kind: 'do' }>, odds: Course['odds']): boolean =>
  odds === undefined ||
  fixes.length === 0 ||
  odds.fixes.some(({ id, os }) => fixes.includes(id) && os.includes(odds.os));

type AnsweredBy = Extract<Step, { kind: 'asked' }>['by'];

/** What a measurement or an earlier answer says to a question. */
export const knownAnswer = (
  { question, known, to }: Extract<TreeNode, { kind: 'ask' }>,
  view: TreeView,
): { readonly answer: string; readonly by: AnsweredBy; readonly because?: readonly string[] } | undefined => {
  const open: string[] = [];
  const seen = known?.({
    ...view,
    open: (code) => {
      if (view.open(code)) open.push(code);
      return view.open(code);
    },
  });
  if (seen !== undefined && Object.hasOwn(to, seen)) {
    return { answer: seen, by: 'measurement', ...(open.length > 0 && { because: open }) };
  }
  const before = view.answer(question);
  return before !== undefined && Object.hasOwn(to, before) ? { answer: before, by: 'earlier' } : undefined;
};
