/** At a terminal: colour, the line that moves, the menu. */
import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isLively, isPromptable, screenOf } from '../../src/commands/terminal.ts';
import { emptyFolder, program } from './cli.ts';

const hasPython = process.platform !== 'win32' && spawnSync('python3', ['-c', 'import pty']).status === 0;
if (!hasPython) console.warn('SKIPPED: nothing is tried at a terminal, there is no python3 to make one');

interface Key {
  /** Pressed when this has appeared. */
  readonly after: string;
  readonly press: string;
}

interface Shown {
  readonly status: number;
  readonly output: string;
}

const home = emptyFolder();
const script = fileURLToPath(new URL('terminal.py', import.meta.url));

const atTerminal = async (
  args: readonly string[],
  {
    keys = [],
    env = {},
    columns = 80,
  }: { keys?: readonly Key[]; env?: Readonly<Record<string, string>>; columns?: number } = {},
): Promise<Shown> => {
  const plan = {
    argv: [process.execPath, program, ...args],
    env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TERM: 'xterm', ...env },
    columns,
    keys,
  };
  const { stdout } = await promisify(execFile)('python3', [script, JSON.stringify(plan)], {
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout) as Shown; // what the script prints
};

const QUICK = ['check', 'disk-space'];
/** Moves the cursor up, erases, hides it. */
const MOVES = /\u001b\[(\d*A|\d*K|\?25l)/;
const COLOURS = /\u001b\[\d+m/;

describe.runIf(hasPython)('at a terminal', () => {
  test('check shows a line while it works, takes it away, and answers in colour', async () => {
    const { status, output } = await atTerminal(QUICK);
    expect([0, 1, 2, 3]).toContain(status);
    expect(output).toMatch(MOVES);
    expect(output).toMatch(COLOURS);
    expect(output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(output.lastIndexOf('\u001b[?25l'));
  });

  test('NO_COLOR takes the colour away', async () => {
    const { output } = await atTerminal(QUICK, { env: { NO_COLOR: '1' } });
    expect(output).not.toMatch(COLOURS);
  });

  test('TERM=dumb gets plain lines of ASCII', async () => {
    const { output } = await atTerminal(QUICK, { env: { TERM: 'dumb' } });
    expect(output).toMatch(/^[\r\n\x20-\x7e]+$/);
  });

  test('a terminal that does not know its width is no trap', async () => {
    const { status, output } = await atTerminal(QUICK, { columns: 0 });
    expect([0, 1, 2, 3]).toContain(status);
    expect(output.length).toBeLessThan(50_000);
    expect(output).not.toMatch(MOVES);
  });

  test('machine forms stay free of colour', async () => {
    const { output } = await atTerminal([...QUICK, '--format', 'json'], { env: { TERM: 'dumb' } });
    expect(() => JSON.parse(output)).not.toThrow();
  });

  test('the menu leads to a command', async () => {
    const { status, output } = await atTerminal([], {
      // Typing goes to the first choice that begins like it.
      keys: [
        { after: 'navigate', press: 'list' },
        { after: '❯ list', press: '\r' },
      ],
    });
    expect(status).toBe(0);
    expect(output).toContain('disk-space/volume-full');
  });

  test('Ctrl+C leaves the menu without a word of error', async () => {
    const { status, output } = await atTerminal([], { keys: [{ after: 'navigate', press: '\u0003' }] });
    expect(status).toBe(0);
    expect(output).not.toMatch(/Error|^ {4}at /m);
  });

  test('a dumb terminal gets help instead of a menu', async () => {
    expect((await atTerminal([], { env: { TERM: 'dumb' } })).output).toContain('Commands:');
  });
});

describe('what is expected of a terminal', () => {
  test("the width is the stream's, then COLUMNS, then 80; never too narrow or wide to read", () => {
    const width = (columns: number | undefined, told?: string) =>
      screenOf(
        { isTTY: true, ...(columns !== undefined && { columns }) },
        { ...(told !== undefined && { COLUMNS: told }) },
      ).width;
    expect(width(40, '60')).toBe(40);
    expect(width(undefined, '60')).toBe(60);
    expect(width(0)).toBe(80);
    expect(width(undefined, 'wide')).toBe(80);
    expect(width(3)).toBe(20);
    expect(width(500)).toBe(100);
  });

  test('colour needs a terminal that is not dumb, and nobody who minds', () => {
    expect(screenOf({ isTTY: true }, { TERM: 'xterm' }).colour).toBe(true);
    expect(screenOf({ isTTY: true }, { TERM: 'xterm', NO_COLOR: '' }).colour).toBe(true);
    expect(screenOf({ isTTY: true }, { NO_COLOR: '1' }).colour).toBe(false);
    expect(screenOf({ isTTY: true }, { TERM: 'dumb' }).colour).toBe(false);
    expect(screenOf({}, { TERM: 'xterm' }).colour).toBe(false);
  });

  test('symbols beyond ASCII need a locale that has them', () => {
    expect(screenOf({}, { LANG: 'C.UTF-8' }, 'linux').ascii).toBe(false);
    expect(screenOf({}, { LANG: 'C.UTF-8', LC_ALL: 'C' }, 'linux').ascii).toBe(true);
    expect(screenOf({}, { TERM: 'linux', LANG: 'C.UTF-8' }, 'linux').ascii).toBe(true);
    expect(screenOf({}, {}, 'win32').ascii).toBe(false);
  });

  test('nothing moves in a pipe or in CI, and nobody is asked there', () => {
    const stream = { isTTY: true, columns: 80 };
    expect(isLively(stream, {})).toBe(true);
    expect(isLively(stream, { CI: 'true' })).toBe(false);
    expect(isLively({}, {})).toBe(false);
    expect(isPromptable({ stdin: { isTTY: true }, stderr: { isTTY: true }, env: {} })).toBe(true);
    expect(isPromptable({ stdin: {}, stderr: { isTTY: true }, env: {} })).toBe(false);
  });
});
