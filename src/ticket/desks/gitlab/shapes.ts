/** What GitLab answers with, as far as it is of interest. */
import { z } from 'zod';
import type { Attachment, DeskTicket, Message } from '../../desk.ts';
import { webAddress } from '../../http/answer.ts';
import { deskTicket, hasMark, isoOf, keyIn, numericId, words } from '../../http/shapes.ts';
import { plain, plainLine } from '../../plain.ts';

const person = z
  .looseObject({ id: words, name: words, username: words })
  .nullish()
  .transform((one) => ({ id: one?.id ?? '', name: one?.name || (one?.username ?? '') }));

export const created = z.looseObject({ iid: numericId });
export const issue = z.looseObject({
  iid: numericId,
  web_url: words,
  state: words,
  title: words,
  description: words,
  author: person,
  created_at: words,
  updated_at: words,
  closed_at: words,
});
export type Issue = z.output<typeof issue>;

export const project = z.looseObject({
  visibility: words,
  issues_access_level: words,
  issues_enabled: z.boolean().default(true),
});
/** Where it is kept; what its own Markdown says is a text of others. */
export const uploaded = z.looseObject({
  url: z.string().regex(/^\/uploads\/[0-9a-f]{8,64}\/[A-Za-z0-9._-]{1,200}$/),
});
export const notes = z.array(
  z.looseObject({
    body: words,
    author: person,
    created_at: words,
    system: z.boolean().default(false),
    internal: z.boolean().default(false),
  }),
);

export const ticketOf = (one: Issue): DeskTicket =>
  deskTicket({
    id: one.iid,
    url: webAddress(one.web_url),
    key: keyIn(one.description),
    state: one.state === 'opened' ? 'open' : one.state === 'closed' ? 'solved' : 'unknown',
    label: one.state,
    subject: one.title,
    createdAt: one.created_at,
    solvedAt: one.closed_at,
    updatedAt: one.updated_at,
  });

export const messagesOf = (all: z.output<typeof notes>, creator: string): readonly Message[] =>
  all
    .filter(({ system }) => !system)
    .map(({ body, author, created_at, internal }) => {
      const at = isoOf(created_at);
      return {
        ...(at !== undefined && { at }),
        author: plainLine(author.name, 200),
        from: hasMark(body) || (author.id === creator && creator !== '') ? 'us' : 'desk',
        text: plain(body, 64 * 1024),
        internal,
        attachments: filesIn(body),
      };
    });

/** Files are links in texts; there is no list of them. */
export const filesIn = (text: string): readonly Attachment[] =>
  [...text.matchAll(/\]\(\/uploads\/[0-9a-f]{8,64}\/([^)\s]{1,200})\)/g)].map(([, name = '']) => ({
    name: plainLine(name, 300),
  }));
