/** What a failed connection means for the ticket. */

import { errno, messageOf } from '../../durable-files.ts';
import type { Failure, FailureCode } from '../desk.ts';
import { PRIVATE_ADDRESS } from './connection.ts';

type Class = Pick<Failure, 'code' | 'certainty' | 'again'>;

const notReceived = (code: FailureCode, again: Failure['again'] = 'soon'): Class => ({
  code,
  certainty: 'not-received',
  again,
});
const unclear = (code: FailureCode, again: Failure['again'] = 'soon'): Class => ({
  code,
  certainty: 'unclear',
  again,
});

/** Errors that come before a byte of the request is on its way. */
const BEFORE_SENDING: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_FAIL: 'name-not-found',
  EAI_NODATA: 'name-not-found',
  ECONNREFUSED: 'refused',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
};

/** Errors that mean the same at any time, but only while connecting prove that nothing arrived. */
const ON_THE_WAY: Readonly<Record<string, FailureCode>> = {
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
};

const CERTIFICATE =
  /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|EPROTO|UND_ERR_PRX_TLS)/;
/** Of a certificate, or of the talk about keys. */
export const isCertificate = (code: string): boolean => CERTIFICATE.test(code);
const PROXY_ANSWER = /Proxy response \((\d+)\)|Proxy Authentication Required \((407)\)/;

/** `detail` is what the system said; the caller takes secrets out of it. */
export const troubleOf = (error: unknown): Class & { readonly detail: string } => {
  const code = errno(error);
  const proxy = PROXY_ANSWER.exec(messageOf(error));
  const detail = proxy ? `the proxy answered ${proxy[1] ?? proxy[2] ?? ''}` : describe(error);
  return { ...classOf(error, code, proxy !== null), detail };
};

const classOf = (error: unknown, code: string, fromProxy: boolean): Class => {
  if (fromProxy) return notReceived('proxy', 'later');
  const before = BEFORE_SENDING[code];
  if (before !== undefined) return notReceived(before);
  if (code === PRIVATE_ADDRESS) return notReceived('private-address', 'later');
  if (isCertificate(code)) return notReceived('tls', 'later');
  const way = ON_THE_WAY[code];
  if (way !== undefined) return isConnecting(error) ? notReceived(way) : unclear(way);
  return unclear('reset');
};

/** Several addresses tried at once give one error that holds theirs. */
const isConnecting = (error: unknown): boolean =>
  error instanceof AggregateError ||
  (error instanceof Error &&
    'syscall' in error &&
    (error.syscall === 'connect' || error.syscall === 'getaddrinfo'));

const describe = (error: unknown): string => {
  const code = errno(error);
  const message = messageOf(error);
  return code === '' || message.includes(code) ? message : `${code} ${message}`.trim();
};
