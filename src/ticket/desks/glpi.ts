/** GLPI, its REST API (apirest.php). */
import type { z } from 'zod';
import { htmlBody } from '../body.ts';
import type { Attachment, Desk, DeskOptions, Done, Failed, Found, Looked, Outcome } from '../desk.ts';
import { foundAmong } from '../http/ask.ts';
import { type Call, type DeskEnvironment, makeClient } from '../http/client.ts';
import { multipart } from '../http/multipart.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { htmlNote } from '../note-text.ts';
import { plainLine } from '../plain.ts';
import { ticketWithin } from '../within.ts';
import { type Session, sessions } from './glpi/session.ts';
import { type GlpiSettings, glpiSettings } from './glpi/settings.ts';
import {
  changed,
  created,
  documented,
  followups,
  hasRefused,
  keyOf,
  links,
  messagesOf,
  searched,
  session as sessionShape,
  ticketOf,
  ticket as ticketShape,
} from './glpi/shapes.ts';

/** A text column of MySQL has 65 535 bytes; entities may make five of one. */
const MAX_TEXT = 10_000;
/** From 1, very low, to 5, very high. It computes the priority from both. */
const URGENCY = { low: 2, normal: 3, high: 4, urgent: 5 } as const;
const IMPACT = { one: 2, several: 3, many: 4 } as const;
const STATUS = { processing: 2, solved: 5 } as const;
/** Of a group that works on a ticket. */
const ASSIGNED = 2;
const MAX_FILES = 20;

export const makeGlpi = (settings: GlpiSettings, environment: DeskEnvironment): Desk => {
  const glpi = glpiSettings.parse(settings);
  const client = makeClient(glpi, environment, (secret) => ({ Authorization: `user_token ${secret}` }));
  const within = sessions(client, environment, glpi);
  const urlOf = (id: string): string =>
    `${glpi.url.replace(/\/+$/, '')}/front/ticket.form.php?id=${encodeURIComponent(id)}`;
  const at = (id: string, more = ''): string => `Ticket/${encodeURIComponent(id)}${more}`;

  const creation = (ticket: Ticket) => ({
    input: {
      ...glpi.fields,
      name: ticket.subject,
      content: htmlBody(ticketWithin(ticket, MAX_TEXT)),
      type: 1,
      urgency: URGENCY[ticket.priority],
      impact: IMPACT[ticket.impact],
      ...(glpi.category !== undefined && { itilcategories_id: glpi.category }),
      ...(glpi.entity !== undefined && { entities_id: glpi.entity }),
    },
  });
  const add = (itemtype: string, input: object): Call => ({
    method: 'POST',
    path: `${itemtype}/`,
    json: { input },
  });
  const creating = (ticket: Ticket): Call => ({
    method: 'POST',
    path: 'Ticket/',
    json: creation(ticket),
  });
  const adding = (options: DeskOptions, call: Call): Promise<Done> =>
    within(options, async ({ send }) => doneOf(await send(call, created)));
  const update = (id: string, input: object, options: DeskOptions): Promise<Done> =>
    within(options, async ({ send }): Promise<Done> => {
      const result = await send({ method: 'PUT', path: at(id), json: { input } }, changed);
      if (result.status === 'failed') return result;
      return hasRefused(result.value) ? notChanged(result.value) : { status: 'done' };
    });
  const search = (query: Readonly<Record<string, string>>): Call => ({
    method: 'GET',
    path: 'search/Ticket',
    query,
    maxAnswerBytes: 8 * 1024 * 1024,
  });
  const all = async (ids: readonly string[], { look }: Session) => {
    const seen = [];
    for (const id of ids) {
      const one = await look({ method: 'GET', path: at(id) }, ticketShape);
      if (one.status === 'failed') return one;
      seen.push(one.value);
    }
    return { status: 'ok' as const, value: seen };
  };

  return {
    name: 'glpi',
    target: targetOf(glpi.url),
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => {
      const shown = client.describe({ ...creating(ticket), path: 'apirest.php/Ticket/' });
      return { ...shown, headers: { ...shown.headers, 'Session-Token': '***' }, body: creation(ticket) };
    },

    check: (options) =>
      within(options, async ({ look }) => {
        const seen = await look({ method: 'GET', path: 'getFullSession' }, sessionShape);
        if (seen.status === 'failed') return seen;
        const { glpifriendlyname: friendly, glpiname: name } = seen.value.session;
        return {
          status: 'ok' as const,
          value: {
            user: plainLine(friendly || name, 200),
            remarks: [
              { code: 'limit-unknown' as const, detail: '' },
              { code: 'rights-unchecked' as const, detail: '' },
            ],
          },
        };
      }),

    create: (ticket, _bundle, options) =>
      within(options, async ({ send }): Promise<Outcome> => {
        const filed = await send(creating(ticket), created);
        if (filed.status === 'failed') return filed;
        const { id } = filed.value;
        return { status: 'sent', id, url: urlOf(id), existing: false };
      }),

    find: (key, options) =>
      within(options, async (session): Promise<Found> => {
        const field = String(glpi.contentField);
        const query = {
          'criteria[0][field]': field,
          'criteria[0][searchtype]': 'contains',
          'criteria[0][value]': key,
          'forcedisplay[0]': '2',
          range: '0-9',
        };
        const seen = await session.look(search(query), searched);
        if (seen.status === 'failed') return seen;
        const tickets = await all(seen.value.data, session);
        if (tickets.status === 'failed') return tickets;
        const ours = tickets.value.filter((raw) => keyOf(raw) === key);
        return foundAmong(
          ours.map(({ id }) => id),
          urlOf,
        );
      }),

    read: (id, options) =>
      within(options, async ({ look }) => {
        const seen = await look({ method: 'GET', path: at(id) }, ticketShape);
        return seen.status === 'ok'
          ? { status: 'ok' as const, value: ticketOf(seen.value, urlOf(id)) }
          : seen;
      }),

    attach: (id, file, options) =>
      within(options, async ({ send }): Promise<Done> => {
        const manifest = { input: { name: file.name, _filename: [file.name] } };
        const body = multipart(`techsupport-${file.sha256}`, [
          { name: 'uploadManifest', type: 'application/json', text: JSON.stringify(manifest) },
          { name: 'filename[0]', file },
        ]);
        const kept = await send({ method: 'POST', path: 'Document/', body }, created);
        if (kept.status === 'failed') return kept;
        const link = { documents_id: Number(kept.value.id), itemtype: 'Ticket', items_id: Number(id) };
        return doneOf(await send(add('Document_Item', link), created));
      }),

    attachments: (id, options) =>
      within(options, async ({ look }) => {
        const listed = await look({ method: 'GET', path: at(id, '/Document_Item') }, links);
        if (listed.status === 'failed') return listed;
        const files: Attachment[] = [];
        for (const { documents_id: document } of listed.value.slice(0, MAX_FILES)) {
          const seen = await look({ method: 'GET', path: `Document/${document}` }, documented);
          if (seen.status === 'failed') return seen;
          files.push({ name: plainLine(seen.value.filename, 300) });
        }
        return { status: 'ok' as const, value: files };
      }),

    conversation: (id, options) =>
      within(options, async ({ look }) => {
        const seen = await look({ method: 'GET', path: at(id) }, ticketShape);
        if (seen.status === 'failed') return seen;
        const path = at(id, '/ITILFollowup');
        const said = await look({ method: 'GET', path, query: { range: '0-99' } }, followups);
        if (said.status === 'failed') return said;
        return { status: 'ok' as const, value: messagesOf(said.value, seen.value.users_id_recipient) };
      }),

    comment: (id, note, options) =>
      adding(
        options,
        add('ITILFollowup', {
          itemtype: 'Ticket',
          items_id: Number(id),
          content: htmlNote(note),
          is_private: note.internal ? 1 : 0,
        }),
      ),

    escalate: (id, { level }, options) => {
      const group = glpi.levels[level - 2];
      if (group === undefined) return update(id, { urgency: URGENCY.urgent }, options);
      const link = { tickets_id: Number(id), groups_id: group, type: ASSIGNED };
      return adding(options, add('Group_Ticket', link));
    },

    close: (id, options) => update(id, { status: STATUS.solved }, options),
    reopen: (id, options) => update(id, { status: STATUS.processing }, options),

    queue: ({ since, limit }, options) =>
      within(options, async (session) => {
        const query = {
          'criteria[0][field]': '15',
          'criteria[0][searchtype]': 'morethan',
          'criteria[0][value]': since.toISOString().slice(0, 19).replace('T', ' '),
          'forcedisplay[0]': '2',
          sort: '15',
          order: 'DESC',
          range: `0-${Math.min(limit, 50) - 1}`,
        };
        const seen = await session.look(search(query), searched);
        if (seen.status === 'failed') return seen;
        const tickets = await all(seen.value.data, session);
        if (tickets.status === 'failed') return tickets;
        return { status: 'ok' as const, value: tickets.value.map((raw) => ticketOf(raw, urlOf(raw.id))) };
      }),
  };
};

const doneOf = (result: Looked<unknown>): Done => (result.status === 'ok' ? { status: 'done' } : result);

/** 200 or 207, and `false` within. */
const notChanged = (answer: z.output<typeof changed>): Failed => ({
  status: 'failed',
  failure: {
    code: 'not-changed',
    certainty: 'not-received',
    again: 'person',
    detail: plainLine(JSON.stringify(answer), 300),
  },
});
