/** The complaints that this tree answers, and what is behind each how often (fault catalogue, section 5). */
import type { Symptom } from '../../src/contract.ts';

const WITH = ['hardware', 'disk-space', 'drivers', 'updates'] as const;

export const symptoms: readonly Symptom[] = [
  {
    id: 'blue-screen',
    entry: 'BOOT.P',
    with: WITH,
    suspects: {
      'safe-mode/bugcheck': 'usual',
      'hardware/memory-errors': 'common',
      'hardware/machine-check': 'uncommon',
      'hardware/disk-smart-failing': 'uncommon',
      'hardware/disk-io-errors': 'uncommon',
      'drivers/gpu-resets': 'common',
      'hardware/overheating': 'common',
      'drivers/device-load-failed': 'common',
      'safe-mode/restart-loop': 'uncommon',
    },
  },
  {
    id: 'does-not-start',
    entry: 'BOOT.0',
    with: WITH,
    suspects: {
      'safe-mode/bootloader-damaged': 'usual',
      'safe-mode/encryption-guard': 'uncommon',
      'safe-mode/emergency-mode': 'common',
      'safe-mode/restart-loop': 'common',
      'hardware/disk-smart-failing': 'common',
      'disk-space/system-volume-full': 'uncommon',
      'safe-mode/initramfs-missing': 'uncommon',
    },
  },
  {
    id: 'cannot-sign-in',
    entry: 'BOOT.F',
    with: ['disk-space', 'clock', 'connectivity', 'hardware'],
    suspects: {
      'safe-mode/login-broken': 'usual',
      'disk-space/system-volume-full': 'common',
      'clock/skew': 'uncommon',
      'safe-mode/failed-services': 'uncommon',
      'connectivity/internet-unreachable': 'uncommon',
    },
  },
  {
    id: 'slow-start',
    entry: 'BOOT.T',
    with: ['hardware', 'disk-space', 'updates', 'performance'],
    suspects: {
      'hardware/disk-io-errors': 'uncommon',
      'performance/system-on-hdd': 'usual',
      'safe-mode/slow-start': 'common',
      'performance/startup-load': 'common',
      'updates/pending-reboot': 'uncommon',
      'safe-mode/failed-services': 'common',
    },
  },
];
