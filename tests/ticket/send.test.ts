import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Desk } from '../../src/ticket/desk.ts';
import type { WebhookSettings } from '../../src/ticket/desks/webhook/settings.ts';
import { makeWebhook } from '../../src/ticket/desks/webhook.ts';
import { createTicket, listTickets } from '../../src/ticket/outbox.ts';
import { sendTickets } from '../../src/ticket/send.ts';
import { type ReceiverOptions, startReceiver } from './receiver.ts';
import { draft, fastPace, makeBundle, tempFolder } from './samples.ts';

const deskAt = (url: string, settings: Partial<WebhookSettings> = {}): Desk =>
  makeWebhook({ url, ...settings }, { env: {}, toolVersion: '0.1.0' });

const receiverFor = async (options: ReceiverOptions = {}) => {
  const receiver = await startReceiver(options);
  onTestFinished(() => receiver.close());
  return receiver;
};

const outboxWith = async (count: number, withBundle = true) => {
  const folder = tempFolder();
  const root = join(folder, 'outbox');
  const bundlePath = makeBundle(folder);
  const keys: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const created = await createTicket({
      roots: [root],
      draft,
      nowMs: 1_760_000_000_000 + n,
      ...(withBundle && { bundlePath }),
    });
    if (created.status !== 'created') throw new Error(JSON.stringify(created));
    keys.push(created.ticket.key);
  }
  return { root, roots: [root], keys, bundlePath };
};

const statuses = async (roots: readonly string[]) => (await listTickets(roots)).map(({ status }) => status);

test('a ticket goes from the disk to the desk with its report, byte for byte', async () => {
  const receiver = await receiverFor();
  const { roots, root, keys, bundlePath } = await outboxWith(1);
  const sent = await sendTickets(roots, deskAt(receiver.url));
  expect(sent.deliveries).toMatchObject([
    { status: 'sent', key: keys[0], id: '1', existing: false, attempts: 1 },
  ]);
  const [arrival] = receiver.arrivals;
  expect(arrival?.bundle?.equals(readFileSync(bundlePath))).toBe(true);
  expect(arrival?.fileName).toBe('techsupport-2026-01-01.tar.gz');
  expect(arrival?.ticket).toMatchObject({ key: keys[0], description: draft.description });
  expect(arrival?.headers).toMatchObject({ 'idempotency-key': keys[0], 'user-agent': 'techsupport/0.1.0' });
  expect(await statuses(roots)).toEqual(['sent']);
  expect(existsSync(join(root, 'waiting', keys[0] ?? ''))).toBe(false);
  expect(statSync(join(root, 'sent', keys[0] ?? '', 'bundle.tar.gz')).mode & 0o077).toBe(0);
  expect((await sendTickets(roots, deskAt(receiver.url))).deliveries).toEqual([]);
});

test('a desk that takes the ticket and drops the connection has it once', async () => {
  const receiver = await receiverFor({ behave: (n) => (n === 1 ? 'take-and-drop' : 'take') });
  const { roots, keys } = await outboxWith(1);
  const { deliveries } = await sendTickets(roots, deskAt(receiver.url), { pace: fastPace() });
  expect(deliveries).toMatchObject([{ status: 'sent', attempts: 2 }]);
  expect(receiver.arrivals).toHaveLength(2);
  expect(receiver.arrivals[0]?.body.equals(receiver.arrivals[1]?.body ?? Buffer.alloc(0))).toBe(true);
  expect(receiver.filed).toEqual(keys);
});
