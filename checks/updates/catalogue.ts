/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.3 and 3.14). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

const OVERDUE = ['updates/overdue'];

export const catalogue = {
  'updates/package-manager-locked': { reference: 'apt(8); pacman(8); proc_locks(5)' },
  'updates/package-db-interrupted': { reference: 'dpkg-query(1), dpkg(1); rpm(8); pacman(8)' },
  'updates/broken-dependencies': { reference: 'apt-get(8); rpm(8); pacman(8); apk(8)' },
  'updates/repository-invalid': { reference: 'sources.list(5); apt-secure(8); pacman-key(8)' },
  'updates/proxy-unreachable': {
    explains: ['updates/download-failed'],
    reference: 'apt-transport-http(1); dnf.conf(5)',
  },
  'updates/download-failed': {
    explains: OVERDUE,
    reference: 'apt-transport-http(1); Microsoft: Windows Update error reference',
  },
  'updates/conflicting-software': {
    explains: OVERDUE,
    reference: 'dpkg(1); Microsoft: common Windows Update errors (0x80070020, 0x80240022)',
  },
  'updates/pending-reboot': {
    explains: ['drivers/gpu-library-mismatch', 'updates/kernel-modules-missing'],
    reference: 'update-notifier; zypper(8); systemd.offline-updates(7); Microsoft 0x80070BC9',
  },
  'updates/kernel-modules-missing': {
    explains: [
      'peripherals/usb-enumeration-failed',
      'connectivity/no-adapter',
      'peripherals/storage-not-mounted',
      'connectivity/vpn-blocking',
      'peripherals/not-detected',
    ],
    reference: 'modprobe(8)',
  },
  'updates/insufficient-space': {
    explains: OVERDUE,
    reference: 'Microsoft upgrade-error-codes; apt term.log',
  },
  'updates/component-store-corrupt': {
    explains: OVERDUE,
    reference: 'Microsoft: common Windows Update errors; Repair-WindowsImage',
  },
  'updates/service-disabled': {
    explains: OVERDUE,
    reference: 'systemctl(1); Microsoft: common Windows Update errors (0x80070422)',
  },
  'updates/paused-or-managed': {
    explains: OVERDUE,
    reference: 'apt.conf(5); Microsoft: Windows Update policies',
  },
  'updates/overdue': { reference: 'the monthly cadence of the makers; apt.conf(5)' },
  'updates/release-eol': {
    explains: ['updates/repository-invalid', 'updates/overdue'],
    reference: 'os-release(5); endoflife.date; Microsoft lifecycle',
  },
  'updates/upgrade-blocked': { reference: 'Microsoft upgrade-error-codes; do-release-upgrade(8)' },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
