import { describe, expect, test } from 'vitest';
import { tree } from '../../checks/disk-space/tree.ts';
import type { TreeNode, TreeView } from '../../src/contract.ts';

const view = (open: readonly string[], looked = true): TreeView => ({
  open: (code) => open.includes(code),
  firstOpen: (codes) => open.find((code) => codes.includes(code)),
  answer: () => undefined,
  looked,
});

/** As far as measuring alone leads: the first node that needs a person, or the end. */
const measured = (seen: TreeView, at = tree.start): string => {
  const node: TreeNode | undefined = tree.nodes[at];
  if (node?.kind !== 'measure') return at;
  return measured(seen, node.branches.find(({ when }) => when(seen))?.to ?? node.otherwise);
};

const concluded = (at: string, seen: TreeView): string | undefined => {
  const node = tree.nodes[at];
  if (node?.kind !== 'conclude') return undefined;
  return typeof node.finding === 'function' ? node.finding(seen) : node.finding;
};

describe('the tree for "no space left"', () => {
  test('a computer with room ends at once, one that could not be looked at stays open', () => {
    expect(measured(view([]))).toBe('SPACE.FINE');
    expect(measured(view([], false))).toBe('SPACE.UNKNOWN');
  });

  test.each([
    'disk-space/deleted-open-file',
    'disk-space/log-explosion',
    'disk-space/inodes-exhausted',
    'disk-space/esp-full',
  ])('%s is concluded without a question', (cause) => {
    const seen = view([cause, 'disk-space/system-volume-full']);
    expect(concluded(measured(seen), seen)).toBe(cause);
  });

  test('a disk that protects itself comes before tidying up', () => {
    expect(measured(view(['disk-space/system-volume-full', 'disk-space/readonly-filesystem']))).toBe(
      'SPACE.READONLY',
    );
  });

  test('a full disk without one cause leads to what can be made again', () => {
    expect(measured(view(['disk-space/system-volume-full', 'disk-space/update-space-low']))).toBe('SPACE.2');
  });

  test('files are moved only after the question for a copy', () => {
    const tidy = tree.nodes['SPACE.2'];
    expect(tidy?.kind === 'do' && tidy.otherwise).toBe('SPACE.3');
    const copy = tree.nodes['SPACE.3'];
    expect(copy?.kind === 'ask' && copy.to).toEqual({ yes: 'SPACE.4', no: 'SPACE.5', unsure: 'SPACE.5' });
  });

  test('what is still short in the end is the conclusion', () => {
    expect(concluded('SPACE.LEFT', view(['disk-space/boot-partition-full']))).toBe(
      'disk-space/boot-partition-full',
    );
  });
});
