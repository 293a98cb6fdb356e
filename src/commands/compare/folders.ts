/** Two folders of reports: what those of one share and those of the other have not. */
import { LEAST, sharedFacts } from '../../compare/shared.ts';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { compareWords } from '../../language/compare.ts';
import { heading } from '../../output/style.ts';
import { forJson, oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { CompareOptions } from '../compare.ts';
import { byCause, factsOf } from '../inspect/by-cause.ts';
import type { Reader } from '../inspect/open.ts';
import { type Survey, survey } from '../inspect/survey.ts';
import { print } from '../print.ts';
import { screenOf } from '../terminal.ts';
import { COMPARISON_VERSION, tool } from './json.ts';
import { sharedJson, sharedText } from './shared.ts';

export const compareFolders = async (
  a: string,
  b: string,
  { format }: CompareOptions,
  reader: Reader,
): Promise<number> => {
  const pool = new Map();
  const [first, second] = [await survey([a], reader, pool), await survey([b], reader, pool)];
  for (const { opened, unreadable } of [first, second]) {
    if (opened.length === 0) throw unreadable[0]?.why ?? empty();
  }
  const answer = sides(first, second);
  await print(format === 'json' ? asJson(a, b, answer) : asText(a, b, answer, reader.language));
  if (answer.isDifferent) return EXIT.warning;
  return answer.unreadable.length === 0 && answer.isEnough ? EXIT.ok : EXIT.unknown;
};

const sides = (first: Survey, second: Survey) => {
  const [inside, outside] = [first.opened, second.opened];
  const isEnough = inside.length >= LEAST && outside.length >= LEAST;
  const among = (all: Survey['opened'], code: string): number =>
    all.filter(({ causes }) => causes.some((cause) => cause.code === code)).length;
  const onlyA = isEnough ? sharedFacts(inside.map(factsOf), outside.map(factsOf)) : [];
  const causes = byCause([...inside, ...outside]).map(({ cause: { code } }) => ({
    code,
    a: { having: among(inside, code), of: inside.length },
    b: { having: among(outside, code), of: outside.length },
  }));
  const differs = causes.some(({ a, b }) => a.having * b.of !== b.having * a.of);
  return {
    isEnough,
    causes,
    shared: onlyA,
    unreadable: [...first.unreadable, ...second.unreadable],
    isDifferent: differs || onlyA.length > 0,
  };
};

type Answer = ReturnType<typeof sides>;

const asText = (
  a: string,
  b: string,
  { causes, shared, unreadable, isEnough }: Answer,
  language: Language,
): string => {
  const words = compareWords(language);
  const screen = screenOf(process.stdout, process.env);
  const lines = [
    `A  ${oneLine(a)}`,
    `B  ${oneLine(b)}`,
    ...wrap(words.hiddenNames, screen.width),
    ...(unreadable.length === 0 ? [] : ['', heading(words.unreadable, screen.colour)]),
    ...unreadable.flatMap(({ file, why }) =>
      wrap(`${oneLine(file)}: ${oneLine(why.say(language).message)}`, screen.width, '    ', '  '),
    ),
    ...(causes.length === 0 ? [] : ['', heading(words.causes, screen.colour)]),
    ...causes.flatMap((cause) =>
      wrap(
        `${words.portion(cause.a.having, cause.a.of)} / ${words.portion(cause.b.having, cause.b.of)}  ${cause.code}`,
        screen.width,
        '      ',
        '    ',
      ),
    ),
    '',
    heading(words.sharesGroups, screen.colour),
    ...(isEnough ? sharedText(shared, words, screen) : wrap(words.tooFew, screen.width, '  ')),
  ];
  return `${lines.join('\n')}\n`;
};

const asJson = (a: string, b: string, answer: Answer): string =>
  `${forJson(
    {
      schemaVersion: COMPARISON_VERSION,
      tool,
      a: { folder: a },
      b: { folder: b },
      different: answer.isDifferent,
      complete: answer.unreadable.length === 0 && answer.isEnough,
      causes: answer.causes,
      shared: answer.isEnough ? sharedJson(answer.shared) : null,
      unreadable: answer.unreadable.map(({ file, why }) => ({ file, code: why.code, message: why.message })),
    },
    2,
  )}\n`;

const empty = (): UserError =>
  new UserError('E_NO_REPORTS', 'There are no reports in that folder.', 'Give a folder with reports in it.', {
    exitCode: EXIT.usage,
    ru: { message: 'В этой папке нет отчётов.', hint: 'Укажите папку, в которой есть отчёты.' },
  });
