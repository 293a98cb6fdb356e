/** Branches are functions: what they look at, and what makes them true, is found by asking them. */
import { CHANGE_KINDS, type ChangeKind, type Tree, type TreeNode, type TreeView } from '../contract.ts';

/** Something that a branch may look at. */
export type Sight =
  | { readonly kind: 'open'; readonly code: string }
  | { readonly kind: 'answer'; readonly question: string; readonly answer: string }
  | { readonly kind: 'changed'; readonly change: ChangeKind }
  | { readonly kind: 'appeared' }
  /** The check could not look. */
  | { readonly kind: 'unseen' };

export interface Looks {
  readonly codes: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
  readonly changed: boolean;
  readonly appeared: boolean;
  /** Texts that it answered with. */
  readonly results: ReadonlySet<string>;
}

export type Answers = Readonly<Record<string, readonly string[]>>;

/** The view of a computer on which exactly this is so. */
export const viewWith = (sights: readonly Sight[]): TreeView => {
  const isOpenCode = (code: string): boolean =>
    sights.some((sight) => sight.kind === 'open' && sight.code === code);
  const changed = sights.flatMap((sight) => (sight.kind === 'changed' ? [sight.change] : []));
  return {
    open: isOpenCode,
    firstOpen: (codes) => codes.find(isOpenCode),
    answer: (question) =>
      sights.flatMap((sight) =>
        sight.kind === 'answer' && sight.question === question ? [sight.answer] : [],
      )[0],
    looked: !sights.some(({ kind }) => kind === 'unseen'),
    appeared: sights.some(({ kind }) => kind === 'appeared'),
    ...(changed.length > 0 && { changed }),
  };
};

/** What a function of a view looks at: asked with everything, with nothing, and with what it turned out to look at. */
export const looksOf = (ask: (view: TreeView) => unknown, answers: Answers = {}): Looks => {
  const codes = new Set<string>();
  const questions = new Set<string>();
  const results = new Set<string>();
  let changed = false;
  let appeared = false;
  const spied = (view: TreeView): TreeView => ({
    open: (code) => {
      codes.add(code);
      return view.open(code);
    },
    firstOpen: (list) => {
      for (const code of list) codes.add(code);
      return view.firstOpen(list);
    },
    answer: (question) => {
      questions.add(question);
      return view.answer(question);
    },
    looked: view.looked,
    get appeared() {
      appeared = true;
      return view.appeared ?? false;
    },
    get changed() {
      changed = true;
      return view.changed ?? [];
    },
  });
  const everything: TreeView = {
    ...viewWith([]),
    open: () => true,
    firstOpen: (list) => list[0],
    appeared: true,
    changed: CHANGE_KINDS,
  };
  const put = (view: TreeView) => {
    const result = ask(spied(view));
    if (typeof result === 'string') results.add(result);
  };
  for (const view of [viewWith([]), everything, { ...everything, looked: false }]) put(view);
  for (const code of [...codes]) put(viewWith([{ kind: 'open', code }]));
  for (const question of [...questions]) {
    for (const answer of answers[question] ?? []) {
      for (const view of [viewWith([]), everything])
        put({ ...view, answer: (one) => (one === question ? answer : undefined) });
    }
  }
  return { codes, questions, changed, appeared, results };
};

/** All functions of a node. */
export const functionsOf = (node: TreeNode): readonly ((view: TreeView) => unknown)[] => {
  switch (node.kind) {
    case 'measure':
      return node.branches.map(({ when }) => when);
    case 'ask':
      return node.known === undefined ? [] : [node.known];
    case 'do':
      return [node.solved];
    case 'conclude':
      return typeof node.finding === 'function' ? [node.finding] : [];
    case 'choose':
      return [];
  }
};

/** Which answers the questions of a tree have. */
export const answersIn = ({ nodes }: Tree): Answers => {
  const answers: Record<string, readonly string[]> = {};
  for (const node of Object.values(nodes)) {
    if (node.kind === 'ask')
      answers[node.question] = [...new Set([...(answers[node.question] ?? []), ...Object.keys(node.to)])];
    if (node.kind === 'do' && node.asks !== undefined) answers[node.asks] = ['yes', 'no'];
  }
  return answers;
};

/** When a branch is taken, as far as it can be told by asking it. */
export type Condition =
  /** Each of them is enough. */
  | { readonly kind: 'any'; readonly of: readonly (readonly Sight[])[] }
  /** Taken unless one of these is so. */
  | { readonly kind: 'none'; readonly of: readonly Sight[] }
  | { readonly kind: 'untold' };

export const conditionOf = (when: (view: TreeView) => boolean, answers: Answers = {}): Condition => {
  const { codes, questions, changed, appeared } = looksOf(when, answers);
  const sights: readonly Sight[] = [
    ...[...codes].map((code): Sight => ({ kind: 'open', code })),
    ...[...questions].flatMap((question) =>
      (answers[question] ?? []).map((answer): Sight => ({ kind: 'answer', question, answer })),
    ),
    ...(changed ? CHANGE_KINDS.map((change): Sight => ({ kind: 'changed', change })) : []),
    ...(appeared ? [{ kind: 'appeared' } as const] : []),
    { kind: 'unseen' },
  ];
  const holds = (...some: readonly Sight[]): boolean => when(viewWith(some));
  if (holds()) return { kind: 'none', of: sights.filter((sight) => !holds(sight)) };
  const single = sights.filter((sight) => holds(sight));
  if (single.length > 0) return { kind: 'any', of: single.map((sight) => [sight]) };
  const pairs = sights.flatMap((one, at) => sights.slice(at + 1).map((other) => [one, other] as const));
  const both = pairs.filter((pair) => holds(...pair));
  return both.length > 0 ? { kind: 'any', of: both } : { kind: 'untold' };
};
