/** A desk of one's own: one documented HTTP request (docs/webhook.md). */
import type { Readable } from 'node:stream';
import { request } from 'undici';
import type { BundleFile, Desk, DeskOptions, Failure, Found, Outcome } from '../desk.ts';
import type { Ticket } from '../model.ts';
import { plainLine, withoutSecrets } from '../plain.ts';
import { readSecret } from '../secret.ts';
import { type Answer, MAX_ANSWER_BYTES, understand, understandFound } from './webhook/answer.ts';
import { makeBody } from './webhook/body.ts';
import { connect } from './webhook/connection.ts';
import {
  isLoopback,
  targetOf,
  type Webhook,
  type WebhookSettings,
  webhookSettings,
} from './webhook/settings.ts';
import { EMPTY_DIGEST, sign } from './webhook/signature.ts';
import { troubleOf } from './webhook/trouble.ts';

export interface WebhookEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly toolVersion: string;
  readonly nowMs?: () => number;
}

/** Throws for settings that `webhookSettings` does not take: the configuration is checked before. */
export const makeWebhook = (settings: WebhookSettings, environment: WebhookEnvironment): Desk => {
  const webhook = webhookSettings.parse(settings);
  const context: Context = { webhook, nowMs: () => Date.now(), ...environment };
  return {
    name: 'webhook',
    target: targetOf(webhook.url),
    deduplicates: webhook.deduplicates,
    send: (ticket, bundle, options) => post(context, ticket, bundle, options),
    ...(webhook.lookup && { find: (key: string, options: DeskOptions) => look(context, key, options) }),
  };
};

/** What `send` would do, without secrets: for a person to read before they agree. */
export const describeRequest = (settings: WebhookSettings, ticket: Ticket, toolVersion: string) => {
  const { url, auth } = webhookSettings.parse(settings);
  return {
    method: 'POST',
    url: targetOf(url),
    headers: {
      ...ownHeaders(ticket.key, toolVersion),
      ...(auth.kind === 'bearer' && { Authorization: 'Bearer ***' }),
      ...(auth.kind === 'hmac' && { 'X-Techsupport-Signature': 't=***,v1=***' }),
    },
    ticket,
    ...(ticket.bundle && { bundle: ticket.bundle }),
  } as const;
};

interface Context extends WebhookEnvironment {
  readonly webhook: Webhook;
  readonly nowMs: () => number;
}

interface Call {
  readonly method: 'POST' | 'GET';
  readonly url: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly digest: () => Promise<string>;
  readonly body?: (onChunk: () => void) => Readable;
}

const post = (
  context: Context,
  ticket: Ticket,
  bundle: BundleFile | undefined,
  options: DeskOptions,
): Promise<Outcome> => {
  const body = makeBody(ticket, bundle);
  const call: Call = {
    method: 'POST',
    url: context.webhook.url,
    key: ticket.key,
    headers: { 'Content-Type': body.contentType, 'Content-Length': String(body.bytes) },
    digest: body.digest,
    body: body.stream,
  };
  return exchange(context, call, options, (answer) => understand(answer, ticket.key));
};

const look = (context: Context, key: string, options: DeskOptions): Promise<Found> => {
  const url = new URL(context.webhook.url);
  url.searchParams.set('key', key);
  const call: Call = { method: 'GET', url: url.href, key, headers: {}, digest: async () => EMPTY_DIGEST };
  return exchange(context, call, options, (answer) => understandFound(answer, key));
};

const ownHeaders = (key: string, toolVersion: string) => ({
  'Idempotency-Key': key,
  'User-Agent': `techsupport/${toolVersion}`,
  Accept: 'application/json',
});

type Failed = { readonly status: 'failed'; readonly failure: Failure };

const exchange = async <T>(
  context: Context,
  call: Call,
  { signal }: DeskOptions,
  understood: (answer: Answer) => T | Failed,
): Promise<T | Failed> => {
  const { webhook, env } = context;
  if (webhook.url.startsWith('http:') && !webhook.allowPlainHttp && !isLoopback(webhook.url)) {
    return failed('misconfigured', 'http:// without allowPlainHttp');
  }
  const { auth } = webhook;
  const secret =
    auth.kind === 'none'
      ? undefined
      : await readSecret(auth.secret, { env, timeoutMs: webhook.secretTimeoutMs, signal });
  if (secret?.status === 'failed') return secret;
  const secrets = secret ? [secret.secret] : [];
  const connection = await connect(webhook, env);
  if (connection.status === 'failed') return connection;
  const { agent } = connection;
  // For what has a beginning and no end: an upload nobody reads, an answer that drips.
  const stall = new AbortController();
  const timer = setTimeout(() => stall.abort(), webhook.answerTimeoutMs);
  try {
    const headers: Record<string, string> = { ...call.headers, ...ownHeaders(call.key, context.toolVersion) };
    if (secret && auth.kind === 'bearer') headers.Authorization = `Bearer ${secret.secret}`;
    if (secret && auth.kind === 'hmac') {
      const signature = sign(secret.secret, call.key, await call.digest(), context.nowMs());
      headers['X-Techsupport-Signature'] = signature;
    }
    timer.refresh();
    const response = await request(call.url, {
      method: call.method,
      headers,
      dispatcher: agent,
      signal: AbortSignal.any([signal, stall.signal]),
      ...(call.body && { body: call.body(() => timer.refresh()) }),
    });
    timer.refresh();
    const text = await readAnswer(response.body);
    const headersRead = Object.entries(response.headers).map(([name, value]) => [
      name,
      withoutSecrets(String(value), secrets),
    ]);
    return understood({
      status: response.statusCode,
      headers: Object.fromEntries(headersRead),
      text: text && withoutSecrets(text, secrets),
      nowMs: context.nowMs(),
    });
  } catch (error) {
    if (signal.aborted) return failed('interrupted', 'interrupted', 'unclear', 'soon');
    if (stall.signal.aborted) {
      return failed('timeout', `no progress for ${webhook.answerTimeoutMs / 1000} s`, 'unclear', 'soon');
    }
    const { code, certainty, again, detail } = troubleOf(error);
    return failed(code, plainLine(withoutSecrets(detail, secrets), 300), certainty, again);
  } finally {
    clearTimeout(timer);
    await agent.destroy().catch(() => {});
  }
};

const readAnswer = async (body: AsyncIterable<Uint8Array>): Promise<string | undefined> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const failed = (
  code: Failure['code'],
  detail: string,
  certainty: Failure['certainty'] = 'not-received',
  again: Failure['again'] = 'later',
): Failed => ({ status: 'failed', failure: { code, certainty, again, detail } });
