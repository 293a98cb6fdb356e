import { close, open, read, readdirSync, readFileSync } from 'node:fs';
import { readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Os } from '../../contract.ts';
import { decode } from './capture.ts';
import type { Handler } from './context.ts';
import { errnoOf, interrupted } from './context.ts';
import { inParallel } from './parallel.ts';

const TEXT_BYTES = 64 * 1024;
const AT_ONCE = 24;

type Attribute = { text: string } | { error: string };

export const list: Handler<'list'> = async ({ path }) => ({ names: (await readdir(path)).sort() });

export const attributes: Handler<'attributes'> = async ({ folder, names, links = [] }, { os, signal }) => {
  if (folder === '/proc' && links.length === 0 && names.every((name) => INSTANT.has(name)))
    return { entries: processesAtOnce(names, os) };
  const entries: [string, Record<string, Attribute>][] = [];
  const readOne = async (subfolder: string): Promise<void> => {
    const at = join(folder, subfolder);
    // Also through a link: everything in /sys/class is one.
    if (signal.aborted || !(await isFolder(at))) return;
    const found: [string, Attribute][] = [];
    for (const name of names) {
      const text = await attempt(async () => decode(await beginning(join(at, name)), os));
      if (text !== undefined) found.push([name, text]);
    }
    for (const name of links) {
      const target = await attempt(() => readlink(join(at, name)));
      if (target !== undefined) found.push([name, target]);
    }
    entries.push([subfolder, Object.fromEntries(found)]);
  };
  await inParallel(AT_ONCE, await readdir(folder), readOne);
  if (signal.aborted) throw interrupted();
  return { entries: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
};

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

/** What the kernel tells of a process without waiting for it, also of one that hangs; `cmdline` is none of it. */
const INSTANT: ReadonlySet<string> = new Set(['stat', 'status', 'comm']);

/** In one go: hundreds of processes one step at a time take seconds on a busy computer, and differ by then. */
const processesAtOnce = (names: readonly string[], os: Os): Record<string, Record<string, Attribute>> =>
  Object.fromEntries(
    readdirSync('/proc')
      .filter((entry) => /^[0-9]+$/.test(entry))
      .map((pid) => [
        pid,
        Object.fromEntries(
          names.flatMap((name): [string, Attribute][] => {
            try {
              return [[name, { text: decode(readFileSync(`/proc/${pid}/${name}`), os) }]];
            } catch (error) {
              const code = errnoOf(error) ?? 'EIO';
              return code === 'ENOENT' || code === 'ESRCH' ? [] : [[name, { error: code }]];
            }
          }),
        ),
      ]),
  );

/** An attribute of /sys is one page at the most, and a process tells of itself in less. */
const PAGE_BYTES = 4096;

/** By callbacks: hundreds of tiny files are read, and promises with their handles cost three times as much. */
const beginning = (path: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    open(path, 'r', (refused, descriptor) => {
      if (refused !== null) return reject(refused);
      const done = (settle: () => void): void => close(descriptor, settle);
      const more = (buffer: Buffer, filled: number): void =>
        read(descriptor, buffer, filled, buffer.length - filled, null, (failed, bytes) => {
          if (failed !== null) return done(() => reject(failed));
          const length = filled + bytes;
          if (bytes === 0 || length === TEXT_BYTES) return done(() => resolve(buffer.subarray(0, length)));
          if (length < buffer.length) return more(buffer, length);
          const wider = Buffer.allocUnsafe(Math.min(TEXT_BYTES, buffer.length * 4));
          buffer.copy(wider);
          more(wider, length);
        });
      more(Buffer.allocUnsafe(PAGE_BYTES), 0);
    });
  });

/** What is not there is left out: most devices lack most attributes. */
const attempt = async (readText: () => Promise<string>): Promise<Attribute | undefined> => {
  try {
    return { text: await readText() };
  } catch (error) {
    const code = errnoOf(error) ?? 'EIO';
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { error: code };
  }
};
