/** A note in a desk's own form of text. Its mark stays as it is: it is looked for later. */
import { forHtml, forMarkdown } from '../output/untrusted.ts';
import type { Note } from './desk.ts';

export const noteIn = ({ text, mark }: Note, forLine: (line: string) => string, lineEnd: string): string =>
  text
    .split('\n')
    .map((line) => line.split(mark).map(forLine).join(mark))
    .join(lineEnd);

export const markdownNote = (note: Note): string => noteIn(note, forMarkdown, '  \n');
export const htmlNote = (note: Note): string => `<p>${noteIn(note, forHtml, '<br>')}</p>`;
