import { describe, expect, test } from 'vitest';
import { tree } from '../../checks/updates/tree.ts';
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

describe('the tree for "updates do not install"', () => {
  test.each([
    [['updates/insufficient-space', 'updates/overdue'], 'UPD.2D'],
    [['disk-space/boot-partition-full'], 'UPD.2D'],
    [['disk-space/esp-full'], 'UPD.2.SMALL'],
    [['disk-space/update-space-low'], 'UPD.2D'],
    [['connectivity/dns-unreachable', 'updates/download-failed'], 'UPD.3'],
    [['updates/repository-invalid'], 'UPD.3.SOURCE'],
    [['updates/pending-reboot', 'updates/component-store-corrupt'], 'UPD.4R'],
    [['updates/package-manager-locked', 'updates/package-db-interrupted'], 'UPD.4.WAIT'],
    [['updates/package-db-interrupted'], 'UPD.4.FINISH'],
    [['updates/conflicting-software'], 'UPD.5'],
    [['updates/component-store-corrupt'], 'UPD.6'],
    [['updates/release-eol'], 'UPD.7'],
    [['updates/overdue'], 'UPD.4.LATE'],
    [['updates/service-disabled', 'updates/overdue'], 'UPD.4.MANAGED'],
  ])('%j leads to %s without a question', (open, node) => {
    expect(measured(view(open))).toBe(node);
  });

  test('a disk that fails comes before anything is repaired or installed', () => {
    expect(measured(view(['hardware/disk-smart-failing', 'updates/component-store-corrupt']))).toBe(
      'UPD.DISK',
    );
  });

  test('where nothing was found, or nobody could look, a person tries once more', () => {
    expect(measured(view([]))).toBe('UPD.8');
    expect(measured(view([], false))).toBe('UPD.8');
  });

  test('who is looked after by others is not told to switch anything on', () => {
    const ask = tree.nodes['UPD.4.MANAGED'];
    expect(ask?.kind === 'ask' && ask.to.work).toBe('UPD.4.OTHERS');
  });

  test('protection that was paused is asked for before anything else goes on', () => {
    const pause = tree.nodes['UPD.5D'];
    expect(pause?.kind === 'do' && [pause.to, pause.otherwise]).toEqual(['UPD.5.WORKED', 'UPD.5.SAME']);
    const off = view(['security/antivirus-off']);
    expect(measured(off, 'UPD.5.WORKED')).toBe('UPD.5.ON');
    expect(measured(off, 'UPD.5.SAME')).toBe('UPD.5.ON.SAME');
    expect(measured(view([]), 'UPD.5.WORKED')).toBe('UPD.5.CAUSE');
  });
});
