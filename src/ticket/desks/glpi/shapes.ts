/** What GLPI answers with, as far as it is of interest. */
import { z } from 'zod';
import type { DeskTicket, Message, TicketState } from '../../desk.ts';
import { entities, textOfHtml } from '../../http/html.ts';
import { deskTicket, hasMark, isoOf, keyIn, numericId, words } from '../../http/shapes.ts';
import { plain, plainLine } from '../../plain.ts';

export const created = z.looseObject({ id: numericId });

export const ticket = z.looseObject({
  id: numericId,
  name: words,
  content: words,
  status: words,
  priority: words,
  users_id_recipient: words,
  date: words,
  date_mod: words,
  solvedate: words,
  closedate: words,
});
export type Raw = z.output<typeof ticket>;

/** Columns are numbered: 2 is the id. Without rows there is no `data`. */
export const searched = z.looseObject({
  data: z
    .union([z.array(z.looseObject({ 2: numericId })), z.record(z.string(), z.looseObject({ 2: numericId }))])
    .nullish()
    .transform((rows) => Object.values(rows ?? {}).map((row) => row[2])),
});

export const followups = z.array(
  z.looseObject({ content: words, users_id: words, is_private: words, date: words }),
);
export const links = z.array(z.looseObject({ documents_id: numericId }));
export const documented = z.looseObject({ filename: words });
export const session = z.looseObject({
  session: z.looseObject({ glpifriendlyname: words, glpiname: words }),
});

/** `[{"7":true,"message":""}]`: one answer for each that was to be changed. */
export const changed = z.union([
  z.array(z.record(z.string(), z.unknown())),
  z.record(z.string(), z.unknown()).transform((one) => [one]),
]);
export const hasRefused = (all: z.output<typeof changed>): boolean =>
  all.some((one) => Object.values(one).some((value) => value === false));

const STATES: Readonly<Record<string, TicketState>> = {
  1: 'new',
  2: 'open',
  3: 'open',
  4: 'waiting',
  5: 'solved',
  6: 'closed',
};
const LABELS: Readonly<Record<string, string>> = {
  1: 'new',
  2: 'processing (assigned)',
  3: 'processing (planned)',
  4: 'pending',
  5: 'solved',
  6: 'closed',
};

/** Its times name no zone: taken for UTC, whatever the server's is. */
const utc = (text: string): string => (text === '' ? '' : `${text.replace(' ', 'T')}Z`);

/** HTML whose signs are entities, or HTML. */
const textOf = (content: string): string => textOfHtml(/<\w/.test(content) ? content : entities(content));

export const keyOf = ({ content }: Raw): string | undefined => keyIn(textOf(content));

export const ticketOf = (raw: Raw, url: string): DeskTicket =>
  deskTicket({
    id: raw.id,
    url,
    key: keyOf(raw),
    state: STATES[raw.status] ?? 'unknown',
    label: LABELS[raw.status] ?? raw.status,
    subject: entities(raw.name),
    createdAt: utc(raw.date),
    solvedAt: utc(raw.solvedate || raw.closedate),
    updatedAt: utc(raw.date_mod),
    priority: raw.priority,
  });

export const messagesOf = (all: z.output<typeof followups>, writer: string): readonly Message[] =>
  all.map(({ content, users_id: author, is_private: isPrivate, date }) => {
    const at = isoOf(utc(date));
    const text = textOf(content);
    return {
      ...(at !== undefined && { at }),
      author: plainLine(author, 200),
      from: hasMark(text) || (author === writer && writer !== '') ? 'us' : 'desk',
      text: plain(text, 64 * 1024),
      internal: isPrivate === '1',
      attachments: [],
    };
  });
