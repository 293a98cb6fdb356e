/** Disks of a Mac: of which kind the system’s is, and how long they let programs wait. */
import { family, read, sourceByOs, unparsable } from '../../../src/contract.ts';
import { isDict, type Plist, parsePlist } from '../../../src/sources/plist.ts';

/** Whether the system runs from a disk with platters; null where it does not say. */
export const macSystemDisk = sourceByOs<{ readonly isHdd: boolean; readonly name: string } | null>(
  'mac.system-disk',
  {
    darwin: read({ kind: 'exec', argv: ['diskutil', 'info', '-plist', '/'] }, ({ stdout }) =>
      parseSystemDisk(stdout),
    ),
  },
);

export const parseSystemDisk = (text: string): { readonly isHdd: boolean; readonly name: string } | null => {
  const info = parsePlist(text);
  if (!isDict(info)) throw unparsable(text.trim());
  const { SolidState: solid, MediaName: media, IORegistryEntryName: entry, BusProtocol: bus } = info;
  // Adapters on a cable tell what they like.
  if (typeof solid !== 'boolean' || bus === 'USB') return null;
  const name = [media, entry].find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return { isHdd: !solid, name: name?.trim() ?? '' };
};

export interface MacDiskTimes {
  readonly done: number;
  readonly waitedMs: number;
}

/** All disks' counters, since each was found: I/O Registry, in nanoseconds. */
const IOREG = {
  kind: 'exec',
  argv: ['ioreg', '-c', 'IOBlockStorageDriver', '-r', '-d', '1', '-a'],
} as const;

export const macDiskTimes = family<readonly MacDiskTimes[]>('mac.disk-times', 'look', () => ({
  on: { darwin: read(IOREG, ({ stdout }) => parseDiskTimes(stdout)) },
  cost: 'slow' as const,
}));

export const parseDiskTimes = (text: string): readonly MacDiskTimes[] => {
  const drivers = parsePlist(text);
  if (!Array.isArray(drivers)) throw unparsable(text.trim());
  return drivers.map((driver: Plist) => {
    const statistics = isDict(driver) ? driver.Statistics : undefined;
    if (!isDict(statistics)) throw unparsable('a disk without statistics');
    const at = (name: string): number => {
      const value = statistics[name];
      if (value === undefined) return 0;
      if (typeof value !== 'number' || value < 0) throw unparsable(`${name} ${String(value)}`);
      return value;
    };
    return {
      done: at('Operations (Read)') + at('Operations (Write)'),
      waitedMs: (at('Total Time (Read)') + at('Total Time (Write)')) / 1e6,
    };
  });
};

/** When each look was had. */
export const lookedAt = family<number>('mac.disk-times.at', 'look', () => ({
  on: { darwin: read({ kind: 'clock' }, ({ epochMs }) => epochMs) },
  cost: 'slow' as const,
}));
