/** What is asked for at a desk that is a mailbox: told once, and never again on its own. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askFor, type Wish } from '../../../src/ticket/life/ask.ts';
import { writeStep } from '../../../src/ticket/outbox/journal.ts';
import { createTicket, type Entry, isIntact, listTickets } from '../../../src/ticket/outbox.ts';
import type { SendOptions } from '../../../src/ticket/send/types.ts';
import { sendTickets } from '../../../src/ticket/send.ts';
import { draft, fastPace, makeBundle, tempFolder } from '../samples.ts';
import { headersOf, mailDesk } from './kit.ts';
import { type Said, startServer } from './server.ts';

const filed = async (answers: Said[] = []) => {
  const server = await startServer({ taken: () => answers.shift() });
  const folder = tempFolder();
  const root = join(folder, 'outbox');
  const made = await createTicket({ roots: [root], draft, bundlePath: makeBundle(folder), nowMs: 0 });
  if (made.status !== 'created') throw new Error(made.status);
  const desk = mailDesk(server.port);
  const send = (more: SendOptions = {}) => sendTickets([root], desk, { pace: fastPace(), ...more });
  const entry = async (): Promise<Entry> => {
    const [one] = (await listTickets([root])).filter(isIntact);
    if (one === undefined) throw new Error('no ticket');
    return one;
  };
  const wish = async (what: Wish): Promise<number> => askFor(await entry(), what, 1_770_000_000_000);
  return { server, send, entry, wish };
};

test('escalating, rating and closing are mails in answer to the first one', async () => {
  const { server, send, wish } = await filed();
  await send();
  await wish({ kind: 'escalate', level: 2, text: 'no idea' });
  await wish({ kind: 'rate', stars: 4, text: 'kind' });
  await wish({ kind: 'close', solved: true, text: '' });
  expect((await send()).performed.map(({ kind, status }) => [kind, status])).toEqual([
    ['escalate', 'done'],
    ['rate', 'done'],
    ['close', 'done'],
  ]);
  const [first = '', ...later] = server.mails;
  expect(later).toHaveLength(3);
  const id = headersOf(first).get('message-id');
  for (const mail of later) expect(headersOf(mail).get('in-reply-to')).toEqual(id);
  expect(new Set(later.map((mail) => headersOf(mail).get('message-id')?.[0])).size).toBe(3);
  expect(later[0]).toContain('Escalated to support line 2.');
  expect(later[1]).toContain('Rating: 4 of 5');
  expect(later[2]).toContain('The person says: it is solved.');
});

test('a comment that may have arrived is not sent along with the next one', async () => {
  const { server, send, entry, wish } = await filed(['250 kept', 'hang up']);
  await send();
  await wish({ kind: 'comment', text: 'first' });
  expect((await send()).performed).toMatchObject([{ status: 'refused', failure: { code: 'mail-unclear' } }]);
  await wish({ kind: 'comment', text: 'second' });
  await send({ held: true });
  expect(server.mails.filter((mail) => mail.includes('first'))).toHaveLength(1);
  expect(server.mails.filter((mail) => mail.includes('second'))).toHaveLength(1);
  await send({ held: true, despiteDoubt: true });
  expect(server.mails.filter((mail) => mail.includes('first'))).toHaveLength(2);
  expect([...(await entry()).actions.values()].map(({ status }) => status)).toEqual(['done', 'done']);
});

test('nor is one during which the program ended', async () => {
  const { server, send, entry, wish } = await filed();
  await send();
  const number = await wish({ kind: 'comment', text: 'first' });
  await writeStep((await entry()).folder, { step: 'doing', action: number }, 0);
  expect((await send()).performed).toMatchObject([{ status: 'refused', failure: { code: 'mail-unclear' } }]);
  expect(server.mails).toHaveLength(1);
  await send({ held: true, despiteDoubt: true });
  expect(server.mails).toHaveLength(2);
});

test('a ticket whose report was too large is filed, and its journal says why the report is not there', async () => {
  const { send, entry } = await filed(['552 5.3.4 too big']);
  expect((await send()).deliveries).toMatchObject([
    { status: 'sent', unattached: { code: 'report-too-large' } },
  ]);
  expect(await entry()).toMatchObject({ status: 'sent', unattached: { code: 'report-too-large' } });
});
