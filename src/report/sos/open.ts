/** Finds out whether a file is an archive of sos, and reads it. */
import { closeSync, constants, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createGunzip, unzipSync, constants as zlib } from 'node:zlib';
import { Header } from 'tar';
import { type Unpacking, unxz } from '../../host/unxz.ts';
import { oneLine } from '../../output/untrusted.ts';
import { readArchive } from './archive.ts';
import { isSosFolder, readFolder } from './folder.ts';
import { MAX_PACKED_BYTES } from './limits.ts';
import { refused, withoutXz } from './refuse.ts';
import type { SosTree } from './tree.ts';

/** Undefined where it is none. `xzPath`: where xz is looked for, instead of the system's folders. */
export const openSos = async (path: string, xzPath?: string): Promise<SosTree | undefined> => {
  if (isSosFolder(path)) return readFolder(path);
  const file = opened(path);
  if (file === undefined) return undefined;
  try {
    const packing = packingOf(file);
    if (packing === undefined) return undefined;
    const { size } = fstatSync(file);
    if (size > MAX_PACKED_BYTES) throw refused('packed');
    return await readArchive(packing === 'xz' ? xz(file, path, xzPath) : gzip(file), size);
  } finally {
    closeSync(file);
  }
};

/** What cannot be opened is told by who opens reports. */
const opened = (path: string): number | undefined => {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return undefined;
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  return undefined;
};

const HEAD_BYTES = 16 * 1024;

const packingOf = (file: number): 'gzip' | 'xz' | undefined => {
  const head = Buffer.alloc(HEAD_BYTES);
  const start = head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  // Reports of ours are never packed with it.
  if (start.subarray(0, 6).equals(Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]))) return 'xz';
  return start[0] === 0x1f && start[1] === 0x8b && namesIn(start).some(isOfSos) ? 'gzip' : undefined;
};

const isOfSos = (name: string): boolean =>
  /^(?:\.\/)?(?:sosreport-[^/]*(?:\/|$)|[^/]+\/sos_(?:commands|reports|logs|strings)\/)/.test(name);

const BLOCK = 512;

/** The first names: 16 KiB unpack to 16 MiB at most. */
const namesIn = (packed: Buffer): readonly string[] => {
  const names: string[] = [];
  try {
    const tar = unzipSync(packed, { finishFlush: zlib.Z_SYNC_FLUSH });
    for (let at = 0; at + BLOCK <= tar.length; ) {
      const { path, size = 0, cksumValid } = new Header(tar, at);
      if (!cksumValid || !Number.isSafeInteger(size) || size < 0) break;
      names.push(path ?? '');
      at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    }
  } catch {
    // Damaged: told by who opens it.
  }
  return names;
};

const stream = (file: number) => createReadStream('', { fd: file, start: 0, autoClose: false });

const gzip = (file: number): Unpacking => {
  const gunzip = createGunzip();
  const packed = stream(file);
  packed.on('error', (cause) => gunzip.destroy(cause));
  return packed.pipe(gunzip);
};

async function* xz(file: number, path: string, xzPath?: string): Unpacking {
  try {
    yield* unxz(stream(file), xzPath);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw isMissing ? withoutXz(oneLine(path)) : cause;
  }
}
