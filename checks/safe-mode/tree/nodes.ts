/** What the parts of the tree are made of. */
import type { TreeNode, TreeView } from '../../../src/contract.ts';

export const HARDWARE = [
  'hardware/disk-smart-failing',
  'hardware/nvme-critical-warning',
  'hardware/disk-io-errors',
  'hardware/filesystem-errors',
  'hardware/raid-degraded',
  'hardware/memory-errors',
  'hardware/machine-check',
  'hardware/overheating',
  'hardware/power-supply-suspect',
] as const;
export const SPACE = [
  'disk-space/system-volume-full',
  'disk-space/inodes-exhausted',
  'disk-space/readonly-filesystem',
] as const;
export const NEXT = [
  'safe-mode/initramfs-missing',
  'safe-mode/bootloader-damaged',
  'safe-mode/fstab-missing-device',
] as const;
export const CRASHES = [
  'safe-mode/bugcheck',
  'safe-mode/restart-loop',
  'safe-mode/unexpected-shutdown',
] as const;
export const DRIVER = ['drivers/gpu-resets', 'drivers/device-load-failed'] as const;
export const STUCK = ['safe-mode/safeboot-flag-stuck'] as const;
export const EMERGENCY = ['safe-mode/emergency-mode'] as const;
export const LOGIN = ['safe-mode/login-broken'] as const;
export const SERVICES = ['safe-mode/failed-services'] as const;
export const SLOW = ['safe-mode/slow-start', 'safe-mode/fast-startup'] as const;

export const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

/** What was measured is of this computer: of another one it says nothing. */
export const here =
  (codes: readonly string[]) =>
  (view: TreeView): boolean =>
    anyOpen(codes)(view) && view.answer('running') !== 'elsewhere';

/** Remarks too: here they are what was come for. */
export const cause = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen, open }) => firstOpen(codes) ?? codes.find(open),
  outcome: 'cause',
});
export const known = (finding: string): TreeNode => ({ kind: 'conclude', finding, outcome: 'cause' });
export const end = (outcome: 'unexplained' | 'solved' | 'cause' = 'unexplained'): TreeNode => ({
  kind: 'conclude',
  outcome,
});
export const tried = (fixes: readonly string[], codes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: (view) => !anyOpen(codes)(view),
  to: 'BOOT.SOLVED',
  otherwise,
});

/** Whether it helped shows only in use: what is in the log stays there. */
export const lived = (fixes: readonly string[], otherwise: string, to = 'BOOT.SOLVED'): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  asks: 'still',
  to,
  otherwise,
});

type Ask = Extract<TreeNode, { kind: 'ask' }>;

export const ask = (
  question: string,
  to: Ask['to'],
  unsure?: string,
  more: Partial<Pick<Ask, 'points' | 'cost' | 'known' | 'advice'>> = {},
): TreeNode => ({ kind: 'ask', question, to, ...(unsure !== undefined && { unsure }), ...more });
