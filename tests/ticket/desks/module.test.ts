/** A desk that somebody else wrote: the example of the documentation, and files that are none. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeDesk } from '../../../src/ticket/desks.ts';
import { createTicket, listTickets } from '../../../src/ticket/outbox.ts';
import { sendTickets } from '../../../src/ticket/send.ts';
import { draft, fastPace, makeBundle, tempFolder } from '../samples.ts';

const EXAMPLE = fileURLToPath(new URL('../../../docs/examples/folder-desk.mjs', import.meta.url));
const signal = new AbortController().signal;

const outbox = async () => {
  const folder = tempFolder();
  const root = join(folder, 'outbox');
  const bundlePath = makeBundle(folder);
  const made = await createTicket({ roots: [root], draft, bundlePath, nowMs: 0 });
  if (made.status !== 'created') throw new Error(made.status);
  return { folder, root, bundlePath, key: made.ticket.key };
};

const deskIn = (path: string, more: object = {}) =>
  makeDesk({ kind: 'module', path, ...more }, { env: {}, toolVersion: '0.1.0' });

test('the example files a ticket with its report, and finds it again', async () => {
  const { folder, root, bundlePath, key } = await outbox();
  const shelf = join(folder, 'shelf');
  mkdirSync(shelf);
  const desk = await deskIn(EXAMPLE, { folder: shelf });
  const { deliveries } = await sendTickets([root], desk, { pace: fastPace() });
  expect(deliveries).toMatchObject([{ status: 'sent', id: '1' }]);
  expect(readFileSync(join(shelf, '1', 'key'), 'utf8')).toBe(key);
  const [report = ''] = readdirSync(join(shelf, '1')).filter((name) => name.endsWith('.gz'));
  expect(readFileSync(join(shelf, '1', report)).equals(readFileSync(bundlePath))).toBe(true);
  expect(await desk.find?.(key, { signal })).toMatchObject({ status: 'found', id: '1' });
});

test.each([
  ['no such file', undefined],
  ['no program', 'this is {'],
  ['no default export', 'export const x = 1;'],
  ['no desk', 'export default () => ({ name: "x" });'],
  [
    'a method that is none',
    'export default () => ({ name: "x", target: "y", deduplicates: false, reports: "never", preview() {}, create: 1 });',
  ],
  ['a program that throws', 'throw new Error("\\u001b[31mno");'],
])('%s: the ticket waits, and it is said what is wrong', async (_, text) => {
  const { folder, root } = await outbox();
  const path = join(folder, 'desk.mjs');
  if (text !== undefined) writeFileSync(path, text);
  const { deliveries } = await sendTickets([root], await deskIn(path), { pace: fastPace() });
  expect(deliveries).toMatchObject([{ status: 'waiting', failure: { code: 'misconfigured' } }]);
  expect(JSON.stringify(deliveries)).not.toContain('\u001b');
  expect((await listTickets([root])).map(({ status }) => status)).toEqual(['waiting']);
});

test.each([
  ['throws', 'throw new Error("boom")'],
  ['gives nothing', 'return undefined'],
])('what %s may have filed it: a person decides', async (_, body) => {
  const { folder, root } = await outbox();
  const path = join(folder, 'desk.mjs');
  const rest = 'name: "x", target: "y", deduplicates: false, reports: "never", preview: () => ({})';
  writeFileSync(path, `export default () => ({ ${rest}, async create() { ${body}; } });`);
  const { deliveries } = await sendTickets([root], await deskIn(path), { pace: fastPace() });
  expect(deliveries).toMatchObject([{ status: 'held', failure: { code: 'may-be-filed' } }]);
});
