/** What the rules look at. */
import type { AnyCheck, Tree, TreeNode } from '../../contract.ts';
import type { Found } from './flaw.ts';

export interface Linted {
  readonly id: string;
  readonly tree: Tree;
  readonly symptoms: NonNullable<AnyCheck['symptoms']>;
  readonly fixes: AnyCheck['fixes'];
  readonly messages: AnyCheck['messages'];
  /** Findings that exist, of any module. */
  readonly codes: ReadonlySet<string>;
}

export type TreeRule = (linted: Linted) => readonly Found[];

/** A rule that looks at one node at a time. */
export const eachNode =
  (rule: (id: string, node: TreeNode, linted: Linted) => readonly Found[]): TreeRule =>
  (linted) =>
    Object.entries(linted.tree.nodes).flatMap(([id, node]) => rule(id, node, linted));

export const entriesOf = ({ tree, symptoms }: Linted): readonly string[] => [
  tree.start,
  ...symptoms.map(({ entry }) => entry),
];

/** Nodes are looked up by what authors write: `constructor` is none. */
export const nodeAt = ({ nodes }: Tree, id: string): TreeNode | undefined =>
  Object.hasOwn(nodes, id) ? nodes[id] : undefined;

export const moduleOf = (code: string): string => code.split('/')[0] ?? '';
