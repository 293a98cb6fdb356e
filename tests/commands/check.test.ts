import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dist, emptyFolder, program, techsupport } from './cli.ts';

/** No network is needed for it, and it is quick. */
const QUICK = ['check', 'disk-space'];
const STACK = /^ {4}at |Error:/m;

interface Result {
  readonly status: 'ok' | 'warning' | 'critical' | 'unknown';
  readonly interrupted?: true;
  readonly checks: readonly { readonly id: string }[];
}

// The schema is what the first test holds it against.
const parse = (stdout: string): Result => JSON.parse(stdout) as Result;

describe('check', () => {
  test('prints one JSON object, valid against the published schema, and nothing else', async () => {
    const { status, stdout, stderr } = await techsupport([...QUICK, '--format', 'json']);
    const isValid = new Ajv2020({ validateFormats: false }).compile(
      JSON.parse(readFileSync(`${dist}/report.schema.json`, 'utf8')),
    );
    expect(isValid(JSON.parse(stdout)), JSON.stringify(isValid.errors)).toBe(true);
    expect(status).toBe({ ok: 0, warning: 1, critical: 2, unknown: 3 }[parse(stdout).status]);
    expect(stderr).toBe('');
  });

  test('answers in the other forms', async () => {
    expect((await techsupport([...QUICK, '--format', 'junit'])).stdout).toMatch(/^<\?xml version="1\.0"/);
    const page = (await techsupport([...QUICK, '--format', 'html', '--lang', 'ru'])).stdout;
    expect(page).toMatch(/^<!doctype html><html lang="ru">.*disk\.space.*<\/html>\n$/s);
    expect(page).toContain('Ничего не скрыто');
    expect((await techsupport([...QUICK, '--format', 'nagios'])).stdout).toMatch(
      /^TECHSUPPORT (OK|WARNING|CRITICAL|UNKNOWN): /,
    );
  });

  test('runs modules by their kind, and leaves out what is named', async () => {
    const asked = async (...parts: readonly string[]) =>
      parse((await techsupport(['check', '--format', 'json', ...parts])).stdout).checks.map(({ id }) => id);
    expect(await asked('--tag', 'storage')).toContain('disk-space');
    expect(await asked('--tag', 'storage')).not.toContain('connectivity');
    expect(await asked('disk-space', 'updates', '--skip', 'updates')).toEqual(['disk-space']);
    const wrong = await techsupport(['check', '--tag', 'sorcery']);
    expect(wrong).toMatchObject({ status: 64, stdout: '' });
    expect((await techsupport(['check', '--skip', 'sorcery'])).status).toBe(64);
  });

  test('is quiet only when all is well', async () => {
    const { status, stdout } = await techsupport([...QUICK, '--quiet']);
    expect(stdout === '').toBe(status === 0);
  });

  test('writes the answer to a file, whole', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'answer.json');
    writeFileSync(file, 'before');
    chmodSync(file, 0o640);
    const { stdout } = await techsupport([...QUICK, '--format', 'json', '--output', file]);
    expect(stdout).toBe('');
    expect(parse(readFileSync(file, 'utf8')).checks).toHaveLength(1);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['answer.json']);
  });

  test('never replaces a device', async () => {
    await techsupport([...QUICK, '--output', '/dev/null']);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('prints the answer where the file cannot be written, and says so', async () => {
    const { status, stdout, stderr } = await techsupport([
      ...QUICK,
      '--format',
      'json',
      '--output',
      '/no/such/folder/x',
    ]);
    expect(status).toBe(70);
    expect(parse(stdout).checks).toHaveLength(1);
    expect(stderr).toContain('/no/such/folder/x');
    expect(stderr).not.toMatch(STACK);
  });

  test('a whole run without any time is unknown, never ok', async () => {
    const { status, stdout } = await techsupport([...QUICK, '--format', 'json', '--timeout', '0.001']);
    expect(status).toBe(3);
    expect(parse(stdout).status).toBe('unknown');
  });
});

describe('on a broken machine', () => {
  const readonlyHome = join(emptyFolder(), 'home');
  mkdirSync(readonlyHome);
  chmodSync(readonlyHome, 0o500);

  test.each([
    ['without HOME', { HOME: undefined }],
    ['with an empty HOME', { HOME: '' }],
    ['with a HOME that is not there', { HOME: '/no/such/home' }],
    ['with a HOME that cannot be written', { HOME: readonlyHome }],
    ['with a HOME that is a file', { HOME: '/dev/null' }],
    ['with TERM=dumb', { TERM: 'dumb' }],
    ['with NO_COLOR', { NO_COLOR: '1' }],
    ['with 40 columns', { COLUMNS: '40' }],
    ['with columns that are no number', { COLUMNS: 'wide' }],
    ['with an empty PATH', { PATH: '' }],
    ['with a locale that is not there', { LANG: 'xx_YY.latin1', LC_ALL: undefined }],
    ['with no environment at all', { HOME: undefined, PATH: undefined, LANG: undefined }],
  ])('%s it answers without a stack trace', async (_name, env) => {
    const { status, stdout, stderr } = await techsupport(QUICK, { env });
    expect([0, 1, 2, 3]).toContain(status);
    expect(stdout.length).toBeGreaterThan(20);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    expect(stderr).toBe('');
  });

  test('with 40 columns no line is longer, but for single words', async () => {
    const { stdout } = await techsupport([...QUICK, '--verbose'], { env: { COLUMNS: '40' } });
    const long = stdout.split('\n').filter((line) => line.length > 40 && line.trim().split(/\s+/).length > 3);
    expect(long).toEqual([]);
  });

  test.runIf(process.getuid?.() === 0)('as a user without any rights', async () => {
    const { status, stdout, stderr } = await techsupport(QUICK, {
      uid: 65534,
      cwd: '/',
      env: { HOME: undefined },
    });
    expect([0, 1, 2, 3]).toContain(status);
    expect(stdout).not.toBe('');
    expect(stderr).toBe('');
  });

  test.runIf(process.platform !== 'win32')('in a folder that was removed', async () => {
    const { stdout, stderr } = await shell(
      `d=$(mktemp -d); cd "$d"; rmdir "$d"; "$NODE" "$PROGRAM" ${QUICK.join(' ')}`,
    );
    expect(stdout).not.toBe('');
    expect(stderr).not.toMatch(STACK);
  });

  test.runIf(process.platform !== 'win32')(
    'with closed stdin, stdout or stderr, and a reader that leaves',
    async () => {
      for (const line of ['<&-', '<&- 2>&-', '| head -c 1 >/dev/null', '2>&- | head -n 1']) {
        const { stderr } = await shell(`"$NODE" "$PROGRAM" ${QUICK.join(' ')} --format json ${line}`);
        expect(stderr, line).toBe('');
      }
      expect((await shell(`"$NODE" "$PROGRAM" ${QUICK.join(' ')} >&-; echo "ended $?" >&2`)).stderr).toMatch(
        /^ended [0-3]\n$/,
      );
    },
  );

  test.runIf(process.platform === 'linux')('with an answer that finds no room: it is told', async () => {
    const { stderr } = await shell(`"$NODE" "$PROGRAM" ${QUICK.join(' ')} >/dev/full; echo "ended $?" >&2`);
    expect(stderr).toMatch(/^The answer could not be written: ENOSPC[^\n]*\(E_OUTPUT\)\n.*\nended 70\n$/);
  });
});

const shell = (line: string): Promise<{ stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', line], {
      env: {
        PATH: process.env.PATH,
        HOME: '/nonexistent',
        LANG: 'C.UTF-8',
        NODE: process.execPath,
        PROGRAM: program,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('close', () => resolve({ stdout, stderr }));
  });

describe('an interrupted run', () => {
  // Takes connections and never says a word: what is asked of it waits until its time is up.
  const sockets = new Set<Socket>();
  const connected = new Set<() => void>();
  let silent: Server;
  let config = '';
  beforeAll(async () => {
    silent = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      for (const tell of connected) tell();
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;
    config = join(emptyFolder(), 'config.json');
    const targets = {
      anchors: [{ owner: 'here', ipv4: '127.0.0.1', port }],
      probes: [{ url: `http://127.0.0.1:${port}/`, status: 204, body: '' }],
      controls: [],
      resolvers: [],
      download: '',
    };
    writeFileSync(config, JSON.stringify({ connectivity: { targets } }), { mode: 0o600 });
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  const childrenOf = (pid: number): readonly number[] =>
    existsSync(`/proc/${pid}/task/${pid}/children`)
      ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
      : [];

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'tells what is known, ends with its status and leaves nobody behind (%s)',
    async (signal, expected) => {
      let children: readonly number[] = [];
      let at = 0;
      const { status, stdout, stderr } = await techsupport(
        ['--config', config, 'check', 'connectivity', '--format', 'json'],
        {
          started: (child) => {
            const once = () => {
              connected.delete(once);
              children = childrenOf(child.pid ?? 0);
              at = performance.now();
              child.kill(signal);
            };
            connected.add(once);
          },
        },
      );
      expect(at, 'nothing was contacted').toBeGreaterThan(0);
      expect(performance.now() - at).toBeLessThan(2500);
      expect(status).toBe(expected);
      expect(parse(stdout)).toMatchObject({ interrupted: true, checks: [{ id: 'connectivity' }] });
      expect(stderr).not.toMatch(STACK);
      expect(children.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    },
  );

  test('ends at once when it is interrupted again, before it could tell anything', async () => {
    let at = 0;
    const { status, stderr } = await techsupport(['--config', config, 'check', 'connectivity'], {
      started: (child) => {
        const once = () => {
          connected.delete(once);
          at = performance.now();
          child.kill('SIGINT');
          setTimeout(() => child.kill('SIGINT'), 5);
        };
        connected.add(once);
      },
    });
    expect(status).toBe(130);
    expect(performance.now() - at).toBeLessThan(1500);
    expect(stderr).not.toMatch(STACK);
  });
});
