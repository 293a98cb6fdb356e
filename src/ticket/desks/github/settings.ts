/** What the configuration says about a repository on GitHub. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

export const githubSettings = z.strictObject({
  kind: z.literal('github'),
  ...httpSettings,
  url: httpSettings.url.default('https://api.github.com').meta({
    description: 'of the API; https://HOST/api/v3 for an Enterprise Server',
  }),
  secret: secretSource.meta({ description: 'a token that may read and write issues' }),
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .meta({ description: 'OWNER/NAME' }),
  labels: z
    .array(z.string().min(1))
    .default(['techsupport'])
    .meta({ description: 'dropped in silence where the token may not push' }),
  levels: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: 'labels of the second, third … line of support' }),
});

export type GithubSettings = z.input<typeof githubSettings>;
