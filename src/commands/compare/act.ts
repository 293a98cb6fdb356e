/** `compare`: two reports of one computer, a broken and a healthy one, or two folders of reports. */
import { compareFacts } from '../../compare/differences.ts';
import { compareFindings } from '../../compare/findings.ts';
import { type Facts, factsOf } from '../../compare/table.ts';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { compareWords } from '../../language/compare.ts';
import { inspectWords } from '../../language/inspect.ts';
import { outputWords } from '../../language/output.ts';
import { oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { CompareOptions } from '../compare.ts';
import type { Context } from '../context.ts';
import { identified, isFolderOfReports, type Opened, openReports, type Reader } from '../inspect/open.ts';
import { print } from '../print.ts';
import { screenOf } from '../terminal.ts';
import { compareJson } from './json.ts';
import { type Compared, compareText, isDifferent, isWhole } from './text.ts';

export const compare = async (
  a: string,
  b: string,
  options: CompareOptions,
  context: Context,
): Promise<number> => {
  const language = context.globals().lang ?? context.language;
  const reader: Reader = { language, ...identified(options) };
  if (isFolderOfReports(a) || isFolderOfReports(b)) {
    const { compareFolders } = await import('./folders.ts');
    return compareFolders(a, b, options, reader);
  }
  const [first, second] = [await openOne(a, reader), await openOne(b, reader)];
  const compared: Compared = {
    findings: compareFindings(first, second),
    ...compareFacts(await facts(first), await facts(second)),
  };
  if (options.format === 'json') await print(compareJson(first, second, compared));
  else await print(asText(first, second, compared, options, language));
  if (isDifferent(compared)) return EXIT.warning;
  return isWhole(compared) ? EXIT.ok : EXIT.unknown;
};

const openOne = async (file: string, reader: Reader): Promise<Opened> => {
  const [one, another] = await openReports(file, reader);
  if (one === undefined || another !== undefined) throw several();
  return one;
};

const facts = async ({ recording }: Opened): Promise<Facts> =>
  recording === undefined ? new Map() : factsOf(recording);

const several = (): UserError => {
  const [en, ru] = [inspectWords('en'), inspectWords('ru')];
  return new UserError('E_SEVERAL_REPORTS', en.several, en.severalHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.several, hint: ru.severalHint },
  });
};

const asText = (
  first: Opened,
  second: Opened,
  compared: Compared,
  { all }: CompareOptions,
  language: Language,
): string => {
  const words = compareWords(language);
  const side = (label: string, { file, report, writtenBy }: Opened): string =>
    words.side(
      label,
      oneLine(report.host.name),
      report.startedAt,
      oneLine(`${writtenBy.name} ${writtenBy.version}`.trim()),
      oneLine(file),
    );
  const screen = screenOf(process.stdout, process.env);
  const text = compareText(compared, {
    words,
    output: outputWords(language),
    screen,
    all: all === true,
  });
  const hint = wrap(words.hiddenNames, screen.width).join('\n');
  return `${side('A', first)}\n${side('B', second)}\n${hint}\n\n${text}`;
};
