import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tree } from '../../checks/disk-space/tree.ts';
import { checkIds } from '../../checks/index.ts';
import { allCases } from '../../src/commands/diagnose/case.ts';
import { caseFor } from '../../src/commands/diagnose/complaint.ts';
import { nobody } from '../../src/commands/diagnose/partner.ts';
import { lastJournal, saveJournal } from '../../src/commands/journal.ts';
import { reportSchema } from '../../src/report/model.ts';
import { emptyFolder, program, techsupport } from './cli.ts';

const STACK = /^ {4}at |Error:/m;

interface Diagnosis {
  readonly complaint: string;
  readonly conclusion: { readonly outcome: string; readonly finding?: string; readonly node: string };
  readonly path: readonly { readonly kind: string }[];
  readonly tried: readonly { readonly step: string; readonly result: string }[];
  readonly next?: {
    readonly kind: string;
    readonly id: string;
    readonly answers: Readonly<Record<string, string>>;
  };
}

interface Output {
  readonly status: 'ok' | 'warning' | 'critical' | 'unknown';
  readonly checks: readonly { readonly id: string }[];
  readonly diagnosis: Diagnosis;
}

// What the tests are about: they fail where it is not so.
const parse = (stdout: string): Output => JSON.parse(stdout) as Output;

const STATUS = { ok: 0, warning: 1, critical: 2, unknown: 3 };

/** Gives the time, so that the clock needs nothing beyond this computer. */
let server: Server;
let config = '';
/** An answer to whatever the tree may ask: the first one, and nothing can be done. */
let answers = '';

beforeAll(async () => {
  server = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const folder = emptyFolder();
  config = join(folder, 'techsupport.config.json');
  writeFileSync(config, JSON.stringify({ clock: { servers: [`http://127.0.0.1:${port}/`] } }));
  answers = join(folder, 'answers.yaml');
  const lines = Object.entries(tree.nodes).flatMap(([id, node]) => {
    if (node.kind === 'ask') return [`${node.question}: ${Object.keys(node.to)[0]}`];
    return node.kind === 'do' ? [`${id}: cannot`] : [];
  });
  writeFileSync(answers, `${[...new Set(lines)].join('\n')}\n`);
});

afterAll(() => {
  server.close();
});

const diagnose = (args: readonly string[], around = {}) =>
  techsupport(['--config', config, 'diagnose', ...args], around);

describe('unattended', () => {
  test('stdout is one JSON object: the report and the diagnosis; the status is what was found', async () => {
    const { status, stdout, stderr } = await diagnose(['disk-space', '--no-input', '--format', 'json']);
    const { diagnosis, checks, status: found } = parse(stdout);
    expect(status).toBe(STATUS[found]);
    expect(stderr).toBe('');
    expect(checks.map(({ id }) => id)).toContain('updates');
    expect(
      new Ajv2020({ strict: true, validateFormats: false }).compile(reportSchema())(JSON.parse(stdout)),
    ).toBe(true);
    expect(diagnosis.complaint).toBe('disk-space');
    expect(diagnosis.path[0]?.kind).toBe('measured');
    // Either it came to an end, or it says what is next and how that can be answered.
    expect(diagnosis.conclusion.outcome === 'unfinished').toBe(diagnosis.next !== undefined);
    if (diagnosis.next !== undefined) expect(Object.keys(diagnosis.next.answers)).not.toEqual([]);
  });

  test('with answers to everything it comes to a conclusion, and asks nothing', async () => {
    const args = ['disk-full', '--no-input', '--answers', answers, '--format', 'json'];
    const { diagnosis } = parse((await diagnose(args)).stdout);
    expect(diagnosis.conclusion.outcome).not.toBe('unfinished');
    expect(diagnosis.next).toBeUndefined();
    expect(diagnosis.path.at(-1)?.kind).toBe('concluded');
  });

  test('without a terminal it says that nobody can be asked, and goes on', async () => {
    const { status, stdout, stderr } = await diagnose(['disk-space']);
    expect([0, 1, 2, 3]).toContain(status);
    expect(stderr).toContain('no terminal');
    expect(stdout).toContain('techsupport report');
    expect(stdout).toContain('techsupport ticket create');
  });

  test('Russian is spoken where it is asked for', async () => {
    const { stdout } = await diagnose(['диск', '--no-input', '--lang', 'ru']);
    expect(stdout).toContain('О чём спрошено и что испробовано');
  });

  test('its course is kept for the ticket, for its owner alone', async () => {
    const home = emptyFolder();
    await diagnose(['disk-space', '--no-input'], { env: { HOME: home } });
    const folder = join(home, '.local/state/techsupport');
    const file = join(folder, 'last-diagnosis.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(lastJournal([folder])).toMatchObject({ version: 1, complaint: 'disk-space' });
    expect(lastJournal([folder])?.tried.length).toBeGreaterThan(0);
  });

  test('a home that is missing is no trouble', async () => {
    const { status, stderr } = await diagnose(['disk-space', '--no-input'], { env: { HOME: undefined } });
    expect([0, 1, 2, 3]).toContain(status);
    expect(stderr).not.toMatch(STACK);
  });
});

describe('mistakes', () => {
  test.each([
    ['a complaint nobody knows', ['my cat is ill', '--no-input'], 'connectivity, clock'],
    ['no complaint and nobody to ask', ['--no-input'], 'connectivity, clock'],
    ['a file of answers that is not there', ['disk', '--answers', '/nowhere/a.yaml'], '/nowhere/a.yaml'],
  ])('%s is wrong usage', async (_, args, told) => {
    const { status, stdout, stderr } = await diagnose(args);
    expect(status).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(STACK);
  });

  test.each([
    ['a question that is not in the tree', 'colour: blue', 'colour'],
    [
      'an answer that is not offered',
      'backup: perhaps',
      'backup cannot be answered with perhaps, only with: yes',
    ],
    ['a list', '- backup', 'question ids'],
    ['what is no YAML', 'backup: [', 'answers.yaml'],
    ['an answer that is no word', 'backup: {yes: 1}', 'backup'],
    ['control characters', '"\\e[31mred": yes', '\\x1b[31mred'],
  ])('a file of answers with %s is named with what is allowed', async (_, text, told) => {
    const file = join(emptyFolder(), 'answers.yaml');
    writeFileSync(file, text);
    const { status, stderr } = await diagnose(['disk-space', '--no-input', '--answers', file]);
    expect(status).toBe(64);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(STACK);
    expect(stderr).not.toContain('\u001b');
  });
});

const cases = await allCases({});

describe('what a complaint is about', () => {
  test.each([
    ['connectivity', 'connectivity'],
    ['internet-slow', 'internet-slow'],
    ['Принтер не печатает', 'does-not-print'],
    ['my printer does nothing', 'does-not-print'],
  ])('%s: %s', async (complaint, id) => {
    expect((await caseFor(complaint, cases, undefined, 'en'))?.id).toBe(id);
  });

  test('what fits nothing is said, and where several fit the person chooses', async () => {
    await expect(caseFor('my cat is ill', cases, undefined, 'en')).rejects.toThrow('my cat is ill');
    const offered: string[][] = [];
    const person = {
      ...nobody,
      choose: async (_: string, choices: readonly { readonly id: string }[]) => {
        offered.push(choices.map(({ id }) => id));
        return choices[1]?.id;
      },
    };
    await caseFor('my cat is ill', cases, person, 'en');
    expect(offered.pop()?.length).toBeGreaterThanOrEqual(30);
    const chosen = await caseFor('update', cases, person, 'en');
    expect(offered[0]?.length).toBeGreaterThan(1);
    expect(chosen?.id).toBe(offered[0]?.[1]);
  });

  test('every module has a tree, and is measured first', () => {
    const walked = checkIds.map((id) => cases.find((one) => one.id === id)?.checks[0]?.id);
    expect(walked).toEqual(checkIds);
  });
});

describe('the journal', () => {
  const course = {
    version: 1,
    startedAt: '2026-11-24T10:00:00.000Z',
    savedAt: '2026-11-24T10:01:00.000Z',
    complaint: 'connectivity',
    language: 'en',
    conclusion: { outcome: 'unfinished', node: 'NET.6' },
    tried: [{ step: 'Measured', result: 'nothing wrong' }],
    path: [],
  } as const;

  test('goes into the first folder that takes it, and the newest one counts', () => {
    const [first, second] = [emptyFolder(), emptyFolder()];
    const saved = saveJournal(course, [join(first, 'a-file-stands-here', 'x'), second]);
    expect(saved).toEqual({ path: expect.stringContaining('last-diagnosis.json') });
    saveJournal({ ...course, savedAt: '2026-11-24T11:00:00.000Z', complaint: 'disk-space' }, [second]);
    saveJournal(course, [first]);
    expect(lastJournal([first, second])?.complaint).toBe('disk-space');
  });

  test('says why when no folder takes it', () => {
    const blocked = join(emptyFolder(), 'file');
    writeFileSync(blocked, '');
    expect(saveJournal(course, [blocked, join(blocked, 'deeper')])).toEqual({
      why: expect.stringMatching(/EEXIST|ENOTDIR/),
    });
    expect(saveJournal(course, [])).toHaveProperty('why');
  });

  test('is neither kept in nor read from a folder that only points elsewhere', () => {
    const [real, folder] = [emptyFolder(), join(emptyFolder(), 'link')];
    saveJournal(course, [real]);
    symlinkSync(real, folder);
    expect(saveJournal(course, [folder])).toHaveProperty('why');
    expect(lastJournal([folder])).toBeUndefined();
  });

  test('is not believed when it is something else', () => {
    const folder = emptyFolder();
    mkdirSync(folder, { recursive: true });
    for (const text of ['', 'null', '{"version":2}', '{"version":1}', '[]']) {
      writeFileSync(join(folder, 'last-diagnosis.json'), text);
      chmodSync(join(folder, 'last-diagnosis.json'), 0o600);
      expect(lastJournal([folder])).toBeUndefined();
    }
  });

  test('is replaced whole: what is read is always one or the other', () => {
    const folder = emptyFolder();
    for (const complaint of ['connectivity', 'disk-space']) {
      saveJournal({ ...course, complaint }, [folder]);
      expect(JSON.parse(readFileSync(join(folder, 'last-diagnosis.json'), 'utf8'))).toMatchObject({
        complaint,
      });
    }
    expect(readdirSync(folder)).toEqual(['last-diagnosis.json']);
  });
});

const hasPython = process.platform !== 'win32' && spawnSync('python3', ['-c', 'import pty']).status === 0;
if (!hasPython) console.warn('SKIPPED: nothing is asked at a terminal, there is no python3 to make one');

interface Key {
  readonly after: string;
  readonly press: string;
}

const home = emptyFolder();
const script = fileURLToPath(new URL('terminal.py', import.meta.url));

const atTerminal = async (
  args: readonly string[],
  keys: readonly Key[],
  { env = {}, columns = 80 }: { env?: Readonly<Record<string, string>>; columns?: number } = {},
): Promise<{ readonly status: number; readonly output: string }> => {
  const plan = {
    argv: [process.execPath, program, '--config', config, 'diagnose', ...args],
    env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TERM: 'xterm', ...env },
    columns,
    keys,
  };
  const { stdout } = await promisify(execFile)('python3', [script, JSON.stringify(plan)], {
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout) as { status: number; output: string }; // what the script prints
};

const CTRL_C = '\u0003';
const WHAT = 'What is the trouble?';

describe.runIf(hasPython)('at a terminal', () => {
  test('the complaint is chosen with arrow keys', async () => {
    const { status, output } = await atTerminal(
      [],
      [
        { after: WHAT, press: '\u001b[B' },
        { after: '❯ 2.', press: '\r' },
        { after: 'Measuring', press: CTRL_C },
      ],
    );
    expect(status).toBe(130);
    expect(output).toContain('The internet is slow');
  });

  test('after the conclusion it asks whether it is over, and offers to go on', async () => {
    const { status, output } = await atTerminal(
      ['disk-full', '--answers', answers],
      [
        { after: 'Is the trouble over?', press: '2\r' },
        { after: 'What now?', press: '\r' },
      ],
    );
    expect([0, 1, 2, 3]).toContain(status);
    expect(output).toContain('What was asked and tried');
    expect(output).not.toMatch(STACK);
  });

  test.each([
    ['arrow keys', {}, CTRL_C],
    ['numbers', { TERM: 'dumb' }, CTRL_C],
    ['numbers, by the end of the input', { TERM: 'dumb' }, '\u0004'],
  ])('Ctrl+C at a question ends it with 130 and no stack: %s', async (_, env, press) => {
    const { status, output } = await atTerminal([], [{ after: WHAT, press }], { env });
    expect(status).toBe(130);
    expect(output).not.toMatch(STACK);
  });

  test('a dumb terminal of 40 columns gets numbered choices in plain lines', async () => {
    const { status, output } = await atTerminal(
      [],
      [
        { after: 'Number, 1 to', press: '99\n' },
        { after: 'Number, 1 to', press: CTRL_C },
      ],
      { env: { TERM: 'dumb' }, columns: 40 },
    );
    expect(status).toBe(130);
    expect(output).toMatch(/^[\r\n\x20-\x7e]+$/);
    expect(output).toContain('1. ');
    for (const line of output.split(/\r?\n/)) expect(line.length).toBeLessThanOrEqual(40);
  });
});
