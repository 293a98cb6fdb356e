/** Takes the lines out of a redacted text on which a secret still stands, block by block. */
import type { Redactor } from './redactor.ts';

export interface Withholding {
  /** The next block; `mark` stands where a line was. */
  readonly pass: (text: string) => string;
  /** Numbers from 1, over all blocks. */
  readonly lines: () => readonly number[];
}

export const withholding = (leaksIn: Redactor['leaksIn'], mark: string): Withholding => {
  const withheld: number[] = [];
  let before = 0;
  return {
    pass: (text) => {
      const leaking = new Set(leaksIn(text));
      const lines = text.split('\n');
      const passed =
        leaking.size === 0 ? text : lines.map((line, at) => (leaking.has(at + 1) ? mark : line)).join('\n');
      for (const line of leaking) withheld.push(before + line);
      before += lines.length - 1;
      return passed;
    },
    lines: () => withheld,
  };
};
