/** `inspect` of several reports: which causes there are, and what those who share one have in common. */
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { compareWords } from '../../language/compare.ts';
import { inspectWords } from '../../language/inspect.ts';
import { outputWords } from '../../language/output.ts';
import { heading } from '../../output/style.ts';
import { forJson, oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import { COMPARISON_VERSION, tool } from '../compare/json.ts';
import { sharedJson, sharedText } from '../compare/shared.ts';
import type { InspectOptions } from '../inspect.ts';
import { print, printError } from '../print.ts';
import { type Screen, screenOf } from '../terminal.ts';
import { byCause, type CauseGroup } from './by-cause.ts';
import type { Reader } from './open.ts';
import { type Survey, type Surveyed, survey } from './survey.ts';

export const inspectMany = async (
  paths: readonly string[],
  { format }: Pick<InspectOptions, 'format'>,
  reader: Reader,
): Promise<number> => {
  const taken = await survey(paths, reader);
  if (taken.opened.length + taken.unreadable.length === 0) throw noReports();
  const groups = byCause(taken.opened);
  if (format === 'json') await print(asJson(taken, groups));
  else {
    const text = asText(taken, groups, reader.language);
    // Nothing opened is no answer.
    await (taken.opened.length === 0 ? printError(text.trimEnd()) : print(text));
  }
  if (taken.opened.length === 0) return EXIT.usage;
  return taken.unreadable.length > 0 ? EXIT.unknown : EXIT.ok;
};

const noReports = (): UserError => {
  const [en, ru] = [inspectWords('en'), inspectWords('ru')];
  return new UserError('E_BUNDLE_NONE', en.noReports, en.noReportsHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.noReports, hint: ru.noReportsHint },
  });
};

const asText = (
  { opened, unreadable }: Survey,
  groups: readonly CauseGroup[],
  language: Language,
): string => {
  const words = compareWords(language);
  const screen = screenOf(process.stdout, process.env);
  const calm = opened.filter(({ causes }) => causes.length === 0);
  const [fine, unsure] = [calm.filter(isFine), calm.filter((one) => !isFine(one))];
  const piles = [
    [words.opened(opened.length)],
    unreadable.length === 0
      ? []
      : [
          heading(words.unreadable, screen.colour),
          ...unreadable.flatMap(({ file, why }) =>
            wrap(`${oneLine(file)}: ${oneLine(why.say(language).message)}`, screen.width, '    ', '  '),
          ),
        ],
    opened.length === 0
      ? []
      : [
          heading(words.causes, screen.colour),
          ...groups.flatMap((group) => row(group, screen, language)),
          ...(unsure.length === 0 ? [] : listed(unsure.length, words.nothingSeen, unsure, screen)),
          ...(fine.length === 0 ? [] : listed(fine.length, words.nothingWrong, fine, screen)),
        ],
    ...groups.map((group) => together(group, screen, language)),
  ];
  return `${piles
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};

const isFine = ({ status }: Surveyed): boolean => status === 'ok';

const row = ({ cause, members }: CauseGroup, screen: Screen, language: Language): readonly string[] => {
  // Of one report the title says more than the code, of several each has its own.
  const severity = outputWords(language).severities[cause.severity];
  const title = members.length === 1 ? ` ${cause.title}` : '';
  return listed(members.length, `${severity} ${cause.code}${title}`, members, screen);
};

const listed = (
  count: number,
  what: string,
  members: readonly Surveyed[],
  { width }: Screen,
): readonly string[] => [
  ...wrap(oneLine(what), width, '       ', `  ${String(count).padStart(3)}  `),
  ...wrap(members.map(({ file }) => oneLine(file)).join(', '), width, '         '),
];

const together = (
  { cause, members, others, blind, shared }: CauseGroup,
  screen: Screen,
  language: Language,
): readonly string[] => {
  const words = compareWords(language);
  if (members.length < 2) return [];
  return [
    heading(words.shares(cause.code, members.length, others.length), screen.colour),
    ...(shared === undefined ? wrap(words.tooFew, screen.width, '  ') : sharedText(shared, words, screen)),
    ...(blind.length > 0 ? wrap(words.notAmong(blind.length), screen.width, '  ') : []),
  ];
};

const asJson = ({ opened, unreadable }: Survey, groups: readonly CauseGroup[]): string =>
  `${forJson(
    {
      schemaVersion: COMPARISON_VERSION,
      tool,
      reports: opened.map(({ file, host, startedAt, status, causes }) => ({
        file,
        host,
        startedAt,
        status,
        causes: causes.map(({ code }) => code),
      })),
      unreadable: unreadable.map(({ file, why }) => ({ file, code: why.code, message: why.message })),
      causes: groups.map(({ cause: { code, severity }, members, others, blind, shared }) => ({
        code,
        severity,
        files: members.map(({ file }) => file),
        others: others.length,
        untold: blind.map(({ file }) => file),
        shared: shared === undefined ? null : sharedJson(shared),
      })),
    },
    2,
  )}\n`;
