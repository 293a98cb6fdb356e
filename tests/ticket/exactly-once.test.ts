/** Random lives of an outbox: whatever crashes, every ticket is filed once. */
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Desk, Failure, Found, Outcome } from '../../src/ticket/desk.ts';
import { createTicket, isIntact, listTickets } from '../../src/ticket/outbox.ts';
import { sendTickets } from '../../src/ticket/send.ts';
import { draft, fastPace, makeBundle, tempFolder } from './samples.ts';

type Kind = 'deduplicates' | 'lookup';

/** What becomes of one request. */
const fates = [
  'taken',
  'taken, answer lost',
  'lost',
  'refused',
  'taken, then a crash',
  'a crash before',
  'slow down',
] as const;
type Fate = (typeof fates)[number];

class Crash extends Error {}

const failed = (
  code: Failure['code'],
  certainty: Failure['certainty'],
): Extract<Outcome, { status: 'failed' }> => ({
  status: 'failed',
  failure: { code, certainty, again: 'soon', detail: 'made up' },
});

const makeDesk = (kind: Kind) => {
  const filed: string[] = [];
  let plan: Fate[] = [];
  const take = (key: string): void => {
    if (kind === 'lookup' || !filed.includes(key)) filed.push(key);
  };
  const send = (key: string): Outcome => {
    const fate = plan.shift() ?? 'taken';
    if (fate === 'a crash before') throw new Crash();
    if (fate === 'lost') return failed('reset', 'unclear');
    if (fate === 'refused') return failed('refused', 'not-received');
    if (fate === 'slow down') {
      const { failure } = failed('too-many', 'not-received');
      return { status: 'failed', failure: { ...failure, retryAfterMs: 90_000 } };
    }
    take(key);
    if (fate === 'taken, then a crash') throw new Crash();
    if (fate === 'taken, answer lost') return failed('reset', 'unclear');
    return { status: 'sent', id: String(filed.indexOf(key) + 1), existing: false };
  };
  const find = (key: string): Found =>
    filed.includes(key)
      ? { status: 'found', id: String(filed.indexOf(key) + 1), existing: true }
      : { status: 'none' };
  const desk: Desk = {
    name: 'made-up',
    target: 'https://desk.example/',
    deduplicates: kind === 'deduplicates',
    reports: 'with-ticket',
    preview: () => ({ method: 'POST', url: '', headers: {}, body: null }),
    create: async ({ key }) => send(key),
    ...(kind === 'lookup' && { find: async (key: string) => find(key) }),
  };
  const schedule = (next: readonly Fate[]): void => {
    plan = [...next];
  };
  return { desk, filed, plan: schedule };
};

type Act =
  | { readonly kind: 'create' }
  | { readonly kind: 'send'; readonly fates: readonly Fate[]; readonly attempts: number }
  /** The power goes while a line of the journal is written: a part of it is there. */
  | { readonly kind: 'tear'; readonly which: number; readonly keep: number }
  /** More than a crash can do: lines are gone that were on the disk. */
  | { readonly kind: 'lose'; readonly which: number; readonly keep: number }
  | { readonly kind: 'litter' };

const acts = (kind: Kind): fc.Arbitrary<Act> =>
  fc.oneof(
    fc.record({ kind: fc.constant('create' as const) }),
    fc.record({
      kind: fc.constant('send' as const),
      fates: fc.array(fc.constantFrom(...fates), { maxLength: 6 }),
      attempts: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ kind: fc.constant('tear' as const), which: fc.nat(), keep: fc.nat() }),
    // A receiver that can only be asked relies on the journal; one that knows the key does not.
    ...(kind === 'deduplicates'
      ? [fc.record({ kind: fc.constant('lose' as const), which: fc.nat(), keep: fc.nat() })]
      : []),
    fc.record({ kind: fc.constant('litter' as const) }),
  );

const cut = (path: string, length: number): void => {
  const file = openSync(path, 'r+');
  ftruncateSync(file, length);
  closeSync(file);
};

test.each<Kind>(['deduplicates', 'lookup'])(
  'a desk that %s gets every ticket once',
  async (kind) => {
    const folder = tempFolder();
    const bundlePath = makeBundle(folder, 300);
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(acts(kind), { minLength: 1, maxLength: 14 }), async (life) => {
        runs += 1;
        const root = join(folder, `outbox-${runs}`);
        const { desk, filed, plan } = makeDesk(kind);
        const created: string[] = [];
        const journalOf = async (which: number): Promise<string | undefined> => {
          const waiting = (await listTickets([root]))
            .filter(isIntact)
            .filter(({ status }) => status !== 'sent');
          const entry = waiting[which % Math.max(waiting.length, 1)];
          return entry && join(entry.folder, 'journal.jsonl');
        };
        for (const act of life) {
          if (act.kind === 'create') {
            const made = await createTicket({ roots: [root], draft, bundlePath, nowMs: 0 });
            if (made.status !== 'created') throw new Error(made.status);
            created.push(made.ticket.key);
          } else if (act.kind === 'send') {
            plan(act.fates);
            const budget = { attempts: act.attempts, totalMs: 60_000 };
            await sendTickets([root], desk, { pace: fastPace(), budget }).catch((error: unknown) => {
              if (!(error instanceof Crash)) throw error;
            });
          } else if (act.kind === 'litter') {
            mkdirSync(join(root, 'new', 'half-written'), { recursive: true, mode: 0o700 });
            writeFileSync(join(root, 'new', 'half-written', 'ticket.json'), '{');
          } else {
            const path = await journalOf(act.which);
            if (path === undefined) continue;
            const text = readFileSync(path, 'utf8');
            const lastLine = text.trimEnd().lastIndexOf('\n') + 1;
            const from = act.kind === 'tear' ? lastLine + 1 : 0;
            cut(path, from + (act.keep % Math.max(text.length - from, 1)));
          }
        }
        plan([]);
        await sendTickets([root], desk, { pace: fastPace(), held: true });
        expect([...filed].sort()).toEqual([...created].sort());
        expect((await listTickets([root])).map(({ status }) => status)).toEqual(created.map(() => 'sent'));
        rmSync(root, { recursive: true, force: true });
      }),
      { numRuns: 60 },
    );
  },
  60_000,
);
