/** Counters of faults that Linux keeps for everyone to read: file systems, memory, throttling. */
import { family, type Raw, read, source, Unreadable, unparsable } from '../contract.ts';
import { numberIn, textIn } from './attributes.ts';

export interface Ext4Errors {
  /** `sda1`, `dm-0`. */
  readonly device: string;
  /** Since the last fsck. */
  readonly count: number;
  /** Seconds since 1970; null where none was seen. */
  readonly lastAt: number | null;
}

export const ext4Errors = source({
  id: 'disk.ext4-errors',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/fs/ext4', names: ['errors_count', 'last_error_time'] },
  parse: ({ entries }): readonly Ext4Errors[] =>
    Object.entries(entries).flatMap(([device, entry]) => {
      const count = numberIn(entry, 'errors_count', device);
      // `features` stands beside the devices.
      if (count === null) return [];
      const lastAt = numberIn(entry, 'last_error_time', device);
      return [{ device, count, lastAt: lastAt === 0 ? null : lastAt }];
    }),
});

export interface BtrfsDevice {
  /** UUID of the file system, and the number of the disk in it. */
  readonly volume: string;
  readonly device: number;
  readonly missing: boolean;
  readonly readErrors: number;
  readonly writeErrors: number;
  readonly corruptions: number;
}

/** Numbers of disks in one btrfs that are looked at. */
const BTRFS_DEVICES = Array.from({ length: 8 }, (_, at) => at + 1);

/** What `btrfs device stats` prints as root; the kernel shows it to everyone since 5.14. */
export const btrfsDevices = source({
  id: 'disk.btrfs-errors',
  os: ['linux'],
  request: {
    kind: 'attributes',
    folder: '/sys/fs/btrfs',
    names: BTRFS_DEVICES.flatMap((at) => [`devinfo/${at}/missing`, `devinfo/${at}/error_stats`]),
  },
  parse: ({ entries }): readonly BtrfsDevice[] =>
    Object.entries(entries).flatMap(([volume, entry]) =>
      BTRFS_DEVICES.flatMap((device) => {
        const missing = textIn(entry, `devinfo/${device}/missing`);
        if (missing === null) return [];
        const stats = textIn(entry, `devinfo/${device}/error_stats`) ?? '';
        const count = (name: string): number =>
          Number(new RegExp(`^${name} (\\d{1,15})$`, 'm').exec(stats)?.[1] ?? 0);
        return [
          {
            volume,
            device,
            missing: missing === '1',
            readErrors: count('read_errs'),
            writeErrors: count('write_errs') + count('flush_errs'),
            corruptions: count('corruption_errs') + count('generation_errs'),
          },
        ];
      }),
    ),
});

export interface MemoryController {
  readonly name: string;
  readonly uncorrected: number;
  readonly corrected: number;
}

/** Only where there is ECC memory and a driver for it. */
export const memoryControllers = source({
  id: 'memory.edac',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/devices/system/edac/mc', names: ['ue_count', 'ce_count'] },
  parse: ({ entries }): readonly MemoryController[] =>
    Object.entries(entries).flatMap(([name, entry]) => {
      const uncorrected = numberIn(entry, 'ue_count', name);
      const corrected = numberIn(entry, 'ce_count', name);
      return uncorrected === null && corrected === null
        ? []
        : [{ name, uncorrected: uncorrected ?? 0, corrected: corrected ?? 0 }];
    }),
});

/** Bits of kernel.tainted, as in Documentation/admin-guide/tainted-kernels. */
export const TAINT = { machineCheck: 4, badPage: 5, died: 7 } as const;

export const taint = source({
  id: 'kernel.tainted',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/sys/kernel/tainted' },
  parse: ({ text }): number => {
    if (!/^\d{1,10}\s*$/.test(text)) throw unparsable(text);
    return Number(text);
  },
});

export const isTainted = (value: number, bit: number): boolean => Math.floor(value / 2 ** bit) % 2 === 1;

/** How often each processor slowed down because it was too hot, in all. */
const THROTTLE = {
  kind: 'attributes',
  folder: '/sys/devices/system/cpu',
  names: ['thermal_throttle/core_throttle_count', 'thermal_throttle/package_throttle_count'],
} as const;

/** Only Intel's processors count it, and no virtual one. */
const sumOfThrottles = ({ entries }: Raw['attributes']): number => {
  const counts = Object.entries(entries).flatMap(([cpu, entry]) =>
    THROTTLE.names.flatMap((name) => numberIn(entry, name, cpu) ?? []),
  );
  if (counts.length === 0) throw new Unreadable('absent', 'no thermal_throttle');
  return counts.reduce((sum, count) => sum + count, 0);
};

export const throttles = source({
  id: 'cpu.throttles',
  os: ['linux'],
  request: THROTTLE,
  parse: sumOfThrottles,
});

/** A second look, for growth. */
export const throttlesLater = family('cpu.throttles.later', 'counters', () => ({
  on: { linux: read({ ...THROTTLE, afterMs: 5000 }, sumOfThrottles) },
  cost: 'slow' as const,
}));
