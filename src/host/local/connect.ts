import { connect as connectTo, isIP, type Socket } from 'node:net';
import type { Connection } from '../../contract.ts';
import { ready } from './apart.ts';
import { elapsedSince, errnoOf, interrupted } from './context.ts';
import { lookupFor } from './lookup.ts';

export interface Destination {
  readonly host: string;
  readonly port: number;
  readonly from?: string;
}

export type Connected =
  | { readonly outcome: 'connected'; readonly socket: Socket; readonly ms: number }
  | { readonly outcome: Exclude<Connection, 'connected'>; readonly code?: string; readonly ms: number };

type Failure = Exclude<Connection, 'connected'>;

const FAILURES = new Map<string, Failure>([
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['EPIPE', 'reset'],
  ['ETIMEDOUT', 'timeout'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['ENETDOWN', 'unreachable'],
  ['ENONET', 'unreachable'],
  // A computer without this version of IP.
  ['EAFNOSUPPORT', 'unreachable'],
  ['EPERM', 'denied'],
  ['EACCES', 'denied'],
  ['ENOTFOUND', 'no-name'],
  ['EAI_AGAIN', 'no-name'],
  ['EAI_FAIL', 'no-name'],
  ['EAI_NODATA', 'no-name'],
  ['EAI_NONAME', 'no-name'],
  // The system's resolver was still asking.
  ['ETIMEOUT', 'no-name'],
]);

export const failureOf = (code: string | undefined): Failure => FAILURES.get(code ?? '') ?? 'failed';

/** One attempt at one address: no second one in the background that would hide how the first one went. */
export const connect = async (
  destination: Destination,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Connected> => {
  if (isIP(destination.host) === 0) await ready();
  return attempt(destination, timeoutMs, signal);
};

const attempt = (
  { host, port, from }: Destination,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Connected> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    let named = isIP(host) !== 0;
    const socket = connectTo({
      host,
      port,
      autoSelectFamily: false,
      lookup: lookupFor(timeoutMs, signal),
      ...(from !== undefined && { localAddress: from }),
    });
    const fail = (code: string | undefined): void => {
      done();
      socket.destroy();
      // No address to connect from: the same as no way there, unless somebody asked for that address.
      const outcome = code === 'EADDRNOTAVAIL' && from === undefined ? 'unreachable' : failureOf(code);
      resolve({ outcome, ms: elapsedSince(start), ...(code !== undefined && { code }) });
    };
    const abort = (): void => {
      done();
      socket.destroy();
      reject(interrupted());
    };
    const timer = setTimeout(() => fail(named ? 'ETIMEDOUT' : 'ETIMEOUT'), timeoutMs);
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });
    socket.once('lookup', (error) => {
      named = error === null;
    });
    socket.once('connect', () => {
      done();
      resolve({ outcome: 'connected', socket, ms: elapsedSince(start) });
    });
    // Stays for the life of the socket: a reset after the connection must not be an uncaught exception.
    socket.on('error', (error) => fail(errnoOf(error)));
    if (signal.aborted) abort();
  });
