/** `inspect`: opens a report of another computer and runs today's checks on its evidence. */
import { lookInto } from '../../compare/look.ts';
import type { Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { inspectWords } from '../../language/inspect.ts';
import { forTerminal } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import { type OpenedBundle, openBundle } from '../../report/bundle/open.ts';
import type { Report } from '../../report/model.ts';
import { osRelease } from '../../sources/system.ts';
import { answer } from '../check/answer.ts';
import { formatted } from '../check/format.ts';
import type { Context } from '../context.ts';
import type { InspectOptions } from '../inspect.ts';
import { print, printError } from '../print.ts';
import { screenOf } from '../terminal.ts';
import { examineAgain } from './again.ts';
import { evidenceJson, evidenceList, evidenceText, findPiece, notFound, piecesOf } from './evidence.ts';
import { contentFrom, identified, isFolderOfReports } from './open.ts';
import { inspectPastes, isNewer, noPaste, pastesIn } from './paste.ts';
import { provenance } from './provenance.ts';
import { aboutSos, sosBundle } from './sos.ts';
import { thenAndNow } from './then-and-now.ts';

export const inspect = async (
  files: readonly string[],
  options: InspectOptions,
  context: Context,
): Promise<number> => {
  // The reader's own configuration says nothing about another computer: only the language counts.
  const language = context.globals().lang ?? context.language;
  const [file = '', another] = files;
  if (another !== undefined || isFolderOfReports(file)) {
    refuseForMany(options);
    const { inspectMany } = await import('./many.ts');
    return inspectMany(files, options, { language, ...identified(options) });
  }
  const foreign = await sosBundle(file, language);
  if (foreign !== undefined) {
    await show(foreign, options, language);
    return EXIT.ok;
  }
  const content = await contentFrom(file, { language, ...identified(options) });
  const pastes = pastesIn(content);
  if (pastes !== undefined && pastes.length > 0) return inspectPastes(pastes, options, language);
  if (pastes !== undefined && (file === '-' || isNewer(content))) throw noPaste(content);
  await show(openBundle(content), options, language);
  return EXIT.ok;
};

const show = (bundle: OpenedBundle, options: InspectOptions, language: Language): Promise<void> =>
  options.evidence === undefined
    ? showWhole(bundle, options, language)
    : showEvidence(bundle, options, language);

const refuseForMany = ({ format, evidence, html }: InspectOptions): void => {
  if (evidence === undefined && html === undefined && (format === 'text' || format === 'json')) return;
  const [en, ru] = [inspectWords('en'), inspectWords('ru')];
  throw new UserError('E_ONE_REPORT', en.oneOnly, en.oneOnlyHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.oneOnly, hint: ru.oneOnlyHint },
  });
};

const showWhole = async (
  bundle: OpenedBundle,
  options: InspectOptions,
  language: Language,
): Promise<void> => {
  const { report } = await examineAgain(bundle, language);
  const about = await aboutIt(bundle, report, language);
  if (options.html !== undefined) {
    await printError(about.join('\n'));
    const page = await formatted(report, report.status, { format: 'html', shown: bundle });
    await answer(page, { output: options.html });
    return print(`${options.html}\n`);
  }
  if (options.format === 'text') await print(`${about.flatMap(fitted).join('\n')}\n\n`);
  else await printError(about.join('\n'));
  await print(await formatted(report, report.status, { ...options, shown: bundle }));
};

const aboutIt = async (
  bundle: OpenedBundle,
  report: Report,
  language: Language,
): Promise<readonly string[]> => {
  const system = await lookInto(bundle.recording)(osRelease);
  const name = system.status === 'ok' ? system.value.name : undefined;
  if (bundle.origin === 'sos') return aboutSos(bundle, report, language, name);
  return [...provenance(bundle, report, language, name), ...thenAndNow(bundle, report, language)];
};

/** Within the width of the screen, each line under its own beginning. */
const fitted = (line: string): readonly string[] => {
  const indent = line.slice(0, line.length - line.trimStart().length);
  return wrap(line, screenOf(process.stdout, process.env).width, `${indent}  `, indent);
};

const showEvidence = async (
  bundle: OpenedBundle,
  { evidence, format }: InspectOptions,
  language: Language,
): Promise<void> => {
  const { columns, noEvidence } = inspectWords(language);
  const pieces = piecesOf(bundle);
  if (evidence === true || evidence === undefined) {
    if (format === 'json') return print(evidenceJson(pieces, false));
    return print(pieces.length === 0 ? `${noEvidence}\n` : evidenceList(pieces, columns));
  }
  const found = findPiece(pieces, evidence);
  if ('one' in found)
    return print(format === 'json' ? evidenceJson([found.one], true) : evidenceText(found.one));
  const shown = found.several.length === 0 ? pieces : found.several;
  await printError(forTerminal(evidenceList(shown, columns).trimEnd()));
  throw notFound(evidence, found);
};
