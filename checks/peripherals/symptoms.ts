/** The complaints that this tree answers, and what is behind them how often: in the order of the fault catalogue. */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'drive-not-seen',
    entry: 'HW.20.DISK',
    with: ['drivers', 'updates', 'hardware'],
    suspects: {
      'updates/kernel-modules-missing': 'uncommon',
      'peripherals/storage-not-mounted': 'usual',
      'peripherals/usb-enumeration-failed': 'common',
      'peripherals/usb-overcurrent': 'rare',
      'peripherals/usb-low-power': 'uncommon',
      'peripherals/usb-flapping': 'uncommon',
      'peripherals/not-detected': 'usual',
      'hardware/disk-io-errors': 'uncommon',
    },
  },
  {
    id: 'new-device',
    entry: 'HW.20.NEW',
    with: ['drivers', 'updates'],
    suspects: {
      'peripherals/not-detected': 'usual',
      'drivers/device-no-driver': 'usual',
      'drivers/signature-blocked': 'uncommon',
      'drivers/firmware-missing': 'common',
      'drivers/device-start-failed': 'common',
      'peripherals/usb-bandwidth': 'rare',
      'drivers/resource-conflict': 'rare',
      'updates/pending-reboot': 'common',
      'peripherals/usb-enumeration-failed': 'common',
      'peripherals/usb-low-power': 'uncommon',
    },
  },
  {
    id: 'no-picture',
    entry: 'HW.20.SCREEN',
    with: ['drivers', 'updates'],
    suspects: {
      'peripherals/display-not-detected': 'usual',
      'drivers/gpu-fallback': 'common',
      'drivers/gpu-resets': 'uncommon',
      'drivers/device-start-failed': 'uncommon',
    },
  },
  {
    id: 'bluetooth',
    entry: 'HW.20.BT',
    with: ['drivers', 'updates', 'audio'],
    suspects: {
      'peripherals/bluetooth-off': 'usual',
      'drivers/device-no-driver': 'common',
      'drivers/firmware-missing': 'uncommon',
      'peripherals/bluetooth-pairing': 'usual',
      'audio/wrong-output': 'common',
      'audio/bluetooth-call-profile': 'uncommon',
    },
  },
  {
    id: 'camera-or-microphone',
    entry: 'HW.20.CAM',
    with: ['drivers', 'updates', 'audio'],
    suspects: {
      'peripherals/camera-blocked': 'usual',
      'audio/mic-blocked': 'common',
      'audio/mic-muted': 'common',
      'peripherals/not-detected': 'common',
      'peripherals/usb-bandwidth': 'rare',
      'drivers/device-no-driver': 'uncommon',
    },
  },
  {
    id: 'keyboard-or-mouse',
    entry: 'HW.20.INPUT',
    with: ['drivers', 'updates'],
    suspects: {
      'peripherals/input-missing': 'usual',
      'peripherals/usb-enumeration-failed': 'common',
      'peripherals/bluetooth-off': 'common',
      'drivers/device-start-failed': 'uncommon',
      'peripherals/not-detected': 'common',
    },
  },
];
