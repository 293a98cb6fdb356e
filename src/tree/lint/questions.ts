/** A question is worth asking: some answer changes what comes next, or what is believed. */
import { answersIn, functionsOf, looksOf } from '../spy.ts';
import { reachableFrom } from '../targets.ts';
import type { Found } from './flaw.ts';
import type { Linted, TreeRule } from './linted.ts';

export const questions: TreeRule = (linted) => {
  const { tree } = linted;
  const remembered = rememberedIn(linted);
  const suspected = new Set(linted.symptoms.flatMap(({ suspects }) => Object.keys(suspects)));
  return Object.entries(tree.nodes).flatMap(([node, at]): readonly Found[] => {
    if (at.kind !== 'ask') return [];
    const { question, to, unsure, points = {} } = at;
    const targets = new Set([...Object.values(to), ...(unsure === undefined ? [] : [unsure])]);
    const counted = suspectedAt(linted, node);
    const isIdle =
      targets.size === 1 &&
      !remembered.has(question) &&
      !Object.values(points).some((codes) => codes.some((code) => counted.has(code)));
    return [
      ...(isIdle ? [{ rule: 'idleQuestion', node, key: ['to'], params: { question } } as const] : []),
      ...Object.entries(points).flatMap(([answer, codes]): readonly Found[] => [
        ...(Object.hasOwn(to, answer)
          ? []
          : [{ rule: 'pointsUnknown', node, key: ['points', answer], params: { answer } } as const]),
        // A tree that answers no complaint suspects nothing yet.
        ...(linted.symptoms.length === 0 || codes.length === 0 || codes.some((code) => suspected.has(code))
          ? []
          : [{ rule: 'pointsNowhere', node, key: ['points', answer], params: { answer } } as const]),
      ]),
    ];
  });
};

/** Questions whose answer some branch further on looks at. */
const rememberedIn = ({ tree }: Linted): ReadonlySet<string> => {
  const answers = answersIn(tree);
  return new Set(
    Object.values(tree.nodes)
      .flatMap(functionsOf)
      .flatMap((ask) => [...looksOf(ask, answers).questions]),
  );
};

/** What the complaints suspect that lead to a node. */
const suspectedAt = ({ tree, symptoms }: Linted, node: string): ReadonlySet<string> =>
  new Set(
    symptoms
      .filter(({ entry }) => reachableFrom(tree, [entry]).has(node))
      .flatMap(({ suspects }) => Object.keys(suspects)),
  );
