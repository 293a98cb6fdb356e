import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Desk } from '../../src/ticket/desk.ts';
import type { WebhookSettings } from '../../src/ticket/desks/webhook/settings.ts';
import { makeWebhook } from '../../src/ticket/desks/webhook.ts';
import { createTicket, listTickets } from '../../src/ticket/outbox.ts';
import { sendTickets } from '../../src/ticket/send.ts';
import { type ReceiverOptions, startReceiver } from './receiver.ts';
import { draft, fastPace, makeBundle, tempFolder } from './samples.ts';

const deskAt = (url: string, settings: Partial<WebhookSettings> = {}): Desk =>
  makeWebhook({ kind: 'webhook', url, ...settings }, { env: {}, toolVersion: '0.1.0' });

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

test('503 with Retry-After is waited for as long as it asks, then the ticket is filed once', async () => {
  const receiver = await receiverFor({
    behave: (n) => (n === 1 ? { status: 503, headers: { 'retry-after': '1' }, body: 'later' } : 'take'),
  });
  const { roots, keys } = await outboxWith(1);
  const startedMs = performance.now();
  const { deliveries } = await sendTickets(roots, deskAt(receiver.url));
  expect(deliveries).toMatchObject([{ status: 'sent', attempts: 2 }]);
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(995);
  expect(receiver.filed).toEqual(keys);
});

test('a desk that is down keeps the ticket in the outbox with the reason, and gets it when it is up', async () => {
  const first = await startReceiver();
  await first.close();
  const { roots, keys } = await outboxWith(2);
  const pace = fastPace();
  const { deliveries } = await sendTickets(roots, deskAt(first.url), { pace });
  expect(deliveries).toMatchObject([
    { status: 'waiting', failure: { code: 'refused', certainty: 'not-received' }, attempts: 5 },
    { status: 'untried', failure: { code: 'refused' }, attempts: 0 },
  ]);
  expect(pace.slept).toEqual([250, 500, 1000, 2000]);
  expect(await listTickets(roots)).toMatchObject([
    { status: 'waiting', attempts: 5, failure: { code: 'refused' }, nextTryAt: expect.any(String) },
    { status: 'waiting', attempts: 0 },
  ]);
  const second = await receiverFor({ port: first.port });
  expect((await sendTickets(roots, deskAt(second.url))).deliveries).toMatchObject([
    { status: 'sent', attempts: 6 },
    { status: 'sent', attempts: 1 },
  ]);
  expect(second.filed).toEqual(keys);
});

test('no attempt begins after the budget, and the time that the desk asked for becomes the hint', async () => {
  const receiver = await receiverFor({
    behave: () => ({ status: 429, headers: { 'retry-after': '7200' } }),
  });
  const { roots } = await outboxWith(1, false);
  const pace = fastPace();
  const { deliveries } = await sendTickets(roots, deskAt(receiver.url), { pace });
  expect(receiver.arrivals).toHaveLength(1);
  expect(deliveries).toMatchObject([
    { status: 'waiting', nextTryAt: new Date(pace.nowMs() + 7_200_000).toISOString() },
  ]);
});

test('an abort while it pauses ends at once, and the ticket stays', async () => {
  const receiver = await receiverFor({ behave: () => ({ status: 503, headers: { 'retry-after': '20' } }) });
  const { roots } = await outboxWith(2, false);
  const abort = new AbortController();
  const startedMs = performance.now();
  const { deliveries } = await sendTickets(roots, deskAt(receiver.url), {
    signal: abort.signal,
    onEvent: ({ kind }) => kind === 'pausing' && abort.abort(),
  });
  expect(performance.now() - startedMs).toBeLessThan(5_000);
  expect(deliveries.map(({ status }) => status)).toEqual(['waiting', 'untried']);
  expect(await statuses(roots)).toEqual(['waiting', 'waiting']);
});

test('a ticket that the desk rejects waits for a person, and the next one is sent', async () => {
  const receiver = await receiverFor({
    behave: (n) => (n === 1 ? { status: 422, body: '{"error":"no"}' } : 'take'),
  });
  const { roots, keys } = await outboxWith(2);
  const { deliveries } = await sendTickets(roots, deskAt(receiver.url));
  expect(deliveries).toMatchObject([
    { status: 'held', failure: { code: 'rejected', httpStatus: 422 } },
    { status: 'sent' },
  ]);
  expect((await sendTickets(roots, deskAt(receiver.url))).deliveries).toEqual([]);
  expect((await sendTickets(roots, deskAt(receiver.url), { held: true })).deliveries).toMatchObject([
    { status: 'sent', key: keys[0] },
  ]);
});

test('in doubt, a receiver with a look-up is asked first and never gets it twice', async () => {
  const receiver = await receiverFor({
    forgetful: true,
    behave: (n) => (n === 1 ? 'take-and-drop' : 'take'),
  });
  const desk = deskAt(receiver.url, { lookup: true, deduplicates: false });
  const { roots, keys } = await outboxWith(1);
  const { deliveries } = await sendTickets(roots, desk, { pace: fastPace() });
  expect(deliveries).toMatchObject([{ status: 'sent', existing: true }]);
  // Before anything is sent, and again in doubt.
  expect(receiver.lookups).toEqual([...keys, ...keys]);
  expect(receiver.filed).toEqual(keys);
});

test('a look-up that finds nothing ends the doubt, and the ticket is sent', async () => {
  const receiver = await receiverFor({ forgetful: true, behave: (n) => (n === 1 ? 'drop' : 'take') });
  const desk = deskAt(receiver.url, { lookup: true, deduplicates: false });
  const { roots, keys } = await outboxWith(1);
  const { deliveries } = await sendTickets(roots, desk, { pace: fastPace() });
  expect(deliveries).toMatchObject([{ status: 'sent', existing: false }]);
  // Before anything is sent, and again in doubt.
  expect(receiver.lookups).toEqual([...keys, ...keys]);
  expect(receiver.filed).toEqual(keys);
});

test('without look-up and de-duplication nothing is sent twice: a person decides', async () => {
  const receiver = await receiverFor({
    forgetful: true,
    behave: (n) => (n === 1 ? 'take-and-drop' : 'take'),
  });
  const desk = deskAt(receiver.url, { deduplicates: false });
  const { roots } = await outboxWith(1);
  const first = await sendTickets(roots, desk, { pace: fastPace() });
  expect(first.deliveries).toMatchObject([{ status: 'held', failure: { code: 'may-be-filed' } }]);
  const again = await sendTickets(roots, desk, { pace: fastPace(), held: true });
  expect(again.deliveries).toMatchObject([{ status: 'held', failure: { code: 'may-be-filed' } }]);
  expect(receiver.filed).toHaveLength(1);
  const decided = await sendTickets(roots, desk, { held: true, despiteDoubt: true });
  expect(decided.deliveries).toMatchObject([{ status: 'sent' }]);
});

test('a ticket in doubt is not filed at another desk', async () => {
  const one = await receiverFor({ behave: () => 'take-and-drop' });
  const other = await receiverFor();
  const { roots } = await outboxWith(1);
  const budget = { attempts: 1, totalMs: 1000 };
  expect((await sendTickets(roots, deskAt(one.url), { budget })).deliveries).toMatchObject([
    { status: 'waiting', failure: { code: 'reset', certainty: 'unclear' } },
  ]);
  const { deliveries } = await sendTickets(roots, deskAt(other.url), { pace: fastPace() });
  expect(deliveries).toMatchObject([{ status: 'held', failure: { code: 'desk-changed' } }]);
  expect(other.arrivals).toHaveLength(0);
  expect((await sendTickets(roots, deskAt(other.url), { held: true })).deliveries).toMatchObject([
    { status: 'held', failure: { code: 'desk-changed' } },
  ]);
});

test('a report that changed in the outbox is not sent', async () => {
  const receiver = await receiverFor();
  const { roots, root, keys } = await outboxWith(1);
  const path = join(root, 'waiting', keys[0] ?? '', 'bundle.tar.gz');
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
  expect((await sendTickets(roots, deskAt(receiver.url))).deliveries).toMatchObject([
    { status: 'held', failure: { code: 'bundle-changed' } },
  ]);
  expect(receiver.arrivals).toHaveLength(0);
});

test('two senders at the same time file each ticket once', async () => {
  const receiver = await receiverFor({ delayMs: 20, forgetful: true });
  const { roots, keys } = await outboxWith(5, false);
  const runs = await Promise.all([1, 2, 3].map(() => sendTickets(roots, deskAt(receiver.url))));
  expect([...receiver.filed].sort()).toEqual([...keys].sort());
  expect(runs.flatMap(({ deliveries }) => deliveries)).toHaveLength(5);
});

test('a sender that finds another one at work says whose lock it is', async () => {
  const receiver = await receiverFor({ delayMs: 600 });
  const { roots, root } = await outboxWith(1, false);
  const running = sendTickets(roots, deskAt(receiver.url));
  await vi.waitFor(() => expect(receiver.arrivals).toHaveLength(1));
  const second = await sendTickets(roots, deskAt(receiver.url), { lockWaitMs: 0 });
  expect(second).toMatchObject({ deliveries: [], busy: [expect.stringContaining(root)] });
  expect((await running).deliveries).toMatchObject([{ status: 'sent' }]);
  expect(readdirSync(root).filter((name) => name.endsWith('.lock'))).toEqual([]);
});

test('a ticket whose receipt is in the journal is put away without being sent again', async () => {
  const receiver = await receiverFor({ forgetful: true });
  const { roots, root, keys } = await outboxWith(1, false);
  const folder = join(root, 'waiting', keys[0] ?? '');
  const at = new Date(0).toISOString();
  const target = receiver.url;
  for (const step of [
    { step: 'sending', at, attempt: 1, target },
    { step: 'sent', at, target, id: 'T-9', existing: false },
  ]) {
    appendFileSync(join(folder, 'journal.jsonl'), `${JSON.stringify(step)}\n`);
  }
  const { deliveries } = await sendTickets(roots, deskAt(receiver.url, { deduplicates: false }));
  expect(deliveries).toMatchObject([{ status: 'sent', id: 'T-9' }]);
  expect(receiver.arrivals).toHaveLength(0);
  expect(await listTickets(roots)).toMatchObject([{ status: 'sent', sent: { id: 'T-9' } }]);
});

test('after a line that a crash cut, the next steps can be read', async () => {
  const receiver = await receiverFor({ behave: () => ({ status: 503 }) });
  const { roots, root, keys } = await outboxWith(1, false);
  appendFileSync(join(root, 'waiting', keys[0] ?? '', 'journal.jsonl'), '{"step":"send');
  await sendTickets(roots, deskAt(receiver.url), { budget: { attempts: 1, totalMs: 1000 } });
  expect(await listTickets(roots)).toMatchObject([
    { status: 'waiting', attempts: 1, failure: { httpStatus: 503 }, doubt: {} },
  ]);
});

test('on a full disk nothing is sent that could not be written down, and the ticket stays', async () => {
  const folder = tempFolder();
  const mount = (...args: readonly string[]): boolean => spawnSync('mount', args).status === 0;
  if (process.platform !== 'linux' || !mount('-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder)) {
    return console.warn('SKIPPED: a full disk needs root and tmpfs');
  }
  try {
    const receiver = await receiverFor();
    const roots = [join(folder, 'outbox')];
    await createTicket({ roots, draft, nowMs: 0 });
    const journal = (await listTickets(roots))[0]?.folder ?? '';
    // To the end of its page, so that the next line needs a new one.
    appendFileSync(
      join(journal, 'journal.jsonl'),
      '\n'.repeat(4096 - statSync(join(journal, 'journal.jsonl')).size),
    );
    expect(() => writeFileSync(join(folder, 'filler'), Buffer.alloc(1_000_000))).toThrow(/ENOSPC/);
    const full = await sendTickets(roots, deskAt(receiver.url));
    expect(full.deliveries).toMatchObject([{ status: 'waiting', failure: { code: 'disk-full' } }]);
    expect(receiver.arrivals).toHaveLength(0);
    expect(mount('-o', 'remount,ro', folder)).toBe(true);
    expect(await sendTickets(roots, deskAt(receiver.url))).toMatchObject({
      deliveries: [],
      unusable: [{ root: roots[0], why: expect.stringContaining('EROFS') }],
    });
    expect(await statuses(roots)).toEqual(['waiting']);
    expect(mount('-o', 'remount,rw', folder)).toBe(true);
    rmSync(join(folder, 'filler'));
    expect((await sendTickets(roots, deskAt(receiver.url))).deliveries).toMatchObject([{ status: 'sent' }]);
  } finally {
    spawnSync('umount', [folder]);
  }
});

test.skipIf(process.getuid?.() !== 0)(
  'an outbox of another user is neither listed as ours nor sent',
  async () => {
    const receiver = await receiverFor();
    const { roots, root } = await outboxWith(1, false);
    chownSync(root, 65_534, 65_534);
    expect(await sendTickets(roots, deskAt(receiver.url))).toMatchObject({
      deliveries: [],
      unusable: [{ root }],
    });
    expect(await listTickets(roots)).toMatchObject([{ status: 'damaged', folder: root }]);
    expect(await createTicket({ roots, draft, nowMs: 0 })).toMatchObject({ tried: [{ reason: 'not-ours' }] });
    expect(receiver.arrivals).toHaveLength(0);
  },
);
