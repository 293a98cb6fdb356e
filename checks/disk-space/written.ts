/** Mounts that should be writable by design and are not. */
import type { FstabEntry } from '../../src/sources/fstab.ts';
import type { Mount } from '../../src/sources/mounts.ts';
import { placeOf } from '../../src/sources/system.ts';
import type { DiskFacts } from './probe.ts';
import { isRemote } from './volumes.ts';

/**
 * Read-only now, while /etc/fstab says otherwise. Where fstab does not name the mount (a bind mount, an
 * image, a sealed system) nothing says that it should be writable.
 */
export const suspectsOf = (facts: DiskFacts): readonly Mount[] => {
  if (facts.mounts.status !== 'ok' || placeOf(facts) === 'container') return [];
  const data = facts.mounts.value.filter(({ path, readOnly }) => path === MAC_DATA && readOnly);
  if (data.length > 0) return data;
  if (facts.fstab.status !== 'ok') return [];
  const meant = facts.fstab.value;
  const seen = new Map(facts.mounts.value.map((mount) => [mount.path, mount]));
  return [...seen.values()].filter(
    (mount) =>
      mount.readOnly && !isRemote(mount.type) && meant.some((entry) => isWritableEntry(entry, mount)),
  );
};

/** macOS seals its system volume and writes here: read-only it is never meant. */
const MAC_DATA = '/System/Volumes/Data';

/** The type tells a sealed root (composefs over the disk that fstab names) from the disk itself. */
const isWritableEntry = (entry: FstabEntry, mount: Mount): boolean =>
  entry.path === mount.path &&
  !entry.options.includes('ro') &&
  (entry.type === 'auto' || entry.type === mount.type) &&
  !/^(iso9660|udf|squashfs|erofs)$/.test(mount.type);

/** A root that is read-only, and nothing tells whether that is meant. */
export const isRootUnclear = (facts: DiskFacts): boolean => {
  if (facts.mounts.status !== 'ok') return false;
  const root = facts.mounts.value.findLast(({ path }) => path === '/');
  if (root === undefined || !root.readOnly || root.type === 'apfs') return false;
  return placeOf(facts) === 'container' || (DISKS.has(root.type) && !isNamed(facts));
};

const DISKS: ReadonlySet<string> = new Set(['ext4', 'ext3', 'xfs', 'btrfs', 'f2fs']);

const isNamed = ({ fstab }: DiskFacts): boolean =>
  fstab.status === 'ok' && fstab.value.some(({ path }) => path === '/');
