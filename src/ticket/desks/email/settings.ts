/** What the configuration says about a help desk that is a mailbox. */
import { z } from 'zod';
import { secretSource } from '../../secret-source.ts';

/** No quotes, no comments, no display name: nothing that could end a header or an envelope. */
export const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

const ms = z.number().int().positive().max(600_000);
const address = z.string().regex(ADDRESS, 'must be an address alone: support@example.com');

export const emailSettings = z.strictObject({
  kind: z.literal('email'),
  host: z
    .string()
    .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$|^[0-9A-Fa-f:.]{2,45}$/, 'not the name of a host')
    .meta({ description: 'the mail server that takes your mail' }),
  from: address.meta({ description: 'the address that the mail comes from' }),
  to: address.meta({ description: 'the address of the help desk' }),
  security: z.enum(['starttls', 'tls', 'plain']).default('starttls').meta({
    description: 'starttls (port 587), tls from the first byte (465), or plain to this computer (25)',
  }),
  port: z.number().int().min(1).max(65_535).optional(),
  user: z
    .string()
    .min(1)
    .max(320)
    .optional()
    .meta({ description: 'the account at the mail server; empty where it asks for none', ask: true }),
  secret: secretSource.optional().meta({ description: 'the password of that account' }),
  allowPlainSmtp: z
    .boolean()
    .default(false)
    .meta({ description: 'plain to another computer: everybody on the way can read ticket and password' }),
  privateNetwork: z
    .boolean()
    .default(false)
    .meta({ description: 'the name leads into a private network: a mail server of the own house' }),
  caFile: z.string().optional().meta({ description: "PEM file of authorities beside the system's" }),
  connectTimeoutMs: ms.default(10_000),
  answerTimeoutMs: ms
    .default(60_000)
    .meta({ description: 'to wait without progress; some servers look for viruses before they answer' }),
  secretTimeoutMs: ms.default(30_000),
});

export type EmailSettings = z.input<typeof emailSettings>;
/** With its defaults. */
export type Mailbox = z.output<typeof emailSettings>;

const PORTS = { starttls: 587, tls: 465, plain: 25 } as const;

export const portOf = ({ port, security }: Mailbox): number => port ?? PORTS[security];

export const isLoopbackHost = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
