/** How likely each answer to a question is, by what is behind the trouble. */
import type { TreeNode } from '../../contract.ts';

export type AskNode = Extract<TreeNode, { kind: 'ask' }>;

/** An answer that speaks for a cause is given when that cause is there, this often: people look badly, and guess. */
const ANSWER_FITS = 0.85;

/** An answer that speaks for nothing is what is mostly said where no answer speaks for the cause. */
const ANSWER_PLAIN = 0.7;

/** Answers of the fault catalogue that say nothing of the trouble, where they speak for no cause. */
const SAYS_NOTHING = ['unsure', 'cannot', 'not-now'];

export const likelihoods = (
  { to, points = {} }: Pick<AskNode, 'to' | 'points'>,
  causes: readonly string[],
): Readonly<Record<string, Readonly<Record<string, number>>>> => {
  const answers = Object.keys(to);
  const speaksFor = (answer: string): readonly string[] => points[answer] ?? [];
  const mute = answers.filter((answer) => speaksFor(answer).length === 0 && SAYS_NOTHING.includes(answer));
  const telling = answers.filter((answer) => !mute.includes(answer));
  const plain = telling.filter((answer) => speaksFor(answer).length === 0);
  const chanceOf = (answer: string, cause: string): number => {
    if (mute.includes(answer)) return 1 / answers.length;
    const spoken = telling.filter((one) => speaksFor(one).includes(cause));
    const fitting = spoken.length > 0 ? spoken : plain;
    const share = telling.length / answers.length;
    if (fitting.length === 0 || fitting.length === telling.length) return share / telling.length;
    const fits = spoken.length > 0 ? ANSWER_FITS : ANSWER_PLAIN;
    return fitting.includes(answer)
      ? (share * fits) / fitting.length
      : (share * (1 - fits)) / (telling.length - fitting.length);
  };
  return Object.fromEntries(
    answers.map((answer) => [
      answer,
      Object.fromEntries(causes.map((cause) => [cause, chanceOf(answer, cause)])),
    ]),
  );
};
