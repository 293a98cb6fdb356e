/** One symbol for how well a module or a computer was. */
import { Chalk } from 'chalk';
import type { CheckStatus } from '../run.ts';

const MARKS = {
  unicode: { ok: '✔', warning: '▲', critical: '✖', unknown: '?', skipped: '–' },
  ascii: { ok: '+', warning: '!', critical: 'X', unknown: '?', skipped: '-' },
} as const;

const COLOURS = { ok: 'green', warning: 'yellow', critical: 'red' } as const;

export const healthMark = (
  status: CheckStatus,
  { colour, ascii }: { readonly colour: boolean; readonly ascii: boolean },
): string => {
  const mark = MARKS[ascii ? 'ascii' : 'unicode'][status];
  if (status === 'unknown' || status === 'skipped') return mark;
  return new Chalk({ level: colour ? 1 : 0 })[COLOURS[status]](mark);
};
