/** "The disk is full", walked to its end on computers with that fault. */
import { describe, expect, test } from 'vitest';
import { diskSpace } from '../../checks/disk-space/index.ts';
import { endsOf, evidenceOf, machine, type Story, tell } from './walk.ts';

const story = (rest: Omit<Story, 'module' | 'symptom'>): Story => ({
  module: 'disk-space',
  symptom: 'disk-full',
  ...rest,
});

const ubuntu = (code: string) => machine('ubuntu-24.04', evidenceOf(code, 'linux'));

describe('disk-full', () => {
  test.each(['ubuntu-24.04', 'windows-11'])('%s has room, and nobody is asked', async (name) => {
    expect(await tell(story({ on: machine(name) }))).toMatchObject({ outcome: 'fine', asked: [], did: [] });
  });

  test('a full disk that becomes emptier is solved, without a question', async () => {
    const told = await tell(story({ on: machine('ubuntu-24.04-full'), after: [machine('ubuntu-24.04')] }));
    expect(told).toMatchObject({ outcome: 'solved', asked: [], holds: 1 });
    expect(told.did).toHaveLength(1);
  });

  test.each(['ubuntu-24.04-full', 'windows-10-full', 'macos-26-apple-full'])(
    '%s: where nothing is enough, files are moved after one question, and the full disk is the cause',
    async (name) => {
      const cannot = ['SPACE.2.CACHES', 'SPACE.2.CONSENT'];
      const told = await tell(story({ on: machine(name), cannot, answers: { backup: 'yes' } }));
      expect(told).toMatchObject({
        outcome: 'cause',
        finding: 'disk-space/system-volume-full',
        asked: ['backup'],
        did: ['SPACE.4'],
      });
    },
  );

  test('who has no copy, or does not know, copies before moving', async () => {
    const cannot = ['SPACE.2.CACHES', 'SPACE.2.CONSENT'];
    const { did } = await tell(story({ on: machine('ubuntu-24.04-full'), cannot }));
    expect(did).toEqual(['SPACE.5', 'SPACE.4']);
  });

  test.each([
    ['disk-space/inodes-exhausted', 'SPACE.CROWDED'],
    ['disk-space/btrfs-unallocated-low', 'SPACE.BTRFS'],
    ['disk-space/log-explosion', 'SPACE.LOGS'],
    ['disk-space/deleted-open-file', 'SPACE.HELD'],
    ['disk-space/mount-hung', 'SPACE.HUNG'],
  ])('%s is what is put right, and else the cause, without a question', async (code, node) => {
    const on = ubuntu(code);
    expect(await tell(story({ on }))).toMatchObject({ finding: code, asked: [], did: [node] });
    expect(await tell(story({ on, after: [machine('ubuntu-24.04')] }))).toMatchObject({
      outcome: 'solved',
      did: [node],
    });
  });

  test('a read-only disk is copied first, and made writable only when nothing speaks against it', async () => {
    expect(await tell(story({ on: ubuntu('disk-space/readonly-filesystem') }))).toMatchObject({
      finding: 'disk-space/readonly-filesystem',
      did: ['SPACE.READONLY.COPY', 'SPACE.READONLY.AGAIN'],
    });
    expect(await tell(story({ on: machine('alpine-3.23-disk') }))).toMatchObject({
      finding: 'hardware/disk-io-errors',
      did: [],
    });
  });

  test('every suspect can be concluded', () => {
    const [symptom] = diskSpace.symptoms ?? [];
    if (symptom === undefined || diskSpace.tree === undefined) throw new Error('no symptom');
    const ends = endsOf(diskSpace.tree, symptom);
    expect(Object.keys(symptom.suspects).filter((code) => !ends.has(code))).toEqual([]);
  });
});
