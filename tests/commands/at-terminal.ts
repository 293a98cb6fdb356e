/** Runs the built command line at a terminal of its own, and presses keys. */
import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { program } from './cli.ts';

export const hasTerminal =
  process.platform !== 'win32' && spawnSync('python3', ['-c', 'import pty']).status === 0;

if (!hasTerminal) console.warn('SKIPPED: nothing is tried at a terminal, there is no python3 to make one');

export interface Key {
  /** Pressed when this has appeared. */
  readonly after: string;
  readonly press: string;
}

export const CTRL_C = '\u0003';

const script = fileURLToPath(new URL('terminal.py', import.meta.url));

export const atTerminal = async (
  args: readonly string[],
  keys: readonly Key[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly output: string }> => {
  const plan = {
    argv: [process.execPath, program, ...args],
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', TERM: 'xterm', ...env },
    columns: 100,
    keys,
  };
  const { stdout } = await promisify(execFile)('python3', [script, JSON.stringify(plan)], {
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout) as { status: number; output: string }; // what the script prints
};
