/** A node that chooses: what it leaves out, and where it ends. */
import { expect, test } from 'vitest';
import type { Fix, Tree, TreeNode } from '../../src/contract.ts';
import { believed } from '../../src/tree/odds/belief.ts';
import type { WalkState } from '../../src/tree/state.ts';
import { advance, type Course, start } from '../../src/tree/walk.ts';
import { seen } from './made-up.ts';

const vain = (fix: string): TreeNode => ({
  kind: 'do',
  fixes: [fix],
  solved: () => false,
  to: 'LIT',
  otherwise: 'PICK',
});

const tree = (among: readonly string[], otherwise = 'CAUSE'): Tree => ({
  start: 'PICK',
  nodes: {
    PICK: { kind: 'choose', among, otherwise },
    ...Object.fromEntries(['A', 'B', 'C', 'D'].map((id) => [id, vain(id)])),
    AWAY: { kind: 'do', fixes: ['A'], solved: () => false, to: 'PICK', otherwise: 'PICK' },
    ASK: { kind: 'ask', question: 'plugged', to: { yes: 'CAUSE', no: 'LIT' } },
    CAUSE: { kind: 'conclude', finding: 'lamp/unplugged', outcome: 'cause' },
    LIT: { kind: 'conclude', outcome: 'solved' },
  },
});

/** Does what is wanted, in vain, until something else is wanted. */
const done = (course: Course): WalkState => {
  const look = { kind: 'measured', measurement: seen('lamp/dark') } as const;
  let state = advance(course, start(course), look);
  while (state.wanted.kind === 'do') state = advance(course, advance(course, state, { kind: 'done' }), look);
  return state;
};

const did = ({ journal }: WalkState): readonly string[] =>
  journal.flatMap((step) => (step.kind === 'did' ? [step.node] : []));

test('after three rounds in vain nothing more is chosen, and what is concluded without it is the end', () => {
  const state = done({ tree: tree(['A', 'B', 'C', 'D']) });
  expect(did(state)).toEqual(['A', 'B', 'C']);
  expect(state.wanted).toEqual({ kind: 'concluded', outcome: 'cause', finding: 'lamp/unplugged' });
});

test('a question is no round: it is asked all the same', () => {
  expect(done({ tree: tree(['A', 'B', 'C', 'D'], 'ASK') }).wanted).toMatchObject({ kind: 'ask' });
});

test('what leads to the same place either way prepares a step, and is no round', () => {
  expect(did(done({ tree: tree(['AWAY', 'A', 'B', 'C', 'D']) }))).toEqual(['AWAY', 'A', 'B', 'C']);
});

const fix = (id: string, os: Fix['os'][number]): Fix => ({
  id,
  for: ['lamp/unplugged'],
  os: [os],
  steps: [],
  needs: 'person',
  risk: 'example',
  cost: { seconds: 10 },
  chance: 'half',
});

test('what is for another system is not chosen, and does not take the figures from the rest', () => {
  const fixes = [fix('A', 'win32'), fix('B', 'linux')];
  const odds = { fixes, os: 'linux', suspects: { 'lamp/unplugged': 'usual' } } as const;
  const state = done({ tree: tree(['A', 'B']), odds });
  expect(did(state)).toEqual(['B']);
});

test('what no look can rule out is believed as before', () => {
  const suspects = { 'lamp/unplugged': 'common', 'lamp/dark': 'common' } as const;
  const options = { tree: tree(['A']), fixes: [], os: 'linux', suspects } as const;
  const unseen = { ...options, tree: { ...options.tree, unseen: ['lamp/unplugged'] } };
  const now = believed(options, { measurement: seen(), journal: [] });
  const then = believed(unseen, { measurement: seen(), journal: [] });
  expect(now['lamp/unplugged']).toBe(now['lamp/dark']);
  expect(then['lamp/unplugged'] ?? 0).toBeGreaterThan(5 * (now['lamp/unplugged'] ?? 0));
});
