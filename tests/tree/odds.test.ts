import { expect, test } from 'vitest';
import type { Fix, Tree, TreeNode } from '../../src/contract.ts';
import { believed } from '../../src/tree/odds/belief.ts';
import { modelAt, type OddsOptions, OTHER } from '../../src/tree/odds.ts';
import { sharesOf } from '../../src/tree/plan.ts';
import type { Measurement, Step } from '../../src/tree/state.ts';

const fix = (id: string, code: string, more: Partial<Fix> = {}): Fix => ({
  id,
  for: [code],
  os: ['linux', 'win32'],
  steps: [],
  needs: 'person',
  risk: 'example',
  cost: { seconds: 60 },
  chance: 'mostly',
  ...more,
});

const repair = (
  fixes: readonly string[],
  more: Partial<Extract<TreeNode, { kind: 'do' }>> = {},
): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  to: 'SOLVED',
  otherwise: 'REST',
  ...more,
});

const tree: Tree = {
  start: 'REST',
  nodes: {
    REST: { kind: 'choose', among: ['PLUG', 'BULB', 'FUSE'], otherwise: 'END' },
    PLUG: {
      kind: 'ask',
      question: 'plugged',
      to: { no: 'REST', yes: 'REST' },
      points: { no: ['lamp/unplugged'], yes: ['lamp/bulb', 'lamp/fuse'] },
    },
    WALL: {
      kind: 'ask',
      question: 'wall',
      to: { dead: 'WALL.END', fine: 'FUSE.LOOK', cannot: 'REST' },
      points: { dead: ['lamp/fuse'] },
    },
    'WALL.END': { kind: 'conclude', finding: 'lamp/fuse', outcome: 'cause' },
    'FUSE.LOOK': {
      kind: 'measure',
      branches: [{ when: ({ open }) => open('lamp/fuse'), to: 'WALL.END' }],
      otherwise: 'FUSE',
    },
    BULB: repair(['new-bulb']),
    FUSE: repair(['new-fuse'], { asks: 'still' }),
    LAST: repair(['new-lamp'], { otherwise: 'END' }),
    MAC: repair(['mac-only']),
    WORDS: repair([]),
    SOLVED: { kind: 'conclude', outcome: 'solved' },
    END: { kind: 'conclude', outcome: 'unexplained' },
  },
};

const options: OddsOptions = {
  tree,
  fixes: [
    fix('new-bulb', 'lamp/bulb', { cost: { seconds: 120, admin: true } }),
    fix('new-fuse', 'lamp/fuse', { cost: { seconds: 60, opening: 'case' }, chance: 'surely' }),
    fix('new-lamp', 'lamp/bulb'),
    fix('mac-only', 'lamp/bulb', { os: ['darwin'] }),
  ],
  os: 'linux',
  suspects: { 'lamp/unplugged': 'usual', 'lamp/bulb': 'common', 'lamp/fuse': 'uncommon' },
};

const seen = (...findings: Measurement['findings']): Measurement => ({ findings, looked: true });
const open = (code: string, more: Partial<Measurement['findings'][number]> = {}) =>
  ({ code, severity: 'warning', isConsequence: false, ...more }) as const;
const did = (fixes: readonly string[], effect: 'same' | 'cannot' | 'solved'): Step => ({
  kind: 'did',
  node: 'BULB',
  fixes,
  effect,
});
const asked = (answer: string, more: Partial<Extract<Step, { kind: 'asked' }>> = {}): Step => ({
  kind: 'asked',
  node: 'PLUG',
  question: 'plugged',
  answer,
  by: 'person',
  ...more,
});
const shares = (journal: readonly Step[], measurement?: Measurement) =>
  sharesOf(believed(options, { journal, ...(measurement && { measurement }) }));
const at = (among: readonly string[], journal: readonly Step[] = [], otherwise?: string) =>
  modelAt(among, { journal, answers: {} }, options, otherwise);
const stepAt = (id: string, journal: readonly Step[] = []) => at([id], journal)?.steps[0];

test('before anything is known the author is believed, and a tenth is left for what nobody thought of', () => {
  const { 'lamp/unplugged': plug = 0, 'lamp/bulb': bulb = 0, [OTHER]: other } = shares([]);
  expect(plug / bulb).toBeCloseTo(3, 9);
  expect(other).toBeCloseTo(0.1, 9);
});

test('what was found is nearly sure, a remark less, and what another finding explains not at all', () => {
  const fuse = (finding: Measurement['findings'][number]) => shares([], seen(finding))['lamp/fuse'] ?? 0;
  const untold = shares([], { ...seen(), lookedAt: [] })['lamp/fuse'] ?? 0;
  expect(fuse(open('lamp/fuse'))).toBeGreaterThan(0.95);
  expect(fuse(open('lamp/fuse', { severity: 'info' }))).toBeLessThan(fuse(open('lamp/fuse')));
  expect(fuse(open('lamp/fuse', { severity: 'info' }))).toBeGreaterThan(untold);
  expect(fuse(open('lamp/fuse', { isConsequence: true }))).toBeLessThan(0.5);
});

test('where all was looked at and nothing found, what nobody thought of gains; where nobody looked it does not', () => {
  const blind = { ...seen(), lookedAt: ['network'] };
  expect(shares([], seen())[OTHER]).toBeGreaterThan(0.3);
  expect(shares([], blind)[OTHER]).toBeCloseTo(0.1, 9);
});

test('a repair that did not help speaks against what it helps for; one that could not be done does not', () => {
  const before = shares([])['lamp/bulb'] ?? 0;
  const failed = shares([did(['new-bulb'], 'same')])['lamp/bulb'] ?? 0;
  expect(failed / (1 - failed)).toBeCloseTo((0.2 * before) / (1 - before), 9);
  expect(shares([did(['new-bulb'], 'cannot')])['lamp/bulb']).toBeCloseTo(before, 9);
});

test('an answer speaks for its causes, once, however often it stands in the journal', () => {
  const no = shares([asked('no')]);
  expect(no['lamp/unplugged']).toBeGreaterThan(0.8);
  expect(shares([asked('no'), asked('no', { by: 'earlier' })])).toEqual(no);
});

test('"I do not know" tells nothing', () => {
  expect(shares([asked('unsure')])).toEqual(shares([]));
});

test('an answer that a finding gave is not counted beside the finding', () => {
  const measured = asked('no', { by: 'measurement', because: ['lamp/unplugged'] });
  expect(shares([measured], seen(open('lamp/unplugged')))).toEqual(shares([], seen(open('lamp/unplugged'))));
});

test('whatever the cause, one of the answers is given', () => {
  for (const id of ['PLUG', 'WALL']) {
    const step = stepAt(id);
    const answers = step?.kind === 'ask' ? Object.values(step.answers) : [];
    for (const cause of [...Object.keys(options.suspects), OTHER]) {
      expect(answers.reduce((sum, row) => sum + (row[cause] ?? 0), 0)).toBeCloseTo(1, 9);
    }
  }
});

test('"cannot" says as much of one cause as of another', () => {
  const step = stepAt('WALL');
  const row = step?.kind === 'ask' ? Object.values(step.answers.cannot ?? {}) : [];
  expect(new Set(row).size).toBe(1);
});

test('where no answer speaks for a cause, the plain answer is what is mostly said', () => {
  const step = stepAt('WALL');
  const likely = step?.kind === 'ask' ? step.answers : {};
  expect(likely.fine?.['lamp/bulb']).toBeGreaterThan(likely.dead?.['lamp/bulb'] ?? 1);
});

test('an answer that concludes ends it, for less where it names the cause', () => {
  const step = stepAt('WALL');
  const way = step?.kind === 'ask' ? step.ways?.dead : undefined;
  expect(way?.end?.['lamp/fuse']).toBeLessThan(2700);
  expect(way?.end?.['lamp/bulb']).toBeUndefined();
});

test('what an answer leads to before there is a choice again is counted, through what is measured', () => {
  const step = stepAt('WALL');
  const way = step?.kind === 'ask' ? step.ways?.fine : undefined;
  expect(way).toEqual({ seconds: 60 + 900, helps: { 'lamp/fuse': expect.closeTo(0.95, 9) } });
});

test('a repair costs its seconds, the rights it needs and the question whether it helped', () => {
  expect(stepAt('BULB')).toMatchObject({ seconds: 140, helps: { 'lamp/bulb': expect.closeTo(0.8, 9) } });
  expect(stepAt('FUSE')).toMatchObject({ seconds: 70, opening: { id: 'case', seconds: 900, isOpen: false } });
});

test('what was opened is open for what comes after', () => {
  expect(stepAt('FUSE', [did(['new-fuse'], 'same')])).toMatchObject({ opening: { isOpen: true } });
  expect(stepAt('FUSE', [did(['new-fuse'], 'cannot')])).toMatchObject({ opening: { isOpen: false } });
});

test('a repair after which the tree concludes ends the search when it fails', () => {
  expect(stepAt('LAST')).toMatchObject({ failed: { end: {} } });
  expect(stepAt('BULB')).not.toHaveProperty('failed');
});

test('what is only for other systems is left out; what has no figures leaves the order to the author', () => {
  expect(at(['MAC', 'BULB'])?.steps.map(({ id }) => id)).toEqual(['BULB']);
  expect(at(['WORDS', 'BULB'])).toBeUndefined();
});

test('giving up costs less where the tree names the cause then', () => {
  expect(at(['BULB'], [], 'WALL.END')?.givenUp?.['lamp/fuse']).toBeLessThan(2700);
  expect(at(['BULB'], [], 'END')?.givenUp).toEqual({});
});
