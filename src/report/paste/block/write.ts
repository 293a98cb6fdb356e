/** The whole result as lines that survive a mail, a chat and a forum: `inspect -` reads them. */
import { forJson } from '../../../output/untrusted.ts';
import type { Report } from '../../model.ts';
import { blockName, MAX_LINES, PAYLOAD_BYTES, type Part, writeLine } from './line.ts';
import { writeSection } from './section.ts';
import { packSummary, summarize } from './summary.ts';
import { wordless } from './wordless.ts';

/** From the largest to the smallest: sentences are made again when it is read; codes alone fit anywhere. */
export const FORMS = ['whole', 'wordless', 'codes'] as const;
export type Form = (typeof FORMS)[number];

/** Nothing where it would take more lines than there are numbers. */
export const writeBlock = (report: Report, form: Form): readonly string[] | undefined => {
  const verdict = writeSection(forJson(packSummary(summarize(report))));
  const rest = form === 'codes' ? Buffer.alloc(0) : writeSection(forJson(contentOf(report, form)));
  const content = Buffer.concat([verdict, rest]);
  const total = content.length / PAYLOAD_BYTES;
  if (total > MAX_LINES) return undefined;
  const block = blockName(content);
  return Array.from({ length: total }, (_, at) => {
    const start = at * PAYLOAD_BYTES;
    const part: Part = start < verdict.length ? 'A' : 'B';
    const payload = content.subarray(start, start + PAYLOAD_BYTES);
    return writeLine({ part, number: at + 1, total, block, payload });
  });
};

const contentOf = (report: Report, form: Form): Report => (form === 'whole' ? report : wordless(report));
