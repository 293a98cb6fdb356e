/** Who we are at Atlassian's: the same for Jira and for Jira Service Management. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

export const atlassianSettings = {
  ...httpSettings,
  secret: secretSource.meta({ description: 'an API token, or a personal access token where auth is bearer' }),
  auth: z
    .enum(['basic', 'bearer'])
    .default('basic')
    .meta({ description: "bearer: a Data Center's personal access token, or OAuth" }),
  email: z.string().min(3).optional().meta({ description: 'of the account whose API token it is' }),
  fields: z
    .record(z.string().regex(/^\w+$/), z.json())
    .default({})
    .meta({ description: 'values of fields that the site wants, by their id: customfield_10010' }),
};

export const hasEmail = ({
  auth,
  email,
}: {
  readonly auth: 'basic' | 'bearer';
  readonly email?: string | undefined;
}): boolean => auth === 'bearer' || email !== undefined;

export const NO_EMAIL = { path: ['email'], error: 'is needed with an API token' };

export const authorizeWith =
  ({ auth, email = '' }: { readonly auth: 'basic' | 'bearer'; readonly email?: string | undefined }) =>
  (secret: string): Readonly<Record<string, string>> => ({
    Authorization:
      auth === 'bearer'
        ? `Bearer ${secret}`
        : `Basic ${Buffer.from(`${email}:${secret}`).toString('base64')}`,
  });
