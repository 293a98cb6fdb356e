/** Reads an archive of sos that somebody unpacked: no link in it is followed, so nothing of this computer is read. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { refused } from './refuse.ts';
import { type SosTree, type TreeBuilder, treeBuilder } from './tree.ts';

export const isSosFolder = (path: string): boolean =>
  ['sos_commands', 'sos_reports'].some((name) => {
    try {
      return lstatSync(join(path, name)).isDirectory();
    } catch {
      return false;
    }
  });

export const readFolder = (root: string): SosTree => {
  const builder = treeBuilder();
  const walk = (folder: string): void => {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
      const isWanted = builder.add(path, kind);
      if (kind === 'folder') walk(path);
      else if (isWanted) readInto(join(root, path), builder, path);
    }
  };
  walk('');
  return builder.tree();
};

/** Who is not root may not look into every folder that root unpacked: it is as if sos had not kept it. */
const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

const CHUNK_BYTES = 64 * 1024;

const readInto = (path: string, builder: TreeBuilder, name: string): void => {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return;
  }
  try {
    if (!fstatSync(file).isFile()) throw refused('notRegular');
    const sink = builder.sink(name);
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let bytes = 0, read = 1; read > 0 && bytes < MAX_FILE_BYTES; bytes += read) {
      read = readSync(file, chunk, 0, CHUNK_BYTES, null);
      sink(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
};

/** sos keeps 25 MiB of a log; a sparse file has no end. */
const MAX_FILE_BYTES = 64 * 1024 ** 2;
