/** Runs the plan of its arguments, and is killed by whoever started it. */
import { readFileSync } from 'node:fs';
import { runPlan } from '../../src/fix/run.ts';
import { around, lookFor } from './around.ts';

const [, , planFile = '', state = '', file = ''] = process.argv;
const plan = JSON.parse(readFileSync(planFile, 'utf8'));
await runPlan(
  plan,
  around(state, () => lookFor(file), {
    tell: async (event) => {
      process.stdout.write(`${event.kind} ${'step' in event ? event.step : ''}\n`);
      // The moment between two steps is made long enough to be hit.
      if (event.kind === 'step-ended') await new Promise((resolve) => setTimeout(resolve, 5000));
    },
  }),
  { title: 'Made up', before: lookFor(file), patienceMs: 0 },
);
