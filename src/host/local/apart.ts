/**
 * A process of its own for calls that may never come back: getaddrinfo without a network, statfs on a dead
 * disk. Node makes them on threads, and process.exit waits for its threads: a process with one that hangs
 * cannot leave. This one can be ended.
 */
import type { ChildProcess } from 'node:child_process';
import { interrupted, pause, tooLate } from './context.ts';
import { workingFolder } from './environment.ts';

export interface Found {
  readonly address: string;
  readonly family: number;
}

interface Question {
  readonly id: number;
  readonly kind: keyof Replies;
  /** The name or path. */
  readonly about: string;
}

interface Replies {
  readonly lookup: readonly Found[];
  readonly statfs: {
    readonly bsize: number;
    readonly blocks: number;
    readonly bfree: number;
    readonly bavail: number;
    readonly files: number;
    readonly ffree: number;
  };
}

type Reply =
  | { readonly id: number; readonly value: Replies[keyof Replies] }
  | { readonly id: number; readonly code: string; readonly message: string };

/**
 * The code of the other process: it is sent there as text, so it names nothing outside itself, and holds no
 * function with a name, which bundlers wrap in one of their own.
 */
const program = (): void => {
  const dns = process.getBuiltinModule('node:dns');
  const fs = process.getBuiltinModule('node:fs');
  // A plain exit would wait for the hanging call.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.send?.({ id: 0, value: [] });
  process.on('message', ({ id, kind, about }: Question) => {
    if (kind === 'lookup') {
      dns.lookup(about, { all: true, verbatim: true }, (error, value) => {
        process.send?.(error ? { id, code: error.code ?? 'EIO', message: error.message } : { id, value });
      });
    } else {
      fs.statfs(about, (error, value) => {
        process.send?.(error ? { id, code: error.code ?? 'EIO', message: error.message } : { id, value });
      });
    }
  });
};

/** One thread for each call that hangs: the usual four would soon be used up. */
const THREADS = '32';

/** What a slow computer takes to start it; then the questions wait in its pipe. */
const START_MS = 1000;

interface Helper {
  readonly child: ChildProcess;
  readonly waiting: Map<number, (reply: Reply | undefined) => void>;
}

let helper: Promise<Helper> | undefined;
let lastId = 0;

const start = async (): Promise<Helper> => {
  const { spawn } = await import('node:child_process');
  const code = `(${program.toString()})();`;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--no-warnings', '-e', code], {
    // Node looks at its working folder when it starts, and ours may be gone or hang.
    cwd: workingFolder(process.platform === 'win32' ? 'win32' : 'linux'),
    env: { ...env, UV_THREADPOOL_SIZE: THREADS },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  });
  const waiting: Helper['waiting'] = new Map();
  const gone = (): void => {
    helper = undefined;
    for (const settle of waiting.values()) settle(undefined);
  };
  child.once('error', gone);
  child.once('exit', gone);
  child.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply));
  // It keeps nobody waiting, and it ends with us.
  child.unref();
  child.channel?.unref();
  process.once('exit', () => child.kill('SIGKILL'));
  await Promise.race([new Promise<void>((resolve) => waiting.set(0, () => resolve())), pause(START_MS)]);
  waiting.delete(0);
  return { child, waiting };
};

/** The process is there: what is measured from now on is not its start. */
export const ready = async (): Promise<void> => {
  await running();
};

/** Without memory for another process the next question may try again. */
const running = (): Promise<Helper> => {
  helper ??= start().catch((cause: unknown) => {
    helper = undefined;
    throw cause;
  });
  return helper;
};

/** A killed process is gone well within this. */
const END_MS = 500;

/** Ends it, and waits until it is gone: who looks right after us finds nothing of ours. */
export const end = async (): Promise<void> => {
  const child = await helper?.then(
    (one) => one.child,
    () => undefined,
  );
  if (child === undefined) return;
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.ref();
  child.kill('SIGKILL');
  await Promise.race([gone, pause(END_MS)]);
};

/** Asks it. Rejects with an errno as the call itself would. */
export const ask = async <K extends keyof Replies>(
  kind: K,
  about: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Replies[K]> => {
  const { child, waiting } = await running();
  lastId += 1;
  const id = lastId;
  return new Promise<Replies[K]>((resolve, reject) => {
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      waiting.delete(id);
      settle();
    };
    const timer = setTimeout(() => done(() => reject(tooLate(timeoutMs))), timeoutMs);
    const abort = (): void => done(() => reject(interrupted()));
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    const settle = (reply: Reply | undefined): void => {
      // No process could be started, or somebody ended it: then here, at the risk of hanging.
      if (reply === undefined)
        here(kind, about).then(
          (value) => done(() => resolve(value)),
          (error: unknown) => done(() => reject(error)),
        );
      // The value belongs to the question with this id, which is of kind K.
      else if ('value' in reply) done(() => resolve(reply.value as Replies[K]));
      else done(() => reject(Object.assign(new Error(reply.message), { code: reply.code })));
    };
    waiting.set(id, settle);
    const question: Question = { id, kind, about };
    child.send(question, (error) => {
      if (error) settle(undefined);
    });
  });
};

const here = async <K extends keyof Replies>(kind: K, about: string): Promise<Replies[K]> => {
  const value =
    kind === 'lookup'
      ? (await import('node:dns/promises')).lookup(about, { all: true, verbatim: true })
      : (await import('node:fs/promises')).statfs(about);
  // Each branch gives what its kind is answered with.
  return (await value) as Replies[keyof Replies] as Replies[K];
};
