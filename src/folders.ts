/** Folders of the person who runs this, and of nobody else. */
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Makes it and its parents. Node's own way (`recursive`) never comes back in /proc, where ENOENT is no missing parent. */
export const makeFolder = (path: string): void => {
  if (make(path) === 'made') return;
  if (dirname(path) === path) throw missing(path);
  makeFolder(dirname(path));
  if (make(path) !== 'made') throw missing(path);
};

/** Makes it, and refuses one that somebody else could reach into: in a shared /tmp anybody may have been first. */
export const makeOwnFolder = (path: string): void => {
  if (isWithinReach(path)) throw notOurs('it lies in a folder of another user');
  makeFolder(path);
  if (!isOwnFolder(path)) throw notOurs('it is a link, or belongs to another user');
  if (process.platform !== 'win32' && (lstatSync(path).mode & 0o077) !== 0) chmodSync(path, 0o700);
};

const notOurs = (why: string): Error => Object.assign(new Error(why), { code: 'not-ours' });

/**
 * Whether somebody else could put another folder in its place: one above it is theirs, in a place where
 * anybody may make folders. Who owns the folders that an administrator made is not asked.
 */
const isWithinReach = (path: string): boolean => {
  const uid = process.getuid?.();
  if (uid === undefined) return false;
  let at = realOf(dirname(path));
  for (let above = dirname(at); above !== at; at = above, above = dirname(at)) {
    const mode = lstatSync(above, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o002) !== 0 && !isOfOneOf(at, [uid, 0])) return true;
  }
  return false;
};

/** What is not there yet is nobody's. */
const isOfOneOf = (path: string, uids: readonly number[]): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found === undefined || uids.includes(found.uid);
};

/** Without links, as far as it is there. */
const realOf = (path: string): string => {
  try {
    return realpathSync(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code !== 'ENOENT' || dirname(path) === path) throw cause;
    return join(realOf(dirname(path)), basename(path));
  }
};

/** Whether it is a folder, no link to one, and ours. On Windows nobody tells whose it is. */
export const isOwnFolder = (path: string): boolean => {
  try {
    const found = lstatSync(path);
    const uid = process.getuid?.();
    return found.isDirectory() && (uid === undefined || found.uid === uid);
  } catch {
    return false;
  }
};

const make = (path: string): 'made' | 'parent-missing' => {
  try {
    mkdirSync(path, { mode: 0o700 });
    return 'made';
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'EEXIST') return 'made';
    if (code === 'ENOENT') return 'parent-missing';
    throw cause;
  }
};

const missing = (path: string): Error =>
  Object.assign(new Error(`ENOENT: no folder can be made there, mkdir '${path}'`), { code: 'ENOENT' });
