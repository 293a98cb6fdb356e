/** Where a node may lead. */
import type { Tree, TreeNode } from '../contract.ts';

export const targetsOf = (node: TreeNode): readonly string[] => {
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

/** Every node that some way leads to, in the order of a person who takes the first way first. */
export const reachableFrom = ({ nodes }: Tree, entries: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const stack = [...entries].reverse();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    stack.push(...[...targetsOf(node)].reverse());
  }
  return seen;
};
