/** `report`: takes one, shows what was hidden and what is inside, writes it where it can be written. */
import { statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { checkIds } from '../../../checks/index.ts';
import { EXIT } from '../../exit.ts';
import type { ReportWords } from '../../language/report.en.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import { NowhereToSave, reportFolders, type Saved, saveBundle } from '../../report/bundle/save.ts';
import type { Bundle } from '../../report/bundle/write.ts';
import { paste } from '../../report/paste/markdown.ts';
import { type Taken, takeReport } from '../../report/take.ts';
import { rememberReport } from '../../state.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { hiddenLine } from '../hidden-line.ts';
import { modulesNamed } from '../modules.ts';
import { limitsOf } from '../patience.ts';
import { print, printBytes, printError } from '../print.ts';
import { keep as keepTokens } from '../redact/keep.ts';
import type { ReportOptions } from '../report.ts';
import { type Setup, setUp } from '../setup.ts';
import { startProgress } from '../terminal-progress.ts';
import { tellMeaning } from './reveal.ts';

export const report = async (
  modules: readonly string[],
  options: ReportOptions,
  context: Context,
): Promise<number> => {
  const setup = await setUp(context);
  const interrupt = watchInterrupts();
  if (options.reveal !== undefined) return tellMeaning(options.reveal, setup, interrupt.signal);
  const { bundle } = await take(modules, options.timeout, setup, interrupt.signal);
  const words = reportWords(setup.language);
  if (options.paste === true) {
    await print(`${paste(bundle.report)}\n`);
    return interrupt.status() ?? EXIT.ok;
  }
  if (interrupt.signal.aborted) return interrupt.status() ?? EXIT.interrupted;
  await printError(summary(bundle, words).join('\n'));
  await write(bundle, options, words);
  return EXIT.ok;
};

export const take = async (
  modules: readonly string[],
  timeout: number | undefined,
  { config, language }: Setup,
  signal: AbortSignal,
): Promise<Taken> => {
  const checks = await modulesNamed(modules, config.checks ?? checkIds);
  const seconds = timeout ?? config.timeout;
  const progress = await startProgress(language);
  const taken = await takeReport({
    checks,
    language,
    settings: config.settings,
    redact: config.redact,
    signal,
    limits: limitsOf(seconds),
    ...(progress !== undefined && { onEvent: progress.tell }),
  }).finally(() => progress?.stop());
  if (!signal.aborted) {
    await keepTokens({ about: taken.bundle.name, values: taken.values }, config.redact, language, signal);
  }
  return taken;
};

/** Puts it where `--output` says, or where it can be written; the path is the answer. */
const write = async (
  bundle: Bundle,
  { output }: Pick<ReportOptions, 'output'>,
  words: ReportWords,
): Promise<void> => {
  if (output === '-') {
    await printBytes(bundle.bytes);
    return printError(words.streamed);
  }
  try {
    const saved = await saveBundle(
      { ...bundle, ...(output !== undefined && !isFolder(output) && { name: basename(output) }) },
      {
        folders: output === undefined ? reportFolders(process.env, here()) : [folderOf(output)],
        ...(output === undefined && process.stdout.isTTY !== true && { otherwise: printBytes }),
      },
    );
    await tell(saved, words);
    if (saved.kind === 'stream') return;
    // `techsupport report | xargs techsupport inspect`
    await print(process.stdout.isTTY === true ? `${words.look(oneLine(saved.path))}\n` : `${saved.path}\n`);
  } catch (cause) {
    if (!(cause instanceof NowhereToSave) || output !== undefined) throw cause;
    await printError(words.nowhere);
    await print(`${paste(bundle.report)}\n`);
  }
};

/** Puts it into the first folder that takes it, for what comes next; stdout is left alone. */
export const keep = async (bundle: Bundle, words: ReportWords): Promise<string> => {
  const saved = await saveBundle(bundle, { folders: reportFolders(process.env, here()) });
  await tell(saved, words);
  if (saved.kind === 'stream') throw new Error('saved in no folder, although none was refused');
  return saved.path;
};

/** Tells where it is, and where it could not be. */
const tell = async (saved: Saved, words: ReportWords): Promise<void> => {
  if (saved.failed.length > 0) {
    await printError(
      words.notThere(saved.failed.map(({ folder, why }) => `${oneLine(folder)} (${why})`).join(', ')),
    );
  }
  if (saved.kind === 'stream') return printError(words.streamed);
  rememberReport(saved.path);
  await printError(words.written(oneLine(saved.path)));
};

export const summary = (
  { files, bytes, hidden, comparison }: Bundle,
  words: ReportWords,
): readonly string[] => {
  const codes = (list: readonly { readonly code: string }[]): string =>
    list.map(({ code }) => code).join(', ');
  return [
    words.inside(files.size, words.size(bytes.length)),
    hiddenLine(hidden, words),
    ...(comparison.same ? [words.same] : []),
    ...(!comparison.same && comparison.lost.length > 0 ? [words.lost(codes(comparison.lost))] : []),
    ...(!comparison.same && comparison.added.length > 0 ? [words.added(codes(comparison.added))] : []),
  ];
};

/** One that is there, or is written as one. */
const isFolder = (path: string): boolean => {
  if (path.endsWith('/') || path.endsWith(sep)) return true;
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

const folderOf = (output: string): string => (isFolder(output) ? resolve(output) : dirname(resolve(output)));

const here = (): string | undefined => {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
};
