/** The complaints that this tree answers, and what is behind them how often. */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'disk-full',
    entry: 'SPACE.0',
    with: ['updates', 'clock', 'hardware'],
    suspects: {
      'disk-space/system-volume-full': 'usual',
      'disk-space/reclaimable': 'common',
      'disk-space/update-space-low': 'common',
      'disk-space/inodes-exhausted': 'uncommon',
      'disk-space/virtual-disk-bloat': 'rare',
      'disk-space/btrfs-unallocated-low': 'rare',
      'disk-space/volume-full': 'common',
      'disk-space/log-explosion': 'uncommon',
      'disk-space/deleted-open-file': 'rare',
      'disk-space/boot-partition-full': 'uncommon',
    },
  },
];
