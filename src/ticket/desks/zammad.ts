/** Zammad, API v1. */
import { plainBody } from '../body.ts';
import type { Desk, DeskOptions } from '../desk.ts';
import { foundAmong, makeAsker, named } from '../http/ask.ts';
import { base64Of } from '../http/base64.ts';
import { type Call, type DeskEnvironment, makeClient } from '../http/client.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { plainLine } from '../plain.ts';
import { type ZammadSettings, zammadSettings } from './zammad/settings.ts';
import {
  articles,
  created,
  filesOf,
  group,
  keyOf,
  me,
  messagesOf,
  searched,
  ticketOf,
  ticket as ticketShape,
  tickets,
} from './zammad/shapes.ts';

const MAX_LIST_BYTES = 16 * 1024 * 1024;
const EXPAND = { expand: 'true' };

export const makeZammad = (settings: ZammadSettings, environment: DeskEnvironment): Desk => {
  const zammad = zammadSettings.parse(settings);
  const { keyField } = zammad;
  const client = makeClient(zammad, environment, (secret) => ({
    Authorization: zammad.auth === 'bearer' ? `Bearer ${secret}` : `Token token=${secret}`,
  }));
  const { look, send, change } = makeAsker(client);
  const urlOf = (id: string): string =>
    `${zammad.url.replace(/\/+$/, '')}/#ticket/zoom/${encodeURIComponent(id)}`;
  const at = (id: string): string => `api/v1/tickets/${encodeURIComponent(id)}`;
  const put = (id: string, json: object): Call => ({ method: 'PUT', path: at(id), json });
  const article = (id: string, more: object): Call => ({
    method: 'POST',
    path: 'api/v1/ticket_articles',
    json: { ticket_id: Number(id), content_type: 'text/plain', type: 'note', ...more },
  });
  const written = (id: string, options: DeskOptions) =>
    look(
      {
        method: 'GET',
        path: `api/v1/ticket_articles/by_ticket/${encodeURIComponent(id)}`,
        maxAnswerBytes: MAX_LIST_BYTES,
      },
      articles,
      options,
    );
  const one = (id: string, options: DeskOptions) =>
    look({ method: 'GET', path: at(id), query: EXPAND }, ticketShape, options);

  const creation = (ticket: Ticket) => {
    const customer = ticket.contact.email || zammad.customer;
    return {
      ...zammad.fields,
      title: keyField === undefined ? `${plainLine(ticket.subject, 150)} [${ticket.key}]` : ticket.subject,
      group: zammad.group,
      ...(customer !== undefined && { customer_id: `guess:${customer}` }),
      priority: zammad.priorities[ticket.priority],
      tags: [...zammad.tags, ...(ticket.category === '' ? [] : [ticket.category.replaceAll(',', ' ')])].join(
        ',',
      ),
      ...(keyField !== undefined && { [keyField]: ticket.key }),
      article: {
        subject: ticket.subject,
        body: plainBody(ticket),
        content_type: 'text/plain',
        type: 'note',
        internal: false,
      },
    };
  };
  const creating = (ticket: Ticket): Call => ({
    method: 'POST',
    path: 'api/v1/tickets',
    json: creation(ticket),
  });

  return {
    name: 'zammad',
    target: `${targetOf(zammad.url)} ${zammad.group}`,
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const who = await look({ method: 'GET', path: 'api/v1/users/me' }, me, options);
      if (who.status === 'failed') return who;
      // Only for who may see groups.
      const groups = await look({ method: 'GET', path: 'api/v1/groups' }, group, options);
      const isMissing =
        groups.status === 'ok' && !groups.value.some(({ name, active }) => active && name === zammad.group);
      if (isMissing) {
        const failure = { code: 'queue-missing', certainty: 'not-received', again: 'person' } as const;
        return { status: 'failed', failure: { ...failure, detail: zammad.group } };
      }
      return {
        status: 'ok',
        value: {
          user: plainLine(who.value.email || who.value.login, 200),
          attachmentLimit: zammad.maxReportBytes,
          remarks: [
            ...(keyField === undefined ? [{ code: 'no-key-field', detail: 'keyField' } as const] : []),
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options) => {
      const filed = await send(creating(ticket), created, options);
      if (filed.status === 'failed') {
        return /group/i.test(filed.failure.detail) && filed.failure.code === 'rejected'
          ? named(filed, ['rejected'], 'queue-missing', zammad.group)
          : filed;
      }
      const { id } = filed.value;
      return { status: 'sent', id, url: urlOf(id), existing: false };
    },

    find: async (key, options) => {
      // A condition is answered by the database; `query` by an index that may be behind.
      const condition = { [`ticket.${keyField ?? 'title'}`]: { operator: 'contains', value: key } };
      const call: Call = {
        method: 'POST',
        path: 'api/v1/tickets/search',
        query: EXPAND,
        json: { condition, limit: 10 },
        maxAnswerBytes: MAX_LIST_BYTES,
      };
      const seen = await look(call, searched, options);
      if (seen.status === 'failed') return seen;
      const ours = seen.value.filter((raw) => keyOf(raw, keyField) === key);
      return foundAmong(
        ours.map(({ id }) => id),
        urlOf,
      );
    },

    read: async (id, options) => {
      const seen = await one(id, options);
      return seen.status === 'ok' ? { status: 'ok', value: ticketOf(seen.value, zammad, urlOf(id)) } : seen;
    },

    ...(keyField !== undefined && {
      mark: (id: string, key: string, options: DeskOptions) => change(put(id, { [keyField]: key }), options),
    }),

    attach: async (id, file, options) => {
      const data = await base64Of(file, zammad.maxReportBytes);
      if (typeof data !== 'string') return data;
      const attachments = [{ filename: file.name, data, 'mime-type': 'application/gzip' }];
      return change(
        article(id, { subject: file.name, body: file.name, internal: true, attachments }),
        options,
      );
    },

    attachments: async (id, options) => {
      const seen = await written(id, options);
      return seen.status === 'ok' ? { status: 'ok', value: seen.value.flatMap(filesOf) } : seen;
    },

    conversation: async (id, options) => {
      const seen = await one(id, options);
      if (seen.status === 'failed') return seen;
      const said = await written(id, options);
      if (said.status === 'failed') return said;
      return { status: 'ok', value: messagesOf(said.value, seen.value.created_by_id) };
    },

    comment: (id, { text, internal }, options) => change(article(id, { body: text, internal }), options),

    escalate: (id, { level }, options) => {
      const to = zammad.levels[level - 2];
      return change(
        put(id, to === undefined ? { priority: zammad.priorities.urgent } : { group: to }),
        options,
      );
    },

    close: (id, options) => change(put(id, { state: zammad.states.closed }), options),
    reopen: (id, options) => change(put(id, { state: zammad.states.open }), options),

    queue: async ({ name = zammad.group, since, limit }, options) => {
      const query = { ...EXPAND, per_page: '100', page: '1', sort_by: 'created_at', order_by: 'desc' };
      const call: Call = { method: 'GET', path: 'api/v1/tickets', query, maxAnswerBytes: MAX_LIST_BYTES };
      const seen = await look(call, tickets, options);
      if (seen.status === 'failed') return seen;
      const listed = seen.value
        .filter((raw) => raw.group === name && Date.parse(raw.created_at) >= since.getTime())
        .map((raw) => ticketOf(raw, zammad, urlOf(raw.id)));
      return { status: 'ok', value: listed.slice(0, limit) };
    },
  };
};
