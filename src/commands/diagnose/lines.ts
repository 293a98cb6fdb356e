/** What a conversation says, as lines for a person. */
import type { Language } from '../../contract.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { forTerminal, oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { CheckOutcome } from '../../run.ts';
import type { Screen } from '../terminal.ts';
import type { Rung } from './ladder.ts';
import type { Asked, News } from './partner.ts';
import { howLines } from './text.ts';

const MARKS: Readonly<Record<Rung['state'], { readonly sign: string; readonly ascii: string }>> = {
  works: { sign: '✔', ascii: '[ok]' },
  broken: { sign: '✖', ascii: '[broken]' },
  unknown: { sign: '?', ascii: '[?]' },
  beyond: { sign: '·', ascii: '[-]' },
};

/** A module that was looked at: its name and how it stands. */
export const outcomeLine = (
  { check, status, findings }: CheckOutcome,
  language: Language,
  { width, ascii }: Screen,
): readonly string[] => {
  const { name } = check.messages[language];
  const words = diagnoseWords(language);
  const grave = findings.filter(({ severity }) => severity !== 'info').length;
  const state =
    grave > 0 ? 'broken' : status === 'ok' ? 'works' : status === 'skipped' ? 'beyond' : 'unknown';
  const mark = ascii ? MARKS[state].ascii : MARKS[state].sign;
  const said = grave > 0 ? words.foundThere(grave) : words.stands[state];
  return wrap(`${oneLine(name)}: ${said}`, width, '    ', `${mark} `);
};

export const newsLines = (news: News, language: Language, screen: Screen): readonly string[] => {
  const words = diagnoseWords(language);
  const { width } = screen;
  switch (news.kind) {
    case 'measuring':
      return wrap(words.measuring[news.why], width);
    case 'ladder':
      return ['', ...news.rungs.flatMap((rung) => rungLines(rung, language, screen))];
    case 'answered':
      return wrap(
        `${oneLine(news.question)} ${oneLine(news.answer)}. ${words.answeredBy(oneLine(news.by))}`,
        width,
        '  ',
        '',
      );
    case 'given':
      return wrap(`${oneLine(news.question)} ${oneLine(news.answer)}. ${words.givenBefore}`, width, '  ', '');
    case 'did':
      return wrap(`${oneLine(news.step)}: ${oneLine(news.effect)}`, width, '  ', '');
    case 'note':
      return wrap(news.text, width);
  }
};

const rungLines = (
  { name, state, because }: Rung,
  language: Language,
  { width, ascii }: Screen,
): readonly string[] => {
  const words = diagnoseWords(language);
  const mark = ascii ? MARKS[state].ascii : MARKS[state].sign;
  const said = because === undefined ? words.rungs[state] : `${words.rungs[state]}: ${oneLine(because)}`;
  return wrap(`${oneLine(name)}: ${said}`, width, '      ', `  ${mark} `);
};

/** What stands above a question: how it is done here, and why it is asked. */
export const askedLines = (
  asked: Asked,
  language: Language,
  screen: Screen,
  explain: boolean,
): readonly string[] => [
  ...howLines(asked, language, screen),
  ...(asked.reason === undefined ? [] : wrap(oneLine(asked.reason), screen.width, '  ', '')),
  ...(explain ? asked.figures.map(forTerminal) : []),
];
