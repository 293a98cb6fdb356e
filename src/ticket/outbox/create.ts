/** Puts a ticket on the disk: all of it, or nothing. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errno, messageOf, syncFolder, writeDurably } from '../../durable-files.ts';
import { makeFolder, makeOwnFolder } from '../../folders.ts';
import { ownerOf, ownTag } from '../../owner.ts';
import { bundleName, type Draft, makeTicket, type Ticket, type TicketBundle } from '../model.ts';
import { journalPath, stepLine } from './journal.ts';

export const BUNDLE_FILE = 'bundle.tar.gz';
export const TICKET_FILE = 'ticket.json';
const STAGING = 'new';
const CHANGED = 'bundle-changed';
const CHUNK_BYTES = 256 * 1024;

export type Created =
  | {
      readonly status: 'created';
      readonly root: string;
      readonly folder: string;
      readonly ticket: Ticket;
      /** Better places, which did not take it. */
      readonly refused: readonly Refusal[];
    }
  /** No folder took it; each with the errno and what the system said. */
  | { readonly status: 'no-outbox'; readonly tried: readonly Refusal[] }
  | { readonly status: 'bundle-unreadable'; readonly why: string };

export interface Refusal {
  readonly root: string;
  /** ENOSPC, EROFS, EACCES …; 'not-ours' for a folder of another user. */
  readonly reason: string;
  readonly why: string;
}

export interface Creation {
  /** Where an outbox may be, best first. */
  readonly roots: readonly string[];
  readonly draft: Draft;
  readonly bundlePath?: string;
  /** What the person agreed to: another content is refused. */
  readonly bundleSha256?: string;
  readonly nowMs: number;
  readonly key?: string;
  /** The desk that it is for, by its name in the configuration. */
  readonly desk?: string;
}

export const createTicket = async (creation: Creation): Promise<Created> => {
  const { bundlePath } = creation;
  const unreadable = bundlePath === undefined ? undefined : await whyUnreadable(bundlePath);
  if (unreadable !== undefined) return { status: 'bundle-unreadable', why: unreadable };
  const base = makeTicket(creation.draft, creation.nowMs, creation.key);
  const tried: Refusal[] = [];
  for (const root of creation.roots) {
    try {
      return { status: 'created', root, refused: tried, ...(await createIn(root, base, creation)) };
    } catch (error) {
      if (errno(error) === CHANGED) return { status: 'bundle-unreadable', why: messageOf(error) };
      tried.push({ root, reason: errno(error) || 'failed', why: messageOf(error) });
    }
  }
  return { status: 'no-outbox', tried };
};

const createIn = async (
  root: string,
  base: Ticket,
  { bundlePath, bundleSha256, nowMs, desk }: Creation,
): Promise<{ folder: string; ticket: Ticket }> => {
  await prepareRoot(root);
  await clearStaging(root);
  const staged = join(root, STAGING, `${await ownTag()}.${base.key}`);
  const folder = join(root, 'waiting', base.key);
  try {
    await mkdir(staged, { mode: 0o700 });
    const bundle = bundlePath === undefined ? undefined : await copyBundle(bundlePath, staged);
    if (bundle !== undefined && bundle.sha256 !== (bundleSha256 ?? bundle.sha256)) throw changed();
    const ticket: Ticket = { ...base, ...(bundle && { bundle }) };
    await writeDurably(join(staged, TICKET_FILE), `${JSON.stringify(ticket, null, 2)}\n`);
    await writeDurably(
      journalPath(staged),
      `${stepLine({ step: 'created', ...(desk !== undefined && { desk }) }, nowMs)}\n`,
    );
    await syncFolder(staged);
    await rename(staged, folder);
    // From here on it is there: a disk that fails now must not make a second one elsewhere.
    await syncFolder(join(root, 'waiting')).catch(() => {});
    return { folder, ticket };
  } catch (error) {
    await rm(staged, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
};

export const prepareRoot = async (root: string): Promise<void> => {
  makeOwnFolder(root);
  for (const name of [STAGING, 'waiting', 'held', 'sent']) {
    makeFolder(join(root, name));
  }
  await syncFolder(root);
};

/** What processes that are gone left half-written: never acknowledged, so nobody counts on it. */
const clearStaging = async (root: string): Promise<void> => {
  for (const name of await readdir(join(root, STAGING))) {
    if ((await ownerOf(name)) === 'dead') {
      await rm(join(root, STAGING, name), { recursive: true, force: true }).catch(() => {});
    }
  }
};

const whyUnreadable = async (path: string): Promise<string | undefined> => {
  try {
    const file = await open(path, 'r');
    const found = await file.stat();
    await file.close();
    return found.isFile() ? undefined : 'not a regular file';
  } catch (error) {
    return messageOf(error);
  }
};

const changed = (): Error => Object.assign(new Error('it has changed since it was shown'), { code: CHANGED });

/** What a ticket will say of this file. */
export const describeBundle = async (path: string): Promise<TicketBundle> => {
  const hash = createHash('sha256');
  let bytes = 0;
  await eachChunk(path, async (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  return { name: bundleName(path), sha256: hash.digest('hex'), bytes };
};

export const copyBundle = async (from: string, folder: string): Promise<TicketBundle> => {
  const target = await open(join(folder, BUNDLE_FILE), 'wx', 0o600);
  try {
    await eachChunk(from, (chunk) => target.writeFile(chunk));
    await target.sync();
  } finally {
    await target.close();
  }
  // Of the copy: what is sent is what was hashed.
  return { ...(await describeBundle(join(folder, BUNDLE_FILE))), name: bundleName(from) };
};

const eachChunk = async (path: string, take: (chunk: Buffer) => Promise<void>): Promise<void> => {
  const source = await open(path, constants.O_RDONLY);
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let at = 0; ; ) {
      const { bytesRead } = await source.read(chunk, 0, CHUNK_BYTES, at);
      if (bytesRead === 0) return;
      await take(chunk.subarray(0, bytesRead));
      at += bytesRead;
    }
  } finally {
    await source.close();
  }
};
