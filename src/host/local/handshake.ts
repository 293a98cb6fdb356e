import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import { type DetailedPeerCertificate, connect as secureOver, type TLSSocket } from 'node:tls';
import type { Certificate } from '../../contract.ts';
import { trust } from './authorities.ts';
import { errnoOf, interrupted } from './context.ts';

export type Handshake =
  | { readonly outcome: 'secure'; readonly socket: TLSSocket; readonly chain: readonly Certificate[] }
  | {
      readonly outcome: 'untrusted';
      readonly socket: TLSSocket;
      readonly code: string;
      readonly chain: readonly Certificate[];
    }
  | { readonly outcome: 'handshake-timeout' }
  | { readonly outcome: 'handshake-failed'; readonly code: string };

/** TLS over a connection. Nothing is refused here: what does not verify is told, with its certificates. */
export const shakeHands = async (
  over: Socket,
  servername: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Handshake> => {
  const secureContext = await trust();
  return new Promise((resolve, reject) => {
    const socket = secureOver({
      socket: over,
      secureContext,
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
      // An address is no server name (RFC 6066), but the certificate must still be for it.
      ...(isIP(servername) ? { host: servername } : { servername }),
    });
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      act();
    };
    const giveUp = (act: () => void): void =>
      settle(() => {
        socket.destroy();
        over.destroy();
        act();
      });
    const timer = setTimeout(() => giveUp(() => resolve({ outcome: 'handshake-timeout' })), timeoutMs);
    const abort = (): void => giveUp(() => reject(interrupted()));
    signal.addEventListener('abort', abort, { once: true });
    const failed = (error: unknown): void =>
      giveUp(() => resolve({ outcome: 'handshake-failed', code: errnoOf(error) ?? 'EPROTO' }));
    socket.on('error', failed);
    over.once('close', () => failed({ code: 'ECONNRESET' }));
    socket.once('secureConnect', () =>
      settle(() => {
        const chain = chainOf(socket);
        if (socket.authorized) resolve({ outcome: 'secure', socket, chain });
        else resolve({ outcome: 'untrusted', socket, chain, code: verificationCode(socket) });
      }),
    );
    if (signal.aborted) abort();
  });
};

/** Typed as an Error; it is the code as text for OpenSSL's refusals and for a wrong name. */
const verificationCode = ({ authorizationError }: TLSSocket): string => {
  const reason: unknown = authorizationError;
  return typeof reason === 'string' ? reason : (errnoOf(reason) ?? 'UNKNOWN');
};

const MOST_CERTIFICATES = 10;
const NAME_CHARS = 500;

const chainOf = (socket: TLSSocket): readonly Certificate[] => {
  const seen = new Set<string>();
  const chain: Certificate[] = [];
  // Typed as always there; Node gives an empty object or none when the peer showed no certificate.
  let next: Partial<DetailedPeerCertificate> | undefined = socket.getPeerCertificate(true);
  // A self-signed authority names itself as its issuer.
  while (next?.fingerprint256 !== undefined && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256);
    if (chain.length < MOST_CERTIFICATES) chain.push(certificateOf(next, next.fingerprint256));
    next = next.issuerCertificate;
  }
  return chain;
};

const certificateOf = (one: Partial<DetailedPeerCertificate>, fingerprint: string): Certificate => ({
  subject: nameOf(one.subject),
  issuer: nameOf(one.issuer),
  validFrom: timeOf(one.valid_from),
  validTo: timeOf(one.valid_to),
  fingerprint,
});

/** 'CN=example.org, O=Example': a part may be there several times. */
const nameOf = (parts: object | undefined): string =>
  Object.entries(parts ?? {})
    .flatMap(([key, value]) => [value].flat().map((one) => `${key}=${one}`))
    .join(', ')
    .slice(0, NAME_CHARS);

const timeOf = (text = ''): string => {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text.slice(0, NAME_CHARS) : time.toISOString();
};
