/** Atlassian's two forms of text. Nothing of the machine or the person becomes markup in either. */
import { cleanText } from '../../../output/untrusted.ts';
import { type Section, sectionsOf } from '../../body.ts';
import type { Note } from '../../desk.ts';
import type { Ticket } from '../../model.ts';
import { noteIn } from '../../note-text.ts';

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Atlassian Document Format: a tree, in which a text is only ever a text. */
export const adfOf = (ticket: Ticket): Node => documentOf(sectionsOf(ticket).flatMap(nodesOf));

export const adfOfText = (text: string): Node => documentOf([paragraph(text.split('\n'))]);

const documentOf = (content: readonly Node[]): Node => ({ type: 'doc', version: 1, content });

const nodesOf = ({ heading, lines }: Section): readonly Node[] =>
  heading === undefined
    ? [paragraph(lines)]
    : [
        { type: 'heading', attrs: { level: 3 }, content: [textNode(heading)] },
        {
          type: 'bulletList',
          content: lines.map((line) => ({ type: 'listItem', content: [paragraph([line])] })),
        },
      ];

const paragraph = (lines: readonly string[]): Node => ({
  type: 'paragraph',
  // An empty text is no legal node.
  content: lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [{ type: 'hardBreak' }]),
    ...(line === '' ? [] : [textNode(line)]),
  ]),
});

const textNode = (text: string): Node => ({ type: 'text', text: cleanText(text) });

const MAX_DEPTH = 40;

/** The text of what others wrote; Data Center has strings. */
export const textOfAdf = (value: unknown, depth = 0): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return '';
  if (Array.isArray(value)) return value.map((one) => textOfAdf(one, depth + 1)).join('');
  const { type, text, content } = value as Readonly<Record<string, unknown>>; // an object, whatever it holds
  if (type === 'hardBreak') return '\n';
  if (typeof text === 'string') return text;
  const inner = textOfAdf(Array.isArray(content) ? content : [], depth + 1);
  return type === 'paragraph' || type === 'heading' ? `${inner}\n` : inner;
};

/** Wiki markup, of Data Center and of Service Management. */
export const wikiOf = (ticket: Ticket): string =>
  sectionsOf(ticket)
    .map(({ heading, lines }) =>
      heading === undefined
        ? lines.map(forWiki).join('\n')
        : [`*${forWiki(heading)}*`, ...lines.map((line) => `* ${forWiki(line)}`)].join('\n'),
    )
    .join('\n\n');

export const wikiNote = (note: Note): string => noteIn(note, forWiki, '\n');

const forWiki = (line: string): string =>
  cleanText(line)
    .replace(/[\\{}[\]*_+^~!|#@?()]/g, '\\$&')
    // A hyphen within a word is one; elsewhere it strikes out, or draws a line.
    .replace(/(?<!\w)-|-(?!\w)/g, '\\-')
    .replace(/:(?=\/\/|[-)(DPp;])/g, '\\:')
    .replace(/^(\s*)(h[1-6]|bq)\./, '$1$2\\.');
