import type { Readable } from 'node:stream';
import type { Raw } from '../../contract.ts';
import { type Capture, capture } from './capture.ts';
import type { Context, Handler } from './context.ts';
import { interrupted, pause, Refusal, tooLate } from './context.ts';
import { environment, workingFolder } from './environment.ts';
import { endGroup, endTree, endWithUs, forget } from './processes.ts';

/** How long pipes that somebody else still holds open are listened to after the program ended. */
const QUIET_MS = 250;
const DRAIN_MS = 1000;

export const exec: Handler<'exec'> = ({ argv }, context) => runProgram(argv, context);

/** Runs a program without a shell, and ends everything it started when the time is up. */
export const runProgram = async (
  argv: readonly [string, ...string[]],
  { os, path, timeoutMs, signal }: Context,
): Promise<Raw['exec']> => {
  const { execa } = await import('execa');
  const { randomUUID } = await import('node:crypto');
  const mark = randomUUID();
  const [program, ...args] = argv;
  const child = execa(program, args, {
    buffer: false,
    cleanup: false,
    cwd: workingFolder(os),
    // A group of its own: what it starts can be ended with it, and Ctrl-C reaches us alone.
    detached: os !== 'win32',
    encoding: 'buffer',
    env: { ...environment(os, path), [MARK]: mark },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    stripFinalNewline: false,
    windowsHide: true,
  });
  const stdout = listen(child.stdout);
  const stderr = listen(child.stderr);
  const collect = (exitCode: number | null): Raw['exec'] => {
    const { text, droppedBytes } = stdout.kept.text(os);
    return {
      stdout: text,
      stderr: stderr.kept.text(os).text,
      exitCode,
      ...(droppedBytes !== undefined && { droppedBytes }),
    };
  };
  const ended = new Promise<Ended>((resolve) => {
    child.once('exit', (code, name) => resolve({ by: 'itself', code, signal: name ?? undefined }));
    // execa settles without an 'exit' when the program could not be started.
    child.then(({ exitCode, signal: name, code, shortMessage }) =>
      resolve({ by: 'itself', code: exitCode ?? null, signal: name, errno: code, message: shortMessage }),
    );
  });
  const end = await firstOf(ended, timeoutMs, signal, child.pid, `${MARK}=${mark}`);
  if (end.by === 'itself') {
    await drained([stdout, stderr]);
    if (child.pid !== undefined && !(stdout.closed() && stderr.closed())) endGroup(child.pid);
  } else {
    await Promise.race([ended, pause(POST_KILL_MS)]);
    await Promise.race([drained([stdout, stderr]), pause(QUIET_MS)]);
  }
  for (const stream of [child.stdout, child.stderr]) stream.destroy();
  child.unref();
  if (end.by === 'limit') throw tooLate(timeoutMs, collect(null));
  if (end.by === 'signal') throw interrupted(collect(null));
  if (end.code === null || end.errno !== undefined) throw failure(program, end, collect(end.code));
  return collect(end.code);
};

/** A program that hangs in the kernel cannot be ended: it is left behind. */
const POST_KILL_MS = 300;
/** Names a program's descendants wherever they go. */
const MARK = 'TECHSUPPORT_STARTED';

interface Ended {
  readonly by: 'itself' | 'limit' | 'signal';
  readonly code: number | null;
  readonly signal?: string | undefined;
  readonly errno?: string | undefined;
  readonly message?: string | undefined;
}

const failure = (program: string, end: Ended, partial: Raw['exec']): Refusal => {
  if (end.errno === 'ENOENT') return new Refusal('absent', program);
  if (end.errno === 'EACCES' || end.errno === 'EPERM')
    return new Refusal('denied', `${end.errno} ${program}`);
  if (end.signal !== undefined) return new Refusal('failed', `${program} ended by ${end.signal}`, partial);
  return new Refusal('failed', end.errno ?? end.message ?? `${program} could not be started`);
};

const firstOf = async (
  ended: Promise<Ended>,
  timeoutMs: number,
  signal: AbortSignal,
  pid: number | undefined,
  mark: string,
): Promise<Ended> => {
  if (pid === undefined) return ended;
  endWithUs(pid, mark);
  const stop = new Promise<Ended>((resolve) => {
    const timer = setTimeout(() => resolve({ by: 'limit', code: null }), timeoutMs);
    const abort = (): void => resolve({ by: 'signal', code: null });
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    void ended.finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    });
  });
  try {
    const end = await Promise.race([ended, stop]);
    if (end.by !== 'itself') await endTree(pid, mark);
    return end;
  } finally {
    forget(pid);
  }
};

interface Listener {
  readonly kept: Capture;
  closed(): boolean;
  lastByteAt(): number;
}

const listen = (stream: Readable): Listener => {
  const kept = capture();
  let closed = false;
  let lastByteAt = performance.now();
  stream.on('data', (chunk: Uint8Array) => {
    lastByteAt = performance.now();
    kept.push(chunk);
  });
  stream.on('error', () => {});
  stream.on('close', () => {
    closed = true;
  });
  return { kept, closed: () => closed, lastByteAt: () => lastByteAt };
};

/** Waits until the pipes are closed or silent: a grandchild may hold them open for ever. */
const drained = async (listeners: readonly Listener[]): Promise<void> => {
  const start = performance.now();
  const open = (): boolean => listeners.some((one) => !one.closed());
  const quiet = (): boolean =>
    performance.now() - Math.max(start, ...listeners.map((one) => one.lastByteAt())) > QUIET_MS;
  while (open() && !quiet() && performance.now() - start < DRAIN_MS) await pause(5);
};
