/** Breaks text into lines of a terminal's width. */
import { forTerminal } from './untrusted.ts';

/**
 * Text after a head (`Do: `), its further lines indented. A word longer than the width keeps its line to
 * itself: a path or an address broken in two could not be copied.
 */
export const wrap = (text: string, width: number, indent = '', head = indent): readonly string[] => {
  const lines: string[] = [];
  let line = head;
  let filled = length(head);
  let isEmpty = true;
  const end = () => {
    lines.push(line.trimEnd());
    line = indent;
    filled = length(indent);
    isEmpty = true;
  };
  for (const paragraph of forTerminal(text).split('\n')) {
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      const size = length(word);
      if (!isEmpty && filled + 1 + size > width) end();
      line += isEmpty ? word : ` ${word}`;
      filled += isEmpty ? size : 1 + size;
      isEmpty = false;
    }
    end();
  }
  return lines;
};

/** In characters as a person counts them; of what is longer than any line, in units of its text. */
export const length = (text: string): number =>
  PLAIN.test(text) || text.length > LONGEST ? text.length : [...segmenter.segment(text)].length;

/** Where each unit is a character of its own: the segmenter needs a hundred times as long to find that out. */
const PLAIN = /^[ -~]*$/;

/** V8 copies the whole text for each of its characters: 200 KB of Cyrillic without a blank fill all memory. */
const LONGEST = 1000;

const segmenter = new Intl.Segmenter();
