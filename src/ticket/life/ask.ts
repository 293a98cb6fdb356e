/** Puts what a person asks for on the disk, beside its ticket: from then on it is not lost. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errno, readRegular, readSmall, syncFolder, writeDurably } from '../../durable-files.ts';
import { bundleName } from '../model.ts';
import { copyBundle } from '../outbox/create.ts';
import { writeStep } from '../outbox/journal.ts';
import type { Entry } from '../outbox/list.ts';
import { type Action, action } from './action.ts';

const MAX_ACTION_BYTES = 128 * 1024;
const FOLDER = 'actions';

const folderOf = ({ folder }: Pick<Entry, 'folder'>): string => join(folder, FOLDER);
const pathOf = (entry: Pick<Entry, 'folder'>, number: number): string =>
  join(folderOf(entry), `${number}.json`);
const filePathOf = (entry: Pick<Entry, 'folder'>, number: number): string =>
  join(folderOf(entry), `${number}.file`);

/** What is not a file yet gets its name and checksum here. */
export type Wish = Exclude<Action, { kind: 'attach' }> | { readonly kind: 'attach'; readonly path: string };

/** Gives its number. Throws what the disk says. */
export const askFor = async (entry: Entry, wish: Wish, nowMs: number): Promise<number> => {
  await mkdir(folderOf(entry), { recursive: true, mode: 0o700 });
  for (let number = await nextNumber(entry); ; number += 1) {
    try {
      await put(entry, number, wish);
    } catch (error) {
      // Another one was asked for at the same moment.
      if (errno(error) === 'EEXIST') continue;
      throw error;
    }
    await writeStep(entry.folder, { step: 'asked', action: number, kind: wish.kind }, nowMs);
    return number;
  }
};

const nextNumber = async (entry: Entry): Promise<number> => {
  const taken = (await readdir(folderOf(entry))).map((name) => Number.parseInt(name, 10) || 0);
  return Math.max(0, ...taken, ...entry.actions.keys()) + 1;
};

const put = async (entry: Entry, number: number, wish: Wish): Promise<void> => {
  if (wish.kind !== 'attach') return writeAction(entry, number, wish);
  const staged = join(folderOf(entry), `${number}.part`);
  await mkdir(staged, { mode: 0o700 });
  try {
    const { sha256, bytes } = await copyBundle(wish.path, staged);
    await rename(join(staged, 'bundle.tar.gz'), filePathOf(entry, number));
    await writeAction(entry, number, { kind: 'attach', name: bundleName(wish.path), sha256, bytes });
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
};

const writeAction = async (entry: Entry, number: number, what: Action): Promise<void> => {
  await writeDurably(pathOf(entry, number), `${JSON.stringify(what)}\n`);
  await syncFolder(folderOf(entry)).catch(() => {});
};

/** Undefined where it is damaged. */
export const readAction = async (entry: Entry, number: number): Promise<Action | undefined> => {
  try {
    return action.safeParse(JSON.parse(await readSmall(pathOf(entry, number), MAX_ACTION_BYTES))).data;
  } catch {
    return undefined;
  }
};

export const openFile = (entry: Entry, number: number): AsyncIterable<Uint8Array> =>
  readRegular(filePathOf(entry, number));
