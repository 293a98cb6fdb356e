/** Questions at the preview of a report. */
import type { BundleWords } from '../../language/bundle.en.ts';
import { oneLine } from '../../output/untrusted.ts';
import { EVIDENCE } from '../../report/bundle/layout.ts';
import type { Exclusion } from '../../report/bundle/left-out.ts';
import type { Bundle } from '../../report/bundle/write.ts';
import { unlessLeft } from '../ticket/ask.ts';
import { MAX_DESCRIPTION } from './options.ts';

export type Choice = 'write' | 'exclude' | 'describe' | 'look' | 'leave';

export const decide = async (words: BundleWords, signal: AbortSignal): Promise<Choice> => {
  const { select } = await import('@inquirer/prompts');
  const choices = (['write', 'exclude', 'look', 'leave', 'describe'] as const).map((value) => ({
    value,
    name: words.choices[value],
  }));
  const question = { message: words.whatNow, choices };
  const chosen = await select<Choice>(question, { output: process.stderr, signal }).catch(unlessLeft);
  return chosen ?? 'leave';
};

/** In the person's own editor; nothing where they left it, or it could not be started and they gave up. */
export const describe = async (
  before: string,
  words: BundleWords,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const { editor } = await import('@inquirer/prompts');
  const question = {
    message: words.inYourWords,
    default: before,
    waitForUserInput: false,
    validate: (text: string) => text.length <= MAX_DESCRIPTION || words.tooLong(MAX_DESCRIPTION),
  };
  const text = await editor(question, { output: process.stderr, signal }).catch(unlessLeft);
  return text?.trim();
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
