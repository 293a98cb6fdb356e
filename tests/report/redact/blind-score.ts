/** How much of the blind list a redactor hides, and which of its control lines it leaves whole. */
import { MAC, WINDOWS } from './blind-desktops.ts';
import { KEPT } from './blind-kept.ts';
import { LETTERS } from './blind-letters.ts';
import { PROGRAMS } from './blind-programs.ts';
import { DESKS, KEPT_TOO } from './blind-second-desks.ts';
import { TOOLS } from './blind-second-tools.ts';
import { SYSTEM } from './blind-system.ts';
import { type Made, madeOf } from './blind-words.ts';

export interface BlindScore {
  /** Entries nothing of which is left. */
  readonly entries: number;
  readonly values: number;
  readonly kept: number;
  readonly of: { readonly entries: number; readonly values: number; readonly kept: number };
  /** What went wrong, for who mends it. */
  readonly wrong: readonly string[];
}

const LINES = [...SYSTEM, ...PROGRAMS, ...WINDOWS, ...MAC, ...LETTERS];

export const blindText = (seed: number): string =>
  [...madeOf(LINES, seed).map(({ text }) => text), ...KEPT].join('\n\n');

interface BlindList {
  readonly made: readonly Made[];
  readonly kept: readonly string[];
}

export const FIRST_LIST: BlindList = { made: LINES, kept: KEPT };
export const SECOND_LIST: BlindList = { made: [...TOOLS, ...DESKS], kept: KEPT_TOO };

export const scoreBlind = (
  seed: number,
  hide: (text: string) => string,
  { made, kept }: BlindList,
): BlindScore => {
  const lines = madeOf(made, seed);
  const out = hide([...lines.map(({ text }) => text), ...kept].join('\n\n'));
  const missed = lines.map(({ tool, values }) => ({
    tool,
    left: values.filter((value) => out.includes(value)),
  }));
  const lost = kept.filter((text) => !out.includes(text));
  const values = lines.reduce((sum, line) => sum + line.values.length, 0);
  return {
    entries: missed.filter(({ left }) => left.length === 0).length,
    values: values - missed.reduce((sum, { left }) => sum + left.length, 0),
    kept: kept.length - lost.length,
    of: { entries: lines.length, values, kept: kept.length },
    wrong: [
      ...missed.flatMap(({ tool, left }) => (left.length === 0 ? [] : [`${tool}: ${left.join(', ')}`])),
      ...lost.map((text) => `lost: ${text}`),
    ],
  };
};
