/** The complaints that this tree answers, and what is behind each how often (fault catalogue, section 5). */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'program-crashes',
    entry: 'SOFT.1',
    with: ['disk-space', 'hardware', 'drivers', 'performance', 'updates', 'security'],
    suspects: {
      'compatibility/app-blocked': 'common',
      'compatibility/app-arch-mismatch': 'uncommon',
      'compatibility/missing-runtime': 'common',
      'compatibility/app-needs-newer-os': 'uncommon',
      'disk-space/system-volume-full': 'uncommon',
      'disk-space/readonly-filesystem': 'rare',
      'compatibility/app-crash-repeated': 'usual',
      'compatibility/app-outdated': 'common',
      'hardware/memory-errors': 'uncommon',
    },
  },
  {
    id: 'after-update',
    entry: 'SOFT.7',
    with: ['connectivity', 'updates', 'drivers', 'disk-space', 'security', 'performance'],
    suspects: {
      'updates/pending-reboot': 'usual',
      'updates/kernel-modules-missing': 'common',
      'drivers/gpu-library-mismatch': 'common',
      'drivers/dkms-missing': 'common',
      'drivers/signature-blocked': 'uncommon',
      'drivers/device-load-failed': 'uncommon',
      'compatibility/app-crash-repeated': 'common',
      'updates/package-db-interrupted': 'common',
    },
  },
];
