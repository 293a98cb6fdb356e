import { expect, test } from 'vitest';
import { diskSpace } from '../../checks/disk-space/index.ts';
import { tree as diskTree } from '../../checks/disk-space/tree.ts';
import { hardware } from '../../checks/hardware/index.ts';
import type { Tree, TreeNode } from '../../src/contract.ts';
import { lint } from '../../src/tree/lint.ts';
import { lamp, lampCheck } from './made-up.ts';

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
  expect(lint(diskTree, diskSpace, Object.keys(hardware.messages.en.findings))).toEqual([]);
});

test('a node no way leads to is found', () => {
  expect(found(withNodes({ LOST: { kind: 'conclude', outcome: 'fine' } }))).toContain(
    'LOST: no way leads there',
  );
});

test('a target that does not exist is found', () => {
  const tree = withNodes({ LOOK: { kind: 'measure', branches: [], otherwise: 'NOWHERE' } });
  expect(found(tree)).toContain('LOOK: there is no node NOWHERE');
  expect(found({ ...lamp, start: 'ELSEWHERE' })).toContain('start: there is no node ELSEWHERE');
});

test('words that are missing in one language are found', () => {
  const noNode = messagesWithout(({ nodes: { LIT: _, ...nodes } }) => ({ nodes }));
  expect(found(lamp, noNode)).toBe('LIT: no words in ru');
  const noQuestion = messagesWithout(() => ({ questions: {} }));
  expect(found(lamp, noQuestion)).toBe('PLUG: the question plugged has no words in ru');
  const noAnswer = messagesWithout(() => ({ questions: { plugged: { text: '', answers: { yes: 'Да' } } } }));
  expect(found(lamp, noAnswer)).toBe('PLUG: the answer no to plugged has no words in ru');
});

test('an answer that leads nowhere is found', () => {
  const tree = withNodes({ PLUG: { kind: 'ask', question: 'plugged', to: { yes: 'BULB' } } });
  expect(found(tree)).toContain('PLUG: the answer no to plugged leads nowhere');
});

test('a finding that does not exist is found, wherever it is named', () => {
  const named: readonly (readonly [string, TreeNode])[] = [
    ['CAUSE', { kind: 'conclude', finding: 'lamp/gone', outcome: 'cause' }],
    ['CAUSE', { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(['lamp/gone']), outcome: 'cause' }],
    [
      'LOOK',
      {
        kind: 'measure',
        branches: [{ when: ({ open }) => open('lamp/gone'), to: 'PLUG' }],
        otherwise: 'FINE',
      },
    ],
  ];
  for (const [id, node] of named) {
    expect(found(withNodes({ [id]: node }))).toContain(`${id}: there is no finding lamp/gone`);
  }
});

test('a finding of a check that is run with it is none of its mistakes', () => {
  const tree = withNodes({ CAUSE: { kind: 'conclude', finding: 'power/cut', outcome: 'cause' } });
  expect(lint(tree, lampCheck, ['power/cut'])).toEqual([]);
});

test('a fix that does not exist is found', () => {
  expect(found(lamp, { ...lampCheck, fixes: [] })).toContain('BULB: there is no fix new-bulb');
});

test('advice that does not exist is found', () => {
  const { BULB } = lamp.nodes;
  if (BULB?.kind !== 'do') throw new Error('the bulb is gone');
  const tree = withNodes({ BULB: { ...BULB, advice: ['lamp/how'] } });
  expect(found(tree)).toContain('BULB: there is no advice lamp/how');
  const say = () => ({ title: '', steps: [] });
  const { messages } = lampCheck;
  const advised = { ...messages, en: { ...messages.en, advice: { 'lamp/how': { say } } } };
  expect(found(tree, { ...lampCheck, messages: advised })).not.toContain('advice');
});

test('a loop in which nothing is done is found, one with something to do is not', () => {
  const tree = withNodes({ CAUSE: { kind: 'measure', branches: [], otherwise: 'LOOK' } });
  expect(found(tree)).toContain('LOOK: a loop in which nothing is done');
  expect(found(lamp)).not.toContain('loop');
});
