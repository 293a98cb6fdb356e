/** Turns what authors write (rare, half, a restart) and what was seen into the figures that src/tree/plan.ts decides with. */
import type { Chance, Effort, Fix, Likelihood, Opening, Os, Symptom, Tree, TreeNode } from '../contract.ts';
import type { End, Model, PlanStep } from './plan.ts';
import type { Measurement, Step, WalkState } from './state.ts';

export const WEIGHT: Readonly<Record<Likelihood, number>> = { rare: 1, uncommon: 3, common: 10, usual: 30 };
export const CHANCE: Readonly<Record<Chance, number>> = { seldom: 0.2, half: 0.5, mostly: 0.8, surely: 0.95 };

/** A quarter of an hour to write it down, and half an hour of waiting at least. */
export const TICKET_SECONDS = 2700;
/** Who knows the cause asks the right one at once, and is not asked back. */
const NAMED_SHARE = 0.5;
const ASK_SECONDS = 10;
const ADMIN_SECONDS = 20;
const AWAY_SECONDS = 90;
const RISK_SECONDS = { some: 120, high: 1200 } as const;
const OPENING_SECONDS: Readonly<Record<Opening, number>> = { restart: 240, 'safe-mode': 600, case: 900 };

/** What was looked for and not found is still there this often. */
const OVERLOOKED = 0.05;
/** What was found is behind it: all else together weighs little beside it. */
const FOUND = 200;
/** An answer that speaks for a cause is given when that cause is there, this often. */
const ANSWER_FITS = 0.85;
/** The share of causes that nobody thought of. */
const OTHER_SHARE = 0.1;
export const OTHER = 'other';

export interface OddsOptions {
  readonly tree: Tree;
  readonly fixes: readonly Fix[];
  readonly os: Os;
  readonly suspects: Symptom['suspects'];
  /** Where a ticket costs more or less than usual. */
  readonly ticketSeconds?: number;
}

/** The person's patience that it takes, without what an opening costs. */
export const secondsOf = ({ seconds, admin, away, risk }: Effort): number =>
  seconds +
  (admin === true ? ADMIN_SECONDS : 0) +
  (away === true ? AWAY_SECONDS : 0) +
  (risk === undefined ? 0 : RISK_SECONDS[risk]);

/** The steps that are left at a choose-node; nothing where one of them, or the complaint, has no figures. */
export const modelAt = (
  among: readonly string[],
  { journal, measurement, answers }: Pick<WalkState, 'journal' | 'measurement' | 'answers'>,
  options: OddsOptions,
): Model | undefined => {
  if (Object.keys(options.suspects).length === 0) return undefined;
  const causes = believed(options, measurement, answers, journal);
  const opened = openingsIn(journal, options);
  const steps = among.map((id) => stepOf(id, options, Object.keys(causes), opened));
  return steps.some((step) => step === undefined)
    ? undefined
    : {
        causes,
        steps: steps.filter((step) => step !== undefined),
        ticketSeconds: options.ticketSeconds ?? TICKET_SECONDS,
      };
};

/** Weights of the suspects after all that was seen, answered and tried. */
export const believed = (
  { tree, fixes, os, suspects }: OddsOptions,
  measurement: Measurement | undefined,
  answers: Readonly<Record<string, string>>,
  journal: readonly Step[],
): Readonly<Record<string, number>> => {
  const priors = Object.entries(suspects).map(([cause, likelihood]): [string, number] => [
    cause,
    WEIGHT[likelihood],
  ]);
  const all = priors.reduce((sum, [, weight]) => sum + weight, 0);
  const causes = Object.fromEntries([...priors, [OTHER, (all * OTHER_SHARE) / (1 - OTHER_SHARE)]]);
  for (const cause of Object.keys(suspects))
    causes[cause] = (causes[cause] ?? 0) * seenFactor(cause, measurement, tree.unseen);
  for (const node of Object.values(tree.nodes)) {
    if (node.kind !== 'ask' || node.points === undefined) continue;
    const answer = answers[node.question];
    if (answer === undefined) continue;
    const likely = likelihoods(node, Object.keys(causes))[answer];
    for (const cause of Object.keys(causes)) causes[cause] = (causes[cause] ?? 0) * (likely?.[cause] ?? 1);
  }
  for (const step of journal) {
    if (step.kind !== 'did' || step.effect === 'cannot' || step.effect === 'solved') continue;
    const helps = helpsOf(step.fixes, fixes, os);
    for (const cause of Object.keys(causes)) causes[cause] = (causes[cause] ?? 0) * (1 - (helps[cause] ?? 0));
  }
  return causes;
};

const seenFactor = (
  cause: string,
  measurement: Measurement | undefined,
  unseen: readonly string[] = [],
): number => {
  if (measurement === undefined) return 1;
  if (measurement.findings.some(({ code }) => code === cause)) return FOUND;
  if (unseen.includes(cause)) return 1;
  const module = cause.split('/')[0] ?? '';
  return measurement.lookedAt === undefined || measurement.lookedAt.includes(module) ? OVERLOOKED : 1;
};

const stepOf = (
  id: string,
  options: OddsOptions,
  causes: readonly string[],
  opened: ReadonlySet<Opening>,
): PlanStep | undefined => {
  const { tree, fixes, os } = options;
  const node = tree.nodes[id];
  if (node?.kind === 'ask') {
    return {
      kind: 'ask',
      id,
      seconds: node.cost === undefined ? ASK_SECONDS : secondsOf(node.cost),
      answers: likelihoods(node, causes),
      ends: Object.fromEntries(
        Object.entries(node.to).flatMap(([answer, to]) => {
          const end = endAt(to, options, causes);
          return end === undefined ? [] : [[answer, end]];
        }),
      ),
    };
  }
  if (node?.kind !== 'do') return undefined;
  const here = node.fixes.flatMap(
    (name) => fixes.find((fix) => fix.id === name && fix.os.includes(os)) ?? [],
  );
  const cost = here[0]?.cost;
  if (cost === undefined || here.some(({ chance }) => chance === undefined)) return undefined;
  const failed = endAt(node.otherwise, options, causes);
  return {
    kind: 'do',
    id,
    seconds: secondsOf(cost),
    ...(cost.opening !== undefined && {
      opening: {
        id: cost.opening,
        seconds: OPENING_SECONDS[cost.opening],
        isOpen: opened.has(cost.opening),
      },
    }),
    helps: helpsOf(node.fixes, fixes, os),
    ...(failed !== undefined && { failed }),
  };
};

/** What an end still costs: nothing where all is well, and less than a ticket where it names the cause that it is. */
const endAt = (
  to: string,
  { tree, ticketSeconds = TICKET_SECONDS }: OddsOptions,
  causes: readonly string[],
): End | undefined => {
  const node = tree.nodes[to];
  if (node?.kind !== 'conclude') return undefined;
  const { outcome, finding } = node;
  if (outcome === 'solved' || outcome === 'fine')
    return Object.fromEntries(causes.map((cause) => [cause, 0]));
  return outcome === 'cause' && typeof finding === 'string' ? { [finding]: ticketSeconds * NAMED_SHARE } : {};
};

/** The best of the fixes for each cause. */
const helpsOf = (ids: readonly string[], fixes: readonly Fix[], os: Os): Readonly<Record<string, number>> => {
  const helps: Record<string, number> = {};
  for (const { id, for: codes, chance, os: systems } of fixes) {
    if (!ids.includes(id) || !systems.includes(os) || chance === undefined) continue;
    for (const code of codes) helps[code] = Math.max(helps[code] ?? 0, CHANCE[chance]);
  }
  return helps;
};

type AskNode = Extract<TreeNode, { kind: 'ask' }>;

/** What an answer speaks for is given to it mostly; the rest of the answers share what is left. */
const likelihoods = (
  { to, points = {} }: AskNode,
  causes: readonly string[],
): Readonly<Record<string, Readonly<Record<string, number>>>> => {
  const answers = Object.keys(to);
  const chanceOf = (answer: string, cause: string): number => {
    const fitting = answers.filter((one) => points[one]?.includes(cause) === true);
    if (fitting.length === 0 || fitting.length === answers.length) return 1 / answers.length;
    return fitting.includes(answer)
      ? ANSWER_FITS / fitting.length
      : (1 - ANSWER_FITS) / (answers.length - fitting.length);
  };
  return Object.fromEntries(
    answers.map((answer) => [
      answer,
      Object.fromEntries(causes.map((cause) => [cause, chanceOf(answer, cause)])),
    ]),
  );
};

const openingsIn = (journal: readonly Step[], { fixes, os }: OddsOptions): ReadonlySet<Opening> =>
  new Set(
    journal.flatMap((step) =>
      step.kind === 'did' && step.effect !== 'cannot'
        ? step.fixes.flatMap(
            (id) => fixes.find((fix) => fix.id === id && fix.os.includes(os))?.cost?.opening ?? [],
          )
        : [],
    ),
  );
