/** A desk of one's own: one documented HTTP request (docs/webhook.md). */
import { z } from 'zod';
import type { BundleFile, Desk, DeskOptions, Found, Outcome } from '../desk.ts';
import {
  type Answer,
  contentOf,
  failed,
  isSuccess,
  lookFailed,
  refusalOf,
  webAddress,
} from '../http/answer.ts';
import { type Call, type Client, type DeskEnvironment, isFailed, makeClient } from '../http/client.ts';
import { targetOf } from '../http/settings.ts';
import type { Ticket } from '../model.ts';
import { plainLine } from '../plain.ts';
import { makeBody } from './webhook/body.ts';
import { type WebhookSettings, webhookSettings } from './webhook/settings.ts';
import { EMPTY_DIGEST, sign } from './webhook/signature.ts';

/** Throws for settings that `webhookSettings` does not take: the configuration is checked before. */
export const makeWebhook = (settings: WebhookSettings, environment: DeskEnvironment): Desk => {
  const webhook = webhookSettings.parse(settings);
  const { auth } = webhook;
  const nowMs = environment.nowMs ?? (() => Date.now());
  const client = makeClient(
    { ...webhook, ...(auth.kind !== 'none' && { secret: auth.secret }) },
    environment,
    (secret) => (auth.kind === 'bearer' ? { Authorization: `Bearer ${secret}` } : {}),
  );
  const signed = (key: string, digest: () => Promise<string>): Pick<Call, 'sign'> =>
    auth.kind === 'hmac'
      ? {
          sign: async (secret = '') => ({
            'X-Techsupport-Signature': sign(secret, key, await digest(), nowMs()),
          }),
        }
      : {};
  return {
    name: 'webhook',
    target: targetOf(webhook.url),
    deduplicates: webhook.deduplicates,
    reports: 'with-ticket',
    preview: (ticket) => {
      const { method, url, headers } = client.describe({ method: 'POST', path: '' });
      const signature = auth.kind === 'hmac' ? { 'X-Techsupport-Signature': 't=***,v1=***' } : {};
      return {
        method,
        url: targetOf(url),
        headers: { 'Idempotency-Key': ticket.key, ...headers, ...signature },
        body: ticket,
      };
    },
    create: (ticket, bundle, options) => post(client, signed, ticket, bundle, options),
    ...(webhook.lookup && {
      find: (key: string, options: DeskOptions) => look(client, signed, key, options),
    }),
  };
};

type Signed = (key: string, digest: () => Promise<string>) => Pick<Call, 'sign'>;

const post = async (
  client: Client,
  signed: Signed,
  ticket: Ticket,
  bundle: BundleFile | undefined,
  options: DeskOptions,
): Promise<Outcome> => {
  const { key } = ticket;
  const body = makeBody(ticket, bundle);
  const call: Call = {
    method: 'POST',
    path: '',
    headers: { 'Idempotency-Key': key },
    body,
    maxAnswerBytes: MAX_RECEIPT_BYTES,
    ...signed(key, body.digest),
  };
  const answer = await client.call(call, options);
  return isFailed(answer) ? answer : understand(answer, key);
};

const MAX_RECEIPT_BYTES = 64 * 1024;

/** Anything else in it is of no interest. */
const receipt = z.object({
  id: z.union([z.string().min(1).max(200), z.number().int()]).optional(),
  url: z.string().max(2_000).optional().catch(undefined),
  key: z.string().max(200).optional(),
});

/** 409: it knows the key. */
export const understand = (answer: Answer, key: string): Outcome => {
  const { status } = answer;
  if (!isSuccess(answer) && status !== 409) return refusalOf(answer);
  const content = contentOf({ ...answer, status: 200 }, receipt);
  const found = content.status === 'ok' ? content.value : undefined;
  if (content.status === 'failed' && content.failure.code !== 'answer-unclear') return content;
  if (found === undefined || (found.id === undefined && found.key === undefined)) {
    return failed(
      answer,
      status === 409 ? 'conflict' : 'answer-unclear',
      'unclear',
      'later',
      answer.text ?? '',
    );
  }
  if (found.key !== undefined && found.key !== key) {
    return failed(answer, 'conflict', 'unclear', 'person', 'the answer names another key');
  }
  const url = webAddress(found.url);
  return {
    status: 'sent',
    id: plainLine(String(found.id ?? key), 200),
    ...(url !== undefined && { url }),
    existing: status === 409,
  };
};

const look = async (client: Client, signed: Signed, key: string, options: DeskOptions): Promise<Found> => {
  const answer = await client.call(
    {
      method: 'GET',
      path: '',
      query: { key },
      headers: { 'Idempotency-Key': key },
      maxAnswerBytes: MAX_RECEIPT_BYTES,
      ...signed(key, async () => EMPTY_DIGEST),
    },
    options,
  );
  return isFailed(answer) ? lookFailed(answer) : understandFound(answer, key);
};

/** "No such ticket" is an answer too. */
export const understandFound = (answer: Answer, key: string): Found => {
  if (answer.status === 404 || answer.status === 204) return { status: 'none' };
  if (answer.status === 409) return failed(answer, 'answer-unclear', 'not-received', 'later', 'to a look-up');
  const outcome = understand(answer, key);
  if (outcome.status === 'failed') return lookFailed(outcome);
  const named = contentOf(answer, receipt);
  if (named.status === 'failed' || named.value.key !== key) {
    return failed(answer, 'answer-unclear', 'not-received', 'later', 'the answer does not name the key');
  }
  return { ...outcome, status: 'found', existing: true };
};
