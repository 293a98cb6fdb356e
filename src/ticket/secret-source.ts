/** Where a secret is to be had: a configuration never holds one. */
import { z } from 'zod';

export const secretSource = z
  .union([
    z.strictObject({ env: z.string().min(1) }),
    z.strictObject({ command: z.tuple([z.string().min(1)], z.string()) }),
    z.strictObject({ file: z.string().min(1) }),
  ])
  .meta({
    description:
      'an environment variable; a command (no shell) or a file of mode 0600 whose first line it is',
  });
