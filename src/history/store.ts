/** The history on the disk: bounded, for its owner alone, and never in the way of a run. */
import { join } from 'node:path';
import { makeOwnFolder } from '../folders.ts';
import { ownStateFolders } from '../state.ts';
import {
  basesIn,
  bytesOf,
  changedMs,
  draftsIn,
  type Filed,
  filedIn,
  HISTORY,
  isBaseName,
  nameOfRun,
  readFiled,
  remove,
  removeAll,
  saltFor,
  touch,
  writeFiled,
} from './files.ts';
import { type Base, isBaseOf, pack, packBase } from './pack.ts';
import type { Snapshot } from './snapshot.ts';
import { type Bounds, thin, type Weighed } from './thin.ts';
import { unpack, unpackBase } from './unpack.ts';

export const BOUNDS: Bounds = { count: 60, bytes: 512 * 1024 };
/** Thinned to this, so that not every run has to read all the others. */
const AFTER: Bounds = { count: 48, bytes: 400 * 1024 };
/** What is longer does not stand in the history: a list of that many is not compared by anybody. */
const MAX_RUN_BYTES = 64 * 1024;
const MAX_BASE_BYTES = 160 * 1024;

export interface History {
  /** In the order of the runs, oldest first. */
  readonly snapshots: readonly Snapshot[];
  /** Files that are damaged, or not ours. */
  readonly unreadable: number;
}

export const historyFolders = (): readonly string[] =>
  ownStateFolders().map((folder) => join(folder, HISTORY));

export const loadHistory = (folders: readonly string[] = historyFolders()): History => {
  const read = weighed(folders);
  return {
    snapshots: read.flatMap((one) => (one === undefined ? [] : [one.snapshot])),
    unreadable: read.filter((one) => one === undefined).length,
  };
};

/** Gives how many runs were forgotten. */
export const forgetHistory = (folders: readonly string[] = historyFolders()): number => removeAll(folders);

export interface Saved {
  readonly folder: string;
  readonly bytes: number;
}

/** Into the first folder that takes it; why not, where none does. `made` is given what hides names there. */
export const save = async (
  made: (seq: number, salt: string) => Promise<Snapshot>,
  folders: readonly string[] = historyFolders(),
): Promise<Saved | { readonly why: string }> => {
  const seq = (filedIn(folders).at(-1)?.seq ?? 0) + 1;
  let why = 'no folder';
  for (const folder of folders) {
    try {
      makeOwnFolder(folder);
      const bytes = write(folder, await made(seq, saltFor(folder, folders)));
      tidy(folders);
      return { folder, bytes };
    } catch (cause) {
      why = cause instanceof Error ? cause.message : String(cause);
    }
  }
  return { why };
};

const write = (folder: string, snapshot: Snapshot): number => {
  const known = basesIn(folder);
  const { bytes, used, fresh } = fitting(snapshot, known, (list) => {
    const [newest] = known
      .filter((name) => isBaseOf(name, list))
      .sort((a, b) => (changedMs(folder, b) ?? 0) - (changedMs(folder, a) ?? 0));
    return newest === undefined ? undefined : baseIn(folder, newest);
  });
  for (const name of used) touch(folder, name);
  for (const base of fresh) writeFiled(folder, base.name, base.bytes);
  writeFiled(folder, nameOfRun(snapshot.seq), bytes);
  return bytes.length;
};

/** Without the lists that are too long: unknown is better than a history that cannot be kept. */
const fitting = (
  snapshot: Snapshot,
  known: readonly string[],
  baseOf: (list: string) => Base | undefined,
): { readonly bytes: Buffer; readonly used: readonly string[]; readonly fresh: readonly Fresh[] } => {
  const { bytes, bases } = pack(snapshot, baseOf);
  const used = bases.map(({ name }) => name).filter((name) => known.includes(name));
  const fresh = bases
    .filter(({ name }) => !known.includes(name))
    .map((base) => ({ name: base.name, list: base.list, bytes: packBase(base) }));
  const tooLong = new Set(fresh.flatMap((base) => (base.bytes.length > MAX_BASE_BYTES ? [base.list] : [])));
  if (bytes.length <= MAX_RUN_BYTES && tooLong.size === 0) return { bytes, used, fresh };
  // The health alone, where even without them it is too long.
  const facts = bytes.length > MAX_RUN_BYTES ? [] : [...snapshot.facts].filter(([id]) => !tooLong.has(id));
  const less = { ...snapshot, facts: new Map(facts), times: new Map(), reads: new Map() };
  const small = pack(less, baseOf);
  if (small.bytes.length > MAX_RUN_BYTES) throw new Error('longer than any history may be');
  return {
    bytes: small.bytes,
    used,
    fresh: fresh.filter(({ list }) => small.bases.some((one) => one.list === list)),
  };
};

interface Fresh {
  readonly name: string;
  readonly list: string;
  readonly bytes: Buffer;
}

const baseIn = (folder: string, name: string): Base | undefined => {
  const bytes = isBaseName(name) ? readFiled(join(folder, name)) : undefined;
  return bytes === undefined ? undefined : unpackBase(name, bytes);
};

interface Stored extends Weighed {
  readonly filed: Filed;
}

/** Undefined for each that cannot be read. */
const weighed = (folders: readonly string[]): readonly (Stored | undefined)[] => {
  const bases = new Map<string, Base | undefined>();
  return filedIn(folders).map((filed) => {
    const bytes = readFiled(join(filed.folder, filed.name));
    const used = new Map<string, number>();
    const snapshot =
      bytes &&
      unpack(bytes, (name) => {
        const path = join(filed.folder, name);
        if (!bases.has(path)) bases.set(path, baseIn(filed.folder, name));
        const base = bases.get(path);
        if (base !== undefined) used.set(path, packedBytes(base));
        return base;
      });
    // The name is what the order was made by: a file that says something else of itself was not written by us.
    if (snapshot === undefined || snapshot.seq !== filed.seq) return undefined;
    return { name: join(filed.folder, filed.name), snapshot, bytes: filed.bytes, bases: used, filed };
  });
};

const weights = new WeakMap<Base, number>();

const packedBytes = (base: Base): number => {
  const known = weights.get(base) ?? packBase(base).length;
  weights.set(base, known);
  return known;
};

const HOUR_MS = 3_600_000;

/** Thins what is too much. What another run writes meanwhile has a name of its own and is not touched. */
const tidy = (folders: readonly string[]): void => {
  const filed = filedIn(folders);
  const bases = folders.flatMap((folder) => basesIn(folder).map((name) => ({ folder, name })));
  const bytes = [
    ...filed.map((one) => one.bytes),
    ...bases.map(({ folder, name }) => bytesOf(join(folder, name)) ?? 0),
  ];
  if (filed.length <= BOUNDS.count && bytes.reduce((sum, one) => sum + one, 0) <= BOUNDS.bytes) return;
  const all = weighed(folders);
  const readable = all.flatMap((one) => one ?? []);
  const kept = thin(readable, AFTER);
  const names = new Set([...kept].map(({ name }) => name));
  for (const { folder, name } of filed) if (!names.has(join(folder, name))) remove(folder, name);
  const used = new Set([...kept].flatMap((one) => [...one.bases.keys()]));
  for (const { folder, name } of bases) {
    if (!used.has(join(folder, name)) && isOld(folder, name)) remove(folder, name);
  }
  for (const folder of folders) {
    for (const name of draftsIn(folder)) if (isOld(folder, name)) remove(folder, name);
  }
};

const isOld = (folder: string, name: string): boolean =>
  Math.abs(Date.now() - (changedMs(folder, name) ?? 0)) > HOUR_MS;
