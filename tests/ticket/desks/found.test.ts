/** Every desk finds what it created, or says that it cannot. */
import { describe, expect, test } from 'vitest';
import { deskSettings } from '../../../src/ticket/desks.ts';
import { deskAt, KINDS, options, startFake, ticket } from './kit.ts';
import { MEMORY, memoryOf } from './memory.ts';

const OTHER = '99999999-2222-4333-8444-555566667777';

// A mailbox and a folder speak no HTTP: they have tests of their own.
const ELSEWHERE = ['email', 'file', 'module'];

test('every desk of the registry is looked at here', () => {
  const kinds = deskSettings.options
    .map((one) => one.shape.kind.value)
    .filter((kind) => !ELSEWHERE.includes(kind));
  expect([...KINDS].sort()).toEqual([...kinds].sort());
});

describe('looking', () => {
  const more = {
    zammad: { keyField: 'techsupport_key' },
    freshdesk: { keyField: 'cf_key', email: 'desk@example.com' },
  };
  const kinds = KINDS.filter((kind) => MEMORY[kind] !== undefined);

  test.each(kinds)('%s finds the lowest of its own, although the desk lists everything', async (kind) => {
    const desk = await deskAt(kind, (await startFake(memoryOf(kind))).url);
    expect(await desk.find?.(ticket.key, options)).toEqual({ status: 'none' });
    const before = await desk.create({ ...ticket, key: OTHER }, undefined, options);
    expect(await desk.find?.(ticket.key, options)).toEqual({ status: 'none' });
    const first = await desk.create(ticket, undefined, options);
    const second = await desk.create(ticket, undefined, options);
    const third = await desk.create(ticket, undefined, options);
    if (first.status === 'failed' || second.status === 'failed' || third.status === 'failed')
      throw new Error('not filed');
    expect(await desk.find?.(ticket.key, options)).toEqual({
      status: 'found',
      id: first.id,
      existing: true,
      others: [second.id, third.id],
      ...(first.url !== undefined && { url: first.url }),
    });
    expect(before.status).toBe('sent');
  });

  test.each(['zammad', 'freshdesk'] as const)('%s finds it by a field of its own as well', async (kind) => {
    const memory = memoryOf(kind);
    const keeping = await startFake((asked) => {
      const { status, json } = memory(asked);
      const field = { techsupport_key: ticket.key, custom_fields: { cf_key: ticket.key } };
      return {
        ...(status && { status }),
        json: Array.isArray(json) ? json.map((row) => ({ ...row, ...field })) : json,
      };
    });
    const desk = await deskAt(kind, keeping.url, more[kind]);
    await desk.create({ ...ticket, subject: 'x' }, undefined, options);
    expect(JSON.stringify(keeping.asked[0]?.json)).toContain(
      `"${kind === 'zammad' ? 'techsupport_key' : 'cf_key'}":"${ticket.key}"`,
    );
    expect(await desk.find?.(ticket.key, options)).toMatchObject({ status: 'found', id: '8' });
  });
});

test.each(['osticket', 'webhook'] as const)('%s cannot look, and says so', async (kind) => {
  const desk = await deskAt(kind, 'http://127.0.0.1:9');
  expect(desk.find).toBeUndefined();
  expect(desk.read).toBeUndefined();
  // What may not be looked for is only sent again where the desk knows its keys.
  expect(desk.deduplicates).toBe(kind === 'webhook');
});

describe('a receipt without a number', () => {
  const bad = ['""', 'null', 'true', '1.5', '{}', '[]', '"x y"', '"1/../2"', '"<b>"'];
  const kinds = KINDS.filter((kind) => MEMORY[kind] !== undefined);

  test.each(kinds)('of %s is none', async (kind) => {
    const address = kind === 'freshdesk' ? { email: 'desk@example.com' } : {};
    const memory = memoryOf(kind);
    let number = '"whole"';
    const fake = await startFake((asked) => {
      const reply = memory(asked);
      if (!MEMORY[kind]?.files(asked) || number === '"whole"') return reply;
      const text = JSON.stringify(reply.json).replace(
        /"(SUP-|INC0*)?\d{1,2}"|(?<=":)\d{1,2}(?=[,}])/g,
        number,
      );
      return { ...reply, text, headers: { 'content-type': 'application/json' } };
    });
    const desk = await deskAt(kind, fake.url, address);
    expect(await desk.create(ticket, undefined, options)).toMatchObject({ status: 'sent' });
    for (number of bad) {
      expect([number, await desk.create(ticket, undefined, options)]).toMatchObject([
        number,
        { status: 'failed', failure: { code: 'answer-unclear', certainty: 'unclear' } },
      ]);
    }
  });
});

describe('what is older than the list', () => {
  const others = Array.from({ length: 100 }, (_, at) => ({
    number: at + 100,
    iid: at + 100,
    body: '',
    description: '',
  }));
  const old = { number: 7, iid: 7, body: `key ${ticket.key}`, description: `key ${ticket.key}` };

  test.each(['github', 'gitlab'] as const)('%s is searched for', async (kind) => {
    const fake = await startFake(({ path, query }) => {
      if (path === '/search/issues')
        return { json: { items: [{ ...old, pull_request: {}, number: 3 }, old] } };
      return { json: query.search === undefined ? others : [old] };
    });
    const desk = await deskAt(kind, fake.url);
    expect(await desk.find?.(ticket.key, options)).toMatchObject({ status: 'found', id: '7' });
    expect(fake.asked).toHaveLength(2);
  });

  test('a search that fails is no "it is not there"', async () => {
    const fake = await startFake(({ path }) =>
      path === '/search/issues' ? { status: 503 } : { json: others },
    );
    const desk = await deskAt('github', fake.url);
    expect(await desk.find?.(ticket.key, options)).toMatchObject({
      status: 'failed',
      failure: { code: 'desk-trouble', certainty: 'not-received', again: 'soon' },
    });
  });
});
