/** What Redmine answers with, as far as it is of interest. */
import { z } from 'zod';
import type { Attachment, DeskTicket, Message, TicketState } from '../../desk.ts';
import { plain, plainLine } from '../../plain.ts';
import type { Redmine } from './settings.ts';
import { unwrapped } from './text.ts';

const MAX_MESSAGE = 64 * 1024;

const id = z.number().int().nonnegative();
const text = z.string().max(1_000_000);
const named = z.looseObject({ id, name: text.default('') });
const optionalText = text.nullish().transform((value) => value ?? '');

const field = z.looseObject({ id, value: z.unknown() });
const file = z.looseObject({ id, filename: text, filesize: z.number().optional() });

export const issue = z.looseObject({
  id,
  status: named,
  priority: named.optional(),
  category: named.optional(),
  author: named.optional(),
  subject: optionalText,
  description: optionalText,
  created_on: optionalText,
  updated_on: optionalText,
  closed_on: optionalText,
  custom_fields: z.array(field).default([]),
  attachments: z.array(file).default([]),
  journals: z
    .array(
      z.looseObject({
        user: named.optional(),
        notes: optionalText,
        created_on: optionalText,
        private_notes: z.boolean().default(false),
        details: z
          .array(z.looseObject({ property: text.default(''), name: optionalText, new_value: optionalText }))
          .default([]),
      }),
    )
    .default([]),
});
export type Issue = z.output<typeof issue>;

export const oneIssue = z.looseObject({ issue });
export const issues = z.looseObject({ issues: z.array(issue), total_count: z.number().int().default(0) });
export const uploaded = z.looseObject({ upload: z.looseObject({ token: z.string().min(1).max(500) }) });
export const statuses = z.looseObject({
  issue_statuses: z.array(z.looseObject({ id, name: text, is_closed: z.boolean().default(false) })),
});
export type Statuses = z.output<typeof statuses>['issue_statuses'];
export const priorities = z.looseObject({
  issue_priorities: z.array(
    z.looseObject({ id, is_default: z.boolean().default(false), active: z.boolean().default(true) }),
  ),
});
export const project = z.looseObject({ project: z.looseObject({ id }) });
export const me = z.looseObject({
  user: z.looseObject({
    login: optionalText,
    admin: z.boolean().default(false),
    memberships: z
      .array(z.looseObject({ project: z.looseObject({ id }), roles: z.array(z.looseObject({ id })) }))
      .default([]),
  }),
});
export const role = z.looseObject({ role: z.looseObject({ permissions: z.array(z.string()) }) });

export const keyOf = ({ custom_fields }: Issue, keyField: number): string | undefined => {
  const value = custom_fields.find((one) => one.id === keyField)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const deskTicket = (one: Issue, settings: Redmine, known: Statuses): DeskTicket => {
  const { status, priority, category } = one;
  const key = keyOf(one, settings.keyField);
  const state = stateOf(status.id, settings, known);
  const [createdAt, updatedAt] = [timeOf(one.created_on), timeOf(one.updated_on)];
  // Redmine keeps it when a ticket is opened once more.
  const solvedAt = state === 'closed' ? timeOf(one.closed_on) : undefined;
  return {
    id: String(one.id),
    ...(key !== undefined && { key }),
    state,
    label: plainLine(status.name, 100),
    subject: plainLine(one.subject, 300),
    ...(createdAt !== undefined && { createdAt }),
    ...(solvedAt !== undefined && { solvedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(priority !== undefined && { priority: plainLine(priority.name, 50) }),
    ...(category !== undefined && { category: plainLine(category.name, 100) }),
  };
};

const stateOf = (
  status: number,
  { solvedStatus, waitingStatus, closedStatus }: Redmine,
  known: Statuses,
): TicketState => {
  if (status === solvedStatus) return 'solved';
  if (status === waitingStatus) return 'waiting';
  const found = known.find((one) => one.id === status);
  if (found === undefined) return status === closedStatus ? 'closed' : 'unknown';
  if (found.is_closed) return 'closed';
  return found === known[0] ? 'new' : 'open';
};

export const attachmentsOf = ({ attachments }: Issue): readonly Attachment[] =>
  attachments.map(({ filename, filesize }) => ({
    name: plainLine(filename, 300),
    ...(filesize !== undefined && { bytes: filesize }),
  }));

/** The first one is the ticket itself; changes without a word are left out. */
export const conversationOf = (one: Issue): readonly Message[] => {
  const of = (user: { id: number; name: string } | undefined) => ({
    author: plainLine(user?.name ?? '', 200),
    from:
      user === undefined
        ? ('unknown' as const)
        : user.id === one.author?.id
          ? ('us' as const)
          : ('desk' as const),
  });
  const first: Message = {
    ...withTime(one.created_on),
    ...of(one.author),
    text: plain(unwrapped(one.description), MAX_MESSAGE),
    internal: false,
    attachments: [],
  };
  const later = one.journals.map(({ user, notes, created_on, private_notes, details }): Message => {
    const added = details.filter(({ property }) => property === 'attachment');
    return {
      ...withTime(created_on),
      ...of(user),
      text: plain(unwrapped(notes), MAX_MESSAGE),
      internal: private_notes,
      attachments: added.map(({ name, new_value }) => {
        const bytes = one.attachments.find((file) => String(file.id) === name)?.filesize;
        return { name: plainLine(new_value, 300), ...(bytes !== undefined && { bytes }) };
      }),
    };
  });
  return [first, ...later.filter(({ text, attachments }) => text !== '' || attachments.length > 0)];
};

const withTime = (said: string) => {
  const at = timeOf(said);
  return at === undefined ? {} : { at };
};

const timeOf = (said: string): string | undefined => {
  const at = Date.parse(said);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};
