import type { Stats } from 'node:fs';
import { lstat, opendir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Raw } from '../../contract.ts';
import type { Handler } from './context.ts';
import { errnoOf, isoTime } from './context.ts';
import { mountPoints } from './mounts.ts';

const AT_ONCE = 16;
const LARGEST = 10;
/** Names that are read, and looked at, together. */
const ENTRIES = 256;
const BLOCK_BYTES = 512;
/** Kept back from the time limit to tell what was measured. */
const MARGIN_MS = 50;

type Large = Raw['usage']['largest'][number];

/** As `du -x` counts: allocated blocks, each inode once, nothing behind links or on other volumes. */
export const usage: Handler<'usage'> = async ({ path }, { timeoutMs, signal }) => {
  const deadline = performance.now() + Math.max(MARGIN_MS, timeoutMs - MARGIN_MS);
  // /tmp itself may be a link (macOS): the folder meant is measured, links inside it are not followed.
  const root = await realpath(path);
  const first = await lstat(root);
  const seen = new Set<string>();
  const largest: Large[] = [];
  let bytes = 0;
  let files = 0;
  let complete = true;

  const count = (at: string, stats: Stats): void => {
    if (stats.nlink > 1 && !stats.isDirectory()) {
      const key = `${stats.ino}:${stats.size}`;
      if (seen.has(key)) return;
      seen.add(key);
    }
    const own = allocated(stats);
    bytes += own;
    if (stats.isDirectory()) return;
    files += 1;
    if (stats.isFile()) keepLargest(largest, { path: at, bytes: own, modifiedAt: isoTime(stats.mtimeMs) });
  };

  const folders: string[] = [];
  const elsewhere = await mountPoints();
  const measure = async (at: string): Promise<void> => {
    if (elsewhere.has(at)) return;
    const stats = await lstat(at).catch((error: unknown) => {
      // What was removed meanwhile takes nothing; of anything else, and of a name that is no UTF-8, nobody knows.
      if (errnoOf(error) !== 'ENOENT' || at.includes('\ufffd')) complete = false;
    });
    if (stats === undefined || stats.dev !== first.dev) return;
    count(at, stats);
    if (stats.isDirectory()) folders.push(at);
  };
  const measureFolder = async (at: string): Promise<void> => {
    try {
      // Piece by piece: a folder with millions of files is what fills many a disk.
      const folder = await opendir(at, { bufferSize: ENTRIES });
      let names: string[] = [];
      for await (const { name } of folder) {
        names.push(join(at, name));
        if (names.length < ENTRIES) continue;
        await Promise.all(names.map(measure));
        names = [];
        if (late()) return;
      }
      await Promise.all(names.map(measure));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') complete = false;
    }
  };
  const late = (): boolean => {
    if (performance.now() < deadline && !signal.aborted) return false;
    complete = false;
    return true;
  };

  count(root, first);
  if (first.isDirectory()) folders.push(root);
  // Each round takes what the rounds before found; a worker that finds nothing waits for the others.
  let busy = 0;
  const worker = async (): Promise<void> => {
    while (!late()) {
      const next = folders.pop();
      if (next !== undefined) {
        busy += 1;
        await measureFolder(next);
        busy -= 1;
      } else if (busy === 0) return;
      else await new Promise((resolve) => setImmediate(resolve));
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      complete = false;
      resolve();
    }, deadline - performance.now());
  });
  await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, worker)), timeUp]);
  clearTimeout(timer);
  return { bytes, files, complete, largest: [...largest] };
};

const allocated = ({ blocks, size }: Stats): number => (blocks === undefined ? size : blocks * BLOCK_BYTES);

const keepLargest = (largest: Large[], one: Large): void => {
  const last = largest.at(-1);
  if (largest.length === LARGEST && last !== undefined && last.bytes >= one.bytes) return;
  largest.push(one);
  largest.sort((a, b) => b.bytes - a.bytes);
  largest.length = Math.min(largest.length, LARGEST);
};
