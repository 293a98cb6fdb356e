/** Opens what an agent names: reports as files or as pastes, or a folder of them. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkIds, loadCheck } from '../../../checks/index.ts';
import { type Sight, sightInReport, sightOf } from '../../compare/sight.ts';
import type { Language, Recording } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { inspectWords } from '../../language/inspect.ts';
import { pasteWords } from '../../language/paste.ts';
import { decrypted } from '../../report/age/decrypt.ts';
import { contentOf, type OpenedBundle, openBundle } from '../../report/bundle/open.ts';
import type { Report } from '../../report/model.ts';
import { retell } from '../../report/retell.ts';
import { isSosFolder } from '../../report/sos/folder.ts';
import { printError } from '../print.ts';
import { standardInput } from '../standard-input.ts';
import { examineAgain } from './again.ts';
import { isNewer, noPaste, pastesIn } from './paste.ts';
import { sosBundle } from './sos.ts';

/** A report as it is seen today, whatever it came in. */
export interface Opened {
  readonly file: string;
  readonly report: Report;
  readonly sight: Sight;
  /** A paste holds the result and no evidence. */
  readonly recording?: Recording;
  readonly writtenBy: OpenedBundle['tool'];
}

/** In whose language, and with which file of age identities. */
export interface Reader {
  readonly language: Language;
  readonly identity?: string;
}

export const identified = ({ identity }: { readonly identity?: string }): Pick<Reader, 'identity'> =>
  identity === undefined ? {} : { identity };

export const contentFrom = async (file: string, { language, identity }: Reader): Promise<Buffer> => {
  if (file !== '-') return decrypted(contentOf(file), identity);
  if (process.stdin.isTTY === true) await printError(pasteWords(language).pasteNow);
  return decrypted(await standardInput(), identity);
};

/** All that are in a file: an archive holds one, a mail any number of pastes. */
export const openReports = async (file: string, reader: Reader): Promise<readonly Opened[]> => {
  const { language } = reader;
  const foreign = await sosBundle(file, language);
  if (foreign !== undefined) return [await openedBundle(file, foreign, language)];
  const content = await contentFrom(file, reader);
  const pastes = pastesIn(content);
  if (pastes === undefined || pastes.length === 0) {
    if (pastes !== undefined && isNewer(content)) throw noPaste(content);
    return [await openedBundle(file, openBundle(content), language)];
  }
  const checks = await Promise.all(checkIds.map(loadCheck));
  return pastes.map(({ report: pasted }) => {
    if (pasted === undefined) throw notWhole();
    const report = retell(pasted, checks, language);
    return { file, report, sight: sightInReport(report), writtenBy: report.tool };
  });
};

const openedBundle = async (file: string, bundle: OpenedBundle, language: Language): Promise<Opened> => {
  const examination = await examineAgain(bundle, language);
  const { recording, tool } = bundle;
  return {
    file,
    report: examination.report,
    sight: sightOf(examination),
    recording,
    writtenBy: tool,
  };
};

/** The files of a folder, by name; anything else as it is. */
export const filesIn = (path: string): readonly string[] => {
  if (!isFolderOfReports(path)) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => join(path, name))
    .sort();
};

/** What sos wrote and somebody unpacked is one report, and a folder. */
export const isFolderOfReports = (path: string): boolean => isFolder(path) && !isSosFolder(path);

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

const notWhole = (): UserError => {
  const [en, ru] = [inspectWords('en'), inspectWords('ru')];
  return new UserError('E_PASTE_PARTS', en.notWhole, en.notWholeHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.notWhole, hint: ru.notWholeHint },
  });
};
