/** What real desks refuse, drop or get twice: the ticket is kept, the words fit, and nothing is filed twice. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../../src/ticket/desk.ts';
import { createTicket, listTickets } from '../../../src/ticket/outbox.ts';
import { sendTickets } from '../../../src/ticket/send.ts';
import { sayTrouble } from '../../../src/ticket/words.ts';
import { draft, makeBundle, tempFolder } from '../samples.ts';
import { deskOf, heldBy, installed, KINDS, readerOf, start } from './servers.ts';

const TWINS = 3;
const budget = { attempts: 3, totalMs: 20_000 };

describe.each(KINDS)('%s', (kind) => {
  const values = installed(kind);
  const none = values === undefined;
  beforeAll(async () => {
    if (values !== undefined) await start(kind);
  }, 180_000);

  const outboxWith = async (key: string = randomUUID()) => {
    const folder = tempFolder();
    const root = join(folder, 'outbox');
    const created = await createTicket({
      roots: [root],
      draft,
      bundlePath: makeBundle(folder, 5_000),
      nowMs: Date.now(),
      key,
    });
    if (created.status !== 'created') throw new Error(created.status);
    return { root, key };
  };

  const wrong = [
    ['a key that was revoked', () => ({ token: randomBytes(20).toString('hex') }), 'unauthorized'],
    [
      'a key that may only read',
      () => ({ token: values === undefined ? '' : readerOf(kind, values) }),
      kind === 'rt' ? 'queue-missing' : 'forbidden',
    ],
    ['a queue that is not there', () => ({ place: 'nowhere-at-all' }), 'queue-missing'],
  ] as const;

  test.skipIf(none).each(wrong)(
    '%s: the ticket waits for a person, and goes when that is put right',
    async (_, other, code) => {
      if (values === undefined) return;
      const { root, key } = await outboxWith();
      const refused = await sendTickets([root], deskOf(kind, values, other()), { budget });
      expect(refused.deliveries).toMatchObject([{ status: 'held', failure: { code, again: 'person' } }]);
      const [delivery] = refused.deliveries;
      const detail = delivery !== undefined && delivery.status !== 'sent' ? delivery.failure.detail : '';
      for (const language of ['en', 'ru'] as const) {
        const { next } = sayTrouble(language, code, { target: 'https://desk.example/', detail });
        expect(next).toContain('techsupport ticket send');
      }
      const direct = deskOf(kind, values);
      await sendTickets([root], direct, { held: true, budget });
      expect((await listTickets([root])).map(({ status }) => status)).toEqual(['sent']);
      const { ids, files } = await heldBy(direct, key);
      expect([ids.length, files.length]).toEqual([1, 1]);
    },
    300_000,
  );

  test.skipIf(none)(
    'two computers with the same ticket at the same moment: the lowest number counts, the other one is closed',
    async () => {
      if (values === undefined) return;
      const desk = deskOf(kind, values);
      let raced = 0;
      for (let round = 0; round < TWINS; round += 1) {
        const { root, key } = await outboxWith();
        const other = await outboxWith(key);
        const sent = await Promise.all([root, other.root].map((one) => sendTickets([one], desk, { budget })));
        const { ids, files } = await heldBy(desk, key);
        const [lowest = '', ...others] = ids;
        const deliveries = sent.flatMap((one) => one.deliveries);
        expect(deliveries).toMatchObject([
          { status: 'sent', id: lowest },
          { status: 'sent', id: lowest },
        ]);
        const reported = deliveries.flatMap((one) => (one.status === 'sent' ? (one.duplicates ?? []) : []));
        expect([...new Set(reported)].sort()).toEqual([...others].sort());
        for (const id of others) expect(await stateOf(desk, id)).toMatch(/solved|closed/);
        expect(await stateOf(desk, lowest)).toMatch(/new|open/);
        expect(files.length).toBeGreaterThan(0);
        raced += others.length;
      }
      console.info(`${kind}: ${raced} of ${TWINS} pairs filed twice at the same moment, each reported`);
    },
    400_000,
  );
});

const stateOf = async (desk: Desk, id: string): Promise<string> => {
  const read = await desk.read?.(id, { signal: AbortSignal.timeout(60_000) });
  return read?.status === 'ok' ? read.value.state : JSON.stringify(read);
};
