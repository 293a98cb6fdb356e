/**
 * Walks a decision tree: a pure state machine. What it wants next stands in the state; who measures,
 * asks and prints is none of its business.
 */
import type { Tree, TreeNode, TreeView } from '../contract.ts';
import type { Effect, Measurement, Outcome, Step, WalkEvent, WalkState } from './state.ts';
import { rootCause, viewOf } from './view.ts';

/** Fault catalogue, section 2: after three rounds without change a person has to look. */
export const MAX_IDLE_ROUNDS = 3;

/** No tree needs as many; a tree that does is going in circles. */
export const MAX_EVENTS = 60;

export const start = ({ start: at }: Tree): WalkState => ({
  at,
  wanted: { kind: 'measure', why: 'start' },
  answers: {},
  journal: [],
  idleRounds: 0,
  events: 0,
});

/** The state after an event. What was not asked for changes nothing. */
export const advance = (tree: Tree, state: WalkState, event: WalkEvent): WalkState => {
  const next = take(tree, state, event);
  return next === undefined
    ? state
    : next.wanted.kind !== 'concluded' && next.events >= MAX_EVENTS
      ? conclude(next, 'unexplained', undefined)
      : next;
};

const take = (tree: Tree, before: WalkState, event: WalkEvent): WalkState | undefined => {
  const { wanted } = before;
  const state: WalkState = { ...before, events: before.events + 1 };
  switch (event.kind) {
    case 'measured':
      return wanted.kind === 'measure' ? measured(tree, state, wanted.why, event.measurement) : undefined;
    case 'answered':
      return wanted.kind === 'ask' && wanted.question === event.question
        ? answered(tree, state, event.answer, 'person')
        : undefined;
    case 'done':
      return wanted.kind === 'do' ? { ...state, wanted: { kind: 'measure', why: 'verify' } } : undefined;
    case 'cannot': {
      const node = tree.nodes[state.at];
      return wanted.kind === 'do' && node?.kind === 'do'
        ? settle(tree, did(state, node, 'cannot'), node.otherwise)
        : undefined;
    }
  }
};

const measured = (
  tree: Tree,
  before: WalkState,
  why: 'start' | 'verify',
  measurement: Measurement,
): WalkState => {
  const open = measurement.findings.map(({ code }) => code);
  const look = (state: WalkState, seen: Measurement = measurement): WalkState =>
    noted({ ...state, measurement: seen }, { kind: 'measured', node: before.at, open });
  const node = tree.nodes[before.at];
  if (why === 'start' || node?.kind !== 'do') return settle(tree, look(before), before.at);
  const compared = { ...measurement, appeared: appearedIn(before.measurement, measurement) };
  const solved = node.solved(viewOf(compared, before.answers));
  const effect: Effect = solved ? 'solved' : isSame(before.measurement, measurement) ? 'same' : 'changed';
  const after = look(did(before, node, effect), compared);
  const next = settle(tree, after, solved ? node.to : node.otherwise);
  // A conclusion of the tree's own is better than giving up.
  return after.idleRounds >= MAX_IDLE_ROUNDS && next.wanted.kind !== 'concluded'
    ? conclude(after, 'unexplained', rootCause(measurement))
    : next;
};

type DoNode = Extract<TreeNode, { kind: 'do' }>;

const did = (state: WalkState, { fixes }: DoNode, effect: Effect): WalkState => ({
  ...noted(state, { kind: 'did', node: state.at, fixes, effect }),
  // What could not be done was no round.
  idleRounds: effect === 'same' ? state.idleRounds + 1 : effect === 'cannot' ? state.idleRounds : 0,
});

const answered = (tree: Tree, state: WalkState, answer: string, by: AnsweredBy): WalkState | undefined => {
  const node = tree.nodes[state.at];
  if (node?.kind !== 'ask' || !Object.hasOwn(node.to, answer)) return undefined;
  const { question } = node;
  const next = node.to[answer] ?? state.at;
  const told = noted(state, { kind: 'asked', node: state.at, question, answer, by });
  return settle(tree, { ...told, answers: { ...state.answers, [question]: answer } }, next);
};

type AnsweredBy = Extract<Step, { kind: 'asked' }>['by'];

/** Goes on from a node for as long as nothing is wanted from outside. */
const settle = (tree: Tree, from: WalkState, to: string): WalkState => {
  const passed = new Set<string>();
  let state: WalkState = { ...from, at: to };
  for (;;) {
    const node = tree.nodes[state.at];
    // A circle, or a node that is not there: the linter finds both; a person is not kept waiting for it.
    if (node === undefined || state.measurement === undefined || passed.has(state.at)) {
      return conclude(state, 'unexplained', state.measurement && rootCause(state.measurement));
    }
    passed.add(state.at);
    const view = viewOf(state.measurement, state.answers);
    switch (node.kind) {
      case 'measure': {
        const next = node.branches.find(({ when }) => when(view))?.to ?? node.otherwise;
        state = { ...noted(state, { kind: 'looked', node: state.at, to: next }), at: next };
        break;
      }
      case 'ask': {
        const known = knownAnswer(node, view);
        if (known === undefined) {
          const { question, to: targets } = node;
          return { ...state, wanted: { kind: 'ask', question, answers: Object.keys(targets) } };
        }
        const step: Step = { kind: 'asked', node: state.at, question: node.question, ...known };
        const answers = { ...state.answers, [node.question]: known.answer };
        state = { ...noted(state, step), answers, at: node.to[known.answer] ?? state.at };
        break;
      }
      case 'do': {
        // What would be done for nothing is not done.
        if (!node.solved(view)) return { ...state, wanted: { kind: 'do', fixes: node.fixes } };
        state = { ...state, at: node.to };
        break;
      }
      case 'conclude': {
        const named = typeof node.finding === 'function' ? node.finding(view) : node.finding;
        const finding = named ?? (node.outcome === 'solved' ? undefined : rootCause(state.measurement));
        return conclude(state, outcomeOf(node.outcome, finding), finding);
      }
    }
  }
};

/** A cause needs a finding; and nothing is fine while a check that was run with this one has found a cause. */
const outcomeOf = (outcome: Outcome, finding: string | undefined): Outcome => {
  if (outcome === 'cause' && finding === undefined) return 'unexplained';
  return outcome === 'fine' && finding !== undefined ? 'cause' : outcome;
};

const knownAnswer = (
  { question, known, to }: Extract<TreeNode, { kind: 'ask' }>,
  view: TreeView,
): { readonly answer: string; readonly by: AnsweredBy } | undefined => {
  const seen = known?.(view);
  if (seen !== undefined && Object.hasOwn(to, seen)) return { answer: seen, by: 'measurement' };
  const before = view.answer(question);
  return before !== undefined && Object.hasOwn(to, before) ? { answer: before, by: 'earlier' } : undefined;
};

const conclude = (state: WalkState, outcome: Outcome, finding: string | undefined): WalkState => {
  const conclusion = { outcome, ...(finding !== undefined && { finding }) };
  return {
    ...noted(state, { kind: 'concluded', node: state.at, ...conclusion }),
    wanted: { kind: 'concluded', ...conclusion },
  };
};

const noted = (state: WalkState, step: Step): WalkState => ({ ...state, journal: [...state.journal, step] });

const isSame = (before: Measurement | undefined, now: Measurement): boolean =>
  before !== undefined &&
  before.looked === now.looked &&
  codesOf(before) === codesOf(now) &&
  (before.seen ?? []).join('\n') === (now.seen ?? []).join('\n');

/** Where one of the two could not look, nothing is known to be new. */
const appearedIn = (before: Measurement | undefined, { seen = [] }: Measurement): readonly string[] => {
  const earlier = before?.seen;
  return earlier === undefined ? [] : seen.filter((one) => !earlier.includes(one));
};

const codesOf = ({ findings }: Measurement): string =>
  findings
    .map(({ code, severity }) => `${code} ${severity}`)
    .sort()
    .join('\n');
