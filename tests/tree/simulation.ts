/** Made-up faults, repaired as a policy says: what it costs the person on average, by the figures of a model. */
import type { End, Model, PlanStep, Way } from '../../src/tree/plan.ts';

/** The step to take, by id; nothing for a ticket. A model holds what is believed now, and the steps that are left. */
export type Policy = (model: Model, past: string) => string | undefined;

/** Mulberry32: the same seed gives the same faults. */
export const chancesFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export interface Run {
  /** On average, for one fault. */
  readonly seconds: number;
  /** Half the width of the range that holds the true average 95 times of 100. */
  readonly within: number;
  /** How many of all were given up. */
  readonly tickets: number;
}

export const simulate = (model: Model, policy: Policy, faults: number, seed = 1): Run => {
  const chance = chancesFrom(seed);
  let sum = 0;
  let squares = 0;
  let tickets = 0;
  for (let fault = 0; fault < faults; fault++) {
    const cause = drawn(model.causes, chance());
    const { seconds, isTicket } = oneFault(model, cause, policy, chance);
    sum += seconds;
    squares += seconds * seconds;
    tickets += isTicket ? 1 : 0;
  }
  const average = sum / faults;
  const deviation = Math.sqrt(Math.max(0, squares / faults - average * average));
  return { seconds: average, within: (1.96 * deviation) / Math.sqrt(faults), tickets: tickets / faults };
};

const oneFault = (
  start: Model,
  cause: string,
  policy: Policy,
  chance: () => number,
): { readonly seconds: number; readonly isTicket: boolean } => {
  let model = start;
  let seconds = 0;
  let past = '';
  for (;;) {
    const id = policy(model, past);
    const step = model.steps.find((one) => one.id === id);
    if (step === undefined)
      return { seconds: seconds + endedAt(cause, model.givenUp ?? {}, model), isTicket: true };
    seconds += priceOf(step);
    const answer = step.kind === 'ask' ? drawn(column(step.answers, cause), chance()) : '';
    if (step.kind === 'do' && chance() < (step.helps[cause] ?? 0)) return { seconds, isTicket: false };
    const way = wayOf(step, answer);
    seconds += way.seconds ?? 0;
    if (chance() < (way.helps?.[cause] ?? 0)) return { seconds, isTicket: false };
    if (way.end !== undefined) return { seconds: seconds + endedAt(cause, way.end, model), isTicket: false };
    model = after(model, step, answer, way);
    past += ` ${step.id}=${answer}`;
  }
};

export const wayOf = (step: PlanStep, answer: string): Way =>
  (step.kind === 'do' ? step.failed : step.ways?.[answer]) ?? {};

/** What is believed, and left, after a step that has not ended the trouble. */
export const after = (model: Model, step: PlanStep, answer: string, way: Way): Model => {
  const opened = step.kind === 'do' ? step.opening?.id : undefined;
  return {
    ...model,
    causes: Object.fromEntries(
      Object.entries(model.causes).map(([cause, weight]) => [
        cause,
        weight *
          (step.kind === 'do' ? 1 - (step.helps[cause] ?? 0) : (step.answers[answer]?.[cause] ?? 0)) *
          (1 - (way.helps?.[cause] ?? 0)),
      ]),
    ),
    steps: model.steps
      .filter((other) => other.id !== step.id)
      .map((other) =>
        other.kind === 'do' && other.opening !== undefined && other.opening.id === opened
          ? { ...other, opening: { ...other.opening, isOpen: true } }
          : other,
      ),
  };
};

export const priceOf = (step: PlanStep): number =>
  step.seconds +
  (step.kind === 'do' && step.opening !== undefined && !step.opening.isOpen ? step.opening.seconds : 0);

export const endedAt = (cause: string, end: End, { ticketSeconds }: Model): number =>
  end[cause] ?? ticketSeconds;

const column = (
  answers: Readonly<Record<string, Readonly<Record<string, number>>>>,
  cause: string,
): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(answers).map(([answer, row]) => [answer, row[cause] ?? 0]));

const drawn = (weights: Readonly<Record<string, number>>, chance: number): string => {
  const entries = Object.entries(weights);
  let left = chance * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return entries.at(-1)?.[0] ?? '';
};
