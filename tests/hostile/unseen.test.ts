/** What was not looked at, or only in part, is never fine. */
import { describe, expect, test } from 'vitest';
import { diagnose as diagnoseDisks } from '../../checks/disk-space/findings.ts';
import { reads as diskReads } from '../../checks/disk-space/probe.ts';
import { settings as diskSettings } from '../../checks/disk-space/settings.ts';
import { diagnose as diagnoseUpdates } from '../../checks/updates/findings.ts';
import { reads as updateReads } from '../../checks/updates/probe.ts';
import { settings as updateSettings } from '../../checks/updates/settings.ts';
import { type Answer, type Reading, type Source, Unreadable } from '../../src/contract.ts';
import { understand } from '../../src/gather.ts';
import { btrfsUsage } from '../../src/sources/btrfs.ts';
import { dpkgState } from '../../src/sources/dpkg.ts';
import { locks } from '../../src/sources/locks.ts';
import { mounts, parseMountinfo } from '../../src/sources/mounts.ts';
import { GIB } from '../../src/sources/size.ts';
import { space } from '../../src/sources/space.ts';
import { factsOf, followed, missing, ok } from '../facts.ts';

const platform = (name: string) =>
  ok({ platform: name, release: '6.1.0', arch: 'x64', hostname: 'pc', bootedSecondsAgo: 9 });

const reading = <T>(source: Source<T>, raw: object): Reading<T> => {
  const way = source.on.linux;
  if (way === undefined) throw new Unreadable('unsupported', source.id);
  // A raw answer as the host gives it for this source.
  return understand(source.id, way, { status: 'ok', raw, ms: 1 } as Answer);
};

describe('a part of an answer', () => {
  const PACKAGE = 'ii  bash\n';
  const MOUNT = '21 0 8:1 / / rw - ext4 /dev/sda1 rw\n';

  test('is no answer: dpkg-query that failed in the middle', () => {
    const raw = { stdout: PACKAGE, stderr: 'dpkg-query: error: cannot allocate memory', exitCode: 2 };
    expect(reading(dpkgState, raw)).toMatchObject({ status: 'failed', why: raw.stderr });
    expect(reading(dpkgState, { ...raw, exitCode: null })).toMatchObject({ status: 'failed' });
    expect(reading(dpkgState, { ...raw, exitCode: 0 })).toMatchObject({ status: 'ok' });
  });

  test('is no answer: a list without its middle', () => {
    const cut = { droppedBytes: 4096 };
    const printed = { stdout: PACKAGE, stderr: '', exitCode: 0 };
    expect(reading(dpkgState, { ...printed, ...cut })).toMatchObject({ status: 'unparsable' });
    expect(reading(locks, { text: '', ...cut })).toMatchObject({ status: 'unparsable' });
    expect(reading(mounts, { text: MOUNT, ...cut })).toMatchObject({ status: 'unparsable' });
    expect(reading(mounts, { text: MOUNT })).toMatchObject({ status: 'ok' });
  });
});

describe('updates are not fine', () => {
  const judge = (named: Parameters<typeof factsOf<typeof updateReads>>[1]) =>
    diagnoseUpdates(factsOf(updateReads, named), updateSettings);

  test('where neither the system\u2019s name nor its packages can be read', () => {
    const { unknown = [], skipped } = judge({ platform: platform('linux'), dpkgState: missing('failed') });
    expect(skipped).toBeUndefined();
    expect(unknown.map(({ source }) => source)).toEqual(['packages.dpkg', 'packages.apt-check']);
  });

  test('and not skipped, where nobody knows which system this is', () => {
    const { unknown = [], skipped } = judge({ platform: missing('unrecorded') });
    expect(skipped).toBeUndefined();
    expect(unknown.map(({ source }) => source)).toEqual(['system.platform']);
  });
});

describe('disks are not fine', () => {
  type Named = Parameters<typeof factsOf<typeof diskReads>>[1];
  const room = {
    totalBytes: 100 * GIB,
    freeBytes: 60 * GIB,
    availableBytes: 60 * GIB,
    files: 10,
    freeFiles: 9,
  };
  const linux = (type: string): Named => ({
    platform: platform('linux'),
    mounts: ok(parseMountinfo(`21 0 8:1 / / rw - ${type} /dev/sda1 rw\n`)),
  });

  test('where a recording does not hold their room', () => {
    const { unknown = [] } = diagnoseDisks(factsOf(diskReads, linux('ext4')), diskSettings);
    expect(unknown.map(({ source }) => source)).toEqual(['disk.space//']);
  });

  test('where btrfs does not tell how much of it is given away', () => {
    const facts = factsOf(diskReads, linux('btrfs'), [
      followed(space('/'), room),
      [btrfsUsage('/'), missing('denied')],
    ]);
    const { unknown = [] } = diagnoseDisks(facts, diskSettings);
    expect(unknown.map(({ source, reason }) => [source, reason])).toEqual([['disk.btrfs//', 'denied']]);
  });

  test('where Windows lists no system drive', () => {
    const named: Named = {
      platform: platform('win32'),
      windowsDisks: ok({ systemDrive: 'C:', volumes: [], partitions: [], readOnly: [] }),
    };
    const { unknown = [] } = diagnoseDisks(factsOf(diskReads, named), diskSettings);
    expect(unknown.map(({ source }) => source)).toEqual(['disk.windows']);
  });
});
