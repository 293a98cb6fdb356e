/** Redmine as a person sees it: the web page of a ticket, in each of its formattings. */
import { execFileSync } from 'node:child_process';
import { serversFolder, type Variables } from './servers.ts';

export const FORMATTINGS = ['textile', 'markdown', 'common_mark'] as const;

const database = `${serversFolder}/redmine/db/redmine.sqlite3`;
let moment = Date.now();

/** It looks for newer settings at each request, by their time in whole seconds. */
export const setFormatting = (formatting: (typeof FORMATTINGS)[number]): void => {
  moment += 60_000;
  const at = new Date(moment).toISOString().replace('T', ' ').slice(0, 19);
  const change = `update settings set value='${formatting}', updated_on='${at}' where name='text_formatting'`;
  execFileSync('sqlite3', ['-cmd', '.timeout 20000', database, change]);
};

export const descriptionOf = async (base: string, id: string, values: Variables): Promise<string> => {
  const cookies = new Map<string, string>();
  const ask = async (path: string, form?: URLSearchParams): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const post = form && { method: 'POST', body: form };
    const answer = await fetch(`${base}${path}`, { redirect: 'manual', headers: { cookie }, ...post });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer.text();
  };
  const [, token = ''] = /name="authenticity_token" value="([^"]+)"/.exec(await ask('/login')) ?? [];
  const { REDMINE_USER: username = '', REDMINE_PASSWORD: password = '' } = values;
  await ask('/login', new URLSearchParams({ authenticity_token: token, username, password }));
  const page = await ask(`/issues/${id}`);
  const [, description] =
    /<div class="description">[\s\S]*?<div class="wiki">([\s\S]*?)<\/div>\s*<\/div>/.exec(page) ?? [];
  if (description === undefined)
    throw new Error(`no description on the page of ${id}: ${page.slice(0, 500)}`);
  return description;
};
