import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capture } from '../../src/host/local/capture.ts';
import { deletedFiles } from '../../src/host/local/deleted-files.ts';
import { file } from '../../src/host/local/files.ts';
import { attributes } from '../../src/host/local/folders.ts';
import { ask, rawOf, temporaryFolder } from './machine.ts';

const linux = test.skipIf(process.platform !== 'linux');
const unix = test.skipIf(process.platform === 'win32');

test('a short file comes back whole', async () => {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, 'café\n');
  expect(rawOf(await ask({ kind: 'file', path }))).toEqual({ text: 'café\n' });
});

test('a long file comes back as head and tail of whole lines', async () => {
  const path = join(temporaryFolder(), 'file');
  const lines = Array.from({ length: 400_000 }, (_, index) => `line ${index}\n`).join('');
  writeFileSync(path, lines);
  const { text, droppedBytes } = rawOf(await ask({ kind: 'file', path }));
  expect(text.startsWith('line 0\nline 1\n')).toBe(true);
  expect(text.endsWith('line 399998\nline 399999\n')).toBe(true);
  expect(text.split('\n').every((line) => line === '' || /^line \d+$/.test(line))).toBe(true);
  expect(text.length + (droppedBytes ?? 0)).toBe(lines.length);
  expect(text.length).toBeLessThanOrEqual(1024 * 1024);
});

test('a file of exactly the most that is kept loses nothing', async () => {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, 'x'.repeat(1024 * 1024));
  const { text, droppedBytes } = rawOf(await ask({ kind: 'file', path }));
  expect([text.length, droppedBytes]).toEqual([1024 * 1024, undefined]);
});

test('head and tail never overlap or lose more than is told, however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), (chunks) => {
      const kept = capture(16);
      const all = Buffer.concat(chunks.map((chunk) => chunk.map((byte) => 97 + (byte % 26))));
      for (const chunk of chunks) kept.push(chunk.map((byte) => 97 + (byte % 26)));
      const { text, droppedBytes } = kept.text('linux');
      const whole = all.toString('latin1');
      expect(text.length + (droppedBytes ?? 0)).toBe(whole.length);
      expect(text).toBe(whole.length <= 32 ? whole : whole.slice(0, 16) + whole.slice(-16));
    }),
  );
});

linux('a file of /proc that says it is empty is read', async () => {
  expect(rawOf(await ask({ kind: 'file', path: '/proc/self/status' })).text).toContain('Pid:');
});

unix('a FIFO and a device are refused at once instead of waited for', async () => {
  const path = join(temporaryFolder(), 'fifo');
  execFileSync('mkfifo', [path]);
  const start = performance.now();
  expect(await ask({ kind: 'file', path })).toMatchObject({ status: 'failed' });
  expect(await ask({ kind: 'file', path: '/dev/zero' })).toMatchObject({ status: 'failed' });
  expect(performance.now() - start).toBeLessThan(1000);
});

test('what is not there is absent, for every kind that names a path', async () => {
  const path = join(temporaryFolder(), 'nothing');
  const answers = await Promise.all([
    ask({ kind: 'file', path }),
    ask({ kind: 'list', path }),
    ask({ kind: 'attributes', folder: path, names: ['a'] }),
    ask({ kind: 'stat', path }),
    ask({ kind: 'writable', path }),
    ask({ kind: 'usage', path }),
    ask({ kind: 'space', path }),
    ask({ kind: 'space', path, apart: true }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'absent'));
});

unix(
  'attributes are read in each subfolder, through links to folders, and links give their target',
  async () => {
    const folder = temporaryFolder();
    const real = temporaryFolder();
    mkdirSync(join(folder, 'one'));
    mkdirSync(join(folder, '__proto__'));
    writeFileSync(join(folder, 'one', 'state'), 'up\n');
    writeFileSync(join(real, 'state'), 'down\n');
    mkdirSync(join(real, 'folder'));
    symlinkSync(real, join(folder, 'two'));
    symlinkSync('../../bus/usb', join(folder, 'one', 'driver'));
    symlinkSync('/nowhere', join(folder, 'dangling'));
    writeFileSync(join(folder, 'file'), '');
    const { entries } = rawOf(
      await ask({ kind: 'attributes', folder, names: ['state', 'folder', 'nothing'], links: ['driver'] }),
    );
    expect(JSON.parse(JSON.stringify(entries))).toEqual(
      JSON.parse(
        '{"__proto__":{},"one":{"state":{"text":"up\\n"},"driver":{"text":"../../bus/usb"}},"two":{"state":{"text":"down\\n"},"folder":{"error":"EISDIR"}}}',
      ),
    );
  },
);

unix('attributes longer than a page are read whole, and cut at 64 KiB', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'one'));
  const lengths = { empty: 0, page: 4096, pages: 10_000, most: 65_536, more: 70_000 };
  for (const [name, length] of Object.entries(lengths))
    writeFileSync(join(folder, 'one', name), 'x'.repeat(length));
  const { entries } = rawOf(await ask({ kind: 'attributes', folder, names: Object.keys(lengths) }));
  const told = Object.entries(entries.one ?? {}).map(([name, found]) => [
    name,
    'text' in found ? found.text.length : found,
  ]);
  expect(Object.fromEntries(told)).toEqual({ ...lengths, more: 65_536 });
});

test.runIf(process.platform === 'linux')('processes are read in one go, and tell of themselves', async () => {
  const { entries } = rawOf(await ask({ kind: 'attributes', folder: '/proc', names: ['stat', 'comm'] }));
  const own = entries[`${process.pid}`];
  expect(own?.stat).toMatchObject({ text: expect.stringMatching(new RegExp(`^${process.pid} \\(`)) });
  expect(Object.keys(own ?? {})).toEqual(['stat', 'comm']);
  expect(Object.keys(entries).filter((name) => !/^[0-9]+$/.test(name))).toEqual([]);
});

unix('a link is told as a link, not as what it leads to', async () => {
  const folder = temporaryFolder();
  symlinkSync('/etc', join(folder, 'link'));
  expect(rawOf(await ask({ kind: 'stat', path: join(folder, 'link') })).type).toBe('link');
  expect(rawOf(await ask({ kind: 'stat', path: folder }))).toMatchObject({
    type: 'folder',
    modifiedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
});

test('a folder one may write to has no error', async () => {
  expect(rawOf(await ask({ kind: 'writable', path: temporaryFolder() }))).toEqual({});
});

test('space is the same whether it is asked here or apart', async () => {
  const path = temporaryFolder();
  const here = rawOf(await ask({ kind: 'space', path }));
  const apart = rawOf(await ask({ kind: 'space', path, apart: true }));
  expect([apart.totalBytes, apart.files]).toEqual([here.totalBytes, here.files]);
  expect(here.totalBytes).toBeGreaterThanOrEqual(here.freeBytes);
  expect(here.freeBytes).toBeGreaterThanOrEqual(here.availableBytes);
});

unix('usage counts as du does: blocks, hard links once, no links followed', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  for (let index = 0; index < 15; index += 1) {
    writeFileSync(join(folder, 'a', 'b', `file-${index}`), Buffer.alloc(10_000 * index + 1));
  }
  linkSync(join(folder, 'a', 'b', 'file-14'), join(folder, 'again'));
  symlinkSync('/usr', join(folder, 'usr'));
  const raw = rawOf(await ask({ kind: 'usage', path: folder }));
  const [kib] = execFileSync('du', ['-skx', folder], { encoding: 'utf8' }).split('\t');
  expect(raw.bytes).toBe(Number(kib) * 1024);
  expect(raw).toMatchObject({ files: 16, complete: true });
  expect(raw.largest).toHaveLength(10);
  expect(raw.largest[0]?.path).toMatch(/file-14$|again$/);
  const sizes = raw.largest.map(({ bytes }) => bytes);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

test('usage of a plain file is its own', async () => {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, Buffer.alloc(100_000));
  expect(rawOf(await ask({ kind: 'usage', path }))).toMatchObject({ files: 1, complete: true });
});

unix('usage that runs out of time is a lower bound and says so', async () => {
  const start = performance.now();
  const raw = rawOf(await ask({ kind: 'usage', path: '/' }, { timeoutMs: 100 }));
  expect(performance.now() - start).toBeLessThan(1000);
  expect(raw.complete).toBe(false);
  expect(raw.bytes).toBeGreaterThan(0);
});

linux('a deleted file that a program still holds open is found once, with its size', async () => {
  const path = join(temporaryFolder(), 'held');
  const descriptor = openSync(path, 'w+');
  writeSync(descriptor, Buffer.alloc(3_000_000, 1));
  const holder = spawn('sleep', ['30'], { stdio: ['ignore', descriptor, descriptor] });
  try {
    unlinkSync(path);
    const { files } = rawOf(await ask({ kind: 'deleted-files' }));
    const held = files.filter((one) => one.path === path);
    expect(held).toHaveLength(1);
    expect(held[0]?.bytes).toBeGreaterThanOrEqual(3_000_000);
    expect([process.pid, holder.pid]).toContain(held[0]?.pid);
    expect(held[0]?.program).not.toBe('');
  } finally {
    holder.kill('SIGKILL');
    closeSync(descriptor);
  }
});

linux('usage of what it cannot look at is a lower bound and says so', async () => {
  const folder = temporaryFolder();
  // Latin-1: no text can name it.
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]), 'x');
  expect(rawOf(await ask({ kind: 'usage', path: folder }))).toMatchObject({ files: 0, complete: false });
});

unix('usage of a folder that shows names alone is a lower bound', async () => {
  const folder = temporaryFolder();
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  writeFileSync(join(closed, 'file'), 'x');
  chmodSync(closed, 0o444);
  // Root sees everything: then somebody else looks.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    for (const path of [folder, closed, join(closed, 'file')]) chownSync(path, NOBODY, NOBODY);
    process.seteuid?.(NOBODY);
  }
  const answer = await ask({ kind: 'usage', path: folder }).finally(() => {
    if (isRoot) process.seteuid?.(0);
  });
  expect(rawOf(answer)).toMatchObject({ complete: false });
  chmodSync(closed, 0o755);
});

const NOBODY = 65_534;

unix('a read that ends with the run gives no part for the whole', async () => {
  const context = { os: 'linux', path: '', timeoutMs: 1000, signal: AbortSignal.abort() } as const;
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, 'x');
  const ended = { status: 'interrupted' };
  await expect(file({ kind: 'file', path }, context)).rejects.toMatchObject(ended);
  const folder = temporaryFolder();
  const request = { kind: 'attributes', folder, names: ['name'] } as const;
  await expect(attributes(request, context)).rejects.toMatchObject(ended);
  if (process.platform === 'linux') {
    await expect(deletedFiles({ kind: 'deleted-files' }, context)).rejects.toMatchObject(ended);
  }
});

test('a second look waits as long as it says', async () => {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, 'before');
  const later = ask({ kind: 'file', path, afterMs: 300 });
  setTimeout(() => writeFileSync(path, 'after'), 50);
  expect(rawOf(await later)).toEqual({ text: 'after' });
});

test('a second look that is interrupted does not wait', async () => {
  const started = performance.now();
  const controller = new AbortController();
  const later = ask({ kind: 'file', path: '/', afterMs: 60_000 }, { signal: controller.signal });
  controller.abort();
  expect((await later).status).toBe('interrupted');
  expect(performance.now() - started).toBeLessThan(10_000);
});
