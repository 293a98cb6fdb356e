import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect as connectTcp, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Outcome } from '../../src/ticket/desk.ts';
import { type WebhookSettings, webhookSettings } from '../../src/ticket/desks/webhook/settings.ts';
import { makeWebhook } from '../../src/ticket/desks/webhook.ts';
import { parseRetryAfter } from '../../src/ticket/http/answer.ts';
import { troubleOf } from '../../src/ticket/http/trouble.ts';
import { makeTicket } from '../../src/ticket/model.ts';
import { createTicket } from '../../src/ticket/outbox.ts';
import { sendTickets } from '../../src/ticket/send.ts';
import { type Behaviour, isSigned, type ReceiverOptions, startReceiver } from './receiver.ts';
import { draft, fastPace, makeBundle, tempFolder, textBelow } from './samples.ts';

const SECRET = 'Zx9-very-secret-token-41';
const ticket = makeTicket(draft, 1_760_000_000_000);

const receiverFor = async (options: ReceiverOptions = {}) => {
  const receiver = await startReceiver(options);
  onTestFinished(() => receiver.close());
  return receiver;
};

const sendTo = (
  url: string,
  settings: Partial<WebhookSettings> = {},
  env: Record<string, string> = {},
): Promise<Outcome> =>
  makeWebhook({ kind: 'webhook', url, ...settings }, { env, toolVersion: '0.1.0' }).create(
    ticket,
    undefined,
    {
      signal: new AbortController().signal,
    },
  );

const answer = async (behaviour: Behaviour, settings: Partial<WebhookSettings> = {}) => {
  const receiver = await receiverFor({ behave: () => behaviour });
  return sendTo(receiver.url, settings);
};

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Behaviour => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

describe('answers', () => {
  test.each<[string, Behaviour, object]>([
    ['201 with a number', json(201, { id: 7 }), { status: 'sent', id: '7', existing: false }],
    ['200 with only the key', json(200, { key: ticket.key }), { status: 'sent', id: ticket.key }],
    [
      '409 that names the key',
      json(409, { key: ticket.key, id: 'T-1' }),
      { status: 'sent', id: 'T-1', existing: true },
    ],
    ['409 of something else', json(409, { error: 'x' }), { failure: { code: 'conflict', again: 'later' } }],
    [
      '200 that names another key',
      json(200, { id: 1, key: 'x' }),
      { failure: { code: 'conflict', again: 'person' } },
    ],
    [
      '200 without an id',
      json(200, { ok: true }),
      { failure: { code: 'answer-unclear', certainty: 'unclear' } },
    ],
    ['204', { status: 204 }, { failure: { code: 'answer-unclear', certainty: 'unclear' } }],
    [
      '200 with a web page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Log in' },
      { failure: { code: 'html', again: 'later' } },
    ],
    [
      '200 with a web page that claims to be JSON',
      { status: 200, headers: { 'content-type': 'application/json' }, body: ' <!doctype html>' },
      { failure: { code: 'html' } },
    ],
    [
      '302',
      { status: 302, headers: { location: 'https://login.example/' } },
      { failure: { code: 'redirect', detail: 'HTTP 302 to https://login.example/' } },
    ],
    ['400', json(400, {}), { failure: { code: 'rejected', again: 'person', certainty: 'not-received' } }],
    ['401', json(401, {}), { failure: { code: 'unauthorized', again: 'person', certainty: 'not-received' } }],
    ['403', json(403, {}), { failure: { code: 'forbidden', again: 'person' } }],
    ['404', json(404, {}), { failure: { code: 'not-found', again: 'person' } }],
    ['408', json(408, {}), { failure: { code: 'desk-trouble', again: 'soon', certainty: 'unclear' } }],
    ['413', json(413, {}), { failure: { code: 'too-large', again: 'person' } }],
    ['425', json(425, {}), { failure: { again: 'soon', certainty: 'not-received' } }],
    [
      '429',
      json(429, {}, { 'retry-after': '3' }),
      { failure: { code: 'too-many', again: 'soon', retryAfterMs: 3000 } },
    ],
    ['500', json(500, {}), { failure: { code: 'desk-trouble', again: 'soon', certainty: 'unclear' } }],
    ['501', json(501, {}), { failure: { code: 'desk-trouble', again: 'later' } }],
    [
      '502',
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway' },
      { failure: { code: 'desk-trouble', again: 'soon', detail: 'HTTP 502 a web page' } },
    ],
    ['504', json(504, {}), { failure: { again: 'soon' } }],
  ])('%s', async (_, behaviour, expected) => {
    expect(await answer(behaviour)).toMatchObject(expected);
  });

  test('a redirect is not followed', async () => {
    const other = await receiverFor();
    await answer({ status: 307, headers: { location: other.url } });
    expect(other.arrivals).toHaveLength(0);
  });

  test('an endless answer is given up after 64 KiB', async () => {
    const outcome = await answer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pour = (): void => {
        while (!response.destroyed && response.write(' '.repeat(16_384))) {}
      };
      response.on('drain', pour);
      pour();
    });
    expect(outcome).toMatchObject({ failure: { code: 'answer-too-large', certainty: 'unclear' } });
  });

  test('an answer that drips is given up in time', async () => {
    const startedMs = performance.now();
    const outcome = await answer(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      },
      { answerTimeoutMs: 400 },
    );
    expect(outcome).toMatchObject({ failure: { code: 'timeout', certainty: 'unclear', again: 'soon' } });
    expect(performance.now() - startedMs).toBeLessThan(4_000);
  });

  test('a desk that never answers is given up in time', async () => {
    expect(await answer(() => {}, { answerTimeoutMs: 300 })).toMatchObject({ failure: { code: 'timeout' } });
  });

  test('a desk that does not even read is given up in time', async () => {
    const server = createTcpServer((socket) => socket.on('error', () => {}).pause());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // It listens on TCP.
    const folder = tempFolder();
    const root = join(folder, 'outbox');
    await createTicket({ roots: [root], draft, bundlePath: makeBundle(folder, 30_000_000), nowMs: 0 });
    const desk = makeWebhook(
      { kind: 'webhook', url: `http://127.0.0.1:${port}/`, answerTimeoutMs: 300 },
      { env: {}, toolVersion: '0.1.0' },
    );
    const { deliveries } = await sendTickets([root], desk, { budget: { attempts: 1, totalMs: 1000 } });
    expect(deliveries).toMatchObject([
      { status: 'waiting', failure: { code: 'timeout', certainty: 'unclear' } },
    ]);
  });

  test('what the desk says reaches nobody with live control characters or a script address', async () => {
    const hostile = '\u001b]0;owned\u0007\u202e';
    expect(await answer(json(422, { error: hostile }))).toMatchObject({
      failure: { detail: expect.not.stringMatching(/[\u0000-\u001f\u007f-\u009f\u202e]/) },
    });
    const outcome = await answer(json(201, { id: `9${hostile}`, url: 'javascript:alert(1)' }));
    expect(outcome).toMatchObject({ status: 'sent', id: '9\\u001b]0;owned\\u0007\\u202e' });
    expect(outcome).not.toHaveProperty('url');
  });

  test('Retry-After is seconds, or a date by the clock of the desk', () => {
    const now = Date.parse('1970-01-01T00:00:00Z');
    expect(parseRetryAfter('120', '', now)).toBe(120_000);
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    expect(parseRetryAfter('Wed, 21 Oct 2026 07:28:30 GMT', date, now)).toBe(30_000);
    expect(parseRetryAfter('Wed, 21 Oct 2026 07:28:30 GMT', '', Date.parse(date))).toBe(30_000);
    expect(parseRetryAfter('Wed, 21 Oct 2020 07:28:30 GMT', date, now)).toBe(0);
    expect(parseRetryAfter('99999999', '', now)).toBe(86_400_000);
    for (const nonsense of ['', '-1', '1e9', 'soon', '1.5', '∞']) {
      expect(parseRetryAfter(nonsense, '', now)).toBeUndefined();
    }
  });
});

describe('the way there', () => {
  test('a port where nobody listens', async () => {
    const { url, close } = await startReceiver();
    await close();
    expect(await sendTo(url)).toMatchObject({ failure: { code: 'refused', certainty: 'not-received' } });
  });

  test.each<[string, object, object]>([
    [
      'ENOTFOUND',
      { syscall: 'getaddrinfo' },
      { code: 'name-not-found', certainty: 'not-received', again: 'soon' },
    ],
    ['EAI_AGAIN', { syscall: 'getaddrinfo' }, { code: 'name-not-found', certainty: 'not-received' }],
    ['UND_ERR_CONNECT_TIMEOUT', {}, { code: 'timeout', certainty: 'not-received' }],
    ['ETIMEDOUT', { syscall: 'connect' }, { code: 'timeout', certainty: 'not-received' }],
    ['ETIMEDOUT', { syscall: 'read' }, { code: 'timeout', certainty: 'unclear' }],
    ['EHOSTUNREACH', { syscall: 'connect' }, { code: 'unreachable', certainty: 'not-received' }],
    ['ECONNRESET', { syscall: 'read' }, { code: 'reset', certainty: 'unclear', again: 'soon' }],
    ['EPIPE', { syscall: 'write' }, { code: 'reset', certainty: 'unclear' }],
    ['CERT_HAS_EXPIRED', {}, { code: 'tls', certainty: 'not-received', again: 'later' }],
    ['UND_ERR_HEADERS_TIMEOUT', {}, { code: 'timeout', certainty: 'unclear' }],
    ['SOMETHING_NEW', {}, { code: 'reset', certainty: 'unclear' }],
  ])('%s %o', (code, more, expected) => {
    expect(troubleOf(Object.assign(new Error('made up'), { code }, more))).toMatchObject(expected);
  });

  test('a plain address of another computer is refused before anything is sent', async () => {
    const outcome = await sendTo('http://192.0.2.1/', { connectTimeoutMs: 200 });
    expect(outcome).toMatchObject({ failure: { code: 'misconfigured', certainty: 'not-received' } });
  });

  test('a proxy takes the request, except for loopback', async () => {
    const seen: string[] = [];
    const proxy = http.createServer((request, response) => {
      seen.push(request.url ?? '');
      request.resume().on('end', () => {
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end('{"id":"by-proxy"}');
      });
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo; // It listens on TCP.
    const env = { http_proxy: `127.0.0.1:${port}` };
    const desk = 'http://127.0.0.2:1/in';
    expect(await sendTo(desk, {}, env)).toMatchObject({ id: 'by-proxy' });
    expect(seen).toEqual([desk]);
    expect(await sendTo(desk, {}, { ...env, no_proxy: 'a.example,127.0.0.2' })).toMatchObject({
      status: 'failed',
    });
    expect(await sendTo(desk, { proxy: 'none' }, env)).toMatchObject({ status: 'failed' });
    const receiver = await receiverFor();
    expect(await sendTo(receiver.url, {}, env)).toMatchObject({ status: 'sent', id: '1' });
    expect(seen).toHaveLength(1);
  });

  test('a proxy that refuses the tunnel, or asks for a password, is named as the proxy', async () => {
    for (const status of [403, 407]) {
      const proxy = http.createServer();
      proxy.on('connect', (_, socket) => socket.end(`HTTP/1.1 ${status} No\r\n\r\n`));
      await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
      onTestFinished(() => void proxy.close());
      const { port } = proxy.address() as AddressInfo; // It listens on TCP.
      const outcome = await sendTo('https://desk.invalid/in', { proxy: `http://127.0.0.1:${port}` });
      expect(outcome).toMatchObject({
        failure: { code: 'proxy', certainty: 'not-received', detail: `the proxy answered ${status}` },
      });
    }
  });

  const hasOpenssl = existsSync('/usr/bin/openssl');
  if (!hasOpenssl) console.warn('SKIPPED: certificates are made with /usr/bin/openssl');

  test.skipIf(!hasOpenssl)(
    'a certificate nobody vouches for stops it; the private authority lets it through',
    async () => {
      const folder = tempFolder();
      const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      execFileSync(
        '/usr/bin/openssl',
        // biome-ignore format: one argument after the other
        ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650',
        '-subj', '/CN=desk', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:desk.invalid', '-keyout', keyFile, '-out', certFile],
        { stdio: 'ignore' },
      );
      const pems = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
      const receiver = await receiverFor({ tls: pems });
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      onTestFinished(() => void delete process.env.NODE_TLS_REJECT_UNAUTHORIZED);
      expect(await sendTo(receiver.url)).toMatchObject({
        failure: {
          code: 'tls',
          certainty: 'not-received',
          again: 'later',
          detail: expect.stringMatching(/DEPTH_ZERO_SELF/),
        },
      });
      expect(receiver.arrivals).toHaveLength(0);
      expect(await sendTo(receiver.url, { caFile: certFile })).toMatchObject({ status: 'sent' });
      const elsewhere = await sendTo(receiver.url.replace('127.0.0.1', 'localhost'), { caFile: certFile });
      expect(elsewhere).toMatchObject({ failure: { code: 'tls', detail: expect.stringMatching(/ALTNAME/) } });
      const tunnels: string[] = [];
      const proxy = http.createServer();
      proxy.on('connect', (request, client) => {
        tunnels.push(request.url ?? '');
        const desk = connectTcp(receiver.port, '127.0.0.1', () => {
          client.write('HTTP/1.1 200 OK\r\n\r\n');
          desk.pipe(client).pipe(desk);
        });
        for (const socket of [desk, client]) socket.on('error', () => {});
      });
      await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
      onTestFinished(() => void proxy.close());
      const { port } = proxy.address() as AddressInfo; // It listens on TCP.
      const env = { HTTPS_PROXY: `http://127.0.0.1:${port}` };
      expect(await sendTo('https://desk.invalid/in', { caFile: certFile }, env)).toMatchObject({
        status: 'sent',
      });
      expect(await sendTo('https://desk.invalid/in', {}, env)).toMatchObject({ failure: { code: 'tls' } });
      expect(tunnels).toEqual(['desk.invalid:443', 'desk.invalid:443']);
      writeFileSync(keyFile, 'nothing');
      expect(await sendTo(receiver.url, { caFile: keyFile })).toMatchObject({
        failure: { code: 'ca-unreadable' },
      });
    },
  );
});

describe('secrets', () => {
  test('a bearer token comes from the environment or from a command', async () => {
    const receiver = await receiverFor();
    await sendTo(receiver.url, { auth: { kind: 'bearer', secret: { env: 'TOKEN' } } }, { TOKEN: SECRET });
    await sendTo(receiver.url, {
      auth: {
        kind: 'bearer',
        secret: { command: [process.execPath, '-e', `console.log('${SECRET}\\nuser: x')`] },
      },
    });
    expect(receiver.arrivals.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${SECRET}`,
      `Bearer ${SECRET}`,
    ]);
  });

  test('the signature holds for the whole body, and only for it', async () => {
    const receiver = await receiverFor();
    await sendTo(receiver.url, { auth: { kind: 'hmac', secret: { env: 'TOKEN' } } }, { TOKEN: SECRET });
    const [arrival] = receiver.arrivals;
    if (!arrival) throw new Error('nothing arrived');
    expect(isSigned(arrival, SECRET, Date.now())).toBe(true);
    expect(isSigned(arrival, 'another', Date.now())).toBe(false);
    expect(
      isSigned({ ...arrival, body: Buffer.concat([arrival.body, Buffer.from(' ')]) }, SECRET, Date.now()),
    ).toBe(false);
    expect(isSigned({ ...arrival, key: 'another' }, SECRET, Date.now())).toBe(false);
    expect(JSON.stringify(arrival.headers)).not.toContain(SECRET);
  });

  test.each<[string, WebhookSettings['auth'], string]>([
    ['not set', { kind: 'bearer', secret: { env: 'TOKEN' } }, 'secret-missing'],
    ['of two lines', { kind: 'bearer', secret: { env: 'BROKEN' } }, 'secret-missing'],
    [
      'from a missing program',
      { kind: 'hmac', secret: { command: ['/nonexistent/pass'] } },
      'secret-command-failed',
    ],
    [
      'from a program that fails',
      {
        kind: 'hmac',
        secret: {
          command: [
            process.execPath,
            '-e',
            `console.log('${SECRET}'); console.error('${SECRET}'); process.exit(3)`,
          ],
        },
      },
      'secret-command-failed',
    ],
    [
      'from a program that says nothing',
      { kind: 'hmac', secret: { command: [process.execPath, '-e', ''] } },
      'secret-command-failed',
    ],
  ])('a secret %s sends nothing and is not in the words', async (_, auth, code) => {
    const receiver = await receiverFor();
    const outcome = await sendTo(
      receiver.url,
      { ...(auth && { auth }) },
      { BROKEN: `${SECRET}\r\nX-Injected: 1` },
    );
    expect(outcome).toMatchObject({ failure: { code, certainty: 'not-received' } });
    expect(JSON.stringify(outcome)).not.toContain(SECRET);
    expect(receiver.arrivals).toHaveLength(0);
  });

  test('a command that hangs with a child of its own ends in time', async () => {
    const startedMs = performance.now();
    const outcome = await sendTo('http://127.0.0.1:1/', {
      auth: { kind: 'bearer', secret: { command: ['sh', '-c', 'trap "" TERM; sleep 30 & sleep 30'] } },
      secretTimeoutMs: 300,
    });
    expect(outcome).toMatchObject({ failure: { code: 'secret-command-failed' } });
    expect(performance.now() - startedMs).toBeLessThan(4_000);
  });

  test('a desk that echoes the secret does not get it into the outbox, the journal or the result', async () => {
    for (const behaviour of [
      json(401, { got: `Bearer ${SECRET}` }),
      json(201, { id: SECRET, url: `https://desk.example/?t=${SECRET}` }),
      { status: 302, headers: { location: `https://evil.example/${SECRET}` } },
    ] satisfies Behaviour[]) {
      const receiver = await receiverFor({ behave: () => behaviour });
      const folder = tempFolder();
      const root = join(folder, 'outbox');
      await createTicket({ roots: [root], draft, bundlePath: makeBundle(folder), nowMs: 0 });
      const desk = makeWebhook(
        { kind: 'webhook', url: receiver.url, auth: { kind: 'bearer', secret: { env: 'TOKEN' } } },
        { env: { TOKEN: SECRET }, toolVersion: '0.1.0' },
      );
      const events: unknown[] = [];
      const sent = await sendTickets([root], desk, {
        pace: fastPace(),
        onEvent: (event) => events.push(event),
      });
      expect(receiver.arrivals[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
      expect(JSON.stringify({ sent, events })).not.toContain(SECRET);
      expect(textBelow(root)).not.toContain(SECRET);
    }
  });

  test('the preview and the target show where it goes without what must stay hidden', () => {
    const settings: WebhookSettings = {
      kind: 'webhook',
      url: 'https://desk.example/in?code=hidden',
      auth: { kind: 'bearer', secret: { env: 'TOKEN' } },
    };
    const shown = makeWebhook(settings, { env: {}, toolVersion: '0.1.0' }).preview(ticket);
    expect(shown).toMatchObject({ method: 'POST', url: 'https://desk.example/in?…', body: ticket });
    expect(JSON.stringify(shown)).not.toContain('hidden');
  });

  test.each(['ftp://x/', 'https://user:pw@desk.example/', 'desk.example', 'https://desk.example/#a'])(
    'the address %s is no desk',
    (url) => {
      expect(webhookSettings.safeParse({ kind: 'webhook', url }).success).toBe(false);
    },
  );

  test('a secret in clear is no setting', () => {
    const auth = { kind: 'bearer', secret: SECRET };
    expect(webhookSettings.safeParse({ kind: 'webhook', url: 'https://desk.example/', auth }).success).toBe(
      false,
    );
  });
});
