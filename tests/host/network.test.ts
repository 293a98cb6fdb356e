import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import fc from 'fast-check';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { AUTHORITY, EXPIRED, GOOD, LEAF_KEY } from './certificates.ts';
import { ask, listening, processesWith, rawOf, serve, temporaryFile } from './machine.ts';

const NOBODY = 1;

beforeAll(() => {
  process.env.SSL_CERT_FILE = temporaryFile('authority.pem', AUTHORITY);
});

const secureServer = async (
  cert: string,
  onConnection: (socket: Socket) => void = () => {},
): Promise<number> => {
  const server = createTlsServer({ cert, key: LEAF_KEY }, (socket) => {
    socket.on('error', () => {});
    onConnection(socket);
  });
  server.on('tlsClientError', () => {});
  onTestFinished(() => void server.close());
  return listening(server);
};

const http = (url: string, timeoutMs = 700, more: { proxy?: string; maxBytes?: number } = {}) =>
  ask({ kind: 'http', url, ...more }, { timeoutMs });

const answering =
  (text: string) =>
  (socket: Socket): void => {
    socket.once('data', () => socket.end(text));
  };

test.skipIf(process.platform !== 'linux')(
  'names are looked up in a process apart that can be ended',
  async () => {
    expect(rawOf(await ask({ kind: 'lookup', name: 'localhost' })).outcome).toBe('found');
    const children = processesWith('dns.lookup(').map((pid) => readFileSync(`/proc/${pid}/stat`, 'latin1'));
    expect(children.map((stat) => Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]))).toContain(
      process.pid,
    );
  },
);

test('connections are made, each with its own time, and the local address is told', async () => {
  const port = await serve((socket) => socket.resume());
  const raw = rawOf(await ask({ kind: 'tcp', host: '127.0.0.1', port, times: 5 }));
  expect(raw.attempts.map(({ outcome }) => outcome)).toEqual(Array(5).fill('connected'));
  expect(raw.localAddress).toBe('127.0.0.1');
});

test('a closed port refuses, and a name without an address is no-name', async () => {
  const refused = rawOf(await ask({ kind: 'tcp', host: '127.0.0.1', port: NOBODY }));
  expect(refused.attempts[0]).toMatchObject({ outcome: 'refused', code: 'ECONNREFUSED' });
  const nameless = rawOf(await ask({ kind: 'tcp', host: 'nothing.invalid', port: 80 }, { timeoutMs: 2000 }));
  expect(nameless.attempts[0]?.outcome).toBe('no-name');
});

test('a connection from an address this computer does not have has failed', async () => {
  const port = await serve(() => {});
  const raw = rawOf(await ask({ kind: 'tcp', host: '127.0.0.1', port, from: '203.0.113.77' }));
  expect(raw.attempts[0]).toMatchObject({ outcome: 'failed', code: 'EADDRNOTAVAIL' });
});

test('a certificate of a trusted authority is secure, with the chain leaf first', async () => {
  const port = await secureServer(GOOD + AUTHORITY);
  const raw = rawOf(await ask({ kind: 'tls', host: '127.0.0.1', port, servername: 'localhost' }));
  expect(raw).toMatchObject({
    outcome: 'secure',
    connection: 'connected',
    chain: [
      { subject: 'O=Made-up, CN=localhost', validTo: '2120-01-01T00:00:00.000Z' },
      { subject: 'O=Made-up, CN=Made-up test authority' },
    ],
  });
  const byAddress = rawOf(await ask({ kind: 'tls', host: '127.0.0.1', port, servername: '127.0.0.1' }));
  expect(byAddress.outcome).toBe('secure');
});

test('an expired certificate and a wrong name are untrusted, each with its code', async () => {
  const expired = await secureServer(EXPIRED);
  expect(
    rawOf(await ask({ kind: 'tls', host: '127.0.0.1', port: expired, servername: 'localhost' })),
  ).toMatchObject({ outcome: 'untrusted', code: 'CERT_HAS_EXPIRED' });
  const good = await secureServer(GOOD);
  expect(
    rawOf(await ask({ kind: 'tls', host: '127.0.0.1', port: good, servername: 'other.example' })),
  ).toMatchObject({ outcome: 'untrusted', code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
});

test('silence after the connection is a handshake that timed out, not a failed connection', async () => {
  const port = await serve(() => {});
  const raw = rawOf(
    await ask({ kind: 'tls', host: '127.0.0.1', port, servername: 'localhost' }, { timeoutMs: 400 }),
  );
  expect(raw).toMatchObject({ outcome: 'handshake-timeout', connection: 'connected', chain: [] });
});

test('something that does not speak TLS, or hangs up, is a failed handshake', async () => {
  for (const talk of [answering('HTTP/1.1 400 Bad Request\r\n\r\n'), (socket: Socket) => socket.destroy()]) {
    const port = await serve((socket) => void talk(socket));
    const raw = rawOf(await ask({ kind: 'tls', host: '127.0.0.1', port, servername: 'localhost' }));
    expect(raw.outcome).toBe('handshake-failed');
    expect(raw.code).toMatch(/^(?:ERR_SSL_\w+|EPROTO|ECONNRESET)$/);
  }
  const closed = rawOf(await ask({ kind: 'tls', host: '127.0.0.1', port: NOBODY, servername: 'localhost' }));
  expect(closed).toMatchObject({ outcome: 'tcp-failed', connection: 'refused' });
});

test('an answer comes back with status, lower-case headers, body and times', async () => {
  let asked = '';
  const port = await serve((socket) => {
    socket.on('data', (chunk) => {
      asked += chunk;
      socket.end(
        'HTTP/1.1 302 Found\r\nLocation: http://portal/\r\nX-A: 1\r\nX-A: 2\r\n\r\nhello \u001b[31m',
      );
    });
  });
  const raw = rawOf(await http(`http://127.0.0.1:${port}/a?b=c`));
  expect(raw).toMatchObject({
    outcome: 'answered',
    status: 302,
    headers: { location: 'http://portal/', 'x-a': '1, 2' },
    body: 'hello \ufffd[31m',
    complete: true,
  });
  expect(raw.receivedAtMs).toBeGreaterThan(1.6e12);
  expect(asked).toMatch(/^GET \/a\?b=c HTTP\/1\.1\r\n/);
  expect(asked.toLowerCase()).toContain('user-agent: techsupport\r\n');
  expect(asked.toLowerCase()).toContain('connection: close\r\n');
});

test('https verifies: a trusted answer comes back, an untrusted one is told by its code', async () => {
  const answer = answering('HTTP/1.1 204 No Content\r\n\r\n');
  const good = await secureServer(GOOD, answer);
  expect(rawOf(await http(`https://localhost:${good}/`))).toMatchObject({ outcome: 'answered', status: 204 });
  const expired = await secureServer(EXPIRED, answer);
  expect(rawOf(await http(`https://localhost:${expired}/`))).toMatchObject({
    outcome: 'failed',
    code: 'CERT_HAS_EXPIRED',
  });
});

test('no byte is a timeout; a head or some body and then nothing is a stall', async () => {
  const silent = await serve((socket) => socket.resume());
  expect(rawOf(await http(`http://127.0.0.1:${silent}/`))).toMatchObject({
    outcome: 'timeout',
    complete: false,
  });
  const stalls = [
    'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nsome',
    'HTTP/1.1 200',
  ];
  for (const text of stalls) {
    const port = await serve((socket) => socket.once('data', () => socket.write(text)));
    const raw = rawOf(await http(`http://127.0.0.1:${port}/`));
    expect({ text, outcome: raw.outcome }).toEqual({ text, outcome: 'stalled' });
  }
});

test('a slow drip is answered, incomplete, and ends at the limit', async () => {
  const port = await serve((socket) => {
    socket.once('data', async () => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n');
      while (!socket.destroyed) {
        socket.write('x');
        await pause(30);
      }
    });
  });
  const raw = rawOf(await http(`http://127.0.0.1:${port}/`));
  expect(raw).toMatchObject({ outcome: 'answered', status: 200, complete: false });
  expect(raw.bodyBytes).toBeGreaterThan(3);
  expect(raw.ms).toBeLessThan(1500);
});

test('no more of a body is read than was asked for', async () => {
  const port = await serve(answering(`HTTP/1.1 200 OK\r\n\r\n${'é'.repeat(100_000)}`));
  const short = rawOf(await http(`http://127.0.0.1:${port}/`, 2000, { maxBytes: 7 }));
  expect(short).toMatchObject({ body: 'ééé', bodyBytes: 7, complete: false });
  const standard = rawOf(await http(`http://127.0.0.1:${port}/`, 2000));
  expect(standard).toMatchObject({ bodyBytes: 4096, complete: false });
});

test('huge, many and strangely named headers are bounded and stay JSON', async () => {
  const headers = Array.from({ length: 300 }, (_, index) => `x-${index}: ${'v'.repeat(100)}\r\n`).join('');
  const port = await serve(answering(`HTTP/1.1 200 OK\r\n__proto__: 1\r\n${headers}\r\n`));
  const raw = rawOf(await http(`http://127.0.0.1:${port}/`));
  expect(Object.keys(raw.headers).length).toBeLessThanOrEqual(64);
  expect(JSON.parse(JSON.stringify(raw))).toEqual(raw);
  const endless = await serve(answering(`HTTP/1.1 200 OK\r\nx: ${'v'.repeat(1_000_000)}\r\n\r\n`));
  expect(rawOf(await http(`http://127.0.0.1:${endless}/`))).toMatchObject({ outcome: 'failed' });
});

test('a hang-up without an answer is a reset, and a closed port refuses', async () => {
  const port = await serve((socket) => socket.once('data', () => socket.destroy()));
  expect(rawOf(await http(`http://127.0.0.1:${port}/`)).outcome).toBe('reset');
  expect(rawOf(await http(`http://127.0.0.1:${NOBODY}/`)).outcome).toBe('refused');
});

test('a proxy is asked for the whole URL, and its 407 is an answer', async () => {
  let asked = '';
  const port = await serve((socket) => {
    socket.once('data', (chunk) => {
      asked = String(chunk);
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
    });
  });
  const proxy = `http://us%20er:pass@127.0.0.1:${port}`;
  const plain = rawOf(await http('http://nothing.invalid/path', 2000, { proxy }));
  expect(plain).toMatchObject({
    outcome: 'answered',
    status: 407,
    headers: { 'proxy-authenticate': 'Basic' },
  });
  expect(asked).toMatch(/^GET http:\/\/nothing\.invalid\/path HTTP\/1\.1\r\n/);
  expect(asked).toContain(`Basic ${Buffer.from('us er:pass').toString('base64')}`);
  const tunnelled = rawOf(await http('https://nothing.invalid/', 2000, { proxy }));
  expect(tunnelled).toMatchObject({ outcome: 'answered', status: 407 });
  expect(asked).toMatch(/^CONNECT nothing\.invalid:443 HTTP\/1\.1\r\n/);
});

test('https goes through a proxy by CONNECT', async () => {
  const { connect } = await import('node:net');
  const target = await secureServer(GOOD, answering('HTTP/1.1 200 OK\r\n\r\nthrough'));
  const proxy = await serve((socket) => {
    socket.once('data', () => {
      const onward = connect(target, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
    });
  });
  const raw = rawOf(await http('https://made-up.example/', 3000, { proxy: `http://127.0.0.1:${proxy}` }));
  expect(raw).toMatchObject({ outcome: 'answered', status: 200, body: 'through', complete: true });
});

test('an abort ends what is under way at once, with every kind of connection', async () => {
  const port = await serve((socket) => socket.resume());
  const controller = new AbortController();
  const options = { signal: controller.signal, timeoutMs: 10_000 };
  const asked = [
    ask({ kind: 'tls', host: '127.0.0.1', port, servername: 'localhost' }, options),
    ask({ kind: 'http', url: `http://127.0.0.1:${port}/` }, options),
    ask({ kind: 'http', url: `https://127.0.0.1:${port}/` }, options),
    ask(
      { kind: 'resolve', server: `127.0.0.1:${port}`, name: 'a.example', type: 'A', transport: 'tcp' },
      options,
    ),
  ];
  await pause(200);
  const start = performance.now();
  controller.abort();
  const answers = await Promise.all(asked);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'interrupted'));
  expect(performance.now() - start).toBeLessThan(500);
});

test('what is no URL is a failure, and another protocol is unsupported', async () => {
  expect(await http('http://')).toMatchObject({ status: 'failed' });
  expect(await http('ftp://127.0.0.1/')).toMatchObject({ status: 'unsupported' });
});

test('random bytes as an answer neither crash nor hang, over HTTP and TLS', async () => {
  let next: Uint8Array = new Uint8Array();
  const port = await serve((socket) => socket.once('data', () => socket.end(next)));
  const beginning = fc.constantFrom(
    '',
    'HTTP/1.1 200 OK\r\n',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  await fc.assert(
    fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 300 }), async (text, bytes) => {
      next = Buffer.concat([Buffer.from(text), bytes]);
      const raw = rawOf(await http(`http://127.0.0.1:${port}/`, 2000));
      expect(JSON.parse(JSON.stringify(raw))).toEqual(raw);
      const shaken = await ask(
        { kind: 'tls', host: '127.0.0.1', port, servername: 'localhost' },
        { timeoutMs: 2000 },
      );
      expect(rawOf(shaken).outcome).toBe('handshake-failed');
    }),
    { numRuns: 60 },
  );
}, 30_000);
