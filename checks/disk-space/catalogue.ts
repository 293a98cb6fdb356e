/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.2 and 3.14). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'disk-space/system-volume-full': {
    explains: ['disk-space/update-space-low', 'updates/insufficient-space'],
    reference: 'check_disk; statvfs(3)',
  },
  'disk-space/volume-full': {
    explains: ['updates/insufficient-space', 'updates/download-failed'],
    reference: 'check_disk; statvfs(3)',
  },
  'disk-space/update-space-low': {
    explains: ['updates/insufficient-space'],
    reference: 'apt-get(8); Microsoft reserved storage; figures without a simulation are the project’s own',
  },
  'disk-space/boot-partition-full': {
    explains: ['updates/insufficient-space'],
    reference: 'LP#1959971; ubuntu-devel 2022-02; kernel-install(8)',
  },
  'disk-space/esp-full': {
    explains: ['updates/insufficient-space'],
    reference: 'Microsoft release health KB5089549',
  },
  'disk-space/winre-partition-small': {
    explains: ['updates/insufficient-space'],
    reference: 'Microsoft KB5028997, KB5034441',
  },
  'disk-space/inodes-exhausted': { reference: 'df(1); mke2fs(8)' },
  'disk-space/readonly-filesystem': {
    explains: ['updates/package-db-interrupted'],
    reference: 'mount(8) errors=remount-ro; proc_pid_mountinfo(5)',
  },
  'disk-space/reclaimable': { reference: 'journalctl(1); Microsoft cleanmgr; tmutil(8)' },
  'disk-space/btrfs-unallocated-low': {
    explains: ['updates/insufficient-space'],
    reference: 'btrfs-balance(8); btrfs-filesystem(8)',
  },
  'disk-space/virtual-disk-bloat': { reference: 'microsoft/WSL#5335, #4699' },
  'disk-space/log-explosion': {
    explains: ['disk-space/system-volume-full', 'disk-space/volume-full'],
    reference: 'project policy',
  },
  'disk-space/deleted-open-file': {
    explains: ['disk-space/system-volume-full', 'disk-space/volume-full'],
    reference: 'proc_pid_fd(5); unlink(2)',
  },
  'disk-space/mount-hung': {
    explains: ['performance/disk-saturated'],
    reference: 'nfs(5); mount(8); umount(8)',
  },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
