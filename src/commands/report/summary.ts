/** What is in a report and what is not, in a few lines. */

import type { Language } from '../../contract.ts';
import type { BundleWords } from '../../language/bundle.en.ts';
import { bundleWords } from '../../language/bundle.ts';
import { inspectWords } from '../../language/inspect.ts';
import { reportWords } from '../../language/report.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { LeftOut } from '../../report/bundle/layout.ts';
import type { Bundle } from '../../report/bundle/write.ts';
import { hiddenLine } from '../hidden-line.ts';

export const summary = (
  { files, bytes, report, recording, hidden, comparison, leftOut, since }: Bundle,
  language: Language,
): readonly string[] => {
  const [words, more] = [reportWords(language), bundleWords(language)];
  const codes = (list: readonly { readonly code: string }[]): string =>
    list.map(({ code }) => code).join(', ');
  const reads = Object.keys(recording.entries).length;
  const findings = report.checks.flatMap((check) => check.findings).length;
  return [
    `${words.inside(files.size, words.size(bytes.length))}; ${more.holds(reads, findings)}`,
    hidden === undefined ? inspectWords(language).notRedacted : hiddenLine(hidden, words),
    ...(since === undefined ? [] : [more.cut(since.toISOString())]),
    ...absences(leftOut, more),
    ...(comparison.same ? [words.same] : []),
    ...(!comparison.same && comparison.lost.length > 0 ? [words.lost(codes(comparison.lost))] : []),
    ...(!comparison.same && comparison.added.length > 0 ? [words.added(codes(comparison.added))] : []),
    ...(!comparison.same && comparison.unread.length > 0 ? [more.unread(few(comparison.unread, more))] : []),
  ];
};

const absences = (leftOut: readonly LeftOut[], words: BundleWords): readonly string[] => {
  const idsOf = (what: LeftOut['what'], why: LeftOut['why']) =>
    leftOut.flatMap((one) => (one.what === what && one.why === why ? [one.source] : []));
  const [wished, forSize] = [idsOf('read', 'excluded'), idsOf('read', 'size')];
  const texts = idsOf('text', 'size').filter((id) => !forSize.includes(id));
  return [
    ...(wished.length > 0 ? [words.leftOutExcluded(few(wished, words))] : []),
    ...(forSize.length > 0 ? [words.leftOutReads(few(forSize, words))] : []),
    ...(texts.length > 0 ? [words.leftOutTexts(texts.length)] : []),
  ];
};

const FEW = 8;

const few = (ids: readonly string[], words: BundleWords): string =>
  [
    ...ids.slice(0, FEW).map((id) => oneLine(id)),
    ...(ids.length > FEW ? [words.andMore(ids.length - FEW)] : []),
  ].join(', ');
