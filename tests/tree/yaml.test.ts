/** Trees that somebody else wrote: what is accepted, how it is walked, and how each mistake is told. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkIds, loadCheck } from '../../checks/index.ts';
import { readTrees, treesFrom } from '../../src/config/trees.ts';
import type { Measurement, WalkState } from '../../src/tree/state.ts';
import { advance, start } from '../../src/tree/walk.ts';

const checks = await Promise.all(checkIds.map(loadCheck));
const example = fileURLToPath(new URL('../../docs/examples/own-tree.yaml', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'techsupport-trees-'));

const inConfig = (trees: readonly unknown[], text = stringify({ trees })) => {
  const file = join(folder, 'techsupport.config.yaml');
  writeFileSync(file, text);
  return { file, trees };
};

const mistakesIn = (trees: readonly unknown[], language: 'en' | 'ru' = 'en'): readonly string[] =>
  readTrees(inConfig(trees), checks)
    .mistakes(language)
    .map((line) => line.replace(`${folder}/techsupport.config.yaml:`, ''));

const both = (text: string) => ({ en: text, ru: text });

const good = {
  id: 'office-printer',
  name: both('The office printer'),
  phrasings: { en: ['printer on floor two'], ru: ['принтер на втором этаже'] },
  modules: ['printing', 'connectivity'],
  start: 'LOOK',
  suspects: { 'printing/printer-offline': 'usual', 'printing/queue-paused': 'common' },
  nodes: {
    LOOK: {
      measure: [
        { when: { open: ['printing/printer-offline'], noneOpen: ['connectivity/link-down'] }, to: 'POWER' },
        { when: { anyOpen: ['printing/queue-paused', 'printing/jobs-stuck'] }, to: 'QUEUE' },
        { when: { looked: false }, to: 'UNKNOWN' },
      ],
      otherwise: 'FINE',
      text: both('Looking at the printer'),
    },
    POWER: { ask: 'device-power', to: { yes: 'QUEUE', no: 'OFF', dark: 'OFF' }, unsure: 'QUEUE' },
    QUEUE: {
      do: ['resume-queue'],
      solved: { noneOpen: ['printing/queue-paused', 'printing/printer-offline'] },
      asks: 'safe-mode/still',
      to: 'SOLVED',
      otherwise: 'PAUSED',
      text: both('Starting the queue'),
    },
    OFF: { conclude: 'cause', finding: 'printing/printer-offline', text: both('It is off') },
    PAUSED: { conclude: 'cause', finding: 'printing/queue-paused', text: both('It stops again') },
    SOLVED: { conclude: 'solved', text: both('It prints') },
    FINE: { conclude: 'fine', text: both('It works') },
    UNKNOWN: { conclude: 'unexplained', text: both('Nothing could be seen') },
  },
};

type Nodes = Readonly<Record<string, unknown>>;
const withNodes = (nodes: Nodes) => ({ ...good, nodes: { ...good.nodes, ...nodes } });

const seen = (...codes: readonly string[]): Measurement => ({
  looked: true,
  findings: codes.map((code) => ({ code, severity: 'critical', isConsequence: false })),
});

const walked = (text: unknown = good) => {
  const [tree] = treesFrom(inConfig([text]), checks);
  if (tree === undefined) throw new Error('no tree');
  const course = { tree: tree.check.tree, entry: tree.symptom.entry };
  const begin = (measurement: Measurement) =>
    advance(course, start(course), { kind: 'measured', measurement });
  return {
    tree,
    begin,
    next: (state: WalkState, event: Parameters<typeof advance>[2]) => advance(course, state, event),
  };
};

test('a tree of one’s own is walked like those that came with the program', () => {
  const { begin, next } = walked();
  const asked = begin(seen('printing/printer-offline'));
  expect(asked.wanted).toEqual({ kind: 'ask', question: 'device-power', answers: ['yes', 'no', 'dark'] });
  const off = next(asked, { kind: 'answered', question: 'device-power', answer: 'no' });
  expect(off.wanted).toEqual({ kind: 'concluded', outcome: 'cause', finding: 'printing/printer-offline' });
  const queue = next(asked, { kind: 'unsure', question: 'device-power' });
  expect(queue.wanted).toEqual({ kind: 'do', fixes: ['resume-queue'] });
  const done = next(next(queue, { kind: 'done' }), { kind: 'measured', measurement: seen() });
  expect(done.wanted).toEqual({ kind: 'concluded', outcome: 'solved' });
  expect(begin({ findings: [], looked: false }).wanted).toMatchObject({ outcome: 'unexplained' });
  expect(begin(seen('printing/printer-offline', 'connectivity/link-down')).at).toBe('FINE');
});

test('it is measured by its modules, and says its own words', () => {
  const { tree } = walked();
  expect(tree.checks.map(({ id }) => id)).toEqual(['printing', 'connectivity']);
  expect(tree.checks[0]).toBe(tree.check);
  expect(tree.symptom).toMatchObject({ id: 'office-printer', entry: 'LOOK', with: ['connectivity'] });
  expect(tree.check.messages.en.nodes.OFF).toBe('It is off');
  expect(tree.check.messages.ru.questions['safe-mode/still']?.answers).toHaveProperty('yes');
  expect(tree.check.fixes.map(({ id }) => id)).toEqual(['resume-queue']);
});

test('conditions look at answers and at what changed', () => {
  const { begin, next } = walked(
    withNodes({
      OFF: {
        measure: [
          { when: { answer: { 'device-power': 'dark' }, changed: ['network', 'device'] }, to: 'PAUSED' },
        ],
        otherwise: 'END',
        text: both('Looking at what changed'),
      },
      END: { conclude: 'cause', finding: 'printing/printer-offline', text: both('It is off') },
    }),
  );
  const at = (answer: string, changed: Measurement['changed']) =>
    next(begin({ ...seen('printing/printer-offline'), ...(changed && { changed }) }), {
      kind: 'answered',
      question: 'device-power',
      answer,
    }).at;
  expect(at('dark', ['device'])).toBe('PAUSED');
  expect(at('dark', ['kernel'])).toBe('END');
  expect(at('dark', undefined)).toBe('END');
  expect(at('no', ['device'])).toBe('END');
});

test('each mistake is told with file, line and key', () => {
  const file = join(folder, 'techsupport.config.yaml');
  const text = stringify({
    trees: [withNodes({ POWER: { ...good.nodes.POWER, to: { yes: 'NOWHERE', no: 'OFF', dark: 'OFF' } } })],
  });
  writeFileSync(file, text);
  const line = text.split('\n').findIndex((one) => one.includes('yes: NOWHERE')) + 1;
  const { trees, mistakes } = readTrees({ file, trees: [inConfigValue(text)] }, checks);
  expect(trees).toEqual([]);
  expect(mistakes('en')).toEqual([`${file}:${line}: nodes.POWER.to.yes: there is no node NOWHERE`]);
  expect(mistakes('ru')).toEqual([`${file}:${line}: nodes.POWER.to.yes: узла NOWHERE нет`]);
});

const inConfigValue = (text: string): unknown => readTreesOf(text)[0];
const readTreesOf = (text: string): readonly unknown[] =>
  (JSON.parse(JSON.stringify(parse(text))) as { trees: unknown[] }).trees;

test('so is one in a file of its own, and one in JSON', () => {
  const path = join(folder, 'printer.json');
  const text = JSON.stringify(
    withNodes({ OFF: { ...good.nodes.OFF, finding: 'printing/printer-ofline' } }),
    null,
    2,
  );
  writeFileSync(path, text);
  const line = text.split('\n').findIndex((one) => one.includes('printer-ofline')) + 1;
  const { mistakes } = readTrees(inConfig(['printer.json']), checks);
  expect(mistakes('en')).toEqual([
    `${path}:${line}: nodes.OFF.finding: there is no finding printing/printer-ofline; did you mean printing/printer-offline?`,
  ]);
  const gone = readTrees(inConfig(['gone.yaml']), checks).mistakes('en');
  expect(gone).toHaveLength(1);
  expect(gone[0]).toContain('techsupport.config.yaml:2: ENOENT');
});

test.each<[string, unknown, string]>([
  ['no tree at all', 7, 'must be a group of keys'],
  ['a key that is not known', { ...good, moduls: [] }, 'moduls is not known; did you mean modules?'],
  ['a language that is missing', { ...good, name: { en: 'x' } }, 'name.ru: is missing; must be a text'],
  ['a bad id', { ...good, id: 'A/b' }, 'id: A/b may hold only a-z 0-9 -'],
  [
    'the id of a complaint that there is',
    { ...good, id: 'disk-full' },
    'disk-full is a complaint of disk-space already',
  ],
  [
    'a module that there is not',
    { ...good, modules: ['printng'] },
    'modules[0]: there is no module printng; did you mean printing?',
  ],
  ['a start that there is not', { ...good, start: 'X' }, 'start: there is no node X'],
  ['a bad node id', withNodes({ 'a b': good.nodes.FINE }), 'nodes.a b: a b may hold only'],
  [
    'a node of no kind',
    withNodes({ FINE: { text: both('x') } }),
    'nodes.FINE: must have exactly one of measure, ask, do, choose, conclude',
  ],
  [
    'a node of two kinds',
    withNodes({ FINE: { ...good.nodes.FINE, ask: 'x' } }),
    'nodes.FINE: must have exactly one of',
  ],
  ['a node that is a text', withNodes({ FINE: 'fine' }), 'nodes.FINE: must have exactly one of'],
  [
    'a key that a node does not have',
    withNodes({ FINE: { ...good.nodes.FINE, txt: 1 } }),
    'nodes.FINE.txt: txt is not known; did you mean text?',
  ],
  [
    'a condition that is not known',
    withNodes({ QUEUE: { ...good.nodes.QUEUE, solved: { closed: [] } } }),
    'nodes.QUEUE.solved.closed: ',
  ],
  [
    'a condition that names nothing',
    withNodes({ QUEUE: { ...good.nodes.QUEUE, solved: {} } }),
    'nodes.QUEUE.solved: must name one of open, anyOpen, noneOpen, looked, answer, changed',
  ],
  [
    'something done that nothing proves',
    withNodes({ QUEUE: { ...good.nodes.QUEUE, solved: undefined, asks: undefined } }),
    'nodes.QUEUE: must say when it helped: solved, asks, or both',
  ],
  [
    'a finding that is not measured',
    withNodes({ OFF: { ...good.nodes.OFF, finding: 'clock/skew' } }),
    'nodes.OFF.finding: clock/skew is not measured: add clock to modules',
  ],
  [
    'a question that there is not',
    withNodes({ POWER: { ...good.nodes.POWER, ask: 'device-powr' } }),
    'nodes.POWER.ask: there is no question device-powr; did you mean device-power?',
  ],
  [
    'a fix that there is not',
    withNodes({ QUEUE: { ...good.nodes.QUEUE, do: ['rm -rf /'] } }),
    'nodes.QUEUE.do[0]: there is no fix rm -rf /',
  ],
  [
    'two fixes with one name',
    {
      ...withNodes({
        QUEUE: { ...good.nodes.QUEUE, do: ['drivers/restart-computer', 'performance/restart-computer'] },
      }),
      modules: ['printing', 'drivers', 'performance', 'connectivity'],
    },
    'nodes.QUEUE.do[1]: restart-computer of performance cannot stand beside',
  ],
  [
    'an answer that leads nowhere',
    withNodes({ POWER: { ...good.nodes.POWER, to: { yes: 'QUEUE', no: 'OFF' } } }),
    'nodes.POWER.to: the answer dark to device-power leads nowhere',
  ],
  ['a node that no way leads to', withNodes({ LOST: good.nodes.FINE }), 'nodes.LOST: no way leads there'],
  [
    'a suspect that no path concludes',
    { ...good, suspects: { 'printing/no-printer': 'rare' } },
    'suspects.printing/no-printer: no path concludes with printing/no-printer',
  ],
  [
    'a circle',
    withNodes({ FINE: { measure: [], otherwise: 'LOOK', text: both('x') } }),
    'nodes.LOOK: a loop in which nothing is done',
  ],
])('%s is a mistake', (_, tree, said) => {
  const lines = mistakesIn([tree]);
  expect(lines.join('\n')).toContain(said);
  expect(lines.every((line) => /^\d+: /.test(line))).toBe(true);
  expect(mistakesIn([tree], 'ru')).not.toEqual(lines);
});

test('two trees with the same id are a mistake', () => {
  expect(mistakesIn([good, good]).join('\n')).toContain('office-printer is a complaint of');
});

test('a mistake ends diagnose with the status of a bad configuration', () => {
  expect(() => treesFrom(inConfig([7]), checks)).toThrow(
    expect.objectContaining({ code: 'E_TREES', exitCode: 78 }),
  );
});

test('text in it is hostile: nothing that a terminal obeys is left', () => {
  const live = 'a\u001b[31mb\u202ec\nd';
  const { tree } = walked({
    ...good,
    name: both(live),
    nodes: { ...good.nodes, FINE: { ...good.nodes.FINE, text: both(live) } },
  });
  for (const text of [tree.check.messages.en.nodes.FINE, tree.check.messages.ru.complaint]) {
    expect(text).toBe('a\\x1b[31mb\\u{202e}c d');
  }
  const [line = ''] = mistakesIn([withNodes({ FINE: { ...good.nodes.FINE, [live]: 1 } })]);
  expect(line).not.toMatch(/[\u001b\u202e\n]/);
});

test('whatever stands there, there are mistakes and no crash', () => {
  const anything = fc.anything({ withNullPrototype: true, maxDepth: 4 });
  const keys = fc.constantFrom(...Object.keys(good));
  const nodeKeys = fc.constantFrom(
    'measure',
    'ask',
    'do',
    'choose',
    'conclude',
    'solved',
    'to',
    'otherwise',
    'text',
    'when',
    'points',
  );
  const nearly = fc.oneof(
    anything,
    fc.tuple(keys, anything).map(([key, value]) => ({ ...good, [key]: value })),
    fc
      .tuple(fc.constantFrom(...Object.keys(good.nodes), '__proto__', 'constructor'), nodeKeys, anything)
      .map(([node, key, value]) =>
        withNodes({ [node]: { ...((good.nodes as Nodes)[node] as object), [key]: value } }),
      ),
    fc
      .tuple(fc.constantFrom(...Object.keys(good.nodes)), fc.constantFrom('LOOK', 'QUEUE', '__proto__', 'x'))
      .map(([node, to]) =>
        withNodes({
          [node]: { do: ['resume-queue'], asks: 'safe-mode/still', to, otherwise: 'QUEUE', text: both('x') },
        }),
      ),
  );
  const file = join(folder, 'none.js');
  fc.assert(
    fc.property(fc.array(nearly, { maxLength: 2 }), (trees) => {
      const read = readTrees({ file, trees: trees.filter((tree) => typeof tree !== 'string') }, checks);
      for (const language of ['en', 'ru'] as const) {
        for (const line of read.mistakes(language)) expect(line).toMatch(/^.*none\.js: \S/);
      }
      // What was accepted can be walked.
      for (const { check } of read.trees) {
        const course = { tree: check.tree };
        advance(course, start(course), { kind: 'measured', measurement: seen('printing/queue-paused') });
      }
    }),
    { numRuns: 300 },
  );
});

test('a file of any bytes is a mistake', () => {
  const path = join(folder, 'any.yaml');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      writeFileSync(path, text);
      expect(readTrees(inConfig(['any.yaml']), checks).mistakes('en').length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
  writeFileSync(path, `a: &a [x]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(200)}]`);
  expect(readTrees(inConfig(['any.yaml']), checks).mistakes('en').length).toBeGreaterThan(0);
});

test('the example of the documentation is a working tree', () => {
  const { trees, mistakes } = readTrees(inConfig([example]), checks);
  expect(mistakes('en')).toEqual([]);
  expect(trees.map(({ id }) => id)).toEqual(['office-vpn']);
  const guide = readFileSync(fileURLToPath(new URL('../../docs/own-trees.md', import.meta.url)), 'utf8');
  expect(guide).toContain(readFileSync(example, 'utf8').trim());
});
