/** The complaints that this tree answers, and what is behind each how often (fault catalogue, section 5). */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'computer-slow',
    entry: 'SLOW.0',
    with: ['hardware', 'disk-space', 'compatibility', 'safe-mode', 'clock'],
    suspects: {
      'performance/long-uptime': 'common',
      'performance/background-maintenance': 'usual',
      'disk-space/system-volume-full': 'common',
      'performance/memory-pressure': 'usual',
      'performance/runaway-process': 'common',
      'hardware/disk-smart-failing': 'uncommon',
      'hardware/disk-io-errors': 'uncommon',
      'performance/disk-saturated': 'common',
      'performance/system-on-hdd': 'common',
      'hardware/thermal-throttling': 'uncommon',
      'performance/power-saver': 'uncommon',
      'compatibility/two-antiviruses': 'rare',
      'performance/low-ram': 'common',
      'performance/startup-load': 'common',
    },
  },
  {
    id: 'freezes',
    entry: 'SLOW.F',
    with: ['hardware', 'disk-space', 'drivers', 'safe-mode', 'clock'],
    suspects: {
      'safe-mode/unexpected-shutdown': 'uncommon',
      'hardware/disk-io-errors': 'common',
      'hardware/disk-link-resets': 'uncommon',
      'performance/memory-pressure': 'usual',
      'performance/out-of-memory': 'common',
      'drivers/gpu-resets': 'common',
      'hardware/overheating': 'common',
      'hardware/memory-errors': 'uncommon',
      'hardware/machine-check': 'rare',
    },
  },
];
