import { expect, test } from 'vitest';
import { diskSpace } from '../../checks/disk-space/index.ts';
import { tree as diskTree } from '../../checks/disk-space/tree.ts';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { Fix, Symptom, SymptomWords, Tree, TreeNode, TreeView } from '../../src/contract.ts';
import { flawLine } from '../../src/tree/lint/flaw.ts';
import { lint, sharedSymptoms } from '../../src/tree/lint.ts';
import { lamp, lampCheck } from './made-up.ts';

const codes = (await Promise.all(checkIds.map(loadCheck))).flatMap(({ messages }) =>
  Object.keys(messages.en.findings),
);

const withNodes = (nodes: Readonly<Record<string, TreeNode>>): Tree => ({
  ...lamp,
  nodes: { ...lamp.nodes, ...nodes },
});

const found = (tree: Tree, check: Parameters<typeof lint>[1] = lampCheck) => lint(tree, check).join('\n');

const messagesWithout = (change: (words: typeof lampCheck.messages.ru) => object) => ({
  ...lampCheck,
  messages: { ...lampCheck.messages, ru: { ...lampCheck.messages.ru, ...change(lampCheck.messages.ru) } },
});

test('a good tree has no mistakes', () => {
  expect(found(lamp)).toBe('');
});

test('the tree of disk-space has no mistakes', () => {
  expect(lint(diskTree, diskSpace, codes)).toEqual([]);
});

test('a node no way leads to is found', () => {
  expect(found(withNodes({ LOST: { kind: 'conclude', outcome: 'fine' } }))).toContain(
    'lamp, LOST: no way leads there',
  );
});

test('a target that does not exist is found', () => {
  const tree = withNodes({ LOOK: { kind: 'measure', branches: [], otherwise: 'NOWHERE' } });
  expect(found(tree)).toContain('lamp, LOOK, otherwise: there is no node NOWHERE');
  expect(found({ ...lamp, start: 'ELSEWHERE' })).toContain('lamp, start: there is no node ELSEWHERE');
});

test('words that are missing in one language are found', () => {
  const noNode = messagesWithout(({ nodes: { LIT: _, ...nodes } }) => ({ nodes }));
  expect(found(lamp, noNode)).toBe('lamp, LIT: no words in ru');
  const noQuestion = messagesWithout(() => ({ questions: {} }));
  expect(found(lamp, noQuestion)).toBe('lamp, PLUG, question: the question plugged has no words in ru');
  const noAnswer = messagesWithout(() => ({ questions: { plugged: { text: '', answers: { yes: 'Да' } } } }));
  expect(found(lamp, noAnswer)).toBe('lamp, PLUG, to.no: the answer no to plugged has no words in ru');
});

test('an answer that leads nowhere is found', () => {
  const tree = withNodes({ PLUG: { kind: 'ask', question: 'plugged', to: { yes: 'BULB' } } });
  expect(found(tree)).toContain('lamp, PLUG, to: the answer no to plugged leads nowhere');
});

test('a finding that does not exist is found, wherever it is named', () => {
  const named: readonly (readonly [string, string, TreeNode])[] = [
    ['CAUSE', 'finding', { kind: 'conclude', finding: 'lamp/gone', outcome: 'cause' }],
    [
      'CAUSE',
      'finding',
      { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(['lamp/gone']), outcome: 'cause' },
    ],
    [
      'CAUSE',
      'finding',
      {
        kind: 'conclude',
        finding: ({ open }) => (open('lamp/dark') ? 'lamp/gone' : undefined),
        outcome: 'cause',
      },
    ],
    [
      'LOOK',
      'branches[0].when',
      {
        kind: 'measure',
        branches: [{ when: ({ open }) => open('lamp/dark') && !open('lamp/gone'), to: 'PLUG' }],
        otherwise: 'FINE',
      },
    ],
    [
      'PLUG',
      'known',
      {
        kind: 'ask',
        question: 'plugged',
        known: ({ open, answer }) => (answer('plugged') === 'yes' && open('lamp/gone') ? 'no' : undefined),
        to: { yes: 'BULB', no: 'CAUSE' },
        unsure: 'BULB',
      },
    ],
    [
      'PLUG',
      'points.no',
      {
        kind: 'ask',
        question: 'plugged',
        to: { yes: 'BULB', no: 'CAUSE' },
        unsure: 'BULB',
        points: { no: ['lamp/gone'] },
      },
    ],
  ];
  for (const [id, key, node] of named) {
    expect(found(withNodes({ [id]: node }))).toContain(`lamp, ${id}, ${key}: there is no finding lamp/gone`);
  }
});

test('a finding of a check that is run with it is none of its mistakes', () => {
  const tree = withNodes({ CAUSE: { kind: 'conclude', finding: 'power/cut', outcome: 'cause' } });
  expect(lint(tree, lampCheck, ['power/cut'])).toEqual([]);
});

test('a fix that does not exist is found', () => {
  expect(found(lamp, { ...lampCheck, fixes: [] })).toContain(
    'lamp, BULB, fixes[0]: there is no fix new-bulb',
  );
});

test('advice that does not exist is found', () => {
  const { BULB } = lamp.nodes;
  if (BULB?.kind !== 'do') throw new Error('the bulb is gone');
  const tree = withNodes({ BULB: { ...BULB, advice: ['lamp/how'] } });
  expect(found(tree)).toContain('lamp, BULB, advice[0]: there is no advice lamp/how');
  const say = () => ({ title: '', steps: [] });
  const { messages } = lampCheck;
  const advised = { ...messages, en: { ...messages.en, advice: { 'lamp/how': { say } } } };
  expect(found(tree, { ...lampCheck, messages: advised })).not.toContain('advice');
});

test('a loop in which nothing is done is found, one with something to do is not', () => {
  const tree = withNodes({ CAUSE: { kind: 'measure', branches: [], otherwise: 'LOOK' } });
  expect(found(tree)).toContain('lamp, LOOK: a loop in which nothing is done');
  expect(found(lamp)).not.toContain('loop');
});

const ask = (more: Partial<Extract<TreeNode, { kind: 'ask' }>>): TreeNode => ({
  kind: 'ask',
  question: 'plugged',
  to: { yes: 'BULB', no: 'CAUSE' },
  unsure: 'BULB',
  ...more,
});

const flickers: Symptom = {
  id: 'flickers',
  entry: 'LOOK',
  with: [],
  suspects: { 'lamp/unplugged': 'usual' },
};

const said = { flickers: { name: 'It flickers', phrasings: ['on and off'] } };

const withSymptom = (symptom: Partial<Symptom> = {}) => ({
  ...lampCheck,
  symptoms: [{ ...flickers, ...symptom }],
  messages: {
    en: { ...lampCheck.messages.en, symptoms: said },
    ru: { ...lampCheck.messages.ru, symptoms: said },
  },
});

test('a complaint is a way into the tree, and must lead to a node', () => {
  const { LIT: _, ...others } = lamp.nodes;
  const tree = { start: 'FINE', nodes: others };
  expect(found(tree, withSymptom())).not.toContain('no way leads there');
  expect(found(tree)).toContain('LOOK: no way leads there');
  expect(found(lamp, withSymptom({ entry: 'constructor' }))).toBe(
    'lamp, flickers, entry: there is no node constructor',
  );
});

test('a complaint has a name and phrasings in both languages', () => {
  const check = withSymptom();
  const messages = (symptoms: Readonly<Record<string, SymptomWords>>) => ({
    ...check,
    messages: { ...check.messages, ru: { ...check.messages.ru, symptoms } },
  });
  expect(found(lamp, messages({}))).toBe('lamp, flickers: no words in ru');
  expect(found(lamp, messages({ flickers: { name: ' ', phrasings: ['x'] } }))).toBe(
    'lamp, flickers: no words in ru',
  );
  expect(found(lamp, messages({ flickers: { name: 'Мигает', phrasings: [' '] } }))).toBe(
    'lamp, flickers: nobody can say it: no phrasings in ru',
  );
});

test('what a complaint suspects exists and is measured', () => {
  const lines = (symptom: Partial<Symptom>) =>
    lint(lamp, withSymptom(symptom), ['power/cut']).filter((line) => !line.includes('no path'));
  expect(lines({ suspects: { 'lamp/gone': 'rare' } })).toEqual([
    'lamp, flickers, suspects.lamp/gone: there is no finding lamp/gone',
  ]);
  expect(lines({ suspects: { 'power/cut': 'rare' } })).toEqual([
    'lamp, flickers, suspects.power/cut: power/cut is suspected, but power is not measured with it',
  ]);
  expect(lines({ suspects: { 'power/cut': 'rare' }, with: ['power'] })).toEqual([]);
  expect(lines({ with: ['gas'] })).toEqual(['lamp, flickers, with[0]: there is no module gas']);
});

test('a cause that no path concludes with is found', () => {
  const suspects = { 'lamp/unplugged': 'usual', 'lamp/dark': 'rare' } as const;
  expect(found(lamp, withSymptom({ suspects }))).toBe(
    'lamp, flickers, suspects.lamp/dark: no path concludes with lamp/dark',
  );
  // Another end does not name it either, though the walk itself would fall back to it.
  const fine = withNodes({ FINE: { kind: 'conclude', outcome: 'unexplained' } });
  expect(found(fine, withSymptom({ suspects }))).toContain('no path concludes with lamp/dark');
  const ends = withNodes({ FINE: { kind: 'conclude', outcome: 'cause' } });
  expect(found(ends, withSymptom({ suspects }))).toContain('no path concludes with lamp/dark');
});

test('a cause is reached through whatever the walk can meet: an answer, a failed step, a change, a check that could not look', () => {
  const suspects = { 'lamp/dark': 'usual' } as const;
  const dark: TreeNode = { kind: 'conclude', finding: 'lamp/dark', outcome: 'cause' };
  const check = withSymptom({ suspects });
  const ways: readonly Readonly<Record<string, TreeNode>>[] = [
    { CAUSE: dark },
    { 'BULB.AGAIN': dark },
    { LIT: { ...dark, outcome: 'solved' } },
    ...[
      ({ changed }: TreeView) => changed?.includes('device') === true,
      ({ looked }: TreeView) => !looked,
      ({ open }: TreeView) => open('lamp/dark'),
    ].map((when) => ({
      LOOK: { kind: 'measure', branches: [{ when, to: 'CAUSE' }], otherwise: 'PLUG' } as const,
      PLUG: ask({ to: { yes: 'FINE', no: 'FINE' }, unsure: 'FINE' }),
      CAUSE: dark,
    })),
    {
      'BULB.AGAIN': {
        kind: 'measure',
        branches: [{ when: ({ appeared }) => appeared === true, to: 'CAUSE' }],
        otherwise: 'FINE',
      },
      PLUG: ask({ to: { yes: 'BULB', no: 'BULB' } }),
      CAUSE: dark,
    },
  ];
  for (const nodes of ways) expect(found(withNodes(nodes), check)).not.toContain('no path');
});

test('a question without a way for who cannot answer it is found', () => {
  expect(
    found(withNodes({ PLUG: { kind: 'ask', question: 'plugged', to: { yes: 'BULB', no: 'CAUSE' } } })),
  ).toBe('lamp, PLUG, unsure: nothing says where somebody who cannot answer plugged goes on');
});

test('a question whose answer changes nothing is found', () => {
  const same = { to: { yes: 'BULB', no: 'BULB' }, unsure: 'BULB' };
  const idle = 'PLUG, to: whatever is answered to plugged, nothing changes';
  expect(found(withNodes({ PLUG: ask(same) }))).toContain(idle);
  expect(found(withNodes({ PLUG: ask({ ...same, points: { no: [] } }) }))).toContain(idle);
  expect(found(withNodes({ PLUG: ask({ ...same, unsure: 'CAUSE' }) }))).not.toContain(idle);
  expect(
    found(withNodes({ PLUG: ask({ ...same, points: { no: ['lamp/unplugged'] } }) }), withSymptom()),
  ).not.toContain(idle);
  const remembered = withNodes({
    PLUG: ask(same),
    'BULB.AGAIN': {
      kind: 'measure',
      branches: [
        { when: ({ open, answer }) => open('lamp/dark') && answer('plugged') === 'no', to: 'CAUSE' },
      ],
      otherwise: 'FINE',
    },
  });
  expect(found(remembered)).not.toContain(idle);
});

test('an answer that speaks for what nobody suspects, or that there is not, is found', () => {
  const tree = withNodes({
    PLUG: ask({ points: { yes: ['lamp/dark', 'lamp/unplugged'], no: ['lamp/dark'], maybe: [] } }),
  });
  const lines = found(tree, withSymptom());
  expect(lines).toContain(
    'PLUG, points.no: no complaint of this tree suspects what the answer no speaks for',
  );
  expect(lines).toContain('PLUG, points.maybe: there is no answer maybe');
  expect(lines).not.toContain('points.yes');
  expect(found(withNodes({ PLUG: ask({ points: { no: ['lamp/unplugged'] } }) }), withSymptom())).toBe('');
});

test('what is asked after something was done has the answers yes and no', () => {
  const { BULB } = lamp.nodes;
  if (BULB?.kind !== 'do') throw new Error('the bulb is gone');
  const tree = withNodes({ BULB: { ...BULB, asks: 'lit' } });
  expect(found(tree)).toContain('BULB, asks: the question lit has no words in en');
  const check = (answers: Readonly<Record<string, string>>) => {
    const words = {
      ...lampCheck.messages.en,
      questions: { ...lampCheck.messages.en.questions, lit: { text: 'Lit?', answers } },
    };
    return { ...lampCheck, messages: { en: words, ru: words } };
  };
  expect(found(tree, check({ yes: 'Yes', maybe: 'Maybe' }))).toBe(
    'lamp, BULB, asks: lit must have the answers yes and no',
  );
  expect(found(tree, check({ yes: 'Yes', no: 'No', unsure: 'Maybe' }))).toBe('');
});

const choosing = (nodes: Readonly<Record<string, TreeNode>> = {}): Tree => ({
  start: 'PICK',
  nodes: {
    PICK: { kind: 'choose', among: ['PLUG', 'BULB'], otherwise: 'CAUSE' },
    PLUG: ask({ to: { yes: 'PICK', no: 'CAUSE' }, unsure: 'PICK' }),
    BULB: {
      kind: 'do',
      fixes: ['new-bulb'],
      solved: ({ open }) => !open('lamp/dark'),
      to: 'LIT',
      otherwise: 'PICK',
    },
    CAUSE: { kind: 'conclude', finding: 'lamp/unplugged', outcome: 'cause' },
    LIT: { kind: 'conclude', outcome: 'solved' },
    ...nodes,
  },
});

test('what is chosen among asks or does something and comes back', () => {
  expect(found(choosing())).toBe('');
  const back: TreeNode = { kind: 'measure', branches: [], otherwise: 'PICK' };
  expect(
    found(choosing({ LOOK: back, PLUG: ask({ to: { yes: 'LOOK', no: 'CAUSE' }, unsure: 'CAUSE' }) })),
  ).toBe('');
  expect(found(choosing({ PLUG: ask({ to: { yes: 'LIT', no: 'CAUSE' }, unsure: 'CAUSE' }) }))).toBe(
    'lamp, PICK, among[0]: PLUG does not come back: what is left would never be tried',
  );
  expect(
    found(choosing({ PICK: { kind: 'choose', among: ['PLUG', 'BULB', 'LIT'], otherwise: 'CAUSE' } })),
  ).toBe('lamp, PICK, among[2]: LIT neither asks nor does anything: it cannot be chosen');
});

test('a choice whose way out leads back to it is a loop in which nothing is done', () => {
  const tree = choosing({ CAUSE: { kind: 'measure', branches: [], otherwise: 'PICK' } });
  expect(found(tree)).toContain('PICK: a loop in which nothing is done');
});

test('where a tree chooses by figures, each fix has some, and each step a fix', () => {
  const [bulb] = lampCheck.fixes;
  const check = (...fixes: readonly Partial<Fix>[]) => ({
    ...withSymptom({ entry: 'PICK' }),
    fixes: fixes.map((fix) => ({ ...bulb, ...fix })),
  });
  const figured = { cost: { seconds: 60 }, chance: 'half' } as const;
  const other = { id: 'other-bulb' };
  const { BULB } = choosing().nodes;
  if (BULB?.kind !== 'do') throw new Error('the bulb is gone');
  const both = choosing({ BULB: { ...BULB, fixes: ['new-bulb', 'other-bulb'] } });
  expect(found(both, check(figured, { ...other, ...figured }))).toBe('');
  expect(found(both, check(figured, other))).toBe(
    'lamp, BULB, fixes[1]: the fix other-bulb has no cost or no chance, and the tree chooses by figures',
  );
  expect(found(both, check(figured, { ...other, cost: { seconds: 60 } }))).toContain(
    'other-bulb has no cost',
  );
  // Nobody has figures: the order of the author holds, and that is no mistake.
  expect(found(both, check({}, other))).toBe('');
  const idle = choosing({
    PICK: { kind: 'choose', among: ['PLUG', 'BULB', 'WAIT'], otherwise: 'CAUSE' },
    WAIT: { ...BULB, fixes: [] },
  });
  const words = check(figured);
  const { en } = words.messages;
  const waiting = { ...en, nodes: { ...en.nodes, WAIT: 'Wait' } };
  expect(found(idle, { ...words, messages: { en: waiting, ru: waiting } })).toBe(
    'lamp, PICK, among[2]: WAIT has no fix, so there are no figures to choose it by',
  );
});

test('two trees with the same complaint are found', () => {
  const flaws = sharedSymptoms([withSymptom(), { ...withSymptom(), id: 'torch' }]);
  expect(flaws.map((flaw) => flawLine(flaw, 'en'))).toEqual([
    'torch, flickers: flickers is a complaint of lamp already',
  ]);
});

test('mistakes are told in Russian too', () => {
  const tree = withNodes({ LOST: { kind: 'conclude', outcome: 'fine' } });
  expect(lint(tree, lampCheck, [], 'ru')).toContain('lamp, LOST: сюда не ведёт ни один путь');
});
