/** What the tree of updates is made of. */
import type { TreeNode, TreeView } from '../../../src/contract.ts';

export const SPACE = [
  'updates/insufficient-space',
  'disk-space/system-volume-full',
  'disk-space/volume-full',
  'disk-space/boot-partition-full',
  'disk-space/inodes-exhausted',
  'disk-space/btrfs-unallocated-low',
  'disk-space/esp-full',
  'disk-space/winre-partition-small',
  'disk-space/update-space-low',
] as const;
/** Small partitions of the system. */
export const SMALL: readonly string[] = ['disk-space/esp-full', 'disk-space/winre-partition-small'];
export const NETWORK = [
  'connectivity/internet-unreachable',
  'connectivity/dns-unreachable',
  'connectivity/gateway-unreachable',
  'connectivity/proxy-misconfigured',
  'connectivity/captive-portal',
  'connectivity/tls-failure',
  'clock/skew',
] as const;
export const SOURCES = [
  'updates/proxy-unreachable',
  'updates/repository-invalid',
  'updates/download-failed',
] as const;
export const HALFWAY = ['updates/package-db-interrupted', 'updates/broken-dependencies'] as const;
export const RESTART = ['updates/pending-reboot', 'updates/kernel-modules-missing'] as const;
export const FAILING = [
  'hardware/disk-smart-failing',
  'hardware/nvme-critical-warning',
  'hardware/disk-io-errors',
  'disk-space/readonly-filesystem',
] as const;
export const OLD = [
  'updates/release-eol',
  'updates/upgrade-blocked',
  'compatibility/hardware-below-requirements',
] as const;
export const SLOW = ['updates/service-disabled', 'updates/overdue', 'updates/paused-or-managed'] as const;
export const LOCKED = 'updates/package-manager-locked';
export const CONFLICT = 'updates/conflicting-software';
export const STORE = 'updates/component-store-corrupt';
export const UNGUARDED = 'security/antivirus-off';

export const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);
export const noneOpen =
  (codes: readonly string[]) =>
  (view: TreeView): boolean =>
    !anyOpen(codes)(view);

export const cause = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen, open }) => firstOpen(codes) ?? codes.find(open),
  outcome: 'cause',
});

/** Done by the plans, then looked at again; what stays open is the conclusion. */
export const tried = (fixes: readonly string[], codes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: noneOpen(codes),
  to: 'UPD.8',
  otherwise,
});

/** Done, and the update started once more: whether it installs now only that shows. */
export const retried = (fixes: readonly string[], to: string, otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  asks: 'still',
  to,
  otherwise,
});

export const seen = (codes: readonly string[], to: string, otherwise: string): TreeNode => ({
  kind: 'measure',
  branches: [{ when: anyOpen(codes), to }],
  otherwise,
});
