/** Zendesk Support, API v2. */
import { plainBody } from '../body.ts';
import type { Desk, DeskOptions, Outcome } from '../desk.ts';
import { contentOf, header, isSuccess } from '../http/answer.ts';
import { foundAmong, makeAsker } from '../http/ask.ts';
import { type Call, type DeskEnvironment, isFailed, makeClient } from '../http/client.ts';
import { rawBody } from '../http/multipart.ts';
import { refusalInWords } from '../http/said.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { ticketWithin } from '../within.ts';
import { type ZendeskSettings, zendeskSettings } from './zendesk/settings.ts';
import {
  comments,
  created,
  filesOf,
  isTicket,
  me,
  messagesOf,
  one,
  searched,
  several,
  ticketOf,
  uploaded,
} from './zendesk/shapes.ts';

const MAX_TEXT = 60_000;
const MAX_LIST_BYTES = 8 * 1024 * 1024;

export const makeZendesk = (settings: ZendeskSettings, environment: DeskEnvironment): Desk => {
  const zendesk = zendeskSettings.parse(settings);
  const { email = '' } = zendesk;
  const client = makeClient(zendesk, environment, (secret) => ({
    Authorization:
      zendesk.auth === 'bearer'
        ? `Bearer ${secret}`
        : `Basic ${Buffer.from(`${email}/token:${secret}`).toString('base64')}`,
  }));
  const { look, send, change } = makeAsker(client);
  const urlOf = (id: string): string =>
    `${zendesk.url.replace(/\/+$/, '')}/agent/tickets/${encodeURIComponent(id)}`;
  const at = (id: string, more = ''): string => `api/v2/tickets/${encodeURIComponent(id)}${more}`;
  const put = (id: string, ticket: object): Call => ({ method: 'PUT', path: at(id), json: { ticket } });

  const creation = (ticket: Ticket) => ({
    ticket: {
      subject: ticket.subject,
      comment: { body: plainBody(ticketWithin(ticket, MAX_TEXT)) },
      priority: ticket.priority,
      external_id: ticket.key,
      tags: [...zendesk.tags, ...(/^[\w-]+$/.test(ticket.category) ? [ticket.category] : [])],
      ...(ticket.contact.email !== '' && {
        requester: { name: ticket.contact.name || ticket.contact.email, email: ticket.contact.email },
      }),
      ...(zendesk.group !== undefined && { group_id: zendesk.group }),
      ...(Object.keys(zendesk.fields).length > 0 && {
        custom_fields: Object.entries(zendesk.fields).map(([id, value]) => ({ id: Number(id), value })),
      }),
    },
  });
  const creating = (ticket: Ticket): Call => ({
    method: 'POST',
    path: 'api/v2/tickets',
    headers: { 'Idempotency-Key': ticket.key },
    json: creation(ticket),
  });
  const written = (id: string, options: DeskOptions) =>
    look(
      {
        method: 'GET',
        path: at(id, '/comments'),
        query: { include: 'users' },
        maxAnswerBytes: MAX_LIST_BYTES,
      },
      comments,
      options,
    );

  return {
    name: 'zendesk',
    target: targetOf(zendesk.url),
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const seen = await look({ method: 'GET', path: 'api/v2/users/me' }, me, options);
      if (seen.status === 'failed') return seen;
      const { name, role } = seen.value.user;
      // Without credentials it answers with an anonymous user.
      const isNobody = name === '' || name === 'Anonymous user';
      if (isNobody) {
        const failure = { code: 'unauthorized', certainty: 'not-received', again: 'person' } as const;
        return { status: 'failed', failure: { ...failure, detail: 'an anonymous user' } };
      }
      return {
        status: 'ok',
        value: {
          user: `${name} (${role})`,
          remarks: [
            { code: 'limit-unknown', detail: '' },
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options): Promise<Outcome> => {
      const answer = await client.call(creating(ticket), options);
      if (isFailed(answer)) return answer;
      if (!isSuccess(answer)) {
        const refusal = refusalInWords(answer);
        // The key was used with other bytes: something is there, and a look finds it.
        return /Idempoten/i.test(answer.text ?? '')
          ? {
              status: 'failed',
              failure: { ...refusal.failure, code: 'conflict', certainty: 'unclear', again: 'later' },
            }
          : refusal;
      }
      const content = contentOf(answer, created);
      if (content.status === 'failed') return content;
      const { id } = content.value.ticket;
      const existing = header(answer, 'x-idempotency-lookup') === 'hit';
      return { status: 'sent', id, url: urlOf(id), existing };
    },

    find: async (key, options) => {
      const call: Call = { method: 'GET', path: 'api/v2/tickets', query: { external_id: key } };
      const seen = await look(call, several, options);
      if (seen.status === 'failed') return seen;
      const ours = seen.value.tickets.filter(({ external_id }) => external_id === key);
      return foundAmong(
        ours.map(({ id }) => id),
        urlOf,
      );
    },

    read: async (id, options) => {
      const seen = await look({ method: 'GET', path: at(id) }, one, options);
      return seen.status === 'ok' ? { status: 'ok', value: ticketOf(seen.value.ticket, urlOf(id)) } : seen;
    },

    mark: (id, key, options) => change(put(id, { external_id: key }), options),

    attach: async (id, file, options) => {
      const sent = await send(
        {
          method: 'POST',
          path: 'api/v2/uploads',
          query: { filename: file.name },
          body: rawBody(file, 'application/gzip'),
        },
        uploaded,
        options,
      );
      if (sent.status === 'failed') return sent;
      const comment = { body: file.name, public: false, uploads: [sent.value.upload.token] };
      return change(put(id, { comment }), options);
    },

    attachments: async (id, options) => {
      const seen = await written(id, options);
      return seen.status === 'ok' ? { status: 'ok', value: filesOf(seen.value.comments) } : seen;
    },

    conversation: async (id, options) => {
      const ticket = await look({ method: 'GET', path: at(id) }, one, options);
      if (ticket.status === 'failed') return ticket;
      const seen = await written(id, options);
      if (seen.status === 'failed') return seen;
      return { status: 'ok', value: messagesOf(seen.value, ticket.value.ticket.submitter_id) };
    },

    comment: (id, { text, internal }, options) =>
      change(put(id, { comment: { body: text, public: !internal } }), options),

    escalate: (id, { level }, options) => {
      const group = zendesk.levels[level - 2];
      return change(put(id, group === undefined ? { priority: 'urgent' } : { group_id: group }), options);
    },

    close: (id, options) => change(put(id, { status: 'solved' }), options),
    reopen: (id, options) => change(put(id, { status: 'open' }), options),

    queue: async ({ name, since, limit }, options) => {
      const group = name ?? zendesk.group;
      const query = [
        'type:ticket',
        `created>=${since.toISOString().slice(0, 10)}`,
        ...(group === undefined ? [] : [`group:"${String(group).replace(/["\\]/g, '')}"`]),
      ].join(' ');
      const call: Call = {
        method: 'GET',
        path: 'api/v2/search',
        query: { query, sort_by: 'created_at', sort_order: 'desc' },
        maxAnswerBytes: MAX_LIST_BYTES,
      };
      const seen = await look(call, searched, options);
      if (seen.status === 'failed') return seen;
      const tickets = seen.value.results.filter(isTicket).map((raw) => ticketOf(raw, urlOf(raw.id)));
      return { status: 'ok', value: tickets.slice(0, limit) };
    },
  };
};
