/** The finished run whose path is marked: the last one, or one that a file holds. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { treeWords } from '../../language/tree.ts';
import { oneLine } from '../../output/untrusted.ts';
import { lastJournal } from '../journal.ts';
import type { TreeOptions } from '../tree.ts';

export interface Run {
  /** A complaint or a module. */
  readonly complaint: string;
  readonly path: readonly Readonly<Record<string, unknown>>[];
}

const MAX_BYTES = 16 * 1024 * 1024;

export const runOf = ({ last, run }: Pick<TreeOptions, 'last' | 'run'>): Run | undefined => {
  if (run !== undefined) return runIn(run);
  if (last === undefined) return undefined;
  const journal = lastJournal();
  if (journal !== undefined) return journal;
  throw told((words) => ({ message: words.noRun, hint: words.noRunHint }));
};

const walked = z.object({
  complaint: z.string(),
  path: z.array(z.record(z.string(), z.unknown())),
});

/** The journal itself, or a report that holds one. */
const runIn = (file: string): Run => {
  let content: unknown;
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length > MAX_BYTES) throw new Error('E2BIG');
    content = JSON.parse(text);
  } catch (cause) {
    throw badRun(file, () => (cause instanceof Error ? cause.message : String(cause)), cause);
  }
  const read = z.union([walked, z.object({ diagnosis: walked })]).safeParse(content);
  if (!read.success) throw badRun(file, ({ noPath }) => noPath);
  return 'diagnosis' in read.data ? read.data.diagnosis : read.data;
};

type Words = ReturnType<typeof treeWords>;

const badRun = (file: string, why: (words: Words) => string, cause?: unknown): UserError =>
  told(
    (words) => ({ message: words.badRun(oneLine(file), oneLine(why(words))), hint: words.badRunHint }),
    cause,
  );

const told = (
  say: (words: Words) => { readonly message: string; readonly hint: string },
  cause?: unknown,
): UserError => {
  const { message, hint } = say(treeWords('en'));
  return new UserError('E_RUN', message, hint, { exitCode: EXIT.usage, ru: say(treeWords('ru')), cause });
};
