/** Which fix is offered first: what can be run before what only hands do, the safe before the bold, the cheap first. */
import type { Fix } from '../contract.ts';
import { CHANCE, secondsOf } from '../tree/odds/effort.ts';
import type { Plan } from './plan.ts';

const WAYS: readonly Plan['way'][] = ['run', 'person', 'example'];
const RISKS: readonly Fix['risk'][] = ['safe', 'likely', 'example'];

/** For the fixes of one finding. Without figures the author's order stays: the least invasive first. */
export const inOrder = (plans: readonly Plan[]): readonly Plan[] =>
  [...plans].sort(
    (a, b) =>
      WAYS.indexOf(a.way) - WAYS.indexOf(b.way) ||
      RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) ||
      compareCost(a, b),
  );

const compareCost = (a: Plan, b: Plan): number => {
  const [left, right] = [expected(a), expected(b)];
  return left === undefined || right === undefined ? 0 : left - right;
};

/** What a restart costs beside the time it takes. */
const OPENING_SECONDS = 240;

/** Seconds of effort for one success. */
const expected = ({ cost, chance }: Plan): number | undefined =>
  cost === undefined || chance === undefined
    ? undefined
    : (secondsOf(cost) + (cost.opening === undefined ? 0 : OPENING_SECONDS)) / CHANCE[chance];
