/** Keeps calls that would never return away from disks whose other side is gone. */
import { readFile } from 'node:fs/promises';
import { ask } from './apart.ts';
import { type Context, Refusal } from './context.ts';

const REMOTE = /^(nfs|cifs|smb|9p$|ceph|afs|glusterfs|lustre|gfs2|ocfs2|ncpfs|coda|davfs|autofs|fuse)/;
/** A live server answers within this; what does not is left alone. */
const PATIENCE_MS = 2000;

/** Where the kernel answers, at once. */
const NEVER_REMOTE = /^\/(proc|sys|dev)(\/|$)/;

/**
 * On a computer with network drives, or file systems made by programs, a path is first tried in the process
 * apart: it may lead to one of them through links, and a thread that hangs there would keep this process from
 * leaving.
 */
export const requireLiveMount = async (path: string, { os, timeoutMs, signal }: Context): Promise<void> => {
  if (os !== 'linux' || NEVER_REMOTE.test(path) || !(await hasRemoteMounts())) return;
  try {
    await ask('statfs', path, Math.min(timeoutMs, PATIENCE_MS), signal);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // It did answer: the call itself will meet the same error, and tell it.
  }
};

/** Whether looking at a path comes to an end; that there is nothing there is an answer too. */
export const isAnswering = async (path: string): Promise<boolean> => {
  if (process.platform !== 'linux') return true;
  const { signal } = new AbortController();
  return requireLiveMount(path, { os: 'linux', path: '', timeoutMs: PATIENCE_MS, signal }).then(
    () => true,
    () => false,
  );
};

const hasRemoteMounts = async (): Promise<boolean> => (await remoteFolders()).length > 0;

/** Where file systems begin that may never answer. */
export const remoteFolders = async (): Promise<readonly string[]> =>
  (await mounts()).flatMap(({ folder, type }) =>
    REMOTE.test(type) && !NEVER_REMOTE.test(folder) ? [folder] : [],
  );

/** Where another file system begins: nothing there may be touched, not even looked at. */
export const mountPoints = async (): Promise<ReadonlySet<string>> =>
  new Set((await mounts()).map(({ folder }) => folder));

type Mounts = readonly { readonly folder: string; readonly type: string }[];

/** Each path that is read is looked up among the mounts: once a second is enough for all of them. */
const FRESH_MS = 1000;

let known: { readonly at: number; readonly mounts: Promise<Mounts> } | undefined;

const mounts = (): Promise<Mounts> => {
  const now = performance.now();
  if (known === undefined || now - known.at > FRESH_MS) known = { at: now, mounts: readMounts() };
  return known.mounts;
};

const readMounts = async (): Promise<Mounts> => {
  const text = await readFile('/proc/self/mountinfo', 'latin1').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const folder = before.split(' ')[4];
    return folder === undefined ? [] : [{ folder: plainPath(folder), type: after.split(' ')[0] ?? '' }];
  });
};

/** Spaces and the like are written as octal numbers of their bytes. */
const plainPath = (text: string): string =>
  Buffer.from(
    text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
    'latin1',
  ).toString();
