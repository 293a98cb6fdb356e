/** Folders of the person who runs this, and of nobody else. */
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes it and its parents. Node's own way (`recursive`) never comes back in /proc, where ENOENT is no missing parent. */
export const makeFolder = (path: string): void => {
  if (make(path) === 'made') return;
  if (dirname(path) === path) throw missing(path);
  makeFolder(dirname(path));
  if (make(path) !== 'made') throw missing(path);
};

/** Makes it, and refuses one that somebody else could reach into: in a shared /tmp anybody may have been first. */
export const makeOwnFolder = (path: string): void => {
  makeFolder(path);
  if (!isOwnFolder(path)) {
    throw Object.assign(new Error('it is a link, or belongs to another user'), { code: 'not-ours' });
  }
  if (process.platform !== 'win32' && (lstatSync(path).mode & 0o077) !== 0) chmodSync(path, 0o700);
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
