/** Ways to go about a trouble, to compare src/tree/plan.ts with. */
import { decide } from '../../src/tree/plan.ts';
import type { Policy } from './simulation.ts';

export const planned: Policy = (model) => decide(model).step;

/** As the author wrote them down, all of them, then a ticket: what the engine does where there are no figures. */
export const inOrder: Policy = ({ steps }) => steps[0]?.id;

/** As the author wrote them down, but given up where the plan would. */
export const inOrderUntil: Policy = (model, past) =>
  decide(model).step === undefined ? undefined : inOrder(model, past);

/** Measured, then anything that is left. */
export const atRandom =
  (chance: () => number): Policy =>
  ({ steps }) =>
    steps[Math.floor(chance() * steps.length)]?.id;

/** The same past is thought about once. */
export const remembered = (policy: Policy): Policy => {
  const known = new Map<string, string | undefined>();
  return (model, past) => {
    if (!known.has(past)) known.set(past, policy(model, past));
    return known.get(past);
  };
};
