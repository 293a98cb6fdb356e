/** One sender at a time. Each contender makes a file of its own name; who sees no other living one has the lock. */
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errno } from '../../durable-files.ts';
import { ownerOf, ownTag } from '../../owner.ts';

const SUFFIX = '.lock';
const RETRY_MS = 100;
/** How long a lock of another machine (a shared home) counts without a sign of life, by the disk's own clock. */
const FOREIGN_LOCK_MS = 60 * 60_000;

export interface Lock {
  /** A sign of life, for senders on other machines. */
  beat(): Promise<void>;
  release(): Promise<void>;
}

export type Locked =
  | { readonly status: 'locked'; readonly lock: Lock }
  /** `holder` is the other sender's lock file. */
  | { readonly status: 'busy'; readonly holder: string };

/**
 * Names are never made twice, so removing what a dead process left can never remove a lock that
 * lives: no moment at which two take over the same stale lock.
 */
export const acquireLock = async (folder: string, waitMs: number, signal?: AbortSignal): Promise<Locked> => {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const mine = join(folder, `${await ownTag()}${SUFFIX}`);
    await (await open(mine, 'wx', 0o600)).close();
    const holder = await otherHolder(folder, mine);
    if (holder === undefined) return { status: 'locked', lock: lockOf(mine) };
    await rm(mine, { force: true });
    if (performance.now() >= deadline || signal?.aborted) return { status: 'busy', holder };
    // Two that meet at the same moment both step back: not for the same time.
    await sleep(RETRY_MS * (0.5 + Math.random()), undefined, { ...(signal && { signal }) }).catch(() => {});
  }
};

const lockOf = (path: string): Lock => ({
  beat: async () => {
    // Written to, not utimes(): the disk's clock is the one that the others compare with.
    const file = await open(path, 'a').catch(() => undefined);
    await file?.write('.').catch(() => {});
    await file?.close();
  },
  release: () => rm(path, { force: true }),
});

const otherHolder = async (folder: string, mine: string): Promise<string | undefined> => {
  const { mtimeMs: now } = await stat(mine);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.endsWith(SUFFIX) || path === mine) continue;
    const owner = await ownerOf(name);
    if (owner === 'alive') return path;
    if (owner === 'unknown' && !(await isSilent(path, now))) return path;
    await rm(path, { force: true, recursive: true });
  }
  return undefined;
};

const isSilent = async (path: string, nowMs: number): Promise<boolean> => {
  try {
    return nowMs - (await stat(path)).mtimeMs > FOREIGN_LOCK_MS;
  } catch (error) {
    return errno(error) === 'ENOENT';
  }
};
