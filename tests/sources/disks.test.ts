import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBtrfsUsage } from '../../src/sources/btrfs.ts';
import { parseFstab } from '../../src/sources/fstab.ts';
import { percentText, sizeText } from '../../src/sources/size.ts';
import { epochMsOf } from '../../src/sources/time.ts';
import { parseWindowsDisks } from '../../src/sources/windows-disks.ts';
import { parseHistory, parseWindowsRestart } from '../../src/sources/windows-update.ts';
import { parseVirtualDisks } from '../../src/sources/wsl-disk.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { isCount, neverHalf } from './parsers.ts';

const corpus = (path: string): string => readFileSync(sharedDir('corpus', path), 'utf8');

describe('/etc/fstab', () => {
  test.skipIf(!hasShared)('a machine of the hotsos project', () => {
    expect(parseFstab(corpus('machines/hotsos-kubernetes/etc/fstab')).map(({ path }) => path)).toEqual([
      '/',
      '/boot/efi',
    ]);
  });

  test('random and damaged text gives whole entries or none', () => {
    neverHalf(
      parseFstab,
      (entries) => entries.every(({ path, type }) => path !== '' && type !== ''),
      'UUID=1 / ext4 defaults 0 1\n',
    );
  });
});

describe('btrfs filesystem usage', () => {
  // made-up, in the form of btrfs-progs 6.6
  const text = `Overall:
    Device size:\t\t\t 53687091200
    Device allocated:\t\t 53686042624
    Device unallocated:\t\t     1048576
    Free (estimated):\t\t  1073741824\t(min: 1073217536)

Data,single: Size:50465865728, Used:49392123904 (97.87%)
   /dev/sda2\t50465865728

Metadata,DUP: Size:1610088448, Used:1560000000 (96.89%)
   /dev/sda2\t3220176896
`;

  test('unallocated space and metadata are read in bytes', () => {
    expect(parseBtrfsUsage(text)).toEqual({
      unallocatedBytes: 1_048_576,
      metadataBytes: 1_610_088_448,
      metadataUsedBytes: 1_560_000_000,
    });
  });

  test('random and damaged text gives whole numbers or none', () => {
    neverHalf(
      (damaged) => parseBtrfsUsage(damaged),
      (usage) => Object.values(usage).every(isCount),
      text,
    );
  });
});

describe('Windows', () => {
  test('drives, hidden partitions and what needs rights', () => {
    const text = JSON.stringify({
      systemDrive: 'C:',
      disks: { DeviceID: 'C:', DriveType: 3, Size: '255000000000', FreeSpace: 9_000_000_000 },
      partitions: [
        { type: '{C12A7328-F81F-11D2-BA4B-00A0C93EC93B}', size: 104_857_600, free: null },
        { type: '{de94bba4-06d1-4d40-a16a-bfd50179d6ac}', size: 600_000_000, free: 80_000_000 },
        { type: '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}', size: 1, free: 1 },
      ],
    });
    expect(parseWindowsDisks(text)).toEqual({
      systemDrive: 'C:',
      volumes: [{ drive: 'C:', kind: 'fixed', totalBytes: 255_000_000_000, freeBytes: 9_000_000_000 }],
      partitions: [
        { kind: 'efi', bytes: 104_857_600, freeBytes: null },
        { kind: 'recovery', bytes: 600_000_000, freeBytes: 80_000_000 },
      ],
      readOnly: [],
    });
  });

  test('result codes of updates are written as Microsoft writes them', () => {
    const items = [
      {
        title: 'Накопительное обновление (KB5034441)',
        code: -2147023293,
        result: 4,
        at: '2026-11-20T08:00:00.0000000Z',
      },
      { title: 'Defender', code: 0, result: 2, at: '2026-11-21T08:00:00.0000000Z' },
    ];
    const answer = (history: unknown): string => JSON.stringify({ history });
    expect(parseHistory(answer({ items }))).toMatchObject([
      { kb: 'KB5034441', code: '0x80070643', succeeded: false, at: '2026-11-20T08:00:00.0000000Z' },
      { kb: null, code: '0x00000000', succeeded: true, at: '2026-11-21T08:00:00.0000000Z' },
    ]);
    // Nothing was ever installed, and nobody could look: two different things.
    expect(parseHistory(answer({ items: [] }))).toEqual([]);
    expect(() => parseHistory(answer({ failed: true }))).toThrow('no history');
    expect(() => parseHistory('\r\n')).toThrow();
  });

  test.each([
    ['disks', (text: string) => parseWindowsDisks(text)],
    ['history', (text: string) => parseHistory(text)],
    ['restart', (text: string) => parseWindowsRestart(text)],
    ['virtual disks', (text: string) => parseVirtualDisks(text)],
  ])('random text of %s is parsed whole or refused', (_, parse) => {
    neverHalf<unknown>(
      parse,
      (value) => value !== undefined,
      '{"restart":{"cbs":true,"wu":false,"renames":null},"history":{"items":[]},"systemDrive":"C:"}',
    );
  });
});

describe('amounts and times', () => {
  test('amounts are decimal, with the language’s own marks', () => {
    expect(sizeText('en', 19_700_000_000)).toBe('19.7\u00a0GB');
    expect(sizeText('ru', 19_700_000_000)).toBe('19,7\u00a0ГБ');
    expect(sizeText('en', 0)).toBe('0\u00a0B');
    expect(percentText('ru', 0.61)).toBe('0,6\u00a0%');
  });

  test('ISO times agree with the calendar of the runtime', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1970-01-01T00:00:00Z'),
          max: new Date('2199-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        (date) => epochMsOf(date.toISOString()) === date.getTime(),
      ),
    );
  });

  test('a zone is counted off, and text that is no time gives none', () => {
    expect(epochMsOf('2026-11-20T10:00:00+03:00')).toBe(Date.UTC(2026, 10, 20, 7));
    expect(epochMsOf('yesterday')).toBeNull();
  });
});
