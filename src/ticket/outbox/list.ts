/** Reads the outbox back. Whatever lies there, this ends with an entry that says so. */
import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  errno,
  fileBytes,
  isOurs,
  isRealFolder,
  messageOf,
  readRegular,
  readSmall,
  syncFolder,
} from '../../durable-files.ts';
import type { BundleFile } from '../desk.ts';
import { KEY_PATTERN, type Ticket, ticket as ticketModel } from '../model.ts';
import { plainLine } from '../plain.ts';
import { BUNDLE_FILE, TICKET_FILE } from './create.ts';
import { type History, readHistory } from './history.ts';

const MAX_TICKET_BYTES = 1024 * 1024;
/** In the order a ticket moves: one that moves while we look is seen, at worst twice. */
const STATES = ['waiting', 'held', 'sent'] as const;

/** 'held': a person must act before it can be sent. The state is the folder it lies in. */
export type State = (typeof STATES)[number];

export interface Entry extends History {
  readonly status: State;
  readonly root: string;
  readonly folder: string;
  readonly ticket: Ticket;
}

export interface Damaged {
  readonly status: 'damaged';
  readonly root: string;
  readonly folder: string;
  /** What is wrong with it; one line. */
  readonly why: string;
}

/** Oldest first; the same time, or a clock that was wrong, changes only the order. */
export const listTickets = async (roots: readonly string[]): Promise<readonly (Entry | Damaged)[]> => {
  const found: (Entry | Damaged)[] = [];
  for (const root of new Set(roots)) {
    if (!(await isRealFolder(root))) continue;
    if (!(await isOurs(root))) {
      found.push({ status: 'damaged', root, folder: root, why: 'it belongs to another user' });
      continue;
    }
    for (const state of STATES) {
      for (const one of await namesIn(join(root, state))) {
        const entry = await readEntry(root, state, one);
        if (entry) found.push(entry);
      }
    }
  }
  return (await withoutTwins(found)).sort(byAge);
};

export const isIntact = (one: Entry | Damaged): one is Entry => one.status !== 'damaged';

const namesIn = async (folder: string): Promise<readonly Dirent[]> => {
  if (!(await isRealFolder(folder))) return [];
  const names = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // Desktop systems leave files such as .DS_Store anywhere.
  return names.filter(({ name }) => !name.startsWith('.'));
};

const readEntry = async (
  root: string,
  status: State,
  { name }: Dirent,
): Promise<Entry | Damaged | undefined> => {
  const folder = join(root, status, name);
  try {
    if (!KEY_PATTERN.test(name)) throw new Error('the name is not a ticket key');
    if (!(await isRealFolder(folder))) throw new Error('not a folder');
    const ticket = parseTicket(await readSmall(join(folder, TICKET_FILE), MAX_TICKET_BYTES));
    if (ticket.key !== name) throw new Error('the key inside is another one');
    if (ticket.bundle && (await fileBytes(join(folder, BUNDLE_FILE))) !== ticket.bundle.bytes) {
      throw new Error('the report has another size than when it was put here');
    }
    return { status, root, folder, ticket, ...(await readHistory(folder)) };
  } catch (error) {
    // It was moved on while we looked: the next folder has it.
    if (errno(error) === 'ENOENT' && !(await exists(folder))) return undefined;
    return { status: 'damaged', root, folder, why: plainLine(messageOf(error), 300) };
  }
};

const parseTicket = (text: string): Ticket => {
  const parsed = ticketModel.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Error(`${TICKET_FILE}: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`);
};

/** The same key twice (a restored backup, a copy): the one that went furthest counts, the others are never sent. */
const withoutTwins = async (found: readonly (Entry | Damaged)[]): Promise<(Entry | Damaged)[]> => {
  const best = new Map<string, Entry>();
  for (const entry of found.filter(isIntact)) {
    const other = best.get(entry.ticket.key);
    if (!other || STATES.indexOf(entry.status) > STATES.indexOf(other.status)) {
      best.set(entry.ticket.key, entry);
    }
  }
  const kept: (Entry | Damaged)[] = [];
  for (const one of found) {
    if (!isIntact(one) || best.get(one.ticket.key) === one) kept.push(one);
    else if (await exists(one.folder)) {
      const why = `the same ticket is in ${best.get(one.ticket.key)?.folder ?? ''}`;
      kept.push({ status: 'damaged', root: one.root, folder: one.folder, why });
    }
  }
  return kept;
};

const exists = (folder: string): Promise<boolean> =>
  readdir(dirname(folder)).then(
    (names) => names.some((name) => join(dirname(folder), name) === folder),
    () => false,
  );

const byAge = (a: Entry | Damaged, b: Entry | Damaged): number => compare(ageOf(a), ageOf(b));
const ageOf = (one: Entry | Damaged): string =>
  isIntact(one) ? `${one.ticket.createdAt} ${one.ticket.key}` : `~ ${one.folder}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The next state, in one step: it is in one folder or in the other, whenever the power goes. */
export const moveTo = async (entry: Entry, state: State): Promise<Entry> => {
  if (entry.status === state) return entry;
  const folder = join(entry.root, state, entry.ticket.key);
  await rename(entry.folder, folder);
  await syncFolder(dirname(folder)).catch(() => {});
  await syncFolder(dirname(entry.folder)).catch(() => {});
  return { ...entry, status: state, folder };
};

/** The report of a ticket, when it is still the one that was put there. */
export const bundleOf = async (entry: Entry): Promise<BundleFile | 'changed' | undefined> => {
  const { bundle } = entry.ticket;
  if (bundle === undefined) return undefined;
  const path = join(entry.folder, BUNDLE_FILE);
  const hash = createHash('sha256');
  try {
    for await (const chunk of readRegular(path)) hash.update(chunk);
  } catch {
    return 'changed';
  }
  return hash.digest('hex') === bundle.sha256 ? { ...bundle, open: () => readRegular(path) } : 'changed';
};
