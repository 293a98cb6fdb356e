/** What Jira Service Management answers with, as far as it is of interest. */
import { z } from 'zod';
import type { DeskTicket, Message } from '../../desk.ts';
import { deskTicket, hasMark, isoOf, keyIn, listOf, words } from '../../http/shapes.ts';
import { plain, plainLine } from '../../plain.ts';
import { issueKey, STATES } from '../jira/shapes.ts';
import { textOfAdf } from '../jira/text.ts';

const moment = z
  .looseObject({ iso8601: words })
  .nullish()
  .transform((at) => at?.iso8601 ?? '');
const person = z
  .looseObject({ accountId: words, name: words, displayName: words })
  .nullish()
  .transform((one) => ({
    id: one?.accountId || (one?.name ?? ''),
    name: one?.displayName || (one?.name ?? ''),
  }));

export const created = z.looseObject({ issueKey });

export const request = z.looseObject({
  issueKey,
  createdDate: moment,
  reporter: person,
  currentStatus: z
    .looseObject({ status: words, statusCategory: words, statusDate: moment })
    .nullish()
    .transform((now) => now ?? { status: '', statusCategory: '', statusDate: '' }),
  requestFieldValues: listOf(z.looseObject({ fieldId: words, value: z.unknown() })),
});
export type Request = z.output<typeof request>;

export const requests = z.looseObject({ values: z.array(request), isLastPage: z.boolean().default(true) });
export const wanted = z.looseObject({
  requestTypeFields: z.array(
    z.looseObject({ fieldId: z.string(), name: words, required: z.boolean().default(false) }),
  ),
});
export const transitions = z.looseObject({
  values: z.array(z.looseObject({ id: z.string().min(1), name: words })),
});
export const temporary = z.looseObject({
  temporaryAttachments: z.array(z.looseObject({ temporaryAttachmentId: z.string().min(1) })).min(1),
});
export const files = z.looseObject({
  values: z.array(z.looseObject({ filename: words, size: z.number().optional().catch(undefined) })),
});
export const comments = z.looseObject({
  values: z.array(
    z.looseObject({ body: z.unknown(), public: z.boolean().default(true), author: person, created: moment }),
  ),
});

const fieldOf = (one: Request, name: string): string =>
  textOfAdf(one.requestFieldValues.find(({ fieldId }) => fieldId === name)?.value);

export const keyOf = (one: Request): string | undefined => keyIn(fieldOf(one, 'description'));

export const ticketOf = (one: Request, url: string): DeskTicket => {
  const { status, statusCategory, statusDate } = one.currentStatus;
  const state = STATES[statusCategory.toLowerCase()] ?? 'unknown';
  return deskTicket({
    id: one.issueKey,
    url,
    key: keyOf(one),
    state,
    label: status,
    subject: fieldOf(one, 'summary'),
    createdAt: one.createdDate,
    updatedAt: statusDate,
    ...(state === 'solved' && { solvedAt: statusDate }),
  });
};

export const messagesOf = ({ values }: z.output<typeof comments>, reporter: string): readonly Message[] =>
  values.map(({ body, public: isPublic, author, created: at }) => {
    const text = textOfAdf(body);
    const iso = isoOf(at);
    return {
      ...(iso !== undefined && { at: iso }),
      author: plainLine(author.name, 200),
      from: hasMark(text) || (author.id === reporter && reporter !== '') ? 'us' : 'desk',
      text: plain(text, 64 * 1024),
      internal: !isPublic,
      attachments: [],
    };
  });
