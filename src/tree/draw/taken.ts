/** The path that a finished run took through a tree. */
import type { Tree } from '../../contract.ts';

export interface Taken {
  readonly nodes: ReadonlySet<string>;
  /** Keys made by `wayKey`. */
  readonly ways: ReadonlySet<string>;
}

export const wayKey = (from: string, to: string): string => JSON.stringify([from, to]);

/** A step of a journal, as far as a drawing needs it. */
export interface Stop {
  readonly node: string;
  /** Where it led, where that is known. */
  readonly to?: string;
}

/**
 * From what a journal holds, whoever wrote it: what is none of its steps, and nodes that the tree does not have,
 * are passed over.
 */
export const takenIn = (tree: Tree, path: readonly Readonly<Record<string, unknown>>[]): Taken => {
  const stops = path.flatMap((step) => stopOf(tree, step));
  const nodes = new Set<string>();
  const ways = new Set<string>();
  const go = (from: string, to: string) => {
    nodes.add(from);
    nodes.add(to);
    ways.add(wayKey(from, to));
  };
  stops.forEach(({ node, to }, at) => {
    nodes.add(node);
    const next = stops[at + 1]?.node;
    if (to === undefined) return;
    go(node, to);
    if (next !== undefined) for (const [from, through] of silent(tree, to, next)) go(from, through);
  });
  return { nodes, ways };
};

const stopOf = (
  tree: Tree,
  { kind, node, to, answer, effect }: Readonly<Record<string, unknown>>,
): Stop[] => {
  if (typeof node !== 'string' || !Object.hasOwn(tree.nodes, node)) return [];
  const at = tree.nodes[node];
  if (kind === 'looked' && at?.kind === 'measure' && typeof to === 'string') {
    return [{ node, ...(Object.hasOwn(tree.nodes, to) && { to }) }];
  }
  if (kind === 'asked' && at?.kind === 'ask' && typeof answer === 'string') {
    const led = Object.hasOwn(at.to, answer) ? at.to[answer] : (at.unsure ?? Object.values(at.to).at(-1));
    return [{ node, ...(led !== undefined && { to: led }) }];
  }
  if (kind === 'did' && at?.kind === 'do') return [{ node, to: effect === 'solved' ? at.to : at.otherwise }];
  return kind === 'concluded' ? [{ node }] : [];
};

/** What a journal does not tell: a choice, and something that did not have to be done. */
const silent = (tree: Tree, from: string, next: string): readonly (readonly [string, string])[] => {
  const passed: (readonly [string, string])[] = [];
  const seen = new Set<string>();
  for (let at = from; at !== next && !seen.has(at); ) {
    seen.add(at);
    const node = tree.nodes[at];
    const to =
      node?.kind === 'choose'
        ? node.among.includes(next)
          ? next
          : node.otherwise
        : node?.kind === 'do'
          ? node.to
          : undefined;
    if (to === undefined) return [];
    passed.push([at, to]);
    at = to;
  }
  return passed.at(-1)?.[1] === next ? passed : [];
};
