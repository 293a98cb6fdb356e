/**
 * What a support agent asks the computer for, in a reply (docs/requests.md). It is only ever shown, unless it bears
 * the signature of the key that the person has configured; and then it is asked about before anything is done.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Message } from '../desk.ts';

export interface ProbeRequest {
  /** As they stand there; whether there are such is for the caller to see. */
  readonly modules: readonly string[];
  readonly signature?: string;
  /** Of its message, in the order of the conversation. */
  readonly at?: string;
  readonly author: string;
}

const REQUEST = /^[>\s]*techsupport-request:[ \t]+check((?:[ \t]+[a-z][a-z-]{0,40}){0,20})[ \t]*$/m;
const SIGNATURE = /^[>\s]*techsupport-signature:[ \t]+([0-9a-f]{64})[ \t]*$/m;

/** The newest one that was not answered yet; what is quoted in a reply of ours is none. */
export const requestIn = (messages: readonly Message[]): ProbeRequest | undefined => {
  const found = messages.flatMap((message, at) => {
    const request = requestOf(message);
    return request === undefined ? [] : [{ request, at }];
  });
  const last = found.at(-1);
  const isAnswered =
    last !== undefined && messages.slice(last.at + 1).some((later) => isAnswer(later, last.request));
  return isAnswered ? undefined : last?.request;
};

/** The first line of an answer. */
export const answerTo = ({ modules }: Pick<ProbeRequest, 'modules'>): string =>
  ['techsupport-answer: check', ...modules].join(' ');

/** Some desks keep the marks that we put before what could be markup. */
const isAnswer = ({ from, text }: Message, request: ProbeRequest): boolean =>
  from === 'us' && text.replace(/[\\`]/g, '').split('\n').includes(answerTo(request));

const requestOf = ({ text, from, at, author }: Message): ProbeRequest | undefined => {
  if (from === 'us') return undefined;
  const [, modules] = REQUEST.exec(text) ?? [];
  if (modules === undefined) return undefined;
  const [, signature] = SIGNATURE.exec(text) ?? [];
  return {
    modules: modules.trim() === '' ? [] : modules.trim().split(/[ \t]+/),
    author,
    ...(at !== undefined && { at }),
    ...(signature !== undefined && { signature }),
  };
};

/** HMAC-SHA256 over `KEY check MODULE MODULE …`: for this ticket and these modules alone. */
export const signatureOf = (secret: string, key: string, modules: readonly string[]): string =>
  createHmac('sha256', secret)
    .update([key, 'check', ...modules].join(' '))
    .digest('hex');

export const isSigned = ({ modules, signature }: ProbeRequest, secret: string, key: string): boolean =>
  signature !== undefined &&
  timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(signatureOf(secret, key, modules), 'hex'));
