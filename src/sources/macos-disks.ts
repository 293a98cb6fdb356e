/** macOS: disks on a cable or in a slot, and whether anything on them is opened. */
import { read, sourceByOs, unparsable } from '../contract.ts';
import { type Plist, parsePlist } from './plist.ts';

export interface MacDisk {
  /** `disk4` */
  readonly device: string;
  readonly name: string;
  readonly bytes: number;
  readonly mounted: boolean;
  /** What the partition says it is for: `Windows_NTFS`, `Apple_APFS`. */
  readonly fileSystem: string | null;
  readonly reason: 'known' | 'foreign' | 'empty';
}

export const macDisks = sourceByOs<readonly MacDisk[]>('disk.macos.external', {
  darwin: read(
    { kind: 'exec', argv: ['diskutil', 'list', '-plist', 'external'], timeoutMs: 8000 },
    ({ stdout }) => parseMacDisks(stdout),
  ),
});

type Dict = { readonly [key: string]: Plist };

export const parseMacDisks = (text: string): readonly MacDisk[] => {
  const list = dictOf(parsePlist(text))?.AllDisksAndPartitions;
  if (!Array.isArray(list)) throw unparsable('no AllDisksAndPartitions');
  const all = dictsOf(list);
  // APFS makes a disk of its own out of a partition: what is opened there is opened on the partition's disk.
  const containers = all.filter(({ APFSPhysicalStores: stores }) => stores !== undefined);
  return all
    .filter(({ APFSPhysicalStores: stores }) => stores === undefined)
    .map((disk) => diskOf(disk, containers));
};

const diskOf = (disk: Dict, containers: readonly Dict[]): MacDisk => {
  const device = textOf(disk.DeviceIdentifier);
  if (device === null || typeof disk.Size !== 'number') throw unparsable(JSON.stringify(disk).slice(0, 200));
  const parts = dictsOf(disk.Partitions);
  const volumes = containers
    .filter(({ APFSPhysicalStores: stores }) =>
      dictsOf(stores).some((store) => (textOf(store.DeviceIdentifier) ?? '').startsWith(`${device}s`)),
    )
    .flatMap(({ APFSVolumes: inside }) => dictsOf(inside));
  const named = [...volumes, ...parts, disk].flatMap(({ VolumeName: name }) => textOf(name) ?? [])[0];
  const contents = [disk, ...parts].flatMap(({ Content: content }) => textOf(content) ?? []).filter(isFilled);
  const known = contents.find((content) => KNOWN.test(content));
  return {
    device,
    name: named ?? device,
    bytes: disk.Size,
    mounted: [disk, ...parts, ...volumes].some(({ MountPoint: at }) => textOf(at) !== null),
    fileSystem: known ?? contents[0] ?? null,
    reason: known !== undefined ? 'known' : contents.length > 0 ? 'foreign' : 'empty',
  };
};

/** Partition tables and starters hold no files. */
const isFilled = (content: string): boolean =>
  !/^(?:GUID_partition_scheme|FDisk_partition_scheme|Apple_partition_scheme|EFI|Apple_Boot)$/.test(content);

const KNOWN = /^(?:Windows_|Microsoft Basic Data|Apple_HFS|DOS_|ExFAT|CD_)/i;

const dictOf = (value: Plist | undefined): Dict | undefined =>
  // An array was excluded: what is left of the objects is a dictionary.
  typeof value === 'object' && !Array.isArray(value) ? (value as Dict) : undefined;

const dictsOf = (value: Plist | undefined): readonly Dict[] =>
  Array.isArray(value)
    ? value.flatMap((one: Plist): readonly Dict[] => {
        const dict = dictOf(one);
        return dict === undefined ? [] : [dict];
      })
    : [];

const textOf = (value: Plist | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
