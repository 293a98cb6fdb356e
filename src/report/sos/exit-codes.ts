/** How the commands ended: the manifest of sos 4 tells it. */
import { z } from 'zod';
import type { SosTree } from './tree.ts';

const manifest = z.object({
  components: z.object({
    report: z.object({
      plugins: z.record(
        z.string(),
        z.object({
          commands: z.array(z.object({ filepath: z.string().nullish(), return_code: z.number().nullish() })),
        }),
      ),
    }),
  }),
});

/** By path. Empty where there is no manifest, or another one. */
export const exitCodes = (tree: SosTree): ReadonlyMap<string, number> => {
  const text = tree.text('sos_reports/manifest.json')?.text;
  const read = text === undefined ? undefined : manifest.safeParse(parsed(text));
  if (read?.success !== true) return new Map();
  return new Map(
    Object.values(read.data.components.report.plugins).flatMap(({ commands }) =>
      commands.flatMap(({ filepath, return_code: code }): [string, number][] =>
        typeof filepath === 'string' && typeof code === 'number' ? [[filepath, code]] : [],
      ),
    ),
  );
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
