/** What each finding certainly explains, and where its rule comes from (fault catalogue 3.7). */
import type { CatalogueEntry } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export const catalogue = {
  'hardware/disk-smart-failing': {
    explains: ['hardware/disk-io-errors', 'performance/disk-saturated'],
    reference: 'smartctl(8); ATA8-ACS SMART RETURN STATUS; MSFT_PhysicalDisk',
  },
  'hardware/disk-smart-predictive': {
    reference: 'Backblaze «SMART stats» 2014, 2016; smartctl(8); MSFT_StorageReliabilityCounter',
  },
  'hardware/nvme-critical-warning': {
    explains: ['disk-space/readonly-filesystem'],
    reference: 'NVM Express Base Specification, SMART / Health Information (log 02h)',
  },
  'hardware/ssd-worn': {
    reference: 'NVM Express Base Specification, Percentage Used; MSFT_StorageReliabilityCounter',
  },
  'hardware/disk-io-errors': {
    explains: ['hardware/filesystem-errors', 'performance/disk-saturated'],
    reference: 'Microsoft data-corruption-and-disk-errors; KB244780; kernel block/blk-core.c',
  },
  'hardware/disk-link-resets': { reference: 'libata wiki; Microsoft event 129, 157' },
  'hardware/filesystem-errors': {
    explains: ['disk-space/readonly-filesystem', 'safe-mode/emergency-mode'],
    reference: 'kernel ABI sysfs-fs-ext4; e2fsck(8); Microsoft chkdsk, MSFT_Volume',
  },
  'hardware/raid-degraded': { reference: 'md(4); mdadm(8); zpool-status(8); Microsoft Storage Spaces' },
  'hardware/overheating': {
    explains: ['hardware/thermal-throttling'],
    reference: 'kernel hwmon sysfs interface; ACPI specification',
  },
  'hardware/thermal-throttling': { reference: 'Intel SDM, thermal monitor; Microsoft event 37; pmset(1)' },
  'hardware/memory-errors': { reference: 'kernel EDAC (RAS); Microsoft memory diagnostic' },
  'hardware/machine-check': {
    explains: ['safe-mode/bugcheck'],
    reference: 'Microsoft WHEA; kernel x86 machinecheck; tainted-kernels',
  },
  'hardware/battery-worn': { reference: 'kernel power_supply ABI; ACPI _BIX; Apple battery pages' },
  'hardware/battery-not-charging': { reference: 'kernel power_supply ABI; Win32_Battery; pmset(1)' },
  'hardware/power-supply-suspect': { reference: 'Microsoft «Event ID 41», scenario 3; journalctl(1)' },
} satisfies Readonly<Record<keyof Messages['findings'], CatalogueEntry>>;
