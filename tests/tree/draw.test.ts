import { expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { AnyCheck, Language, Tree } from '../../src/contract.ts';
import { treeWords } from '../../src/language/tree.ts';
import { length } from '../../src/output/wrap.ts';
import { type Drawn, graphOf } from '../../src/tree/draw/graph.ts';
import { drawMermaid, forMermaid } from '../../src/tree/draw/mermaid.ts';
import { takenIn, wayKey } from '../../src/tree/draw/taken.ts';
import { drawText } from '../../src/tree/draw/text.ts';
import { lamp, lampCheck } from './made-up.ts';

type TreeCheck = AnyCheck & { readonly tree: Tree };

const checks = await Promise.all(checkIds.map(loadCheck));
const withTree = checks.filter((check): check is TreeCheck => check.tree !== undefined);

const drawn: Drawn = { check: { ...lampCheck, tree: lamp }, checks: [] };

const text = (graph: ReturnType<typeof graphOf>, width = 80, language: Language = 'en', ascii = false) =>
  drawText(graph, { width, ascii, words: treeWords(language) });

const journal = [
  { kind: 'measured', node: 'LOOK', open: ['lamp/dark'] },
  { kind: 'looked', node: 'LOOK', to: 'PLUG' },
  { kind: 'asked', node: 'PLUG', question: 'plugged', answer: 'yes', by: 'person' },
  { kind: 'did', node: 'BULB', fixes: ['new-bulb'], effect: 'solved' },
  { kind: 'concluded', node: 'LIT', outcome: 'solved' },
];

test('text shows each node once, with its ways, and names the others', () => {
  expect(text(graphOf(drawn, 'en'))).toBe(
    [
      'Lamp',
      '',
      'LOOK  Look: l',
      '├─ lamp is dark:',
      '│  PLUG  Ask: Is it plugged in?',
      '│  ├─ Yes or does not know:',
      '│  │  BULB  Do: b',
      '│  │  ├─ it helped:',
      '│  │  │  LIT  Solved: l',
      '│  │  └─ it did not help:',
      '│  │     BULB.AGAIN  Do: b',
      '│  │     ├─ it helped: → LIT',
      '│  │     └─ it did not help: → BULB',
      '│  └─ No:',
      '│     CAUSE  Cause: c',
      '└─ otherwise:',
      '   FINE  Nothing wrong: f',
      '',
    ].join('\n'),
  );
});

test('text marks the path, and says what the mark means', () => {
  const marked = text(graphOf({ ...drawn, taken: takenIn(lamp, journal) }, 'en'), 80, 'en', true);
  const lines = marked.split('\n');
  expect(lines).toContain('* the path that was taken');
  expect(
    lines.filter((line) => /^[| `-]*\* [A-Z.]+ {2}/.test(line)).map((line) => /[A-Z.]{3,}/.exec(line)?.[0]),
  ).toEqual(['LOOK', 'PLUG', 'BULB', 'LIT']);
  expect(lines.filter((line) => /- \* /.test(line)).map((line) => line.replace(/^.*\* /, ''))).toEqual([
    'lamp is dark:',
    'Yes or does not know:',
    'it helped:',
  ]);
  expect(marked).toMatch(/^[\u0020-\u007e\n]*$/);
});

test('what a journal does not tell is filled in: a choice, and what did not have to be done', () => {
  const tree: Tree = {
    start: 'A',
    nodes: {
      A: { kind: 'ask', question: 'plugged', to: { yes: 'SKIPPED' } },
      SKIPPED: { kind: 'do', fixes: [], solved: () => true, to: 'PICK', otherwise: 'END' },
      PICK: { kind: 'choose', among: ['B', 'C'], otherwise: 'END' },
      B: { kind: 'do', fixes: [], solved: () => false, to: 'END', otherwise: 'PICK' },
      C: { kind: 'ask', question: 'lit', to: { yes: 'END', no: 'PICK' } },
      END: { kind: 'conclude', outcome: 'solved' },
    },
  };
  const taken = takenIn(tree, [
    { kind: 'asked', node: 'A', answer: 'yes' },
    { kind: 'asked', node: 'C', answer: 'no' },
    { kind: 'did', node: 'B', effect: 'same' },
    { kind: 'concluded', node: 'END' },
  ]);
  expect([...taken.ways]).toEqual(
    [
      ['A', 'SKIPPED'],
      ['SKIPPED', 'PICK'],
      ['PICK', 'C'],
      ['C', 'PICK'],
      ['PICK', 'B'],
      ['B', 'PICK'],
      ['PICK', 'END'],
    ].map(([from = '', to = '']) => wayKey(from, to)),
  );
});

test('a journal that anybody may have written marks only what the tree has', () => {
  const taken = takenIn(lamp, [
    {},
    { kind: 'looked', node: '__proto__', to: 'constructor' },
    { kind: 'looked', node: 'LOOK', to: 'constructor' },
    { kind: 'asked', node: 'PLUG', answer: 'toString' },
    { kind: 'looked', node: 7 },
  ]);
  expect([...taken.nodes].every((id) => Object.hasOwn(lamp.nodes, id))).toBe(true);
});

test('a complaint shows only what is behind it', () => {
  const symptoms = [{ id: 'flickers', entry: 'BULB', with: [], suspects: {} }];
  const { nodes, title } = graphOf(
    { ...drawn, check: { ...drawn.check, symptoms }, symptom: 'flickers' },
    'en',
  );
  expect(nodes.map(({ id }) => id)).toEqual(['BULB', 'LIT', 'BULB.AGAIN']);
  expect(title).toBe('flickers');
  expect(nodes[0]?.entryOf).toEqual(['flickers']);
});

test.each(withTree.map((check) => [check.id, check] as const))(
  'the tree of %s fits 40 columns in both languages, and shows every node',
  (_, check) => {
    for (const language of ['en', 'ru'] as const) {
      const graph = graphOf({ check, checks }, language);
      expect(graph.nodes.map(({ id }) => id).sort()).toEqual(Object.keys(check.tree.nodes).sort());
      const lines = text(graph, 40, language).split('\n');
      // A word longer than the room that is left keeps its line to itself.
      const long = lines.filter((line) => length(line) > 40 && /\S +\S/.test(line.replace(/^[│├└─ ]*/, '')));
      expect(long).toEqual([]);
      for (const { id } of graph.nodes)
        expect(
          lines.some((line) => new RegExp(`(?:^| )${id.replaceAll('.', '\\.')}(?:  |$)`).test(line)),
        ).toBe(true);
    }
  },
);

/** What the language of Mermaid takes for itself outside of quotes. */
const MERMAID_LINE =
  /^ {2}(?:n\d+(?:\("[^"`\n]*"\)|\{\{"[^"`\n]*"\}\}|\["[^"`\n]*"\]|\[\/"[^"`\n]*"\/\]|\(\["[^"`\n]*"\]\)):::\w+|n\d+ (?:-->|==>)(?:\|"[^"`\n]*"\|)? n\d+|classDef .*|class n\d+(?:,n\d+)* taken|accTitle: [^":;\n]*)$/;

test.each(withTree.map((check) => [check.id, check] as const))('the tree of %s is Mermaid', (_, check) => {
  const chart = drawMermaid(graphOf({ check, checks }, 'ru'));
  const [head, ...lines] = chart.trimEnd().split('\n');
  expect(head).toBe('flowchart LR');
  expect(lines.filter((line) => !MERMAID_LINE.test(line))).toEqual([]);
  // Mermaid refuses more (maxTextSize, maxEdges), and so does GitHub.
  expect(chart.length).toBeLessThan(50_000);
  expect(lines.filter((line) => /-->|==>/.test(line)).length).toBeLessThan(500);
});

test('nothing in a label is markup in Mermaid', () => {
  expect(forMermaid('"]:::x; click n0 "javascript:a"')).not.toMatch(/["[\];](?!$)(?<!#\d+;)/);
  expect(forMermaid('<b>&amp;#35;`*_')).toMatch(/^(?:[a-z]+|\/|\d+|#\d+;)*$/);
  expect(forMermaid('1. list')).toBe('#49;#46; list');
  expect(forMermaid('- list')).toBe('#45; list');
  expect(forMermaid('a\nb\u001b[31m')).not.toMatch(/[\n\u001b]/);
});
