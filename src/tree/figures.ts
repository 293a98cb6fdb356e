/** Whether a tree can choose by figures, or keeps the order of its author. */
import type { AnyCheck, Tree } from '../contract.ts';

export const hasFigures = ({
  tree,
  symptoms = [],
  fixes,
}: Pick<AnyCheck, 'symptoms' | 'fixes'> & { readonly tree: Tree }): boolean => {
  const nodes = Object.values(tree.nodes);
  return (
    symptoms.some(({ suspects }) => Object.keys(suspects).length > 0) &&
    nodes.some(({ kind }) => kind === 'choose') &&
    nodes.some(
      (node) => node.kind === 'do' && node.fixes.some((id) => fixes.find((fix) => fix.id === id)?.cost),
    )
  );
};
