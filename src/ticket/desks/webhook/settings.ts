/** What the configuration says about a webhook desk. Never a secret: only where it is to be had. */
import { z } from 'zod';
import { secretSource as secret } from '../../secret-source.ts';

const ms = z.number().int().positive().max(600_000);

export const webhookSettings = z.strictObject({
  kind: z.literal('webhook').default('webhook'),
  url: z.string().superRefine((text, context) => {
    const why = whyNotUrl(text);
    if (why !== undefined) context.addIssue({ code: 'custom', message: why });
  }),
  auth: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('bearer'), secret }),
      z.strictObject({ kind: z.literal('hmac'), secret }),
    ])
    .default({ kind: 'none' }),
  deduplicates: z
    .boolean()
    .default(true)
    .meta({ description: 'the receiver takes an Idempotency-Key it knows as the same ticket' }),
  lookup: z
    .boolean()
    .default(false)
    .meta({ description: 'ask GET URL?key=KEY before anything is sent again' }),
  allowPlainHttp: z
    .boolean()
    .default(false)
    .meta({ description: 'send over http:// to another computer: everybody on the way can read it' }),
  caFile: z.string().optional().meta({ description: "PEM file of authorities beside the system's" }),
  proxy: z
    .string()
    .optional()
    .meta({ description: "a proxy's URL, or 'none'; otherwise the environment decides" }),
  connectTimeoutMs: ms.default(10_000),
  answerTimeoutMs: ms
    .default(30_000)
    .meta({ description: 'for the head of the answer, and again for its body' }),
  secretTimeoutMs: ms.default(30_000),
});

/** As in the configuration file. */
export type WebhookSettings = z.input<typeof webhookSettings>;
/** With its defaults. */
export type Webhook = z.output<typeof webhookSettings>;

const whyNotUrl = (text: string): string | undefined => {
  if (!URL.canParse(text)) return 'not a URL';
  const { protocol, username, password, hash } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https:// or http://';
  if (username !== '' || password !== '') return 'must not hold a password: use auth';
  return hash === '' ? undefined : 'must not have a # part';
};

/** Without the query, which may hold what is not for every eye. */
export const targetOf = (url: string): string => {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
};

export const isLoopback = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
