/** Shows what would be in a report, whole, and asks what becomes of it. */
import type { Language } from '../../contract.ts';
import { bundleWords } from '../../language/bundle.ts';
import { reportWords } from '../../language/report.ts';
import { forTerminal, oneLine } from '../../output/untrusted.ts';
import type { Files } from '../../report/bundle/archive.ts';
import type { Exclusion } from '../../report/bundle/left-out.ts';
import type { Bundle } from '../../report/bundle/write.ts';
import type { Taken } from '../../report/take.ts';
import { showLong } from '../pager.ts';
import { printError } from '../print.ts';
import { isPromptable } from '../terminal.ts';
import { summary } from './summary.ts';

/** Every file in its order, as text that no terminal obeys. */
export const wholeOf = (files: Files, language: Language): string => {
  const { size } = reportWords(language);
  return [...files]
    .map(
      ([name, content]) =>
        `── ${oneLine(name)} (${size(content.length)}) ──\n${forTerminal(content.toString('utf8')).trimEnd()}\n`,
    )
    .join('\n');
};

export type Decision =
  | { readonly kind: 'write'; readonly bundle: Bundle }
  /** Seen, and not to be written. */
  | { readonly kind: 'leave' };

/** Where nobody can answer it is shown, and not written. */
export const preview = async (
  taken: Pick<Taken, 'bundle' | 'remake'>,
  wished: { readonly exclude: Exclusion; readonly description: string },
  language: Language,
  signal: AbortSignal,
): Promise<Decision> => {
  const words = bundleWords(language);
  let { bundle } = taken;
  let { exclude, description } = wished;
  await showLong(wholeOf(bundle.files, language));
  if (!isPromptable(process)) {
    await printError(words.shownOnly);
    return { kind: 'leave' };
  }
  const { decide, chooseWhatLeaves, describe } = await import('./ask.ts');
  for (;;) {
    await printError(summary(bundle, language).join('\n'));
    const choice = await decide(words, signal);
    if (choice === 'write') return { kind: 'write', bundle };
    if (choice === 'leave') return { kind: 'leave' };
    if (choice === 'look') await showLong(wholeOf(bundle.files, language));
    else if (choice === 'describe') {
      const text = await describe(description, words, signal);
      if (text === undefined || text === description) continue;
      description = text;
      bundle = await taken.remake(exclude, description);
    } else {
      const more = await chooseWhatLeaves(bundle, words, signal);
      exclude = {
        reads: [...exclude.reads, ...more.reads],
        findings: [...exclude.findings, ...more.findings],
      };
      bundle = await taken.remake(exclude, description);
    }
  }
};
