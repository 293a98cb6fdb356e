/** All trees, with what each of them is for. */
import type { CheckMessages, Language } from '../../contract.ts';
import { treeWords } from '../../language/tree.ts';
import { wrap } from '../../output/wrap.ts';
import { hasFigures } from '../../tree/figures.ts';
import type { TreeCheck } from '../diagnose/case.ts';
import type { Trees } from './named.ts';

export const listOf = ({ built, own }: Trees, language: Language, width: number): string => {
  const words = treeWords(language);
  const parts = [
    ...built.map((check) => [
      ...wrap(`${check.id}: ${check.messages[language].name}`, width, '  ', ''),
      ...about(check, language, width),
      ...(check.symptoms ?? []).flatMap(({ id }) =>
        wrap(`${id}: ${nameOf(id, check, language)}`, width, '      ', '    '),
      ),
    ]),
    ...own.map(({ id, check }) => [
      ...wrap(`${id}: ${nameOf(id, check, language)} (${words.own})`, width, '  ', ''),
      ...about(check, language, width),
    ]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

const about = (check: TreeCheck, language: Language, width: number): readonly string[] => {
  const words = treeWords(language);
  const nodes = Object.values(check.tree.nodes);
  const questions = new Set(
    nodes.flatMap((node) =>
      node.kind === 'ask' ? [node.question] : node.kind === 'do' ? (node.asks ?? []) : [],
    ),
  );
  const figures = hasFigures(check) ? words.figures : words.noFigures;
  return wrap(`${words.counts(nodes.length, questions.size)}; ${figures}`, width, '  ');
};

const nameOf = (symptom: string, { messages }: TreeCheck, language: Language): string => {
  const { symptoms }: CheckMessages = messages[language];
  return symptoms?.[symptom]?.name ?? '';
};
