/** What the configuration says about a service desk in Jira Service Management. */
import { z } from 'zod';
import { atlassianSettings, hasEmail, NO_EMAIL } from '../jira/auth.ts';

const id = z
  .union([z.string().regex(/^\d+$/), z.number().int().positive()])
  .transform(String)
  .pipe(z.string());
const name = z.string().min(1);

export const jsmSettings = z
  .strictObject({
    kind: z.literal('jsm'),
    ...atlassianSettings,
    serviceDesk: id.meta({ description: 'number of the service desk' }),
    requestType: id.meta({ description: 'number of the request type' }),
    transitions: z
      .strictObject({ close: name.optional(), reopen: name.optional(), escalate: name.optional() })
      .default({})
      .meta({ description: 'by name, where ours are not guessed from it' }),
  })
  .refine(hasEmail, NO_EMAIL);

export type JsmSettings = z.input<typeof jsmSettings>;
