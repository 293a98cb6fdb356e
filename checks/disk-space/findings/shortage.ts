/** Volumes with too little left. */
import type { Finding } from '../../../src/contract.ts';
import { isWithin, mountOf } from '../../../src/sources/mounts.ts';
import { MIB } from '../../../src/sources/size.ts';
import { usage } from '../../../src/sources/space.ts';
import { consumersOf } from '../consumers.ts';
import type { Messages } from '../messages.en.ts';
import type { Consumer } from '../params.ts';
import type { DiskFacts } from '../probe.ts';
import { type Short, shortVolumes } from '../room.ts';
import type { Space } from '../rules.ts';
import type { DiskSettings } from '../settings.ts';

const NAMED_FILES = 3;
const NAMED_FILE_SHARE = 0.02;

export const shortageFindings = (facts: DiskFacts, settings: DiskSettings): readonly Finding<Messages>[] =>
  shortVolumes(facts, settings).flatMap((short): readonly Finding<Messages>[] => {
    const { volume, space, from } = short;
    const severity = severityOf(short);
    if (severity === null) return [];
    return [
      {
        code: volume.role === 'system' ? 'disk-space/system-volume-full' : 'disk-space/volume-full',
        severity,
        subject: volume.path,
        params: {
          path: volume.path,
          freeBytes: space.availableBytes,
          totalBytes: space.totalBytes,
          reservedBytes: reservedOf(space),
          largest: largestFiles(short, facts),
        },
        evidence: [from, ...measuredFolders(short, facts).map(({ from: id }) => id)],
      },
    ];
  });

/** ext4 keeps up to 4096 blocks for its own bookkeeping: those are nobody's. */
const OWN_RESERVE_BYTES = 16 * MIB;

const reservedOf = ({ availableBytes, freeBytes }: Space): number =>
  availableBytes === 0 && freeBytes > OWN_RESERVE_BYTES ? freeBytes : 0;

/** A full stick is its owner's business; a full share is somebody else's, though it hurts here. */
const severityOf = ({ volume, level }: Short): Finding['severity'] | null => {
  if (volume.role === 'media') return 'info';
  if (volume.role === 'remote') return level === 'critical' ? 'warning' : null;
  return level;
};

export const measuredFolders = ({ volume }: Pick<Short, 'volume'>, facts: DiskFacts) =>
  facts.mounts.status !== 'ok'
    ? []
    : consumersOf(volume, facts.mounts.value).flatMap((folder) => {
        const reading = facts.get(usage(folder));
        return reading.status === 'ok' ? [{ folder, usage: reading.value, from: reading.from }] : [];
      });

const largestFiles = (short: Short, facts: DiskFacts): readonly Consumer[] => {
  const mounts = facts.mounts.status === 'ok' ? facts.mounts.value : [];
  const files = measuredFolders(short, facts).flatMap(({ folder, usage: { largest } }) =>
    largest.filter(
      ({ path }) => isWithin(path, folder) && mountOf(path, mounts)?.volume === short.volume.volume,
    ),
  );
  const used = short.space.totalBytes - short.space.freeBytes;
  return [...new Map(files.map(({ path, bytes }) => [path, { path, bytes }])).values()]
    .filter(({ bytes }) => bytes >= used * NAMED_FILE_SHARE)
    .sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1))
    .slice(0, NAMED_FILES);
};
