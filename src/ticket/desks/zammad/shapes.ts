/** What Zammad answers with, as far as it is of interest. `expand=true` gives names for numbers. */
import { z } from 'zod';
import type { DeskTicket, Message, TicketState } from '../../desk.ts';
import { textOfHtml } from '../../http/html.ts';
import { deskTicket, hasMark, isoOf, keyIn, listOf, numericId, words } from '../../http/shapes.ts';
import { plain, plainLine } from '../../plain.ts';

export const created = z.looseObject({ id: numericId });

export const ticket = z.looseObject({
  id: numericId,
  title: words,
  state: words,
  priority: words,
  group: words,
  created_by_id: words,
  created_at: words,
  updated_at: words,
  close_at: words,
});
export type Raw = z.output<typeof ticket>;

export const tickets = z.array(ticket);

/** A list where names were asked for and given; else numbers, and beside them what they stand for. */
export const searched = z.union([
  tickets,
  z
    .looseObject({
      assets: z.looseObject({ Ticket: z.record(z.string(), ticket).default({}) }).default({ Ticket: {} }),
    })
    .transform(({ assets }) => Object.values(assets.Ticket)),
]);

export const articles = z.array(
  z.looseObject({
    from: words,
    body: words,
    content_type: words,
    internal: z.boolean().default(false),
    created_by_id: words,
    created_at: words,
    attachments: listOf(z.looseObject({ filename: words, size: words })),
  }),
);
type Article = z.output<typeof articles>[number];

export const group = z.array(z.looseObject({ name: words, active: z.boolean().default(true) }));
export const me = z.looseObject({ login: words, email: words });

const STATES: Readonly<Record<string, TicketState>> = {
  new: 'new',
  open: 'open',
  'pending reminder': 'waiting',
  'pending close': 'waiting',
  closed: 'solved',
  merged: 'closed',
  removed: 'closed',
};

export const keyOf = (raw: Raw, keyField: string | undefined): string | undefined => {
  if (keyField === undefined) return keyIn(raw.title);
  const kept = raw[keyField];
  return typeof kept === 'string' && kept !== '' ? kept : undefined;
};

export const ticketOf = (
  raw: Raw,
  {
    keyField,
    states,
  }: { readonly keyField?: string | undefined; readonly states: { readonly closed: string } },
  url: string,
): DeskTicket =>
  deskTicket({
    id: raw.id,
    url,
    key: keyOf(raw, keyField),
    state: raw.state === states.closed ? 'solved' : (STATES[raw.state] ?? 'unknown'),
    label: raw.state,
    subject: raw.title,
    createdAt: raw.created_at,
    solvedAt: raw.close_at,
    updatedAt: raw.updated_at,
    priority: raw.priority,
  });

export const messagesOf = (all: readonly Article[], creator: string): readonly Message[] =>
  all.map((article) => {
    const at = isoOf(article.created_at);
    const text = /html/i.test(article.content_type) ? textOfHtml(article.body) : article.body;
    const isOurs = hasMark(text) || (article.created_by_id === creator && creator !== '');
    return {
      ...(at !== undefined && { at }),
      author: plainLine(article.from, 200),
      from: isOurs ? 'us' : 'desk',
      text: plain(text, 64 * 1024),
      internal: article.internal,
      attachments: filesOf(article),
    };
  });

export const filesOf = ({ attachments }: Article) =>
  attachments.map(({ filename, size }) => ({
    name: plainLine(filename, 300),
    ...(/^\d+$/.test(size) && { bytes: Number(size) }),
  }));
