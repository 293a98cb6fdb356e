/** The tickets of a queue of Request Tracker, page by page. */
import { expect, onTestFinished, test } from 'vitest';
import { makeDesk } from '../../src/ticket/desks.ts';
import { RT_TOKEN, type RtFake, startRt } from './rt-fake.ts';

const signal = new AbortController().signal;

const queueOf = async (count: number) => {
  const rt: RtFake = await startRt();
  onTestFinished(() => rt.close());
  for (let day = 0; day < count; day += 1) {
    const created = new Date(Date.UTC(2026, 0, 1) + day * 3_600_000).toISOString();
    rt.add({ created: created.replace('.000Z', 'Z'), subject: `number ${day + 1}` });
  }
  const settings = { kind: 'rt', url: rt.url, secret: { env: 'TOKEN' }, queue: 'Support' } as const;
  const full = { ...settings, keyField: 'ExternalId', levels: [], privateNetwork: true };
  const desk = await makeDesk(full as unknown as Parameters<typeof makeDesk>[0], {
    // the schema fills in the rest
    env: { TOKEN: RT_TOKEN },
    toolVersion: '0.1.0',
  });
  const read = async (limit: number, since = new Date(0), name?: string) => {
    const seen = await desk.queue?.({ limit, since, ...(name !== undefined && { name }) }, { signal });
    if (seen === undefined) throw new Error('no queue');
    return seen.status === 'ok' ? seen.value : seen.failure.code;
  };
  return { rt, read };
};

test('is followed through all of its pages, each ticket once, newest first', async () => {
  const { rt, read } = await queueOf(250);
  const seen = await read(1_000);
  if (typeof seen === 'string') throw new Error(seen);
  expect(seen.map(({ id }) => Number(id))).toEqual(Array.from({ length: 250 }, (_, at) => 250 - at));
  expect(rt.asked).toHaveLength(3);
});

test('ends at the limit, and at the moment that was asked for', async () => {
  const { rt, read } = await queueOf(250);
  expect(await read(120)).toHaveLength(120);
  expect(rt.asked).toHaveLength(2);
  expect(await read(1_000, new Date(Date.UTC(2026, 0, 11)))).toHaveLength(10);
});

test('a queue that is empty is not taken for one that is missing', async () => {
  const { read } = await queueOf(0);
  expect(await read(10)).toEqual([]);
  expect(await read(10, new Date(0), 'Nowhere')).toBe('queue-missing');
});
