/** What a failed conversation with a mail server means for the ticket. */

import { messageOf } from '../../../durable-files.ts';
import type { Failed, Failure, FailureCode } from '../../desk.ts';
import { isCertificate, troubleOf } from '../../http/trouble.ts';
import { plainLine, withoutSecrets } from '../../plain.ts';

export interface Moment {
  /** The whole mail was handed over: from then on only a clear "no" of the server is a "no". */
  readonly handedOver: boolean;
  readonly secrets: readonly string[];
}

type Class = Pick<Failure, 'code' | 'again'>;

export const mailTrouble = (error: unknown, { handedOver, secrets }: Moment): Failed => {
  const reply = replyOf(error);
  const detail = plainLine(withoutSecrets(messageOf(error), secrets), 300);
  // Anything else than an answer to the mail itself (a fragment, a "no" to something before) decides nothing.
  const isClear = reply >= 400 && reply < 600 && (!handedOver || text(error, 'code') === 'EMESSAGE');
  if (isClear) return failed(refusal(error, reply), 'not-received', detail);
  if (handedOver) return failed({ code: 'mail-unclear', again: 'person' }, 'unclear', detail);
  return failed(beforeHandOver(error), 'not-received', detail);
};

/** RFC 5321, and the enhanced codes of RFC 3463 where the plain ones mean too much. */
const refusal = (error: unknown, reply: number): Class => {
  const said = text(error, 'response');
  if (text(error, 'command') === 'STARTTLS') return { code: 'no-tls', again: 'later' };
  if (reply < 500) return { code: 'desk-trouble', again: 'later' };
  if (reply === 552 || /^\d{3}[ -]5\.3\.4\b/.test(said)) return { code: 'too-large', again: 'person' };
  if (reply === 530 || reply === 534 || reply === 535 || text(error, 'code') === 'EAUTH') {
    return { code: 'unauthorized', again: 'person' };
  }
  return { code: 'rejected', again: 'person' };
};

const beforeHandOver = (error: unknown): Class => {
  const { originalCode, code } = { originalCode: text(error, 'originalCode'), code: text(error, 'code') };
  if (isCertificate(originalCode || code) && code !== 'EPROTOCOL') return { code: 'tls', again: 'later' };
  switch (code) {
    case 'EAUTH':
      return { code: 'unauthorized', again: 'person' };
    case 'ETLS':
      return { code: 'no-tls', again: 'later' };
    case 'ETIMEDOUT':
      return { code: 'timeout', again: 'soon' };
    case 'ESTREAM':
      return { code: 'bundle-changed', again: 'person' };
    case 'EPROTOCOL':
      return { code: 'not-smtp', again: 'later' };
    case 'EENVELOPE':
    case 'EMESSAGE':
      return { code: 'not-smtp', again: 'later' };
    default:
      return { code: 'mail-broken', again: 'soon' };
  }
};

/** Of a connection that was never there: nothing has left. */
export const dialTrouble = (error: unknown): Failed => {
  const { code, again, detail } = troubleOf(error);
  return failed({ code, again }, 'not-received', plainLine(detail, 300));
};

export const failed = ({ code, again }: Class, certainty: Failure['certainty'], detail: string): Failed => ({
  status: 'failed',
  failure: { code, certainty, again, detail },
});

export const notReceived = (code: FailureCode, again: Failure['again'], detail: string): Failed =>
  failed({ code, again }, 'not-received', detail);

const text = (error: unknown, name: string): string => {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
};

const replyOf = (error: unknown): number => {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, 'responseCode') : undefined;
  return typeof value === 'number' ? value : 0;
};
