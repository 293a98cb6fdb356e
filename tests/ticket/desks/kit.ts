/** A help desk on loopback that answers what a test tells it to, and keeps what it was asked. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { BundleFile, Desk } from '../../../src/ticket/desk.ts';
import { type DeskKind, deskSettings, makeDesk } from '../../../src/ticket/desks.ts';
import { makeTicket, type Ticket } from '../../../src/ticket/model.ts';
import { draft } from '../draft.ts';

export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** undefined where it is none. */
  readonly json: unknown;
}

export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Fake {
  readonly url: string;
  readonly asked: readonly Asked[];
}

export const startFake = async (reply: (asked: Asked) => Reply | Promise<Reply>): Promise<Fake> => {
  const asked: Asked[] = [];
  const server = http.createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer); // No encoding was set.
      const text = Buffer.concat(chunks).toString('utf8');
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      const one: Asked = {
        method: request.method ?? '',
        path: pathname,
        query: Object.fromEntries(searchParams),
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        text,
        json: parse(text),
      };
      asked.push(one);
      const { status = 200, json, text: plain, headers } = await reply(one);
      const type = plain === undefined ? 'application/json' : 'text/plain';
      response.writeHead(status, { 'content-type': type, ...headers });
      response.end(plain ?? (json === undefined ? '' : JSON.stringify(json)));
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return { url: `http://127.0.0.1:${port}`, asked };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const SECRET = 'a-token-made-for-tests';
const secret = { env: 'TOKEN' };

/** The smallest configuration of each desk. */
export const SETTINGS = {
  freshdesk: { kind: 'freshdesk', secret },
  github: { kind: 'github', secret, repository: 'acme/support' },
  gitlab: { kind: 'gitlab', secret, project: 'acme/support' },
  glpi: { kind: 'glpi', secret },
  jira: { kind: 'jira', secret, email: 'agent@desk.example', project: 'SUP' },
  jsm: { kind: 'jsm', secret, auth: 'bearer', serviceDesk: '10', requestType: '25' },
  osticket: { kind: 'osticket', secret },
  redmine: { kind: 'redmine', secret, project: 'support', keyField: 1 },
  rt: { kind: 'rt', secret, queue: 'Support' },
  servicenow: { kind: 'servicenow', secret, user: 'agent' },
  webhook: { kind: 'webhook', auth: { kind: 'bearer', secret } },
  zammad: { kind: 'zammad', secret, group: 'Users' },
  zendesk: { kind: 'zendesk', secret, email: 'agent@desk.example' },
} as const satisfies Record<Exclude<DeskKind, 'email' | 'file' | 'module'>, object>;

export type Kind = keyof typeof SETTINGS;
export const KINDS = Object.keys(SETTINGS) as readonly Kind[]; // its own keys

/** A number as each desk writes it. */
export const ID_OF: Readonly<Record<Kind, string>> = {
  ...Object.fromEntries(KINDS.map((kind) => [kind, '7'])),
  jira: 'SUP-7',
  jsm: 'SUP-7',
  servicenow: 'INC0000007',
} as Readonly<Record<Kind, string>>; // every kind has one by the line above

export const deskAt = (kind: Kind, url: string, more: object = {}): Promise<Desk> =>
  makeDesk(
    // As the configuration would have read it.
    deskSettings.parse({ ...SETTINGS[kind], url, ...more }),
    { env: { TOKEN: SECRET }, toolVersion: '0.1.0' },
  );

export const options = { signal: new AbortController().signal };

export const ticket: Ticket = makeTicket(
  {
    ...draft,
    priority: 'high',
    category: 'connectivity',
    contact: { name: 'Ada', email: 'ada@example.com', phone: '' },
  },
  1_770_000_000_000,
  '1f0c8f7e-2222-4333-8444-555566667777',
);

const content = Buffer.from('\r\n--techsupport-\r\n what an archive may hold \u0000\u00ff');

export const file: BundleFile = {
  name: 'techsupport-2026-01-01.tar.gz',
  bytes: content.length,
  sha256: 'ab'.repeat(32),
  open: () => Readable.from([content]),
};
export const fileContent = content;

export const note = {
  text: 'Still not working.\n\n[ts-1f0c8f7e-1]',
  mark: '[ts-1f0c8f7e-1]',
  internal: false,
};

/** Every method that a desk has, called once with sound arguments. */
export const everyCall = (desk: Desk, id: string): readonly (readonly [string, () => Promise<object>])[] => {
  const { key } = ticket;
  const all: readonly (readonly [string, (() => Promise<object>) | undefined])[] = [
    ['check', desk.check && (async () => (await desk.check?.(options)) ?? {})],
    ['create', () => desk.create(ticket, desk.reports === 'with-ticket' ? file : undefined, options)],
    ['find', desk.find && (async () => (await desk.find?.(key, options)) ?? {})],
    ['read', desk.read && (async () => (await desk.read?.(id, options)) ?? {})],
    ['mark', desk.mark && (async () => (await desk.mark?.(id, key, options)) ?? {})],
    ['attach', desk.attach && (async () => (await desk.attach?.(id, file, options)) ?? {})],
    ['attachments', desk.attachments && (async () => (await desk.attachments?.(id, options)) ?? {})],
    ['conversation', desk.conversation && (async () => (await desk.conversation?.(id, options)) ?? {})],
    ['comment', desk.comment && (async () => (await desk.comment?.(id, note, options)) ?? {})],
    [
      'internal comment',
      desk.comment && (async () => (await desk.comment?.(id, { ...note, internal: true }, options)) ?? {}),
    ],
    [
      'escalate',
      desk.escalate && (async () => (await desk.escalate?.(id, { level: 2, note }, options)) ?? {}),
    ],
    ['close', desk.close && (async () => (await desk.close?.(id, options)) ?? {})],
    ['reopen', desk.reopen && (async () => (await desk.reopen?.(id, options)) ?? {})],
    ['rate', desk.rate && (async () => (await desk.rate?.(id, { stars: 4, note }, options)) ?? {})],
    [
      'queue',
      desk.queue && (async () => (await desk.queue?.({ since: new Date(0), limit: 20 }, options)) ?? {}),
    ],
  ];
  return all.flatMap(([name, call]) => (call === undefined ? [] : [[name, call] as const]));
};

/** GLPI begins with a session, JSM asks for the fields of its form. */
export const preparing = (kind: Kind, path: string): Reply | undefined => {
  if (kind === 'glpi' && path.endsWith('Session')) return { json: { session_token: 'session0123456789' } };
  return kind === 'jsm' && path.endsWith('/field') ? { json: { requestTypeFields: [] } } : undefined;
};

export const createAt = async (kind: Kind, reply: Reply, more: object = {}) => {
  const fake = await startFake(({ path }) => preparing(kind, path) ?? reply);
  return (await deskAt(kind, fake.url, more)).create(ticket, undefined, options);
};
