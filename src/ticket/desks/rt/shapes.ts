/** What RT answers with, as far as it is of interest. */
import { z } from 'zod';
import type { DeskTicket, TicketState } from '../../desk.ts';
import { plainLine } from '../../plain.ts';

const id = z.union([z.string().regex(/^\d{1,12}$/), z.number().int().transform(String)]).transform(String);
const text = z.string().max(10_000);
const fields = z
  .array(z.looseObject({ name: text.default(''), values: z.array(text).default([]) }))
  .default([]);
const user = z.looseObject({ id: z.union([text, z.number().transform(String)]) });

export const created = z.looseObject({ id });

export const searched = z.looseObject({ items: z.array(z.looseObject({ id, CustomFields: fields })) });

export const fullTicket = z.looseObject({
  id,
  Subject: text.default(''),
  Status: text,
  Created: text.optional(),
  Resolved: text.optional(),
  LastUpdated: text.optional(),
  Priority: z.union([text, z.number().transform(String)]).optional(),
  Creator: user.default({ id: '' }),
  CustomFields: fields,
});

export const queueAnswer = z.looseObject({
  TicketCustomFields: z.array(z.looseObject({ name: z.string() })).default([]),
});

export const history = z.looseObject({ items: z.array(z.looseObject({ id, Type: text.default('') })) });

export const attachmentList = z.looseObject({
  items: z.array(
    z.looseObject({
      id,
      Filename: text.nullish().transform((name) => name ?? ''),
      ContentType: text.default(''),
      ContentLength: z
        .union([text, z.number()])
        .nullish()
        .transform((length) => Number(length ?? 0)),
      Created: text.optional().transform((at) => at ?? ''),
      Creator: user.default({ id: '' }),
      TransactionId: z.union([text, z.number().transform(String)]).default(''),
    }),
  ),
});

export const oneAttachment = z.looseObject({
  Content: z
    .string()
    .nullish()
    .transform((content) => content ?? ''),
});

const STATES: Readonly<Record<string, TicketState>> = {
  new: 'new',
  open: 'open',
  stalled: 'waiting',
  resolved: 'solved',
  rejected: 'closed',
  deleted: 'closed',
};

export const deskTicket = (
  ticket: z.output<typeof fullTicket>,
  { keyField, categoryField }: { readonly keyField: string; readonly categoryField?: string | undefined },
): DeskTicket => {
  const fieldOf = (name: string | undefined) =>
    ticket.CustomFields.find((field) => field.name === name)?.values[0];
  const [key, category] = [fieldOf(keyField), fieldOf(categoryField)];
  const [createdAt, solvedAt, updatedAt] = [ticket.Created, ticket.Resolved, ticket.LastUpdated].map(timeOf);
  return {
    id: ticket.id,
    ...(key !== undefined && { key }),
    state: STATES[ticket.Status] ?? 'unknown',
    label: plainLine(ticket.Status, 100),
    subject: plainLine(ticket.Subject, 300),
    ...(createdAt !== undefined && { createdAt }),
    ...(solvedAt !== undefined && { solvedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(ticket.Priority !== undefined && { priority: plainLine(ticket.Priority, 50) }),
    ...(category !== undefined && { category: plainLine(category, 100) }),
  };
};

/** RT writes 1970 for "never". */
const timeOf = (text: string | undefined): string | undefined => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) || at === 0 ? undefined : new Date(at).toISOString();
};
