/** A help desk that is a folder, mostly on a share (docs/desks.md): a ticket is a folder named by its key. */
import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { errno } from '../../durable-files.ts';
import { plainBody } from '../body.ts';
import type { BundleFile, Desk, DeskOptions, Done, Failed, Looked, Outcome } from '../desk.ts';
import type { DeskEnvironment } from '../http/client.ts';
import { KEY_PATTERN, type Ticket } from '../model.ts';
import {
  type Content,
  failed,
  isThere,
  limited,
  MISSING,
  mustBeThere,
  putFile,
  putFolder,
} from './file/disk.ts';
import { FILES, filesIn, messagesIn, smallText, ticketIn } from './file/read.ts';
import { type FileSettings, fileSettings } from './file/settings.ts';

const DONE: Done = { status: 'done' };

export const makeFile = (settings: FileSettings, _environment: DeskEnvironment): Desk => {
  const { folder, mustHold, answerTimeoutMs } = fileSettings.parse(settings);
  const of = (id: string): string => {
    // It comes back from a file on the disk, and must not lead out of the folder.
    if (!KEY_PATTERN.test(id)) throw Object.assign(new Error('no such ticket'), { code: MISSING });
    return join(folder, id);
  };
  const work = <T>(what: () => Promise<T | Failed>, options: DeskOptions): Promise<T | Failed> =>
    limited(
      async () => {
        await mustBeThere(folder, mustHold);
        return what();
      },
      answerTimeoutMs,
      options,
    );
  const look = <T>(what: () => Promise<T>, options: DeskOptions): Promise<Looked<T>> =>
    work<Looked<T>>(async () => ({ status: 'ok', value: await what() }), options);
  const setState = (id: string, state: 'closed' | 'open', options: DeskOptions): Promise<Done> =>
    work<Done>(async () => {
      await putFile(join(of(id), 'status.json'), `${JSON.stringify({ state })}\n`, 'over');
      return DONE;
    }, options);

  return {
    name: 'file',
    target: folder,
    deduplicates: true,
    reports: 'with-ticket',
    preview: (ticket) => ({
      method: 'WRITE',
      url: join(folder, ticket.key),
      headers: {},
      body: { 'ticket.json': ticket, 'ticket.txt': plainBody(ticket).split('\n') },
    }),

    check: (options) =>
      look(async () => {
        const trial = join(folder, `.techsupport-${process.pid}.part`);
        await mkdir(trial);
        await rm(trial, { recursive: true });
        const { bavail, bsize } = await statfs(folder);
        return { attachmentLimit: bavail * bsize, remarks: [] };
      }, options),

    create: (ticket, bundle, options) =>
      work<Outcome>(async () => {
        const isNew = await putFolder(of(ticket.key), contentOf(ticket, bundle));
        return { status: 'sent', id: ticket.key, existing: !isNew };
      }, options),

    find: (key, options) =>
      work(
        async () =>
          (await isThere(join(of(key), 'ticket.json')))
            ? ({ status: 'found', id: key, existing: true } as const)
            : ({ status: 'none' } as const),
        options,
      ),
    read: (id, options) => look(() => ticketIn(of(id), id), options),
    conversation: (id, options) => look(() => messagesIn(of(id)), options),
    attachments: (id, options) => look(() => filesIn(of(id)), options),

    attach: (id, file, options) =>
      work<Done>(async () => {
        await mkdir(join(of(id), FILES), { recursive: true, mode: 0o770 });
        const isNew = await putFile(join(of(id), FILES, file.name), file.open(), 'new');
        return isNew ? DONE : failed('conflict', 'person', `${file.name} is there with another content`);
      }, options),

    comment: (id, { text, mark }, options) =>
      work<Done>(async () => {
        const which = mark.replace(/^.*-|[^A-Za-z0-9]/g, '');
        const path = join(of(id), `comment-${which}.txt`);
        if (await putFile(path, `${text}\n`, 'new')) return DONE;
        const isSame = (await smallText(path)) === `${text}\n`;
        return isSame ? DONE : failed('conflict', 'person', `comment-${which}.txt is another one`);
      }, options),

    close: (id, options) => setState(id, 'closed', options),
    reopen: (id, options) => setState(id, 'open', options),

    queue: ({ since, limit }, options) =>
      look(async () => {
        const keys = (await readdir(folder)).filter((name) => KEY_PATTERN.test(name));
        const all = await Promise.all(keys.map((key) => ticketIn(of(key), key).catch(unlessGone)));
        return all
          .filter((one) => one !== undefined)
          .filter(({ createdAt = '' }) => createdAt >= since.toISOString())
          .sort((a, b) => ((a.createdAt ?? '') > (b.createdAt ?? '') ? -1 : 1))
          .slice(0, limit);
      }, options),
  };
};

const contentOf = (ticket: Ticket, bundle: BundleFile | undefined): ReadonlyMap<string, Content> =>
  new Map<string, Content>([
    ['ticket.json', `${JSON.stringify(ticket, undefined, 2)}\n`],
    ['ticket.txt', `${ticket.subject}\n\n${plainBody(ticket)}\n`],
    ...(bundle === undefined ? [] : ([[`${FILES}/${bundle.name}`, bundle.open()]] as const)),
  ]);

const unlessGone = (error: unknown): undefined => {
  if (errno(error) !== MISSING) throw error;
  return undefined;
};
