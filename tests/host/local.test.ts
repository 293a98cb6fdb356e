import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Request } from '../../src/contract.ts';
import { local } from '../../src/host/local.ts';
import { ask, rawOf } from './machine.ts';

const host = fileURLToPath(new URL('../../src/host', import.meta.url));

test('no file of the host loads a package before it is needed', () => {
  const files = readdirSync(host, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files).toContain('local.ts');
  for (const name of files) {
    const text = readFileSync(join(host, name), 'utf8');
    const statements = text.match(/^(import|export)\b[^;]*?\bfrom '[^']+';/gm) ?? [];
    const eager = statements.filter(
      (one) => !/^(import|export) type\b/.test(one) && !/from '(node:|\.)/.test(one),
    );
    expect({ name, eager }).toEqual({ name, eager: [] });
  }
});

test('the entry itself loads no kind of request before it is asked for', () => {
  const text = readFileSync(join(host, 'local.ts'), 'utf8');
  const loaded = [...text.matchAll(/^import (?!type\b)[^;]*?from '([^']+)';/gm)].map(([, from]) => from);
  expect(loaded).toEqual([
    'node:events',
    'node:timers/promises',
    './local/context.ts',
    './local/environment.ts',
    './local/mounts.ts',
  ]);
});

test('what the runtime knows about the system is JSON', async () => {
  const requests: readonly Request[] = [
    { kind: 'clock' },
    { kind: 'user' },
    { kind: 'system' },
    { kind: 'interfaces' },
    { kind: 'env', names: ['PATH', '__proto__'] },
  ];
  for (const request of requests) {
    const raw = rawOf(await ask(request));
    expect(JSON.parse(JSON.stringify(raw))).toEqual(raw);
  }
});

test('only the variables that were named are told', async () => {
  process.env.TECHSUPPORT_TEST_NAMED = 'yes';
  const { values } = rawOf(
    await ask({ kind: 'env', names: ['TECHSUPPORT_TEST_NAMED', 'TECHSUPPORT_TEST_NOT_SET'] }),
  );
  expect(values).toEqual({ TECHSUPPORT_TEST_NAMED: 'yes' });
});

test('the inventory tells the named fields only', async () => {
  const { value } = rawOf(await ask({ kind: 'inventory', what: 'time', fields: ['timezone'] }));
  expect(Object.keys(value ?? {})).toEqual(['timezone']);
  expect(await ask({ kind: 'inventory', what: '__proto__', fields: [] })).toMatchObject({
    status: 'unsupported',
  });
});

test('a request of a kind that does not exist is unsupported, not an exception', async () => {
  // A bundle of a newer version, or a configuration: not everything that arrives was compiled against this.
  const request = { kind: 'constructor' } as unknown as Request;
  const limits = { timeoutMs: 1000, signal: new AbortController().signal };
  expect(await local().ask('x', request, limits)).toMatchObject({ status: 'unsupported' });
});
