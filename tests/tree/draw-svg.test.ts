import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import { treeWords } from '../../src/language/tree.ts';
import { type Drawn, graphOf } from '../../src/tree/draw/graph.ts';
import { layoutOf } from '../../src/tree/draw/layout.ts';
import { drawSvg } from '../../src/tree/draw/svg.ts';
import { takenIn } from '../../src/tree/draw/taken.ts';
import { lamp, lampCheck } from './made-up.ts';
import { picture, type TreeCheck } from './pages.ts';

const checks = await Promise.all(checkIds.map(loadCheck));
const withTree = checks.filter((check): check is TreeCheck => check.tree !== undefined);

const drawn: Drawn = { check: { ...lampCheck, tree: lamp }, checks: [] };
const options = { words: treeWords('en'), language: 'en' };

/** Names of the tags that are left open; none in a whole document. */
const leftOpen = (xml: string): readonly string[] => {
  const open: string[] = [];
  for (const [, close = '', name = '', end = ''] of xml.matchAll(
    /<(\/?)([a-z]+)(?:\s[\w:-]+="[^"<]*")*(\/?)>/gi,
  )) {
    if (close === '/') {
      if (open.pop() !== name) return [name];
    } else if (end !== '/') open.push(name);
  }
  return open;
};

test('a picture says what it is, and its text is text', () => {
  const svg = drawSvg(graphOf(drawn, 'en'), options);
  expect(svg).toContain('<title id="title">Lamp</title>');
  expect(svg).toContain('<desc id="about">A decision tree of 7 nodes and 8 ways between them</desc>');
  expect(svg).toContain('>Is it plugged in?</tspan>');
  expect(svg).toContain('<title>PLUG → BULB: Yes or does not know</title>');
  expect(leftOpen(svg)).toEqual([]);
});

test('the path is marked by more than a colour', () => {
  const path = [
    { kind: 'looked', node: 'LOOK', to: 'FINE' },
    { kind: 'concluded', node: 'FINE' },
  ];
  const svg = drawSvg(graphOf({ ...drawn, taken: takenIn(lamp, path) }, 'en'), options);
  expect(svg.match(/class="way taken"/g)).toHaveLength(1);
  expect(svg).toContain('>● FINE · Nothing wrong</tspan>');
  expect(svg).toContain('● the path that was taken');
});

test('nothing in a text becomes markup', () => {
  const hostile = `</text><script>alert(1)</script><a href="x" onload='y'>&\u001b]0;z\u0007`;
  const { en } = lampCheck.messages;
  const words = { ...en, name: hostile, nodes: { ...en.nodes, LOOK: hostile } };
  const check = { ...drawn.check, messages: { en: words, ru: words } };
  const svg = drawSvg(graphOf({ check, checks: [] }, 'en'), options);
  expect(leftOpen(svg)).toEqual([]);
  expect(svg).not.toMatch(/<script|<a |\u001b|\u0007/);
  expect(svg).toContain('&lt;script&gt;');
});

test('a node that is named like a part of every object is laid out like any other', () => {
  const nodes = {
    ...lamp.nodes,
    constructor: lamp.nodes.FINE ?? { kind: 'conclude', outcome: 'fine' },
  } as const;
  const tree = {
    ...lamp,
    nodes: { ...nodes, LOOK: { kind: 'measure', branches: [], otherwise: 'constructor' } },
  } as const;
  const { nodes: placed } = layoutOf(graphOf({ check: { ...lampCheck, tree }, checks: [] }, 'en'));
  expect(placed.map(({ node }) => node.id)).toEqual(['LOOK', 'constructor']);
});

test.each(withTree.map((check) => [check.id, check] as const))(
  'in the picture of %s nothing covers anything',
  (_, check) => {
    const { nodes, width, height } = layoutOf(graphOf({ check, checks }, 'ru'));
    const covered = nodes.flatMap(({ node, box }, at) =>
      nodes
        .slice(at + 1)
        .filter(
          ({ box: other }) =>
            box.x < other.x + other.width &&
            other.x < box.x + box.width &&
            box.y < other.y + other.height &&
            other.y < box.y + box.height,
        )
        .map((other) => `${node.id} ${other.node.id}`),
    );
    expect(covered).toEqual([]);
    expect(
      nodes.every(
        ({ box }) =>
          box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1,
      ),
    ).toBe(true);
  },
);

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

describe.runIf(CHROMIUM !== undefined)('in a browser', () => {
  test('every text fits its shape, in light and in dark', { timeout: 120_000 }, async () => {
    const check = withTree.find(({ id }) => id === 'connectivity');
    if (check === undefined) throw new Error('no tree');
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
    try {
      const pages: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ colorScheme });
        await page.setContent(picture(check, checks, 'ru'));
        const { over, fill } = await page.evaluate(() => {
          const sizeOf = (one: Element | null) => (one as SVGGraphicsElement).getBBox();
          return {
            over: [...document.querySelectorAll('g.node, g.label')]
              .filter(
                (one) =>
                  sizeOf(one.querySelector('text')).width > sizeOf(one.querySelector('rect, polygon')).width,
              )
              .map((one) => one.textContent),
            fill: getComputedStyle(document.querySelector('.page') ?? document.body).fill,
          };
        });
        expect(over).toEqual([]);
        pages.push(fill);
      }
      expect(new Set(pages).size).toBe(2);
    } finally {
      await browser.close();
    }
  });
});
