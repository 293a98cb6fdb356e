/** Archives that were made to do harm, or are none: each is refused in words, or harmless. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { openSos } from '../../../src/report/sos/open.ts';
import type { SosTree } from '../../../src/report/sos/tree.ts';
import { archiveOf, pax, tarOf } from '../hostile-archives.ts';
import { archiveWith, FILES, fileOf, folderOf, inRoot, parts } from './made.ts';

const opened = async (content: Buffer): Promise<SosTree> => {
  const tree = await openSos(fileOf(content));
  if (tree === undefined) throw new Error('not taken for an archive of sos');
  return tree;
};

const MIB = 1024 ** 2;

describe('refused', () => {
  test.each<readonly [string, () => Buffer, RegExp]>([
    ['an absolute path', () => archiveWith({ name: '/etc/cron.d/x' }), /leads elsewhere/],
    ['a parent path', () => archiveWith({ name: inRoot('../../etc/x') }), /leads elsewhere/],
    ['a path that is only dots', () => archiveWith({ name: '..' }), /leads elsewhere/],
    [
      'a parent path in a PAX header',
      () => archiveWith({ name: 'p', type: 'x', content: pax('path', 'a/../../x') }, { name: 'a' }),
      /leads elsewhere/,
    ],
    ['a file twice', () => archiveWith({ name: inRoot('etc/fstab'), content: 'x' }), /a file twice/],
    [
      'a ratio of 1000',
      () => gzipSync(Buffer.concat([tarOf(parts()).subarray(0, -1024), zeros()]), { level: 9 }),
      /far more than logs/,
    ],
    ['an end in the middle of a file', () => gzipSync(tarOf(parts()).subarray(0, 6000)), /damaged/],
    ['a broken stream', () => archiveWith().subarray(0, 900), /damaged/],
    [
      'a wrong checksum',
      () => archiveWith({ name: inRoot('etc/x'), content: 'x', wrongSum: true }),
      /damaged/,
    ],
    [
      'folders without an end',
      () => archiveWith({ name: 'p', type: 'x', content: pax('path', `${'a/'.repeat(60)}x`) }, { name: 'a' }),
      /nested too deeply/,
    ],
    ['nothing that sos writes', () => archiveOf({ name: inRoot('etc/x') }), /nothing in it that sos writes/],
  ])('%s', async (_, content, why) => {
    const trouble = await opened(content()).catch((cause: unknown) => cause);
    expect(trouble).toBeInstanceOf(UserError);
    expect(trouble).toMatchObject({ code: 'E_SOS_REFUSED', message: expect.stringMatching(why) });
  });

  /** One file of 80 MiB of zeros, and the end. */
  const zeros = (): Buffer => {
    const [header] = [
      tarOf([{ name: inRoot('var/log/x'), size: `${(80 * MIB).toString(8)}\0`.padStart(12, '0') }]),
    ];
    return Buffer.concat([(header ?? Buffer.alloc(0)).subarray(0, 512), Buffer.alloc(80 * MIB + 1024)]);
  };

  test('more than 100,000 files', async () => {
    const many = Array.from({ length: 100_001 }, (_, at) => ({ name: inRoot(`var/x/${at}`) }));
    await expect(opened(archiveOf(...[...parts(), ...many]))).rejects.toThrow(/100,000/);
  }, 60_000);

  test('more than 1 GiB, before anything is unpacked', async () => {
    const path = fileOf(archiveWith());
    truncateSync(path, 1024 ** 3 + 1);
    await expect(openSos(path)).rejects.toThrow(/larger than 1 GiB/);
  });
});

describe('harmless', () => {
  test('links, devices and pipes are passed over, and never followed', async () => {
    const tree = await opened(
      archiveWith(
        { name: inRoot('etc/hosts'), type: '2', link: '/etc/hosts' },
        { name: inRoot('etc/passwd'), type: '1', link: inRoot('etc/fstab') },
        { name: inRoot('etc/zero'), type: '3' },
        { name: inRoot('etc/disk'), type: '4' },
        { name: inRoot('etc/pipe'), type: '6' },
      ),
    );
    for (const name of ['hosts', 'passwd', 'zero', 'disk', 'pipe']) {
      expect(tree.text(`etc/${name}`)).toBeUndefined();
    }
    expect(tree.text('etc/fstab')?.text).toBe(FILES['etc/fstab']);
  });

  test('a name with an escape sequence is not kept', async () => {
    const tree = await opened(archiveWith({ name: inRoot('etc/\u001b[2Jx'), content: 'x' }));
    expect(tree.names('etc')).toEqual(['fstab', 'systemd']);
  });

  test('of a large file the head and the tail are kept, and what was dropped is told', async () => {
    const text = `${'a line of a log\n'.repeat(200_000)}the end\n`;
    const kept = (
      await opened(archiveWith({ name: inRoot('sos_commands/kernel/dmesg'), content: text }))
    ).text('sos_commands/kernel/dmesg');
    expect(kept?.text.endsWith('the end\n')).toBe(true);
    expect(kept?.text.length).toBeLessThan(1.1 * MIB);
    expect(kept?.droppedBytes).toBeGreaterThan(2 * MIB);
  });

  test('a long name in a PAX header is the name', async () => {
    const long = `sos_commands/lvm2/${'x'.repeat(150)}`;
    const tree = await opened(
      archiveWith(
        { name: 'p', type: 'x', content: pax('path', inRoot(long)) },
        { name: 'short', content: 'here' },
      ),
    );
    expect(tree.text(long)?.text).toBe('here');
  });

  test('an unpacked folder: a link in it leads nowhere, a pipe does not hang', async () => {
    const root = folderOf();
    const secret = join(mkdtempSync(join(tmpdir(), 'sos-')), 'own');
    mkdirSync(secret);
    writeFileSync(join(secret, 'hosts'), 'of this computer');
    symlinkSync(join(secret, 'hosts'), join(root, 'etc/hosts'));
    symlinkSync(secret, join(root, 'etc/apt'));
    symlinkSync('..', join(root, 'etc/round'));
    execFileSync('mkfifo', [join(root, 'etc/pipe')]);
    const tree = await openSos(root);
    expect(tree?.text('etc/hosts')).toBeUndefined();
    expect(tree?.text('etc/apt/hosts')).toBeUndefined();
    expect(tree?.text('etc/pipe')).toBeUndefined();
    expect(tree?.text('etc/fstab')?.text).toBe(FILES['etc/fstab']);
  });
});

test.each<readonly [string, () => Buffer]>([
  ['a report of ours', () => archiveOf({ name: 'x/recording.json', content: '{}' })],
  ['a text', () => Buffer.from('sosreport-')],
  ['a bomb of gzip without a tar', () => gzipSync(Buffer.alloc(20 * MIB))],
  ['nothing', () => Buffer.alloc(0)],
])('%s is none', async (_, content) => {
  expect(await openSos(fileOf(content()))).toBeUndefined();
});

const hasXz = (() => {
  try {
    execFileSync('xz', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!hasXz) console.warn('xz is not installed: its archives are not tried');

describe('packed with xz', () => {
  const xz = (content: Buffer): Buffer => execFileSync('xz', ['-c'], { input: content, maxBuffer: 64 * MIB });

  test.runIf(hasXz)('it is unpacked by the system’s program', async () => {
    const tree = await openSos(fileOf(xz(tarOf(parts())), 'sosreport.tar.xz'));
    expect(tree?.text('etc/fstab')?.text).toBe(FILES['etc/fstab']);
  });

  test.runIf(hasXz)('a bomb ends early, and so does xz', async () => {
    const bomb = fileOf(xz(Buffer.concat([tarOf(parts()).subarray(0, -1024), Buffer.alloc(90 * MIB, 1)])));
    await expect(openSos(bomb)).rejects.toThrow(/far more than logs|damaged/);
  });

  test.runIf(hasXz)('what is no tar, or damaged, is told', async () => {
    await expect(openSos(fileOf(xz(gzipSync(tarOf(parts())))))).rejects.toThrow(/no tar archive/);
    await expect(openSos(fileOf(xz(tarOf(parts())).subarray(0, 300)))).rejects.toThrow(/damaged/);
  });

  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sos-path-'));
  });

  test('without xz the command to unpack it is told', async () => {
    const path = fileOf(Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0]), 'sosreport.tar.xz');
    await expect(openSos(path, folder)).rejects.toMatchObject({
      code: 'E_SOS_XZ',
      hint: `Unpack it, and name the folder: tar -xf ${path}`,
    });
  });
});
