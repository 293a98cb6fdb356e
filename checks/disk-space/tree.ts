/** "No space left": what a person is led through. Measured first; asked only what no sensor knows. */
import { against, cause, isOpen, type Tree, type TreeNode, type TreeView } from '../../src/contract.ts';

const SHORT = [
  'disk-space/system-volume-full',
  'disk-space/volume-full',
  'disk-space/boot-partition-full',
  'disk-space/update-space-low',
] as const;

/** One thing takes the space: removing that is the cure, not tidying up. */
const CULPRITS = [
  'disk-space/deleted-open-file',
  'disk-space/log-explosion',
  'disk-space/inodes-exhausted',
  'disk-space/btrfs-unallocated-low',
] as const;

/** Nothing a person could tidy up helps here. */
const PARTITIONS = ['disk-space/esp-full', 'disk-space/winre-partition-small'] as const;

/** Nobody writes to a disk that may be failing, not even to make it writable again. */
const FAILING = [
  'hardware/disk-smart-failing',
  'hardware/nvme-critical-warning',
  'hardware/disk-io-errors',
  'hardware/filesystem-errors',
] as const;

const BLOAT = 'disk-space/virtual-disk-bloat';
const RECLAIMABLE = 'disk-space/reclaimable';
const READONLY = 'disk-space/readonly-filesystem';
const HUNG = 'disk-space/mount-hung';

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

const noneShort = (view: TreeView): boolean => !anyOpen(SHORT)(view);

const making = against('SPACE.SOLVED');

/** Makes room, and leads on where that was not enough. */
const room = (fixes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: noneShort,
  to: 'SPACE.SOLVED',
  otherwise,
});

const first = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen }) => firstOpen(codes),
  outcome: 'cause',
});

export const tree: Tree = {
  start: 'SPACE.0',
  nodes: {
    'SPACE.0': {
      kind: 'measure',
      branches: [
        { when: isOpen(READONLY), to: 'SPACE.READONLY' },
        { when: isOpen(HUNG), to: 'SPACE.HUNG' },
        { when: anyOpen([...CULPRITS, ...PARTITIONS]), to: 'SPACE.1' },
        { when: anyOpen(SHORT), to: 'SPACE.2' },
        { when: isOpen(BLOAT), to: 'SPACE.BLOAT' },
        { when: isOpen(RECLAIMABLE), to: 'SPACE.RECLAIMABLE' },
        { when: ({ looked }) => !looked, to: 'SPACE.UNKNOWN' },
      ],
      otherwise: 'SPACE.FINE',
    },
    'SPACE.1': {
      kind: 'measure',
      branches: [
        { when: isOpen('disk-space/deleted-open-file'), to: 'SPACE.HELD' },
        { when: isOpen('disk-space/log-explosion'), to: 'SPACE.LOGS' },
        { when: isOpen('disk-space/inodes-exhausted'), to: 'SPACE.CROWDED' },
        { when: isOpen('disk-space/btrfs-unallocated-low'), to: 'SPACE.BTRFS' },
        { when: isOpen('disk-space/esp-full'), to: 'SPACE.ESP' },
      ],
      otherwise: 'SPACE.CAUSE',
    },
    'SPACE.HELD': making('disk-space/deleted-open-file', ['close-holder'], 'SPACE.CAUSE'),
    'SPACE.LOGS': making('disk-space/log-explosion', ['empty-log', 'trim-journal'], 'SPACE.CAUSE'),
    'SPACE.CROWDED': making('disk-space/inodes-exhausted', ['clear-crowded-folder'], 'SPACE.CAUSE'),
    'SPACE.BTRFS': making(
      'disk-space/btrfs-unallocated-low',
      ['balance-btrfs', 'delete-snapshots'],
      'SPACE.CAUSE',
    ),
    'SPACE.ESP': making('disk-space/esp-full', ['install-fixed-update'], 'SPACE.CAUSE'),
    'SPACE.2': {
      kind: 'choose',
      among: ['SPACE.2.CACHES', 'SPACE.2.CONSENT'],
      otherwise: 'SPACE.2.VIRTUAL',
    },
    'SPACE.2.CACHES': room(['clean-apt-cache', 'clean-dnf-cache', 'clean-zypper-cache'], 'SPACE.2'),
    'SPACE.2.CONSENT': room(
      [
        'empty-trash',
        'empty-trash-windows',
        'empty-trash-mac',
        'trim-journal',
        'clean-pacman-cache',
        'remove-old-kernels-apt',
        'remove-old-kernels-dnf',
        'remove-old-windows',
        'clean-component-store',
        'thin-snapshots',
      ],
      'SPACE.2',
    ),
    'SPACE.2.VIRTUAL': {
      kind: 'measure',
      branches: [{ when: isOpen(BLOAT), to: 'SPACE.BLOAT' }],
      otherwise: 'SPACE.3',
    },
    'SPACE.3': {
      kind: 'ask',
      question: 'backup',
      to: { yes: 'SPACE.4', no: 'SPACE.5', unsure: 'SPACE.5' },
    },
    'SPACE.4': room(['move-files'], 'SPACE.LEFT'),
    'SPACE.5': room(['copy-out'], 'SPACE.4'),
    'SPACE.READONLY': {
      kind: 'measure',
      branches: [{ when: anyOpen(FAILING), to: 'SPACE.READONLY.DISK' }],
      otherwise: 'SPACE.READONLY.COPY',
    },
    'SPACE.READONLY.DISK': first(FAILING),
    'SPACE.READONLY.COPY': making(READONLY, ['copy-out'], 'SPACE.READONLY.AGAIN'),
    'SPACE.READONLY.AGAIN': making(READONLY, ['remount-writable'], 'SPACE.READONLY.CAUSE'),
    'SPACE.READONLY.CAUSE': cause(READONLY),
    'SPACE.HUNG': making(HUNG, ['detach-hung-mount'], 'SPACE.HUNG.CAUSE'),
    'SPACE.HUNG.CAUSE': cause(HUNG),
    'SPACE.BLOAT': making(BLOAT, ['compact-virtual-disk'], 'SPACE.BLOAT.CAUSE'),
    'SPACE.BLOAT.CAUSE': cause(BLOAT),
    'SPACE.RECLAIMABLE': cause(RECLAIMABLE),
    'SPACE.CAUSE': first([...CULPRITS, ...PARTITIONS]),
    'SPACE.LEFT': first(SHORT),
    'SPACE.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'SPACE.FINE': { kind: 'conclude', outcome: 'fine' },
    'SPACE.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
