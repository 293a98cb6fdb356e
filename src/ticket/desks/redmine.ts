/** Redmine 5 and later, REST (www.redmine.org/projects/redmine/wiki/Rest_api). */
import { plainBody } from '../body.ts';
import type { Desk, DeskOptions, Done, Found, Looked, Outcome } from '../desk.ts';
import { contentOf, isSuccess } from '../http/answer.ts';
import { type DeskEnvironment, isFailed } from '../http/client.ts';
import { rawBody } from '../http/multipart.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { plainLine } from '../plain.ts';
import { byPerson, explained, unfiltered, uploadRefused, whyNot } from './redmine/refusal.ts';
import { type RedmineSettings, redmineSettings } from './redmine/settings.ts';
import {
  attachmentsOf,
  conversationOf,
  deskTicket,
  type Issue,
  issues,
  keyOf,
  oneIssue,
  uploaded,
} from './redmine/shapes.ts';
import { makeSite, refused, type Site } from './redmine/site.ts';
import { verbatim } from './redmine/text.ts';

const PAGE = 100;

export const makeRedmine = (given: RedmineSettings, environment: DeskEnvironment): Desk => {
  const settings = redmineSettings.parse(given);
  const { project, tracker, keyField, categories, levels, textFormatting } = settings;
  const site = makeSite(settings, environment);
  const base = settings.url.replace(/\/+$/, '');
  const urlOf = (id: string | number): string => `${base}/issues/${encodeURIComponent(id)}`;
  const at = (id: string): string => `issues/${encodeURIComponent(id)}.json`;
  const change = (id: string, issue: object, options: DeskOptions): Promise<Done> =>
    site.put(at(id), { issue }, options);
  const issueOf = async (id: string, include: string, options: DeskOptions): Promise<Looked<Issue>> => {
    const content = await site.get(at(id), oneIssue, options, include === '' ? {} : { include });
    return content.status === 'ok' ? { status: 'ok', value: content.value.issue } : content;
  };

  const creation = (ticket: Ticket, priority: number | string | undefined) => {
    const category = categories[ticket.category];
    return {
      issue: {
        project_id: project,
        ...(tracker !== undefined && { tracker_id: tracker }),
        ...(priority !== undefined && { priority_id: priority }),
        ...(category !== undefined && { category_id: category }),
        subject: ticket.subject,
        description: verbatim(plainBody(ticket), textFormatting),
        custom_fields: [{ id: keyField, value: ticket.key }],
      },
    };
  };
  const creating = (json: unknown) => ({ method: 'POST', path: 'issues.json', json }) as const;

  return {
    name: 'redmine',
    target: targetOf(settings.url),
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => {
      const body = creation(ticket, settings.priorities[ticket.priority] ?? `(${ticket.priority})`);
      return { ...site.client.describe(creating(body)), body };
    },

    check: async (options) => {
      const rights = await site.rights(options);
      if (rights.status === 'failed') return rights;
      const { user, mayFile } = rights.value;
      const refusal = whyNot(rights.value, project);
      if (refusal !== undefined) return refusal;
      // A filter that it does not know is left away in silence: then all tickets come.
      const nobody = { [`cf_${keyField}`]: '00000000-0000', status_id: '*', limit: '1' };
      const found = await site.get('issues.json', issues, options, { project_id: project, ...nobody });
      if (found.status === 'failed') return found;
      return {
        status: 'ok',
        value: {
          user: plainLine(user, 100),
          remarks: [
            ...(found.value.issues.length === 0
              ? []
              : [{ code: 'no-key-field', detail: String(keyField) } as const]),
            { code: 'limit-unknown', detail: '' },
            ...(mayFile === undefined ? [{ code: 'rights-unchecked', detail: '' } as const] : []),
          ],
        },
      };
    },

    create: async (ticket, _bundle, options): Promise<Outcome> => {
      const priority = await site.priority(ticket.priority, options);
      if (priority.status === 'failed') return priority;
      const answer = await site.client.call(creating(creation(ticket, priority.value)), options);
      if (isFailed(answer)) return answer;
      if (!isSuccess(answer)) return explained(answer, site, project, options);
      const content = contentOf(answer, oneIssue);
      if (content.status === 'failed') return content;
      const { id } = content.value.issue;
      return { status: 'sent', id: String(id), url: urlOf(id), existing: false };
    },

    find: async (key, options): Promise<Found> => {
      const query = { [`cf_${keyField}`]: key, status_id: '*', limit: String(PAGE), sort: 'id:desc' };
      const content = await site.get('issues.json', issues, options, query);
      if (content.status === 'failed') return content;
      const ids = content.value.issues
        .filter((one) => keyOf(one, keyField) === key)
        .map((one) => one.id)
        .sort((a, b) => a - b);
      const [id, ...others] = ids.map(String);
      if (id !== undefined) {
        const more = others.length > 0 && { others };
        return { status: 'found', id, url: urlOf(id), existing: true, ...more };
      }
      const { issues: seen, total_count: total } = content.value;
      // Not filtered, and more than were seen: ours may be among them.
      return total > seen.length ? unfiltered(keyField) : { status: 'none' };
    },

    read: async (id, options) => {
      const [known, one] = [await site.statuses(options), await issueOf(id, '', options)];
      if (one.status === 'failed') return one;
      if (known.status === 'failed') return known;
      return { status: 'ok', value: { ...deskTicket(one.value, settings, known.value), url: urlOf(id) } };
    },

    mark: (id, key, options) => change(id, { custom_fields: [{ id: keyField, value: key }] }, options),

    attach: async (id, file, options) => {
      // With any other type it says 406. A token is good for one use: each attempt has its own.
      const answer = await site.client.call(
        {
          method: 'POST',
          path: 'uploads.json',
          query: { filename: file.name },
          body: rawBody(file, 'application/octet-stream'),
        },
        options,
      );
      if (isFailed(answer)) return answer;
      if (answer.status === 422) return uploadRefused(answer, file.name);
      if (!isSuccess(answer)) return refused(answer);
      const content = contentOf(answer, uploaded);
      if (content.status === 'failed') return content;
      const { token } = content.value.upload;
      const uploads = [{ token, filename: file.name, content_type: 'application/gzip' }];
      return change(id, { uploads }, options);
    },

    attachments: async (id, options) => {
      const one = await issueOf(id, 'attachments', options);
      return one.status === 'ok' ? { status: 'ok', value: attachmentsOf(one.value) } : one;
    },

    conversation: async (id, options) => {
      const one = await issueOf(id, 'journals,attachments', options);
      return one.status === 'ok' ? { status: 'ok', value: conversationOf(one.value) } : one;
    },

    comment: (id, { text, internal }, options) =>
      change(id, { notes: verbatim(text, textFormatting), private_notes: internal }, options),

    escalate: async (id, { level }, options) => {
      const to = levels[level - 2];
      if (to !== undefined) {
        return change(
          id,
          {
            ...(to.assignee !== undefined && { assigned_to_id: to.assignee }),
            ...(to.tracker !== undefined && { tracker_id: to.tracker }),
            ...(to.category !== undefined && { category_id: to.category }),
          },
          options,
        );
      }
      const priority = await site.priority('urgent', options);
      return priority.status === 'failed' ? priority : change(id, { priority_id: priority.value }, options);
    },

    close: async (id, options) => {
      const status = await statusOf(site, settings.closedStatus, true, options);
      return status.status === 'failed' ? status : change(id, { status_id: status.value }, options);
    },
    reopen: async (id, options) => {
      const status = await statusOf(site, settings.reopenedStatus, false, options);
      return status.status === 'failed' ? status : change(id, { status_id: status.value }, options);
    },

    queue: async ({ name = project, since, limit }, options) => {
      const known = await site.statuses(options);
      if (known.status === 'failed') return known;
      const query = {
        project_id: name,
        status_id: '*',
        created_on: `>=${since.toISOString().slice(0, 10)}`,
        sort: 'created_on:desc,id:desc',
        limit: String(PAGE),
      };
      const all: Issue[] = [];
      for (let offset = 0; offset < limit; offset += PAGE) {
        const content = await site.get('issues.json', issues, options, { ...query, offset: String(offset) });
        if (content.status === 'failed') return content;
        all.push(...content.value.issues);
        if (all.length >= content.value.total_count || content.value.issues.length === 0) break;
      }
      return {
        status: 'ok',
        value: all
          .slice(0, limit)
          .map((one) => ({ ...deskTicket(one, settings, known.value), url: urlOf(one.id) })),
      };
    },
  };
};

const statusOf = async (
  site: Site,
  configured: number | undefined,
  isClosed: boolean,
  options: DeskOptions,
): Promise<Looked<number>> => {
  if (configured !== undefined) return { status: 'ok', value: configured };
  const known = await site.statuses(options);
  if (known.status === 'failed') return known;
  const first = known.value.find((one) => one.is_closed === isClosed);
  if (first !== undefined) return { status: 'ok', value: first.id };
  return byPerson('cannot', isClosed ? 'no status closes' : 'no status is open');
};
