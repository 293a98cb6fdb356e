/** The one place where something is changed on this computer: one command, without a shell. */
import { spawn } from 'node:child_process';
import type { Os } from '../contract.ts';
import { Refusal } from './local/context.ts';
import { environment, systemPath, workingFolder } from './local/environment.ts';
import { runProgram } from './local/exec.ts';

export type Acted =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly output: string }
  | { readonly kind: 'not-started'; readonly why: string }
  | { readonly kind: 'too-long'; readonly seconds: number; readonly output: string };

export interface ActOptions {
  readonly os: Os;
  readonly timeoutMs: number;
  /** It may ask for a password: it is given the terminal. */
  readonly asks: boolean;
  /** Where programs are looked for instead of the system's own folders. */
  readonly path?: string;
}

/** Like every read: a fixed PATH, LC_ALL=C.UTF-8, no input; but in its own time, and never cut short by Ctrl-C. */
export const act = async (argv: readonly string[], options: ActOptions): Promise<Acted> => {
  const [program, ...args] = argv;
  if (program === undefined || program === '') return { kind: 'not-started', why: 'no command' };
  const path = options.path ?? systemPath(options.os);
  return options.asks
    ? withTerminal([program, ...args], { ...options, path })
    : alone([program, ...args], { ...options, path });
};

type Ready = ActOptions & { readonly path: string };

const alone = async (
  argv: readonly [string, ...string[]],
  { os, path, timeoutMs }: Ready,
): Promise<Acted> => {
  try {
    const signal = new AbortController().signal;
    const { exitCode, stdout, stderr } = await runProgram(argv, { os, path, timeoutMs, signal });
    return { kind: 'ended', exitCode: exitCode ?? 1, output: tail(stdout + stderr) };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const output =
      cause.partial !== undefined && 'stdout' in cause.partial ? tail(textOf(cause.partial)) : '';
    if (cause.status === 'timeout') return { kind: 'too-long', seconds: timeoutMs / 1000, output };
    return cause.status === 'failed' && output !== ''
      ? { kind: 'ended', exitCode: 1, output: `${output}\n${cause.message}`.trim() }
      : { kind: 'not-started', why: `${cause.status}: ${cause.message}` };
  }
};

const textOf = ({ stdout, stderr }: { readonly stdout: string; readonly stderr?: string }): string =>
  stdout + (stderr ?? '');

/** The last lines say what became of it. */
const MOST_CHARACTERS = 4000;
const tail = (text: string): string => text.trim().slice(-MOST_CHARACTERS);

/** In our own session and with our own terminal, since sudo asks there; its output is still ours to make harmless. */
const withTerminal = (argv: readonly [string, ...string[]], { os, path, timeoutMs }: Ready): Promise<Acted> =>
  new Promise((resolve) => {
    const [program, ...args] = argv;
    const child = spawn(program, args, {
      cwd: workingFolder(os),
      env: environment(os, path),
      stdio: ['inherit', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const listen = (text: string): void => {
      output = (output + text).slice(-2 * MOST_CHARACTERS);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      resolve({ kind: 'too-long', seconds: timeoutMs / 1000, output: tail(output) });
    }, timeoutMs);
    child.once('error', ({ message }) => {
      clearTimeout(timer);
      resolve({ kind: 'not-started', why: message });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ kind: 'ended', exitCode: code ?? 1, output: tail(output) });
    });
  });
