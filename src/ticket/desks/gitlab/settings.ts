/** What the configuration says about a project on GitLab. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

const label = z.string().regex(/^[^,]+$/);

export const gitlabSettings = z.strictObject({
  kind: z.literal('gitlab'),
  ...httpSettings,
  url: httpSettings.url.default('https://gitlab.com'),
  secret: secretSource.meta({ description: 'an access token with the scope api' }),
  auth: z.enum(['token', 'bearer']).default('token').meta({ description: 'bearer: OAuth' }),
  project: z
    .union([z.string().min(1), z.number().int().positive().transform(String)])
    .meta({ description: 'GROUP/NAME, or its number' }),
  labels: z.array(label).default(['techsupport']),
  confidential: z
    .boolean()
    .default(true)
    .meta({ description: 'only members of the project read the ticket and its report' }),
  levels: z.array(label).default([]).meta({ description: 'labels of the second, third … line of support' }),
});

export type GitlabSettings = z.input<typeof gitlabSettings>;
