import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../../src/contract.ts';
import { mountOf, parseMacMount, parseMountinfo } from '../../src/sources/mounts.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { neverHalf } from './parsers.ts';

const corpus = (path: string): string => readFileSync(sharedDir('corpus', path), 'utf8');

// made-up, in the form of proc_pid_mountinfo(5)
const SAMPLE = `21 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
30 21 8:2 /@home /home rw,noatime - btrfs /dev/sda2 rw,subvol=/@home
31 21 0:40 / /mnt/my\\040share rw,relatime shared:3 master:4 - cifs //nas/my\\040share rw,vers=3.0
32 21 7:3 / /snap/core/1 ro,nodev - squashfs /dev/loop3 ro
`;

describe('/proc/self/mountinfo', () => {
  test('spaces in paths are given back', () => {
    expect(parseMountinfo(SAMPLE)[2]).toEqual({
      path: '/mnt/my share',
      type: 'cifs',
      source: '//nas/my share',
      volume: '0:40',
      root: '/',
      readOnly: false,
    });
  });

  test('a file system that turned read-only is seen although its mount says rw', () => {
    const [root] = parseMountinfo(
      '21 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 ro,errors=remount-ro\n',
    );
    expect(root?.readOnly).toBe(true);
  });

  test('errors=remount-ro alone is not read-only', () => {
    expect(parseMountinfo(SAMPLE)[0]?.readOnly).toBe(false);
  });

  test('an empty file is no answer: there is always a root', () => {
    expect(() => parseMountinfo('')).toThrow(Unreadable);
  });

  test('a line it does not know is quoted', () => {
    expect(() => parseMountinfo(`${SAMPLE}what is this\n`)).toThrow('what is this');
  });

  test('random and damaged text gives whole mounts or none', () => {
    neverHalf(
      parseMountinfo,
      (mounts) =>
        mounts.length > 0 &&
        mounts.every(
          ({ path, type, volume }) => path.startsWith('/') && type !== '' && /^\d+:\d+$/.test(volume),
        ),
      SAMPLE,
    );
  });
});

describe('which mount a path is on', () => {
  const mounts = parseMountinfo(SAMPLE);

  test('the longest mount point wins', () => {
    expect(mountOf('/home/anna/x', mounts)?.path).toBe('/home');
    expect(mountOf('/homestead', mounts)?.path).toBe('/');
  });

  test('of two mounts on one point the later one is seen', () => {
    const twice = parseMountinfo(`${SAMPLE}40 21 8:9 / /home rw - ext4 /dev/sdb1 rw\n`);
    expect(mountOf('/home', twice)?.volume).toBe('8:9');
  });
});

describe.skipIf(!hasShared)('captured mount tables', () => {
  test.each(['1', '10'])('mountinfo of node_exporter, process %s', (pid) => {
    const text = corpus(`procfs/node_exporter/proc/${pid}/mountinfo`);
    const mounts = parseMountinfo(text);
    expect(mounts).toHaveLength(text.split('\n').filter((line) => line !== '').length);
    expect(mountOf('/usr', mounts)?.path).toBe('/');
  });

  test('mount on Mac OS X 10.4, which prints no types, of the glpi project', () => {
    const mounts = parseMacMount(corpus('mount/glpi/darwin'));
    expect(mounts.map(({ path }) => path)).toEqual(expect.arrayContaining(['/', '/.vol', '/Volumes/data']));
  });
});

test('a macOS mount without a type is refused', () => {
  expect(() => parseMacMount('/dev/disk3s1 on /System/Volumes/Data (, journaled)')).toThrow(Unreadable);
});

test.each([
  '/dev/sda1 on / type ext4 (rw,relatime,errors=remount-ro)',
  '/dev/sda1 on / type ext4 (rw)',
  'proc on /proc type proc (rw, nosuid)',
])('Linux’ own form is refused, and not read as a path with a type in it: %s', (line) => {
  expect(() => parseMacMount(`${line}\n`)).toThrow(line);
});

test('random text gives whole macOS mounts or none', () => {
  const sample = '/dev/disk3s1 on /System/Volumes/Data (apfs, local, journaled, nobrowse)\n';
  neverHalf(
    parseMacMount,
    (mounts) => mounts.every(({ path, type }) => path.startsWith('/') && type !== ''),
    sample,
  );
});
