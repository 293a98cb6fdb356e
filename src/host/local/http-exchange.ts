import type { IncomingMessage } from 'node:http';
import { request as send } from 'node:http';
import type { Socket } from 'node:net';
import type { Connection } from '../../contract.ts';
import { failureOf } from './connect.ts';
import { errnoOf, interrupted } from './context.ts';

const HEAD_BYTES = 64 * 1024;
const MOST_HEADERS = 64;
const NAME_CHARS = 100;
const VALUE_CHARS = 2048;
const TEXT_BYTES = 64 * 1024;
const QUIET_MS = 1000;

export interface Exchange {
  readonly outcome: Connection | 'answered' | 'stalled';
  readonly code?: string;
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bodyBytes: number;
  readonly complete: boolean;
  readonly firstByteAt?: number;
  readonly receivedAtMs?: number;
  /** After a CONNECT that was granted. */
  readonly socket?: Socket;
}

interface Head {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Bounds {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Sends one request over a connection that is there already, and reads as much of the answer as is wanted. */
export const exchange = (
  socket: Socket,
  { method, path, headers }: Head,
  { maxBytes, timeoutMs, signal }: Bounds,
): Promise<Exchange> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const bytesBefore = socket.bytesRead;
    const chunks: Buffer[] = [];
    let bodyBytes = 0;
    let head: { readonly answer: IncomingMessage; readonly at: number; readonly epochMs: number } | undefined;
    let lastByteAt = start;

    const result = (outcome: Exchange['outcome'], complete: boolean, code?: string): Exchange => ({
      outcome,
      headers: head === undefined ? {} : headersOf(head.answer),
      body: textOf(chunks),
      bodyBytes,
      complete,
      ...(code !== undefined && { code }),
      ...(head?.answer.statusCode !== undefined && { status: head.answer.statusCode }),
      ...(head !== undefined && { firstByteAt: head.at, receivedAtMs: head.epochMs }),
    });
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      act();
    };
    const finish = (outcome: Exchange['outcome'], complete: boolean, code?: string): void =>
      settle(() => {
        resolve(result(outcome, complete, code));
        socket.destroy();
      });
    const abort = (): void =>
      settle(() => {
        reject(interrupted());
        socket.destroy();
      });
    const timer = setTimeout(() => {
      const quiet = performance.now() - lastByteAt >= Math.min(QUIET_MS, timeoutMs / 2);
      if (head !== undefined) finish(quiet ? 'stalled' : 'answered', false);
      else
        finish(
          socket.bytesRead > bytesBefore && !('encrypted' in socket) ? 'stalled' : 'timeout',
          false,
          'ETIMEDOUT',
        );
    }, timeoutMs);
    signal.addEventListener('abort', abort, { once: true });

    const request = send({
      createConnection: () => socket,
      method,
      path,
      headers: { ...headers, connection: 'close', 'user-agent': 'techsupport' },
      setHost: false,
      maxHeaderSize: HEAD_BYTES,
      // Captive portals and old routers write what strict parsers refuse.
      insecureHTTPParser: true,
    });
    const arrived = (answer: IncomingMessage): void => {
      head = { answer, at: performance.now(), epochMs: Date.now() };
      lastByteAt = head.at;
    };
    const broken = (error: unknown): void => {
      const code = errnoOf(error) ?? 'EPROTO';
      if (head !== undefined) finish('answered', false, code);
      else finish(failureOf(code), false, code);
    };
    request.on('error', broken);
    request.on('connect', (answer: IncomingMessage, tunnel: Socket, first: Buffer) => {
      arrived(answer);
      if (answer.statusCode === 200) {
        if (first.length > 0) tunnel.unshift(first);
        settle(() => resolve({ ...result('answered', true), socket: tunnel }));
      } else {
        chunks.push(first.subarray(0, maxBytes));
        bodyBytes = first.length;
        finish('answered', false);
      }
    });
    request.on('upgrade', (answer: IncomingMessage) => {
      arrived(answer);
      finish('answered', false);
    });
    request.on('response', (answer) => {
      arrived(answer);
      answer.on('data', (chunk: Buffer) => {
        lastByteAt = performance.now();
        const wanted = chunk.subarray(0, maxBytes - bodyBytes);
        if (bodyBytes < TEXT_BYTES) chunks.push(wanted.subarray(0, TEXT_BYTES - bodyBytes));
        bodyBytes += wanted.length;
        if (wanted.length < chunk.length) finish('answered', false);
      });
      answer.on('error', broken);
      answer.on('end', () => finish('answered', answer.complete));
      answer.on('close', () => finish('answered', answer.complete));
    });
    request.end();
    if (signal.aborted) abort();
  });

const headersOf = ({ rawHeaders }: IncomingMessage): Record<string, string> => {
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < rawHeaders.length && found.size < MOST_HEADERS; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase().slice(0, NAME_CHARS);
    const before = found.get(name);
    const value = `${before === undefined ? '' : `${before}, `}${rawHeaders[at + 1] ?? ''}`;
    found.set(name, value.slice(0, VALUE_CHARS).replace(CONTROLS, '\u{fffd}'));
  }
  return Object.fromEntries(found);
};

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** A character cut in two at the end is left out. */
const textOf = (chunks: readonly Buffer[]): string =>
  new TextDecoder().decode(Buffer.concat(chunks), { stream: true }).replace(CONTROLS, '\u{fffd}');
