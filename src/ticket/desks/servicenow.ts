/** ServiceNow: the Table API of its incidents, and the Attachment API. */
import { plainBody } from '../body.ts';
import type { Desk, DeskOptions, Done, Failed, Looked } from '../desk.ts';
import { foundAmong, makeAsker } from '../http/ask.ts';
import { type Call, type DeskEnvironment, makeClient } from '../http/client.ts';
import { rawBody } from '../http/multipart.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { ticketWithin } from '../within.ts';
import { type ServicenowSettings, servicenowSettings } from './servicenow/settings.ts';
import {
  anyRows,
  created,
  FIELDS,
  files,
  filesOf,
  journal,
  messagesOf,
  type Row,
  rows,
  ticketOf,
} from './servicenow/shapes.ts';

/** A description has 4000 characters. */
const MAX_TEXT = 2_500;
const MAX_LIST_BYTES = 16 * 1024 * 1024;
/** It computes the priority from these two. */
const URGENCY = { low: '3', normal: '2', high: '1', urgent: '1' } as const;
const IMPACT = { low: '3', normal: '2', high: '2', urgent: '1' } as const;

export const makeServicenow = (settings: ServicenowSettings, environment: DeskEnvironment): Desk => {
  const now = servicenowSettings.parse(settings);
  const { user = '' } = now;
  const client = makeClient(now, environment, (secret) => ({
    Authorization:
      now.auth === 'bearer'
        ? `Bearer ${secret}`
        : `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
  }));
  const { look, send, change } = makeAsker(client);
  const table = `api/now/table/${now.table}`;
  const urlOf = (id: string): string => {
    const page = `${now.table}.do?sysparm_query=number=${id}`;
    return `${now.url.replace(/\/+$/, '')}/nav_to.do?uri=${encodeURIComponent(page)}`;
  };
  const query = (sysparm_query: string, sysparm_limit: number): Call => ({
    method: 'GET',
    path: table,
    query: { sysparm_query, sysparm_fields: FIELDS, sysparm_limit: String(sysparm_limit) },
    maxAnswerBytes: MAX_LIST_BYTES,
  });

  const creation = (ticket: Ticket) => {
    const category = now.categories[ticket.category];
    return {
      ...now.fields,
      short_description: ticket.subject.slice(0, 160),
      description: plainBody(ticketWithin(ticket, MAX_TEXT)),
      urgency: URGENCY[ticket.priority],
      impact: IMPACT[ticket.priority],
      ...(category !== undefined && { category }),
      ...(now.group !== undefined && { assignment_group: now.group }),
      ...(now.caller !== undefined && { caller_id: now.caller }),
      correlation_id: ticket.key,
      correlation_display: 'techsupport',
    };
  };
  const creating = (ticket: Ticket): Call => ({
    method: 'POST',
    path: table,
    query: { sysparm_fields: 'sys_id,number' },
    json: creation(ticket),
  });

  /** A query that it does not understand is left out by some versions, and then everything comes. */
  const rowOf = async (id: string, options: DeskOptions): Promise<Looked<Row>> => {
    if (!/^[A-Z]{2,12}\d{4,15}$/.test(id)) return notThere(id);
    const seen = await look(query(`number=${id}`, 2), rows, options);
    if (seen.status === 'failed') return seen;
    const found = seen.value.result.find(({ number }) => number === id);
    return found === undefined ? notThere(id) : { status: 'ok', value: found };
  };
  const update = async (id: string, json: object, options: DeskOptions): Promise<Done> => {
    const row = await rowOf(id, options);
    if (row.status === 'failed') return row;
    const path = `${table}/${row.value.sys_id}`;
    return change({ method: 'PATCH', path, query: { sysparm_fields: 'sys_id' }, json }, options);
  };

  return {
    name: 'servicenow',
    target: `${targetOf(now.url)} ${now.table}`,
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const seen = await look(
        { method: 'GET', path: table, query: { sysparm_limit: '1', sysparm_fields: 'number' } },
        anyRows,
        options,
      );
      if (seen.status === 'failed') return seen;
      return {
        status: 'ok',
        value: {
          ...(user !== '' && { user }),
          remarks: [
            { code: 'limit-unknown', detail: '' },
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options) => {
      const filed = await send(creating(ticket), created, options);
      if (filed.status === 'failed') return filed;
      const { number: id } = filed.value.result;
      return { status: 'sent', id, url: urlOf(id), existing: false };
    },

    find: async (key, options) => {
      const seen = await look(query(`correlation_id=${key}`, 10), rows, options);
      if (seen.status === 'failed') return seen;
      const ours = seen.value.result.filter(({ correlation_id }) => correlation_id === key);
      return foundAmong(
        ours.map(({ number }) => number),
        urlOf,
      );
    },

    read: async (id, options) => {
      const row = await rowOf(id, options);
      return row.status === 'ok' ? { status: 'ok', value: ticketOf(row.value, urlOf(id)) } : row;
    },

    mark: (id, key, options) => update(id, { correlation_id: key }, options),

    attach: async (id, file, options) => {
      const row = await rowOf(id, options);
      if (row.status === 'failed') return row;
      return change(
        {
          method: 'POST',
          path: 'api/now/attachment/file',
          query: { table_name: now.table, table_sys_id: row.value.sys_id, file_name: file.name },
          body: rawBody(file, 'application/gzip'),
        },
        options,
      );
    },

    attachments: async (id, options) => {
      const row = await rowOf(id, options);
      if (row.status === 'failed') return row;
      const sysparm_query = `table_sys_id=${row.value.sys_id}`;
      const call: Call = {
        method: 'GET',
        path: 'api/now/attachment',
        query: { sysparm_query, sysparm_limit: '100' },
      };
      const seen = await look(call, files, options);
      return seen.status === 'ok' ? { status: 'ok', value: filesOf(seen.value) } : seen;
    },

    conversation: async (id, options) => {
      const row = await rowOf(id, options);
      if (row.status === 'failed') return row;
      const sysparm_query = `element_id=${row.value.sys_id}^elementINcomments,work_notes^ORDERBYsys_created_on`;
      const call: Call = {
        method: 'GET',
        path: 'api/now/table/sys_journal_field',
        query: {
          sysparm_query,
          sysparm_fields: 'element,value,sys_created_by,sys_created_on',
          sysparm_limit: '100',
        },
        maxAnswerBytes: MAX_LIST_BYTES,
      };
      const seen = await look(call, journal, options);
      if (seen.status === 'failed') return seen;
      return { status: 'ok', value: messagesOf(seen.value, row.value.sys_created_by) };
    },

    comment: (id, { text, internal }, options) =>
      update(id, internal ? { work_notes: text } : { comments: text }, options),

    escalate: (id, { level }, options) => {
      const group = now.levels[level - 2];
      return update(id, group === undefined ? { urgency: '1' } : { assignment_group: group }, options);
    },

    close: (id, options) =>
      update(id, { state: '6', close_code: now.closeCode, close_notes: 'techsupport' }, options),
    reopen: (id, options) => update(id, { state: '2' }, options),

    queue: async ({ name = now.group, since, limit }, options) => {
      const from = since.toISOString().slice(0, 19).replace('T', ' ');
      const group = name === undefined ? [] : [`assignment_group=${name.replaceAll('^', '')}`];
      const parts = [`sys_created_on>=${from}`, ...group, 'ORDERBYDESCsys_created_on'];
      const seen = await look(query(parts.join('^'), Math.min(limit, 1000)), rows, options);
      if (seen.status === 'failed') return seen;
      return { status: 'ok', value: seen.value.result.map((one) => ticketOf(one, urlOf(one.number))) };
    },
  };
};

const notThere = (id: string): Failed => ({
  status: 'failed',
  failure: { code: 'not-found', certainty: 'not-received', again: 'person', detail: id.slice(0, 60) },
});
