/** "Updates do not install": what was measured leads; asked only what no machine knows. */
import type { Tree, TreeNode, TreeView } from '../../src/contract.ts';

const SPACE = [
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
const NETWORK = [
  'connectivity/internet-unreachable',
  'connectivity/dns-unreachable',
  'connectivity/gateway-unreachable',
  'connectivity/proxy-misconfigured',
  'connectivity/captive-portal',
  'connectivity/tls-failure',
  'clock/skew',
] as const;
const SOURCES = [
  'updates/proxy-unreachable',
  'updates/repository-invalid',
  'updates/download-failed',
] as const;
const HALFWAY = ['updates/package-db-interrupted', 'updates/broken-dependencies'] as const;
const RESTART = ['updates/pending-reboot', 'updates/kernel-modules-missing'] as const;
const FAILING = ['hardware/disk-smart-failing', 'disk-space/readonly-filesystem'] as const;
const OLD = ['updates/release-eol', 'updates/upgrade-blocked'] as const;
const SLOW = ['updates/service-disabled', 'updates/overdue', 'updates/paused-or-managed'] as const;

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);
const noneOpen =
  (codes: readonly string[]) =>
  (view: TreeView): boolean =>
    !anyOpen(codes)(view);

const cause = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen }) => firstOpen(codes),
  outcome: 'cause',
});

/** Done by the plans, then looked at again; what stays open is the conclusion. */
const tried = (fixes: readonly string[], codes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: noneOpen(codes),
  to: 'UPD.8',
  otherwise,
});

export const tree: Tree = {
  start: 'UPD.0',
  nodes: {
    'UPD.0': {
      kind: 'measure',
      branches: [
        // Repairs and updates on a disk that protects itself make it worse.
        { when: anyOpen(FAILING), to: 'UPD.DISK' },
        {
          when: anyOpen([
            ...SPACE,
            ...NETWORK,
            ...SOURCES,
            ...HALFWAY,
            ...RESTART,
            ...OLD,
            ...SLOW,
            'updates/package-manager-locked',
            'updates/conflicting-software',
            'updates/component-store-corrupt',
          ]),
          to: 'UPD.1',
        },
        { when: ({ looked }) => !looked, to: 'UPD.UNKNOWN' },
      ],
      otherwise: 'UPD.8',
    },
    'UPD.1': {
      kind: 'measure',
      branches: [
        { when: anyOpen(SPACE), to: 'UPD.2' },
        { when: anyOpen(NETWORK), to: 'UPD.3' },
        { when: anyOpen(SOURCES), to: 'UPD.3.SOURCE' },
        { when: ({ open }) => open('updates/package-manager-locked'), to: 'UPD.4.WAIT' },
        { when: anyOpen(RESTART), to: 'UPD.4.RESTART' },
        { when: anyOpen(HALFWAY), to: 'UPD.4.FINISH' },
        { when: ({ open }) => open('updates/conflicting-software'), to: 'UPD.5' },
        { when: ({ open }) => open('updates/component-store-corrupt'), to: 'UPD.6' },
        { when: anyOpen(OLD), to: 'UPD.7' },
      ],
      otherwise: 'UPD.4.MANAGED',
    },
    'UPD.2': tried(['free-space'], SPACE, 'UPD.2.CAUSE'),
    'UPD.2.CAUSE': cause(SPACE),
    'UPD.3': cause(NETWORK),
    'UPD.3.SOURCE': tried(['disable-source', 'remove-proxy'], SOURCES, 'UPD.3.CAUSE'),
    'UPD.3.CAUSE': cause(SOURCES),
    'UPD.4.WAIT': tried(['wait-for-installer'], ['updates/package-manager-locked'], 'UPD.4.WAIT.CAUSE'),
    'UPD.4.WAIT.CAUSE': cause(['updates/package-manager-locked']),
    'UPD.4.RESTART': tried(['restart'], RESTART, 'UPD.4.RESTART.CAUSE'),
    'UPD.4.RESTART.CAUSE': cause(RESTART),
    'UPD.4.FINISH': tried(['finish-dpkg', 'fix-broken', 'finish-apk'], HALFWAY, 'UPD.4.FINISH.CAUSE'),
    'UPD.4.FINISH.CAUSE': cause(HALFWAY),
    'UPD.4.MANAGED': {
      kind: 'ask',
      question: 'managed',
      to: { yes: 'UPD.4.OTHERS', no: 'UPD.4.OWN', unsure: 'UPD.4.OWN' },
    },
    'UPD.4.OTHERS': cause(SLOW),
    'UPD.4.OWN': tried(['unmask-units', 'enable-services', 'check-for-updates'], SLOW, 'UPD.4.CAUSE'),
    'UPD.4.CAUSE': cause(SLOW),
    'UPD.5': {
      kind: 'do',
      fixes: ['pause-protection'],
      solved: noneOpen(['updates/conflicting-software']),
      to: 'UPD.5.AFTER',
      otherwise: 'UPD.5.AFTER',
    },
    'UPD.5.AFTER': {
      kind: 'ask',
      question: 'protection',
      to: { worked: 'UPD.SOLVED', failed: 'UPD.5.CAUSE', none: 'UPD.5.CAUSE' },
    },
    'UPD.5.CAUSE': cause(['updates/conflicting-software']),
    'UPD.6': tried(['repair-store'], ['updates/component-store-corrupt'], 'UPD.6.CAUSE'),
    'UPD.6.CAUSE': cause(['updates/component-store-corrupt']),
    'UPD.7': cause(OLD),
    'UPD.8': {
      kind: 'ask',
      question: 'retried',
      to: { worked: 'UPD.SOLVED', failed: 'UPD.9', waiting: 'UPD.LATER' },
    },
    'UPD.9': {
      kind: 'measure',
      branches: [{ when: anyOpen([...SPACE, ...SOURCES, ...HALFWAY, ...OLD, ...SLOW]), to: 'UPD.9.CAUSE' }],
      otherwise: 'UPD.UNKNOWN',
    },
    'UPD.9.CAUSE': cause([...SPACE, ...SOURCES, ...HALFWAY, ...OLD, ...SLOW]),
    'UPD.DISK': cause(FAILING),
    'UPD.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'UPD.LATER': { kind: 'conclude', outcome: 'unexplained' },
    'UPD.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
