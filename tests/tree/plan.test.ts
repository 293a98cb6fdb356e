import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, type Model, type PlanStep } from '../../src/tree/plan.ts';
import { anyModel, question, repair, TICKET } from './models.ts';
import { optimumOf } from './optimum.ts';

const causes = { cable: 10, router: 10, driver: 3, other: 3 };
const model = (...steps: readonly PlanStep[]): Model => ({ causes, steps, ticketSeconds: TICKET });

test('of two repairs the one with the better chance for its cost is first', () => {
  const steps = [repair('router', 200, { router: 0.8 }), repair('cable', 60, { cable: 0.8 })];
  expect(decide(model(...steps)).step).toBe('cable');
});

test('what was not likely enough for its price is left to somebody else', () => {
  const { step, expectedSeconds } = decide(model(repair('driver', 1200, { driver: 0.5 })));
  expect([step, expectedSeconds]).toEqual([undefined, TICKET]);
});

test('nothing to do is a ticket', () => {
  expect(decide(model())).toEqual({
    step: undefined,
    expectedSeconds: TICKET,
    options: [{ id: 'ticket', expectedSeconds: TICKET }],
  });
});

test('two repairs behind one restart are worth it where one alone is not', () => {
  const opening = { id: 'restart', seconds: 900, isOpen: false };
  const cable = repair('cable', 10, { cable: 0.8 }, { opening });
  const router = repair('router', 10, { router: 0.8 }, { opening });
  expect(decide(model(cable)).step).toBeUndefined();
  expect(decide(model(router)).step).toBeUndefined();
  expect(decide(model(cable, router)).step).toBe('cable');
});

test('what is open already costs nothing more', () => {
  const opening = { id: 'restart', seconds: 900, isOpen: true };
  expect(decide(model(repair('cable', 10, { cable: 0.8 }, { opening }))).step).toBe('cable');
});

test('a question is asked where its answer says which of two repairs is first', () => {
  const steps = [
    repair('cable', 600, { cable: 0.95 }),
    repair('router', 600, { router: 0.95 }),
    question('scope', causes, ['router', 'other']),
  ];
  expect(decide(model(...steps)).step).toBe('scope');
});

test('a question that is dearer than what its answer saves is not asked', () => {
  const steps = [
    repair('cable', 600, { cable: 0.95 }),
    repair('router', 600, { router: 0.95 }),
    question('scope', causes, ['router', 'other'], { seconds: 1000 }),
  ];
  expect(decide(model(...steps)).step).not.toBe('scope');
});

test('a question after whose answers the same comes next is not asked, though it tells something', () => {
  const steps = [
    repair('cable', 10, { cable: 0.95, router: 0.9 }),
    question('scope', causes, ['router', 'other'], { seconds: 0 }),
  ];
  expect(decide(model(...steps)).step).toBe('cable');
});

test('an answer that names the cause is worth what it saves of the ticket', () => {
  const named = { yes: { end: { router: 0 } } };
  expect(decide(model(question('lights', causes, ['router'], { ways: named }))).step).toBe('lights');
  const unnamed = { yes: { end: {} } };
  expect(decide(model(question('lights', causes, ['router'], { ways: unnamed }))).step).toBeUndefined();
});

test('what has to be done after an answer counts with it', () => {
  const way = { seconds: 60, helps: { router: 0.95 } };
  const asked = decide(model(question('lights', causes, ['router'], { ways: { yes: way } })));
  expect(asked.step).toBe('lights');
  const dear = question('lights', causes, ['router'], { ways: { yes: { ...way, seconds: 3000 } } });
  expect(decide(model(dear)).step).toBeUndefined();
});

test('a repair after which nothing more is done comes after those that leave a choice', () => {
  const steps = [
    repair('reset', 60, { cable: 0.9 }, { failed: { end: {} } }),
    repair('router', 60, { router: 0.9 }),
  ];
  expect(decide(model(...steps)).step).toBe('router');
});

test('where giving up names the cause already, nothing dear is done to find it', () => {
  const steps = [repair('cable', 600, { cable: 0.9 })];
  const cheap = { ...model(...steps), givenUp: { cable: 100 } };
  expect(decide(model(...steps)).step).toBe('cable');
  expect(decide(cheap).step).toBeUndefined();
  expect(decide(cheap).expectedSeconds).toBeCloseTo((10 * 100 + 16 * TICKET) / 26, 6);
});

test('nothing is believed of nothing: without causes it is a ticket', () => {
  expect(decide({ causes: {}, steps: [repair('cable', 1, {})], ticketSeconds: TICKET }).step).toBeUndefined();
});

test('only steps of the model are chosen and rated, and none is above the ticket', () => {
  fc.assert(
    fc.property(anyModel, (made) => {
      const { step, expectedSeconds, options } = decide(made);
      const ids = made.steps.map(({ id }) => id);
      if (step !== undefined) expect(ids).toContain(step);
      expect(options.map(({ id }) => id).sort()).toEqual([...ids, 'ticket'].sort());
      // Sums of shares are off by the last bit.
      expect(expectedSeconds).toBeLessThanOrEqual(made.ticketSeconds * (1 + 1e-12));
    }),
  );
});

test('the same figures give the same decision', () => {
  fc.assert(
    fc.property(anyModel, (made) => {
      expect(decide(made)).toEqual(decide(structuredClone(made)));
    }),
  );
});

test('small models are planned as well as can be', () => {
  fc.assert(
    fc.property(anyModel, (made) => {
      const { seconds } = optimumOf(made);
      expect(decide(made).expectedSeconds).toBeCloseTo(seconds, 6);
    }),
  );
});

test('a question whose answer tells nothing is never asked, even where it is free', () => {
  fc.assert(
    fc.property(anyModel, fc.constantFrom(0, 10), (made, seconds) => {
      const same = (share: number) =>
        Object.fromEntries(Object.keys(made.causes).map((cause) => [cause, share]));
      const mute: PlanStep = { kind: 'ask', id: 'mute', seconds, answers: { yes: same(0.3), no: same(0.7) } };
      const without = decide(made);
      const { step, expectedSeconds } = decide({ ...made, steps: [mute, ...made.steps] });
      expect(step).toBe(without.step);
      expect(expectedSeconds).toBeCloseTo(without.expectedSeconds, 6);
    }),
  );
});

test('one more thing that can be done for nothing never makes it dearer', () => {
  fc.assert(
    fc.property(anyModel, fc.subarray(['a', 'b', 'c', 'd', 'other'], { minLength: 1 }), (made, helped) => {
      const free = repair('free', 0, Object.fromEntries(helped.map((cause) => [cause, 1])));
      const { expectedSeconds } = decide({ ...made, steps: [...made.steps, free] });
      expect(expectedSeconds).toBeLessThanOrEqual(decide(made).expectedSeconds + 1e-6);
      if (helped.length === 5) expect(expectedSeconds).toBeCloseTo(0, 6);
    }),
  );
});
