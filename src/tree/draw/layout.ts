/** Where everything in a drawing stands: the layered layout of Sugiyama, as dagre does it. In whole pixels. */
import { Graph as Drawing, layout } from '@dagrejs/dagre';
import type { Graph, GraphNode, Way } from './graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface Placed {
  readonly node: GraphNode;
  readonly box: Box;
}

export interface PlacedWay {
  readonly way: Way;
  readonly points: readonly Point[];
  readonly label?: Box;
}

export interface Layout {
  readonly nodes: readonly Placed[];
  readonly ways: readonly PlacedWay[];
  readonly width: number;
  readonly height: number;
}

export const FONT_PX = 13;
export const LINE_PX = 17;
const NODE_PX = 230;
const LABEL_PX = 150;
const PADDING = { x: 18, y: 9 };
const LABEL_PADDING = { x: 4, y: 1 };

type Size = Omit<Box, 'x' | 'y'>;

export const layoutOf = (graph: Graph): Layout => {
  const drawing = new Drawing({ multigraph: true });
  // Names of our own: it keeps them as keys of plain objects.
  const names = new Map(graph.nodes.map(({ id }, at) => [id, `n${at}`]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  drawing.setGraph({ rankdir: 'LR', nodesep: 18, edgesep: 10, ranksep: 36 });
  const sizes = new Map(graph.nodes.map((node) => [node.id, sizeOf(linesOf(node), PADDING)]));
  for (const [id, { width, height }] of sizes) drawing.setNode(nameOf(id), { width, height });
  const ways = graph.ways.map((way) => {
    const label = way.label === '' ? undefined : sizeOf(broken(way.label, LABEL_PX), LABEL_PADDING);
    const { width = 0, height = 0 } = label ?? {};
    drawing.setEdge(nameOf(way.from), nameOf(way.to), { width, height, labelpos: 'c' });
    return { way, label };
  });
  layout(drawing);
  const { width = 0, height = 0 } = drawing.graph();
  return {
    nodes: graph.nodes.map((node) => ({
      node,
      box: boxAt(drawing.node(nameOf(node.id)), sizes.get(node.id) ?? sizeOf([], PADDING)),
    })),
    ways: ways.map(({ way, label }) => {
      const placed = drawing.edge(nameOf(way.from), nameOf(way.to));
      return {
        way,
        points: placed.points.map(({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y) })),
        ...(label !== undefined && { label: boxAt(placed, label) }),
      };
    }),
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
};

/** dagre speaks of middles. */
const boxAt = ({ x = 0, y = 0 }: Partial<Point>, size: Size): Box => ({
  ...size,
  x: Math.round(x - size.width / 2),
  y: Math.round(y - size.height / 2),
});

const sizeOf = (lines: readonly string[], padding: Point): Size => ({
  lines,
  width: Math.ceil(Math.max(0, ...lines.map(widthOf))) + 2 * padding.x,
  height: lines.length * LINE_PX + 2 * padding.y,
});

const linesOf = ({ id, role, text, isTaken, entryOf }: GraphNode): readonly string[] => [
  ...entryOf.flatMap((name) => broken(`▶ ${name}`, NODE_PX)),
  ...broken(`${isTaken ? '● ' : ''}${id} · ${role}`, NODE_PX),
  ...broken(text, NODE_PX),
];

const broken = (text: string, room: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

/** Nobody knows which font will be there: the widest of the usual ones (Verdana, DejaVu Sans) must fit. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += FONT_PX * shareOf(character);
  return width;
};

const shareOf = (character: string): number => {
  if (/[ .,:;'!|iljtfr()[\]]/.test(character)) return 0.42;
  if (/[мшщжюыфwm]/u.test(character)) return 0.9;
  if (/[\p{Ll}\d]/u.test(character)) return 0.64;
  if (/[WMШЩЖЮ@%—…]/u.test(character)) return 1.02;
  if (/[\u2e80-\u{3ffff}]/u.test(character)) return 1.1;
  return 0.78;
};
