/** What Freshdesk answers with, as far as it is of interest. */
import { z } from 'zod';
import type { DeskTicket, Message, TicketState } from '../../desk.ts';
import { textOfHtml } from '../../http/html.ts';
import { deskTicket, hasMark, isoOf, listOf, numericId, words } from '../../http/shapes.ts';
import { plain, plainLine } from '../../plain.ts';

const files = listOf(z.looseObject({ name: words, size: z.number().optional().catch(undefined) }));

export const created = z.looseObject({ id: numericId });
export const ticket = z.looseObject({
  id: numericId,
  subject: words,
  status: words,
  priority: words,
  type: words,
  tags: listOf(z.string()),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
  attachments: files,
  created_at: words,
  updated_at: words,
  stats: z.looseObject({ resolved_at: words, closed_at: words }).nullish(),
});
export type Raw = z.output<typeof ticket>;
export const tickets = z.array(ticket);
export const searched = z.looseObject({ results: tickets });

export const conversations = z.array(
  z.looseObject({
    body: words,
    body_text: words,
    private: z.boolean().default(false),
    incoming: z.boolean().default(false),
    user_id: words,
    from_email: words,
    created_at: words,
    attachments: files,
  }),
);
type Conversation = z.output<typeof conversations>[number];

export const agent = z.looseObject({ contact: z.looseObject({ name: words, email: words }) });

const STATES: Readonly<Record<string, TicketState>> = {
  2: 'open',
  3: 'waiting',
  4: 'solved',
  5: 'closed',
  6: 'waiting',
};
const LABELS: Readonly<Record<string, string>> = {
  2: 'open',
  3: 'pending',
  4: 'resolved',
  5: 'closed',
  6: 'waiting on customer',
  7: 'waiting on third party',
};
const PRIORITIES: Readonly<Record<string, string>> = { 1: 'low', 2: 'medium', 3: 'high', 4: 'urgent' };

/** A tag has at most 32 characters: a key without its hyphens. */
export const tagOf = (key: string): string => key.replaceAll('-', '');

export const keyOf = (
  { tags, custom_fields: fields }: Raw,
  keyField: string | undefined,
): string | undefined => {
  if (keyField !== undefined) {
    const kept = fields?.[keyField];
    return typeof kept === 'string' && kept !== '' ? kept : undefined;
  }
  return tags
    .find((tag) => /^[0-9a-f]{32}$/.test(tag))
    ?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

export const ticketOf = (raw: Raw, keyField: string | undefined, url: string): DeskTicket =>
  deskTicket({
    id: raw.id,
    url,
    key: keyOf(raw, keyField),
    // Sites may add statuses of their own, from 7 on.
    state: STATES[raw.status] ?? 'unknown',
    label: LABELS[raw.status] ?? raw.status,
    subject: raw.subject,
    createdAt: raw.created_at,
    solvedAt: raw.stats?.resolved_at || (raw.stats?.closed_at ?? ''),
    updatedAt: raw.updated_at,
    priority: PRIORITIES[raw.priority] ?? raw.priority,
    category: raw.type,
  });

export const messagesOf = (all: readonly Conversation[]): readonly Message[] =>
  all.map((one) => {
    const at = isoOf(one.created_at);
    const text = one.body_text || textOfHtml(one.body);
    return {
      ...(at !== undefined && { at }),
      author: plainLine(one.from_email || one.user_id, 200),
      // The key of a site's agent may be a person's own: only the mark tells.
      from: hasMark(text) ? 'us' : one.incoming ? 'unknown' : 'desk',
      text: plain(text.trim(), 64 * 1024),
      internal: one.private,
      attachments: filesOf(one.attachments),
    };
  });

export const filesOf = (all: z.output<typeof files>) =>
  all.map(({ name, size }) => ({ name: plainLine(name, 300), ...(size !== undefined && { bytes: size }) }));
