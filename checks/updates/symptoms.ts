/** The complaint that this tree answers, and what is behind it how often (fault catalogue, section 5). */
import type { Symptom } from '../../src/contract.ts';

export const symptoms: readonly Symptom[] = [
  {
    id: 'updates-fail',
    entry: 'UPD.0',
    with: ['disk-space', 'connectivity', 'clock', 'hardware', 'security', 'compatibility'],
    suspects: {
      'updates/pending-reboot': 'usual',
      'updates/package-manager-locked': 'common',
      'disk-space/update-space-low': 'common',
      'disk-space/boot-partition-full': 'common',
      'disk-space/esp-full': 'rare',
      'clock/skew': 'uncommon',
      'connectivity/internet-unreachable': 'common',
      'updates/download-failed': 'common',
      'updates/insufficient-space': 'common',
      'updates/service-disabled': 'uncommon',
      'updates/package-db-interrupted': 'common',
      'updates/conflicting-software': 'uncommon',
      'updates/component-store-corrupt': 'common',
      'updates/repository-invalid': 'common',
      'updates/release-eol': 'uncommon',
    },
  },
];
