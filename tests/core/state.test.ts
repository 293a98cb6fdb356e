import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { isOwnFolder, makeFolder, makeOwnFolder } from '../../src/folders.ts';
import { stateFolders } from '../../src/state.ts';

const isPosix = process.platform !== 'win32';

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'techsupport-state-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

let script = '';

/** In a process of its own: what hangs there does not hang here. */
beforeAll(async () => {
  const place = mkdtempSync(join(tmpdir(), 'techsupport-state-'));
  script = join(place, 'state.cjs');
  await build({
    stdin: {
      contents: `
        import { lastReport, rememberReport } from './state.ts';
        if (process.argv[2] !== undefined) rememberReport(process.argv[2]);
        process.stdout.write(String(lastReport()));`,
      resolveDir: fileURLToPath(new URL('../../src', import.meta.url)),
      loader: 'ts',
    },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  return () => rmSync(place, { recursive: true, force: true });
});

const remembered = (env: Readonly<Record<string, string>>, path?: string): string => {
  const ended = spawnSync(process.execPath, [script, ...(path === undefined ? [] : [path])], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    timeout: 10_000,
  });
  expect(ended).toMatchObject({ signal: null, status: 0 });
  return ended.stdout;
};

describe('the last report', () => {
  test('is remembered where programs keep their state, for its owner alone', () => {
    const home = folder();
    expect(remembered({ HOME: home }, '/x/report.tar.gz')).toBe('/x/report.tar.gz');
    expect(remembered({ HOME: home })).toBe('/x/report.tar.gz');
    const kept = join(home, '.local/state/techsupport');
    if (isPosix) expect(statSync(kept).mode & 0o777).toBe(0o700);
    if (isPosix) expect(statSync(join(kept, 'last-report')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['missing', () => '/nowhere/at/all'],
    ['below /proc', () => '/proc/self/x'],
    ['deep below /proc', () => '/proc/self/x/y/z'],
    ['a file', () => fileURLToPath(import.meta.url)],
    ['a device', () => '/dev/null'],
    ['not absolute', () => 'relative'],
  ])('is remembered elsewhere, and at once, where HOME is %s', (_, home) => {
    // Root can make even a missing one: then it is remembered there, which is as good.
    const place = folder();
    expect(remembered({ HOME: home(), TMPDIR: place }, '/x/report.tar.gz')).toBe('/x/report.tar.gz');
    rmSync('/nowhere', { recursive: true, force: true });
  });

  test('is nothing where nothing is remembered, or what no path is', () => {
    const home = folder();
    expect(remembered({ HOME: home, TMPDIR: home })).toBe('undefined');
    const kept = join(home, '.local/state/techsupport');
    makeFolder(kept);
    for (const text of ['', 'relative/path', '/a\u0000b']) {
      writeFileSync(join(kept, 'last-report'), text);
      expect(remembered({ HOME: home, TMPDIR: home })).toBe('undefined');
    }
  });

  test.runIf(isPosix)('is never read from, or written through, a folder that is a link', () => {
    const [home, place, theirs] = [folder(), folder(), folder()];
    mkdirSync(join(home, '.local/state'), { recursive: true });
    symlinkSync(theirs, join(home, '.local/state/techsupport'));
    writeFileSync(join(theirs, 'last-report'), '/theirs.tar.gz');
    const env = { HOME: home, TMPDIR: place };
    expect(remembered(env)).toBe('undefined');
    expect(remembered(env, '/ours.tar.gz')).toBe('/ours.tar.gz');
    expect(readFileSync(join(theirs, 'last-report'), 'utf8')).toBe('/theirs.tar.gz');
  });
});

describe('a folder', () => {
  test('is made with its parents, and stays when it is there', () => {
    const path = join(folder(), 'a/b/c');
    makeFolder(path);
    makeFolder(path);
    expect(existsSync(path)).toBe(true);
  });

  test.runIf(isPosix)('of ours is closed to others', () => {
    const path = folder();
    chmodSync(path, 0o755);
    makeOwnFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  test('that is a link or a file is not ours', () => {
    const place = folder();
    writeFileSync(join(place, 'file'), '');
    if (isPosix) symlinkSync(place, join(place, 'link'));
    for (const name of ['file', 'link', 'missing']) expect(isOwnFolder(join(place, name))).toBe(false);
    expect(() => makeOwnFolder(join(place, 'file'))).toThrow('belongs to another user');
  });

  test.runIf(process.getuid?.() === 0)('of another user is not ours', () => {
    const path = folder();
    expect(isOwnFolder(path)).toBe(true);
    chownSync(path, 65_534, 65_534);
    expect(isOwnFolder(path)).toBe(false);
    expect(() => makeOwnFolder(path)).toThrow('belongs to another user');
  });
});

test.runIf(process.getuid?.() === 0)(
  'nothing of ours is made within a folder of another user in a shared place',
  () => {
    const shared = folder();
    chmodSync(shared, 0o1777);
    mkdirSync(join(shared, 'techsupport-0'), { mode: 0o777 });
    chownSync(join(shared, 'techsupport-0'), 65_534, 65_534);
    expect(() => makeOwnFolder(join(shared, 'techsupport-0/outbox'))).toThrow('a folder of another user');
    expect(existsSync(join(shared, 'techsupport-0/outbox'))).toBe(false);
    makeOwnFolder(join(shared, 'ours/outbox'));
    // Whom an administrator gave a folder is none of our business.
    chmodSync(shared, 0o755);
    makeOwnFolder(join(shared, 'techsupport-0/outbox'));
  },
);

test('the folders are absolute, best first, and there is always one that needs no home', () => {
  expect(stateFolders({ HOME: '/home/a', XDG_STATE_HOME: '/state' }, 'linux', 7).slice(0, 2)).toEqual([
    '/state/techsupport',
    '/home/a/.local/state/techsupport',
  ]);
  expect(stateFolders({ HOME: '/Users/a' }, 'darwin', 501)[0]).toBe(
    '/Users/a/Library/Application Support/techsupport',
  );
  const bare = stateFolders({ HOME: '', XDG_STATE_HOME: 'relative' }, 'linux', 7);
  expect(bare.length).toBeGreaterThan(1);
  expect(bare.every((path) => path.startsWith('/') && path.endsWith('techsupport-7'))).toBe(true);
});
