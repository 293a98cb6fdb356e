/** Requests to one desk: only ever to the configured address, with its secret, and with an end to every wait. */
import type { Readable } from 'node:stream';
import { request } from 'undici';
import type { DeskOptions, Failed, Failure } from '../desk.ts';
import { plainLine, withoutSecrets } from '../plain.ts';
import { readSecret, type SecretSource } from '../secret.ts';
import type { Answer } from './answer.ts';
import { connect } from './connection.ts';
import { type HttpSettings, isLoopback } from './settings.ts';
import { troubleOf } from './trouble.ts';

export interface DeskEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly toolVersion: string;
  readonly nowMs?: () => number;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Beneath the configured URL: 'REST/2.0/ticket'. Parts from outside are encoded by the caller. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: Body;
  /** Bytes; a longer answer counts as none. */
  readonly maxAnswerBytes?: number;
  /** Headers that depend on the secret, beside those of the client. */
  readonly sign?: (secret: string | undefined) => Promise<Readonly<Record<string, string>>>;
  /** Values that must not be seen in what is told of the answer. */
  readonly secrets?: readonly string[];
}

export interface Body {
  readonly contentType: string;
  readonly bytes: number;
  /** `onChunk` tells that it goes on. */
  stream(onChunk?: () => void): Readable;
}

export interface ClientSettings extends HttpSettings {
  readonly secret?: SecretSource | undefined;
}

export interface Client {
  call(call: Call, options: DeskOptions): Promise<Answer | Failed>;
  /** The same without the secret, for a person to read. */
  describe(call: Call): { method: string; url: string; headers: Readonly<Record<string, string>> };
}

const MAX_ANSWER_BYTES = 1024 * 1024;

export const isFailed = (answer: object): answer is Failed => 'failure' in answer;

export const makeClient = (
  settings: ClientSettings,
  environment: DeskEnvironment,
  /** Headers that carry the secret. */
  authorize: (secret: string) => Readonly<Record<string, string>> = () => ({}),
): Client => {
  const own = { 'User-Agent': `techsupport/${environment.toolVersion}`, Accept: 'application/json' };
  return {
    call: (call, options) => exchange({ settings, environment, authorize, own }, call, options),
    describe: (call) => ({
      method: call.method,
      url: urlOf(settings, call),
      headers: {
        ...own,
        ...(settings.secret !== undefined && authorize('***')),
        ...call.headers,
        ...(call.json !== undefined && { 'Content-Type': 'application/json' }),
        ...(call.body !== undefined && { 'Content-Type': call.body.contentType }),
      },
    }),
  };
};

interface Context {
  readonly settings: ClientSettings;
  readonly environment: DeskEnvironment;
  readonly authorize: (secret: string) => Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, string>>;
}

/** Built from the configured address and never from an answer; a path cannot leave it. */
const urlOf = ({ url }: HttpSettings, { path, query = {} }: Call): string => {
  const target = new URL(url);
  if (path !== '') target.pathname = `${target.pathname.replace(/\/+$/, '')}/${path}`;
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  return target.href;
};

const exchange = async (
  { settings, environment, authorize, own }: Context,
  call: Call,
  { signal }: DeskOptions,
): Promise<Answer | Failed> => {
  const { env, nowMs = () => Date.now() } = environment;
  if (settings.url.startsWith('http:') && !settings.allowPlainHttp && !isLoopback(settings.url)) {
    return failed('misconfigured', 'http:// without allowPlainHttp');
  }
  const secret =
    settings.secret === undefined
      ? undefined
      : await readSecret(settings.secret, { env, timeoutMs: settings.secretTimeoutMs, signal });
  if (secret?.status === 'failed') return secret;
  const carried = secret === undefined ? {} : authorize(secret.secret);
  const secrets = [
    ...(secret === undefined ? [] : [secret.secret]),
    ...Object.values(carried),
    ...Object.values(carried).map((value) => value.slice(value.indexOf(' ') + 1)),
    ...(call.secrets ?? []),
  ];
  const connection = await connect(settings, env);
  if (connection.status === 'failed') return connection;
  const { agent } = connection;
  // For what has a beginning and no end: an upload nobody reads, an answer that drips.
  const stall = new AbortController();
  const timer = setTimeout(() => stall.abort(), settings.answerTimeoutMs);
  try {
    const content = contentOf(call, () => timer.refresh());
    const headers = { ...own, ...carried, ...content.headers, ...call.headers };
    const signed = call.sign === undefined ? {} : await call.sign(secret?.secret);
    timer.refresh();
    const response = await request(urlOf(settings, call), {
      method: call.method,
      headers: { ...headers, ...signed },
      dispatcher: agent,
      signal: AbortSignal.any([signal, stall.signal]),
      ...(content.body !== undefined && { body: content.body }),
    });
    timer.refresh();
    const text = await readAnswer(response.body, call.maxAnswerBytes ?? MAX_ANSWER_BYTES);
    const headersRead = Object.entries(response.headers).map(([name, value]) => [
      name,
      withoutSecrets(String(value), secrets),
    ]);
    return {
      status: response.statusCode,
      headers: Object.fromEntries(headersRead),
      text: text && withoutSecrets(text, secrets),
      nowMs: nowMs(),
    };
  } catch (error) {
    if (signal.aborted) return failed('interrupted', 'interrupted', 'unclear', 'soon');
    if (stall.signal.aborted) {
      return failed('timeout', `no progress for ${settings.answerTimeoutMs / 1000} s`, 'unclear', 'soon');
    }
    const { code, certainty, again, detail } = troubleOf(error);
    return failed(code, plainLine(withoutSecrets(detail, secrets), 300), certainty, again);
  } finally {
    clearTimeout(timer);
    await agent.destroy().catch(() => {});
  }
};

const contentOf = (
  { json, body }: Call,
  onChunk: () => void,
): { headers: Readonly<Record<string, string>>; body?: string | Readable } => {
  if (json !== undefined) {
    return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(json) };
  }
  if (body === undefined) return { headers: {} };
  return {
    headers: { 'Content-Type': body.contentType, 'Content-Length': String(body.bytes) },
    body: body.stream(onChunk),
  };
};

const readAnswer = async (body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string | undefined> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
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
