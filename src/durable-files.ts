/** Files that survive a crash, and reads that trust nothing they find. */
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';

const CHUNK_BYTES = 256 * 1024;

// Their types say number, yet Windows leaves them undefined.
const NO_FOLLOW = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A new file, on the disk when this returns; never over an existing one. */
export const writeDurably = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Appends a line and waits for the disk. What a crash left unfinished before it is closed by a line end first. */
export const appendDurably = async (path: string, line: string): Promise<void> => {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | NO_FOLLOW, 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const torn = size > 0 && last[0] !== 0x0a;
    await file.appendFile(`${torn ? '\n' : ''}${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Makes names in a folder durable. Windows has no such call, and does not need it. */
export const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

export const isRealFolder = async (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** A folder of somebody else (in a shared /tmp, say) may hold anything. On Windows nobody tells whose it is. */
export const isOurs = async (path: string): Promise<boolean> => {
  const uid = process.getuid?.();
  return uid === undefined || (await lstat(path)).uid === uid;
};

/** Size of a regular file, without following a link. */
export const fileBytes = async (path: string): Promise<number> => {
  const found = await lstat(path);
  if (!found.isFile()) throw new Error('not a regular file');
  return found.size;
};

/** The text of a regular file that must not be longer than `maxBytes`. */
export const readSmall = async (path: string, maxBytes: number): Promise<string> => {
  if ((await fileBytes(path)) > maxBytes) throw new Error(`longer than ${maxBytes} bytes`);
  const file = await open(path, constants.O_RDONLY | NO_FOLLOW);
  try {
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
};

/** The last lines of a regular file; the first of them is dropped when it was cut. */
export const readTail = async (path: string, maxBytes: number): Promise<string> => {
  const size = await fileBytes(path);
  const file = await open(path, constants.O_RDONLY | NO_FOLLOW);
  try {
    const buffer = Buffer.alloc(Math.min(size, maxBytes));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, size - buffer.length);
    const text = buffer.toString('utf8', 0, bytesRead);
    return size > maxBytes ? text.slice(text.indexOf('\n') + 1) : text;
  } finally {
    await file.close();
  }
};

/** The bytes of a regular file, piece by piece. */
export async function* readRegular(path: string): AsyncGenerator<Uint8Array> {
  await fileBytes(path);
  const file = await open(path, constants.O_RDONLY | NO_FOLLOW);
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(CHUNK_BYTES), position: null });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The errno of a failed system call, '' for anything else. */
export const errno = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What was thrown, as text. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
