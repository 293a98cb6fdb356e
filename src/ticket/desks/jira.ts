/** Jira: Cloud (REST v3), and Data Center (v2). */
import { z } from 'zod';
import type { Desk, DeskOptions, Done, Failed, Outcome } from '../desk.ts';
import { foundAmong, makeAsker } from '../http/ask.ts';
import { type Call, type DeskEnvironment, makeClient } from '../http/client.ts';
import { multipart } from '../http/multipart.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { ticketWithin } from '../within.ts';
import { authorizeWith } from './jira/auth.ts';
import { type JiraSettings, jiraSettings } from './jira/settings.ts';
import {
  created,
  filesOf,
  issue,
  limits,
  messagesOf,
  myself,
  searched,
  ticketOf,
  transitions,
} from './jira/shapes.ts';
import { adfOf, adfOfText, wikiNote, wikiOf } from './jira/text.ts';

/** Jira takes 32 767 characters of text. */
const MAX_TEXT = 15_000;
/** Its search runs behind what was written. */
const SEARCH_LAG_MS = 10_000;
const FIELDS = 'summary,status,labels,created,updated,resolutiondate,priority';
const MAX_ISSUE_BYTES = 8 * 1024 * 1024;

export const makeJira = (settings: JiraSettings, environment: DeskEnvironment): Desk => {
  const jira = jiraSettings.parse(settings);
  const client = makeClient(jira, environment, authorizeWith(jira));
  const { look, send, change } = makeAsker(client);
  const rest = `rest/api/${jira.api}`;
  const isCloud = jira.api === '3';
  const urlOf = (id: string): string => `${jira.url.replace(/\/+$/, '')}/browse/${encodeURIComponent(id)}`;
  const at = (id: string, more = ''): string => `${rest}/issue/${encodeURIComponent(id)}${more}`;
  const get = (id: string, fields: string): Call => ({
    method: 'GET',
    path: at(id),
    query: { fields },
    maxAnswerBytes: MAX_ISSUE_BYTES,
  });

  const creation = (ticket: Ticket, withPriority = true) => {
    const short = ticketWithin(ticket, MAX_TEXT);
    return {
      fields: {
        ...jira.fields,
        project: { key: jira.project },
        issuetype: { name: jira.issueType },
        summary: ticket.subject,
        description: isCloud ? adfOf(short) : wikiOf(short),
        labels: ['techsupport', ticket.key],
        ...(withPriority && { priority: { name: jira.priorities[ticket.priority] } }),
      },
      properties: [{ key: 'techsupport', value: { key: ticket.key } }],
    };
  };
  const creating = (ticket: Ticket, withPriority = true): Call => ({
    method: 'POST',
    path: `${rest}/issue`,
    json: creation(ticket, withPriority),
  });
  const searching = (jql: string, maxResults: number): Call => ({
    method: 'POST',
    path: isCloud ? `${rest}/search/jql` : `${rest}/search`,
    json: { jql, fields: FIELDS.split(','), maxResults },
    maxAnswerBytes: MAX_ISSUE_BYTES,
  });

  const move = async (
    id: string,
    wished: string | undefined,
    kinds: readonly string[],
    options: DeskOptions,
  ): Promise<Done> => {
    const seen = await look({ method: 'GET', path: at(id, '/transitions') }, transitions, options);
    if (seen.status === 'failed') return seen;
    const all = seen.value.transitions;
    const chosen =
      wished === undefined
        ? kinds
            .map((kind) => all.find(({ to }) => to?.statusCategory === kind))
            .find((one) => one !== undefined)
        : all.find(({ name }) => name === wished);
    if (chosen === undefined) return noWay(wished ?? kinds.join(', '), all);
    const json = { transition: { id: chosen.id } };
    return change({ method: 'POST', path: at(id, '/transitions'), json }, options);
  };

  return {
    name: 'jira',
    target: `${targetOf(jira.url)} ${jira.project}`,
    deduplicates: false,
    reports: 'after',
    searchLagMs: SEARCH_LAG_MS,
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const path = `${rest}/project/${encodeURIComponent(jira.project)}`;
      const project = await look({ method: 'GET', path }, z.looseObject({ key: z.string() }), options);
      if (project.status === 'failed') return aboutProject(project, jira.project);
      const who = await look({ method: 'GET', path: `${rest}/myself` }, myself, options);
      const files = await look({ method: 'GET', path: `${rest}/attachment/meta` }, limits, options);
      const user = who.status === 'ok' ? who.value.displayName || who.value.name : '';
      const limit = files.status === 'ok' ? files.value.uploadLimit : undefined;
      const takesFiles = files.status !== 'ok' || files.value.enabled;
      return {
        status: 'ok',
        value: {
          ...(user !== '' && { user }),
          ...(limit !== undefined && { attachmentLimit: limit }),
          remarks: [
            ...(takesFiles ? [] : [{ code: 'no-attachments', detail: '' } as const]),
            ...(limit === undefined && takesFiles ? [{ code: 'limit-unknown', detail: '' } as const] : []),
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options): Promise<Outcome> => {
      const first = await send(creating(ticket), created, options);
      // Many projects have no priority on their form; with 400 nothing was made.
      const isPriority =
        first.status === 'failed' &&
        first.failure.httpStatus === 400 &&
        /\bpriority: /.test(first.failure.detail);
      const filed = isPriority ? await send(creating(ticket, false), created, options) : first;
      if (filed.status === 'failed') return aboutProject(filed, jira.project);
      const { key: id } = filed.value;
      return { status: 'sent', id, url: urlOf(id), existing: false };
    },

    find: async (key, options) => {
      const jql = `project = "${jira.project}" AND labels = "${key}" ORDER BY created ASC`;
      const seen = await look(searching(jql, 50), searched, options);
      if (seen.status === 'failed') return seen;
      const ours = seen.value.issues.filter(({ fields }) => fields.labels.includes(key));
      return foundAmong(
        ours.map((one) => one.key),
        urlOf,
      );
    },

    read: async (id, options) => {
      const seen = await look(get(id, FIELDS), issue, options);
      return seen.status === 'ok' ? { status: 'ok', value: ticketOf(seen.value, urlOf(id)) } : seen;
    },

    mark: (id, key, options) =>
      change({ method: 'PUT', path: at(id), json: { update: { labels: [{ add: key }] } } }, options),

    attach: (id, file, options) => {
      const body = multipart(`techsupport-${file.sha256}`, [{ name: 'file', file }]);
      const headers = { 'X-Atlassian-Token': 'no-check' };
      return change({ method: 'POST', path: at(id, '/attachments'), headers, body }, options);
    },

    attachments: async (id, options) => {
      const seen = await look(get(id, 'attachment'), issue, options);
      return seen.status === 'ok' ? { status: 'ok', value: filesOf(seen.value) } : seen;
    },

    conversation: async (id, options) => {
      const seen = await look(get(id, 'comment,creator'), issue, options);
      return seen.status === 'ok' ? { status: 'ok', value: messagesOf(seen.value) } : seen;
    },

    comment: (id, note, options) => {
      // Of effect in projects of Service Management; others show every comment to everybody.
      const hidden = { properties: [{ key: 'sd.public.comment', value: { internal: true } }] };
      const body = isCloud ? adfOfText(note.text) : wikiNote(note);
      return change(
        { method: 'POST', path: at(id, '/comment'), json: { body, ...(note.internal && hidden) } },
        options,
      );
    },

    escalate: (id, { level }, options) => {
      const add = jira.levels[level - 2] ?? `level-${level}`;
      return change({ method: 'PUT', path: at(id), json: { update: { labels: [{ add }] } } }, options);
    },

    close: (id, options) => move(id, jira.transitions.close, ['done'], options),
    reopen: (id, options) => move(id, jira.transitions.reopen, ['indeterminate', 'new'], options),

    queue: async ({ name, since, limit }, options) => {
      const project = (name ?? jira.project).replace(/["\\]/g, '');
      const day = since.toISOString().slice(0, 10);
      const jql = `project = "${project}" AND created >= "${day}" ORDER BY created DESC`;
      const seen = await look(searching(jql, Math.min(limit, 100)), searched, options);
      if (seen.status === 'failed') return seen;
      return { status: 'ok', value: seen.value.issues.map((one) => ticketOf(one, urlOf(one.key))) };
    },
  };
};

/** It says 404, or 400 about the field. */
const aboutProject = ({ failure }: Failed, project: string): Failed => ({
  status: 'failed',
  failure:
    failure.code === 'not-found' || /^project: /.test(failure.detail.replace(/^HTTP 400 /, ''))
      ? { ...failure, code: 'queue-missing', again: 'person', detail: `${project}: ${failure.detail}` }
      : failure,
});

const noWay = (wanted: string, all: readonly { readonly name: string }[]): Failed => ({
  status: 'failed',
  failure: {
    code: 'cannot',
    certainty: 'not-received',
    again: 'person',
    detail:
      `no transition to ${wanted}; there are: ${all.map(({ name }) => name).join(', ') || 'none'}`.slice(
        0,
        300,
      ),
  },
});
