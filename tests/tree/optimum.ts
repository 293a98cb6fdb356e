/** The least expected cost that any plan has, by trying all: to measure src/tree/plan.ts by. Shares nothing with it. */
import type { End, Model, PlanStep, Way } from '../../src/tree/plan.ts';

export interface Optimum {
  readonly seconds: number;
  /** Nothing for a ticket. */
  readonly first: string | undefined;
}

/** How many states there are to look at. */
export const statesOf = ({ steps }: Model): number =>
  steps.reduce((all, step) => all * (step.kind === 'do' ? 2 : Object.keys(step.answers).length + 1), 1);

export const optimumOf = (model: Model): Optimum => {
  const total = Object.values(model.causes).reduce((sum, weight) => sum + weight, 0);
  const names = Object.keys(model.causes);
  const endedAt = (weights: readonly number[], end: End): number =>
    weights.reduce((sum, weight, at) => sum + weight * (end[names[at] ?? ''] ?? model.ticketSeconds), 0);
  const known = new Map<string, number>();

  const secondsOf = (
    weights: readonly number[],
    past: readonly string[],
    left: readonly PlanStep[],
  ): number => {
    const key = [...past].sort().join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const seconds = Math.min(
      endedAt(weights, model.givenUp ?? {}),
      ...left.map((step) => withStep(step, weights, past, left)),
    );
    known.set(key, seconds);
    return seconds;
  };

  const withStep = (
    step: PlanStep,
    weights: readonly number[],
    past: readonly string[],
    left: readonly PlanStep[],
  ): number => {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const others = left.filter((other) => other !== step);
    const on = (weights: readonly number[], { seconds = 0, helps = {}, end }: Way, event: string): number => {
      const spent = seconds * weights.reduce((sum, weight) => sum + weight, 0);
      const after = weights.map((weight, at) => weight * (1 - (helps[names[at] ?? ''] ?? 0)));
      return spent + (end === undefined ? secondsOf(after, [...past, event], others) : endedAt(after, end));
    };
    if (step.kind === 'do') {
      const after = weights.map((weight, at) => weight * (1 - (step.helps[names[at] ?? ''] ?? 0)));
      return priceOf(step, past, model) * all + on(after, step.failed ?? {}, step.id);
    }
    return Object.entries(step.answers).reduce((sum, [answer, chances]) => {
      const after = weights.map((weight, at) => weight * (chances[names[at] ?? ''] ?? 0));
      return sum + on(after, step.ways?.[answer] ?? {}, `${step.id}=${answer}`);
    }, step.seconds * all);
  };

  const shares = names.map((name) => (model.causes[name] ?? 0) / total);
  const seconds = secondsOf(shares, [], model.steps);
  const first = model.steps.find((step) => withStep(step, shares, [], model.steps) <= seconds + 1e-9);
  return { seconds, first: seconds >= endedAt(shares, model.givenUp ?? {}) - 1e-9 ? undefined : first?.id };
};

const priceOf = (
  step: Extract<PlanStep, { kind: 'do' }>,
  past: readonly string[],
  { steps }: Model,
): number => {
  const { opening } = step;
  const isOpen =
    opening === undefined ||
    opening.isOpen ||
    steps.some((other) => other.kind === 'do' && other.opening?.id === opening.id && past.includes(other.id));
  return step.seconds + (isOpen ? 0 : opening.seconds);
};
