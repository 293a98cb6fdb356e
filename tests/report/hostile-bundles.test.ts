/** Bundles that were made to do harm: each is refused in words, or harmless. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { decrypted } from '../../src/report/age/decrypt.ts';
import { openBundle } from '../../src/report/bundle/open.ts';
import { makeBundle } from '../../src/report/bundle/write.ts';
import { redactor } from '../../src/report/redact/redactor.ts';
import { examined, healthy } from '../hostile/machine.ts';
import { archiveOf, base256, type Part, pax, tarOf } from './hostile-archives.ts';

const recordingJson = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({
    schemaVersion: 1,
    tool: { name: 'techsupport', version: '0.1.0' },
    language: 'en',
    createdAt: '2026-01-02T03:04:05.678Z',
    modules: ['clock'],
    settings: {},
    recording: { os: 'linux', entries: {} },
    ...changes,
  });

const good: Part = { name: 'x/recording.json', content: recordingJson() };
const beside = (part: Part): Buffer => archiveOf(good, part);
const holding = (content: string): Buffer => archiveOf({ name: 'x/recording.json', content });

const MIB = 1024 * 1024;

/** Each in words: what it is, what comes of it. */
const REFUSED: readonly (readonly [string, () => Buffer, RegExp])[] = [
  ['a bomb: 300 MiB of zeros', () => gzipSync(Buffer.alloc(300 * MIB)), /far more than a report/],
  [
    'a ratio of 1000 below the limit of size',
    () => gzipSync(Buffer.alloc(100 * MIB), { level: 9 }),
    /far more/,
  ],
  [
    'more files than any report',
    () => archiveOf(...Array.from({ length: 5001 }, (_, at) => ({ name: `x/${at}` }))),
    /5000/,
  ],
  ['a file of 65 MiB', () => Buffer.alloc(65 * MIB, 0x1f), /64 MiB/],
  ['an absolute path', () => beside({ name: '/etc/cron.d/x' }), /leads elsewhere/],
  ['a parent path', () => beside({ name: 'x/../../etc/x' }), /leads elsewhere/],
  ['a path that is only dots', () => beside({ name: '..' }), /leads elsewhere/],
  ['a drive letter', () => beside({ name: 'C:/Windows/x' }), /leads elsewhere/],
  ['a stream of NTFS', () => beside({ name: 'x/report.json:hidden' }), /leads elsewhere/],
  ['backslashes', () => beside({ name: 'x\\..\\..\\y' }), /leads elsewhere/],
  ['an empty part of a path', () => beside({ name: 'x//y' }), /leads elsewhere/],
  ['an escape sequence in a name', () => beside({ name: 'x/\u001b[2J' }), /leads elsewhere/],
  ['a line feed in a name', () => beside({ name: 'x/a\nb' }), /leads elsewhere/],
  ['a symbolic link', () => beside({ name: 'x/l', type: '2', link: '/etc/passwd' }), /SymbolicLink/],
  ['a hard link', () => beside({ name: 'x/l', type: '1', link: 'x/recording.json' }), /holds a Link/],
  ['a character device', () => beside({ name: 'x/d', type: '3' }), /CharacterDevice/],
  ['a block device', () => beside({ name: 'x/d', type: '4' }), /BlockDevice/],
  ['a pipe', () => beside({ name: 'x/p', type: '6' }), /FIFO/],
  ['a sparse file', () => beside({ name: 'x/s', type: 'S' }), /holds a/],
  [
    'a GNU long name',
    () => beside({ name: '././@LongLink', type: 'L', content: '../../etc/x\0' }),
    /holds a/,
  ],
  ['a GNU long link', () => beside({ name: '././@LongLink', type: 'K', content: '/etc/x\0' }), /holds a/],
  ['a type nobody knows', () => beside({ name: 'x/u', type: 'Z' }), /holds a/],
  ['the same name twice', () => beside(good), /twice/],
  ['the same name in other letters', () => beside({ ...good, name: 'x/Recording.JSON' }), /twice/],
  [
    'the same name, composed otherwise',
    () => archiveOf(good, { name: utf8('x/é') }, { name: utf8('x/e\u0301') }),
    /twice/,
  ],
  ['a checksum that is wrong', () => beside({ name: 'x/y', wrongSum: true }), /damaged/],
  ['a size beyond the archive', () => beside({ name: 'x/y', size: '77777777777\0' }), /middle of a file/],
  [
    'a negative size',
    () => beside({ name: 'x/y', size: base256(-512n) }),
    /impossible size|middle of a file|damaged/,
  ],
  ['a size of 2^80', () => beside({ name: 'x/y', size: base256(2n ** 80n) }), /impossible size|damaged/],
  [
    'a size that is no number',
    () => archiveOf({ ...good, size: 'not a number' }),
    /no JSON|impossible|missing|damaged/,
  ],
  [
    'half of an archive',
    () => archiveOf(good, { name: 'x/y', content: 'y'.repeat(9000) }).subarray(0, 150),
    /damaged/,
  ],
  ['an archive that ends within a file', () => gzipSync(tarOf([good]).subarray(0, 600)), /middle of a file/],
  [
    'rubbish behind the end',
    () => Buffer.concat([archiveOf(good), Buffer.from('rubbish'.repeat(99))]),
    /damaged/,
  ],
  ['no gzip', () => Buffer.from('PK\u0003\u0004 a zip'), /no gzip/],
  ['nothing', () => Buffer.alloc(0), /no gzip/],
  ['no archive within', () => gzipSync('x'.repeat(600)), /damaged/],
  ['an empty archive', () => gzipSync(Buffer.alloc(1024)), /no files/],
  ['no recording', () => archiveOf({ name: 'x/report.json' }), /recording\.json is missing/],
  ['no version', () => holding('{}'), /does not tell its version/],
  ['another schema', () => holding(recordingJson({ modules: 'all' })), /modules/],
  [
    'JSON 100,000 deep',
    () => holding(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    /no JSON|version/,
  ],
  [
    'settings 100,000 deep',
    () =>
      holding(
        recordingJson().replace(
          '"settings":{}',
          `"settings":{"a":{"b":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
        ),
      ),
    /no JSON|cannot be understood/,
  ],
  [
    'a prototype',
    () => holding(recordingJson().replace('"settings":{}', '"settings":{"__proto__":{"polluted":{}}}')),
    /__proto__/,
  ],
  [
    'bytes that are no UTF-8',
    () => archiveOf({ name: 'x/recording.json', content: Buffer.from([0x7b, 0xff, 0xfe]) }),
    /no JSON/,
  ],
  ['what is encrypted', () => Buffer.from('age-encryption.org/v1\n-> X25519 x\n'), /encrypted/],
];

/** Header fields are bytes. */
const utf8 = (name: string): string => Buffer.from(name).toString('latin1');

const HARMLESS: readonly (readonly [string, () => Buffer])[] = [
  [
    'a PAX head that gives another path',
    () => archiveOf({ name: 'x/PaxHeader', type: 'x', content: pax('path', '../../etc/x') }, good),
  ],
  [
    'a global PAX head that gives another path',
    () => archiveOf({ name: 'x/g', type: 'g', content: pax('path', '/etc/x') }, good),
  ],
  [
    'a second archive behind the first',
    () => Buffer.concat([archiveOf(good), archiveOf({ name: '/etc/x', type: '2' })]),
  ],
  ['a folder that is a file too', () => archiveOf(good, { name: 'x/recording.json/y' })],
  [
    'files behind the end of the archive',
    () => gzipSync(Buffer.concat([tarOf([good]), tarOf([{ name: '/etc/x' }])])),
  ],
  ['a name that ends at a NUL', () => beside({ name: 'x/y\0/../../z' })],
  ['constructor as a name of a file', () => beside({ name: 'x/constructor', content: 'x' })],
  ['keys of a prototype', () => holding(recordingJson({ settings: { constructor: { prototype: {} } } }))],
];

const failure = (bytes: Buffer): UserError => {
  try {
    openBundle(bytes);
  } catch (cause) {
    if (cause instanceof UserError) return cause;
    throw cause;
  }
  throw new Error('it was opened');
};

const folder = mkdtempSync(join(tmpdir(), 'techsupport-hostile-'));
const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

describe('refused in words', () => {
  test.each(REFUSED)('%s', (_, bytes, why) => {
    const error = failure(bytes());
    expect(error.message).toMatch(why);
    expect(error.message.length).toBeLessThan(400);
    expect(error.message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(error.say('ru').message.split(': ').slice(1).join(': ')).toMatch(/[а-я]{3}/);
    expect(error.exitCode).toBe(64);
  });

  test('a version that is not known, with what to do', () => {
    const error = failure(holding(recordingJson({ schemaVersion: 9 })));
    expect(error).toMatchObject({ code: 'E_BUNDLE_VERSION', hint: expect.stringContaining('newer') });
  });
});

describe('harmless', () => {
  test.each(HARMLESS)('%s', (_, bytes) => {
    const opened = openBundle(bytes());
    expect(opened.modules).toEqual(['clock']);
    expect(
      [...opened.files.keys()].every((name) => /^(?:recording\.json(?:\/y)?|y|constructor)$/.test(name)),
    ).toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });
});

const real = async (): Promise<Buffer> => {
  const { report } = await examined(healthy);
  const { bytes } = await makeBundle({
    recording: healthy,
    settings: {},
    report,
    redactor: redactor({ key: Buffer.alloc(32, 1) }),
    rerun: async ({ recording }) => (await examined(recording)).report,
    createdAt: new Date('2026-01-02T03:04:05.678Z'),
  });
  return bytes;
};

const changes = (length: number) =>
  fc.array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 });

const flipped = (bytes: Buffer, places: readonly (readonly [number, number])[]): Buffer => {
  const copy = Buffer.from(bytes);
  for (const [at, by] of places) copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
};

const MAX_GROWTH_BYTES = 1024 * MIB;

test('any bytes of a real bundle may flip: it opens or is refused, nothing is written, memory stays', async () => {
  const packed = await real();
  const tar = gunzipSync(packed);
  const whole = openBundle(packed).files;
  let opened = 0;
  /** What opens is what it was, or says that it is not. */
  const survives = (bytes: Buffer): void => {
    try {
      const bundle = openBundle(bytes);
      opened += 1;
      if (bundle.seal === 'broken') return;
      // Between the files there is room that nobody reads.
      for (const [name, content] of whole) expect(bundle.files.get(name)?.equals(content)).toBe(true);
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
    }
  };
  const memory = process.memoryUsage.rss();
  fc.assert(
    fc.property(changes(packed.length), (places) => survives(flipped(packed, places))),
    { numRuns: 150 },
  );
  fc.assert(
    fc.property(changes(tar.length), (places) => survives(gzipSync(flipped(tar, places), { level: 1 }))),
    { numRuns: 80 },
  );
  expect(process.memoryUsage.rss() - memory).toBeLessThan(MAX_GROWTH_BYTES);
  expect(opened).toBeGreaterThan(0);
  expect(readdirSync(folder)).toEqual([]);
}, 120_000);

test('rubbish after the mark of age is refused in words', async () => {
  const head = Buffer.from('age-encryption.org/v1\n');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (rubbish) => {
      const error: unknown = await decrypted(Buffer.concat([head, rubbish]), '/nowhere').catch(
        (cause: unknown) => cause,
      );
      expect(error).toBeInstanceOf(UserError);
    }),
  );
});
