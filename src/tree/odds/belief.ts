/** What is believed to be behind the trouble, after all that was seen, answered and tried. */
import type { Likelihood } from '../../contract.ts';
import type { OddsOptions } from '../odds.ts';
import type { Measurement, Step, WalkState } from '../state.ts';
import { type AskNode, likelihoods } from './answers.ts';
import { helpsOf } from './effort.ts';

export const WEIGHT: Readonly<Record<Likelihood, number>> = { rare: 1, uncommon: 3, common: 10, usual: 30 };

/** The share of causes that nobody thought of. */
const OTHER_SHARE = 0.1;
export const OTHER = 'other';

/** What was looked for and not found is still there this often: it comes and goes, or needs rights that were not given. */
const OVERLOOKED = 0.1;

/** What was found is behind it: all else together weighs little beside it. */
const FOUND = 200;

/** A remark is made of many computers that nothing is wrong with. */
const REMARKED = 5;

/** Weights by finding code, and of OTHER; they do not add up to 1. */
export const believed = (
  { tree, fixes, os, suspects }: OddsOptions,
  { measurement, journal }: Pick<WalkState, 'measurement' | 'journal'>,
): Readonly<Record<string, number>> => {
  const priors = Object.entries(suspects).map(
    ([cause, likelihood]) =>
      [cause, WEIGHT[likelihood] * seenFactor(cause, measurement, tree.unseen)] as const,
  );
  const all = Object.values(suspects).reduce((sum, likelihood) => sum + WEIGHT[likelihood], 0);
  const causes: Record<string, number> = Object.fromEntries([
    ...priors,
    [OTHER, (all * OTHER_SHARE) / (1 - OTHER_SHARE)],
  ]);
  const weigh = (factorOf: (cause: string) => number): void => {
    for (const [cause, weight] of Object.entries(causes)) causes[cause] = weight * factorOf(cause);
  };
  for (const { node, answer } of answersIn(journal, tree.nodes)) {
    const likely = likelihoods(node, Object.keys(causes));
    // "I don't know" tells nothing.
    if (Object.hasOwn(likely, answer)) weigh((cause) => likely[answer]?.[cause] ?? 1);
  }
  for (const step of journal) {
    if (step.kind !== 'did' || step.effect === 'cannot' || step.effect === 'solved') continue;
    const helps = helpsOf(step.fixes, fixes, os);
    weigh((cause) => 1 - (helps[cause] ?? 0));
  }
  return causes;
};

const seenFactor = (
  cause: string,
  measurement: Measurement | undefined,
  unseen: readonly string[] = [],
): number => {
  if (measurement === undefined) return 1;
  const found = measurement.findings.filter(({ code }) => code === cause);
  // What another finding explains is seen whether or not it is a cause of its own.
  if (found.some(({ isConsequence }) => !isConsequence)) {
    return found.every(({ severity }) => severity === 'info') ? REMARKED : FOUND;
  }
  if (found.length > 0 || unseen.includes(cause)) return 1;
  const module = cause.split('/')[0] ?? '';
  return measurement.lookedAt === undefined || measurement.lookedAt.includes(module) ? OVERLOOKED : 1;
};

/**
 * Each question counts once, as it was asked last; where findings answered it, what they tell is counted with them.
 */
const answersIn = (
  journal: readonly Step[],
  nodes: OddsOptions['tree']['nodes'],
): readonly { readonly node: AskNode; readonly answer: string }[] => {
  const last = new Map<string, { readonly node: AskNode; readonly answer: string }>();
  for (const step of journal) {
    if (step.kind !== 'asked') continue;
    const node = nodes[step.node];
    // The question after a repair, whether it helped, is no question of the tree.
    if (node?.kind !== 'ask' || node.points === undefined) continue;
    if (step.because !== undefined) last.delete(step.question);
    else last.set(step.question, { node, answer: step.answer });
  }
  return [...last.values()];
};
