import { statfs } from 'node:fs/promises';
import { ask } from './apart.ts';
import type { Handler } from './context.ts';

export const space: Handler<'space'> = async ({ path, apart }, { signal, timeoutMs }) => {
  const stats = apart ? await ask('statfs', path, timeoutMs, signal) : await statfs(path);
  return {
    totalBytes: stats.blocks * stats.bsize,
    freeBytes: stats.bfree * stats.bsize,
    availableBytes: stats.bavail * stats.bsize,
    files: stats.files,
    freeFiles: stats.ffree,
  };
};
