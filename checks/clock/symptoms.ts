/** The complaint that its tree answers (fault catalogue, section 5). */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'wrong-time',
    entry: 'TIME.0',
    with: ['connectivity'],
    suspects: {
      'clock/skew': 'usual',
      'clock/sync-off': 'common',
      'clock/timezone-wrong': 'common',
      'clock/rtc-local-time': 'uncommon',
      'clock/cmos-battery': 'uncommon',
    },
  },
];
