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
    ['disk-space/deleted-open-file', 'SPACE.HELD'],
    ['disk-space/log-explosion', 'SPACE.LOGS'],
    ['disk-space/inodes-exhausted', 'SPACE.CROWDED'],
    ['disk-space/btrfs-unallocated-low', 'SPACE.BTRFS'],
    ['disk-space/esp-full', 'SPACE.ESP'],
    ['disk-space/winre-partition-small', 'SPACE.CAUSE'],
  ])('%s comes before tidying up, without a question, and is the cause where it stays', (code, at) => {
    const seen = view([code, 'disk-space/system-volume-full']);
    expect(measured(seen)).toBe(at);
    const node = tree.nodes[at];
    expect(node?.kind === 'do' ? node.otherwise : at).toBe('SPACE.CAUSE');
    expect(concluded('SPACE.CAUSE', seen)).toBe(code);
  });

  test('a disk that protects itself comes before tidying up', () => {
    const seen = ['disk-space/system-volume-full', 'disk-space/readonly-filesystem'];
    expect(measured(view(seen))).toBe('SPACE.READONLY.COPY');
    expect(measured(view([...seen, 'hardware/disk-io-errors']))).toBe('SPACE.READONLY.DISK');
  });

  test('a full disk without one cause leads to what can be made again', () => {
    expect(measured(view(['disk-space/system-volume-full', 'disk-space/update-space-low']))).toBe('SPACE.2');
    const tidy = tree.nodes['SPACE.2'];
    expect(tidy?.kind === 'choose' && tidy.among[0]).toBe('SPACE.2.CACHES');
  });

  test('where nothing is short, what could be freed all the same is told', () => {
    expect(measured(view(['disk-space/reclaimable']))).toBe('SPACE.RECLAIMABLE');
    expect(measured(view(['disk-space/virtual-disk-bloat']))).toBe('SPACE.BLOAT');
  });

  test('files are moved only after the question for a copy', () => {
    const tidy = tree.nodes['SPACE.2'];
    expect(tidy?.kind === 'choose' && tidy.otherwise).toBe('SPACE.2.VIRTUAL');
    expect(measured(view(['disk-space/system-volume-full']), 'SPACE.2.VIRTUAL')).toBe('SPACE.3');
    const copy = tree.nodes['SPACE.3'];
    expect(copy?.kind === 'ask' && copy.to).toEqual({ yes: 'SPACE.4', no: 'SPACE.5', unsure: 'SPACE.5' });
  });

  test('what is still short in the end is the conclusion', () => {
    expect(concluded('SPACE.LEFT', view(['disk-space/boot-partition-full']))).toBe(
      'disk-space/boot-partition-full',
    );
  });
});
