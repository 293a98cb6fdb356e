/** What the configuration says about an osTicket. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

const id = z.number().int().positive();

export const osticketSettings = z.strictObject({
  kind: z.literal('osticket'),
  ...httpSettings,
  secret: secretSource.meta({ description: 'an API key; it is good for one IP address' }),
  topic: id.optional().meta({ description: 'number of the help topic' }),
  email: z.string().min(3).optional().meta({ description: 'for tickets of people who give none' }),
  priorities: z
    .strictObject({ low: id, normal: id, high: id, urgent: id })
    .default({ low: 1, normal: 2, high: 3, urgent: 4 })
    .meta({ description: "the site's numbers" }),
  autorespond: z.boolean().default(false).meta({ description: 'osTicket sends a mail to the person' }),
  fields: z
    .record(z.string().regex(/^\w+$/), z.json())
    .default({})
    .meta({ description: 'values of fields that the site wants' }),
  maxReportBytes: z
    .number()
    .int()
    .nonnegative()
    .max(50 * 1024 * 1024)
    .default(10 * 1024 * 1024)
    .meta({ description: 'a larger report stays here, and the ticket says so' }),
});

export type OsticketSettings = z.input<typeof osticketSettings>;
