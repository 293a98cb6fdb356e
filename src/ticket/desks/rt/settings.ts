/** What the configuration says about a Request Tracker. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

export const rtSettings = z.strictObject({
  kind: z.literal('rt'),
  ...httpSettings,
  secret: secretSource.meta({ description: 'an authentication token of RT' }),
  queue: z.string().min(1),
  keyField: z.string().min(1).default('ExternalId').meta({ description: 'the custom field for the key' }),
  categoryField: z.string().min(1).optional().meta({ description: 'a custom field for the category' }),
  levels: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: 'queues of the second, third … line of support' }),
});

export type RtSettings = z.input<typeof rtSettings>;
