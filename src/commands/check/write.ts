/** Writes an answer to a file: whole or not at all. */
import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** Beside the file and then over it. A device or a pipe is written to as it is, never replaced. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => undefined);
  if (there !== undefined && !there.isFile()) return writeFile(target, text);
  const draft = `${target}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(draft, 'wx', there === undefined ? 0o666 : there.mode & 0o777);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
};
