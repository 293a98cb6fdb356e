/** What the configuration says about a Zendesk. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

const id = z.number().int().positive();

export const zendeskSettings = z
  .strictObject({
    kind: z.literal('zendesk'),
    ...httpSettings,
    secret: secretSource.meta({ description: 'an API token, or an OAuth token where auth is bearer' }),
    auth: z.enum(['token', 'bearer']).default('token'),
    email: z.string().min(3).optional().meta({ description: 'of the agent whose API token it is' }),
    group: id.optional().meta({ description: 'number of the group that gets new tickets' }),
    tags: z.array(z.string().regex(/^\S+$/)).default(['techsupport']),
    fields: z
      .record(z.string().regex(/^\d+$/), z.json())
      .default({})
      .meta({ description: 'values of custom fields by their number, where the site wants them' }),
    levels: z
      .array(id)
      .default([])
      .meta({ description: 'numbers of the groups of the second, third … line of support' }),
  })
  .refine(({ auth, email }) => auth === 'bearer' || email !== undefined, {
    path: ['email'],
    error: 'is needed with an API token',
  });

export type ZendeskSettings = z.input<typeof zendeskSettings>;
