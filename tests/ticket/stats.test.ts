/** Figures of tickets: of made-up records, and of journals that the program itself wrote. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketState } from '../../src/ticket/desk.ts';
import { askFor, type Wish } from '../../src/ticket/life/ask.ts';
import { sync } from '../../src/ticket/life/sync.ts';
import { createTicket, type Entry, isIntact, listTickets } from '../../src/ticket/outbox.ts';
import { sendTickets } from '../../src/ticket/send.ts';
import { type Figures, figuresOf, statsOf } from '../../src/ticket/stats/figures.ts';
import { recordOf, recordOfDesk, type TicketRecord } from '../../src/ticket/stats/record.ts';
import { memoryDesk } from './memory-desk.ts';
import { draft, fastPace, tempFolder } from './samples.ts';

const STATES: readonly TicketState[] = ['new', 'open', 'waiting', 'solved', 'closed', 'unknown'];
const START_MS = Date.UTC(2026, 0, 15);
const iso = (ms: number): string => new Date(ms).toISOString();
const moment = fc.integer({ min: START_MS, max: START_MS + 200 * 86_400_000 }).map(iso);
const words = fc.constantFrom('', 'connectivity', 'disk-space', '=1+1');

const record: fc.Arbitrary<TicketRecord> = fc.record(
  {
    desk: words,
    category: words,
    causes: fc.uniqueArray(words, { maxLength: 3 }),
    begunAt: moment,
    filed: fc.boolean(),
    state: fc.constantFrom(...STATES),
    respondedAt: moment,
    solvedAt: moment,
    stars: fc.integer({ min: 1, max: 5 }),
    history: fc.record({
      reopened: fc.boolean(),
      escalated: fc.boolean(),
      unsolved: fc.boolean(),
      questions: fc.nat(3),
    }),
  },
  { requiredKeys: ['desk', 'category', 'causes', 'begunAt', 'filed', 'state'] },
);

const records = fc.array(record, { maxLength: 30 });

describe('of any records', () => {
  const sumOf = (figures: readonly { readonly figures: Figures }[], name: 'tickets' | 'filed' | 'over') =>
    figures.reduce((sum, one) => sum + one.figures[name], 0);

  test('the counts add up', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { total, by } = statsOf(all);
        expect(total.filed + total.notFiled).toBe(total.tickets);
        expect(total.open + total.over + total.stateUnknown).toBe(total.filed);
        for (const groups of [by.category, by.desk, by.month]) {
          for (const name of ['tickets', 'filed', 'over'] as const) {
            expect(sumOf(groups, name)).toBe(total[name]);
          }
        }
        expect(sumOf(by.cause, 'tickets')).toBe(
          all.reduce((sum, { causes }) => sum + Math.max(1, causes.length), 0),
        );
        const { count, distribution } = total.satisfaction;
        expect(distribution.reduce((sum, one) => sum + one, 0)).toBe(count);
        for (const { count: some, of } of [total.firstContact, total.reopened, total.escalated]) {
          expect(some).toBeLessThanOrEqual(of);
        }
      }),
    );
  });

  test('their order does not matter', () => {
    const shuffled = records.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(statsOf(mixed)).toEqual(statsOf(all));
      }),
    );
  });

  test('no time is negative, whatever the clocks said, and what is left out is counted', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { total } = statsOf(all);
        for (const { count, medianMs, within90Ms } of [total.firstResponse, total.solution]) {
          expect(medianMs === null).toBe(count === 0);
          if (medianMs === null || within90Ms === null) continue;
          expect(medianMs).toBeGreaterThanOrEqual(0);
          expect(within90Ms).toBeGreaterThanOrEqual(medianMs);
        }
        const filed = all.filter((one) => one.filed);
        const told = filed.filter(({ respondedAt }) => respondedAt !== undefined).length;
        const solved = filed.filter((one) => one.solvedAt !== undefined && /solved|closed/.test(one.state));
        expect(total.firstResponse.count + total.solution.count + total.wrongClocks).toBe(
          told + solved.length,
        );
      }),
    );
  });
});

test('of nothing there are no figures, and zero is none of them', () => {
  const none = { count: 0, medianMs: null, within90Ms: null };
  expect(statsOf([])).toMatchObject({
    total: { tickets: 0, firstResponse: none, solution: none, satisfaction: { count: 0, mean: null } },
    by: { category: [], cause: [], desk: [], month: [] },
  });
});

test('median and ninety of a hundred are those of the textbook', () => {
  const answered = (minutes: readonly number[]) =>
    figuresOf(
      minutes.map((minute) => ({
        ...{ desk: '', category: '', causes: [], filed: true, state: 'open' as const },
        begunAt: iso(START_MS),
        respondedAt: iso(START_MS + minute * 60_000),
      })),
    ).firstResponse;
  expect(answered([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])).toEqual({
    count: 10,
    medianMs: 5.5 * 60_000,
    within90Ms: 9 * 60_000,
  });
  expect(answered([7])).toEqual({ count: 1, medianMs: 420_000, within90Ms: 420_000 });
});

describe('of a real journal', () => {
  const HOUR = 3_600_000;

  const ledger = async () => {
    const root = join(tempFolder(), 'outbox');
    const made = await createTicket({ roots: [root], draft, desk: 'own', nowMs: 0 });
    if (made.status !== 'created') throw new Error(made.status);
    const told = memoryDesk();
    const pace = fastPace();
    const send = () => sendTickets([root], told.desk, { pace });
    await send();
    const entry = async (): Promise<Entry> => {
      const [one] = (await listTickets([root])).filter(isIntact);
      if (one === undefined) throw new Error('no ticket');
      return one;
    };
    const sentMs = Date.parse((await entry()).sent?.at ?? '');
    const look = async (state: TicketState, hours: number) => {
      told.state = state;
      const looked = await sync(await entry(), told.desk, sentMs + hours * HOUR, {
        signal: new AbortController().signal,
      });
      expect(looked.status).toBe('ok');
    };
    const wish = async (what: Wish) => {
      await askFor(await entry(), what, sentMs);
      await send();
    };
    const answer = (hours: number) =>
      told.messages.push({
        ...{ author: 'Ann', from: 'desk', text: 'hello', internal: false, attachments: [] },
        at: iso(sentMs + hours * HOUR),
      });
    const figures = async () => figuresOf([await recordOf(await entry(), 'first')]);
    return { entry, look, wish, answer, figures };
  };

  test('answered, asked back once and solved: at first contact', async () => {
    const { look, wish, answer, figures } = await ledger();
    answer(2);
    await look('waiting', 3);
    await look('open', 4);
    await wish({ kind: 'rate', stars: 2, text: '' });
    await wish({ kind: 'rate', stars: 4, text: '' });
    await look('solved', 10);
    expect(await figures()).toMatchObject({
      filed: 1,
      over: 1,
      firstResponse: { count: 1, medianMs: 2 * HOUR },
      solution: { count: 1, medianMs: 10 * HOUR },
      firstContact: { count: 1, of: 1 },
      reopened: { count: 0, of: 1 },
      satisfaction: { count: 1, mean: 4, distribution: [0, 0, 0, 1, 0] },
      wrongClocks: 0,
    });
  });

  test.each<[string, (told: Awaited<ReturnType<typeof ledger>>) => Promise<void>, Partial<Figures>]>([
    [
      'asked back twice',
      async ({ look }) => {
        for (const state of ['waiting', 'open', 'waiting', 'solved'] as const) await look(state, 5);
      },
      {},
    ],
    [
      'escalated',
      async ({ wish, look }) => {
        await wish({ kind: 'escalate', level: 2, text: 'x' });
        await look('solved', 5);
      },
      { escalated: { count: 1, of: 1 } },
    ],
    [
      'reopened by the person',
      async ({ wish, look }) => {
        await look('solved', 5);
        await wish({ kind: 'reopen', text: 'x' });
        await look('solved', 9);
      },
      { reopened: { count: 1, of: 1 } },
    ],
    [
      'opened again by the desk',
      async ({ look }) => {
        for (const state of ['solved', 'open', 'solved'] as const) await look(state, 5);
      },
      { reopened: { count: 1, of: 1 } },
    ],
    ['closed as not solved', ({ wish }) => wish({ kind: 'close', solved: false, text: '' }), {}],
  ])('%s: over, and not at first contact', async (_, happens, also) => {
    const told = await ledger();
    await happens(told);
    expect(await told.figures()).toMatchObject({ over: 1, firstContact: { count: 0, of: 1 }, ...also });
  });

  test('what the person did counts before the next look: closed is over, reopened is open', async () => {
    const { look, wish, figures } = await ledger();
    await look('open', 1);
    await wish({ kind: 'close', solved: true, text: '' });
    expect(await figures()).toMatchObject({ over: 1, solution: { count: 1 }, firstContact: { count: 1 } });
    await wish({ kind: 'reopen', text: 'x' });
    expect(await figures()).toMatchObject({ over: 0, open: 1, solution: { count: 0 } });
  });

  test('a clock that jumped back gives no time, and is told', async () => {
    const { look, answer, figures } = await ledger();
    answer(-5);
    await look('solved', -4);
    expect(await figures()).toMatchObject({
      firstResponse: { count: 0, medianMs: null },
      solution: { count: 0, medianMs: null },
      wrongClocks: 2,
    });
  });

  test('what is not filed is counted as that, and a line that is cut counts for nothing', async () => {
    const root = join(tempFolder(), 'outbox');
    const made = await createTicket({ roots: [root], draft, nowMs: START_MS });
    if (made.status !== 'created') throw new Error(made.status);
    appendFileSync(join(made.folder, 'journal.jsonl'), '{"step":"seen","at":"20');
    const [entry] = (await listTickets([root])).filter(isIntact);
    if (entry === undefined) throw new Error('no ticket');
    const one = await recordOf(entry, 'first');
    expect(one).toMatchObject({ desk: 'first', filed: false, begunAt: iso(START_MS) });
    expect(figuresOf([one])).toMatchObject({ tickets: 1, notFiled: 1, open: 0, reopened: { of: 0 } });
  });
});

test('a queue tells nothing of reopening, and what has no date is not counted', () => {
  const one = { id: '1', state: 'solved', label: 'resolved', solvedAt: iso(START_MS + 1) } as const;
  expect(recordOfDesk(one, 'rt')).toBeUndefined();
  const told = recordOfDesk({ ...one, createdAt: iso(START_MS) }, 'rt');
  expect(figuresOf(told === undefined ? [] : [told])).toMatchObject({
    ...{ over: 1, solution: { medianMs: 1 }, firstContact: { of: 0 }, reopened: { of: 0 } },
    firstResponse: { count: 0, medianMs: null },
  });
});
