/** What the configuration says about a ServiceNow. */
import { z } from 'zod';
import { httpSettings } from '../../http/settings.ts';
import { secretSource } from '../../secret-source.ts';

const sysId = z.string().regex(/^[0-9a-f]{32}$/);
const column = z.string().regex(/^[a-z][a-z0-9_]*$/);

export const servicenowSettings = z
  .strictObject({
    kind: z.literal('servicenow'),
    ...httpSettings,
    secret: secretSource.meta({ description: 'a password, or an OAuth token where auth is bearer' }),
    auth: z.enum(['basic', 'bearer']).default('basic'),
    user: z
      .string()
      .regex(/^[^:]+$/)
      .optional()
      .meta({ description: 'whose password it is' }),
    table: column.default('incident'),
    group: sysId.optional().meta({ description: 'sys_id of the group that gets new tickets' }),
    caller: sysId.optional().meta({ description: 'sys_id of the user on whose behalf' }),
    categories: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: "the site's category for each of our modules: drivers: hardware" }),
    fields: z
      .record(column, z.json())
      .default({})
      .meta({ description: 'values of fields that the site wants' }),
    closeCode: z.string().min(1).default('Solved (Permanently)'),
    levels: z
      .array(sysId)
      .default([])
      .meta({ description: 'sys_ids of the groups of the second, third … line of support' }),
  })
  .refine(({ auth, user }) => auth === 'bearer' || user !== undefined, {
    path: ['user'],
    error: 'is needed with a password',
  });

export type ServicenowSettings = z.input<typeof servicenowSettings>;
