import { constants } from 'node:fs';
import { type FileHandle, open, stat as statOf } from 'node:fs/promises';
import { capture } from './capture.ts';
import type { Handler } from './context.ts';
import { errnoOf, interrupted, Refusal } from './context.ts';

const HALF_BYTES = 512 * 1024;
const CHUNK_BYTES = 64 * 1024;
const SMALL_BYTES = 4096;
// Opening a pipe nobody writes to would wait for ever; undefined on Windows, where there are none.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

export const file: Handler<'file'> = async ({ path }, { os, signal }) => {
  // Before opening: a device may do something when it is opened.
  refuseUnlessFile(await statOf(path), path);
  const handle = await open(path, FLAGS);
  try {
    const stats = await handle.stat();
    refuseUnlessFile(stats, path);
    const kept = capture(HALF_BYTES);
    if (stats.size <= 2 * HALF_BYTES) {
      // Hundreds of files are read, nearly all of them small. Those of /proc say 0, and one step is one moment.
      const chunkBytes =
        stats.size === 0 ? CHUNK_BYTES : Math.min(CHUNK_BYTES, Math.max(SMALL_BYTES, stats.size + 1));
      await readFrom(handle, 0, Number.POSITIVE_INFINITY, kept.push, signal, chunkBytes);
      return kept.text(os);
    }
    await readFrom(handle, 0, 2 * HALF_BYTES, kept.push, signal);
    const middle = Math.max(2 * HALF_BYTES, stats.size - HALF_BYTES);
    await readFrom(handle, middle, HALF_BYTES, kept.push, signal);
    const { text, droppedBytes } = kept.text(os);
    const skipped = middle - 2 * HALF_BYTES;
    return { text, droppedBytes: (droppedBytes ?? 0) + skipped };
  } finally {
    // Not waited for: closing can hang as reading can.
    handle.close().catch(() => {});
  }
};

const refuseUnlessFile = (stats: { isFile(): boolean }, path: string): void => {
  if (!stats.isFile()) throw new Refusal('failed', `not a regular file: ${path}`);
};

/** Files of /proc say size 0 and end where reading ends; some never answer at once and say EAGAIN. */
const readFrom = async (
  handle: FileHandle,
  from: number,
  length: number,
  push: (chunk: Uint8Array) => void,
  signal: AbortSignal,
  chunkBytes = CHUNK_BYTES,
): Promise<void> => {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let at = from; at < from + length && !signal.aborted; ) {
    const want = Math.min(chunkBytes, from + length - at);
    const bytesRead = await handle.read(buffer, 0, want, at).then(
      (read) => read.bytesRead,
      (error: unknown) => {
        if (errnoOf(error) === 'EAGAIN' && at > 0) return 0;
        throw error;
      },
    );
    if (bytesRead === 0) return;
    push(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  // A part that nobody could tell from the whole is no answer.
  if (signal.aborted) throw interrupted();
};
