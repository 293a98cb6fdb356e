/** Breaks text into lines of a terminal's width. */
import { forTerminal } from './untrusted.ts';

/**
 * Text after a head (`Do: `), its further lines indented. A word longer than the width keeps its line to
 * itself: a path or an address broken in two could not be copied.
 */
export const wrap = (text: string, width: number, indent = '', head = indent): readonly string[] => {
  const lines: string[] = [];
  let line = head;
  let isEmpty = true;
  const end = () => {
    lines.push(line.trimEnd());
    line = indent;
    isEmpty = true;
  };
  for (const paragraph of forTerminal(text).split('\n')) {
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      if (!isEmpty && length(line) + 1 + length(word) > width) end();
      line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
    end();
  }
  return lines;
};

/** In characters as a person counts them. */
export const length = (text: string): number => [...segmenter.segment(text)].length;

const segmenter = new Intl.Segmenter();
