/** Request Tracker 5, REST 2.0 (docs.bestpractical.com: RT::REST2). */
import { z } from 'zod';
import { plainBody } from '../body.ts';
import type { Desk, DeskOptions, Done, Failed, Found, Looked, Outcome } from '../desk.ts';
import { type Answer, contentOf, isSuccess, lookFailed, refusalOf } from '../http/answer.ts';
import { type Call, type DeskEnvironment, isFailed, makeClient } from '../http/client.ts';
import { multipart } from '../http/multipart.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { plainLine } from '../plain.ts';
import { readAttachments, readConversation } from './rt/conversation.ts';
import { readQueue } from './rt/queue.ts';
import { type RtSettings, rtSettings } from './rt/settings.ts';
import { created, deskTicket, fullTicket, queueAnswer, searched } from './rt/shapes.ts';

/** RT's own: Low 0, Medium 50, High 100. Names are stored as they are on some databases; numbers work on all. */
const PRIORITY = { low: 0, normal: 50, high: 80, urgent: 100 } as const;

export const makeRt = (settings: RtSettings, environment: DeskEnvironment): Desk => {
  const rt = rtSettings.parse(settings);
  const client = makeClient(rt, environment, (secret) => ({ Authorization: `token ${secret}` }));
  const base = rt.url.replace(/\/+$/, '');
  const urlOf = (id: string): string => `${base}/Ticket/Display.html?id=${encodeURIComponent(id)}`;
  const at = (id: string, more = ''): string => `REST/2.0/ticket/${encodeURIComponent(id)}${more}`;

  const ask = async <S extends z.ZodType>(
    call: Call,
    schema: S,
    options: DeskOptions,
  ): Promise<Looked<z.output<S>>> => {
    const answer = await client.call(call, options);
    return isFailed(answer) ? answer : contentOf(answer, schema);
  };

  const change = async (call: Call, options: DeskOptions): Promise<Done> => {
    const answer = await client.call(call, options);
    if (isFailed(answer)) return answer;
    // It says what it did, if nothing: whatever is no list comes from something on the way.
    const content = contentOf(answer, z.array(z.unknown()));
    return content.status === 'ok' ? { status: 'done' } : content;
  };

  const creation = (ticket: Ticket) => ({
    Queue: rt.queue,
    Subject: ticket.subject,
    ...(ticket.contact.email !== '' && { Requestor: ticket.contact.email }),
    Priority: PRIORITY[ticket.priority],
    Content: plainBody(ticket),
    ContentType: 'text/plain',
    CustomFields: {
      [rt.keyField]: ticket.key,
      ...(rt.categoryField !== undefined &&
        ticket.category !== '' && { [rt.categoryField]: ticket.category }),
    },
  });
  const creating = (ticket: Ticket): Call => ({
    method: 'POST',
    path: 'REST/2.0/ticket',
    json: creation(ticket),
  });

  const queueNamed = async (name: string, options: DeskOptions) => {
    const call: Call = { method: 'GET', path: `REST/2.0/queue/${encodeURIComponent(name)}` };
    const queue = await ask(call, queueAnswer, options);
    // RT says "forbidden" of a queue that is not there.
    return queue.status === 'failed' ? lookFailed(aboutQueue(queue, name)) : queue;
  };

  const desk: Desk = {
    name: 'rt',
    target: targetOf(rt.url),
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const queue = await queueNamed(rt.queue, options);
      if (queue.status === 'failed') return queue;
      const names = queue.value.TicketCustomFields.map(({ name }) => name);
      return {
        status: 'ok',
        value: {
          remarks: [
            ...(names.includes(rt.keyField) ? [] : [{ code: 'no-key-field', detail: rt.keyField } as const]),
            { code: 'limit-unknown', detail: '' },
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options): Promise<Outcome> => {
      const answer = await client.call(creating(ticket), options);
      if (isFailed(answer)) return answer;
      if (!isSuccess(answer)) return aboutQueue(refusalOf(answer, messageIn(answer)), rt.queue);
      const content = contentOf(answer, created);
      if (content.status === 'failed') return content;
      const { id } = content.value;
      return { status: 'sent', id, url: urlOf(id), existing: false };
    },

    find: async (key, options): Promise<Found> => {
      // Letters, digits and '-' only: nothing in it ends the quotation.
      const query = `CF.{${rt.keyField.replace(/[{}']/g, '')}} = '${key}'`;
      const call: Call = {
        method: 'GET',
        path: 'REST/2.0/tickets',
        query: { query, fields: 'Status,CustomFields', per_page: '100' },
      };
      const content = await ask(call, searched, options);
      if (content.status === 'failed') return lookFailed(content);
      // An unknown field matches nothing, and on other desks everything: looked at once more.
      const ids = content.value.items
        .filter(({ CustomFields }) => fieldOf(CustomFields, rt.keyField) === key)
        .map(({ id }) => id)
        .sort((a, b) => Number(a) - Number(b));
      const [id, ...others] = ids;
      if (id === undefined) return { status: 'none' };
      return { status: 'found', id, url: urlOf(id), existing: true, ...(others.length > 0 && { others }) };
    },

    read: async (id, options) => {
      const content = await ask({ method: 'GET', path: at(id) }, fullTicket, options);
      if (content.status === 'failed') return lookFailed(content);
      return { status: 'ok', value: { ...deskTicket(content.value, rt), url: urlOf(id) } };
    },

    mark: (id, key, options) =>
      change({ method: 'PUT', path: at(id), json: { CustomFields: { [rt.keyField]: key } } }, options),

    attach: (id, file, options) => {
      // With a file name RT would not take the first part for its JSON.
      const body = multipart(`techsupport-${file.sha256}`, [
        { name: 'JSON', text: JSON.stringify({ Content: file.name, ContentType: 'text/plain' }) },
        { name: 'Attachments', file },
      ]);
      return change({ method: 'POST', path: at(id, '/comment'), body }, options);
    },

    attachments: async (id, options) => {
      const listed = await readAttachments(at(id), (call, schema) => ask(call, schema, options));
      if (listed.status === 'failed') return lookFailed(listed);
      // What RT dropped for its size is renamed to NAME.txt, and still tells the size it had.
      const files = listed.value.filter(({ Filename }) => Filename !== '');
      return {
        status: 'ok',
        value: files.map(({ Filename, ContentLength }) => ({
          name: plainLine(Filename, 300),
          bytes: Number(ContentLength),
        })),
      };
    },

    conversation: (id, options) => readConversation(at(id), (call, schema) => ask(call, schema, options)),

    comment: (id, { text, internal }, options) =>
      change(
        {
          method: 'POST',
          path: at(id, internal ? '/comment' : '/correspond'),
          json: { Content: text, ContentType: 'text/plain' },
        },
        options,
      ),

    escalate: (id, { level }, options) => {
      const queue = rt.levels[level - 2];
      const json = queue === undefined ? { Priority: PRIORITY.urgent } : { Queue: queue };
      return change({ method: 'PUT', path: at(id), json }, options);
    },

    close: (id, options) => change({ method: 'PUT', path: at(id), json: { Status: 'resolved' } }, options),
    reopen: (id, options) => change({ method: 'PUT', path: at(id), json: { Status: 'open' } }, options),

    queue: async ({ name = rt.queue, since, limit }, options) => {
      const seen = await readQueue({ name, since, limit }, rt, (call, schema) => ask(call, schema, options));
      if (seen.status === 'failed') return seen;
      // It answers the same about an empty queue and about none.
      const known = seen.value.length > 0 ? seen : await queueNamed(name, options);
      if (known.status === 'failed') return known;
      return { status: 'ok', value: seen.value.map((one) => ({ ...one, url: urlOf(one.id) })) };
    },
  };

  return desk;
};

const fieldOf = (
  fields: readonly { readonly name: string; readonly values: readonly string[] }[],
  name: string,
): string | undefined => fields.find((field) => field.name === name)?.values[0];

const messageIn = ({ text = '' }: Answer): string => {
  try {
    return z.object({ message: z.string() }).parse(JSON.parse(text)).message;
  } catch {
    return text;
  }
};

/** It answers the same to "no right" and to "no such queue". */
const aboutQueue = ({ failure }: Failed, queue: string): Failed => ({
  status: 'failed',
  failure:
    failure.code === 'forbidden' || failure.code === 'not-found'
      ? {
          ...failure,
          code: 'queue-missing',
          again: 'person',
          detail: plainLine(`${queue}: ${failure.detail}`, 300),
        }
      : failure,
});
