/** Issues of GitLab, API v4. */
import { z } from 'zod';
import { markdownBody } from '../body.ts';
import type { Desk, DeskOptions, Found } from '../desk.ts';
import { foundAmong, makeAsker, named } from '../http/ask.ts';
import { type Call, type DeskEnvironment, makeClient } from '../http/client.ts';
import { multipart } from '../http/multipart.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { markdownNote } from '../note-text.ts';
import { ticketWithin } from '../within.ts';
import { type GitlabSettings, gitlabSettings } from './gitlab/settings.ts';
import {
  created,
  filesIn,
  type Issue,
  issue,
  messagesOf,
  notes,
  project as projectShape,
  ticketOf,
  uploaded,
} from './gitlab/shapes.ts';

/** GitLab takes a million characters. */
const MAX_TEXT = 200_000;
const PAGE = 100;
const MAX_LIST_BYTES = 32 * 1024 * 1024;

export const makeGitlab = (settings: GitlabSettings, environment: DeskEnvironment): Desk => {
  const gitlab = gitlabSettings.parse(settings);
  const { project } = gitlab;
  const client = makeClient(
    gitlab,
    environment,
    (secret): Readonly<Record<string, string>> =>
      gitlab.auth === 'bearer' ? { Authorization: `Bearer ${secret}` } : { 'PRIVATE-TOKEN': secret },
  );
  const { look, send, change } = makeAsker(client);
  const base = `api/v4/projects/${encodeURIComponent(project)}`;
  const at = (id: string, more = ''): string => `${base}/issues/${encodeURIComponent(id)}${more}`;
  /** A number does not tell where the project's pages are. */
  const urlOf = (id: string): string | undefined =>
    /^\d+$/.test(project)
      ? undefined
      : `${gitlab.url.replace(/\/+$/, '')}/${project}/-/issues/${encodeURIComponent(id)}`;

  const creation = (ticket: Ticket) => ({
    title: ticket.subject,
    description: unordered(markdownBody(ticketWithin(ticket, MAX_TEXT))),
    labels: gitlab.labels.join(','),
    confidential: gitlab.confidential,
  });
  const creating = (ticket: Ticket): Call => ({
    method: 'POST',
    path: `${base}/issues`,
    json: creation(ticket),
  });
  const list = (query: Readonly<Record<string, string>>, options: DeskOptions) =>
    look(
      {
        method: 'GET',
        path: `${base}/issues`,
        query: {
          state: 'all',
          scope: 'all',
          order_by: 'created_at',
          sort: 'desc',
          per_page: String(PAGE),
          ...query,
        },
        maxAnswerBytes: MAX_LIST_BYTES,
      },
      z.array(issue),
      options,
    );
  const noted = (id: string, options: DeskOptions) =>
    look(
      {
        method: 'GET',
        path: at(id, '/notes'),
        query: { sort: 'asc', order_by: 'created_at', per_page: String(PAGE) },
        maxAnswerBytes: MAX_LIST_BYTES,
      },
      notes,
      options,
    );
  const put = (id: string, json: object): Call => ({ method: 'PUT', path: at(id), json });

  return {
    name: 'gitlab',
    target: `${targetOf(gitlab.url)} ${project}`,
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const seen = await look({ method: 'GET', path: base }, projectShape, options);
      if (seen.status === 'failed') return named(seen, ['not-found'], 'queue-missing', project);
      const { visibility, issues_enabled: hasIssues, issues_access_level: access } = seen.value;
      if (!hasIssues || access === 'disabled') {
        const failure = { code: 'queue-missing', certainty: 'not-received', again: 'person' } as const;
        return {
          status: 'failed',
          failure: { ...failure, detail: `${project}: issues are switched off` },
        };
      }
      const isPublic = visibility === 'public' && !gitlab.confidential;
      return {
        status: 'ok',
        value: {
          remarks: [
            ...(isPublic ? [{ code: 'public', detail: project } as const] : []),
            { code: 'limit-unknown', detail: '' },
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options) => {
      const filed = await send(creating(ticket), created, options);
      // Also its answer to who may not see the project.
      if (filed.status === 'failed') return named(filed, ['not-found'], 'queue-missing', project);
      const { iid } = filed.value;
      const url = urlOf(iid);
      return { status: 'sent', id: iid, ...(url !== undefined && { url }), existing: false };
    },

    find: async (key, options): Promise<Found> => {
      // The list knows at once what was filed; the search may split a key at its hyphens, and be late.
      const listed = await list({}, options);
      if (listed.status === 'failed') return listed;
      const here = bearing(listed.value, key);
      if (here.length > 0 || listed.value.length < PAGE) return foundAmong(here, urlOf);
      const older = await list({ search: key, in: 'description' }, options);
      return older.status === 'failed' ? older : foundAmong(bearing(older.value, key), urlOf);
    },

    read: async (id, options) => {
      const seen = await look({ method: 'GET', path: at(id) }, issue, options);
      return seen.status === 'ok' ? { status: 'ok', value: ticketOf(seen.value) } : seen;
    },

    attach: async (id, file, options) => {
      const body = multipart(`techsupport-${file.sha256}`, [{ name: 'file', file }]);
      const sent = await send({ method: 'POST', path: `${base}/uploads`, body }, uploaded, options);
      if (sent.status === 'failed') return sent;
      const json = { body: `[${file.name}](${sent.value.url})`, internal: true };
      return change({ method: 'POST', path: at(id, '/notes'), json }, options);
    },

    attachments: async (id, options) => {
      const seen = await noted(id, options);
      if (seen.status === 'failed') return seen;
      return { status: 'ok', value: seen.value.flatMap(({ body }) => filesIn(body)) };
    },

    conversation: async (id, options) => {
      const seen = await look({ method: 'GET', path: at(id) }, issue, options);
      if (seen.status === 'failed') return seen;
      const said = await noted(id, options);
      if (said.status === 'failed') return said;
      return { status: 'ok', value: messagesOf(said.value, seen.value.author.id) };
    },

    comment: (id, note, options) => {
      const json = { body: unordered(markdownNote(note)), internal: note.internal };
      return change({ method: 'POST', path: at(id, '/notes'), json }, options);
    },

    escalate: (id, { level }, options) =>
      change(put(id, { add_labels: gitlab.levels[level - 2] ?? `level-${level}` }), options),

    close: (id, options) => change(put(id, { state_event: 'close' }), options),
    reopen: (id, options) => change(put(id, { state_event: 'reopen' }), options),

    queue: async ({ name, since, limit }, options) => {
      const labels = name ?? gitlab.labels.join(',');
      const listed = await list(
        { created_after: since.toISOString(), ...(labels !== '' && { labels }) },
        options,
      );
      if (listed.status === 'failed') return listed;
      return { status: 'ok', value: listed.value.map(ticketOf).slice(0, limit) };
    },
  };
};

const bearing = (issues: readonly Issue[], key: string): readonly string[] =>
  issues.filter(({ description }) => description.includes(key)).map(({ iid }) => iid);

/** A line that begins with a slash is an order to GitLab: /close, /assign. */
const unordered = (markdown: string): string => markdown.replace(/^(\s*)\//gm, '$1\\/');
