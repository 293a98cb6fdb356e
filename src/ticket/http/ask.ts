/** The three kinds of requests to a desk: a look, a change, and a change whose answer matters. */
import { z } from 'zod';
import type { DeskOptions, Done, Failed, FailureCode, Found, Looked } from '../desk.ts';
import { type Answer, contentOf, isSuccess, lookFailed } from './answer.ts';
import { type Call, type Client, isFailed } from './client.ts';
import { refusalInWords } from './said.ts';

export interface Asker {
  look<S extends z.ZodType>(call: Call, schema: S, options: DeskOptions): Promise<Looked<z.output<S>>>;
  send<S extends z.ZodType>(call: Call, schema: S, options: DeskOptions): Promise<Looked<z.output<S>>>;
  change(call: Call, options: DeskOptions): Promise<Done>;
}

export const makeAsker = (client: Client, refused: (answer: Answer) => Failed = refusalInWords): Asker => {
  const send: Asker['send'] = async (call, schema, options) => {
    const answer = await client.call(call, options);
    if (isFailed(answer)) return answer;
    return isSuccess(answer) ? contentOf(answer, schema) : refused(answer);
  };
  return {
    send,
    look: async (call, schema, options) => {
      const content = await send(call, schema, options);
      return content.status === 'ok' ? content : lookFailed(content);
    },
    change: async (call, options) => done(await send(call, z.unknown(), options)),
  };
};

export const done = (looked: Looked<unknown>): Done => (looked.status === 'ok' ? { status: 'done' } : looked);

/** Another name for the same failure, where the desk's status means more than it says. */
export const named = (
  result: Failed,
  from: readonly FailureCode[],
  code: FailureCode,
  about: string,
): Failed =>
  from.includes(result.failure.code)
    ? {
        status: 'failed',
        failure: { ...result.failure, code, again: 'person', detail: `${about}: ${result.failure.detail}` },
      }
    : result;

/** The lowest number is the one that counts. */
export const foundAmong = (
  ids: readonly string[],
  urlOf: (id: string) => string | undefined = () => undefined,
): Found => {
  const sorted = [...new Set(ids)].sort(byNumber);
  const [id, ...others] = sorted;
  if (id === undefined) return { status: 'none' };
  const url = urlOf(id);
  return {
    status: 'found',
    id,
    existing: true,
    ...(url !== undefined && { url }),
    ...(others.length > 0 && { others }),
  };
};

/** `SUP-9` is before `SUP-10`. */
const byNumber = (a: string, b: string): number =>
  Number(/\d+$/.exec(a)?.[0] ?? 0) - Number(/\d+$/.exec(b)?.[0] ?? 0) || (a < b ? -1 : 1);
