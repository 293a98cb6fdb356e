/**
 * A process of its own for calls that may never come back: getaddrinfo without a network, statfs on a dead
 * disk. Node makes them on threads, and process.exit waits for its threads: a process with one that hangs
 * cannot leave. This one can be ended.
 */
import type { ChildProcess } from 'node:child_process';
import { interrupted, tooLate } from './context.ts';

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

/** The code of the other process: it is sent there as text, so it names nothing outside itself. */
const program = (): void => {
  const dns = process.getBuiltinModule('node:dns');
  const fs = process.getBuiltinModule('node:fs');
  // A plain exit would wait for the hanging call.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.on('message', ({ id, kind, about }: Question) => {
    const reply = (error: NodeJS.ErrnoException | null, value: unknown): void => {
      process.send?.(error ? { id, code: error.code ?? 'EIO', message: error.message } : { id, value });
    };
    if (kind === 'lookup') dns.lookup(about, { all: true, verbatim: true }, reply);
    else fs.statfs(about, reply);
  });
};

/** One thread for each call that hangs: the usual four would soon be used up. */
const THREADS = '32';

interface Helper {
  readonly child: ChildProcess;
  readonly waiting: Map<number, (reply: Reply) => void>;
}

let helper: Promise<Helper> | undefined;
let lastId = 0;

const start = async (): Promise<Helper> => {
  const { spawn } = await import('node:child_process');
  // Bundlers may wrap functions in __name().
  const code = `const __name = (f) => f; (${program.toString()})();`;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--no-warnings', '-e', code], {
    env: { ...env, UV_THREADPOOL_SIZE: THREADS },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  const gone = (): void => {
    helper = undefined;
    for (const [id, settle] of waiting) settle({ id, code: 'EIO', message: 'the process apart ended' });
  };
  child.once('error', gone);
  child.once('exit', gone);
  child.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply));
  // It keeps nobody waiting, and it ends with us.
  child.unref();
  child.channel?.unref();
  process.once('exit', () => child.kill('SIGKILL'));
  return { child, waiting };
};

/** Asks it. Rejects with an errno as the call itself would. */
export const ask = async <K extends keyof Replies>(
  kind: K,
  about: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Replies[K]> => {
  helper ??= start();
  const { child, waiting } = await helper;
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
    waiting.set(id, (reply) =>
      done(() => {
        // The value belongs to the question with this id, which is of kind K.
        if ('value' in reply) resolve(reply.value as Replies[K]);
        else reject(Object.assign(new Error(reply.message), { code: reply.code }));
      }),
    );
    const question: Question = { id, kind, about };
    child.send(question, (error) => {
      if (error) done(() => reject(error));
    });
  });
};
