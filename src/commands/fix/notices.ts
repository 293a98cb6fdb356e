/** What earlier runs left behind: something half done, or a protection that is still paused. */
import type { Language } from '../../contract.ts';
import type { Done } from '../../fix/done.ts';
import { continueJournal } from '../../fix/journal.ts';
import { fixWords } from '../../language/fix.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Report } from '../../report/model.ts';
import { printError } from '../print.ts';
import { sawAll } from './look.ts';
import { allDone, confirm, type Session } from './session.ts';

/** For `fix` and `diagnose`: one line for each. */
export const unfinishedLines = async (language: Language): Promise<readonly string[]> =>
  (await allDone())
    .filter(isUnfinished)
    .map(({ kept, begun, steps }) =>
      fixWords(language).unfinished(oneLine(kept.planned.title), Math.max(1, begun), steps),
    );

const isUnfinished = ({ state }: Done): boolean => state === 'interrupted' || state === 'undoing';

export const tellUnfinished = async ({ language }: Session): Promise<void> => {
  for (const line of await unfinishedLines(language)) await printError(line);
};

/** What is paused is asked about until the machine sees it on again, or the person says that it stays so. */
export const remind = async (session: Session, report: Report): Promise<void> => {
  const words = fixWords(session.language);
  for (const { reminder, kept } of await allDone()) {
    if (reminder === undefined) continue;
    const { code } = kept.planned.target;
    const journal = continueJournal(kept);
    if (report.checks.some((one) => one.id === reminder && sawAll(one)) && !isOpen(report, PROTECTION)) {
      await journal.write({ kind: 'reminded', by: 'machine' }).catch(() => {});
      continue;
    }
    await printError(words.stillPaused(oneLine(kept.planned.title), code));
    if (session.person === undefined) continue;
    const staysSo = await confirm(session, words.staysPaused);
    if (staysSo === true) await journal.write({ kind: 'reminded', by: 'person' }).catch(() => {});
  }
};

/** What says that this computer is without protection. */
export const PROTECTION: readonly string[] = ['security/antivirus-off', 'security/firewall-off'];

const isOpen = ({ checks }: Report, codes: readonly string[]): boolean =>
  checks.some(({ findings }) => findings.some(({ code }) => codes.includes(code)));
