/** Finds the mistakes of a tree before a person meets them. */
import type { AnyCheck, Tree, TreeNode, TreeView } from '../contract.ts';

type LintedCheck = Pick<AnyCheck, 'id' | 'fixes' | 'messages' | 'symptoms'>;

/** What is wrong with the tree, each in one line. `otherFindings`: codes of the checks that are run with it. */
export const lint = (
  tree: Tree,
  check: LintedCheck,
  otherFindings: readonly string[] = [],
): readonly string[] => {
  const nodes = Object.entries(tree.nodes);
  return [
    ...(tree.nodes[tree.start] === undefined ? [`start: there is no node ${tree.start}`] : []),
    ...nodes.flatMap(([id, node]) => targetsOf(node).flatMap((to) => missingTarget(tree, id, to))),
    ...unreachable(tree, check).map((id) => `${id}: no way leads there`),
    ...idleLoops(tree).map((id) => `${id}: a loop in which nothing is done`),
    ...nodes.flatMap(([id, node]) => [
      ...wordsMissing(id, node, check),
      ...findingsMissing(id, node, check, otherFindings),
      ...fixesMissing(id, node, check),
      ...adviceMissing(id, node, check),
    ]),
  ];
};

const targetsOf = (node: TreeNode): readonly string[] => {
  switch (node.kind) {
    case 'measure':
      return [...new Set([...node.branches.map(({ to }) => to), node.otherwise])];
    case 'ask':
      return [...new Set([...Object.values(node.to), ...(node.unsure === undefined ? [] : [node.unsure])])];
    case 'choose':
      return [...new Set([...node.among, node.otherwise])];
    case 'do':
      return [...new Set([node.to, node.otherwise])];
    case 'conclude':
      return [];
  }
};

const missingTarget = ({ nodes }: Tree, id: string, to: string): readonly string[] =>
  nodes[to] === undefined ? [`${id}: there is no node ${to}`] : [];

const unreachable = (
  { start, nodes }: Tree,
  { symptoms = [] }: Pick<LintedCheck, 'symptoms'>,
): readonly string[] => {
  const seen = new Set<string>();
  const queue = [start, ...symptoms.map(({ entry }) => entry)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = nodes[id];
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    queue.push(...targetsOf(node));
  }
  return Object.keys(nodes).filter((id) => !seen.has(id));
};

/** Only what is done brings something new: a question is asked once, and a look at the same facts shows the same. */
const idleLoops = ({ nodes }: Tree): readonly string[] => {
  const next = (id: string): readonly string[] => {
    const node = nodes[id];
    // What was chosen once is not chosen again.
    return node === undefined || node.kind === 'do' || node.kind === 'choose' ? [] : targetsOf(node);
  };
  const comesBack = (id: string): boolean => {
    const seen = new Set<string>();
    const queue = [...next(id)];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === id) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      queue.push(...next(at));
    }
    return false;
  };
  return Object.keys(nodes).filter(comesBack);
};

const wordsMissing = (id: string, node: TreeNode, { messages }: LintedCheck): readonly string[] =>
  (['en', 'ru'] as const).flatMap((language) => {
    const { nodes, questions } = messages[language];
    if (node.kind === 'choose') return [];
    if (node.kind !== 'ask') return Object.hasOwn(nodes, id) ? [] : [`${id}: no words in ${language}`];
    const words = Object.hasOwn(questions, node.question) ? questions[node.question] : undefined;
    if (words === undefined) return [`${id}: the question ${node.question} has no words in ${language}`];
    return [
      ...Object.keys(node.to)
        .filter((answer) => !Object.hasOwn(words.answers, answer))
        .map((answer) => `${id}: the answer ${answer} to ${node.question} has no words in ${language}`),
      ...Object.keys(words.answers)
        .filter((answer) => !Object.hasOwn(node.to, answer))
        .map((answer) => `${id}: the answer ${answer} to ${node.question} leads nowhere`),
    ];
  });

const findingsMissing = (
  id: string,
  node: TreeNode,
  { messages }: LintedCheck,
  others: readonly string[],
): readonly string[] =>
  [...codesIn(node)]
    .filter((code) => !Object.hasOwn(messages.en.findings, code) && !others.includes(code))
    .map((code) => `${id}: there is no finding ${code}`);

/** The codes a node looks at: its predicates are asked twice, with everything open and with nothing. */
const codesIn = (node: TreeNode): ReadonlySet<string> => {
  const codes = new Set<string>();
  const spy = (everything: boolean): TreeView => ({
    open: (code) => {
      codes.add(code);
      return everything;
    },
    firstOpen: (list) => {
      for (const code of list) codes.add(code);
      return everything ? list[0] : undefined;
    },
    answer: () => undefined,
    looked: everything,
    appeared: everything,
  });
  for (const view of [spy(true), spy(false)]) {
    if (node.kind === 'measure') for (const { when } of node.branches) when(view);
    if (node.kind === 'ask') node.known?.(view);
    if (node.kind === 'do') node.solved(view);
    if (node.kind === 'conclude') {
      const named = typeof node.finding === 'function' ? node.finding(view) : node.finding;
      if (named !== undefined) codes.add(named);
    }
  }
  return codes;
};

const fixesMissing = (id: string, node: TreeNode, { fixes }: LintedCheck): readonly string[] =>
  node.kind === 'do'
    ? node.fixes
        .filter((wanted) => !fixes.some((fix) => fix.id === wanted))
        .map((fix) => `${id}: there is no fix ${fix}`)
    : [];

const adviceMissing = (id: string, node: TreeNode, { messages }: LintedCheck): readonly string[] =>
  node.kind === 'do' || node.kind === 'ask'
    ? (node.advice ?? [])
        .filter((wanted) => !Object.hasOwn(messages.en.advice ?? {}, wanted))
        .map((advice) => `${id}: there is no advice ${advice}`)
    : [];
