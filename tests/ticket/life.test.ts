/** A ticket's life after it is filed, at a desk in memory that loses answers. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askFor, type Wish } from '../../src/ticket/life/ask.ts';
import { isSigned, requestIn, signatureOf } from '../../src/ticket/life/request.ts';
import { keptConversation, sync } from '../../src/ticket/life/sync.ts';
import { createTicket, type Entry, isIntact, listTickets } from '../../src/ticket/outbox.ts';
import { sendTickets } from '../../src/ticket/send.ts';
import { type Fate, type MemoryDesk, memoryDesk } from './memory-desk.ts';
import { draft, fastPace, makeBundle, tempFolder } from './samples.ts';

const filed = async (told: MemoryDesk = memoryDesk()) => {
  const folder = tempFolder();
  const root = join(folder, 'outbox');
  const made = await createTicket({ roots: [root], draft, bundlePath: makeBundle(folder), nowMs: 0 });
  if (made.status !== 'created') throw new Error(made.status);
  const send = (held = false) => sendTickets([root], told.desk, { pace: fastPace(), held });
  await send();
  const entry = async (): Promise<Entry> => {
    const [one] = (await listTickets([root])).filter(isIntact);
    if (one === undefined) throw new Error('no ticket');
    return one;
  };
  const wish = async (what: Wish): Promise<number> => askFor(await entry(), what, 1_770_000_000_000);
  return { folder, root, told, send, entry, wish };
};

describe('what is asked for', () => {
  test('lies on the disk before the desk hears of it, and is done in its order', async () => {
    const { told, send, entry, wish } = await filed();
    await wish({ kind: 'comment', text: 'first' });
    await wish({ kind: 'rate', stars: 4, text: 'kind' });
    await wish({ kind: 'close', solved: true, text: '' });
    expect([...(await entry()).actions.values()].map(({ status }) => status)).toEqual(
      Array(3).fill('waiting'),
    );
    const { performed } = await send();
    expect(performed.map(({ kind, status }) => [kind, status])).toEqual([
      ['comment', 'done'],
      ['rate', 'done'],
      ['close', 'done'],
    ]);
    expect(told.state).toBe('solved');
    expect(told.messages.map(({ text }) => text.split('\n')[0])).toEqual([
      'first',
      'Rating: 4 of 5',
      'The person says: it is solved.',
    ]);
    expect((await send()).performed).toEqual([]);
  });

  test('is said once, whatever answers are lost', async () => {
    const fates = fc.array(fc.constantFrom<Fate>('done', 'done, answer lost', 'lost'), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fates,
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
        async (plan, texts) => {
          const { told, send, wish } = await filed();
          for (const text of texts) await wish({ kind: 'comment', text });
          told.fates = [...plan];
          await send();
          told.fates = [];
          await send();
          expect(told.messages.map(({ text }) => text[0])).toEqual(texts);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('waits while the desk is away, and nothing overtakes it', async () => {
    const { told, send, entry, wish } = await filed();
    await wish({ kind: 'comment', text: 'first' });
    await wish({ kind: 'close', solved: false, text: 'never mind' });
    told.fates = Array(20).fill('lost');
    const { performed } = await send();
    expect(performed.map(({ status }) => status)).toEqual(['waiting']);
    expect([...(await entry()).actions.values()].map(({ status }) => status)).toEqual(['doubt', 'waiting']);
    told.fates = [];
    await send();
    expect(told.state).toBe('solved');
  });

  test('a yes of the desk that changed nothing is no yes', async () => {
    const { told, send, wish } = await filed();
    await wish({ kind: 'close', solved: true, text: '' });
    told.fates = ['done', 'ignored'];
    expect((await send()).performed).toMatchObject([{ status: 'refused', failure: { code: 'not-changed' } }]);
    // It is not tried again by itself, but when the person says so.
    expect((await send()).performed).toEqual([]);
    expect((await send(true)).performed).toMatchObject([{ status: 'done' }]);
    expect(told.state).toBe('solved');
  });

  test('a file that the desk threw away is told, one that is there is not sent again', async () => {
    const { folder, told, send, wish } = await filed();
    const path = join(folder, 'log.txt');
    writeFileSync(path, 'a log');
    await wish({ kind: 'attach', path });
    told.fates = ['ignored'];
    expect((await send()).performed).toMatchObject([
      { status: 'refused', failure: { code: 'attachment-dropped' } },
    ]);
    told.fates = ['done, answer lost'];
    expect((await send(true)).performed).toMatchObject([{ status: 'done' }]);
    expect(told.files.filter(({ name }) => name === 'log.txt')).toHaveLength(1);
  });

  test('what a desk cannot do is said', async () => {
    const { send, wish } = await filed(memoryDesk(['close', 'comment']));
    await wish({ kind: 'close', solved: true, text: '' });
    expect((await send()).performed).toMatchObject([{ status: 'refused', failure: { code: 'cannot' } }]);
  });

  test('numbers are never given twice, not even to two at once', async () => {
    const { entry, wish } = await filed();
    const numbers = await Promise.all([1, 2, 3].map(() => wish({ kind: 'comment', text: 'x' })));
    expect([...numbers].sort()).toEqual([1, 2, 3]);
    expect(readdirSync(join((await entry()).folder, 'actions')).sort()).toEqual([
      '1.json',
      '2.json',
      '3.json',
    ]);
  });
});

describe('a look at the desk', () => {
  test('is kept when it brought something new, with the first answer and the solution', async () => {
    const { told, entry } = await filed();
    const look = async (nowMs: number) => {
      const looked = await sync(await entry(), told.desk, nowMs, { signal: new AbortController().signal });
      if (looked.status === 'failed') throw new Error(looked.failure.code);
      return looked.value;
    };
    await look(1_770_000_000_000);
    told.messages.push({
      author: 'Ann',
      from: 'desk',
      text: 'hello \u001b[31m',
      internal: false,
      attachments: [],
    });
    expect(await look(1_770_000_060_000)).toMatchObject({ fresh: 1 });
    expect(await look(1_770_000_120_000)).toMatchObject({ fresh: 0 });
    told.state = 'solved';
    await look(1_770_000_180_000);
    const { seen } = await entry();
    expect(seen.map(({ state }) => state)).toEqual(['new', 'new', 'solved']);
    expect(seen.at(-1)).toMatchObject({
      respondedAt: new Date(1_770_000_060_000).toISOString(),
      solvedAt: new Date(1_770_000_180_000).toISOString(),
      messages: 1,
    });
    expect(await keptConversation(await entry())).toMatchObject([{ author: 'Ann' }]);
  });
});

describe("an agent's request", () => {
  const KEY = '3f0c8f7e-9a55-4a0e-8d35-0d5b1a7f6c11';
  const said = (text: string, from: 'desk' | 'us' = 'desk') => [
    { author: 'Ann', from, text, internal: false, attachments: [] },
  ];

  test('is found in a reply, with its modules and its signature', () => {
    const secret = ['not', 'a', 'secret'].join('-');
    const signature = signatureOf(secret, KEY, ['drivers', 'connectivity']);
    const request = requestIn(
      said(
        `Dear all,\ntechsupport-request: check drivers connectivity\ntechsupport-signature: ${signature}\n`,
      ),
    );
    expect(request).toMatchObject({ modules: ['drivers', 'connectivity'], author: 'Ann' });
    if (request === undefined) throw new Error('not found');
    expect(isSigned(request, secret, KEY)).toBe(true);
    expect(isSigned(request, `${secret}!`, KEY)).toBe(false);
    // For another ticket, or for more than was signed, it is worth nothing.
    expect(isSigned(request, secret, KEY.replace('3', '4'))).toBe(false);
    expect(isSigned({ ...request, modules: ['security'] }, secret, KEY)).toBe(false);
  });

  test('that was answered is not asked about again, a later one is', () => {
    const asking = said('techsupport-request: check drivers');
    const answer = said('techsupport-answer: check drivers\n\nall is fine\n\n[ts-3f0c8f7e-1]', 'us');
    const asked = { modules: ['drivers'], author: 'Ann' };
    expect(requestIn([...asking, ...said('one moment', 'us')])).toMatchObject(asked);
    expect(requestIn([...asking, ...answer])).toBeUndefined();
    // Whoever else writes it has answered nothing.
    expect(requestIn([...asking, ...said('techsupport-answer: check drivers')])).toMatchObject(asked);
    expect(requestIn([...asking, ...answer, ...asking])).toMatchObject(asked);
  });

  test.each([
    ['of ours', 'techsupport-request: check drivers', 'us'],
    ['in the middle of a line', 'please techsupport-request: check drivers', 'desk'],
    ['for something else', 'techsupport-request: fix drivers', 'desk'],
    ['with an option', 'techsupport-request: check --output /etc/passwd', 'desk'],
    ['with a path', 'techsupport-request: check ../../x', 'desk'],
  ] as const)('%s is none', (_, text, from) => {
    expect(requestIn(said(text, from))).toBeUndefined();
  });

  test('of any text names nothing but words of small letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
        const request = requestIn(said(`techsupport-request: check ${noise}`));
        for (const id of request?.modules ?? []) expect(id).toMatch(/^[a-z][a-z-]*$/);
      }),
    );
  });
});
