import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Host, Recording } from '../../src/contract.ts';
import { local } from '../../src/host/local.ts';
import { recording } from '../../src/host/recording.ts';
import { replay } from '../../src/host/replay.ts';

const limits = { timeoutMs: 3000, signal: new AbortController().signal };
const throughJson = (recorded: Recording): Recording => JSON.parse(JSON.stringify(recorded));

test('what was recorded replays equal after it went through JSON', async () => {
  const { host, recorded } = recording(local());
  const asked = [
    ['a.system', { kind: 'system' }],
    ['b.file', { kind: 'file', path: '/proc/self/status' }],
    ['c.absent', { kind: 'exec', argv: ['techsupport-no-such-tool'] }],
    ['d.interfaces', { kind: 'interfaces' }],
    ['e.tcp/127.0.0.1', { kind: 'tcp', host: '127.0.0.1', port: 1, times: 2 }],
    ['__proto__', { kind: 'clock' }],
    ['constructor', { kind: 'user' }],
  ] as const;
  const live = await Promise.all(asked.map(([id, request]) => host.ask(id, request, limits)));
  const again = replay(throughJson(recorded()));
  expect(again.os).toBe(host.os);
  for (const [index, [id, request]] of asked.entries()) {
    expect(await again.ask(id, request, limits)).toEqual(live[index]);
  }
});

test('the same id is asked once, also while the first answer is awaited', async () => {
  let asked = 0;
  const counting: Host = {
    os: 'linux',
    ask: async () => {
      asked += 1;
      return { status: 'ok', raw: { epochMs: asked, timeZone: 'UTC' }, ms: 1 };
    },
  };
  const { host, recorded } = recording(counting);
  const both = await Promise.all([
    host.ask('x', { kind: 'clock' }, limits),
    host.ask('x', { kind: 'clock' }, limits),
  ]);
  expect(await host.ask('x', { kind: 'clock' }, limits)).toEqual(both[0]);
  expect(asked).toBe(1);
  expect(Object.keys(recorded().entries)).toEqual(['x']);
});

test('what the recording does not hold is unrecorded, whatever it is called', async () => {
  const empty = replay({ os: 'linux', entries: {} });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty')),
      async (id) => {
        const { status }: Answer = await empty.ask(id, { kind: 'clock' }, limits);
        expect(status).toBe('unrecorded');
      },
    ),
  );
});

test('a recorded answer to another kind of read is none', async () => {
  const { host, recorded } = recording(local());
  await host.ask('x', { kind: 'clock' }, limits);
  const again = replay(recorded());
  expect(await again.ask('x', { kind: 'system' }, limits)).toMatchObject({
    status: 'unrecorded',
    why: expect.stringContaining('clock'),
  });
});
