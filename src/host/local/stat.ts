import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import type { Handler } from './context.ts';
import { errnoOf, isoTime } from './context.ts';

export const stat: Handler<'stat'> = async ({ path }) => {
  const stats = await lstat(path);
  const type = stats.isSymbolicLink()
    ? 'link'
    : stats.isDirectory()
      ? 'folder'
      : stats.isFile()
        ? 'file'
        : 'other';
  return {
    type,
    bytes: stats.size,
    inode: stats.ino,
    modifiedAt: isoTime(stats.mtimeMs),
    mode: stats.mode & 0o7777,
    uid: stats.uid,
  };
};

export const writable: Handler<'writable'> = async ({ path }) => {
  try {
    await access(path, constants.W_OK);
    return {};
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined || code === 'ENOENT' || code === 'ENOTDIR') throw error;
    return { error: code };
  }
};
