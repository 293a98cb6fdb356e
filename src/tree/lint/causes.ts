/** What a complaint suspects can be concluded: some path from its entry ends with it. The real walk is tried. */
import { CHANGE_KINDS, type Tree } from '../../contract.ts';
import { answersIn, functionsOf, looksOf } from '../spy.ts';
import type { Measurement, Step, WalkEvent, WalkState } from '../state.ts';
import { viewOf } from '../view.ts';
import { advance, type Course, start, UNSURE } from '../walk.ts';
import { nodeAt, type TreeRule } from './linted.ts';

/** States that are looked at before a search is given up; the largest trees need a tenth. */
const MAX_STATES = 2000;

export const causes: TreeRule = ({ tree, symptoms }) => {
  const { codes, questions } = looksIn(tree);
  const remembered: Remembered = {
    questions: new Set([...questions, ...askedTwice(tree)]),
    chosen: new Set(Object.values(tree.nodes).flatMap((node) => (node.kind === 'choose' ? node.among : []))),
  };
  return symptoms.flatMap((symptom) => {
    if (nodeAt(tree, symptom.entry) === undefined) return [];
    const reached = searchFrom({ tree, entry: symptom.entry }, codes, remembered);
    return Object.keys(symptom.suspects)
      .filter((code) => !reached(code))
      .map((code) => ({
        rule: 'unreachedCause',
        node: symptom.id,
        key: ['suspects', code],
        params: { code },
      }));
  });
};

/** What of the way so far still has a part in what comes. */
interface Remembered {
  readonly questions: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
}

/** Everything that some branch looks at. */
const looksIn = (
  tree: Tree,
): { readonly codes: readonly string[]; readonly questions: readonly string[] } => {
  const answers = answersIn(tree);
  const looks = Object.values(tree.nodes)
    .flatMap(functionsOf)
    .map((ask) => looksOf(ask, answers));
  return {
    codes: [...new Set(looks.flatMap(({ codes }) => [...codes]))],
    questions: looks.flatMap(({ questions }) => [...questions]),
  };
};

/** The answer at one node is the answer at the other. */
const askedTwice = ({ nodes }: Tree): readonly string[] => {
  const asked = Object.values(nodes).flatMap((node) => (node.kind === 'ask' ? [node.question] : []));
  return asked.filter((question, at) => asked.indexOf(question) !== at);
};

/**
 * Found alone; or not found, and told by the person; after a change; where the check could not look; or found beside
 * one more finding, such as the consequence that people complain about.
 */
const searchFrom = (
  course: Course,
  others: readonly string[],
  remembered: Remembered,
): ((code: string) => boolean) => {
  const search = (measurement: Measurement, wanted?: string) =>
    endsOf(course, measurement, remembered, wanted);
  const nothing = seeing();
  const whatever = [
    nothing,
    { ...nothing, changed: CHANGE_KINDS },
    { ...nothing, looked: false },
    ...others.map((other) => seeing(other)),
  ];
  // Looked through once for all suspects.
  const ends = whatever.map((measurement) => once(() => search(measurement)));
  return (code) => {
    const alone = seeing(code);
    const endsWithIt = (measurement: Measurement): boolean => search(measurement, code).has(code);
    return (
      [alone, { ...alone, changed: CHANGE_KINDS }].some(endsWithIt) ||
      others.some((other) => endsWithIt(seeing(code, other))) ||
      ends.some((found) => found().has(code))
    );
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const seeing = (...codes: readonly string[]): Measurement => ({
  findings: codes.map((code) => ({ code, severity: 'critical', isConsequence: false })),
  looked: true,
  seen: [],
});

/** Everything that can be concluded; no more than `wanted` where that is enough. */
const endsOf = (
  course: Course,
  measurement: Measurement,
  remembered: Remembered,
  wanted: string | undefined,
): ReadonlySet<string> => {
  const ends = new Set<string>();
  const seen = new Set<string>();
  const stack = [advance(course, start(course), { kind: 'measured', measurement })];
  for (let state = stack.pop(); state !== undefined && seen.size < MAX_STATES; state = stack.pop()) {
    if (wanted !== undefined && ends.has(wanted)) break;
    const end = endOf(course.tree, state);
    if (end !== undefined) ends.add(end);
    const key = keyOf(state, remembered);
    if (state.wanted.kind === 'concluded' || seen.has(key)) continue;
    seen.add(key);
    const at = state;
    stack.push(...eventsFor(at, measurement).map((event) => advance(course, at, event)));
  }
  return ends;
};

/** Said by the tree itself: what the walk names where a tree knows nothing is no merit of the tree. */
const endOf = (tree: Tree, { at, measurement, answers, wanted }: WalkState): string | undefined => {
  const node = nodeAt(tree, at);
  if (node?.kind !== 'conclude' || measurement === undefined || wanted.kind !== 'concluded') return undefined;
  if (node.outcome === 'cause') return wanted.finding;
  return typeof node.finding === 'function' ? node.finding(viewOf(measurement, answers)) : node.finding;
};

/** All that can come next, the likeliest to lead on last: it is tried first. */
const eventsFor = (state: WalkState, measurement: Measurement): readonly WalkEvent[] => {
  const { wanted } = state;
  switch (wanted.kind) {
    case 'ask':
      return [...wanted.answers, UNSURE].map((answer) =>
        answer === UNSURE
          ? { kind: 'unsure', question: wanted.question }
          : { kind: 'answered', question: wanted.question, answer },
      );
    case 'do':
      return [{ kind: 'done' }, { kind: 'cannot' }];
    case 'measure':
      return [
        { kind: 'measured', measurement: { ...measurement, seen: ['new'] } },
        { kind: 'measured', measurement: { ...measurement, findings: [] } },
        { kind: 'measured', measurement },
      ];
    case 'concluded':
      return [];
  }
};

/** States that go on alike: an answer that nothing looks at any more makes no difference. */
const keyOf = (
  { at, wanted, answers, journal, measurement, idleRounds, verifying }: WalkState,
  remembered: Remembered,
): string =>
  JSON.stringify([
    at,
    wanted.kind,
    verifying,
    idleRounds,
    measurement?.findings.length,
    measurement?.appeared,
    Object.entries(answers)
      .filter(([question]) => remembered.questions.has(question))
      .sort(),
    [...new Set(journal.flatMap((step) => (isChosen(step, remembered) ? [step.node] : [])))].sort(),
  ]);

/** Only a choice asks what was passed already. */
const isChosen = ({ kind, node }: Step, { chosen }: Remembered): boolean =>
  (kind === 'asked' || kind === 'did') && chosen.has(node);
