/** What ServiceNow answers with, as far as it is of interest. */
import { z } from 'zod';
import type { DeskTicket, Message, TicketState } from '../../desk.ts';
import { deskTicket, hasMark, isoOf, words } from '../../http/shapes.ts';
import { plain, plainLine } from '../../plain.ts';

const sysId = z.string().regex(/^[0-9a-f]{32}$/);
/** What people call it: INC0010023. */
const number = z.string().regex(/^[A-Z]{2,12}\d{4,15}$/);

export const created = z.looseObject({ result: z.looseObject({ sys_id: sysId, number }) });

const row = z.looseObject({
  sys_id: sysId,
  number,
  correlation_id: words,
  short_description: words,
  state: words,
  priority: words,
  category: words,
  sys_created_by: words,
  sys_created_on: words,
  sys_updated_on: words,
  resolved_at: words,
});
export type Row = z.output<typeof row>;
export const rows = z.looseObject({ result: z.array(row) });
export const anyRows = z.looseObject({ result: z.array(z.looseObject({})) });
export const FIELDS =
  'sys_id,number,correlation_id,short_description,state,priority,category,sys_created_by,sys_created_on,sys_updated_on,resolved_at';

export const files = z.looseObject({
  result: z.array(z.looseObject({ file_name: words, size_bytes: words })),
});
export const journal = z.looseObject({
  result: z.array(
    z.looseObject({ element: words, value: words, sys_created_by: words, sys_created_on: words }),
  ),
});

const STATES: Readonly<Record<string, TicketState>> = {
  1: 'new',
  2: 'open',
  3: 'waiting',
  6: 'solved',
  7: 'closed',
  8: 'closed',
};
const LABELS: Readonly<Record<string, string>> = {
  1: 'new',
  2: 'in progress',
  3: 'on hold',
  6: 'resolved',
  7: 'closed',
  8: 'canceled',
};

/** Values as they are kept are in UTC, and do not say so. */
const utc = (text: string): string => (text === '' ? '' : `${text.replace(' ', 'T')}Z`);

export const ticketOf = (one: Row, url: string): DeskTicket =>
  deskTicket({
    id: one.number,
    url,
    ...(one.correlation_id !== '' && { key: one.correlation_id }),
    state: STATES[one.state] ?? 'unknown',
    label: LABELS[one.state] ?? one.state,
    subject: one.short_description,
    createdAt: utc(one.sys_created_on),
    solvedAt: utc(one.resolved_at),
    updatedAt: utc(one.sys_updated_on),
    priority: one.priority,
    category: one.category,
  });

export const messagesOf = ({ result }: z.output<typeof journal>, creator: string): readonly Message[] =>
  result.map(({ element, value, sys_created_by: author, sys_created_on: on }) => {
    const at = isoOf(utc(on));
    return {
      ...(at !== undefined && { at }),
      author: plainLine(author, 200),
      from: hasMark(value) || (author === creator && creator !== '') ? 'us' : 'desk',
      text: plain(value, 64 * 1024),
      internal: element === 'work_notes',
      attachments: [],
    };
  });

export const filesOf = ({ result }: z.output<typeof files>) =>
  result.map(({ file_name, size_bytes }) => ({
    name: plainLine(file_name, 300),
    ...(/^\d+$/.test(size_bytes) && { bytes: Number(size_bytes) }),
  }));
