/** The complaints that this tree answers, and what is behind them how often: in the order of the fault catalogue. */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'battery',
    entry: 'HW.30.BATTERY',
    with: ['performance', 'safe-mode', 'disk-space'],
    suspects: {
      'hardware/battery-not-charging': 'common',
      'hardware/battery-worn': 'usual',
      'performance/runaway-process': 'common',
      'hardware/thermal-throttling': 'uncommon',
      'performance/power-saver': 'rare',
    },
  },
  {
    id: 'switches-off',
    entry: 'HW.30.OFF',
    with: ['safe-mode', 'disk-space'],
    suspects: {
      'hardware/overheating': 'usual',
      'safe-mode/unexpected-shutdown': 'common',
      'hardware/battery-worn': 'common',
      'safe-mode/bugcheck': 'common',
      'hardware/power-supply-suspect': 'usual',
      'hardware/machine-check': 'uncommon',
      'hardware/memory-errors': 'uncommon',
    },
  },
  {
    id: 'disk-failing',
    entry: 'HW.0.DISK',
    with: ['safe-mode', 'disk-space', 'security'],
    suspects: {
      'hardware/disk-smart-failing': 'usual',
      'hardware/nvme-critical-warning': 'uncommon',
      'hardware/disk-io-errors': 'usual',
      'hardware/disk-smart-predictive': 'common',
      'hardware/filesystem-errors': 'common',
      'hardware/disk-link-resets': 'uncommon',
      'security/no-backup': 'common',
    },
  },
  {
    id: 'hot-and-loud',
    entry: 'HW.30.HEAT',
    with: ['performance', 'safe-mode', 'disk-space'],
    suspects: {
      'performance/runaway-process': 'usual',
      'hardware/overheating': 'usual',
      'hardware/thermal-throttling': 'common',
      'performance/background-maintenance': 'common',
    },
  },
];
