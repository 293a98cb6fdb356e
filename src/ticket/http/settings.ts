/** What the configuration says about a desk that is spoken to over HTTP. Never a secret: only where it is to be had. */
import { z } from 'zod';

const ms = z.number().int().positive().max(600_000);

/** Keys that all such desks have. */
export const httpSettings = {
  url: z.string().superRefine((text, context) => {
    const why = whyNotUrl(text);
    if (why !== undefined) context.addIssue({ code: 'custom', message: why });
  }),
  allowPlainHttp: z
    .boolean()
    .default(false)
    .meta({ description: 'send over http:// to another computer: everybody on the way can read it' }),
  privateNetwork: z
    .boolean()
    .default(false)
    .meta({ description: 'the name leads into a private network: a desk of the own house' }),
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
};

const schema = z.object(httpSettings);

/** With its defaults. */
export type HttpSettings = z.output<typeof schema>;

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
