/** Hardware faults as Windows' storage classes, WMI and event log tell of them. */
import type { Evidence } from '../../evidence.ts';
import { events, HEALTHY_DISK, windows } from '../../hardware.ts';

const BATTERY = 'ACPI\\PNP0C0A\\1_0';
const row = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: { readonly quiet?: true } = {},
): Evidence => ({ code, os: 'win32', from: 'composed', what, answers, ...more });

/** ATA SMART data: number, flags (2), value, worst, raw (6), one more. */
const table = (id: number, raw: number): readonly number[] => [
  1,
  0,
  id,
  0x33,
  0,
  100,
  100,
  raw % 256,
  Math.floor(raw / 256),
  0,
  0,
  0,
  0,
  0,
  ...Array.from({ length: 348 }, () => 0),
];

export const hardwareOnWindows: readonly Evidence[] = [
  row(
    'hardware/disk-smart-failing',
    'MSFT_PhysicalDisk.HealthStatus 2 (Microsoft Learn)',
    windows({ disks: [{ ...HEALTHY_DISK, health: 2, status: [5] }] }),
  ),
  row(
    'hardware/disk-smart-failing',
    'MSStorageDriver_FailurePredictStatus (Microsoft Learn)',
    windows({ predictions: [{ name: 'IDE\\DISK_0', fails: true }] }),
  ),
  row('hardware/disk-smart-failing', 'disk event 52', {
    ...windows({}),
    ...events({ provider: 'disk', id: 52, data: ['\\Device\\Harddisk0\\DR0'] }),
  }),
  row(
    'hardware/disk-smart-failing',
    'MSStorageDriver_FailurePredictStatus of one of two disks: which one, Windows does not say',
    windows({
      disks: [HEALTHY_DISK, { ...HEALTHY_DISK, id: '1' }],
      predictions: [
        { name: 'SCSI\\Disk&Ven_LAB_0', fails: false },
        { name: 'SCSI\\Disk&Ven_LAB_1', fails: true },
      ],
    }),
  ),
  row(
    'hardware/disk-smart-predictive',
    'MSFT_PhysicalDisk.HealthStatus 1',
    windows({ disks: [{ ...HEALTHY_DISK, health: 1, status: [3] }] }),
  ),
  row(
    'hardware/disk-smart-predictive',
    'MSFT_StorageReliabilityCounter.ReadErrorsUncorrected',
    windows({ counters: [{ id: '0', wear: null, reads: 7, writes: 0, temperature: 35 }] }),
  ),
  row(
    'hardware/disk-smart-predictive',
    'MSStorageDriver_ATAPISmartData: 96 pending sectors',
    windows({
      disks: [{ ...HEALTHY_DISK, media: 3 }],
      smart: [{ name: 'IDE\\DISK_0', bytes: table(197, 96) }],
    }),
  ),
  row(
    'hardware/disk-smart-predictive',
    'a raw read error rate of millions',
    windows({
      disks: [{ ...HEALTHY_DISK, media: 3 }],
      smart: [{ name: 'IDE\\DISK_0', bytes: table(1, 60_000) }],
    }),
    { quiet: true },
  ),
  row(
    'hardware/nvme-critical-warning',
    'an NVMe disk (BusType 17) with HealthStatus 1',
    windows({ disks: [{ ...HEALTHY_DISK, bus: 17, health: 1, status: [53_250] }] }),
  ),
  row(
    'hardware/ssd-worn',
    'MSFT_StorageReliabilityCounter.Wear 93',
    windows({ counters: [{ id: '0', wear: 93, reads: 0, writes: 0 }] }),
  ),
  row(
    'hardware/disk-io-errors',
    'disk event 7: a bad block',
    events({ provider: 'disk', id: 7, data: ['\\Device\\Harddisk0\\DR0'] }),
  ),
  row(
    'hardware/disk-io-errors',
    'event 7 of another provider',
    events({ provider: 'Kernel-General', id: 7 }),
    { quiet: true },
  ),
  row(
    'hardware/disk-io-errors',
    'two paging errors',
    events(
      { provider: 'disk', id: 51, data: ['\\Device\\Harddisk1\\DR1'] },
      { provider: 'disk', id: 51, data: ['\\Device\\Harddisk1\\DR1'] },
    ),
    { quiet: true },
  ),
  row(
    'hardware/disk-link-resets',
    'storahci 129, three times',
    events(
      ...[1, 2, 3].map((hoursAgo) => ({
        provider: 'storahci',
        id: 129,
        data: ['\\Device\\RaidPort0'],
        hoursAgo,
      })),
    ),
  ),
  row(
    'hardware/filesystem-errors',
    'Ntfs 55',
    events({ provider: 'Ntfs', id: 55, data: [['DriveName', 'C:']] }),
  ),
  row(
    'hardware/filesystem-errors',
    'MSFT_Volume.HealthStatus 2: a spot fix is needed',
    windows({ volumes: [{ drive: 'D', health: 2, type: 'NTFS', kind: 3 }] }),
  ),
  row(
    'hardware/filesystem-errors',
    'Ntfs 98 at every start: the volume is healthy',
    events({
      provider: 'Microsoft-Windows-Ntfs',
      id: 98,
      data: [
        ['DriveName', 'C:'],
        ['CorruptionActionState', '0'],
      ],
    }),
    { quiet: true },
  ),
  row(
    'hardware/raid-degraded',
    'MSFT_VirtualDisk.HealthStatus 1',
    windows({ spaces: [{ name: 'Storage space', health: 1, status: [3] }] }),
  ),
  row(
    'hardware/overheating',
    'Kernel-Power 86',
    events({ provider: 'Microsoft-Windows-Kernel-Power', id: 86 }),
  ),
  row(
    'hardware/overheating',
    'a thermal zone that always says 28 °C',
    windows({ zones: [{ name: 'ACPI\\ThermalZone\\TZ00_0', now: 3012, critical: 3931 }] }),
    { quiet: true },
  ),
  row(
    'hardware/thermal-throttling',
    'Kernel-Processor-Power 37',
    events({ provider: 'Microsoft-Windows-Kernel-Processor-Power', id: 37, data: ['0', '0', '71'] }),
  ),
  row(
    'hardware/memory-errors',
    'MemoryDiagnostics-Results 1102',
    events({ provider: 'Microsoft-Windows-MemoryDiagnostics-Results', id: 1102 }),
  ),
  row(
    'hardware/memory-errors',
    'a clean test after one that was not',
    events(
      { provider: 'Microsoft-Windows-MemoryDiagnostics-Results', id: 1101, hoursAgo: 1 },
      { provider: 'Microsoft-Windows-MemoryDiagnostics-Results', id: 1102, hoursAgo: 9 },
    ),
    { quiet: true },
  ),
  row(
    'hardware/machine-check',
    'WHEA-Logger 18',
    events({ provider: 'Microsoft-Windows-WHEA-Logger', id: 18, data: [['ErrorSource', '3']] }),
  ),
  row(
    'hardware/machine-check',
    'stop code 0x124',
    events({
      provider: 'Microsoft-Windows-WER-SystemErrorReporting',
      id: 1001,
      data: [['param1', '0x00000124 (0x0000000000000000, 0xffff, 0xb2000000, 0x00030005)']],
    }),
  ),
  row(
    'hardware/machine-check',
    'ten corrected errors of PCI Express',
    events(...Array.from({ length: 10 }, () => ({ provider: 'Microsoft-Windows-WHEA-Logger', id: 17 }))),
    { quiet: true },
  ),
  row(
    'hardware/battery-worn',
    'BatteryFullChargedCapacity and BatteryStaticData',
    windows({
      full: [{ name: BATTERY, mwh: 15_500 }],
      design: [{ name: BATTERY, mwh: 50_000, model: 'LAB1' }],
      cycles: [{ name: BATTERY, count: 0 }],
    }),
  ),
  row(
    'hardware/battery-not-charging',
    'BatteryStatus: PowerOnline, not Charging, at 31 %',
    windows({
      full: [{ name: BATTERY, mwh: 48_000 }],
      design: [{ name: BATTERY, mwh: 50_000, model: 'LAB1' }],
      power: [{ name: BATTERY, online: true, charging: false, discharging: false, remaining: 14_880 }],
    }),
  ),
  row(
    'hardware/power-supply-suspect',
    'two Kernel-Power 41 without a stop code and without the power button',
    events(
      ...[30, 300].map((hoursAgo) => ({
        provider: 'Microsoft-Windows-Kernel-Power',
        id: 41,
        data: [
          ['BugcheckCode', '0'],
          ['PowerButtonTimestamp', '0'],
        ] as const,
        hoursAgo,
      })),
    ),
  ),
  row(
    'hardware/power-supply-suspect',
    'the power button was held',
    events(
      ...[30, 300].map((hoursAgo) => ({
        provider: 'Microsoft-Windows-Kernel-Power',
        id: 41,
        data: [
          ['BugcheckCode', '0'],
          ['PowerButtonTimestamp', '133800000000000000'],
        ] as const,
        hoursAgo,
      })),
    ),
    { quiet: true },
  ),
];
