/** What the configuration says about a help desk that is a folder. */
import { isAbsolute } from 'node:path';
import { z } from 'zod';

export const fileSettings = z.strictObject({
  kind: z.literal('file'),
  folder: z
    .string()
    .refine(isAbsolute, 'must be a whole path')
    .meta({ description: 'the whole path of the folder, mostly of a share' }),
  mustHold: z
    .string()
    .regex(/^[^/\\]{1,255}$/)
    .optional()
    .meta({ description: 'the name of something in it that is seen only while the share is connected' }),
  answerTimeoutMs: z.number().int().positive().max(600_000).default(30_000),
});

export type FileSettings = z.input<typeof fileSettings>;
