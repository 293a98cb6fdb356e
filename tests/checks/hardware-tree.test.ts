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
    expect(answers('HW.1').yes).toBe('HW.1.COPIED');
    const copy = tree.nodes['HW.1.COPY'];
    expect(copy?.kind === 'do' && copy.otherwise).toBe('HW.1.COPIED');
    expect(concluded('HW.4', seen)).toBe(cause);
  });

  test('only a healthy disk is repaired, and only after the copy', () => {
    expect(measured(view(['hardware/filesystem-errors']), 'HW.1.COPIED')).toBe('HW.4.REPAIR');
    const both = view(['hardware/filesystem-errors', 'hardware/disk-smart-failing']);
    expect(measured(both, 'HW.1.COPIED')).toBe('HW.4');
  });

  test('that there is no copy is known where it was measured', () => {
    const copy = tree.nodes['HW.1'];
    expect(copy?.kind === 'ask' && copy.known?.(view(['security/no-backup']))).toBe('no');
    expect(copy?.kind === 'ask' && copy.known?.(view([]))).toBeUndefined();
  });

  test('a disk that clicks is switched off before anything is copied', () => {
    expect(answers('HW.1.NOISES').clicking).toBe('HW.1.OFF');
    expect(concluded('HW.1.OFF', view(['hardware/disk-io-errors']))).toBe('hardware/disk-io-errors');
  });

  test('a broken link alone asks for the cable, and that is the end of it', () => {
    const seen = view(['hardware/disk-link-resets']);
    expect(measured(seen)).toBe('HW.3');
    const cable = tree.nodes['HW.3'];
    expect(cable?.kind === 'do' && cable.asks).toBe('still');
    expect(cable?.kind === 'do' && concluded(cable.otherwise, seen)).toBe('hardware/disk-link-resets');
  });

  test.each([
    ['hardware/memory-errors', ['HW.31.OVERCLOCK', 'HW.31.MEMORY']],
    ['hardware/machine-check', ['HW.31.OVERCLOCK', 'HW.31.FIRMWARE']],
    ['hardware/overheating', ['HW.31.VENTS', 'HW.31.DUST']],
    ['hardware/battery-worn', ['HW.31.BATTERY']],
    ['hardware/battery-not-charging', ['HW.31.CHARGER', 'HW.31.SOCKET', 'HW.31.RESET']],
    ['hardware/power-supply-suspect', ['HW.31.SOCKET', 'HW.31.CABLE']],
  ])('%s: only what helps against it is tried, then it is the part', (cause, tried) => {
    const seen = view([cause]);
    expect(measured(seen)).toBe('HW.31');
    const parts = tree.nodes['HW.31'];
    const left = (parts?.kind === 'choose' ? parts.among : []).filter((id) => {
      const node = tree.nodes[id];
      return node?.kind === 'do' && !node.solved(seen);
    });
    expect(left).toEqual(tried);
    expect(parts?.kind === 'choose' && concluded(parts.otherwise, seen)).toBe(cause);
  });

  test('where nothing was found the person is asked, and a disk is only called fine when it was looked at', () => {
    expect(measured(view([]))).toBe('HW.2');
    expect(measured(view([]), answers('HW.2').disk)).toBe('HW.0.NOISES');
    expect(measured(view([]), answers('HW.0.BACKUP').yes)).toBe('HW.DISK.FINE');
    expect(measured(view([], false), answers('HW.0.BACKUP').yes)).toBe('HW.UNEXPLAINED');
  });
});
