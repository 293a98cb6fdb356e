/** Requests to one Redmine, and what differs from site to site. */
import { z } from 'zod';
import type { DeskOptions, Done, Failed, Looked } from '../../desk.ts';
import { type Answer, contentOf, isSuccess, lookFailed, refusalOf } from '../../http/answer.ts';
import { type Client, type DeskEnvironment, isFailed, makeClient } from '../../http/client.ts';
import type { Priority } from '../../priorities.ts';
import type { Redmine } from './settings.ts';
import { me, priorities, project, role, type Statuses, statuses } from './shapes.ts';

export interface Site {
  readonly client: Client;
  get<S extends z.ZodType>(
    path: string,
    schema: S,
    options: DeskOptions,
    query?: Readonly<Record<string, string>>,
  ): Promise<Looked<z.output<S>>>;
  /** 204: Redmine took it, which does not mean that anything changed. */
  put(path: string, json: unknown, options: DeskOptions): Promise<Done>;
  statuses(options: DeskOptions): Promise<Looked<Statuses>>;
  /** Nothing where the site does not tell, and takes its own default. */
  priority(wanted: Priority, options: DeskOptions): Promise<Looked<number | undefined>>;
  rights(options: DeskOptions): Promise<Looked<Rights>>;
}

export interface Rights {
  readonly user: string;
  readonly project: 'missing' | 'known';
  /** undefined: it was not to be found out. */
  readonly mayFile?: boolean;
}

export const makeSite = (settings: Redmine, environment: DeskEnvironment): Site => {
  const client = makeClient(settings, environment, (secret) => ({ 'X-Redmine-API-Key': secret }));
  const get: Site['get'] = async (path, schema, options, query = {}) => {
    const answer = await client.call({ method: 'GET', path, query }, options);
    const content = isFailed(answer) ? answer : contentOf(answer, schema);
    return content.status === 'failed' ? lookFailed(content) : content;
  };
  const known = remembered((options) => get('issue_statuses.json', statuses, options));
  const ranks = remembered((options) => get('enumerations/issue_priorities.json', priorities, options));
  return {
    client,
    get,
    put: async (path, json, options) => {
      const answer = await client.call({ method: 'PUT', path, json }, options);
      if (isFailed(answer)) return answer;
      if (!isSuccess(answer)) return refused(answer);
      if (answer.status === 204) return { status: 'done' };
      const content = contentOf(answer, z.never());
      return content.status === 'failed' ? content : { status: 'done' };
    },
    statuses: async (options) => {
      const content = await known(options);
      return content.status === 'ok' ? { status: 'ok', value: content.value.issue_statuses } : content;
    },
    priority: async (wanted, options) => {
      const configured = settings.priorities[wanted];
      if (configured !== undefined) return { status: 'ok', value: configured };
      const content = await ranks(options);
      if (content.status === 'ok') {
        return { status: 'ok', value: inOrder(content.value.issue_priorities, wanted) };
      }
      return content.failure.again === 'person' ? { status: 'ok', value: undefined } : content;
    },
    rights: (options) => rightsAt(get, settings, options),
  };
};

const STEPS = { low: -1, normal: 0, high: 1, urgent: 2 } as const;

/** Ids say nothing about rank; the order of the list and its default do. */
const inOrder = (
  list: readonly { readonly id: number; readonly is_default: boolean; readonly active: boolean }[],
  wanted: Priority,
): number | undefined => {
  const active = list.filter((one) => one.active);
  const marked = active.findIndex((one) => one.is_default);
  const normal = marked === -1 ? Math.min(1, active.length - 1) : marked;
  return active[Math.max(0, Math.min(normal + STEPS[wanted], active.length - 1))]?.id;
};

/** Asked once; a failure is not kept. */
const remembered = <T>(ask: (options: DeskOptions) => Promise<Looked<T>>) => {
  let kept: Looked<T> | undefined;
  return async (options: DeskOptions): Promise<Looked<T>> => {
    const answer = kept ?? (await ask(options));
    if (answer.status === 'ok') kept = answer;
    return answer;
  };
};

/** Its refusals are sentences in the language of the account, so that rights are asked for and not read out of them. */
const rightsAt = async (
  get: Site['get'],
  settings: Redmine,
  options: DeskOptions,
): Promise<Looked<Rights>> => {
  const account = await get('users/current.json', me, options, { include: 'memberships' });
  if (account.status === 'failed') return account;
  const { login: user, admin, memberships } = account.value.user;
  const found = await get(`projects/${encodeURIComponent(settings.project)}.json`, project, options);
  if (found.status === 'failed') {
    const isMissing = ['not-found', 'forbidden'].includes(found.failure.code);
    return isMissing ? { status: 'ok', value: { user, project: 'missing' } } : found;
  }
  if (admin) return { status: 'ok', value: { user, project: 'known', mayFile: true } };
  const roles = memberships
    .filter((one) => one.project.id === found.value.project.id)
    .flatMap((one) => one.roles);
  const permissions: string[] = [];
  for (const one of roles) {
    const told = await get(`roles/${one.id}.json`, role, options);
    if (told.status === 'failed') return { status: 'ok', value: { user, project: 'known' } };
    permissions.push(...told.value.role.permissions);
  }
  // Who is no member may have the rights of everybody, which nobody tells.
  const mayFile = roles.length === 0 ? undefined : permissions.includes('add_issues');
  return { status: 'ok', value: { user, project: 'known', ...(mayFile !== undefined && { mayFile }) } };
};

const errors = z.looseObject({ errors: z.array(z.string()) });

/** A refusal with the sentences of Redmine. */
export const refused = (answer: Answer): Failed => refusalOf(answer, sentencesIn(answer));

export const sentencesIn = ({ text = '' }: Answer): string => {
  try {
    return errors.parse(JSON.parse(text)).errors.join('; ');
  } catch {
    return text;
  }
};
