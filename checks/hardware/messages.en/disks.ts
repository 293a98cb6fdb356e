import type { Drive, Raid, SignParam } from '../params.ts';
import { ARRAY_LOOK, array, drive, NVME, signs } from './phrases.ts';

const COPY =
  'Copy your important files to another disk now, then replace this one. Repair nothing on it before.';

export const disks = {
  'hardware/disk-smart-failing': {
    name: 'The disk itself says it is failing',
    means:
      'Disks watch themselves (SMART). This one has given its own verdict: it fails, or will fail soon. It can stop at any moment, and every repair on it is a risk for what is on it.',
    found:
      'The overall verdict of the disk: smartctl, udisks, Windows’ MSFT_PhysicalDisk and MSStorageDriver_FailurePredictStatus, event 52, macOS SMART status.',
    say: (p: Drive & { readonly signs: readonly SignParam[] }) => ({
      title: `The disk ${drive(p)} says that it is failing${p.signs.length > 0 ? `: ${signs(p.signs)}` : ''}`,
      why: 'It may stop at any moment, and then what is on it is lost.',
      next: COPY,
    }),
  },
  'hardware/disk-smart-predictive': {
    name: 'Disk counters show early signs of failure',
    means:
      'The disk still calls itself healthy, but counts things that healthy disks do not have: sectors that were replaced or cannot be read, failed self-tests, data errors. Many such disks fail within months.',
    found:
      'Raw counters above zero: pending (197), uncorrectable (198) and replaced sectors (5), uncorrected errors (187); an attribute at its limit; a failed self-test; NVMe media errors; Windows’ uncorrected reads and writes. Unreadable sectors on a disk with platters are critical. A raw read error rate of millions is normal for some makers and does not count; timed-out commands (188) count only beside another sign.',
    say: (p: Drive & { readonly signs: readonly SignParam[] }) => ({
      title: `The disk ${drive(p)} shows early signs of failure: ${signs(p.signs)}`,
      why: 'Disks with such counters fail far more often than others. What cannot be read is already lost.',
      next: 'Back up your files now, look again in a week, and replace the disk when a number has grown',
    }),
  },
  'hardware/nvme-critical-warning': {
    name: 'The NVMe disk raises a critical warning',
    means:
      'An NVMe disk reports by itself that something is seriously wrong: no spare cells left, wrong temperature, no longer reliable, or locked against writing.',
    found:
      'The critical warning byte of the NVMe health log (smartctl, nvme-cli, udisks), or a bad health status in Windows. Temperature alone is a warning, everything else critical.',
    say: (p: Drive & { readonly bits: readonly string[]; readonly sparePct: number | null }) => ({
      title: `The NVMe disk ${drive(p)} raises a critical warning: ${p.bits.map((bit) => NVME[bit] ?? bit).join(', ')}${p.sparePct === null ? '' : ` (spare ${p.sparePct}%)`}`,
      why: p.bits.every((bit) => bit === 'temperature')
        ? 'A disk that is too hot slows down and wears faster.'
        : 'It may stop accepting data or fail altogether.',
      next: p.bits.every((bit) => bit === 'temperature')
        ? 'Let air reach the disk: clean the vents, add a heat sink'
        : COPY,
    }),
  },
  'hardware/ssd-worn': {
    name: 'The SSD is close to its write limit',
    means:
      'Flash cells bear a limited number of writes. This disk counts how much of that is used up. Beyond 100 % it may go on for long, but nobody promises it any more.',
    found:
      'The used life that the disk tells (NVMe Percentage Used, an SSD’s life attribute, Windows’ Wear): warning from 80 %, critical from 100 %, or when the spare area is at its threshold.',
    say: (
      p: Drive & {
        readonly usedPct: number | null;
        readonly sparePct: number | null;
        readonly thresholdPct: number | null;
      },
    ) => ({
      title:
        p.usedPct === null || (p.sparePct !== null && p.usedPct < 80)
          ? `The SSD ${drive(p)} has ${p.sparePct ?? 0}% of its spare cells left, its limit is ${p.thresholdPct ?? 0}%`
          : `The SSD ${drive(p)} has used ${p.usedPct}% of its written life`,
      why: 'A worn-out SSD becomes slow or read-only, or loses data.',
      next: 'Back up your files and plan to replace the disk',
    }),
  },
  'hardware/disk-io-errors': {
    name: 'The system cannot read or write parts of the disk',
    means:
      'The system asked the disk for data and got an error. The cause may be the disk, its cable or its power; what could not be read may be lost.',
    found:
      'Linux: the kernel’s “I/O error” and “critical medium error” lines of this start, without CDs, unplugged sticks and discards. Windows: disk events 7 and 154 (critical), three of 11, 51 and 153 in seven days. macOS: “I/O error” in the log of a week.',
    say: (p: Drive & { readonly count: number; readonly medium: boolean; readonly line: string }) => ({
      title: `${p.count === 1 ? '1 error' : `${p.count} errors`} reading or writing the disk ${drive(p)}${p.line === '' ? '' : `: ${p.line}`}`,
      why: p.medium
        ? 'Parts of the disk can no longer be read: files there are damaged.'
        : 'Programs hang or fail while the system tries again.',
      next: `Back up your files; on a desktop reseat the disk’s cables; then look at its health: smartctl -a ${p.disk.startsWith('/dev/') ? p.disk : 'DISK'}`,
    }),
  },
  'hardware/disk-link-resets': {
    name: 'The link to the disk breaks and recovers',
    means:
      'The connection to a disk was lost and made again several times. Everything waits for seconds each time. It is usually the cable, the power or a USB adapter, and not the disk.',
    found:
      'At least three resets in 24 hours: kernel lines “hard resetting link”, UAS aborts, NVMe resets; Windows events 129 and 157.',
    say: (p: Drive & { readonly count: number; readonly line: string }) => ({
      title: `The link to ${drive(p)} was reset ${p.count} times: ${p.line}`,
      why: 'Everything that uses the disk stands still until the link is back.',
      next: 'Switch off, reseat or replace the data and power cable, use another port, and no hub',
    }),
  },
  'hardware/filesystem-errors': {
    name: 'The file system is damaged',
    means:
      'The system found contradictions in the file system: after a power cut, because of a failing disk, or of bad memory. It may stop writing to protect what is there.',
    found:
      'Linux: the error counters of ext4 and btrfs, and the kernel’s error lines. Windows: a volume’s health, Ntfs events 55 and 98 (98 with action 0 means healthy).',
    say: (p: {
      readonly path: string;
      readonly device: string;
      readonly type: string;
      readonly count: number;
      readonly line: string;
    }) => {
      const place = [p.path, p.device].filter((part) => part !== '').join(' on ') || 'a disk';
      return {
        title: `The ${p.type} file system of ${place} is damaged${p.count > 0 ? ` (${p.count === 1 ? '1 error' : `${p.count} errors`})` : ''}${p.line === '' ? '' : `: ${p.line}`}`,
        why: 'Files may be lost, and the system may turn it read-only.',
        next: 'Back up your files and make sure that the disk is healthy; only then repair the file system',
      };
    },
  },
  'hardware/raid-degraded': {
    name: 'A disk dropped out of the RAID or storage pool',
    means:
      'An array keeps data on several disks, so that one may fail. One has: nothing is lost yet, but the next failure may take everything.',
    found:
      '/proc/mdstat, the states of ZFS pools and zpool status, missing disks of btrfs, Windows’ storage spaces and pools, macOS AppleRAID.',
    say: (p: Raid) => ({
      title: `The array ${array(p)}${p.rebuildPct === null ? '' : `; it rebuilds: ${p.rebuildPct}%`}`,
      why: 'If another disk fails before this one is replaced, the data may be lost.',
      next: `Back up, find the disk by its serial number, replace it: ${ARRAY_LOOK[p.kind]?.(p.name) ?? p.name}`,
    }),
  },
};
