/** What lies in the folder of a ticket. What the support writes there is a stranger's text. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errno, readSmall } from '../../../durable-files.ts';
import type { Attachment, DeskTicket, Message } from '../../desk.ts';
import { ticket as ticketModel } from '../../model.ts';
import { plain, plainLine } from '../../plain.ts';
import { isThere } from './disk.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_MESSAGES = 200;
export const FILES = 'files';

const STATES = ['new', 'open', 'waiting', 'solved', 'closed'] as const;
const standing = z.looseObject({ state: z.enum(STATES), label: z.string().optional() });

/** Throws what the disk says; a ticket.json that is none gives a ticket without a key. */
export const ticketIn = async (folder: string, id: string): Promise<DeskTicket> => {
  const stored = ticketModel.safeParse(parse((await smallText(join(folder, 'ticket.json'))) ?? ''));
  const path = join(folder, 'status.json');
  const told = (await isThere(path)) ? standing.safeParse(parse((await smallText(path)) ?? '')) : undefined;
  const { state, label } =
    told === undefined
      ? { state: 'new' as const, label: '' }
      : told.success
        ? { state: told.data.state, label: told.data.label ?? '' }
        : { state: 'unknown' as const, label: 'status.json' };
  const changed = told === undefined ? undefined : (await lstat(path)).mtime.toISOString();
  const isSolved = state === 'solved' || state === 'closed';
  return {
    id,
    state,
    label: plainLine(label, 200),
    ...(stored.success && {
      key: stored.data.key,
      subject: stored.data.subject,
      createdAt: stored.data.createdAt,
      priority: stored.data.priority,
      category: stored.data.category,
    }),
    ...(changed !== undefined && { updatedAt: changed }),
    ...(changed !== undefined && isSolved && { solvedAt: changed }),
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** `comment-*.txt` is ours, `reply-*.txt` is the support's; by the time of the files. */
export const messagesIn = async (folder: string): Promise<readonly Message[]> => {
  const names = (await readdir(folder)).filter((name) => /^(comment|reply)-[^/\\]{1,100}\.txt$/.test(name));
  const found = await Promise.all(
    names.slice(0, MAX_MESSAGES).map(async (name): Promise<Message | undefined> => {
      const path = join(folder, name);
      const text = await smallText(path);
      if (text === undefined) return undefined;
      const isOurs = name.startsWith('comment-');
      return {
        at: (await lstat(path)).mtime.toISOString(),
        author: isOurs ? '' : plainLine(name, 100),
        from: isOurs ? 'us' : 'desk',
        text: plain(text, MAX_BYTES),
        internal: false,
        attachments: [],
      };
    }),
  );
  const messages = found.filter((one) => one !== undefined);
  return messages.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
};

export const filesIn = async (folder: string): Promise<readonly Attachment[]> => {
  const path = join(folder, FILES);
  if (!(await isThere(path))) return [];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.'));
  const found = await Promise.all(
    names.map(async (name) => ({ name: plainLine(name, 300), file: await lstat(join(path, name)) })),
  );
  return found.filter(({ file }) => file.isFile()).map(({ name, file }) => ({ name, bytes: file.size }));
};

/** Nothing where it is a link, a folder or longer than any answer: whoever may write there may put anything there. */
export const smallText = async (path: string): Promise<string | undefined> => {
  try {
    return await readSmall(path, MAX_BYTES);
  } catch (error) {
    if (errno(error) !== '' && errno(error) !== 'ELOOP') throw error;
    return undefined;
  }
};
