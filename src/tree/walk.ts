/**
 * Walks a decision tree: a pure state machine. What it wants next stands in the state; who measures,
 * asks and prints is none of its business.
 */
import type { Tree, TreeNode, TreeView } from '../contract.ts';
import { modelAt, type OddsOptions } from './odds.ts';
import { decide, sharesOf } from './plan.ts';
import type { Chosen, Effect, Measurement, Outcome, Step, WalkEvent, WalkState } from './state.ts';
import { rootCause, viewOf } from './view.ts';

/** Fault catalogue, section 2: after three rounds without change a person has to look. */
export const MAX_IDLE_ROUNDS = 3;

/** No tree needs as many; a tree that does is going in circles. */
export const MAX_EVENTS = 60;

/** What is walked: a tree, from one of its nodes, with the figures of one complaint. */
export interface Course {
  readonly tree: Tree;
  /** The tree's own start without it. */
  readonly entry?: string;
  /** Without it the order of the authors holds. */
  readonly odds?: Omit<OddsOptions, 'tree'>;
}

export const start = ({ tree, entry }: Course): WalkState => ({
  at: entry ?? tree.start,
  wanted: { kind: 'measure', why: 'start' },
  answers: {},
  journal: [],
  idleRounds: 0,
  events: 0,
});

/** What is kept of a walk that was left: the rest is measured anew. */
export type Saved = Pick<WalkState, 'at' | 'answers' | 'journal' | 'idleRounds' | 'events'>;

/** Goes on where an earlier walk was left. What was to be done and is done by now is noted as done. */
export const resume = (course: Course, saved: Saved, measurement: Measurement): WalkState => {
  const seen = noted(
    { ...saved, measurement, wanted: { kind: 'measure', why: 'start' } },
    lookStep(saved.at, measurement),
  );
  const node = course.tree.nodes[saved.at];
  if (node === undefined) return settle(course, seen, course.entry ?? course.tree.start);
  return node.kind === 'do' && node.solved(viewOf(measurement, saved.answers))
    ? settle(course, did(seen, node, 'solved'), node.to)
    : settle(course, seen, saved.at);
};

/** The state after an event. What was not asked for changes nothing. */
export const advance = (course: Course, state: WalkState, event: WalkEvent): WalkState => {
  const next = take(course, state, event);
  return next === undefined
    ? state
    : next.wanted.kind !== 'concluded' && next.events >= MAX_EVENTS
      ? conclude(next, 'unexplained', undefined)
      : next;
};

const take = (course: Course, before: WalkState, event: WalkEvent): WalkState | undefined => {
  const { wanted } = before;
  const state: WalkState = { ...before, events: before.events + 1 };
  switch (event.kind) {
    case 'measured':
      return wanted.kind === 'measure' ? measured(course, state, wanted.why, event.measurement) : undefined;
    case 'answered':
    case 'unsure':
      return wanted.kind === 'ask' && wanted.question === event.question
        ? answered(course, state, event.kind === 'unsure' ? UNSURE : event.answer)
        : undefined;
    case 'done':
      return wanted.kind === 'do'
        ? {
            ...state,
            wanted: { kind: 'measure', why: 'verify' },
            ...(event.ran !== undefined && { ran: event.ran }),
          }
        : undefined;
    case 'cannot': {
      const node = course.tree.nodes[state.at];
      return wanted.kind === 'do' && node?.kind === 'do'
        ? settle(course, did(state, node, 'cannot'), node.otherwise)
        : undefined;
    }
  }
};

const measured = (
  course: Course,
  before: WalkState,
  why: 'start' | 'verify',
  measurement: Measurement,
): WalkState => {
  const look = (state: WalkState, seen: Measurement = measurement): WalkState =>
    noted({ ...state, measurement: seen }, lookStep(before.at, seen));
  const node = course.tree.nodes[before.at];
  if (why === 'start' || node?.kind !== 'do') return settle(course, look(before), before.at);
  const compared = { ...measurement, appeared: appearedIn(before.measurement, measurement) };
  const solved = node.solved(viewOf(compared, before.answers));
  const effect: Effect = solved ? 'solved' : isSame(before.measurement, measurement) ? 'same' : 'changed';
  if (node.asks !== undefined && !solved) {
    const wanted = { kind: 'ask', question: node.asks, answers: ['yes', 'no'] } as const;
    return { ...look(before, compared), wanted, verifying: effect };
  }
  return verified(course, look(did(before, node, effect), compared), node, solved);
};

const verified = (course: Course, after: WalkState, node: DoNode, solved: boolean): WalkState => {
  const next = settle(course, after, solved ? node.to : node.otherwise);
  if (after.idleRounds < MAX_IDLE_ROUNDS || next.wanted.kind === 'concluded') return next;
  // A conclusion of the tree's own is better than giving up: where there is a choice, nothing more is chosen of it.
  const back = course.tree.nodes[node.otherwise];
  const end = back?.kind === 'choose' ? settle(course, after, back.otherwise) : next;
  return end.wanted.kind === 'concluded' || (back?.kind === 'choose' && end.wanted.kind === 'ask')
    ? end
    : conclude(after, 'unexplained', after.measurement && rootCause(after.measurement));
};

const lookStep = (node: string, { findings, looked }: Measurement): Step => ({
  kind: 'measured',
  node,
  open: findings.map(({ code }) => code),
  ...(!looked && { blind: true }),
});

type DoNode = Extract<TreeNode, { kind: 'do' }>;

const did = ({ ran, ...state }: WalkState, { fixes, to, otherwise }: DoNode, effect: Effect): WalkState => ({
  ...noted(state, { kind: 'did', node: state.at, fixes, effect, ...(ran !== undefined && { ran }) }),
  // What could not be done was no round, nor is what leads to the same place either way: it prepares another step.
  idleRounds:
    effect === 'same' && to !== otherwise
      ? state.idleRounds + 1
      : effect === 'same' || effect === 'cannot'
        ? state.idleRounds
        : 0,
});

/** What "I don't know" is called among the answers. */
export const UNSURE = 'unsure';

const answered = (course: Course, state: WalkState, answer: string): WalkState | undefined => {
  const node = course.tree.nodes[state.at];
  if (node?.kind === 'do') return stillThere(course, state, node, answer);
  if (node?.kind !== 'ask') return undefined;
  const { question } = node;
  const next = Object.hasOwn(node.to, answer)
    ? node.to[answer]
    : answer === UNSURE
      ? unsureOf(node)
      : undefined;
  if (next === undefined) return undefined;
  const told = noted(state, { kind: 'asked', node: state.at, question, answer, by: 'person' });
  return settle(course, { ...told, answers: { ...state.answers, [question]: answer } }, next);
};

/** Where nobody said where "I don't know" leads, to where the last answer does: authors put "none of these" there. */
const unsureOf = ({ unsure, to }: Extract<TreeNode, { kind: 'ask' }>): string | undefined =>
  unsure ?? Object.values(to).at(-1);

/** Whether it helped only the person sees; who is not sure still has the trouble. */
const stillThere = (
  course: Course,
  before: WalkState,
  node: DoNode,
  answer: string,
): WalkState | undefined => {
  const { verifying, ...state } = before;
  if (node.asks === undefined || verifying === undefined) return undefined;
  if (!['yes', 'no', UNSURE].includes(answer)) return undefined;
  const asked: Step = { kind: 'asked', node: state.at, question: node.asks, answer, by: 'person' };
  const solved = answer === 'no';
  return verified(course, did(noted(state, asked), node, solved ? 'solved' : verifying), node, solved);
};

type AnsweredBy = Extract<Step, { kind: 'asked' }>['by'];

/** Goes on from a node for as long as nothing is wanted from outside. */
const settle = (course: Course, from: WalkState, to: string): WalkState => {
  const { tree } = course;
  const passed = new Set<string>();
  let state: WalkState = { ...from, at: to };
  for (;;) {
    const node = tree.nodes[state.at];
    // A circle, or a node that is not there: the linter finds both; a person is not kept waiting for it.
    if (
      node === undefined ||
      state.measurement === undefined ||
      (node.kind !== 'choose' && passed.has(state.at))
    ) {
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
        if (known === undefined) return wanting(state, node);
        const step: Step = { kind: 'asked', node: state.at, question: node.question, ...known };
        const answers = { ...state.answers, [node.question]: known.answer };
        state = { ...noted(state, step), answers, at: node.to[known.answer] ?? state.at };
        break;
      }
      case 'do': {
        // What would be done for nothing is not done.
        if (!node.solved(view)) return wanting(state, node);
        state = { ...state, at: node.to };
        break;
      }
      case 'choose': {
        const picked = pick(course, state, node, view);
        if (picked === undefined) {
          state = { ...state, at: node.otherwise };
          break;
        }
        const { id, chosen } = picked;
        const step = tree.nodes[id];
        if (step?.kind === 'do') return wanting({ ...state, at: id }, step, chosen);
        if (step?.kind === 'ask' && knownAnswer(step, view) === undefined) {
          return wanting({ ...state, at: id }, step, chosen);
        }
        state = { ...state, at: id };
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

const wanting = (
  state: WalkState,
  node: Extract<TreeNode, { kind: 'ask' | 'do' }>,
  chosen?: Chosen,
): WalkState => ({
  ...state,
  wanted: {
    ...(node.kind === 'do'
      ? { kind: 'do', fixes: node.fixes }
      : { kind: 'ask', question: node.question, answers: Object.keys(node.to) }),
    ...(chosen !== undefined && { chosen }),
  },
});

/** What comes next of the steps that are left; what was measured is answered first. Nothing where a ticket is cheaper. */
const pick = (
  { tree, odds }: Course,
  state: WalkState,
  { among, otherwise }: Extract<TreeNode, { kind: 'choose' }>,
  view: TreeView,
): { readonly id: string; readonly chosen?: Chosen } | undefined => {
  const passed = new Set(
    state.journal.flatMap((step) => (step.kind === 'asked' || step.kind === 'did' ? [step.node] : [])),
  );
  const left = among.filter((id) => {
    const node = tree.nodes[id];
    // What would be done for nothing is not done.
    return (
      !passed.has(id) &&
      (node?.kind === 'ask' || (node?.kind === 'do' && !node.solved(view) && isDoneHere(node, odds)))
    );
  });
  const measured = left.find((id) => {
    const node = tree.nodes[id];
    return node?.kind === 'ask' && knownAnswer(node, view) !== undefined;
  });
  if (measured !== undefined) return { id: measured };
  const model = odds && modelAt(left, state, { tree, ...odds }, otherwise);
  if (model === undefined) return left[0] === undefined ? undefined : { id: left[0] };
  const { step, options } = decide(model);
  return step === undefined ? undefined : { id: step, chosen: { shares: sharesOf(model.causes), options } };
};

/** Whether one of its fixes is for this system; words alone are for all. */
const isDoneHere = ({ fixes }: DoNode, odds: Course['odds']): boolean =>
  odds === undefined ||
  fixes.length === 0 ||
  odds.fixes.some(({ id, os }) => fixes.includes(id) && os.includes(odds.os));

/** A cause needs a finding; and nothing is fine while a check that was run with this one has found a cause. */
const outcomeOf = (outcome: Outcome, finding: string | undefined): Outcome => {
  if (outcome === 'cause' && finding === undefined) return 'unexplained';
  return outcome === 'fine' && finding !== undefined ? 'cause' : outcome;
};

const knownAnswer = (
  { question, known, to }: Extract<TreeNode, { kind: 'ask' }>,
  view: TreeView,
): { readonly answer: string; readonly by: AnsweredBy; readonly because?: readonly string[] } | undefined => {
  const open: string[] = [];
  const seen = known?.({
    ...view,
    open: (code) => {
      if (view.open(code)) open.push(code);
      return view.open(code);
    },
  });
  if (seen !== undefined && Object.hasOwn(to, seen)) {
    return { answer: seen, by: 'measurement', ...(open.length > 0 && { because: open }) };
  }
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
