/** What a tree names exists: findings, fixes, advice, modules. And what it chooses by is written down. */
import type { TreeNode, TreeView } from '../../contract.ts';
import { hasFigures } from '../figures.ts';
import { type Answers, answersIn, looksOf } from '../spy.ts';
import type { Found, Place } from './flaw.ts';
import { eachNode, type Linted, moduleOf, nodeAt, type TreeRule } from './linted.ts';

export const names: TreeRule = (linted) => [
  ...findings(linted),
  ...fixes(linted),
  ...figures(linted),
  ...advice(linted),
  ...suspects(linted),
];

const findings: TreeRule = (linted) => {
  const answers = answersIn(linted.tree);
  return eachNode((id, node) =>
    named(node).flatMap(({ key, codes }) =>
      [...(typeof codes === 'function' ? codesIn(node, codes, answers) : codes)]
        .filter((code) => !linted.codes.has(code))
        .map((code): Found => ({ rule: 'noFinding', node: id, key, params: { code } })),
    ),
  )(linted);
};

/** The codes a function looks at; and where it names the cause, what it answers with. */
const codesIn = (
  { kind }: TreeNode,
  ask: (view: TreeView) => unknown,
  answers: Answers,
): ReadonlySet<string> => {
  const { codes, results } = looksOf(ask, answers);
  return kind === 'conclude' ? new Set([...codes, ...results]) : codes;
};

interface Named {
  readonly key: Place;
  readonly codes: readonly string[] | ((view: TreeView) => unknown);
}

const named = (node: TreeNode): readonly Named[] => {
  switch (node.kind) {
    case 'measure':
      return node.branches.map(({ when }, at) => ({ key: ['branches', at, 'when'], codes: when }));
    case 'ask':
      return [
        ...(node.known === undefined ? [] : [{ key: ['known'], codes: node.known }]),
        ...Object.entries(node.points ?? {}).map(([answer, codes]) => ({ key: ['points', answer], codes })),
      ];
    case 'do':
      return [{ key: ['solved'], codes: node.solved }];
    case 'conclude':
      return node.finding === undefined
        ? []
        : [{ key: ['finding'], codes: typeof node.finding === 'string' ? [node.finding] : node.finding }];
    case 'choose':
      return [];
  }
};

const fixes = eachNode((id, node, linted) =>
  node.kind !== 'do'
    ? []
    : node.fixes.flatMap((fix, at) =>
        linted.fixes.some((one) => one.id === fix)
          ? []
          : [{ rule: 'noFix', node: id, key: ['fixes', at], params: { fix } }],
      ),
);

/** A choice in which one step has no figures is none: all of it falls back to the order of the author. */
const figures: TreeRule = (linted) =>
  hasFigures(linted) ? [...fixesWithout(linted), ...stepsWithout(linted)] : [];

const fixesWithout = eachNode((id, node, linted) =>
  node.kind !== 'do'
    ? []
    : node.fixes.flatMap((name, at) => {
        const fix = linted.fixes.find((one) => one.id === name);
        return fix === undefined || (fix.cost !== undefined && fix.chance !== undefined)
          ? []
          : [{ rule: 'noFigures', node: id, key: ['fixes', at], params: { fix: name } }];
      }),
);

const stepsWithout = eachNode((id, node, { tree }) =>
  node.kind !== 'choose'
    ? []
    : node.among.flatMap((step, at) => {
        const target = nodeAt(tree, step);
        return target?.kind === 'do' && target.fixes.length === 0
          ? [{ rule: 'stepWithoutFix', node: id, key: ['among', at], params: { step } }]
          : [];
      }),
);

const advice = eachNode((id, node, { messages }) =>
  node.kind !== 'do' && node.kind !== 'ask'
    ? []
    : (node.advice ?? []).flatMap((wanted, at) =>
        Object.hasOwn(messages.en.advice ?? {}, wanted)
          ? []
          : [{ rule: 'noAdvice', node: id, key: ['advice', at], params: { advice: wanted } }],
      ),
);

/** What is suspected exists, and is measured. */
const suspects = ({ id: own, symptoms, codes }: Linted): readonly Found[] => {
  const modules = new Set([own, ...[...codes].map(moduleOf)]);
  return symptoms.flatMap(({ id, with: others, suspects: suspected }) => [
    ...others.flatMap((module, at): readonly Found[] =>
      modules.has(module) ? [] : [{ rule: 'noModule', node: id, key: ['with', at], params: { module } }],
    ),
    ...Object.keys(suspected).flatMap((code): readonly Found[] => {
      const key = ['suspects', code];
      const module = moduleOf(code);
      if (!codes.has(code)) return [{ rule: 'noFinding', node: id, key, params: { code } }];
      return module === own || others.includes(module)
        ? []
        : [{ rule: 'notMeasured', node: id, key, params: { code, module } }];
    }),
  ]);
};
