/** A tree as a Mermaid flowchart, which GitHub, GitLab and many wikis draw. */
import { cleanText } from '../../output/untrusted.ts';
import type { Graph, GraphNode } from './graph.ts';

/** Longer lines make boxes that no screen shows whole. */
const LINE = 34;

const SHAPES: Readonly<Record<GraphNode['kind'], readonly [string, string]>> = {
  measure: ['("', '")'],
  ask: ['{{"', '"}}'],
  do: ['["', '"]'],
  choose: ['[/"', '"/]'],
  conclude: ['(["', '"])'],
};

export const drawMermaid = (graph: Graph): string => {
  // Names of our own: ids hold dots, and `end` is a word of the language.
  const names = new Map(graph.nodes.map(({ id }, at) => [id, `n${at}`]));
  const nodes = graph.nodes.map((node) => {
    const [open, close] = SHAPES[node.kind];
    const begins = node.entryOf.flatMap((name) => broken(`▶ ${name}`));
    const lines = [...begins, `${node.id} · ${node.role}`, ...broken(node.text)];
    return `  ${names.get(node.id)}${open}${lines.map(forMermaid).join('<br/>')}${close}:::${node.kind}`;
  });
  const ways = graph.ways.map(({ from, to, label, isTaken }) => {
    const arrow = isTaken ? '==>' : '-->';
    const text = label === '' ? '' : `|"${broken(label).map(forMermaid).join('<br/>')}"|`;
    return `  ${names.get(from)} ${arrow}${text} ${names.get(to)}`;
  });
  const taken = graph.nodes.flatMap(({ id, isTaken }) => (isTaken ? [names.get(id)] : []));
  return `${[
    'flowchart LR',
    `  accTitle: ${forTitle(graph.title)}`,
    ...nodes,
    ...ways,
    ...STYLES,
    ...(taken.length > 0 ? [`  class ${taken.join(',')} taken`] : []),
  ].join('\n')}\n`;
};

/** Colours that are told apart on a light and on a dark page. */
const STYLES: readonly string[] = [
  '  classDef measure fill:#dbeafe,stroke:#1d4ed8,color:#111827',
  '  classDef ask fill:#fef3c7,stroke:#b45309,color:#111827',
  '  classDef do fill:#dcfce7,stroke:#15803d,color:#111827',
  '  classDef choose fill:#ede9fe,stroke:#6d28d9,color:#111827',
  '  classDef conclude fill:#f3f4f6,stroke:#374151,color:#111827',
  '  classDef taken stroke-width:4px',
];

/** Everything that could be markup in Mermaid, Markdown or HTML, as numbered entities: `#35;` is its form. */
export const forMermaid = (text: string): string =>
  cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N} ,.:?·«»–—…()▶/-]|^\s*[-\d]|(?<=\d)[.)](?= )/gu, (found) =>
      [...found].map((character) => `#${character.codePointAt(0)};`).join(''),
    );

/** The title stands without quotes, and ends with the line. */
const forTitle = (text: string): string =>
  cleanText(text)
    .replace(/[^\p{L}\p{M}\p{N} ,.?–—-]+/gu, ' ')
    .trim();

const broken = (text: string): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};
