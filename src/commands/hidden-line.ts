/** What was hidden, by kind, on one line. */
import type { ReportWords } from '../language/report.en.ts';
import { oneLine } from '../output/untrusted.ts';

export const hiddenLine = (counts: Readonly<Record<string, number>>, words: ReportWords): string => {
  const kinds = Object.entries(counts).map(([kind, many]) => `${words.kinds[kind] ?? oneLine(kind)} ${many}`);
  return kinds.length === 0 ? words.nothingHidden : words.hidden(kinds.join(', '));
};
