/** "No space left": what a person is led through. Measured first; asked only what no sensor knows. */
import type { Tree, TreeView } from '../../src/contract.ts';

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

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

const noneShort = (view: TreeView): boolean => !anyOpen(SHORT)(view);

export const tree: Tree = {
  start: 'SPACE.0',
  nodes: {
    'SPACE.0': {
      kind: 'measure',
      branches: [
        { when: ({ open }) => open('disk-space/readonly-filesystem'), to: 'SPACE.READONLY' },
        { when: ({ open }) => open('disk-space/mount-hung'), to: 'SPACE.HUNG' },
        { when: anyOpen([...SHORT, ...CULPRITS, ...PARTITIONS]), to: 'SPACE.1' },
        { when: ({ looked }) => !looked, to: 'SPACE.UNKNOWN' },
      ],
      otherwise: 'SPACE.FINE',
    },
    'SPACE.1': {
      kind: 'measure',
      branches: [{ when: anyOpen([...CULPRITS, ...PARTITIONS]), to: 'SPACE.CAUSE' }],
      otherwise: 'SPACE.2',
    },
    'SPACE.2': {
      kind: 'do',
      fixes: [
        'clean-apt-cache',
        'clean-dnf-cache',
        'trim-journal',
        'remove-old-kernels-apt',
        'remove-old-kernels-dnf',
        'empty-trash',
      ],
      solved: noneShort,
      to: 'SPACE.SOLVED',
      otherwise: 'SPACE.3',
    },
    'SPACE.3': {
      kind: 'ask',
      question: 'backup',
      to: { yes: 'SPACE.4', no: 'SPACE.5', unsure: 'SPACE.5' },
    },
    'SPACE.4': {
      kind: 'do',
      fixes: ['move-files'],
      solved: noneShort,
      to: 'SPACE.SOLVED',
      otherwise: 'SPACE.6',
    },
    'SPACE.5': {
      kind: 'do',
      fixes: ['copy-out'],
      solved: noneShort,
      to: 'SPACE.SOLVED',
      otherwise: 'SPACE.4',
    },
    'SPACE.6': { kind: 'ask', question: 'freed', to: { done: 'SPACE.7', cannot: 'SPACE.LEFT' } },
    'SPACE.7': {
      kind: 'measure',
      branches: [{ when: noneShort, to: 'SPACE.SOLVED' }],
      otherwise: 'SPACE.LEFT',
    },
    'SPACE.READONLY': {
      kind: 'do',
      fixes: ['copy-out'],
      solved: ({ open }) => !open('disk-space/readonly-filesystem'),
      to: 'SPACE.SOLVED',
      otherwise: 'SPACE.READONLY.CAUSE',
    },
    'SPACE.READONLY.CAUSE': {
      kind: 'conclude',
      finding: 'disk-space/readonly-filesystem',
      outcome: 'cause',
    },
    'SPACE.HUNG': {
      kind: 'do',
      fixes: ['detach-hung-mount'],
      solved: ({ open }) => !open('disk-space/mount-hung'),
      to: 'SPACE.SOLVED',
      otherwise: 'SPACE.HUNG.CAUSE',
    },
    'SPACE.HUNG.CAUSE': { kind: 'conclude', finding: 'disk-space/mount-hung', outcome: 'cause' },
    'SPACE.CAUSE': {
      kind: 'conclude',
      finding: ({ firstOpen }) => firstOpen([...CULPRITS, ...PARTITIONS]),
      outcome: 'cause',
    },
    'SPACE.LEFT': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(SHORT), outcome: 'cause' },
    'SPACE.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'SPACE.FINE': { kind: 'conclude', outcome: 'fine' },
    'SPACE.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
