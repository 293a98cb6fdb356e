/** All trees, with what each of them is for. */
import type { CheckMessages, Language } from '../../contract.ts';
import { treeWords } from '../../language/tree.ts';
import { wrap } from '../../output/wrap.ts';
import { hasFigures } from '../../tree/figures.ts';
import type { TreeCheck } from '../diagnose/case.ts';

export const listOf = (trees: readonly TreeCheck[], language: Language, width: number): string => {
  const words = treeWords(language);
  const parts = trees.map(({ id, tree, symptoms = [], fixes, messages }) => {
    const said: CheckMessages = messages[language];
    const nodes = Object.values(tree.nodes);
    const questions = new Set(
      nodes.flatMap((node) =>
        node.kind === 'ask' ? [node.question] : node.kind === 'do' ? (node.asks ?? []) : [],
      ),
    );
    const figures = hasFigures({ tree, symptoms, fixes }) ? words.figures : words.noFigures;
    return [
      ...wrap(`${id}: ${said.name}`, width, '  ', ''),
      ...wrap(`${words.counts(nodes.length, questions.size)}; ${figures}`, width, '  '),
      ...symptoms.flatMap((one) =>
        wrap(`${one.id}: ${said.symptoms?.[one.id]?.name ?? ''}`, width, '      ', '    '),
      ),
    ].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
};
