/** Each complaint whose tree has something to choose, in figures: what src/tree/plan.ts saves beside other ways. */
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { Tree } from '../../src/contract.ts';
import { modelAt } from '../../src/tree/odds.ts';
import type { Model } from '../../src/tree/plan.ts';
import { targetsOf } from '../../src/tree/targets.ts';
import { optimumOf, statesOf } from './optimum.ts';
import { atRandom, inOrder, inOrderUntil, planned, remembered } from './policies.ts';
import { after, chancesFrom, endedAt, type Policy, priceOf, simulate, wayOf } from './simulation.ts';

export interface Choice {
  readonly symptom: string;
  readonly node: string;
  readonly model: Model;
}

/** As it stands on Linux where every module has looked and found nothing. */
export const choices = async (): Promise<readonly Choice[]> => {
  const checks = await Promise.all(checkIds.map(loadCheck));
  return checks.flatMap(({ tree, symptoms = [], fixes }) =>
    symptoms.flatMap(({ id: symptom, entry, suspects }) =>
      tree === undefined
        ? []
        : chooseNodes(tree, entry).flatMap(({ node, among, otherwise }) => {
            const state = { journal: [], answers: {}, measurement: { findings: [], looked: true } };
            const model = modelAt(among, state, { tree, fixes, os: 'linux', suspects }, otherwise);
            return model?.steps.some((step) => touches(step, suspects)) === true
              ? [{ symptom, node, model }]
              : [];
          }),
    ),
  );
};

/** A choice of another complaint is come to now and then, but helps against nothing of this one. */
const touches = (step: Model['steps'][number], suspects: Readonly<Record<string, unknown>>): boolean =>
  step.kind === 'do' && Object.keys(step.helps).some((cause) => Object.hasOwn(suspects, cause));

const chooseNodes = ({ nodes }: Tree, entry: string) => {
  const seen = new Set([entry]);
  for (const id of seen) {
    const node = nodes[id];
    if (node !== undefined) for (const to of targetsOf(node)) seen.add(to);
  }
  return [...seen].flatMap((id) => {
    const node = nodes[id];
    return node?.kind === 'choose' ? [{ node: id, ...node }] : [];
  });
};

export interface Figures {
  readonly choice: Choice;
  readonly planned: number;
  readonly within: number;
  readonly inOrder: number;
  readonly inOrderUntil: number;
  readonly atRandom: number;
  /** What the plan promises, and the least that any plan costs where all could be tried: of no chance. */
  readonly promised: number;
  readonly optimum: number | undefined;
  readonly ticket: number;
  /** Processor time of each decision. */
  readonly milliseconds: readonly number[];
}

export const figuresOf = (choice: Choice, faults: number, maxStates: number): Figures => {
  const { model } = choice;
  const milliseconds: number[] = [];
  const timed = remembered((now, past) => {
    const before = process.cpuUsage();
    const step = planned(now, past);
    const { user, system } = process.cpuUsage(before);
    milliseconds.push((user + system) / 1000);
    return step;
  });
  const { seconds, within } = simulate(model, timed, faults);
  return {
    choice,
    planned: seconds,
    within,
    inOrder: simulate(model, inOrder, faults).seconds,
    inOrderUntil: simulate(model, remembered(inOrderUntil), faults).seconds,
    atRandom: simulate(model, atRandom(chancesFrom(2)), faults).seconds,
    promised: expectedOf(model, timed),
    optimum: statesOf(model) > maxStates ? undefined : optimumOf(model).seconds,
    ticket: expectedOf(model, () => undefined),
    milliseconds,
  };
};

/** What a policy costs on average, without chance: each branch by how likely it is. */
export const expectedOf = (model: Model, policy: Policy, past = ''): number => {
  const all = total(model);
  if (all <= 0) return 0;
  const id = policy(model, past);
  const step = model.steps.find((one) => one.id === id);
  const weighed = (of: Model, seconds: (cause: string) => number): number =>
    Object.entries(of.causes).reduce((sum, [cause, weight]) => sum + weight * seconds(cause), 0) / all;
  if (step === undefined) return weighed(model, (cause) => endedAt(cause, model.givenUp ?? {}, model));
  return (step.kind === 'do' ? [''] : Object.keys(step.answers)).reduce((sum, answer) => {
    const way = wayOf(step, answer);
    const before = after(model, step, answer, {});
    const left = after(model, step, answer, way);
    const rest =
      way.end === undefined
        ? (total(left) / all) * expectedOf(left, policy, `${past} ${step.id}=${answer}`)
        : weighed(left, (cause) => endedAt(cause, way.end ?? {}, model));
    return sum + weighed(before, () => way.seconds ?? 0) + rest;
  }, priceOf(step));
};

const total = ({ causes }: Model): number => Object.values(causes).reduce((sum, weight) => sum + weight, 0);
