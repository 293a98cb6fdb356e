import { createSocket } from 'node:dgram';
import { connect } from './connect.ts';
import { interrupted } from './context.ts';
import { answers } from './dns-message.ts';

export interface DnsServer {
  readonly address: string;
  readonly family: 4 | 6;
  readonly port: number;
}

/** A lost packet is no dead server: the same question again after 1, 2, 4 … s, as resolvers do. */
const FIRST_RETRY_MS = 1000;

export const askOverUdp = (
  { address, family, port }: DnsServer,
  query: Buffer,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
    let retry: NodeJS.Timeout | undefined;
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      clearTimeout(retry);
      signal.removeEventListener('abort', abort);
      socket.close();
      act();
    };
    const fail = (error: unknown): void => settle(() => reject(error));
    const timer = setTimeout(() => fail(timedOut()), timeoutMs);
    const abort = (): void => fail(interrupted());
    const send = (nextMs: number): void => {
      if (settled) return;
      socket.send(query, (error) => {
        if (error) fail(error);
      });
      retry = setTimeout(() => send(nextMs * 2), nextMs);
    };
    signal.addEventListener('abort', abort, { once: true });
    // Another packet may be forged or late: the right one can still come.
    socket.on('message', (packet) => {
      if (answers(packet, query)) settle(() => resolve(packet));
    });
    socket.on('error', fail);
    if (signal.aborted) abort();
    else {
      // Connected, so that the system reports a closed port (ICMP) instead of silence. A callback
      // would be called for a failure too; the event is not.
      socket.once('connect', () => send(FIRST_RETRY_MS));
      socket.connect(port, address);
    }
  });

export const askOverTcp = async (
  { address, port }: DnsServer,
  query: Buffer,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Buffer> => {
  const start = performance.now();
  const connected = await connect({ host: address, port }, timeoutMs, signal);
  if (connected.outcome !== 'connected') {
    const code = connected.outcome === 'timeout' ? 'ETIMEOUT' : (connected.code ?? 'EIO');
    throw Object.assign(new Error(connected.outcome), { code });
  }
  const { socket } = connected;
  return new Promise<Buffer>((resolve, reject) => {
    let received = Buffer.alloc(0);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      act();
    };
    const left = Math.max(1, timeoutMs - (performance.now() - start));
    const timer = setTimeout(() => settle(() => reject(timedOut())), left);
    const abort = (): void => settle(() => reject(interrupted()));
    signal.addEventListener('abort', abort, { once: true });
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const length = received.length < 2 ? undefined : received.readUInt16BE(0);
      if (length === undefined || received.length < length + 2) return;
      const packet = received.subarray(2, length + 2);
      settle(() => (answers(packet, query) ? resolve(packet) : reject(withCode('EBADRESP'))));
    });
    socket.on('error', (error) => settle(() => reject(error)));
    socket.on('close', () => settle(() => reject(withCode('ECONNRESET'))));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.length);
    socket.write(Buffer.concat([length, query]));
    if (signal.aborted) abort();
  });
};

const withCode = (code: string): Error => Object.assign(new Error(code), { code });
const timedOut = (): Error => withCode('ETIMEOUT');
