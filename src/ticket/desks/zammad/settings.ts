/** What the configuration says about a Zammad. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

const name = z.string().min(1);

export const zammadSettings = z.strictObject({
  kind: z.literal('zammad'),
  ...httpSettings,
  secret: secretSource.meta({ description: 'an access token of Zammad' }),
  auth: z.enum(['token', 'bearer']).default('token').meta({ description: 'bearer: OAuth' }),
  group: name,
  customer: name.optional().meta({ description: 'e-mail address for tickets of people who give none' }),
  keyField: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .optional()
    .meta({ description: 'a text attribute of tickets for the key; without one it stands in the title' }),
  priorities: z
    .strictObject({ low: name, normal: name, high: name, urgent: name })
    .default({ low: '1 low', normal: '2 normal', high: '3 high', urgent: '3 high' })
    .meta({ description: "the site's names" }),
  states: z
    .strictObject({ open: name, closed: name })
    .default({ open: 'open', closed: 'closed' })
    .meta({ description: "the site's names" }),
  tags: z.array(z.string().regex(/^[^,]+$/)).default(['techsupport']),
  fields: z
    .record(z.string().regex(/^\w+$/), z.json())
    .default({})
    .meta({ description: 'values of attributes that the site wants' }),
  levels: z.array(name).default([]).meta({ description: 'groups of the second, third … line of support' }),
  maxReportBytes: z
    .number()
    .int()
    .positive()
    .max(100 * 1024 * 1024)
    .default(20 * 1024 * 1024)
    .meta({ description: 'a larger report stays here' }),
});

export type ZammadSettings = z.input<typeof zammadSettings>;
