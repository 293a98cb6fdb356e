/** Issues of GitHub (REST 2022-11-28). No files, no priorities, and in a public repository everybody reads along. */
import { z } from 'zod';
import { markdownBody } from '../body.ts';
import type { Desk, DeskOptions, Found } from '../desk.ts';
import { foundAmong, makeAsker, named } from '../http/ask.ts';
import { type Call, type DeskEnvironment, makeClient } from '../http/client.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { markdownNote } from '../note-text.ts';
import { ticketWithin } from '../within.ts';
import { type GithubSettings, githubSettings } from './github/settings.ts';
import {
  comments,
  created,
  isIssue,
  issue,
  messageOf,
  repository,
  searched,
  ticketOf,
} from './github/shapes.ts';

/** GitHub takes 65 536 characters; markup may treble what it is put around. */
const MAX_TEXT = 20_000;
const PAGE = 100;
const HEADERS = { Accept: 'application/vnd.github+json', 'X-GitHub-Api-Version': '2022-11-28' };

export const makeGithub = (settings: GithubSettings, environment: DeskEnvironment): Desk => {
  const github = githubSettings.parse(settings);
  const client = makeClient(github, environment, (secret) => ({ Authorization: `Bearer ${secret}` }));
  const { look, send, change } = makeAsker(client);
  const repo = `repos/${github.repository}`;
  const web = webOf(github.url);
  const urlOf = (id: string): string => `${web}/${github.repository}/issues/${encodeURIComponent(id)}`;
  const call = (method: Call['method'], path: string, more: Partial<Call> = {}): Call => ({
    method,
    path,
    headers: HEADERS,
    ...more,
  });
  const at = (id: string, more = ''): string => `${repo}/issues/${encodeURIComponent(id)}${more}`;

  const creation = (ticket: Ticket) => ({
    title: ticket.subject,
    body: `${markdownBody(ticketWithin(ticket, MAX_TEXT))}\n\n<!-- techsupport ${ticket.key} -->`,
    labels: github.labels,
  });
  const creating = (ticket: Ticket): Call => call('POST', `${repo}/issues`, { json: creation(ticket) });

  const newest = (options: DeskOptions, more: Readonly<Record<string, string>> = {}) =>
    look(
      call('GET', `${repo}/issues`, {
        query: { state: 'all', sort: 'created', direction: 'desc', per_page: String(PAGE), ...more },
        maxAnswerBytes: 16 * 1024 * 1024,
      }),
      z.array(issue),
      options,
    );

  return {
    name: 'github',
    target: `${targetOf(github.url)} ${github.repository}`,
    deduplicates: false,
    reports: 'never',
    preview: (ticket) => ({ ...client.describe(creating(ticket)), body: creation(ticket) }),

    check: async (options) => {
      const seen = await look(call('GET', repo), repository, options);
      if (seen.status === 'failed') return named(seen, ['not-found'], 'queue-missing', github.repository);
      if (!seen.value.has_issues) {
        return {
          status: 'failed',
          failure: {
            code: 'queue-missing',
            certainty: 'not-received',
            again: 'person',
            detail: `${github.repository}: issues are switched off`,
          },
        };
      }
      return {
        status: 'ok',
        value: {
          remarks: [
            ...(seen.value.private ? [] : [{ code: 'public', detail: github.repository } as const]),
            { code: 'no-attachments', detail: '' },
            { code: 'rights-unchecked', detail: '' },
          ],
        },
      };
    },

    create: async (ticket, _bundle, options) => {
      const filed = await send(creating(ticket), created, options);
      // "Not found" is also what it says to who may not see the repository; 410: issues are switched off.
      if (filed.status === 'failed') return named(filed, ['not-found'], 'queue-missing', github.repository);
      const { number } = filed.value;
      return { status: 'sent', id: number, url: urlOf(number), existing: false };
    },

    find: async (key, options): Promise<Found> => {
      // The list knows at once what was filed, the search knows what is older.
      const listed = await newest(options);
      if (listed.status === 'failed') return listed;
      const here = listed.value.filter(isIssue).filter(({ body }) => body.includes(key));
      if (here.length > 0 || listed.value.length < PAGE) {
        return foundAmong(
          here.map(({ number }) => number),
          urlOf,
        );
      }
      const q = `repo:${github.repository} is:issue in:body "${key}"`;
      const older = await look(
        call('GET', 'search/issues', { query: { q, per_page: '20' }, maxAnswerBytes: 4 * 1024 * 1024 }),
        searched,
        options,
      );
      if (older.status === 'failed') return older;
      const there = older.value.items.filter(isIssue).filter(({ body }) => body.includes(key));
      return foundAmong(
        there.map(({ number }) => number),
        urlOf,
      );
    },

    read: async (id, options) => {
      const seen = await look(call('GET', at(id)), issue, options);
      return seen.status === 'ok' ? { status: 'ok', value: ticketOf(seen.value) } : seen;
    },

    conversation: async (id, options) => {
      const seen = await look(call('GET', at(id)), issue, options);
      if (seen.status === 'failed') return seen;
      const written = await look(
        call('GET', at(id, '/comments'), {
          query: { per_page: String(PAGE) },
          maxAnswerBytes: 8 * 1024 * 1024,
        }),
        comments,
        options,
      );
      if (written.status === 'failed') return written;
      const creator = seen.value.user;
      return { status: 'ok', value: written.value.map((one) => messageOf(one, creator)) };
    },

    comment: (id, note, options) =>
      change(call('POST', at(id, '/comments'), { json: { body: markdownNote(note) } }), options),

    escalate: (id, { level }, options) => {
      const label = github.levels[level - 2] ?? `level-${level}`;
      return change(call('POST', at(id, '/labels'), { json: { labels: [label] } }), options);
    },

    close: (id, options) =>
      change(call('PATCH', at(id), { json: { state: 'closed', state_reason: 'completed' } }), options),
    reopen: (id, options) =>
      change(call('PATCH', at(id), { json: { state: 'open', state_reason: 'reopened' } }), options),

    queue: async ({ name, since, limit }, options) => {
      const wanted = name === undefined ? github.labels.join(',') : name;
      const listed = await newest(options, { since: since.toISOString(), ...(wanted && { labels: wanted }) });
      if (listed.status === 'failed') return listed;
      const tickets = listed.value.filter(isIssue).map(ticketOf);
      // `since` is of the last change there.
      const young = tickets.filter(({ createdAt = '' }) => createdAt >= since.toISOString());
      return { status: 'ok', value: young.slice(0, limit) };
    },
  };
};

/** The pages of github.com are not where its API is. */
const webOf = (url: string): string => {
  const { origin, host } = new URL(url);
  return host === 'api.github.com' ? 'https://github.com' : origin;
};
