/** A tree as indented lines that fit a terminal of any width. */
import type { TreeWords } from '../../language/tree.en.ts';
import { length, wrap } from '../../output/wrap.ts';
import type { Graph, GraphNode, Way } from './graph.ts';

export interface TextOptions {
  readonly width: number;
  readonly ascii: boolean;
  readonly words: TreeWords;
}

/** Narrower, words stand one a line: what is deeper gets a part of its own further down. */
const MIN_TEXT = 26;

interface Marks {
  readonly branch: string;
  readonly last: string;
  readonly trunk: string;
  readonly gap: string;
  readonly to: string;
  readonly taken: string;
}

const LINES: Marks = { branch: '├─ ', last: '└─ ', trunk: '│  ', gap: '   ', to: '→', taken: '●' };
const ASCII: Marks = { branch: '|- ', last: '`- ', trunk: '|  ', gap: '   ', to: '->', taken: '*' };

/** Holds the arrow and what it points at on one line. */
const JOINT = '\u00a0';
const separated = (line: string): string => line.replaceAll(JOINT, ' ');

export const drawText = (graph: Graph, { width, ascii, words }: TextOptions): string => {
  const marks = ascii ? ASCII : LINES;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const ways = new Map<string, Way[]>();
  for (const way of graph.ways) ways.set(way.from, [...(ways.get(way.from) ?? []), way]);
  const entries = graph.nodes.filter(({ entryOf }, at) => at === 0 || entryOf.length > 0);
  const waiting = entries.map(({ id }) => id);
  /** Shown already, or with a part of their own: elsewhere they are only named. */
  const placed = new Set(waiting);
  const lines = [
    ...wrap(graph.title, width),
    ...(graph.isMarked ? wrap(words.marked(marks.taken), width) : []),
  ];
  const mark = (isTaken: boolean): string => (isTaken ? `${marks.taken} ` : '');

  const show = (node: GraphNode, begin: string, guide: string) => {
    const ahead = ways.get(node.id) ?? [];
    const tail = ahead.length > 0 ? marks.trunk : marks.gap;
    const said = node.text === '' ? node.role : `${node.role}: ${node.text}`;
    lines.push(...headed(`${begin}${mark(node.isTaken)}${node.id}  `, said, guide + tail, width));
    ahead.forEach((way, at) => {
      const isLast = at === ahead.length - 1;
      const inner = guide + (isLast ? marks.gap : marks.trunk);
      const head = guide + (isLast ? marks.last : marks.branch) + mark(way.isTaken);
      const target = nodes.get(way.to);
      if (target === undefined) return;
      const label = way.label === '' ? '' : `${way.label}: `;
      if (placed.has(way.to) || width - length(inner) < MIN_TEXT) {
        if (!placed.has(way.to)) waiting.push(way.to);
        placed.add(way.to);
        lines.push(...wrap(`${label}${marks.to}${JOINT}${way.to}`, width, inner, head).map(separated));
        return;
      }
      placed.add(way.to);
      if (label !== '') lines.push(...wrap(label.trimEnd(), width, inner, head));
      show(target, label === '' ? head : inner, inner);
    });
  };
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    lines.push('', ...node.entryOf.flatMap((name) => wrap(words.beginsHere(name), width)));
    show(node, '', '');
  }
  return `${lines.join('\n')}\n`;
};

/** A head that leaves no room for the first word stands alone. */
const headed = (head: string, text: string, indent: string, width: number): readonly string[] => {
  const [first = ''] = text.split(' ');
  return length(head) + length(first) > width
    ? [head.trimEnd(), ...wrap(text, width, indent)]
    : wrap(text, width, indent, head);
};
