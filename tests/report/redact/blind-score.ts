/** How much of the blind list a redactor hides, and which of its control lines it leaves whole. */
import { MAC, WINDOWS } from './blind-desktops.ts';
import { KEPT } from './blind-kept.ts';
import { LETTERS } from './blind-letters.ts';
import { PROGRAMS } from './blind-programs.ts';
import { SYSTEM } from './blind-system.ts';
import { type Line, madeOf } from './blind-words.ts';

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

export const blindText = (seed: number): string => textOf(madeOf(LINES, seed));

const textOf = (lines: readonly Line[]): string => [...lines.map(({ text }) => text), ...KEPT].join('\n\n');

export const scoreBlind = (seed: number, hide: (text: string) => string): BlindScore => {
  const lines = madeOf(LINES, seed);
  const out = hide(textOf(lines));
  const missed = lines.map(({ tool, values }) => ({
    tool,
    left: values.filter((value) => out.includes(value)),
  }));
  const lost = KEPT.filter((text) => !out.includes(text));
  const values = lines.reduce((sum, line) => sum + line.values.length, 0);
  return {
    entries: missed.filter(({ left }) => left.length === 0).length,
    values: values - missed.reduce((sum, { left }) => sum + left.length, 0),
    kept: KEPT.length - lost.length,
    of: { entries: lines.length, values, kept: KEPT.length },
    wrong: [
      ...missed.flatMap(({ tool, left }) => (left.length === 0 ? [] : [`${tool}: ${left.join(', ')}`])),
      ...lost.map((text) => `lost: ${text}`),
    ],
  };
};
