/** What GitHub answers with, as far as it is of interest. */
import { z } from 'zod';
import type { DeskTicket, Message } from '../../desk.ts';
import { webAddress } from '../../http/answer.ts';
import { deskTicket, hasMark, isoOf, keyIn, numericId, words } from '../../http/shapes.ts';
import { plain, plainLine } from '../../plain.ts';

const user = z
  .looseObject({ login: words })
  .nullish()
  .transform((one) => one?.login ?? '');

export const issue = z.looseObject({
  number: numericId,
  html_url: words,
  state: words,
  state_reason: words,
  title: words,
  body: words,
  user,
  created_at: words,
  updated_at: words,
  closed_at: words,
  // Pull requests are in the list too.
  pull_request: z.unknown().optional(),
});
export type Issue = z.output<typeof issue>;

export const created = z.looseObject({ number: numericId });
export const searched = z.looseObject({ items: z.array(issue) });
export const repository = z.looseObject({
  private: z.boolean().default(false),
  has_issues: z.boolean().default(true),
});
export const comments = z.array(z.looseObject({ user, body: words, created_at: words }));

export const isIssue = ({ pull_request }: Issue): boolean =>
  pull_request === undefined || pull_request === null;

export const ticketOf = (one: Issue): DeskTicket => {
  const isClosed = one.state === 'closed';
  return deskTicket({
    id: one.number,
    url: webAddress(one.html_url),
    key: keyIn(one.body),
    state: isClosed ? (one.state_reason === 'completed' ? 'solved' : 'closed') : 'open',
    label: isClosed && one.state_reason !== '' ? one.state_reason : one.state,
    subject: one.title,
    createdAt: one.created_at,
    solvedAt: one.closed_at,
    updatedAt: one.updated_at,
  });
};

export const messageOf = (one: z.output<typeof comments>[number], creator: string): Message => {
  const at = isoOf(one.created_at);
  return {
    ...(at !== undefined && { at }),
    author: plainLine(one.user, 200),
    from: hasMark(one.body) || (one.user === creator && creator !== '') ? 'us' : 'desk',
    text: plain(one.body, 64 * 1024),
    internal: false,
    attachments: [],
  };
};
