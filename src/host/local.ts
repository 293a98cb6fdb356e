import { setMaxListeners } from 'node:events';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { Answer, Host, Kind, Os, Raw, Reason, Request } from '../contract.ts';
import {
  type Context,
  elapsedSince,
  errnoOf,
  type Handler,
  interrupted,
  pause,
  Refusal,
  tooLate,
} from './local/context.ts';
import { systemPath } from './local/environment.ts';
import { requireLiveMount } from './local/mounts.ts';

export interface LocalOptions {
  /** Where programs are looked for instead of the system's own folders. */
  readonly path?: string;
}

/** The computer this runs on. */
export const local = (options: LocalOptions = {}): Host => {
  const os = osOf(process.platform);
  const path = options.path ?? systemPath(os);
  return {
    os,
    ask: async (_id, request, { timeoutMs, signal }) => {
      // One signal ends the whole run: any number of reads listen to it.
      setMaxListeners(0, signal);
      return answer(request, { os, path, timeoutMs: ownLimit(request) ?? timeoutMs, signal });
    },
  };
};

/** A request that knows how long it may take is not cut short by the limit for all. */
const ownLimit = (request: Request): number | undefined =>
  'timeoutMs' in request ? request.timeoutMs : undefined;

const osOf = (platform: NodeJS.Platform): Os =>
  platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';

/** Each kind loads when it is first asked for: a run that asks for little starts quickly. */
const HANDLERS: { readonly [K in Kind]: () => Promise<Handler<K>> } = {
  exec: async () => (await import('./local/exec.ts')).exec,
  file: async () => (await import('./local/files.ts')).file,
  list: async () => (await import('./local/folders.ts')).list,
  attributes: async () => (await import('./local/folders.ts')).attributes,
  space: async () => (await import('./local/space.ts')).space,
  usage: async () => (await import('./local/usage.ts')).usage,
  stat: async () => (await import('./local/stat.ts')).stat,
  writable: async () => (await import('./local/stat.ts')).writable,
  'deleted-files': async () => (await import('./local/deleted-files.ts')).deletedFiles,
  holders: async () => (await import('./local/holders.ts')).holders,
  lookup: async () => (await import('./local/lookup.ts')).lookup,
  resolve: async () => (await import('./local/resolve.ts')).resolve,
  tcp: async () => (await import('./local/tcp.ts')).tcp,
  tls: async () => (await import('./local/tls.ts')).tls,
  http: async () => (await import('./local/http.ts')).http,
  interfaces: async () => (await import('./local/system.ts')).interfaces,
  inventory: async () => (await import('./local/inventory.ts')).inventory,
  clock: async () => (await import('./local/system.ts')).clock,
  user: async () => (await import('./local/system.ts')).user,
  system: async () => (await import('./local/system.ts')).system,
  env: async () => (await import('./local/system.ts')).env,
};

const answer = async (request: Request, context: Context): Promise<Answer> => {
  const start = performance.now();
  try {
    const raw = await bounded(handle(request, context), request, context);
    return { status: 'ok', raw, ms: elapsedSince(start) };
  } catch (error) {
    const { status, message: why, partial } = asRefusal(error);
    return { status, why, ms: elapsedSince(start), ...(partial !== undefined && { partial }) };
  }
};

const handle = async (request: Request, context: Context): Promise<Raw[Kind]> => {
  if (context.signal.aborted) throw interrupted();
  // A request of kind K finds the handler of kind K: the table's type says so, a union of both cannot.
  const load = HANDLERS[request.kind] as () => Promise<Handler<Kind>>;
  if (!Object.hasOwn(HANDLERS, request.kind))
    throw new Refusal('unsupported', `no read of kind ${String(request.kind)}`);
  const handler = await load();
  if ('afterMs' in request && request.afterMs !== undefined) await waitFor(request.afterMs, context);
  const folder = 'path' in request ? request.path : 'folder' in request ? request.folder : undefined;
  if (folder !== undefined && !('apart' in request)) await requireLiveMount(folder, context);
  return handler(request, context);
};

const waitFor = async (ms: number, { signal }: Context): Promise<void> => {
  await setTimeoutAsync(ms, undefined, { signal }).catch(() => {
    throw interrupted();
  });
};

/**
 * Kinds that end by themselves at their limit, with what they have: they are given a little longer. The
 * others are calls into the system that cannot be ended, only left.
 */
const ENDS_ITSELF = new Set<Kind>([
  'exec',
  'usage',
  'lookup',
  'resolve',
  'tcp',
  'tls',
  'http',
  'inventory',
  'user',
]);
const GRACE_MS = 1500;

/** How many calls into the system were left because they did not return in time. */
let hanging = 0;

export const hangingCalls = (): number => hanging;

const bounded = async <T>(work: Promise<T>, request: Request, { timeoutMs, signal }: Context): Promise<T> => {
  const endsItself = ENDS_ITSELF.has(request.kind) || ('apart' in request && request.apart === true);
  const graceMs = endsItself ? GRACE_MS : 0;
  let timer: NodeJS.Timeout | undefined;
  let abort = (): void => {};
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate(timeoutMs)), timeoutMs + graceMs);
    abort = () => void pause(graceMs).then(() => reject(interrupted()));
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work, limit]);
  } catch (error) {
    countUntilSettled(work);
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
};

/** A rejected race may be the work's own end: then it settles at once. */
const countUntilSettled = (work: Promise<unknown>): void => {
  hanging += 1;
  const settled = (): void => {
    hanging -= 1;
  };
  work.then(settled, settled);
};

const STATUS = new Map<string, Reason>([
  ['ENOENT', 'absent'],
  ['ENOTDIR', 'absent'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['ENOSYS', 'unsupported'],
  ['ENOTSUP', 'unsupported'],
  ['EOPNOTSUPP', 'unsupported'],
]);

const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  const status = STATUS.get(errnoOf(error) ?? '') ?? 'failed';
  return new Refusal(status, error instanceof Error ? error.message : String(error));
};
