import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tree as connectivity } from '../../checks/connectivity/tree.ts';
import { tree as diskSpace } from '../../checks/disk-space/tree.ts';
import type { Tree } from '../../src/contract.ts';
import type { Measurement, WalkEvent, WalkState } from '../../src/tree/state.ts';
import { advance, MAX_EVENTS, MAX_IDLE_ROUNDS, start } from '../../src/tree/walk.ts';
import { lamp, seen } from './made-up.ts';

const measured = (measurement: Measurement): WalkEvent => ({ kind: 'measured', measurement });
const DONE: WalkEvent = { kind: 'done' };

const after = (tree: Tree, ...events: readonly WalkEvent[]): WalkState =>
  events.reduce((state, event) => advance({ tree }, state, event), start({ tree }));

test('a walk begins with a look', () => {
  expect(start({ tree: lamp }).wanted).toEqual({ kind: 'measure', why: 'start' });
});

test('what nothing is wrong with ends at once', () => {
  expect(after(lamp, measured(seen())).wanted).toEqual({ kind: 'concluded', outcome: 'fine' });
});

test('a question comes with its answers', () => {
  expect(after(lamp, measured(seen('lamp/dark'))).wanted).toEqual({
    kind: 'ask',
    question: 'plugged',
    answers: ['yes', 'no'],
  });
});

test('what was measured is never asked, and the journal says who answered', () => {
  const state = after(lamp, measured(seen('lamp/dark', 'lamp/unplugged')));
  expect(state.wanted).toEqual({ kind: 'concluded', outcome: 'cause', finding: 'lamp/unplugged' });
  expect(state.journal.filter(({ kind }) => kind === 'asked')).toEqual([
    {
      kind: 'asked',
      node: 'PLUG',
      question: 'plugged',
      answer: 'no',
      by: 'measurement',
      because: ['lamp/unplugged'],
    },
  ]);
});

test('what was done is followed by a fresh look, and the look decides', () => {
  const yes: WalkEvent = { kind: 'answered', question: 'plugged', answer: 'yes' };
  const asked = after(lamp, measured(seen('lamp/dark')), yes);
  expect(asked.wanted).toEqual({ kind: 'do', fixes: ['new-bulb'] });
  const verifying = advance({ tree: lamp }, asked, DONE);
  expect(verifying.wanted).toEqual({ kind: 'measure', why: 'verify' });
  const lit = advance({ tree: lamp }, verifying, measured(seen()));
  expect(lit.wanted).toEqual({ kind: 'concluded', outcome: 'solved' });
  expect(lit.journal.find(({ kind }) => kind === 'did')).toMatchObject({ node: 'BULB', effect: 'solved' });
});

test('three rounds that change nothing end in a conclusion for support', () => {
  let state = after(lamp, measured(seen('lamp/dark')), {
    kind: 'answered',
    question: 'plugged',
    answer: 'yes',
  });
  let rounds = 0;
  while (state.wanted.kind === 'do') {
    rounds += 1;
    state = advance({ tree: lamp }, advance({ tree: lamp }, state, DONE), measured(seen('lamp/dark')));
  }
  expect(rounds).toBe(MAX_IDLE_ROUNDS);
  expect(state.wanted).toEqual({ kind: 'concluded', outcome: 'unexplained', finding: 'lamp/dark' });
});

test('a person who cannot do it is led on without a look', () => {
  const state = after(
    lamp,
    measured(seen('lamp/dark')),
    { kind: 'answered', question: 'plugged', answer: 'yes' },
    { kind: 'cannot' },
  );
  expect([state.at, state.wanted.kind]).toEqual(['BULB.AGAIN', 'do']);
  expect(state.journal.at(-1)).toMatchObject({ kind: 'did', effect: 'cannot' });
});

test.each<[string, WalkEvent]>([
  ['an answer to another question', { kind: 'answered', question: 'colour', answer: 'yes' }],
  ['an answer that is not offered', { kind: 'answered', question: 'plugged', answer: 'perhaps' }],
  [
    'an answer named like something of the language',
    { kind: 'answered', question: 'plugged', answer: 'toString' },
  ],
  ['something done that was not asked for', DONE],
  ['a look that was not asked for', measured(seen())],
])('%s changes nothing', (_, event) => {
  const state = after(lamp, measured(seen('lamp/dark')));
  expect(advance({ tree: lamp }, state, event)).toBe(state);
});

test('a question is not asked a second time', () => {
  const twice: Tree = {
    start: 'A',
    nodes: {
      A: { kind: 'ask', question: 'q', to: { yes: 'B' } },
      B: { kind: 'ask', question: 'q', to: { yes: 'C' } },
      C: { kind: 'conclude', outcome: 'fine' },
    },
  };
  const state = after(twice, measured(seen()), { kind: 'answered', question: 'q', answer: 'yes' });
  expect(state.wanted.kind).toBe('concluded');
  expect(state.journal.flatMap((step) => (step.kind === 'asked' ? [step.by] : []))).toEqual([
    'person',
    'earlier',
  ]);
});

test('a tree that goes in circles ends, and says that it explains nothing', () => {
  const circle: Tree = {
    start: 'A',
    nodes: {
      A: { kind: 'measure', branches: [], otherwise: 'B' },
      B: { kind: 'measure', branches: [], otherwise: 'A' },
    },
  };
  expect(after(circle, measured(seen('lamp/dark'))).wanted).toEqual({
    kind: 'concluded',
    outcome: 'unexplained',
    finding: 'lamp/dark',
  });
});

test('a node that is not there ends it too', () => {
  const broken: Tree = { start: 'A', nodes: { A: { kind: 'measure', branches: [], otherwise: 'NOWHERE' } } };
  expect(after(broken, measured(seen())).wanted).toEqual({ kind: 'concluded', outcome: 'unexplained' });
});

test('a cause that is itself explained gives way to what explains it', () => {
  const state = after(
    {
      start: 'A',
      nodes: { A: { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(['b']), outcome: 'cause' } },
    },
    measured({
      looked: true,
      findings: [
        { code: 'b', severity: 'critical', isConsequence: true },
        { code: 'note', severity: 'info', isConsequence: false },
        { code: 'root', severity: 'warning', isConsequence: false },
      ],
    }),
  );
  expect(state.wanted).toEqual({ kind: 'concluded', outcome: 'cause', finding: 'root' });
});

test('nothing is called fine while a check that was run with it has found a cause', () => {
  expect(after(lamp, measured(seen('power/cut'))).wanted).toEqual({
    kind: 'concluded',
    outcome: 'cause',
    finding: 'power/cut',
  });
});

test.each([
  ['the made-up tree', lamp, ['lamp/dark', 'lamp/unplugged']],
  ['connectivity', connectivity, codesOf(connectivity)],
  ['disk-space', diskSpace, codesOf(diskSpace)],
] as const)('whatever is measured and said, the walk through %s ends', (_, tree, codes) => {
  const measurement = fc.record({
    looked: fc.boolean(),
    findings: fc.array(
      fc.record({
        code: fc.constantFrom(...codes),
        severity: fc.constantFrom('critical' as const, 'warning' as const, 'info' as const),
        isConsequence: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(fc.infiniteStream(measurement), fc.infiniteStream(fc.nat()), (looks, choices) => {
      const next = <T>(stream: Iterator<T>): T => stream.next().value;
      let state = start({ tree });
      let events = 0;
      while (state.wanted.kind !== 'concluded') {
        events += 1;
        expect(events).toBeLessThanOrEqual(MAX_EVENTS);
        const { wanted } = state;
        const before = state;
        if (wanted.kind === 'measure') state = advance({ tree }, state, measured(next(looks)));
        else if (wanted.kind === 'do')
          state = advance({ tree }, state, next(choices) % 4 === 0 ? { kind: 'cannot' } : DONE);
        else {
          const { question, answers } = wanted;
          const answer = answers[next(choices) % answers.length] ?? '';
          state = advance({ tree }, state, { kind: 'answered', question, answer });
        }
        expect(state).not.toBe(before);
      }
      // Whether it helped is asked after each thing that was done.
      const asked = state.journal.flatMap((step) =>
        step.kind === 'asked' && step.by === 'person' && tree.nodes[step.node]?.kind === 'ask'
          ? [step.question]
          : [],
      );
      expect(new Set(asked).size).toBe(asked.length);
    }),
    { numRuns: 300 },
  );
});

/** The codes a tree looks at. */
function codesOf(tree: Tree): readonly string[] {
  const codes = new Set<string>();
  const view = {
    open: (code: string) => {
      codes.add(code);
      return false;
    },
    firstOpen: () => undefined,
    answer: () => undefined,
    looked: true,
  };
  for (const node of Object.values(tree.nodes)) {
    if (node.kind === 'measure') for (const { when } of node.branches) when(view);
  }
  return [...codes];
}
