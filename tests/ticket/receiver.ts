/** A help desk on loopback that can misbehave. It takes each Idempotency-Key once. */
import { createHash, createHmac } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly key: string;
  readonly body: Buffer;
  /** undefined when it is no whole multipart body. */
  readonly ticket?: unknown;
  readonly ticketText?: string;
  readonly bundle?: Buffer;
  readonly fileName?: string;
}

/** What to do with the nth POST (from 1). 'take': file it, answer 201. */
export type Behaviour =
  | 'take'
  | 'take-and-drop'
  | 'drop'
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
      readonly take?: true;
    }
  | ((arrival: Arrival, response: ServerResponse) => void);

export interface ReceiverOptions {
  readonly behave?: (count: number, arrival: Arrival) => Behaviour;
  /** Between filing and answering. */
  readonly delayMs?: number;
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Files the same key again: a receiver that does not know what Idempotency-Key is. */
  readonly forgetful?: true;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Every POST that came in whole. */
  readonly arrivals: readonly Arrival[];
  readonly lookups: readonly string[];
  /** What it has filed: one entry a ticket. */
  readonly filed: readonly string[];
  close(): Promise<void>;
}

export const startReceiver = async (options: ReceiverOptions = {}): Promise<Receiver> => {
  const arrivals: Arrival[] = [];
  const lookups: string[] = [];
  const filed: string[] = [];
  const take = (key: string): boolean => {
    const isNew = options.forgetful === true || !filed.includes(key);
    if (isNew) filed.push(key);
    return isNew;
  };
  const receipt = (key: string): string =>
    JSON.stringify({ id: filed.indexOf(key) + 1, key, url: `https://desk.example/tickets/${key}` });

  const onRequest = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrival = await readArrival(request);
    if (arrival.method === 'GET') {
      const key = new URL(arrival.path, 'http://x').searchParams.get('key') ?? '';
      lookups.push(key);
      const known = filed.includes(key);
      response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
      response.end(known ? receipt(key) : '{"error":"no such ticket"}');
      return;
    }
    arrivals.push(arrival);
    const behaviour = options.behave?.(arrivals.length, arrival) ?? 'take';
    if (typeof behaviour === 'function') behaviour(arrival, response);
    else if (behaviour === 'drop') request.socket.destroy();
    else if (behaviour === 'take-and-drop') {
      take(arrival.key);
      request.socket.destroy();
    } else if (behaviour === 'take') {
      const isNew = take(arrival.key);
      if (options.delayMs !== undefined) await new Promise((done) => setTimeout(done, options.delayMs));
      response.writeHead(isNew ? 201 : 200, { 'content-type': 'application/json' });
      response.end(receipt(arrival.key));
    } else {
      if (behaviour.take) take(arrival.key);
      response.writeHead(behaviour.status, behaviour.headers ?? { 'content-type': 'application/json' });
      response.end(behaviour.body ?? '');
    }
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    // The sender may be killed while it sends: then nothing has arrived.
    onRequest(request, response).catch(() => response.destroy());
  };
  const server = options.tls ? https.createServer(options.tls, listener) : http.createServer(listener);
  server.on('tlsClientError', () => {});
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}/tickets`,
    port,
    arrivals,
    lookups,
    filed,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

const readArrival = async (request: IncomingMessage): Promise<Arrival> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // No encoding was set.
  const body = Buffer.concat(chunks);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const base = {
    method: request.method ?? '',
    path: request.url ?? '',
    headers,
    key: headers['idempotency-key'] ?? '',
    body,
  };
  return { ...base, ...readParts(body, headers['content-type'] ?? '') };
};

const readParts = (body: Buffer, contentType: string): Partial<Arrival> => {
  const boundary = /boundary=(\S+)/.exec(contentType)?.[1];
  if (boundary === undefined) return {};
  const parts = new Map<string, { head: string; content: Buffer }>();
  let from = body.indexOf(`--${boundary}\r\n`);
  while (from !== -1) {
    const start = from + boundary.length + 4;
    const end = body.indexOf(`\r\n--${boundary}`, start);
    if (end === -1) return {};
    const split = body.indexOf('\r\n\r\n', start);
    const head = body.toString('utf8', start, split);
    parts.set(/name="([^"]+)"/.exec(head)?.[1] ?? '', { head, content: body.subarray(split + 4, end) });
    from = body.toString('latin1', end + 2, end + boundary.length + 6).endsWith('--') ? -1 : end + 2;
  }
  const ticketText = parts.get('ticket')?.content.toString('utf8');
  const bundle = parts.get('bundle');
  return {
    ...(ticketText !== undefined && { ticketText, ticket: JSON.parse(ticketText) }),
    ...(bundle && {
      bundle: bundle.content,
      fileName: /filename="([^"]+)"/.exec(bundle.head)?.[1] ?? '',
    }),
  };
};

/** The check of docs/webhook.md. */
export const isSigned = (arrival: Arrival, secret: string, nowMs: number): boolean => {
  const [, t, v1] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(arrival.headers['x-techsupport-signature'] ?? '') ?? [];
  const digest = createHash('sha256').update(arrival.body).digest('hex');
  const expected = createHmac('sha256', secret).update(`${t}.${arrival.key}.${digest}`).digest('hex');
  return v1 === expected && Math.abs(nowMs / 1000 - Number(t)) < 300;
};
