/** What the configuration says about a webhook desk. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource as secret } from '../../secret-source.ts';

export const webhookSettings = z.strictObject({
  kind: z.literal('webhook'),
  ...httpSettings,
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
  lookup: z.boolean().default(false).meta({ description: 'ask GET URL?key=KEY before anything is sent' }),
});

/** As in the configuration file. */
export type WebhookSettings = z.input<typeof webhookSettings>;
