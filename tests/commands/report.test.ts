/** `report` and `inspect` as a user has them: the built command line. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { emptyFolder, program, techsupport } from './cli.ts';

const place = emptyFolder();
const report = join(place, 'report.tar.gz');

beforeAll(async () => {
  const made = await techsupport(['report', 'disk-space', '--output', report], { env: { HOME: place } });
  expect(made).toMatchObject({ status: 0, stdout: `${report}\n` });
  return () => rmSync(place, { recursive: true, force: true });
}, 60_000);

const folder = (): string => {
  const path = emptyFolder();
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

/** One entry, as no honest program writes it. */
const tarOf = (path: string, type: 'File' | 'SymbolicLink' | 'CharacterDevice', content = 'x'): Buffer => {
  const header = new Header({
    path,
    type,
    mode: 0o644,
    size: type === 'File' ? content.length : 0,
    linkpath: type === 'SymbolicLink' ? '/etc/passwd' : '',
  });
  const block = Buffer.alloc(512);
  header.encode(block, 0);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return gzipSync(Buffer.concat([block, ...(type === 'File' ? [body] : []), Buffer.alloc(1024)]));
};

describe('inspect', () => {
  test('opens a report of its own', async () => {
    const ended = await techsupport(['inspect', report, '--format', 'json']);
    expect(ended.status).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ checks: [{ id: 'disk-space' }] });
  });

  const hostile: readonly (readonly [string, (path: string) => void])[] = [
    ['that is missing', () => {}],
    ['that is text', (path) => writeFileSync(path, 'not a report\u001b[31m\n')],
    ['that is empty', (path) => writeFileSync(path, '')],
    ['that is a folder', (path) => mkdirSync(path)],
    ['that is no tar', (path) => writeFileSync(path, gzipSync('no tar at all'))],
    ['cut off', (path) => writeFileSync(path, readFileSync(report).subarray(0, 900))],
    ['that climbs out of its folder', (path) => writeFileSync(path, tarOf('../../evil', 'File'))],
    ['with an absolute path', (path) => writeFileSync(path, tarOf('/tmp/evil', 'File'))],
    ['with a link', (path) => writeFileSync(path, tarOf('a/recording.json', 'SymbolicLink'))],
    ['with a device', (path) => writeFileSync(path, tarOf('a/recording.json', 'CharacterDevice'))],
    ['with escapes in a name', (path) => writeFileSync(path, tarOf('a/\u001b]0;x\u0007', 'File'))],
    ['that unpacks to 300 MB', (path) => writeFileSync(path, gzipSync(Buffer.alloc(300e6)))],
  ];

  test.each(hostile)(
    'refuses a file %s: wrong usage, in one or two lines, without a stack',
    async (_, make) => {
      const path = join(folder(), 'strange.tar.gz');
      make(path);
      const ended = await techsupport(['inspect', path]);
      expect(ended).toMatchObject({ status: 64, stdout: '' });
      expect(ended.stderr).toMatch(/\(E_BUNDLE_[A-Z]+\)/);
      expect(ended.stderr).not.toMatch(/^\s+at /m);
      expect(ended.stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      expect(ended.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    },
  );
});

describe('report', () => {
  test('writes the file itself to stdout, where that is asked for', async () => {
    const ended = spawnSync(process.execPath, [program, 'report', 'disk-space', '--output', '-'], {
      env: { PATH: process.env.PATH, HOME: folder() },
      cwd: place,
      timeout: 30_000,
    });
    expect(ended.status).toBe(0);
    expect(ended.stdout.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const path = join(folder(), 'piped.tar.gz');
    writeFileSync(path, ended.stdout);
    const inspected = await techsupport(['inspect', path]);
    expect(inspected.status).toBe(0);
  });

  test('goes elsewhere and says so, where the working folder takes no file', async () => {
    const home = folder();
    const ended = await techsupport(['report', 'disk-space'], {
      cwd: '/proc/self',
      env: { HOME: home, TMPDIR: home },
    });
    expect(ended.status).toBe(0);
    const path = ended.stdout.trim();
    expect(path.startsWith(home)).toBe(true);
    expect(ended.stderr).toMatch(/not possible there: \/proc\/\d+ \(ENOENT\)/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test.runIf(process.getuid?.() === 0)(
    'goes elsewhere also for an ordinary user in a folder of root',
    async () => {
      const [root, own] = [folder(), folder()];
      chmodSync(root, 0o755);
      chmodSync(own, 0o777);
      const ended = await techsupport(['report', 'disk-space'], {
        cwd: root,
        uid: 65_534,
        env: { HOME: root, TMPDIR: own },
      });
      expect(ended.status).toBe(0);
      expect(ended.stdout.startsWith(own)).toBe(true);
      expect(ended.stderr).toContain(`${root} (EACCES)`);
    },
  );

  test('is Markdown and no file for a ticket, and can be read back from what arrives', async () => {
    const home = folder();
    const ended = await techsupport(['report', 'disk-space', '--for', 'github'], {
      cwd: home,
      env: { HOME: home },
    });
    expect(ended.status).toBe(0);
    expect(ended.stdout).toMatch(/^\*\*.+\*\*$/m);
    expect(readdirSync(home).filter((name) => name.endsWith('.gz'))).toEqual([]);
    const mail = `See below\r\n${ended.stdout.replace(/^/gm, '> ')}`;
    const inspected = await techsupport(['inspect', '-', '--format', 'json'], {
      stdin: 'pipe',
      started: (child) => child.stdin?.end(mail),
    });
    expect(inspected.status).toBe(0);
    expect(JSON.parse(inspected.stdout)).toMatchObject({ checks: [{ id: 'disk-space' }] });
    expect(inspected.stderr).toContain('Read from a paste: all');
  });

  test.each([
    ['mine.tar.gz', 'mine-2.tar.gz'],
    ['mine', 'mine-2'],
    ['mine.tgz', 'mine-2.tgz'],
  ])('is never written over another file: %s', async (name, other) => {
    const home = folder();
    writeFileSync(join(home, name), 'mine');
    const ended = await techsupport(['report', 'disk-space', '--output', join(home, name)]);
    expect(ended).toMatchObject({ status: 0, stdout: `${join(home, other)}\n` });
    expect(readFileSync(join(home, name), 'utf8')).toBe('mine');
    expect(statSync(join(home, other)).size).toBeGreaterThan(1000);
  });

  test('goes into a folder that is named as one, and makes it', async () => {
    const path = `${join(folder(), 'new')}/`;
    const ended = await techsupport(['report', 'disk-space', '--output', path]);
    expect(ended.status).toBe(0);
    expect(ended.stdout).toMatch(/\/new\/techsupport-.*\.tar\.gz\n$/);
  });

  test('that cannot go where it was to go is wrong usage, and is told where', async () => {
    const ended = await techsupport(['report', 'disk-space', '--output', '/proc/self/x/y.tar.gz']);
    expect(ended).toMatchObject({ status: 64, stdout: '' });
    expect(ended.stderr).toContain('/proc/self/x (ENOENT)');
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });

  test('has no fault of its own when nobody reads it to the end', async () => {
    const ended = await techsupport(['report', 'disk-space', '--output', '-'], {
      started: (child) => void child.stdout?.destroy(),
    });
    expect(ended.status).toBe(0);
    expect(ended.stderr).not.toContain('EPIPE');
  });

  test.each([
    ['a whole number', '2'],
    ['a part of a second', '2.0005'],
  ])('keeps a limit of %s', async (_, seconds) => {
    const ended = await techsupport(['report', 'disk-space', '--for', 'email', '--timeout', seconds]);
    expect(ended.status).toBe(0);
    expect(ended.stderr).not.toMatch(/warning|error/i);
  });

  test('ends at once when HOME lies below /proc', async () => {
    const tmp = folder();
    const started = performance.now();
    const ended = await techsupport(['report', 'disk-space'], {
      cwd: tmp,
      env: { HOME: '/proc/self/x', XDG_STATE_HOME: '/proc/self/y', TMPDIR: tmp },
    });
    expect(ended.status).toBe(0);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a report that hides nothing', () => {
  test('is made for nobody who did not agree', async () => {
    const file = join(folder(), 'plain.tar.gz');
    const asked = ['report', 'clock', '--redact', 'none', '--output', file];
    const refused = await techsupport(asked);
    expect(refused).toMatchObject({ status: 64, stdout: '' });
    expect(refused.stderr).toContain('E_REPORT_UNREDACTED');
    expect(existsSync(file)).toBe(false);
    const made = await techsupport([...asked, '--yes-include-personal-data']);
    expect(made.status).toBe(0);
    expect(made.stderr).toContain('NOT REDACTED');
    expect(made.stderr).not.toContain('nothing personal was found');
    expect((await techsupport(['inspect', file])).stdout).toContain('NOT REDACTED');
  }, 60_000);
});
