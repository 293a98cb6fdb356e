/** The complaint that its tree answers (fault catalogue, section 5). */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'no-sound',
    entry: 'SOUND.0',
    with: ['drivers', 'peripherals'],
    suspects: {
      'audio/muted': 'usual',
      'audio/wrong-output': 'usual',
      'audio/service-down': 'uncommon',
      'audio/no-output-device': 'common',
      'drivers/device-disabled': 'rare',
      'drivers/device-no-driver': 'uncommon',
      'drivers/firmware-missing': 'uncommon',
      'peripherals/bluetooth-pairing': 'uncommon',
    },
  },
];
