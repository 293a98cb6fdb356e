/** Who holds the locks of the package managers. */
import { mountOf } from '../../src/sources/mounts.ts';
import { fileStat } from '../../src/sources/space.ts';
import type { UpdateFacts } from './probe.ts';

/** Locked with fcntl: they end with the process that holds them, so a file alone says nothing. */
const FCNTL_LOCKS = [
  '/var/lib/dpkg/lock-frontend',
  '/var/lib/dpkg/lock',
  '/var/lib/apt/lists/lock',
  '/var/cache/apt/archives/lock',
  '/var/lib/rpm/.rpm.lock',
  '/usr/lib/sysimage/rpm/.rpm.lock',
  '/lib/apk/db/lock',
] as const;

/** pacman's lock is the file itself: it may be left over. */
export const PACMAN_LOCK = '/var/lib/pacman/db.lck';

export const LOCK_FILES: readonly string[] = [...FCNTL_LOCKS, PACMAN_LOCK];

export interface LockHolder {
  /** Null where the kernel does not tell: a process of another container. */
  readonly pid: number | null;
  readonly files: readonly string[];
}

/** By process, in the order of the files. */
export const lockHolders = (facts: UpdateFacts): readonly LockHolder[] => {
  if (facts.locks.status !== 'ok') return [];
  const held = facts.locks.value;
  const mounts = facts.mounts.status === 'ok' ? facts.mounts.value : [];
  const byPid = new Map<number | null, string[]>();
  for (const file of FCNTL_LOCKS) {
    const stat = facts.get(fileStat(file));
    if (stat.status !== 'ok') continue;
    const volume = mountOf(file, mounts)?.volume;
    const lock = held.find(
      (one) =>
        // Who only reads holds rpm's lock for reading, and is in nobody's way.
        one.access === 'write' &&
        one.inode === stat.value.inode &&
        (volume === undefined || one.volume === volume),
    );
    if (lock !== undefined) byPid.set(lock.pid, [...(byPid.get(lock.pid) ?? []), file]);
  }
  return [...byPid].map(([pid, files]) => ({ pid, files }));
};
