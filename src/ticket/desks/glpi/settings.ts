/** What the configuration says about a GLPI. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

const id = z.number().int().positive();

export const glpiSettings = z.strictObject({
  kind: z.literal('glpi'),
  ...httpSettings,
  secret: secretSource.meta({ description: "a user's API token" }),
  appToken: secretSource
    .optional()
    .meta({ description: 'the token of the API client, where the site wants one' }),
  category: id.optional().meta({ description: 'number of the ITIL category' }),
  entity: z.number().int().nonnegative().optional().meta({ description: 'number of the entity' }),
  contentField: id
    .default(21)
    .meta({ description: 'number of the description among the search options of tickets' }),
  fields: z
    .record(z.string().regex(/^\w+$/), z.json())
    .default({})
    .meta({ description: 'values of fields that the site wants' }),
  levels: z
    .array(id)
    .default([])
    .meta({ description: 'numbers of the groups of the second, third … line of support' }),
});

export type GlpiSettings = z.input<typeof glpiSettings>;
