/** Jira Service Management, as its customers see it: the portal's own API. */
import type { Desk, DeskOptions, Done, Failed, Found, Looked, Outcome } from '../desk.ts';
import { foundAmong, makeAsker, named } from '../http/ask.ts';
import { type Call, type DeskEnvironment, makeClient } from '../http/client.ts';
import { multipart } from '../http/multipart.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { plainLine } from '../plain.ts';
import { ticketWithin } from '../within.ts';
import { authorizeWith } from './jira/auth.ts';
import { wikiNote, wikiOf } from './jira/text.ts';
import { type JsmSettings, jsmSettings } from './jsm/settings.ts';
import {
  comments,
  created,
  files,
  keyOf,
  messagesOf,
  request,
  requests,
  temporary,
  ticketOf,
  transitions,
  wanted,
} from './jsm/shapes.ts';

const MAX_TEXT = 15_000;
const SEARCH_LAG_MS = 10_000;
const MAX_LIST_BYTES = 8 * 1024 * 1024;
const REST = 'rest/servicedeskapi';
/** Data Center calls these parts of its API experimental, and answers 412 without the word. */
const HEADERS = { 'X-ExperimentalApi': 'opt-in' };

/** The portal tells no kinds of statuses, only what a step is called. */
const NAMED = {
  close: /close|resolve|done|solve|complete|закры|реш|готов/i,
  reopen: /re-?open|not (fixed|solved)|back|переоткр|открыть|вернуть/i,
  escalate: /escalat|эскал/i,
} as const;

export const makeJsm = (settings: JsmSettings, environment: DeskEnvironment): Desk => {
  const jsm = jsmSettings.parse(settings);
  const { serviceDesk, requestType } = jsm;
  const client = makeClient(jsm, environment, authorizeWith(jsm));
  const { look, send, change } = makeAsker(client);
  const urlOf = (id: string): string =>
    `${jsm.url.replace(/\/+$/, '')}/servicedesk/customer/portal/${serviceDesk}/${encodeURIComponent(id)}`;
  const call = (method: Call['method'], path: string, more: Partial<Call> = {}): Call => ({
    method,
    path: `${REST}/${path}`,
    headers: HEADERS,
    maxAnswerBytes: MAX_LIST_BYTES,
    ...more,
  });
  const at = (id: string, more = ''): string => `request/${encodeURIComponent(id)}${more}`;
  const portal = `servicedesk/${serviceDesk}/requesttype/${requestType}`;

  const creation = (ticket: Ticket) => ({
    serviceDeskId: serviceDesk,
    requestTypeId: requestType,
    requestFieldValues: {
      ...jsm.fields,
      // The portal's search looks into summaries only.
      summary: `${plainLine(ticket.subject, 200)} [${shortOf(ticket.key)}]`,
      description: wikiOf(ticketWithin(ticket, MAX_TEXT)),
    },
  });
  const creating = (ticket: Ticket): Call => call('POST', 'request', { json: creation(ticket) });

  /** Fields that the portal wants and nobody gives. */
  const missing = async (options: DeskOptions): Promise<Looked<readonly string[]>> => {
    const seen = await look(call('GET', `${portal}/field`), wanted, options);
    if (seen.status === 'failed') return seen;
    const given = new Set(['summary', 'description', ...Object.keys(jsm.fields)]);
    return {
      status: 'ok',
      value: seen.value.requestTypeFields
        .filter(({ required, fieldId }) => required && !given.has(fieldId))
        .map(({ fieldId, name }) => `${plainLine(name, 100)} (${plainLine(fieldId, 100)})`),
    };
  };

  const ours = (options: DeskOptions, more: Readonly<Record<string, string>> = {}) =>
    look(
      call('GET', 'request', {
        query: {
          requestOwnership: 'OWNED_REQUESTS',
          requestStatus: 'ALL_REQUESTS',
          serviceDeskId: serviceDesk,
          requestTypeId: requestType,
          limit: '50',
          ...more,
        },
      }),
      requests,
      options,
    );

  const move = async (id: string, to: keyof typeof NAMED, options: DeskOptions): Promise<Done> => {
    const seen = await look(call('GET', at(id, '/transition')), transitions, options);
    if (seen.status === 'failed') return seen;
    const wished = jsm.transitions[to];
    const chosen = seen.value.values.find(({ name }) =>
      wished === undefined ? NAMED[to].test(name) : name === wished,
    );
    if (chosen !== undefined) {
      return change(call('POST', at(id, '/transition'), { json: { id: chosen.id } }), options);
    }
    const names = seen.value.values.map(({ name }) => name).join(', ') || 'none';
    return failure('cannot', `no step to ${wished ?? to}; there are: ${names}`);
  };

  return {
    name: 'jsm',
    target: `${targetOf(jsm.url)} ${serviceDesk}/${requestType}`,
    deduplicates: false,
    reports: 'after',
    searchLagMs: SEARCH_LAG_MS,
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const fields = await missing(options);
      if (fields.status === 'failed') return named(fields, ['not-found'], 'queue-missing', portal);
      if (fields.value.length > 0) return failure('field-missing', fields.value.join(', '));
      return {
        status: 'ok',
        value: {
          remarks: [
            { code: 'limit-unknown', detail: '' },
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options): Promise<Outcome> => {
      const fields = await missing(options);
      // Who may not see the form may file all the same, and is told then.
      if (fields.status === 'failed' && fields.failure.again !== 'person') return fields;
      if (fields.status === 'ok' && fields.value.length > 0) {
        return failure('field-missing', fields.value.join(', '));
      }
      const filed = await send(creating(ticket), created, options);
      if (filed.status === 'failed') return named(filed, ['not-found'], 'queue-missing', portal);
      const { issueKey: id } = filed.value;
      return { status: 'sent', id, url: urlOf(id), existing: false };
    },

    find: async (key, options): Promise<Found> => {
      const listed = await ours(options, { searchTerm: shortOf(key) });
      if (listed.status === 'failed') return listed;
      const same = listed.value.values.filter((one) => keyOf(one) === key);
      return foundAmong(
        same.map(({ issueKey: id }) => id),
        urlOf,
      );
    },

    read: async (id, options) => {
      const seen = await look(call('GET', at(id)), request, options);
      return seen.status === 'ok' ? { status: 'ok', value: ticketOf(seen.value, urlOf(id)) } : seen;
    },

    attach: async (id, file, options) => {
      const body = multipart(`techsupport-${file.sha256}`, [{ name: 'file', file }]);
      const headers = { ...HEADERS, 'X-Atlassian-Token': 'no-check' };
      const path = `servicedesk/${serviceDesk}/attachTemporaryFile`;
      const sent = await send(call('POST', path, { headers, body }), temporary, options);
      if (sent.status === 'failed') return sent;
      const temporaryAttachmentIds = sent.value.temporaryAttachments.map((one) => one.temporaryAttachmentId);
      const json = { temporaryAttachmentIds, public: true };
      return change(call('POST', at(id, '/attachment'), { json }), options);
    },

    attachments: async (id, options) => {
      const seen = await look(call('GET', at(id, '/attachment'), { query: { limit: '50' } }), files, options);
      if (seen.status === 'failed') return seen;
      return {
        status: 'ok',
        value: seen.value.values.map(({ filename, size }) => ({
          name: plainLine(filename, 300),
          ...(size !== undefined && { bytes: size }),
        })),
      };
    },

    conversation: async (id, options) => {
      const seen = await look(call('GET', at(id)), request, options);
      if (seen.status === 'failed') return seen;
      const path = at(id, '/comment');
      const said = await look(call('GET', path, { query: { limit: '100' } }), comments, options);
      if (said.status === 'failed') return said;
      return { status: 'ok', value: messagesOf(said.value, seen.value.reporter.id) };
    },

    comment: (id, note, options) => {
      const json = { body: wikiNote(note), public: !note.internal };
      return change(call('POST', at(id, '/comment'), { json }), options);
    },

    escalate: (id, _escalation, options) => move(id, 'escalate', options),
    close: (id, options) => move(id, 'close', options),
    reopen: (id, options) => move(id, 'reopen', options),

    rate: (id, { stars, note }, options) => {
      const json = { type: 'csat', rating: stars, comment: { body: note.text } };
      return change(call('POST', at(id, '/feedback'), { json }), options);
    },
  };
};

/** One word for a search that splits at hyphens. */
const shortOf = (key: string): string => key.slice(0, 8);

const failure = (code: 'cannot' | 'field-missing', detail: string): Failed => ({
  status: 'failed',
  failure: { code, certainty: 'not-received', again: 'person', detail: plainLine(detail, 300) },
});
