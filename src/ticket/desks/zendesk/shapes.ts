/** What Zendesk answers with, as far as it is of interest. */
import { z } from 'zod';
import type { DeskTicket, Message, TicketState } from '../../desk.ts';
import { deskTicket, hasMark, isoOf, listOf, numericId, words } from '../../http/shapes.ts';
import { plain, plainLine } from '../../plain.ts';

export const created = z.looseObject({ ticket: z.looseObject({ id: numericId }) });
export const uploaded = z.looseObject({ upload: z.looseObject({ token: z.string().min(1).max(500) }) });
export const me = z.looseObject({ user: z.looseObject({ name: words, role: words }) });

const ticket = z.looseObject({
  id: numericId,
  external_id: words,
  subject: words,
  status: words,
  priority: words,
  submitter_id: words,
  created_at: words,
  updated_at: words,
});
type Raw = z.output<typeof ticket>;

export const one = z.looseObject({ ticket });
export const several = z.looseObject({ tickets: z.array(ticket) });
// A search finds users and groups too.
export const searched = z.looseObject({ results: z.array(z.union([ticket, z.looseObject({})])) });
export const isTicket = (found: object): found is Raw => 'external_id' in found && 'status' in found;

export const comments = z.looseObject({
  comments: z.array(
    z.looseObject({
      author_id: words,
      body: words,
      plain_body: words,
      public: z.boolean().default(true),
      created_at: words,
      attachments: listOf(z.looseObject({ file_name: words, size: z.number().optional().catch(undefined) })),
    }),
  ),
  users: listOf(z.looseObject({ id: words, name: words })),
});

const STATES: Readonly<Record<string, TicketState>> = {
  new: 'new',
  open: 'open',
  pending: 'waiting',
  hold: 'open',
  solved: 'solved',
  closed: 'closed',
};

export const ticketOf = (raw: Raw, url: string): DeskTicket =>
  deskTicket({
    id: raw.id,
    url,
    ...(raw.external_id !== '' && { key: raw.external_id }),
    state: STATES[raw.status] ?? 'unknown',
    label: raw.status,
    subject: raw.subject,
    createdAt: raw.created_at,
    // It has no moment of its own: the last change of a solved ticket is no earlier.
    ...(/solved|closed/.test(raw.status) && { solvedAt: raw.updated_at }),
    updatedAt: raw.updated_at,
    priority: raw.priority,
  });

export const messagesOf = (
  { comments: all, users }: z.output<typeof comments>,
  submitter: string,
): readonly Message[] =>
  all.map((comment) => {
    const at = isoOf(comment.created_at);
    const name = users.find(({ id }) => id === comment.author_id)?.name || comment.author_id;
    const text = comment.plain_body || comment.body;
    const isOurs = hasMark(text) || (comment.author_id === submitter && submitter !== '');
    return {
      ...(at !== undefined && { at }),
      author: plainLine(name, 200),
      from: isOurs ? 'us' : 'desk',
      text: plain(text, 64 * 1024),
      internal: !comment.public,
      attachments: filesOf([comment]),
    };
  });

export const filesOf = (all: z.output<typeof comments>['comments']) =>
  all
    .flatMap(({ attachments }) => attachments)
    .map(({ file_name, size }) => ({
      name: plainLine(file_name, 300),
      ...(size !== undefined && { bytes: size }),
    }));
