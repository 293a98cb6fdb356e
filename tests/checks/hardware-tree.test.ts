import { describe, expect, test } from 'vitest';
import { tree } from '../../checks/hardware/tree.ts';
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

const answers = (at: string): Readonly<Record<string, string>> => {
  const node = tree.nodes[at];
  return node?.kind === 'ask' ? node.to : {};
};

describe('the tree for broken hardware', () => {
  test.each([
    'hardware/disk-smart-failing',
    'hardware/nvme-critical-warning',
    'hardware/disk-smart-predictive',
    'hardware/disk-io-errors',
    'hardware/filesystem-errors',
    'hardware/raid-degraded',
    'hardware/ssd-worn',
  ])('%s: first the copy, then the end', (cause) => {
    const seen = view([cause, 'hardware/overheating', 'hardware/disk-link-resets']);
    expect(measured(seen)).toBe('HW.1');
    expect(concluded(answers('HW.1').yes ?? '', seen)).toBe(cause);
    const copy = tree.nodes['HW.1.COPY'];
    expect(copy?.kind === 'do' && concluded(copy.otherwise, seen)).toBe(cause);
  });

  test('a disk that clicks is switched off before anything is copied', () => {
    expect(answers('HW.1.NOISES').clicking).toBe('HW.1.OFF');
    expect(concluded('HW.1.OFF', view(['hardware/disk-io-errors']))).toBe('hardware/disk-io-errors');
  });

  test('a broken link alone asks for the cable, and that is the end of it', () => {
    const seen = view(['hardware/disk-link-resets']);
    expect(measured(seen)).toBe('HW.3');
    const cable = tree.nodes['HW.3'];
    expect(cable?.kind === 'do' && cable.solved(view([]))).toBe(true);
    expect(cable?.kind === 'do' && concluded(cable.otherwise, seen)).toBe('hardware/disk-link-resets');
  });

  test.each([
    'hardware/memory-errors',
    'hardware/machine-check',
    'hardware/overheating',
    'hardware/thermal-throttling',
    'hardware/battery-worn',
    'hardware/battery-not-charging',
    'hardware/power-supply-suspect',
  ])('%s: what a hand can try, then the part', (cause) => {
    const seen = view([cause]);
    expect(measured(seen)).toBe('HW.31');
    const tried = tree.nodes['HW.31'];
    expect(tried?.kind === 'do' && tried.solved(seen)).toBe(false);
    expect(tried?.kind === 'do' && concluded(tried.otherwise, seen)).toBe(cause);
  });

  test('where nothing was found the person is asked, and a disk is only called fine when it was looked at', () => {
    expect(measured(view([]))).toBe('HW.2');
    expect(measured(view([]), answers('HW.2').disk)).toBe('HW.DISK.FINE');
    expect(measured(view([], false), answers('HW.2').disk)).toBe('HW.UNEXPLAINED');
  });
});
