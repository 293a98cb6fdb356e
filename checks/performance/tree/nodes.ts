/** What both ways into the tree are made of. */
import type { TreeNode, TreeView } from '../../../src/contract.ts';

export const FAILING = [
  'hardware/disk-smart-failing',
  'hardware/nvme-critical-warning',
  'hardware/disk-io-errors',
  'hardware/disk-smart-predictive',
] as const;
export const FULL = ['disk-space/system-volume-full', 'disk-space/volume-full'] as const;
export const MEMORY = ['performance/memory-pressure', 'performance/out-of-memory'] as const;
export const BUSY = ['performance/runaway-process', 'performance/cpu-saturated'] as const;
export const HEAT = ['hardware/overheating', 'hardware/thermal-throttling'] as const;
export const CHORE = 'performance/background-maintenance';
export const UPTIME = 'performance/long-uptime';

export const anyOpen =
  (...codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

/** A remark is a cause too: it is why it is slow. */
export const cause = (...codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ open, firstOpen }) => firstOpen(codes) ?? codes.find(open),
  outcome: 'cause',
});

/** Does what ends the finding, and looks whether it is gone. */
export const ended = (codes: readonly string[], fixes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: (view) => !anyOpen(...codes)(view),
  to: 'SLOW.SOLVED',
  otherwise,
});

/** Does it, and asks: a setting that is put right is not yet a computer that is fast. */
export const tried = (fixes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  asks: 'still',
  to: 'SLOW.SOLVED',
  otherwise,
});

/** On with what is left, once these are gone; while they are not, they are what is told. */
export const without = (codes: readonly string[], told: string, gone: string): TreeNode => ({
  kind: 'measure',
  branches: [{ when: anyOpen(...codes), to: told }],
  otherwise: gone,
});
