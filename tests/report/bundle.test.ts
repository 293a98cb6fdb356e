import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Header } from 'tar';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/contract.ts';
import { UserError } from '../../src/errors.ts';
import { pack } from '../../src/report/bundle/archive.ts';
import { compare } from '../../src/report/bundle/compare.ts';
import { openBundle } from '../../src/report/bundle/open.ts';
import { readme } from '../../src/report/bundle/readme.ts';
import { NowhereToSave, saveBundle } from '../../src/report/bundle/save.ts';
import { makeBundle } from '../../src/report/bundle/write.ts';
import type { Report } from '../../src/report/model.ts';
import { noRedactor } from '../../src/report/redact/none.ts';
import { redactor } from '../../src/report/redact/redactor.ts';

const AT = new Date('2026-01-02T03:04:05.678Z');

const recording: Recording = {
  os: 'linux',
  entries: {
    'system.platform': {
      request: { kind: 'system' },
      startedAt: AT.toISOString(),
      answer: {
        status: 'ok',
        ms: 1,
        raw: { platform: 'linux', release: '6.1.0-13', arch: 'x64', hostname: 'labpc', bootedSecondsAgo: 5 },
      },
    },
    'net.ping/192.168.77.1': {
      request: { kind: 'exec', argv: ['ping', '192.168.77.1'] },
      startedAt: AT.toISOString(),
      answer: {
        status: 'ok',
        ms: 1,
        raw: { stdout: 'labpc \u001b[31m192.168.77.1\u009b31m ok', stderr: '', exitCode: 0 },
      },
    },
    'x.file//etc/../passwd': {
      request: { kind: 'file', path: '/etc/../passwd' },
      startedAt: AT.toISOString(),
      answer: { status: 'ok', ms: 1, raw: { text: 'one\n', droppedBytes: 7 } },
    },
  },
};

const reportOf = (name: string, codes: readonly string[] = ['a/one']): Report => ({
  schemaVersion: 1,
  tool: { name: 'techsupport', version: '0.1.0' },
  language: 'en',
  startedAt: AT.toISOString(),
  durationMs: 5,
  status: 'critical',
  host: { os: 'linux', release: '6.1.0-13', arch: 'x64', name },
  checks: [
    {
      id: 'a',
      name: 'A',
      status: 'critical',
      durationMs: 1,
      findings: codes.map((code) => ({
        code,
        severity: 'critical' as const,
        title: `it is ${name}`,
        why: 'w',
        next: 'n',
        params: {},
        evidence: ['x'],
      })),
      unknown: [],
      metrics: [],
    },
  ],
});

const nameIn = ({ entries }: Recording): string => {
  const answer = entries['system.platform']?.answer;
  return answer?.status === 'ok' && 'hostname' in answer.raw ? answer.raw.hostname : '';
};

const made = (codes?: readonly string[]) =>
  makeBundle({
    recording,
    settings: { a: { targets: ['http://intra.corp.example/x'] } },
    report: reportOf('labpc'),
    redactor: redactor({ key: Buffer.alloc(32, 1) }),
    rerun: async ({ recording: redacted }) => reportOf(nameIn(redacted), codes),
    createdAt: AT,
  });

describe('a bundle', () => {
  test('opens to what it was made of, without a name of the machine', async () => {
    const bundle = await made();
    expect(bundle.name).toMatch(/^techsupport-host-[a-z2-9]{6}-20260102T030405Z\.tar\.gz$/);
    expect(bundle.comparison).toEqual({ same: true });
    const opened = openBundle(bundle.bytes);
    expect(opened.seal).toBe('intact');
    expect(opened.report?.host.name).toBe(nameIn(opened.recording));
    expect(opened.modules).toEqual(['a']);
    expect(opened.language).toBe('en');
    expect(opened.hidden).toMatchObject({ host: expect.any(Number), ipv4: 1 });
    expect([...opened.files.keys()].sort()).toEqual([
      'README.txt',
      'SEAL',
      `evidence/net.ping_${addressIn(opened.files)}.txt`,
      'evidence/x.file_etc_.._passwd.txt',
      'hidden.json',
      'manifest.json',
      'recording.json',
      'report.html',
      'report.json',
      'report.md',
    ]);
    const everything = gunzipSync(bundle.bytes).toString('latin1');
    expect(everything).not.toMatch(/labpc|192\.168\.77|intra|corp\.example/);
  });

  test('is refused when a secret still stands in it, and told where', async () => {
    const secret = 'Zx81kqPwLm4u';
    const making = makeBundle({
      recording,
      settings: {},
      report: reportOf('labpc'),
      redactor: redactor({ key: Buffer.alloc(32, 1) }),
      // What a check makes of the recording is not redacted again.
      rerun: async () => ({ ...reportOf('x'), host: { ...reportOf('x').host, name: `API_TOKEN=${secret}` } }),
      createdAt: AT,
    });
    await expect(making).rejects.toMatchObject({
      code: 'E_REPORT_SECRET',
      message: expect.stringMatching(/report\.json:\d+/),
    });
    await expect(making).rejects.not.toMatchObject({ message: expect.stringContaining(secret) });
  });

  test('holds no control character a terminal would obey', async () => {
    const { files } = openBundle((await made()).bytes);
    for (const [name, content] of files) {
      expect(content.toString('utf8'), name).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
      );
    }
    // And yet replay gets exactly what the program printed.
    const entry = Object.entries(openBundle((await made()).bytes).recording.entries).find(([id]) =>
      id.startsWith('net.ping'),
    );
    expect(JSON.stringify(entry?.[1].answer)).toContain('\\u001b[31m');
  });

  test('tells of each read how it went, and which file holds it with which checksum', async () => {
    const { manifest, files } = openBundle((await made()).bytes);
    const reads = manifest?.reads ?? [];
    const ping = reads.find(({ source }) => source.startsWith('net.ping'));
    const hash = (name = '') =>
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex');
    expect(ping).toMatchObject({
      request: { kind: 'exec', argv: ['ping', addressIn(files)] },
      status: 'ok',
      startedAt: AT.toISOString(),
      ms: 1,
      exitCode: 0,
      file: `evidence/net.ping_${addressIn(files)}.txt`,
      sha256: hash(ping?.file),
    });
    expect(ping?.bytes).toBeGreaterThan(20);
    expect(reads.find(({ source }) => source.startsWith('x.file'))).toMatchObject({ truncated: true });
    expect(reads.find(({ source }) => source === 'system.platform')).not.toHaveProperty('file');
  });

  test('tells how much was hidden in each read, and no value', async () => {
    const { files } = openBundle((await made()).bytes);
    const text = files.get('hidden.json')?.toString() ?? '';
    const id = `net.ping/${addressIn(files)}`;
    expect(JSON.parse(text).reads).toEqual({
      [id]: { file: `evidence/net.ping_${addressIn(files)}.txt`, counts: { host: 1, ipv4: 1 } },
      'system.platform': { counts: { host: 1 } },
    });
    expect(text).not.toMatch(/labpc|192\.168\.77/);
  });

  test('that hides nothing says so, in words and for programs', async () => {
    const bundle = await makeBundle({
      recording,
      settings: {},
      report: reportOf('labpc'),
      redactor: noRedactor,
      rerun: async ({ recording: same }) => reportOf(nameIn(same)),
      createdAt: AT,
    });
    const { files, manifest, recording: inside } = openBundle(bundle.bytes);
    expect(bundle.hidden).toBeUndefined();
    expect(manifest?.redacted).toBe(false);
    expect(nameIn(inside)).toBe('labpc');
    expect(files.get('README.txt')?.toString('utf8')).toContain('NOTHING IS HIDDEN');
    expect(files.get('README.txt')?.toString('utf8')).not.toContain('were replaced before');
    expect(files.get('report.html')?.toString('utf8')).not.toContain('were replaced');
  });

  test('says in README.txt what is inside, in both languages', async () => {
    const { files } = openBundle((await made()).bytes);
    const names = [...files.keys()].filter((name) => !name.startsWith('evidence/') && name !== 'README.txt');
    for (const text of [readme('en', true), readme('ru', true), readme('en', false)]) {
      const told = [...text.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
      expect(told.sort()).toEqual([...names, 'evidence/'].sort());
    }
  });

  test('is the same for the same input', async () => {
    expect((await made()).bytes.equals((await made()).bytes)).toBe(true);
  });

  test('tells which finding is lost by redaction, and which is new', async () => {
    expect((await made(['a/two'])).comparison).toEqual({
      same: false,
      lost: [{ code: 'a/one', severity: 'critical' }],
      added: [{ code: 'a/two', severity: 'critical' }],
      unread: [],
    });
    expect(compare(reportOf('x', ['a/one', 'a/one']), reportOf('y', ['a/one']))).toMatchObject({
      lost: [{ code: 'a/one' }],
      added: [],
    });
    const advised = (...ids: readonly string[]): Report => {
      const advice = ids.map((id) => ({ id, title: '', steps: [], params: {}, evidence: [] }));
      const plain = reportOf('x', []);
      return { ...plain, checks: plain.checks.map((check) => ({ ...check, advice })) };
    };
    expect(compare(advised('a/how', 'a/back'), advised('a/how', 'a/back'))).toEqual({ same: true });
    expect(compare(advised('a/how', 'a/back'), advised('a/back', 'a/other'))).toMatchObject({
      lost: [{ code: 'a/how' }],
      added: [{ code: 'a/other' }],
    });
  });
});

const addressIn = (files: ReadonlyMap<string, Buffer>): string =>
  /ping_([\d.]+)\.txt/.exec([...files.keys()].join(' '))?.[1] ?? '';

describe('saving', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'bundle-'));
  const bundle = { name: 'techsupport-x-20260102T030405Z.tar.gz', bytes: Buffer.from('content') };

  test('goes to the first folder that takes it, for its owner only, and leaves nothing else', async () => {
    const good = folder();
    const saved = await saveBundle(bundle, { folders: ['/proc/nowhere', '/dev/null/x', good] });
    expect(saved).toEqual({
      kind: 'file',
      path: join(good, bundle.name),
      failed: [
        { folder: '/proc/nowhere', why: expect.stringMatching(/^E/) },
        { folder: '/dev/null/x', why: expect.stringMatching(/^E/) },
      ],
    });
    expect(statSync(join(good, bundle.name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(good)).toEqual([bundle.name]);
  });

  test('never takes the place of another file, nor follows a link', async () => {
    const taken = folder();
    writeFileSync(join(taken, bundle.name), 'mine');
    symlinkSync(join(taken, 'elsewhere'), join(taken, bundle.name.replace('.tar', '-2.tar')));
    const saved = await saveBundle(bundle, { folders: [taken] });
    expect(saved).toMatchObject({ path: join(taken, bundle.name.replace('.tar', '-3.tar')) });
    expect(readFileSync(join(taken, bundle.name), 'utf8')).toBe('mine');
    expect(readdirSync(taken)).not.toContain('elsewhere');
  });

  test('goes to the stream when no folder takes it, or says what failed', async () => {
    const written: Buffer[] = [];
    const saved = await saveBundle(bundle, {
      folders: ['/proc/nowhere'],
      otherwise: async (bytes) => {
        written.push(bytes);
      },
    });
    expect(saved.kind).toBe('stream');
    expect(Buffer.concat(written).toString()).toBe('content');
    const refused = saveBundle(bundle, { folders: ['/proc/nowhere'] });
    await expect(refused).rejects.toBeInstanceOf(NowhereToSave);
    await expect(refused).rejects.toMatchObject({
      code: 'E_REPORT_NOWHERE',
      failed: [{ folder: '/proc/nowhere' }],
    });
  });

  test('a folder that may not be written is passed over', async () => {
    const closed = folder();
    chmodSync(closed, 0o500);
    const open = folder();
    const saved = await saveBundle(bundle, { folders: [closed, open] });
    // Root writes everywhere.
    expect(saved).toMatchObject({ path: join(process.getuid?.() === 0 ? closed : open, bundle.name) });
  });
});

interface Entry {
  readonly path: string;
  readonly type?: 'File' | 'SymbolicLink' | 'Link' | 'CharacterDevice' | 'BlockDevice' | 'FIFO' | 'Directory';
  readonly content?: string;
  readonly linkpath?: string;
  readonly size?: number;
}

const archive = (entries: readonly Entry[]): Buffer =>
  gzipSync(
    Buffer.concat([
      ...entries.flatMap(({ path, type = 'File', content = '', linkpath, size }) => {
        const block = Buffer.alloc(512);
        new Header({
          path,
          type,
          mode: 0o600,
          size: size ?? Buffer.byteLength(content),
          ...(linkpath && { linkpath }),
        }).encode(block);
        const body = Buffer.from(content);
        return [block, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
      }),
      Buffer.alloc(1024),
    ]),
  );

const valid = JSON.stringify({
  schemaVersion: 1,
  tool: { name: 'techsupport', version: '0.1.0' },
  language: 'en',
  createdAt: AT.toISOString(),
  modules: ['a'],
  settings: {},
  recording: { os: 'linux', entries: {} },
});
const file = (path: string, content = valid): Entry => ({ path, content });
const good = file('x/recording.json');

const failure = (bytes: Buffer): UserError => {
  try {
    openBundle(bytes);
  } catch (cause) {
    if (cause instanceof UserError) return cause;
    throw cause;
  }
  throw new Error('it was opened');
};

describe('opening what a stranger made', () => {
  test('a minimal one opens, without a seal', () => {
    expect(openBundle(archive([good]))).toMatchObject({ seal: 'absent', modules: ['a'] });
  });

  test('folders and the marks of other tar programs are passed over', () => {
    expect(openBundle(archive([{ path: 'x/', type: 'Directory' }, good])).modules).toEqual(['a']);
  });

  test.each<[string, readonly Entry[], RegExp]>([
    [
      'a symbolic link',
      [good, { path: 'x/evidence', type: 'SymbolicLink', linkpath: '/etc' }],
      /SymbolicLink/,
    ],
    ['a hard link', [good, { path: 'x/y', type: 'Link', linkpath: 'x/recording.json' }], /Link/],
    ['a device', [good, { path: 'x/y', type: 'CharacterDevice' }], /Device/],
    ['a disk', [good, { path: 'x/y', type: 'BlockDevice' }], /Device/],
    ['a pipe', [good, { path: 'x/y', type: 'FIFO' }], /FIFO/],
    ['a parent path', [good, file('x/../../y')], /leads elsewhere/],
    ['an absolute path', [good, file('/etc/passwd')], /leads elsewhere/],
    ['a drive', [good, file('C:/x')], /leads elsewhere/],
    ['a backslash', [good, file('x\\..\\y')], /leads elsewhere/],
    ['an escape in a name', [good, file('x/\u001b[31m')], /leads elsewhere/],
    ['the same name twice', [good, file('x/recording.json')], /twice/],
    ['the same name in other letters', [good, file('x/RECORDING.json')], /twice/],
    ['no recording', [file('x/report.json')], /recording\.json is missing/],
    ['no files', [], /no files/],
    ['no JSON', [file('x/recording.json', '{')], /no JSON/],
    ['deep nesting', [file('x/recording.json', '['.repeat(200_000))], /no JSON|cannot be understood/],
    [
      'a prototype',
      [file('x/recording.json', valid.replace('"settings":{}', '"settings":{"__proto__":{"a":1}}'))],
      /__proto__/,
    ],
    ['another shape', [file('x/recording.json', valid.replace('"linux"', '"beos"'))], /recording\.os/],
    [
      'an entry that is none',
      [
        file(
          'x/recording.json',
          valid.replace('"entries":{}', '"entries":{"a":{"request":{"kind":"exec"}}}'),
        ),
      ],
      /entries/,
    ],
    ['a size that lies', [{ path: 'x/recording.json', content: 'x', size: 1_000_000 }], /middle of a file/],
    ['too many files', [...Array.from({ length: 5001 }, (_, at) => file(`x/${at}`, ''))], /more than 5000/],
  ])('%s is refused', (_, entries, why) => {
    const error = failure(archive(entries));
    expect(error.code).toBe('E_BUNDLE_REFUSED');
    expect(error.message).toMatch(why);
    expect(error.message).not.toContain('\u001b');
    expect(error.say('ru').message).toMatch(/[а-я]/);
  });

  test('another version is named, with what to do', () => {
    const error = failure(
      archive([file('x/recording.json', valid.replace('"schemaVersion":1', '"schemaVersion":9'))]),
    );
    expect(error).toMatchObject({ code: 'E_BUNDLE_VERSION', message: expect.stringContaining('version 9') });
  });

  test('a bomb is refused before it unpacks', () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(failure(bomb).message).toMatch(/far more/);
  });

  test('what is no archive is refused', () => {
    expect(failure(Buffer.from('hello')).message).toMatch(/no gzip/);
    expect(failure(Buffer.alloc(0)).message).toMatch(/no gzip/);
    expect(failure(gzipSync('x'.repeat(600))).message).toMatch(/damaged/);
  });

  test('a path that is no file is refused', () => {
    expect(() => openBundle('/nowhere/x.tar.gz')).toThrow(UserError);
    expect(() => openBundle('/dev/null')).toThrow(UserError);
    expect(() => openBundle(tmpdir())).toThrow(UserError);
  });

  test('whatever changes inside breaks the seal', async () => {
    const { files } = openBundle((await made()).bytes);
    for (const name of files.keys()) {
      if (name === 'recording.json') continue;
      const changed = new Map(files).set(
        name,
        Buffer.concat([Buffer.from(' '), files.get(name) ?? Buffer.alloc(0)]),
      );
      expect(openBundle(pack('x', changed, AT)).seal, name).toBe('broken');
    }
    expect(openBundle(pack('x', new Map(files).set('more.txt', Buffer.from('x')), AT))).toMatchObject({
      seal: 'broken',
      damaged: ['more.txt'],
    });
    const less = new Map(files);
    less.delete('report.md');
    expect(openBundle(pack('x', less, AT))).toMatchObject({ seal: 'broken', damaged: ['report.md'] });
  });

  test('a bundle that was damaged anywhere opens or is refused, and nothing else', async () => {
    const tar = gunzipSync((await made()).bytes);
    const survives = (bytes: Buffer) => {
      try {
        openBundle(bytes);
      } catch (cause) {
        if (!(cause instanceof UserError)) throw cause;
      }
    };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.nat(tar.length),
        (changes, length) => {
          const broken = Buffer.from(tar);
          for (const [at, byte] of changes) broken[at] = byte;
          survives(gzipSync(broken, { level: 1 }));
          survives(gzipSync(broken.subarray(0, length), { level: 1 }));
        },
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => survives(gzipSync(bytes))),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        survives(Buffer.from([0x1f, 0x8b, ...bytes])),
      ),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        survives(archive([file('x/recording.json', JSON.stringify(value))])),
      ),
    );
  });
});
