/** From a tree that somebody wrote to one that can be walked like those that came with the program. */
import type { AnyCheck, CheckMessages, Symptom, Tree, TreeNode, TreeView } from '../../contract.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Named } from './names.ts';
import type { ShapedNode, ShapedTree, When } from './shape.ts';

export interface OwnTree {
  /** The complaint. */
  readonly id: string;
  readonly symptom: Symptom;
  /** The first of its modules, with this tree in place of its own. */
  readonly check: AnyCheck & { readonly tree: Tree };
  /** Everything that is measured for it; the check stands first. */
  readonly checks: readonly AnyCheck[];
}

export const compile = (
  { id, name, phrasings, start, suspects, nodes }: ShapedTree,
  { modules: [first, ...others], questions, fixes }: Named,
): OwnTree | undefined => {
  if (first === undefined) return undefined;
  const tree: Tree = {
    start,
    nodes: Object.fromEntries([...nodes].map(([node, shaped]) => [node, nodeOf(shaped, fixes)])),
  };
  const symptom: Symptom = { id, entry: start, with: others.map((check) => check.id), suspects };
  const used = [...new Set([...fixes.values()].map(({ thing }) => thing))];
  const messagesIn = (language: 'en' | 'ru'): CheckMessages => {
    const own: CheckMessages = first.messages[language];
    return {
      ...own,
      complaint: oneLine(name[language]),
      questions: Object.fromEntries(
        [...questions].flatMap(([given, { id: question, check }]) => {
          const words = check.messages[language].questions[question];
          return words === undefined ? [] : [[given, words]];
        }),
      ),
      fixes: Object.fromEntries(
        [...fixes.values()].flatMap(({ id: fix, check }) => {
          const words = check.messages[language].fixes[fix];
          return words === undefined ? [] : [[fix, words]];
        }),
      ),
      symptoms: { [id]: { name: oneLine(name[language]), phrasings: phrasings[language].map(oneLine) } },
      nodes: Object.fromEntries(
        [...nodes].flatMap(([node, { given }]) =>
          'text' in given ? [[node, oneLine(given.text[language])]] : [],
        ),
      ),
    };
  };
  const check = {
    ...first,
    tree,
    symptoms: [symptom],
    fixes: used,
    // Both are made above from the same keys.
    messages: { en: messagesIn('en'), ru: messagesIn('ru') as AnyCheck['messages']['ru'] },
  };
  return { id, symptom, check, checks: [check, ...others] };
};

const nodeOf = ({ kind, given }: ShapedNode, fixes: Named['fixes']): TreeNode => {
  switch (kind) {
    case 'measure':
      return {
        kind,
        branches: given.measure.map(({ when, to }) => ({ when: holds(when), to })),
        otherwise: given.otherwise,
      };
    case 'ask':
      return {
        kind,
        question: given.ask,
        to: given.to,
        ...(given.unsure !== undefined && { unsure: given.unsure }),
        ...(given.points !== undefined && { points: given.points }),
      };
    case 'do':
      return {
        kind,
        fixes: given.do.map((name) => fixes.get(name)?.id ?? name),
        // Without it only the person tells.
        solved: given.solved === undefined ? () => false : holds(given.solved),
        ...(given.asks !== undefined && { asks: given.asks }),
        to: given.to,
        otherwise: given.otherwise,
      };
    case 'choose':
      return { kind, among: given.choose, otherwise: given.otherwise };
    case 'conclude':
      return {
        kind,
        outcome: given.conclude,
        ...(given.finding !== undefined && { finding: given.finding }),
      };
  }
};

const holds =
  ({ open = [], anyOpen, noneOpen = [], looked, answer = {}, changed }: When) =>
  (view: TreeView): boolean =>
    open.every(view.open) &&
    (anyOpen === undefined || anyOpen.some(view.open)) &&
    !noneOpen.some(view.open) &&
    (looked === undefined || view.looked === looked) &&
    Object.entries(answer).every(([question, given]) => view.answer(question) === given) &&
    (changed === undefined || changed.some((kind) => view.changed?.includes(kind) === true));
