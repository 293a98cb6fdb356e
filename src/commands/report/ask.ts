/** Questions at the preview of a report. */
import type { BundleWords } from '../../language/bundle.en.ts';
import { oneLine } from '../../output/untrusted.ts';
import { EVIDENCE } from '../../report/bundle/layout.ts';
import type { Exclusion } from '../../report/bundle/left-out.ts';
import type { Bundle } from '../../report/bundle/write.ts';
import { unlessLeft } from '../ticket/ask.ts';

export type Choice = 'write' | 'exclude' | 'look' | 'leave';

export const decide = async (words: BundleWords, signal: AbortSignal): Promise<Choice> => {
  const { select } = await import('@inquirer/prompts');
  const choices = (['write', 'exclude', 'look', 'leave'] as const).map((value) => ({
    value,
    name: words.choices[value],
  }));
  const question = { message: words.whatNow, choices };
  const chosen = await select<Choice>(question, { output: process.stderr, signal }).catch(unlessLeft);
  return chosen ?? 'leave';
};

/** Evidence and findings, each by its name. */
export const chooseWhatLeaves = async (
  { files, report }: Bundle,
  words: BundleWords,
  signal: AbortSignal,
): Promise<Exclusion> => {
  const { checkbox } = await import('@inquirer/prompts');
  const codes = new Set(report.checks.flatMap(({ findings }) => findings.map(({ code }) => code)));
  const evidence = [...files.keys()].filter((name) => name.startsWith(EVIDENCE));
  const question = {
    message: words.whatLeaves,
    pageSize: 15,
    choices: [...codes, ...evidence].map((name) => ({ value: name, name: oneLine(name) })),
  };
  const chosen =
    (await checkbox<string>(question, { output: process.stderr, signal }).catch(unlessLeft)) ?? [];
  return {
    reads: chosen.filter((name) => !codes.has(name)),
    findings: chosen.filter((name) => codes.has(name)),
  };
};
