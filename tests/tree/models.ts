/** Made-up models for src/tree/plan.ts. */
import fc from 'fast-check';
import type { Model, PlanStep } from '../../src/tree/plan.ts';

type Do = Extract<PlanStep, { kind: 'do' }>;
type Ask = Extract<PlanStep, { kind: 'ask' }>;

export const repair = (id: string, seconds: number, helps: Do['helps'], more: Partial<Do> = {}): Do => ({
  kind: 'do',
  id,
  seconds,
  helps,
  ...more,
});

/** A question whose answer is right nine times of ten: yes for these causes, no for all others. */
export const question = (
  id: string,
  causes: Readonly<Record<string, number>>,
  yes: readonly string[],
  more: Partial<Ask> = {},
): Ask => ({
  kind: 'ask',
  id,
  seconds: 10,
  answers: {
    yes: Object.fromEntries(Object.keys(causes).map((cause) => [cause, yes.includes(cause) ? 0.9 : 0.1])),
    no: Object.fromEntries(Object.keys(causes).map((cause) => [cause, yes.includes(cause) ? 0.1 : 0.9])),
  },
  ...more,
});

export const TICKET = 2700;

const CAUSES = ['a', 'b', 'c', 'd', 'other'] as const;

const share = fc.constantFrom(0, 0.2, 0.5, 0.8, 0.95, 1);
const seconds = fc.constantFrom(5, 10, 60, 120, 300, 900);
const opening = fc.constantFrom(
  { id: 'restart', seconds: 240, isOpen: false },
  { id: 'case', seconds: 900, isOpen: false },
  { id: 'safe-mode', seconds: 600, isOpen: true },
);
const byCause = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<string, T>>> =>
  fc.record({ a: value, b: value, c: value, d: value, other: value });
const end = fc.constantFrom<Readonly<Record<string, number>>>({}, { a: 300 }, { a: 0, b: 0, c: 0, d: 0 });

const way = fc.record(
  { seconds, helps: fc.dictionary(fc.constantFrom('a', 'b'), share), end },
  { requiredKeys: [] },
);

const anyRepair = (id: string): fc.Arbitrary<PlanStep> =>
  fc
    .record(
      {
        seconds,
        // Nobody repairs what nobody thought of.
        helps: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), share),
        opening: opening,
        failed: way,
      },
      { requiredKeys: ['seconds', 'helps'] },
    )
    .map((rest) => ({ kind: 'do', id, ...rest }));

const anyQuestion = (id: string): fc.Arbitrary<PlanStep> =>
  fc
    .tuple(
      fc
        .integer({ min: 2, max: 3 })
        .chain((count) =>
          fc.array(byCause(fc.integer({ min: 1, max: 20 })), { minLength: count, maxLength: count }),
        ),
      seconds,
      fc.dictionary(fc.constantFrom('0', '1'), way, { maxKeys: 1 }),
    )
    .map(([weights, price, ways]) => ({
      kind: 'ask',
      id,
      seconds: price,
      ways,
      answers: Object.fromEntries(
        weights.map((row, at) => [
          String(at),
          Object.fromEntries(
            CAUSES.map((cause) => [
              cause,
              (row[cause] ?? 0) / weights.reduce((sum, other) => sum + (other[cause] ?? 0), 0),
            ]),
          ),
        ]),
      ),
    }));

/** Up to five repairs and three questions. */
export const anyModel: fc.Arbitrary<Model> = fc
  .record({
    causes: byCause(fc.constantFrom(0.01, 1, 3, 10, 30)),
    repairs: fc.tuple(...[1, 2, 3, 4, 5].map((at) => fc.option(anyRepair(`do-${at}`)))),
    questions: fc.tuple(...[1, 2, 3].map((at) => fc.option(anyQuestion(`ask-${at}`)))),
    ticketSeconds: fc.constantFrom(600, TICKET, 10_000),
    givenUp: fc.option(end),
  })
  .map(({ causes, repairs, questions, ticketSeconds, givenUp }) => ({
    causes,
    steps: [...questions, ...repairs].filter((step) => step !== null),
    ticketSeconds,
    ...(givenUp !== null && { givenUp }),
  }));
