/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.3 and 3.14). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'updates/package-manager-locked': { reference: 'apt(8); pacman(8); proc_locks(5)' },
  'updates/package-db-interrupted': { reference: 'dpkg-query(1), dpkg(1)' },
  'updates/broken-dependencies': { reference: 'apt-get(8)' },
  'updates/repository-invalid': { reference: 'sources.list(5); apt-secure(8)' },
  'updates/proxy-unreachable': {
    explains: ['updates/download-failed'],
    reference: 'apt-transport-http(1); dnf.conf(5)',
  },
  'updates/pending-reboot': {
    explains: ['drivers/gpu-library-mismatch', 'updates/kernel-modules-missing'],
    reference: 'update-notifier; Microsoft 0x80070BC9',
  },
  'updates/insufficient-space': {
    explains: ['updates/overdue'],
    reference: 'Microsoft upgrade-error-codes; apt term.log',
  },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
