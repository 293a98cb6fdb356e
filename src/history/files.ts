/** The files of the history: found, read within bounds, written whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isOwnFolder } from '../folders.ts';

/** One file of a snapshot. */
export interface Filed {
  readonly folder: string;
  readonly name: string;
  readonly seq: number;
  readonly bytes: number;
}

export const HISTORY = 'history';

const RUN = /^run-(\d{6,9})-[0-9a-f]{12}\.json\.gz$/;
const BASE = /^base-[0-9a-f]{8}-[0-9a-f]{16}\.json\.gz$/;
const DRAFT = /\.part$/;
const SALT = 'salt';

/** What of ours may be that long; anything longer is not ours. */
export const MAX_FILE_BYTES = 256 * 1024;
/** Of a folder that somebody filled. */
const MOST_FILES = 2000;

/** In the order of their runs. */
export const filedIn = (folders: readonly string[]): readonly Filed[] =>
  folders
    .flatMap((folder) =>
      namesIn(folder).flatMap((name): readonly Filed[] => {
        const seq = Number(RUN.exec(name)?.[1]);
        const bytes = bytesOf(join(folder, name));
        return Number.isSafeInteger(seq) && bytes !== undefined ? [{ folder, name, seq, bytes }] : [];
      }),
    )
    .sort((a, b) => a.seq - b.seq || (a.name < b.name ? -1 : 1));

export const basesIn = (folder: string): readonly string[] =>
  namesIn(folder).filter((name) => BASE.test(name));

export const isBaseName = (name: string): boolean => BASE.test(name);

export const nameOfRun = (seq: number): string =>
  `run-${String(seq).padStart(6, '0')}-${randomBytes(6).toString('hex')}.json.gz`;

/** Undefined for what is not there, is no plain file, or is longer than anything of ours. */
export const readFiled = (path: string): Uint8Array | undefined => {
  let file: number | undefined;
  try {
    // A pipe in its place would never answer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(file);
    if (!found.isFile() || found.size > MAX_FILE_BYTES) return undefined;
    const bytes = Buffer.alloc(found.size);
    const read = readSync(file, bytes, 0, bytes.length, 0);
    return bytes.subarray(0, read);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

/** Beside its place and then into it, for its owner alone. Not waited for: a run is worth less than a slow disk's second. */
export const writeFiled = (folder: string, name: string, bytes: Uint8Array): void => {
  const draft = join(folder, `${name}.${randomBytes(4).toString('hex')}.part`);
  try {
    writeFileSync(draft, bytes, { mode: 0o600, flag: 'wx' });
    renameSync(draft, join(folder, name));
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
};

/** What hides names: the same in every folder that can be read, made once. */
export const saltFor = (folder: string, folders: readonly string[]): string => {
  const known = knownSalt(folders);
  if (known !== undefined) return known;
  const salt = randomBytes(SALT_BYTES);
  const draft = join(folder, `${SALT}.${randomBytes(4).toString('hex')}.part`);
  try {
    writeFileSync(draft, salt, { mode: 0o600, flag: 'wx' });
    linkSync(draft, join(folder, SALT));
    return salt.toString('hex');
  } catch {
    // Another run made it in this moment; or it is damaged, or there are no links on this disk.
    const theirs = knownSalt([folder]);
    if (theirs !== undefined) return theirs;
    writeFiled(folder, SALT, salt);
    return salt.toString('hex');
  } finally {
    rmSync(draft, { force: true });
  }
};

export const knownSalt = (folders: readonly string[]): string | undefined => {
  const found = folders
    .filter(isOwnFolder)
    .map((folder) => readFiled(join(folder, SALT)))
    .find((salt) => salt?.length === SALT_BYTES);
  return found && Buffer.from(found).toString('hex');
};

const SALT_BYTES = 32;

/** Somebody still needs it: what was used within the hour is not tidied away. */
export const touch = (folder: string, name: string): void => {
  const now = new Date();
  utimesSync(join(folder, name), now, now);
};

export const changedMs = (folder: string, name: string): number | undefined =>
  lstatSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;

/** Another run may have been faster. */
export const remove = (folder: string, name: string): void => {
  try {
    rmSync(join(folder, name), { force: true });
  } catch {
    // What cannot be removed is thinned by whoever can.
  }
};

export const draftsIn = (folder: string): readonly string[] =>
  namesIn(folder).filter((name) => DRAFT.test(name));

/** Everything of ours, and the folder where nothing else is in it. */
export const removeAll = (folders: readonly string[]): number => {
  let runs = 0;
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      if (RUN.test(name)) runs++;
      if (RUN.test(name) || BASE.test(name) || DRAFT.test(name) || name === SALT) rmSync(join(folder, name));
    }
    if (isOwnFolder(folder) && namesIn(folder).length === 0) rmSync(folder, { recursive: true, force: true });
  }
  return runs;
};

const namesIn = (folder: string): readonly string[] => {
  if (!isOwnFolder(folder)) return [];
  try {
    return readdirSync(folder).slice(0, MOST_FILES);
  } catch {
    return [];
  }
};

export const bytesOf = (path: string): number | undefined => {
  try {
    return lstatSync(path).size;
  } catch {
    return undefined;
  }
};
