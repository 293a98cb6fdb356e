/** What the configuration says about a Freshdesk. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

const id = z.number().int().positive();
const customField = z.string().regex(/^cf_\w+$/);

export const freshdeskSettings = z.strictObject({
  kind: z.literal('freshdesk'),
  ...httpSettings,
  secret: secretSource.meta({ description: 'an API key of Freshdesk' }),
  email: z.string().min(3).optional().meta({ description: 'for tickets of people who give none' }),
  keyField: customField
    .optional()
    .meta({ description: 'a text field of tickets for the key; without one it is a tag' }),
  group: id.optional().meta({ description: 'number of the group that gets new tickets' }),
  type: z.string().min(1).optional(),
  tags: z.array(z.string().min(1).max(32)).default(['techsupport']),
  fields: z
    .record(customField, z.json())
    .default({})
    .meta({ description: 'values of custom fields that the site wants' }),
  levels: z
    .array(id)
    .default([])
    .meta({ description: 'numbers of the groups of the second, third … line of support' }),
});

export type FreshdeskSettings = z.input<typeof freshdeskSettings>;
