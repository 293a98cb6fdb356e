/** What is done with a ticket after it is filed, on real desks. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DeskTicket } from '../../../src/ticket/desk.ts';
import { makeTicket } from '../../../src/ticket/model.ts';
import { markOf, withMark } from '../../../src/ticket/send/marks.ts';
import { draft } from '../samples.ts';
import { deskOf, installed, KINDS, start } from './servers.ts';

const DONE = { status: 'done' };

describe.each(KINDS)('the life of a ticket at %s', (kind) => {
  const values = installed(kind);
  beforeAll(async () => {
    if (values !== undefined) await start(kind);
  }, 180_000);

  test.skipIf(values === undefined)(
    'commented on, escalated, closed, opened again, and found in the queue',
    async () => {
      if (values === undefined) return;
      const desk = deskOf(kind, values);
      const options = { signal: AbortSignal.timeout(200_000) };
      const key = randomUUID();
      const ticket = makeTicket({ ...draft, subject: `life ${key}` }, Date.now(), key);
      const checked = await desk.check?.(options);
      expect(checked).toMatchObject({ status: 'ok' });
      if (checked?.status === 'ok') {
        expect(checked.value.remarks.map(({ code }) => code)).not.toContain('no-key-field');
      }
      const filed = await desk.create(ticket, undefined, options);
      if (filed.status !== 'sent') throw new Error(JSON.stringify(filed));
      const { id } = filed;
      const read = async (): Promise<DeskTicket | undefined> => {
        const seen = await desk.read?.(id, options);
        return seen?.status === 'ok' ? seen.value : undefined;
      };
      const before = await read();
      expect(before).toMatchObject({ state: 'new', key });

      for (const internal of [false, true]) {
        const mark = markOf(key, internal ? 2 : 1);
        const text = withMark('Tried:\n# h1. {{toc}} <b>x</b> ```', mark);
        expect(await desk.comment?.(id, { text, mark, internal }, options)).toEqual(DONE);
        const told = await desk.conversation?.(id, options);
        const found = told?.status === 'ok' ? told.value.filter((one) => one.text.includes(mark)) : [];
        expect(found).toMatchObject([{ text: expect.stringContaining(text), internal, from: 'us' }]);
      }

      const note = { text: 'up', mark: markOf(key, 3), internal: false };
      expect(await desk.escalate?.(id, { level: 2, note }, options)).toEqual(DONE);
      expect((await read())?.priority).not.toBe(before?.priority);
      expect(await desk.close?.(id, options)).toEqual(DONE);
      expect((await read())?.state).toBe(kind === 'rt' ? 'solved' : 'closed');
      // By the desk's clock, which is this computer's: now, and not its 1970 for "never".
      expect(Math.abs(Date.parse((await read())?.solvedAt ?? '') - Date.now())).toBeLessThan(300_000);
      expect(await desk.reopen?.(id, options)).toEqual(DONE);
      expect((await read())?.state).toMatch(/^(new|open)$/);
      const since = new Date(Date.now() - 60_000);
      const queue = await desk.queue?.({ since, limit: 2_000 }, options);
      const mine = queue?.status === 'ok' ? queue.value.filter((one) => one.key === key) : [];
      expect(mine).toMatchObject([{ id, subject: ticket.subject }]);
    },
    300_000,
  );
});
