import { createSocket } from 'node:dgram';
import dns, { type Packet } from 'dns-packet';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { ask, rawOf, serve } from './machine.ts';

/** A DNS server on loopback that answers as told; no answer is silence. */
const nameServer = async (answer: (query: Buffer) => readonly Uint8Array[], port = 0): Promise<string> => {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    for (const packet of answer(query)) socket.send(packet, from.port, from.address);
  });
  onTestFinished(() => void socket.close());
  await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve));
  return `127.0.0.1:${socket.address().port}`;
};

const reply = (query: Buffer, more: Packet & { rcode?: number } = {}): Buffer => {
  const { id, questions } = dns.decode(query);
  const { rcode = 0, ...packet } = more;
  return dns.encode({
    type: 'response',
    ...(id !== undefined && { id }),
    ...(questions && { questions }),
    ...packet,
    flags: (packet.flags ?? 0) | rcode,
  });
};

const resolve = (server: string, timeoutMs = 700, transport?: 'udp' | 'tcp') =>
  ask(
    { kind: 'resolve', server, name: 'Name.example', type: 'A', ...(transport && { transport }) },
    { timeoutMs },
  );

const A = { type: 'A', name: 'name.example', data: '192.0.2.1', ttl: 1 } as const;

test('an answer comes back with its addresses, through a chain of names', async () => {
  let asked: Packet = {};
  const server = await nameServer((query) => {
    asked = dns.decode(query);
    const chain = { type: 'CNAME', name: 'name.example', data: 'other.example', ttl: 1 } as const;
    return [reply(query, { answers: [chain, A, { ...A, data: '192.0.2.2' }, A] })];
  });
  expect(rawOf(await resolve(server))).toMatchObject({
    outcome: 'answered',
    rcode: 'NOERROR',
    addresses: ['192.0.2.1', '192.0.2.2'],
    extendedErrors: [],
  });
  expect(asked.questions).toMatchObject([{ type: 'A', name: 'name.example' }]);
  expect(asked.additionals?.[0]).toMatchObject({ type: 'OPT', udpPayloadSize: 1232 });
});

test('refusals and missing names are answers with their code', async () => {
  for (const [rcode, name] of [
    [5, 'REFUSED'],
    [3, 'NXDOMAIN'],
    [2, 'SERVFAIL'],
    [12, 'RCODE12'],
  ] as const) {
    const server = await nameServer((query) => [reply(query, { rcode })]);
    expect(rawOf(await resolve(server))).toMatchObject({ outcome: 'answered', rcode: name, addresses: [] });
  }
});

test('extended errors are told', async () => {
  const server = await nameServer((query) => {
    const options = [
      { code: 15, data: Buffer.from([0, 6, 98, 111, 103, 117, 115]) },
      { code: 15, data: Buffer.from([0, 22]) },
      { code: 10, data: Buffer.from([1, 2, 3]) },
    ];
    // The types know only some of the options that the library writes.
    const opt = { type: 'OPT', name: '.', udpPayloadSize: 1232, flags: 0, options } as unknown as typeof A;
    return [reply(query, { rcode: 2, additionals: [opt] })];
  });
  expect(rawOf(await resolve(server))).toMatchObject({ rcode: 'SERVFAIL', extendedErrors: [6, 22] });
});

test('a server that does not know EDNS is asked without it', async () => {
  const server = await nameServer((query) =>
    dns.decode(query).additionals?.length ? [reply(query, { rcode: 1 })] : [reply(query, { answers: [A] })],
  );
  expect(rawOf(await resolve(server))).toMatchObject({ rcode: 'NOERROR', addresses: ['192.0.2.1'] });
});

test('a packet with another id, another question or no answer bit is not believed', async () => {
  const server = await nameServer((query) => {
    const otherId = reply(query, { answers: [{ ...A, data: '198.51.100.1' }] });
    otherId.writeUInt16BE(otherId.readUInt16BE(0) ^ 1, 0);
    const other = reply(query, {
      questions: [{ type: 'A', name: 'evil.example' }],
      answers: [{ ...A, data: '198.51.100.2' }],
    });
    return [otherId, other, query, Buffer.from([1]), Buffer.alloc(0), reply(query, { answers: [A] })];
  });
  expect(rawOf(await resolve(server)).addresses).toEqual(['192.0.2.1']);
  const forger = await nameServer((query) => {
    const packet = reply(query, { answers: [A] });
    packet.writeUInt16BE(packet.readUInt16BE(0) ^ 1, 0);
    return [packet];
  });
  expect(rawOf(await resolve(forger, 300))).toMatchObject({ outcome: 'timeout', addresses: [] });
});

test('silence is a timeout, a closed port refuses', async () => {
  const server = await nameServer(() => []);
  expect(rawOf(await resolve(server, 300))).toMatchObject({ outcome: 'timeout' });
  expect(rawOf(await resolve('127.0.0.1:1'))).toMatchObject({ outcome: 'refused', code: 'ECONNREFUSED' });
  expect(rawOf(await resolve('127.0.0.1#1', 700, 'tcp'))).toMatchObject({ outcome: 'refused' });
});

test('a lost packet is asked for again', async () => {
  let count = 0;
  const server = await nameServer((query) => {
    count += 1;
    return count === 1 ? [] : [reply(query, { answers: [A] })];
  });
  expect(rawOf(await resolve(server, 3000))).toMatchObject({ addresses: ['192.0.2.1'] });
});

test('over TCP an answer may come in pieces', async () => {
  const port = await serve((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < received.readUInt16BE(0) + 2) return;
      const packet = reply(received.subarray(2), { answers: [A] });
      const framed = Buffer.concat([Buffer.from([packet.length >> 8, packet.length & 255]), packet]);
      socket.write(framed.subarray(0, 1));
      setTimeout(() => socket.write(framed.subarray(1, 9)), 20);
      setTimeout(() => socket.write(framed.subarray(9)), 40);
    });
  });
  expect(rawOf(await resolve(`127.0.0.1:${port}`, 2000, 'tcp')).addresses).toEqual(['192.0.2.1']);
  const closing = await serve((socket) => socket.once('data', () => socket.end()));
  expect(rawOf(await resolve(`127.0.0.1:${closing}`, 2000, 'tcp'))).toMatchObject({ outcome: 'failed' });
});

test('a truncated answer is asked for again over TCP, and without TCP that is what is told', async () => {
  let overTcp = 0;
  const port = await serve((socket) => {
    socket.once('data', (framed) => {
      overTcp += 1;
      const packet = reply(framed.subarray(2), { answers: [A, { ...A, data: '192.0.2.2' }] });
      socket.end(Buffer.concat([Buffer.from([packet.length >> 8, packet.length & 255]), packet]));
    });
  });
  const cut = (query: Buffer) => [reply(query, { flags: dns.TRUNCATED_RESPONSE, answers: [A] })];
  const both = await nameServer(cut, port);
  expect(rawOf(await resolve(both)).addresses).toEqual(['192.0.2.1', '192.0.2.2']);
  expect(rawOf(await resolve(both, 700, 'udp')).addresses).toEqual(['192.0.2.1']);
  expect(overTcp).toBe(1);
  const alone = await nameServer(cut);
  expect(rawOf(await resolve(alone))).toMatchObject({ outcome: 'answered', addresses: ['192.0.2.1'] });
});

test('a packet cut in the middle is a bad answer', async () => {
  const server = await nameServer((query) => [reply(query, { answers: [A] }).subarray(0, -3)]);
  expect(rawOf(await resolve(server))).toMatchObject({ outcome: 'failed', code: 'EBADRESP' });
});

test('what is no domain name or no address of a server is a failure', async () => {
  const limits = { timeoutMs: 300 };
  for (const name of ['', 'a..b', 'x'.repeat(64), `${'abc.'.repeat(80)}example`, 'a b', '\0']) {
    const request = { kind: 'resolve', server: '127.0.0.1', name, type: 'A' } as const;
    expect(await ask(request, limits)).toMatchObject({ status: 'failed' });
  }
  for (const server of ['', 'dns.example', '127.0.0.1:99999999', '[::1', '1.2.3']) {
    const request = { kind: 'resolve', server, name: 'a.example', type: 'A' } as const;
    expect(await ask(request, limits)).toMatchObject({ status: 'failed' });
  }
  const highPort = { kind: 'resolve', server: '127.0.0.1:99999', name: 'a.example', type: 'A' } as const;
  expect((await ask(highPort, limits)).status).toBe('failed');
});

test('random bytes after the right id neither crash nor hang', async () => {
  let next: Uint8Array = new Uint8Array();
  let keepQuestion = false;
  const server = await nameServer((query) => {
    const start = keepQuestion
      ? reply(query, { answers: [A] })
      : Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x80, 0]);
    return [Buffer.concat([start.subarray(0, keepQuestion ? -10 : 4), next])];
  });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.boolean(), async (bytes, keep) => {
      next = bytes;
      keepQuestion = keep;
      const raw = rawOf(await resolve(server, 100, 'udp'));
      expect(['answered', 'failed', 'timeout']).toContain(raw.outcome);
      expect(JSON.parse(JSON.stringify(raw))).toEqual(raw);
    }),
    { numRuns: 60 },
  );
}, 30_000);
