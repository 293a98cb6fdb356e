/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.4 and 3.14). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'safe-mode/unexpected-shutdown': {
    reference: 'Microsoft «Event ID 41» article; sd-messages.h; last(1)',
  },
  'safe-mode/bugcheck': {
    explains: ['safe-mode/unexpected-shutdown'],
    reference: 'Microsoft Bug Check Code Reference; kernel admin-guide/bug-hunting; systemd-pstore(8)',
  },
  'safe-mode/safe-mode-active': {
    explains: [
      'audio/service-down',
      'audio/no-output-device',
      'printing/spooler-stopped',
      'connectivity/no-adapter',
      'drivers/gpu-fallback',
      'safe-mode/failed-services',
    ],
    reference: 'systemd.special(7); Microsoft bcdedit /set safeboot; Apple «Start up your Mac in safe mode»',
  },
  'safe-mode/safeboot-flag-stuck': {
    explains: ['safe-mode/safe-mode-active'],
    reference: 'Microsoft bcdedit /set safeboot; systemd.special(7); nvram(8)',
  },
  'safe-mode/emergency-mode': {
    explains: ['safe-mode/failed-services'],
    reference: 'systemd.mount(5); fstab(5); systemd.special(7)',
  },
  'safe-mode/failed-services': {
    reference: 'systemctl(1); systemd.service(5); Microsoft Service Control Manager events',
  },
  'safe-mode/bootloader-damaged': { reference: 'GNU GRUB manual; Microsoft advanced boot troubleshooting' },
  'safe-mode/initramfs-missing': { reference: 'update-initramfs(8); dracut(8); mkinitcpio(8)' },
  'safe-mode/slow-start': { reference: 'systemd-analyze(1); Microsoft Diagnostics-Performance event 100' },
  'safe-mode/fast-startup': {
    explains: ['performance/long-uptime'],
    reference: 'Microsoft «Distinguishing fast startup from wake-from-hibernation»',
  },
  'safe-mode/encryption-guard': {
    // Their cure changes how the computer starts.
    criticalBeside: ['safe-mode/safeboot-flag-stuck', 'safe-mode/bootloader-damaged'],

    reference: 'Microsoft bcdedit /set; KB5016061; cryptsetup(8); fdesetup(8)',
  },
  'safe-mode/no-recovery-path': { reference: 'Microsoft Windows Recovery Environment; kernel-install(8)' },
  'safe-mode/restart-loop': {
    explains: ['safe-mode/unexpected-shutdown'],
    reference: 'journalctl(1); Microsoft events 6005, 1074; last(1)',
  },
  'safe-mode/login-broken': { reference: 'Microsoft User Profiles Service 1511, 1515; hier(7)' },
  'safe-mode/fstab-missing-device': {
    explains: ['safe-mode/emergency-mode'],
    reference: 'systemd.mount(5); fstab(5)',
  },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
