/** Whoever reads either language finds words for everything that a tree says. */
import type { CheckMessages } from '../../contract.ts';
import type { Found } from './flaw.ts';
import { eachNode, type Linted, type TreeRule } from './linted.ts';

const LANGUAGES = ['en', 'ru'] as const;

export const words: TreeRule = (linted) => [
  ...nodeWords(linted),
  ...answers(linted),
  ...symptomWords(linted),
];

const nodeWords = eachNode((id, node, linted) =>
  LANGUAGES.flatMap((language): readonly Found[] => {
    const { nodes } = linted.messages[language];
    const missing = [{ rule: 'noWords', node: id, key: [], params: { language } } as const];
    switch (node.kind) {
      case 'ask':
        return questionWords(id, node.question, Object.keys(node.to), 'question', linted, language);
      case 'do':
        return [
          ...(isSaid(nodes, id) ? [] : missing),
          ...(node.asks === undefined ? [] : questionWords(id, node.asks, [], 'asks', linted, language)),
        ];
      case 'choose':
        return [];
      default:
        return isSaid(nodes, id) ? [] : missing;
    }
  }),
);

const questionWords = (
  node: string,
  question: string,
  answers: readonly string[],
  key: string,
  { messages }: Linted,
  language: 'en' | 'ru',
): readonly Found[] => {
  const { questions } = messages[language];
  const said = Object.hasOwn(questions, question) ? questions[question] : undefined;
  if (said === undefined) return [{ rule: 'noQuestion', node, key: [key], params: { question, language } }];
  return answers
    .filter((answer) => !isSaid(said.answers, answer))
    .map((answer) => ({
      rule: 'noAnswer',
      node,
      key: ['to', answer],
      params: { answer, question, language },
    }));
};

/** Each answer leads somewhere, and what is asked after something was done can be answered with yes and no. */
const answers = eachNode((id, node, { messages }) => {
  const { questions } = messages.en;
  const offered = (question: string): readonly string[] =>
    Object.hasOwn(questions, question) ? Object.keys(questions[question]?.answers ?? {}) : [];
  if (node.kind === 'do' && node.asks !== undefined) {
    const given = offered(node.asks);
    const isYesNo = given.includes('yes') && given.includes('no');
    return given.length === 0 || isYesNo
      ? []
      : [{ rule: 'notYesNo', node: id, key: ['asks'], params: { question: node.asks } }];
  }
  if (node.kind !== 'ask') return [];
  const { question, to, unsure } = node;
  return [
    ...offered(question)
      .filter((answer) => !Object.hasOwn(to, answer))
      .map(
        (answer) => ({ rule: 'answerNowhere', node: id, key: ['to'], params: { answer, question } }) as const,
      ),
    ...(unsure === undefined && !Object.hasOwn(to, 'unsure')
      ? [{ rule: 'noUnsure', node: id, key: ['unsure'], params: { question } } as const]
      : []),
  ];
});

const symptomWords: TreeRule = ({ symptoms, messages }) =>
  symptoms.flatMap(({ id }) =>
    LANGUAGES.flatMap((language): readonly Found[] => {
      const { symptoms: all }: CheckMessages = messages[language];
      const said = all !== undefined && Object.hasOwn(all, id) ? all[id] : undefined;
      if (said === undefined || said.name.trim() === '')
        return [{ rule: 'noWords', node: id, key: [], params: { language } }];
      return said.phrasings.some((phrasing) => phrasing.trim() !== '')
        ? []
        : [{ rule: 'noPhrasings', node: id, key: [], params: { language } }];
    }),
  );

const isSaid = (texts: Readonly<Record<string, string>>, key: string): boolean =>
  Object.hasOwn(texts, key) && texts[key]?.trim() !== '';
