/** Writes a report: where the person says, or where it can be written; tells where it is, and where it could not be. */
import { statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import type { ReportWords } from '../../language/report.en.ts';
import { oneLine } from '../../output/untrusted.ts';
import { NowhereToSave, reportFolders, type Saved, saveBundle } from '../../report/bundle/save.ts';
import type { Bundle } from '../../report/bundle/write.ts';
import { paste } from '../../report/paste/paste.ts';
import type { Taken } from '../../report/take.ts';
import { rememberReport } from '../../state.ts';
import { refuseInPaste } from '../last-look.ts';
import { print, printBytes, printError } from '../print.ts';
import type { ReportOptions } from '../report.ts';

/** Puts it where `--output` says, or where it can be written; the path is the answer. */
export const write = async (
  bundle: Bundle,
  {
    output,
    isLocked,
    leaksIn,
  }: Pick<ReportOptions, 'output'> & Pick<Taken, 'leaksIn'> & { readonly isLocked: boolean },
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
    // What was to be encrypted is not printed in clear.
    if (!(cause instanceof NowhereToSave) || output !== undefined || isLocked) throw cause;
    await printError(words.nowhere);
    const { text } = paste(bundle.report, 'email');
    refuseInPaste({ paste: text }, leaksIn);
    await print(`${text}\n`);
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
