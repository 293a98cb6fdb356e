import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Model } from '../../src/tree/plan.ts';
import { choices, expectedOf, figuresOf } from './figures.ts';
import { question, repair, TICKET } from './models.ts';
import { inOrder, planned, remembered } from './policies.ts';
import { simulate } from './simulation.ts';
import { written } from './written.ts';

const causes = { cable: 10, router: 10, driver: 3, other: 3 };
const model: Model = {
  causes,
  ticketSeconds: TICKET,
  steps: [
    repair('driver', 900, { driver: 0.9 }),
    repair('cable', 60, { cable: 0.8 }),
    repair('router', 240, { router: 0.8 }, { failed: { seconds: 30, helps: { driver: 0.1 } } }),
    question('scope', causes, ['router']),
  ],
};

test('what made-up faults cost is what the figures say, as near as chance allows', () => {
  for (const policy of [planned, inOrder]) {
    const { seconds, within } = simulate(model, remembered(policy), 2000);
    expect(Math.abs(seconds - expectedOf(model, remembered(policy)))).toBeLessThan(2 * within);
  }
});

/** `npm run bench` asks for 10,000, and for the page. */
const FAULTS = Number(process.env.SIMULATED_FAULTS ?? 100);

/** Where there are more, trying all takes minutes. */
const MAX_STATES = process.env.SIMULATED_FAULTS === undefined ? 700 : 300_000;

test('no complaint costs more than in its author order, or than a ticket, and none much more than can be', async () => {
  const figures = (await choices()).map((choice) => figuresOf(choice, FAULTS, MAX_STATES));
  expect(figures.length).toBeGreaterThan(3);
  for (const { choice, promised, optimum, ticket } of figures) {
    const name = `${choice.symptom} ${choice.node}`;
    expect(promised, name).toBeLessThanOrEqual(ticket + 1e-6);
    expect(promised, name).toBeLessThanOrEqual(expectedOf(choice.model, inOrder) + 1e-6);
    if (optimum !== undefined) expect(promised, name).toBeLessThanOrEqual(1.05 * optimum);
  }
  if (process.env.SIMULATED_FAULTS !== undefined) {
    const page = written(figures, FAULTS);
    console.log(page);
    writeFileSync('docs/decisions/what-to-do-next.md', page);
  }
}, 600_000);
