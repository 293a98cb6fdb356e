/** The article, for a terminal. */
import type { Language } from '../../contract.ts';
import { askWords } from '../../language/ask.ts';
import { oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { Answer } from './answer.ts';
import type { ComplaintArticle, FindingArticle, Remedy } from './article.ts';

/** Causes that are explained; of the others the names are enough. */
const EXPLAINED = 4;
/** A question may be a pasted log. */
const MAX_QUESTION = 200;

export const asText = (
  question: string,
  answer: Answer,
  language: Language,
  width: number,
): readonly string[] => {
  const page = pageOf(language, width);
  const words = askWords(language);
  switch (answer.kind) {
    case 'complaint':
      return onComplaint(answer.complaint, page, language);
    case 'finding':
      return onFinding(answer.finding, page, language);
    case 'several':
      return [
        ...page.line(words.several),
        ...answer.candidates.flatMap(({ id, name }) => [
          '',
          `  techsupport ask ${id}`,
          ...page.text(name, '    '),
        ]),
      ];
    case 'nothing':
      return [...page.line(words.nothing(shortened(oneLine(question)))), ...page.line(words.nothingHint)];
  }
};

const pageOf = (language: Language, width: number) => {
  const words = askWords(language);
  const text = (content: string, indent = '  ', head = indent) => wrap(content, width, indent, head);
  return {
    text,
    line: (content: string) => wrap(content, width),
    part: (heading: string, lines: readonly string[]) =>
      lines.length === 0 ? [] : ['', `${heading}:`, ...lines],
    // Commands are not wrapped: they are there to be copied.
    command: (command: string, what: string) => [`  ${command}`, ...text(what, '    ')],
    steps: (steps: readonly Remedy[], further: number) =>
      steps.length === 0
        ? text(words.nothingToTry)
        : [
            ...steps.flatMap((step, at) => text(stepLine(step, language), '     ', `  ${at + 1}. `)),
            ...(further > 0 ? text(words.more(further), '     ') : []),
          ],
  };
};

type Page = ReturnType<typeof pageOf>;

const onComplaint = (article: ComplaintArticle, page: Page, language: Language): readonly string[] => {
  const words = askWords(language);
  const explained = article.causes.slice(0, EXPLAINED);
  const others = article.causes.slice(EXPLAINED).map(({ name }) => name);
  return [
    ...page.line(article.name),
    ...page.part(words.means, [
      ...page.text(words.usually),
      ...explained.flatMap(({ name, means }) => page.text(`${name}. ${means}`, '    ', '  - ')),
      ...(others.length === 0 ? [] : page.text(`${words.alsoPossible}: ${others.join('; ')}.`)),
    ]),
    ...page.part(words.toTry, page.steps(article.steps, article.furtherSteps)),
    ...page.part(
      words.measure,
      page.command(article.next, words.measures(article.measures.map(({ name }) => name).join(', '))),
    ),
    ...page.part(
      words.source,
      explained.flatMap(({ code, reference }) => page.text(`${code}: ${reference}`, '    ', '  ')),
    ),
  ];
};

const onFinding = (article: FindingArticle, page: Page, language: Language): readonly string[] => {
  const words = askWords(language);
  return [
    ...page.line(article.name),
    ...page.part(words.means, page.text(article.means)),
    ...page.part(
      words.complaints,
      article.complaints.flatMap(({ id, name }) => page.text(`${name} (${id})`, '    ', '  - ')),
    ),
    ...page.part(words.found, page.text(article.found)),
    ...page.part(words.toTry, page.steps(article.steps, 0)),
    ...page.part(words.measure, [
      ...page.command(article.next, words.looks),
      ...page.command(`techsupport explain ${article.code}`, words.details),
    ]),
    ...page.part(words.source, page.text(article.reference)),
  ];
};

const stepLine = ({ title, needs, seconds, opening, away, risk }: Remedy, language: Language): string => {
  const words = askWords(language);
  const openings = { restart: words.restart, 'safe-mode': words.safeMode, case: words.case };
  const about = [
    needs === 'person' ? words.byHand : needs === 'root' ? words.admin : undefined,
    opening === undefined ? undefined : openings[opening],
    away === undefined ? undefined : words.away,
    seconds === undefined ? undefined : words.takes(Math.max(1, Math.round(seconds / 60))),
    risk === 'none' ? undefined : words.risky,
  ].filter((one) => one !== undefined);
  return about.length === 0 ? title : `${title} (${about.join(', ')})`;
};

const shortened = (question: string): string =>
  question.length > MAX_QUESTION ? `${question.slice(0, MAX_QUESTION)}…` : question;
