/** `inspect -`: what people pasted, from what really arrived. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { AnyCheck, Language } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import type { PasteWords } from '../../language/paste.en.ts';
import { pasteWords } from '../../language/paste.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Report } from '../../report/model.ts';
import { holdsNewer, type Pasted, readPastes } from '../../report/paste/block/read.ts';
import { outline } from '../../report/paste/outline.ts';
import { retell } from '../../report/retell.ts';
import { formatted } from '../check/format.ts';
import type { InspectOptions } from '../inspect.ts';
import { print, printError } from '../print.ts';

/** Mails are shorter, with all that they quote. */
const MAX_MIB = 16;

/** The pastes in a text; nothing where it is an archive. */
export const pastesIn = (content: Buffer): readonly Pasted[] | undefined => {
  const [first, second] = content;
  if (first === 0x1f && second === 0x8b) return undefined;
  return content.length > MAX_MIB * 1024 * 1024 ? undefined : readPastes(content.toString('utf8'));
};

export const isNewer = (content: Buffer): boolean => holdsNewer(content.toString('utf8'));

export const inspectPastes = async (
  pastes: readonly Pasted[],
  options: InspectOptions,
  language: Language,
): Promise<number> => {
  const words = pasteWords(language);
  const checks = await Promise.all(checkIds.map(loadCheck));
  for (const [at, pasted] of pastes.entries()) {
    const report = reportOf(pasted, checks, language);
    const about = [
      ...(pastes.length > 1 ? [words.nth(at + 1, pastes.length)] : []),
      ...(report === undefined ? [] : [provenance(report, language)]),
      ...condition(pasted, words),
    ];
    const isText = options.format === 'text';
    if (isText) await print(`${at > 0 ? '\n' : ''}${about.join('\n')}\n${report === undefined ? '' : '\n'}`);
    else await printError(about.join('\n'));
    if (report !== undefined) await print(await formatted(report, report.status, options));
  }
  // Of what did not arrive whole nobody knows whether all was well.
  return pastes.every(({ report }) => report !== undefined) ? EXIT.ok : EXIT.unknown;
};

export const reportOf = (
  { report, summary }: Pasted,
  checks: readonly AnyCheck[],
  language: Language,
): Report | undefined => {
  if (report !== undefined) return retell(report, checks, language);
  return summary === undefined ? undefined : outline(summary, checks, language);
};

const provenance = ({ host, tool, startedAt }: Report, language: Language): string => {
  const system = [host.os, host.release, host.arch].map(oneLine).join(' ').trim();
  return `${reportWords(language).from(oneLine(host.name), oneLine(tool.version), startedAt)}; ${system}`;
};

/** What arrived, what is lost, and what can be said all the same. */
const condition = (pasted: Pasted, words: PasteWords): readonly string[] => {
  const { missing, damaged, total, summary, report, without } = pasted;
  const isWhole = missing.length === 0 && damaged.length === 0;
  return [
    isWhole ? words.arrivedWhole(total) : words.lostLines(ranges(missing), ranges(damaged), total),
    ...(!isWhole && report !== undefined ? [words.stillWhole] : []),
    ...(report !== undefined ? [words.noEvidence] : []),
    ...(summary === undefined && report === undefined ? [words.nothingLeft] : []),
    ...(summary !== undefined && without === 'codes' ? [words.onlyCodes] : []),
    ...(summary !== undefined && without === 'lost' ? [words.onlyVerdict] : []),
    ...(summary !== undefined && without === 'unreadable' ? [words.unreadable] : []),
    ...(report === undefined && summary !== undefined && summary.more > 0 ? [words.more(summary.more)] : []),
  ];
};

/** `3, 5-9` */
const ranges = (numbers: readonly number[]): string => {
  const starts = numbers.filter((number) => !numbers.includes(number - 1));
  const ends = numbers.filter((number) => !numbers.includes(number + 1));
  return starts.map((start, at) => (start === ends[at] ? `${start}` : `${start}-${ends[at]}`)).join(', ');
};

export const noPaste = (content: Buffer): UserError => {
  const [en, ru] = [pasteWords('en'), pasteWords('ru')];
  if (isNewer(content)) {
    return new UserError('E_PASTE_NEWER', en.newerPaste, en.newerPasteHint, {
      exitCode: EXIT.usage,
      ru: { message: ru.newerPaste, hint: ru.newerPasteHint },
    });
  }
  return new UserError('E_PASTE_NONE', en.noPaste, en.noPasteHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.noPaste, hint: ru.noPasteHint },
  });
};
