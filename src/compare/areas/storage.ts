/** Disks, what is mounted, and how much room there is. */
import { blockDevices } from '../../sources/block-devices.ts';
import { type Mount, mounts } from '../../sources/mounts.ts';
import { space } from '../../sources/space.ts';
import { windowsDisks } from '../../sources/windows-disks.ts';
import type { Fact, Room, Row } from '../fact.ts';
import { byKey, row } from '../row.ts';

/** File systems that hold somebody's files: what the kernel makes up, images and discs come and go. */
const KEPT =
  /^(?:ext[234]|xfs|btrfs|bcachefs|zfs|f2fs|jfs|reiserfs|vfat|exfat|ntfs3?|fuseblk|apfs|hfs|nfs4?|cifs|smb3?|smbfs)$/;

const isKept = ({ type, path }: Mount): boolean => KEPT.test(type) || (type === 'overlay' && path === '/');

export const storage: readonly Row[] = [
  row(
    'disk',
    blockDevices,
    (devices) =>
      devices
        .filter(({ transport, bytes }) => transport !== 'virtual' && bytes > 0)
        .map(({ name, model, bytes }) => ({ key: model ?? name, value: gigabytes(bytes) })),
    { absentIsNone: true },
  ),
  row('mount', mounts, (all) =>
    all
      .filter(isKept)
      .map(({ path, type, readOnly }) => ({ key: path, value: readOnly ? `${type}, read-only` : type })),
  ),
  {
    area: 'space',
    source: space.id,
    changesOnly: true,
    read: async (look, { entries }) => {
      const mounted = await look(mounts);
      const others = new Set(
        mounted.status === 'ok'
          ? mounted.value.filter((mount) => !isKept(mount)).map(({ path }) => path)
          : [],
      );
      const ids = Object.keys(entries).filter((id) => id.startsWith(`${space.id}/`));
      if (ids.length === 0) return { status: 'unrecorded', why: 'no room was measured' };
      const paths = ids.map((id) => id.slice(space.id.length + 1)).filter((path) => !others.has(path));
      const readings = await Promise.all(
        paths.map(async (path) => ({ path, reading: await look(space(path)) })),
      );
      return {
        status: 'ok',
        facts: byKey(
          readings.flatMap(({ path, reading }) =>
            reading.status === 'ok'
              ? roomOf(path, {
                  totalBytes: reading.value.totalBytes,
                  freeBytes: reading.value.availableBytes,
                })
              : [],
          ),
        ),
      };
    },
  },
  row('space', windowsDisks, ({ volumes }) => volumes.flatMap((volume) => roomOf(volume.drive, volume)), {
    changesOnly: true,
  }),
];

/** Steps in which room is told where many computers are compared. */
const STEPS_PCT = [1, 5, 10, 25];

const roomOf = (key: string, { freeBytes, totalBytes }: Room): readonly Fact[] => {
  if (totalBytes <= 0) return [];
  const percent = (freeBytes / totalBytes) * 100;
  const step = STEPS_PCT.find((limit) => percent < limit);
  return [
    {
      key,
      value: step === undefined ? `≥ ${STEPS_PCT.at(-1)} %` : `< ${step} %`,
      room: { freeBytes, totalBytes },
    },
  ];
};

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(bytes < 10e9 ? 1 : 0);
