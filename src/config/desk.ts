/** What may stand under `desk`. */
import { z } from 'zod';

export const deskSchema: z.ZodType<Readonly<Record<string, unknown>>> = z.looseObject({});
