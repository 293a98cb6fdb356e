/** What the report said when it was made, beside what today's rules see in the same evidence. */
import type { Language } from '../../contract.ts';
import type { InspectWords } from '../../language/inspect.en.ts';
import { inspectWords } from '../../language/inspect.ts';
import { outputWords } from '../../language/output.ts';
import { oneLine } from '../../output/untrusted.ts';
import { type ComparedFinding, compare } from '../../report/bundle/compare.ts';
import type { OpenedBundle } from '../../report/bundle/open.ts';
import type { Report } from '../../report/model.ts';
import { VERSION } from '../../version.ts';

export const thenAndNow = (bundle: OpenedBundle, now: Report, language: Language): readonly string[] => {
  const words = inspectWords(language);
  if (bundle.report === undefined) return [words.notThen];
  const difference = compare(bundle.report, now);
  const version = oneLine(bundle.tool.version);
  const isSame = difference.same || (difference.lost.length === 0 && difference.added.length === 0);
  if (isSame) return [words.sameAsThen(VERSION)];
  const line = (mark: string, { code, severity, subject }: ComparedFinding, what: string): string =>
    `  ${mark} ${outputWords(language).severities[severity]} ${[code, subject].flatMap((text) => (text === undefined ? [] : oneLine(text))).join(' ')} (${what})`;
  return [
    words.thenAndNow(version, VERSION),
    ...difference.lost.map((finding) => line('-', finding, words.thenOnly)),
    ...difference.added.map((finding) => line('+', finding, words.nowOnly)),
    `  ${words.whyOther[whyOther(bundle)]}`,
  ];
};

const whyOther = ({ tool, seal, report }: OpenedBundle): keyof InspectWords['whyOther'] => {
  if (tool.version !== VERSION) return 'version';
  if (seal === 'broken') return 'broken';
  return report?.interrupted === true ? 'interrupted' : 'unknown';
};
