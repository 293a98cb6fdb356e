/** Whatever a desk answers: nothing throws, nothing counts as filed that has no number, no secret is told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deskAt, everyCall, ID_OF, KINDS, type Reply, SECRET, startFake } from './kit.ts';

/** Keys that desks look at, so that random answers get further than the first one. */
const KEYS = [
  ...[
    'id',
    'iid',
    'key',
    'number',
    'result',
    'ticket',
    'tickets',
    'issues',
    'values',
    'items',
    'data',
    'fields',
  ],
  ...[
    'body',
    'description',
    'attachments',
    'comments',
    'issueKey',
    'session_token',
    'upload',
    'token',
    'sys_id',
  ],
  ...[
    'assets',
    'requestTypeFields',
    'transitions',
    'to',
    'user',
    'labels',
    'content',
    'status',
    'url',
    'issue',
    '2',
  ],
];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      7,
      1e21,
      '',
      '7',
      'SUP-7',
      'INC0000007',
      '<p>',
      SECRET,
      'a'.repeat(32),
    ),
    fc.string(),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('any'), { maxKeys: 5 }),
  ),
})).any;

const reply: fc.Arbitrary<Reply> = fc.record({
  status: fc.constantFrom(
    200,
    201,
    204,
    206,
    207,
    301,
    400,
    401,
    403,
    404,
    409,
    410,
    412,
    413,
    422,
    429,
    500,
    503,
  ),
  text: fc.oneof(
    value.map((one) => JSON.stringify(one) ?? ''),
    value.map((one) => (JSON.stringify(one) ?? '').slice(0, -1)),
    fc.constant('<!doctype html><title>Sign in</title>'),
    fc.constant('['.repeat(20_000)),
    fc.string(),
  ),
  headers: fc.constantFrom<Readonly<Record<string, string>>>(
    { 'content-type': 'application/json' },
    { 'content-type': 'text/html' },
    {
      'content-type': 'application/json',
      'retry-after': 'soon',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': 'x',
    },
  ),
});

describe('any answer', () => {
  test.each(KINDS)('of %s is a value', { timeout: 120_000 }, async (kind) => {
    let replies: readonly Reply[] = [];
    let at = 0;
    const fake = await startFake(() => {
      at += 1;
      const now = replies[(at - 1) % replies.length] ?? {};
      return now.status === 204 || now.status === 301 ? { ...now, text: '' } : now;
    });
    const desk = await deskAt(kind, fake.url, kind === 'osticket' ? { email: 'a@b.example' } : {});
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 3 }), async (some) => {
        replies = some;
        for (const [name, call] of everyCall(desk, ID_OF[kind])) {
          at = 0;
          const result = await call();
          expect(JSON.stringify(result)).not.toContain(SECRET);
          if (name !== 'create' || !('id' in result)) continue;
          // A number that came from the desk, whole.
          const id = String(result.id);
          expect(id).not.toBe('');
          // A webhook may leave it out, and then its key is its number.
          if (kind !== 'webhook') expect(id).toMatch(/\d/);
          if (kind !== 'webhook') expect(some.map(({ text }) => text).join('\n')).toContain(id);
        }
      }),
      { numRuns: 10 },
    );
  });
});
