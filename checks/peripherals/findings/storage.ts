/** Disks on a cable or in a slot that are seen and not opened. */
import type { Finding, Unknown } from '../../../src/contract.ts';
import { unknown } from '../../../src/contract.ts';
import type { BlockDevice } from '../../../src/sources/block-devices.ts';
import { type DiskTree, diskTree } from '../../../src/sources/lsblk.ts';
import type { WindowsOuterDisk } from '../../../src/sources/windows-peripherals.ts';
import type { Messages } from '../messages.en.ts';
import { outerDisks, type PeripheralFacts } from '../probe.ts';

/** Why it is closed: `known`: only nobody opened it. `foreign`: of another system, or locked. `empty`: nothing is recognized. */
export type Closed = 'known' | 'foreign' | 'empty' | 'unreadable' | 'offline';

export const storageFindings = (facts: PeripheralFacts): readonly Finding<Messages>[] => [
  ...outerDisks(facts).flatMap((disk): readonly Finding<Messages>[] => {
    const tree = facts.get(diskTree(disk.name));
    if (tree.status !== 'ok' || tree.value === null) return [];
    const closed = closedOn(tree.value);
    return closed === null ? [] : [finding(disk, tree.value, closed, tree.from, hasScreen(facts))];
  }),
  ...(facts.windowsPeripherals.status === 'ok'
    ? facts.windowsPeripherals.value.disks.flatMap((disk) =>
        windowsFinding(disk, facts.windowsPeripherals.from),
      )
    : []),
  ...(facts.macDisks.status === 'ok'
    ? facts.macDisks.value
        .filter(({ mounted }) => !mounted)
        .map(
          ({ device, name, bytes, fileSystem, reason }): Finding<Messages> => ({
            code: 'peripherals/storage-not-mounted',
            severity: reason === 'known' ? 'warning' : 'info',
            subject: device,
            params: { disk: name, device, volume: null, bytes, fileSystem, reason },
            evidence: [facts.macDisks.from],
          }),
        )
    : []),
];

export const storageUnseen = (facts: PeripheralFacts): readonly Unknown[] =>
  outerDisks(facts).flatMap(({ name }) => {
    const reading = facts.get(diskTree(name));
    return reading.status === 'ok' ? [] : [unknown(reading)];
  });

const finding = (
  disk: BlockDevice,
  tree: DiskTree,
  { reason, fileSystem, label, volume }: ClosedDisk,
  from: string,
  hasDesktop: boolean,
): Finding<Messages> => ({
  code: 'peripherals/storage-not-mounted',
  severity: reason === 'known' && hasDesktop ? 'warning' : 'info',
  subject: portOf(disk.at) ?? disk.name,
  params: {
    disk: label ?? disk.model ?? tree.model ?? disk.name,
    device: `/dev/${disk.name}`,
    volume: volume === null ? null : `/dev/${volume}`,
    bytes: disk.bytes,
    fileSystem,
    reason,
  },
  evidence: ['disk.devices', from],
});

/** Without a screen nothing opens disks by itself: there a closed one is as somebody left it. */
const hasScreen = ({ connectors }: PeripheralFacts): boolean =>
  connectors.status === 'ok' && connectors.value.some(({ status }) => status === 'connected');

/** The port it hangs on: what the port went through explains why it is not open. */
const portOf = (at: string): string | undefined => /\/(\d+-[\d.]+):\d+\.\d+\//.exec(at)?.[1];

/** Opened by their own key, by the system that made them, or as part of something larger. */
const FOREIGN =
  /^(?:crypto_LUKS|BitLocker|apfs|hfs|hfsplus|zfs_member|LVM2_member|linux_raid_member|ddf_raid_member|isw_raid_member|bcache|VMFS|ceph_bluestore)/i;
const NO_FILES = /^swap$/i;

interface ClosedDisk {
  readonly reason: 'known' | 'foreign' | 'empty';
  readonly fileSystem: string | null;
  readonly label: string | null;
  /** Its name, where this system can open it. */
  readonly volume: string | null;
}

/** Null where any part of it is open: then the rest was left closed by somebody who knows. */
const closedOn = (disk: DiskTree): ClosedDisk | null => {
  const parts = flat(disk);
  if (parts.some(({ mountPoint }) => mountPoint !== null)) return null;
  const filled = parts.filter(({ fsType }) => fsType !== null && !NO_FILES.test(fsType));
  const known = filled.find(({ fsType }) => !FOREIGN.test(fsType ?? ''));
  const one = known ?? filled[0];
  // Of a locked disk that was opened the name within is what counts.
  if (one === undefined) return parts.some(({ fsType }) => fsType !== null) ? null : EMPTY;
  return {
    reason: known === undefined ? 'foreign' : 'known',
    fileSystem: one.fsType,
    label: one.label,
    volume: known?.name ?? null,
  };
};

const EMPTY: ClosedDisk = { reason: 'empty', fileSystem: null, label: null, volume: null };

const flat = (tree: DiskTree): readonly DiskTree[] => [tree, ...tree.children.flatMap(flat)];

/** GPT types: Microsoft's for data; everything else belongs to the system or to another one. */
const BASIC_DATA = 'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7';
/** Smaller ones are reserved for the system, or hold the starter of another. */
const SMALL_BYTES = 512 * 1024 ** 2;

const windowsFinding = (disk: WindowsOuterDisk, from: string): readonly Finding<Messages>[] => {
  const closed = windowsClosed(disk);
  return closed === null || disk.bytes === 0
    ? []
    : [
        {
          code: 'peripherals/storage-not-mounted',
          severity: closed.reason === 'empty' || closed.reason === 'foreign' ? 'info' : 'warning',
          subject: `disk ${disk.number}`,
          params: {
            disk: disk.name,
            device: `Disk ${disk.number}`,
            volume: null,
            bytes: disk.bytes,
            ...closed,
          },
          evidence: [from],
        },
      ];
};

const windowsClosed = ({
  offline,
  uninitialized,
  partitions,
}: WindowsOuterDisk): { readonly reason: Closed; readonly fileSystem: string | null } | null => {
  if (offline) return { reason: 'offline', fileSystem: null };
  if (uninitialized || partitions.length === 0) return { reason: 'empty', fileSystem: null };
  if (partitions.some(({ letter, fileSystem }) => letter !== null && fileSystem !== null)) return null;
  const data = partitions.filter(({ type, bytes }) => (type ?? BASIC_DATA) === BASIC_DATA && bytes > 0);
  const readable = data.find(({ fileSystem }) => fileSystem !== null);
  if (readable !== undefined) return { reason: 'known', fileSystem: readable.fileSystem };
  if (data.length > 0) return { reason: 'unreadable', fileSystem: null };
  return partitions.some(({ bytes }) => bytes > SMALL_BYTES) ? { reason: 'foreign', fileSystem: null } : null;
};
