/** What the configuration says about a desk that somebody else wrote. What else stands there is for that desk. */
import { isAbsolute } from 'node:path';
import { z } from 'zod';

export const moduleSettings = z.looseObject({
  kind: z.literal('module'),
  path: z
    .string()
    .refine(isAbsolute, 'must be a whole path')
    .meta({ description: 'the whole path of the .mjs file that makes the desk' }),
});

export type ModuleSettings = z.input<typeof moduleSettings>;
