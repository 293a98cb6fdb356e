/** Nodes and the ways between them: none leads nowhere, none is without a way, none runs in circles. */
import type { TreeNode } from '../../contract.ts';
import { reachableFrom, targetsOf } from '../targets.ts';
import type { Found, Place } from './flaw.ts';
import { eachNode, entriesOf, type Linted, nodeAt, type TreeRule } from './linted.ts';

export const ways: TreeRule = (linted) => [
  ...missingEntries(linted),
  ...missingTargets(linted),
  ...unreachable(linted),
  ...idleLoops(linted),
  ...choices(linted),
];

/** Each with its key. */
const targetsWithKeys = (node: TreeNode): readonly { readonly key: Place; readonly to: string }[] => {
  switch (node.kind) {
    case 'measure':
      return [
        ...node.branches.map(({ to }, at) => ({ key: ['branches', at, 'to'], to })),
        { key: ['otherwise'], to: node.otherwise },
      ];
    case 'ask':
      return [
        ...Object.entries(node.to).map(([answer, to]) => ({ key: ['to', answer], to })),
        ...(node.unsure === undefined ? [] : [{ key: ['unsure'], to: node.unsure }]),
      ];
    case 'choose':
      return [
        ...node.among.map((to, at) => ({ key: ['among', at], to })),
        { key: ['otherwise'], to: node.otherwise },
      ];
    case 'do':
      return [
        { key: ['to'], to: node.to },
        { key: ['otherwise'], to: node.otherwise },
      ];
    case 'conclude':
      return [];
  }
};

const missingEntries: TreeRule = ({ tree, symptoms }) => [
  ...(nodeAt(tree, tree.start) === undefined
    ? [{ rule: 'noNode', key: ['start'], params: { to: tree.start } } as const]
    : []),
  ...symptoms.flatMap(({ id, entry }) =>
    nodeAt(tree, entry) === undefined
      ? [{ rule: 'noNode', node: id, key: ['entry'], params: { to: entry } } as const]
      : [],
  ),
];

const missingTargets = eachNode((id, node, { tree }) =>
  targetsWithKeys(node).flatMap(({ key, to }) =>
    nodeAt(tree, to) === undefined ? [{ rule: 'noNode', node: id, key, params: { to } }] : [],
  ),
);

const unreachable: TreeRule = (linted) => {
  const seen = reachableFrom(linted.tree, entriesOf(linted));
  return Object.keys(linted.tree.nodes).flatMap((node) =>
    seen.has(node) ? [] : [{ rule: 'unreachable', node, key: [], params: {} }],
  );
};

/**
 * Only what is done brings something new: a question is asked once, and a look at the same facts shows the same.
 * What was chosen once is not chosen again, so of a choice only the way out of it can close a circle.
 */
const idleLoops: TreeRule = ({ tree }) => {
  const next = (id: string): readonly string[] => {
    const node = nodeAt(tree, id);
    if (node === undefined || node.kind === 'do') return [];
    return node.kind === 'choose' ? [node.otherwise] : targetsOf(node);
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
  return Object.keys(tree.nodes)
    .filter(comesBack)
    .map((node) => ({ rule: 'idleLoop', node, key: [], params: {} }));
};

/** What is chosen among is a step, and comes back. */
const choices = eachNode((id, node, { tree }) =>
  node.kind !== 'choose'
    ? []
    : node.among.flatMap((step, at): readonly Found[] => {
        const target = nodeAt(tree, step);
        if (target === undefined) return [];
        const place = { node: id, key: ['among', at], params: { step } };
        if (target.kind !== 'ask' && target.kind !== 'do') return [{ rule: 'notAStep', ...place }];
        return comesBackTo(tree, target, id) ? [] : [{ rule: 'noReturn', ...place }];
      }),
);

/** By itself: without another question and without something else to do. */
const comesBackTo = (tree: Linted['tree'], step: TreeNode, choice: string): boolean => {
  const seen = new Set<string>();
  const queue = [...targetsOf(step)];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === choice) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    const node = nodeAt(tree, at);
    if (node?.kind === 'measure') queue.push(...targetsOf(node));
  }
  return false;
};
