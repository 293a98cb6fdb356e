import type { Socket } from 'node:net';
import type { Connection, Raw } from '../../contract.ts';
import { trust } from './authorities.ts';
import { connect, failureOf } from './connect.ts';
import type { Handler } from './context.ts';
import { elapsedSince, Refusal } from './context.ts';
import { shakeHands } from './handshake.ts';
import { type Exchange, exchange } from './http-exchange.ts';

const DEFAULT_BYTES = 4096;

/** One GET as it goes over the wire. Nothing is taken from the environment, nothing is followed or retried. */
export const http: Handler<'http'> = async (request, { timeoutMs, signal }) => {
  const url = parseUrl(request.url, ['http:', 'https:']);
  const proxy = request.proxy === undefined ? undefined : parseUrl(request.proxy, ['http:', 'https:']);
  if (url.protocol === 'https:' || proxy?.protocol === 'https:') await trust();
  const start = performance.now();
  const left = (): number => Math.max(1, timeoutMs - (performance.now() - start));
  let connectMs: number | undefined;

  const failed = (outcome: Connection, code?: string): Raw['http'] => ({
    outcome,
    headers: {},
    body: '',
    bodyBytes: 0,
    complete: false,
    ms: elapsedSince(start),
    ...(connectMs !== undefined && { connectMs }),
    ...(code !== undefined && { code }),
  });

  const told = (result: Exchange): Raw['http'] => {
    const { firstByteAt, socket: _, ...rest } = result;
    return {
      ...rest,
      ms: elapsedSince(start),
      ...(connectMs !== undefined && { connectMs }),
      ...(firstByteAt !== undefined && { firstByteMs: Math.round((firstByteAt - start) * 10) / 10 }),
    };
  };

  const secured = async (over: Socket, name: string): Promise<Socket | Raw['http']> => {
    const result = await shakeHands(over, name, left(), signal);
    if (result.outcome === 'secure') return result.socket;
    over.destroy();
    if (result.outcome === 'handshake-timeout') return failed('timeout', 'TLS_HANDSHAKE_TIMEOUT');
    if (result.outcome === 'untrusted') return failed('failed', result.code);
    return failed(failureOf(result.code), result.code);
  };

  const connected = await connect(addressOf(proxy ?? url), left(), signal);
  if (connected.outcome !== 'connected') return failed(connected.outcome, connected.code);
  connectMs = connected.ms;
  let socket: Socket = connected.socket;
  try {
    const pass = proxy === undefined ? {} : authorization(proxy);
    if (proxy?.protocol === 'https:') {
      const result = await secured(socket, addressOf(proxy).host);
      if ('outcome' in result) return result;
      socket = result;
    }
    if (proxy !== undefined && url.protocol === 'https:') {
      const { host, port } = addressOf(url);
      const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
      const head = { method: 'CONNECT', path: authority, headers: { host: authority, ...pass } };
      const tunnel = await exchange(socket, head, { maxBytes: DEFAULT_BYTES, timeoutMs: left(), signal });
      if (tunnel.socket === undefined) return told(tunnel);
      socket = tunnel.socket;
    }
    if (url.protocol === 'https:') {
      const result = await secured(socket, addressOf(url).host);
      if ('outcome' in result) return result;
      socket = result;
    }
    const plainProxy = proxy !== undefined && url.protocol === 'http:';
    const path = url.pathname + url.search;
    const head = {
      method: 'GET',
      path: plainProxy ? `http://${url.host}${path}` : path,
      headers: { host: url.host, accept: '*/*', 'accept-encoding': 'identity', ...(plainProxy && pass) },
    };
    const maxBytes = request.maxBytes ?? DEFAULT_BYTES;
    return told(await exchange(socket, head, { maxBytes, timeoutMs: left(), signal }));
  } finally {
    socket.destroy();
    connected.socket.destroy();
  }
};

const parseUrl = (text: string, protocols: readonly string[]): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw new Refusal('failed', `not a URL: ${text}`);
  if (!protocols.includes(url.protocol)) throw new Refusal('unsupported', `protocol ${url.protocol}`);
  return url;
};

const addressOf = ({ hostname, port, protocol }: URL): { readonly host: string; readonly port: number } => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
});

const authorization = ({ username, password }: URL): Record<string, string> => {
  if (username === '' && password === '') return {};
  const pair = `${safeDecode(username)}:${safeDecode(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
};

const safeDecode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
