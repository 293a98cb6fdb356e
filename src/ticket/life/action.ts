/** What a person asks for after a ticket is made. Each lies on the disk before the desk hears of it. */
import { z } from 'zod';

const text = z.string().max(20_000);

export const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('comment'), text }),
  z.strictObject({
    kind: z.literal('attach'),
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('escalate'), level: z.number().int().min(2).max(9), text }),
  z.strictObject({ kind: z.literal('close'), solved: z.boolean(), text }),
  z.strictObject({ kind: z.literal('reopen'), text }),
  z.strictObject({ kind: z.literal('rate'), stars: z.number().int().min(1).max(5), text }),
]);

export type Action = Readonly<z.infer<typeof action>>;
export type ActionKind = Action['kind'];
