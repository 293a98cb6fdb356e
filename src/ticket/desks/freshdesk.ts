/** Freshdesk, API v2. */
import { htmlBody } from '../body.ts';
import type { Desk, DeskOptions, Failed, Found } from '../desk.ts';
import { foundAmong, makeAsker } from '../http/ask.ts';
import { type Call, type DeskEnvironment, makeClient } from '../http/client.ts';
import { multipart } from '../http/multipart.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { htmlNote } from '../note-text.ts';
import { plainLine } from '../plain.ts';
import { type FreshdeskSettings, freshdeskSettings } from './freshdesk/settings.ts';
import {
  agent,
  conversations,
  created,
  filesOf,
  keyOf,
  messagesOf,
  type Raw,
  searched,
  tagOf,
  ticketOf,
  ticket as ticketShape,
  tickets,
} from './freshdesk/shapes.ts';

const PRIORITY = { low: 1, normal: 2, high: 3, urgent: 4 } as const;
const STATUS = { open: 2, resolved: 4 } as const;
/** Its scale has seven steps, from extremely unhappy to extremely happy. */
const STARS: Readonly<Record<number, number>> = { 1: -103, 2: -102, 3: 100, 4: 102, 5: 103 };
const MAX_LIST_BYTES = 16 * 1024 * 1024;

export const makeFreshdesk = (settings: FreshdeskSettings, environment: DeskEnvironment): Desk => {
  const freshdesk = freshdeskSettings.parse(settings);
  const { keyField } = freshdesk;
  const client = makeClient(freshdesk, environment, (secret) => ({
    Authorization: `Basic ${Buffer.from(`${secret}:X`).toString('base64')}`,
  }));
  const { look, send, change } = makeAsker(client);
  const urlOf = (id: string): string =>
    `${freshdesk.url.replace(/\/+$/, '')}/a/tickets/${encodeURIComponent(id)}`;
  const at = (id: string, more = ''): string => `api/v2/tickets/${encodeURIComponent(id)}${more}`;
  const put = (id: string, json: object): Call => ({ method: 'PUT', path: at(id), json });
  const list = (query: Readonly<Record<string, string>>, options: DeskOptions) =>
    look(
      {
        method: 'GET',
        path: 'api/v2/tickets',
        query: { order_by: 'created_at', order_type: 'desc', per_page: '100', ...query },
        maxAnswerBytes: MAX_LIST_BYTES,
      },
      tickets,
      options,
    );
  const one = (id: string, options: DeskOptions) =>
    look({ method: 'GET', path: at(id), query: { include: 'stats' } }, ticketShape, options);
  const said = (id: string, options: DeskOptions) =>
    look(
      {
        method: 'GET',
        path: at(id, '/conversations'),
        query: { per_page: '100' },
        maxAnswerBytes: MAX_LIST_BYTES,
      },
      conversations,
      options,
    );

  const creation = (ticket: Ticket) => {
    const email = ticket.contact.email || freshdesk.email;
    const fields = { ...freshdesk.fields, ...(keyField !== undefined && { [keyField]: ticket.key }) };
    return {
      subject: ticket.subject,
      description: htmlBody(ticket),
      ...(email !== undefined && { email }),
      ...(ticket.contact.name !== '' && { name: ticket.contact.name }),
      priority: PRIORITY[ticket.priority],
      status: STATUS.open,
      tags: [...freshdesk.tags, ...(keyField === undefined ? [tagOf(ticket.key)] : [])],
      ...(freshdesk.group !== undefined && { group_id: freshdesk.group }),
      ...(freshdesk.type !== undefined && { type: freshdesk.type }),
      ...(Object.keys(fields).length > 0 && { custom_fields: fields }),
    };
  };
  const creating = (ticket: Ticket): Call => ({
    method: 'POST',
    path: 'api/v2/tickets',
    json: creation(ticket),
  });

  return {
    name: 'freshdesk',
    target: targetOf(freshdesk.url),
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const who = await look({ method: 'GET', path: 'api/v2/agents/me' }, agent, options);
      if (who.status === 'failed') return who;
      const { name, email } = who.value.contact;
      return {
        status: 'ok',
        value: {
          user: plainLine(name || email, 200),
          remarks: [
            ...(keyField === undefined ? [{ code: 'no-key-field', detail: 'keyField' } as const] : []),
            { code: 'limit-unknown', detail: '' },
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options) => {
      if (ticket.contact.email === '' && freshdesk.email === undefined) return NO_EMAIL;
      const filed = await send(creating(ticket), created, options);
      if (filed.status === 'failed') return filed;
      const { id } = filed.value;
      return { status: 'sent', id, url: urlOf(id), existing: false };
    },

    find: async (key, options): Promise<Found> => {
      const bearing = (all: readonly Raw[]): readonly string[] =>
        all.filter((raw) => keyOf(raw, keyField) === key).map(({ id }) => id);
      // The list knows at once what was filed, but only of the last month; the search is minutes behind.
      const listed = await list({}, options);
      if (listed.status === 'failed') return listed;
      const here = bearing(listed.value);
      if (here.length > 0) return foundAmong(here, urlOf);
      const query = keyField === undefined ? `"tag:'${tagOf(key)}'"` : `"${keyField}:'${key}'"`;
      const older = await look(
        { method: 'GET', path: 'api/v2/search/tickets', query: { query }, maxAnswerBytes: MAX_LIST_BYTES },
        searched,
        options,
      );
      return older.status === 'failed' ? older : foundAmong(bearing(older.value.results), urlOf);
    },

    read: async (id, options) => {
      const seen = await one(id, options);
      return seen.status === 'ok' ? { status: 'ok', value: ticketOf(seen.value, keyField, urlOf(id)) } : seen;
    },

    mark: async (id, key, options) => {
      if (keyField !== undefined) return change(put(id, { custom_fields: { [keyField]: key } }), options);
      // An update replaces all tags.
      const seen = await one(id, options);
      if (seen.status === 'failed') return seen;
      return change(put(id, { tags: [...seen.value.tags, tagOf(key)] }), options);
    },

    attach: (id, file, options) => {
      const body = multipart(`techsupport-${file.sha256}`, [
        { name: 'body', text: file.name },
        { name: 'private', text: 'true' },
        { name: 'attachments[]', file },
      ]);
      return change({ method: 'POST', path: at(id, '/notes'), body }, options);
    },

    attachments: async (id, options) => {
      const seen = await one(id, options);
      if (seen.status === 'failed') return seen;
      const written = await said(id, options);
      if (written.status === 'failed') return written;
      const all = [...seen.value.attachments, ...written.value.flatMap(({ attachments }) => attachments)];
      return { status: 'ok', value: filesOf(all) };
    },

    conversation: async (id, options) => {
      const written = await said(id, options);
      return written.status === 'ok' ? { status: 'ok', value: messagesOf(written.value) } : written;
    },

    comment: (id, note, options) => {
      const json = { body: htmlNote(note), private: note.internal };
      return change({ method: 'POST', path: at(id, '/notes'), json }, options);
    },

    escalate: (id, { level }, options) => {
      const group = freshdesk.levels[level - 2];
      return change(
        put(id, group === undefined ? { priority: PRIORITY.urgent } : { group_id: group }),
        options,
      );
    },

    close: (id, options) => change(put(id, { status: STATUS.resolved }), options),
    reopen: (id, options) => change(put(id, { status: STATUS.open }), options),

    rate: (id, { stars, note }, options) => {
      const json = { feedback: note.text, ratings: { default_question: STARS[stars] ?? 100 } };
      return change({ method: 'POST', path: at(id, '/satisfaction_ratings'), json }, options);
    },

    queue: async ({ name, since, limit }, options) => {
      const listed = await list({ updated_since: since.toISOString(), include: 'stats' }, options);
      if (listed.status === 'failed') return listed;
      const group = name ?? freshdesk.group?.toString();
      const young = listed.value
        .filter((raw) => Date.parse(raw.created_at) >= since.getTime())
        .filter((raw) => group === undefined || String(raw.group_id) === group)
        .map((raw) => ticketOf(raw, keyField, urlOf(raw.id)));
      return { status: 'ok', value: young.slice(0, limit) };
    },
  };
};

const NO_EMAIL: Failed = {
  status: 'failed',
  failure: { code: 'field-missing', certainty: 'not-received', again: 'person', detail: 'email' },
};
