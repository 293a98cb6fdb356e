/** What Jira answers with, as far as it is of interest. */
import { z } from 'zod';
import type { DeskTicket, Message, TicketState } from '../../desk.ts';
import { deskTicket, hasMark, isoOf, listOf, words } from '../../http/shapes.ts';
import { KEY_PATTERN } from '../../model.ts';
import { plain, plainLine } from '../../plain.ts';
import { textOfAdf } from './text.ts';

export const issueKey = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,50}-\d{1,12}$/);

export const created = z.looseObject({ key: issueKey });

const named = z
  .looseObject({ name: words })
  .nullish()
  .transform((one) => one?.name ?? '');
const category = z
  .looseObject({ key: words })
  .nullish()
  .transform((one) => one?.key ?? '');
const status = z.looseObject({ name: words, statusCategory: category });
const person = z
  .looseObject({ accountId: words, name: words, displayName: words })
  .nullish()
  .transform((one) => ({
    id: one?.accountId || (one?.name ?? ''),
    name: one?.displayName || (one?.name ?? ''),
  }));

const comment = z.looseObject({
  author: person,
  body: z.unknown(),
  created: words,
  jsdPublic: z.boolean().default(true),
});

const fields = z.looseObject({
  summary: words,
  labels: listOf(z.string()),
  status: status.nullish(),
  priority: named,
  created: words,
  updated: words,
  resolutiondate: words,
  creator: person,
  attachment: listOf(z.looseObject({ filename: words, size: z.number().optional().catch(undefined) })),
  // Its own description shows a bare list; what answers is a page of one.
  comment: z
    .union([
      z.array(comment),
      z.looseObject({ comments: listOf(comment) }).transform((page) => page.comments),
    ])
    .nullish(),
});

export const issue = z.looseObject({ key: issueKey, fields });
export const searched = z.looseObject({ issues: z.array(issue) });
export const transitions = z.looseObject({
  transitions: z.array(z.looseObject({ id: z.string().min(1), name: words, to: status.nullish() })),
});
export const myself = z.looseObject({ displayName: words, name: words });
export const limits = z.looseObject({
  enabled: z.boolean().default(true),
  uploadLimit: z.number().optional(),
});

/** Names of statuses differ per site; these kinds do not. */
export const STATES: Readonly<Record<string, TicketState>> = {
  new: 'new',
  indeterminate: 'open',
  done: 'solved',
};

export const ticketOf = ({ key, fields: one }: z.output<typeof issue>, url: string): DeskTicket =>
  deskTicket({
    id: key,
    url,
    key: one.labels.find((label) => KEY_PATTERN.test(label)),
    state: STATES[one.status?.statusCategory ?? ''] ?? 'unknown',
    label: one.status?.name ?? '',
    subject: one.summary,
    createdAt: one.created,
    solvedAt: one.resolutiondate,
    updatedAt: one.updated,
    priority: one.priority,
  });

export const messagesOf = ({ fields: one }: z.output<typeof issue>): readonly Message[] =>
  (one.comment ?? []).map(({ author, body, created: createdAt, jsdPublic }) => {
    const at = isoOf(createdAt);
    const text = textOfAdf(body).trim();
    const isOurs = hasMark(text) || (author.id === one.creator.id && one.creator.id !== '');
    return {
      ...(at !== undefined && { at }),
      author: plainLine(author.name, 200),
      from: isOurs ? 'us' : 'desk',
      text: plain(text, 64 * 1024),
      internal: !jsdPublic,
      attachments: [],
    };
  });

export const filesOf = ({ fields: { attachment } }: z.output<typeof issue>) =>
  attachment.map(({ filename, size }) => ({
    name: plainLine(filename, 300),
    ...(size !== undefined && { bytes: size }),
  }));
