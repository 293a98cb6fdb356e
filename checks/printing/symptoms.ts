/** The complaint that its tree answers (fault catalogue, section 5). */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'does-not-print',
    entry: 'PRINT.0',
    with: ['disk-space', 'connectivity', 'peripherals'],
    suspects: {
      'printing/printer-offline': 'usual',
      'printing/supplies-or-paper': 'common',
      'printing/queue-paused': 'common',
      'printing/jobs-stuck': 'common',
      'printing/spooler-stopped': 'uncommon',
      'printing/wrong-default': 'uncommon',
      'printing/no-printer': 'uncommon',
      'printing/filter-failed': 'uncommon',
      'disk-space/system-volume-full': 'rare',
    },
  },
];
