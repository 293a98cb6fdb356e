/**
 * Walks a decision tree: a pure state machine. What it wants next stands in the state; who measures,
 * asks and prints is none of its business.
 */
import type { TreeNode } from '../contract.ts';
import type { Effect, Measurement, Step, WalkEvent, WalkState } from './state.ts';
import { rootCause, viewOf } from './view.ts';
import type { Course } from './walk/course.ts';
import { conclude, noted } from './walk/note.ts';
import { settle } from './walk/settle.ts';

export type { Course } from './walk/course.ts';

/** Fault catalogue, section 2: after three rounds without change a person has to look. */
export const MAX_IDLE_ROUNDS = 3;

/** No tree needs as many; a tree that does is going in circles. */
export const MAX_EVENTS = 60;

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
