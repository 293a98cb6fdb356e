/** What the parts of the tree look at in common. */
import type { TreeNode, TreeView } from '../../../src/contract.ts';

export const DISK = [
  'hardware/disk-smart-failing',
  'hardware/nvme-critical-warning',
  'hardware/disk-smart-predictive',
  'hardware/disk-io-errors',
  'hardware/raid-degraded',
  'hardware/filesystem-errors',
  'hardware/ssd-worn',
] as const;

export const HEAT = ['hardware/overheating', 'hardware/thermal-throttling'] as const;

export const PARTS = [
  'hardware/memory-errors',
  'hardware/machine-check',
  ...HEAT,
  'hardware/battery-not-charging',
  'hardware/battery-worn',
  'hardware/power-supply-suspect',
] as const;

export const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

export const first = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen }) => firstOpen(codes),
  outcome: 'cause',
});

/** For what was measured: done only where one of the findings is open, and the machine sees whether it helped. */
export const against = (codes: readonly string[], fixes: readonly string[]): TreeNode => ({
  kind: 'do',
  fixes,
  solved: (view) => !anyOpen(codes)(view),
  to: 'HW.31.LOOK',
  otherwise: 'HW.31',
});

/** For what no sensor told: only the person notices whether it helped. */
export const felt = (fixes: readonly string[], otherwise: string, to = 'HW.SOLVED'): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  asks: 'still',
  to,
  otherwise,
});
