import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import type { Handler } from './context.ts';
import { interrupted, pause, Refusal, tooLate } from './context.ts';
import { endTree, endWithUs, forget } from './processes.ts';

/** The library starts programs of its own and cannot be told to stop: those of each call are remembered. */
const started = new AsyncLocalStorage<Set<ChildProcess>>();
let watching = false;

const watch = (): void => {
  if (watching) return;
  watching = true;
  subscribe('child_process', (message) => {
    // Node documents this message for this channel.
    const { process: child } = message as { process: ChildProcess };
    const children = started.getStore();
    if (children === undefined) return;
    children.add(child);
    child.once('spawn', () => child.pid !== undefined && endWithUs(child.pid));
    child.once('exit', () => {
      children.delete(child);
      if (child.pid !== undefined) forget(child.pid);
    });
  });
};

export const inventory: Handler<'inventory'> = async ({ what, fields }, { timeoutMs, signal }) => {
  const { default: library } = await import('systeminformation');
  // Looked up by name among the library's own functions; what it is not is refused below.
  const look = (library as unknown as Readonly<Record<string, unknown>>)[what];
  if (!Object.hasOwn(library, what) || typeof look !== 'function') {
    throw new Refusal('unsupported', `systeminformation has no ${what}`);
  }
  watch();
  const children = new Set<ChildProcess>();
  let timer: NodeJS.Timeout | undefined;
  let abort = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    abort = () => reject(interrupted());
    timer = setTimeout(() => reject(tooLate(timeoutMs)), timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
  try {
    const value: unknown = await Promise.race([started.run(children, async () => look()), stopped]);
    return { value: plain(only(value, fields)) };
  } catch (error) {
    await endAll(children);
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
};

const ROUNDS = 5;

/** Where one program fails the library tries the next one: so does this, for a while. */
const endAll = async (children: ReadonlySet<ChildProcess>): Promise<void> => {
  for (let round = 0; round < ROUNDS && children.size > 0; round += 1) {
    await Promise.all([...children].flatMap(({ pid }) => (pid === undefined ? [] : [endTree(pid)])));
    await pause(20);
  }
};

const only = (value: unknown, fields: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((one) => only(one, fields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => fields.includes(name)));
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
