/** Where a secret is to be had: a configuration never holds one. */
import { z } from 'zod';

export const secretSource = z
  .union([
    z.strictObject({ env: z.string().min(1) }),
    z.strictObject({ command: z.tuple([z.string().min(1)], z.string()) }),
  ])
  .meta({ description: 'an environment variable, or a command (no shell) whose first line it is' });
