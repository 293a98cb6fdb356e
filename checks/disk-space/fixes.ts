/**
 * Plans that a person agrees to. Deleting personal files and touching partitions is never one of them.
 * Without steps: the command holds this machine's own names, and stands in the finding's words.
 */
import type { Fix } from '../../src/contract.ts';

const SHORT = [
  'disk-space/system-volume-full',
  'disk-space/volume-full',
  'disk-space/update-space-low',
] as const;

export const fixes: readonly Fix[] = [
  {
    id: 'clean-apt-cache',
    for: [...SHORT, 'disk-space/reclaimable'],
    os: ['linux'],
    steps: [['apt-get', 'clean']],
    needs: 'root',
    risk: 'safe',
  },
  {
    id: 'clean-dnf-cache',
    for: [...SHORT, 'disk-space/reclaimable'],
    os: ['linux'],
    steps: [['dnf', 'clean', 'packages']],
    needs: 'root',
    risk: 'safe',
  },
  {
    id: 'trim-journal',
    for: [...SHORT, 'disk-space/reclaimable', 'disk-space/log-explosion'],
    os: ['linux'],
    steps: [['journalctl', '--vacuum-size=200M']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'remove-old-kernels-apt',
    for: ['disk-space/boot-partition-full', 'disk-space/reclaimable'],
    os: ['linux'],
    steps: [['apt-get', 'autoremove', '--purge']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'remove-old-kernels-dnf',
    for: ['disk-space/boot-partition-full', 'disk-space/reclaimable'],
    os: ['linux'],
    steps: [['dnf', 'remove', '--oldinstallonly']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'empty-trash',
    for: [...SHORT, 'disk-space/reclaimable'],
    os: ['linux'],
    steps: [['gio', 'trash', '--empty']],
    needs: 'user',
    risk: 'likely',
  },
  {
    id: 'detach-hung-mount',
    for: ['disk-space/mount-hung'],
    os: ['linux'],
    steps: [],
    needs: 'person',
    risk: 'example',
  },
  {
    id: 'balance-btrfs',
    for: ['disk-space/btrfs-unallocated-low'],
    os: ['linux'],
    steps: [],
    needs: 'person',
    risk: 'example',
  },
  {
    id: 'move-files',
    for: SHORT,
    os: ['linux', 'darwin', 'win32', 'other'],
    steps: [],
    needs: 'person',
    risk: 'example',
  },
  {
    id: 'copy-out',
    for: ['disk-space/readonly-filesystem'],
    os: ['linux', 'darwin', 'win32', 'other'],
    steps: [],
    needs: 'person',
    risk: 'example',
  },
];
