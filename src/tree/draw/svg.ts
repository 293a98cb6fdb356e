/** A tree as a picture: SVG without scripts, for light and dark pages, whose text can be read aloud, found and copied. */
import type { TreeWords } from '../../language/tree.en.ts';
import { forHtml } from '../../output/untrusted.ts';
import type { Graph, GraphNode } from './graph.ts';
import { type Box, FONT_PX, LINE_PX, layoutOf, type Placed, type PlacedWay, type Point } from './layout.ts';

export interface SvgOptions {
  readonly words: TreeWords;
  readonly language: string;
}

const MARGIN = 24;
const TITLE_PX = 48;

export const drawSvg = (graph: Graph, { words, language }: SvgOptions): string => {
  const { nodes, ways, width, height } = layoutOf(graph);
  const box = `${width + 2 * MARGIN} ${height + 2 * MARGIN + TITLE_PX}`;
  const [wide, high] = box.split(' ');
  const about = [
    words.drawn(graph.nodes.length, graph.ways.length),
    ...(graph.isMarked ? [words.marked('●')] : []),
  ].join('. ');
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box}" width="${wide}" height="${high}" lang="${language}" role="graphics-document document" aria-labelledby="title about">`,
    `<title id="title">${forHtml(graph.title)}</title>`,
    `<desc id="about">${forHtml(about)}</desc>`,
    `<style>${STYLE}</style>`,
    `<defs>${arrow('arrow', 'tip')}${arrow('arrow-taken', 'tip taken')}</defs>`,
    `<rect class="page" width="${wide}" height="${high}"/>`,
    `<text class="title" x="${MARGIN}" y="${MARGIN + 20}">${forHtml(graph.title)}</text>`,
    ...(graph.isMarked
      ? [`<text x="${MARGIN}" y="${MARGIN + 42}">${forHtml(words.marked('●'))}</text>`]
      : []),
    `<g transform="translate(${MARGIN} ${MARGIN + TITLE_PX})">`,
    ...ways.map(wayLines),
    ...ways.flatMap(wayLabel),
    ...nodes.map((node) => nodeLines(node)),
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
};

const arrow = (id: string, style: string): string =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="${style}" d="M0 0L8 4L0 8z"/></marker>`;

const wayLines = ({ way, points }: PlacedWay): string => {
  const said = `${way.from} → ${way.to}${way.label === '' ? '' : `: ${way.label}`}`;
  const style = way.isTaken ? 'way taken' : 'way';
  const tip = way.isTaken ? 'arrow-taken' : 'arrow';
  return `<g role="graphics-symbol"><title>${forHtml(said)}</title><path class="${style}" d="${curve(points)}" marker-end="url(#${tip})"/></g>`;
};

/** Rounds the corners of a line: each lies halfway between its two neighbours. */
const curve = (points: readonly Point[]): string => {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return '';
  const inner = others.slice(0, -1);
  const bends = inner.map((point, at) => {
    const next = inner[at + 1] ?? last;
    return `Q${point.x} ${point.y} ${Math.round((point.x + next.x) / 2)} ${Math.round((point.y + next.y) / 2)}`;
  });
  return `M${first.x} ${first.y}${bends.join('')}L${last.x} ${last.y}`;
};

const wayLabel = ({ label }: PlacedWay): readonly string[] =>
  label === undefined ? [] : [`<g class="label"${HIDDEN}>${rect(label, 3)}${text(label, label.lines)}</g>`];

/** Said by the way already. */
const HIDDEN = ' aria-hidden="true"';

const nodeLines = ({ node, box }: Placed): string => {
  const style = `node ${node.kind}${node.isTaken ? ' taken' : ''}`;
  return `<g class="${style}" role="graphics-symbol">${shape(node.kind, box)}${text(box, box.lines, `${node.id} ·`)}</g>`;
};

const shape = (kind: GraphNode['kind'], box: Box): string => {
  const { x, y, width, height } = box;
  const [left, right, top, bottom, slant] = [x, x + width, y, y + height, 12];
  const middle = y + Math.round(height / 2);
  switch (kind) {
    case 'ask':
      return polygon([
        [left, middle],
        [left + slant, top],
        [right - slant, top],
        [right, middle],
        [right - slant, bottom],
        [left + slant, bottom],
      ]);
    case 'choose':
      return polygon([
        [left + slant, top],
        [right, top],
        [right - slant, bottom],
        [left, bottom],
      ]);
    case 'conclude':
      return rect(box, 22);
    case 'measure':
      return rect(box, 8);
    case 'do':
      return rect(box, 0);
  }
};

const polygon = (points: readonly (readonly [number, number])[]): string =>
  `<polygon points="${points.map((point) => point.join(',')).join(' ')}"/>`;

const rect = ({ x, y, width, height }: Box, radius: number): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"${radius === 0 ? '' : ` rx="${radius}"`}/>`;

const text = ({ x, y, width, height }: Box, lines: readonly string[], head?: string): string => {
  const middle = x + Math.round(width / 2);
  const first = y + Math.round((height - lines.length * LINE_PX) / 2) + FONT_PX;
  const spans = lines.map(
    (line, at) =>
      `<tspan x="${middle}" y="${first + at * LINE_PX}"${head !== undefined && line.includes(head) ? ' class="head"' : ''}>${forHtml(line)}</tspan>`,
  );
  // The line feed keeps words apart where the text is copied or read aloud.
  return `<text>${spans.join('\n')}</text>`;
};

/** Text keeps a contrast of at least 7 to 1 on every fill, in both schemes. */
const STYLE = [
  ':root{--page:#fff;--ink:#111827;--line:#4b5563;--mark:#be123c;--measure:#dbeafe;--ask:#fef3c7;--do:#dcfce7;--choose:#ede9fe;--conclude:#f3f4f6}',
  '@media(prefers-color-scheme:dark){:root{--page:#0d1117;--ink:#f3f4f6;--line:#9ca3af;--mark:#fb7185;--measure:#1e3a5f;--ask:#4a3508;--do:#14432a;--choose:#3b2a63;--conclude:#1f2937}}',
  `text{font:${FONT_PX}px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:var(--ink)}`,
  'tspan{text-anchor:middle}.title{font-size:20px;font-weight:600}.head{font-weight:600}',
  '.page,.label rect{fill:var(--page)}.way{fill:none;stroke:var(--line)}.tip{fill:var(--line)}',
  '.node>rect,.node>polygon{stroke:var(--line)}',
  ...['measure', 'ask', 'do', 'choose', 'conclude'].map(
    (kind) => `.${kind}>rect,.${kind}>polygon{fill:var(--${kind})}`,
  ),
  '.node.taken>rect,.node.taken>polygon,.way.taken{stroke:var(--mark);stroke-width:3}.tip.taken{fill:var(--mark)}',
].join('');
