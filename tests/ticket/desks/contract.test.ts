/** Every request of four desks, checked by Prism against the vendor's own OpenAPI description. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { type Asked, deskAt, everyCall, type Reply, startFake, ticket } from './kit.ts';

const script = fileURLToPath(new URL('../../../../shared/helpdesks/contract.sh', import.meta.url));
// Its state is where it was installed, outside of the folder that this run of tests has for itself.
const env = {
  ...process.env,
  TMPDIR: (process.env.TMPDIR ?? '/tmp').replace(/\/techsupport-tests-[^/]*\/?$/, ''),
};
const contract = (...args: readonly string[]) =>
  spawnSync('bash', [script, ...args], { encoding: 'utf8', env });

const isThere = existsSync(script);
const wasUp = isThere && contract('status').status === 0;
const started = wasUp ? undefined : isThere ? contract('start') : undefined;
const isUp = wasUp || started?.status === 0;
if (!isUp) {
  console.warn(
    `SKIPPED: the vendors' descriptions: ${isThere ? (started?.stderr ?? '').trim() : 'no contract.sh'}`,
  );
}
afterAll(() => {
  if (isUp && !wasUp) contract('stop');
}, 60_000);

const URLS: Readonly<Record<string, string>> = Object.fromEntries(
  [...(isUp ? contract('env').stdout : '').matchAll(/CONTRACT_(\w+)_URL=(\S+)/g)].map(
    ([, name = '', url = '']) => [name.toLowerCase(), url],
  ),
);

interface Judged {
  readonly request: string;
  readonly verdict: 'legal' | 'not described' | string;
}

/** Passes a request on to Prism and notes what it says of it. */
const judge = async (kind: string, asked: Asked): Promise<Judged & { readonly reply: Reply }> => {
  const query = new URLSearchParams(asked.query).toString();
  // The descriptions know of no media type but JSON; GitHub asks for one of its own.
  const {
    host: _host,
    accept: _accept,
    'content-length': _length,
    connection: _connection,
    ...headers
  } = asked.headers;
  const answer = await fetch(`${URLS[kind]}${asked.path}${query === '' ? '' : `?${query}`}`, {
    method: asked.method,
    headers,
    ...(asked.text !== '' && { body: asked.text }),
  });
  const text = await answer.text();
  const request = `${asked.method} ${asked.path}`;
  const reply = {
    status: answer.status,
    text,
    headers: { 'content-type': answer.headers.get('content-type') ?? '' },
  };
  if (/NO_(PATH|METHOD)_MATCHED/.test(text)) return { request, verdict: 'not described', reply };
  const violations = (answer.headers.get('sl-violations') ?? '').includes('"request"')
    ? (answer.headers.get('sl-violations') ?? '')
    : '';
  const isPrism = text.includes('stoplight.io/prism/errors');
  const isRefused = answer.status >= 400;
  return {
    request,
    verdict: violations || (isPrism || isRefused ? `${answer.status} ${text}` : 'legal'),
    reply,
  };
};

/** Some examples of GitHub's description are wrapped in their own name for it. */
const unwrapped = (reply: Reply): Reply => {
  const found = /^\{"value":(\{.*\})\}$/.exec(reply.text ?? '')?.[1];
  return found === undefined ? reply : { ...reply, text: found };
};

/** What the shortened descriptions of contract.sh leave out, and what a desk would answer. */
const BESIDE: Readonly<Record<string, readonly (readonly [RegExp, unknown])[]>> = {
  github: [[/^GET \/repos\/acme\/support$/, { private: true, has_issues: true }]],
  zendesk: [[/^GET \/api\/v2\/users\/me$/, { user: { name: 'Agent', role: 'agent' } }]],
  jira: [
    [/^GET .*\/project\/SUP$/, { key: 'SUP' }],
    [/^GET .*\/myself$/, { displayName: 'Agent' }],
    [/^GET .*\/attachment\/meta$/, { enabled: true, uploadLimit: 1000 }],
    [/^POST .*\/search\/jql$/, { issues: [] }],
    [/^POST .*\/attachments$/, []],
  ],
  jsm: [
    [/^GET .*\/requesttype\/25\/field$/, { requestTypeFields: [] }],
    [/^GET .*\/servicedeskapi\/request$/, { values: [] }],
    [/^GET .*\/attachment$/, { values: [] }],
    [/^GET .*\/comment$/, { values: [] }],
    [/^POST .*\/attachTemporaryFile$/, { temporaryAttachments: [{ temporaryAttachmentId: 'temp1' }] }],
    [/^POST .*\/feedback$/, {}],
  ],
};
const IDS = { github: '1', zendesk: '35436', jira: 'ED-1', jsm: 'HELPDESK-1' } as const;
const four = ['github', 'zendesk', 'jira', 'jsm'] as const;

describe.skipIf(!isUp)('by the vendor\u2019s own description', () => {
  test.each(four)('every request of %s is legal', { timeout: 60_000 }, async (kind) => {
    const judged: Judged[] = [];
    const fake = await startFake(async (asked) => {
      const { reply, ...one } = await judge(kind, asked);
      judged.push(one);
      const beside = BESIDE[kind]?.find(([pattern]) => pattern.test(one.request));
      if (one.verdict === 'not described' && beside !== undefined) return { json: beside[1] };
      // Its example leads nowhere that we want to go.
      if (asked.path.endsWith('/transitions') && asked.method === 'GET') {
        const ways = ['done', 'indeterminate'].map((key, at) => ({
          id: String(at),
          to: { statusCategory: { key } },
        }));
        return { json: { transitions: ways } };
      }
      if (asked.path.endsWith('/transition') && asked.method === 'GET') {
        const values = ['Close Request', 'Escalate Request', 'Reopen'].map((name, at) => ({
          id: String(at),
          name,
        }));
        return { json: { values } };
      }
      return unwrapped(reply);
    });
    const desk = await deskAt(kind, fake.url);
    const failures: unknown[] = [];
    for (const [name, call] of everyCall(desk, IDS[kind])) {
      const result = await call();
      if ('failure' in result) failures.push([name, result.failure]);
    }
    const undescribed = judged
      .filter(({ verdict }) => verdict === 'not described')
      .map(({ request }) => request);
    expect(judged.filter(({ verdict }) => verdict !== 'legal' && verdict !== 'not described')).toEqual([]);
    expect(failures).toEqual([]);
    expect(undescribed.filter((one) => !BESIDE[kind]?.some(([pattern]) => pattern.test(one)))).toEqual([]);
    expect(judged.filter(({ verdict }) => verdict === 'legal').length).toBeGreaterThanOrEqual(5);
  });

  test.each([
    ['github', '/repos/o/r/issues', { title: 'x', body: 5 }],
    ['zendesk', '/api/v2/tickets', { ticket: { comment: { body: 'x' }, priority: 'p1' } }],
    ['jira', '/rest/api/3/issue', { fields: 'x' }],
    ['jsm', '/rest/servicedeskapi/request', { serviceDeskId: 10, key: ticket.key }],
  ] as const)('a wrong request to %s is refused', async (kind, path, json) => {
    const asked = {
      method: 'POST',
      path,
      query: {},
      headers: {
        'content-type': 'application/json',
        authorization: kind === 'jsm' ? 'Bearer x' : 'Basic eDp5',
      },
      text: JSON.stringify(json),
      json,
    };
    expect((await judge(kind, asked)).verdict).not.toBe('legal');
  });
});
