/** One thing that takes the space of a short volume: runaway logs, a deleted file that is still open. */
import type { Finding, Unknown } from '../../../src/contract.ts';
import { isWithin } from '../../../src/sources/mounts.ts';
import { GIB } from '../../../src/sources/size.ts';
import { deletedFiles, usage } from '../../../src/sources/space.ts';
import { epochMsOf } from '../../../src/sources/time.ts';
import type { Messages } from '../messages.en.ts';
import type { DiskFacts } from '../probe.ts';
import { measuredAt, type Short, shortVolumes } from '../room.ts';
import type { DiskSettings } from '../settings.ts';
import { measuredFolders } from './shortage.ts';

const LOGS = '/var/log';
/** A file that was written to within this time is still growing. */
const GROWING_MS = 60_000;

export const culpritFindings = (facts: DiskFacts, settings: DiskSettings): readonly Finding<Messages>[] =>
  shortVolumes(facts, settings)
    .filter(({ volume }) => volume.role !== 'media' && volume.role !== 'remote')
    .flatMap((short) => [...logFinding(short, facts, settings), ...deletedFindings(short, facts, settings)]);

const logFinding = (
  { volume, space }: Short,
  facts: DiskFacts,
  settings: DiskSettings,
): readonly Finding<Messages>[] => {
  const logs = facts.get(usage(LOGS));
  if (logs.status !== 'ok' || measuredAt(LOGS, facts)?.volume.volume !== volume.volume) return [];
  const { bytes, largest } = logs.value;
  if (bytes <= settings.logGib * GIB || bytes <= (space.totalBytes * settings.logSharePct) / 100) return [];
  const file = largest[0];
  return [
    {
      code: 'disk-space/log-explosion',
      severity: 'warning',
      subject: volume.path,
      params: {
        path: volume.path,
        bytes,
        totalBytes: space.totalBytes,
        file: file?.path ?? '',
        fileBytes: file?.bytes ?? 0,
        growing: file !== undefined && isFresh(file.modifiedAt, facts),
      },
      evidence: [facts.get(usage(LOGS)).from],
    },
  ];
};

const isFresh = (modifiedAt: string, { clock }: DiskFacts): boolean => {
  const at = epochMsOf(modifiedAt);
  return clock.status === 'ok' && at !== null && Math.abs(clock.value.epochMs - at) < GROWING_MS;
};

const deletedFindings = (
  { volume, space }: Short,
  facts: DiskFacts,
  settings: DiskSettings,
): readonly Finding<Messages>[] => {
  const deleted = facts.get(deletedFiles('all'));
  if (deleted.status !== 'ok') return [];
  const seen = new Set<string>();
  return [...deleted.value.files]
    .sort((a, b) => b.bytes - a.bytes || a.pid - b.pid)
    .filter(
      ({ path, bytes }) =>
        bytes > (space.totalBytes * settings.deletedSharePct) / 100 &&
        measuredAt(path, facts)?.volume.volume === volume.volume &&
        // Children inherit open files: the file is told once, with its first process.
        !seen.has(`${path} ${bytes}`) &&
        seen.add(`${path} ${bytes}`),
    )
    .map(({ pid, program, path, bytes }) => ({
      code: 'disk-space/deleted-open-file',
      severity: 'warning',
      subject: volume.path,
      params: { path: volume.path, program, pid, file: path, bytes },
      evidence: [deleted.from],
    }));
};

/** Full, the folders do not account for it, and other people's programs could not be looked into. */
export const culpritsUnseen = (
  facts: DiskFacts,
  settings: DiskSettings,
  findings: readonly Finding<Messages>[],
): readonly Unknown[] => {
  const deleted = facts.get(deletedFiles('all'));
  if (deleted.status !== 'ok' || deleted.value.hiddenProcesses === 0) return [];
  const open = shortVolumes(facts, settings).filter(
    ({ volume }) =>
      volume.role === 'system' &&
      !findings.some(
        ({ code, subject }) =>
          subject === volume.path &&
          (code === 'disk-space/deleted-open-file' || code === 'disk-space/log-explosion'),
      ),
  );
  return open.some((short) => isUnaccounted(short, facts, settings))
    ? [
        {
          source: deleted.from,
          reason: 'denied',
          why: `${deleted.value.hiddenProcesses} processes of other users could not be looked into: one may hold a deleted file`,
        },
      ]
    : [];
};

const isUnaccounted = (short: Short, facts: DiskFacts, settings: DiskSettings): boolean => {
  const folders = measuredFolders(short, facts).filter(
    ({ folder }, _, all) => !all.some((other) => other.folder !== folder && isWithin(folder, other.folder)),
  );
  const known = folders.reduce((sum, one) => sum + one.usage.bytes, 0);
  const used = short.space.totalBytes - short.space.freeBytes;
  return used - known > (short.space.totalBytes * settings.deletedSharePct) / 100;
};
