/** What a group shares, and whether that can be chance; and when two names are the same under other tokens. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row, RowReading } from '../../src/compare/fact.ts';
import { chance, sharedFacts } from '../../src/compare/shared.ts';
import { type Facts, ROWS } from '../../src/compare/table.ts';
import { kindOf, nameless, unnamed } from '../../src/compare/unnamed.ts';
import { prf } from '../../src/report/redact/prf.ts';
import { nameToken } from '../../src/report/redact/token.ts';

const kernelRow = ROWS.find(({ area }) => area === 'kernel');
const moduleRow = ROWS.find(({ area }) => area === 'module');
if (kernelRow === undefined || moduleRow === undefined) throw new Error('no such rows');

const computer = (kernel: string, modules?: readonly string[]): Facts =>
  new Map<Row, RowReading>([
    [kernelRow, { status: 'ok', facts: new Map([['', { key: '', value: kernel }]]) }],
    [
      moduleRow,
      modules === undefined
        ? { status: 'denied', why: '' }
        : { status: 'ok', facts: new Map(modules.map((key) => [key, { key, value: null }])) },
    ],
  ]);

const told = (group: readonly Facts[], others: readonly Facts[]): readonly string[] =>
  sharedFacts(group, others).map(
    ({ area, key, value, absent, group: inside, others: outside }) =>
      `${area} ${key}${absent ? 'not there' : (value ?? 'there')} ${inside.having}/${inside.of} ${outside.having}/${outside.of}`,
  );

describe('what a group shares', () => {
  test('a value, a presence and an absence that the others have not', () => {
    const group = [computer('6.1', ['usb', 'bad ']), computer('6.1', ['bad '])];
    const others = [
      computer('6.0', ['usb', 'good ']),
      computer('5.9', ['good ']),
      computer('6.0', ['good ']),
    ];
    expect(told(group, others)).toEqual([
      'kernel 6.1 2/2 0/3',
      'module bad there 2/2 0/3',
      'module good not there 2/2 0/3',
    ]);
  });

  test('what could not be read counts on neither side', () => {
    const group = [computer('6.1', ['bad ']), computer('6.1', ['bad ']), computer('6.1')];
    const others = [computer('6.1', []), computer('6.1', []), computer('6.1')];
    expect(told(group, others)).toEqual(['module bad there 2/2 0/2']);
  });

  test('one report shares nothing with itself', () => {
    expect(told([computer('6.1')], [computer('6.0'), computer('6.0')])).toEqual([]);
  });

  test('nobody is set apart from himself', () => {
    const any = fc
      .tuple(fc.constantFrom('6.0', '6.1'), fc.subarray(['a', 'b', 'c']))
      .map(([kernel, modules]) => computer(kernel, modules));
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 6 }), (all) => {
        expect(sharedFacts(all, all)).toEqual([]);
      }),
    );
  });
});

describe('chance', () => {
  test('Fisher’s exact test: the tea of the lady, 3 of 4 right and all right', () => {
    expect(chance({ having: 3, of: 4 }, { having: 1, of: 4 })).toBeCloseTo(17 / 70, 10);
    expect(chance({ having: 4, of: 4 }, { having: 0, of: 4 })).toBeCloseTo(1 / 70, 10);
  });

  test('it is a probability, and the more reports the less of it', () => {
    const share = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(share, share, fc.nat(60), fc.nat(60), (a, b, x, y) => {
        const value = chance({ having: Math.min(a, x), of: a }, { having: Math.min(b, y), of: b });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
    const clear = (size: number) => chance({ having: size, of: size }, { having: 0, of: size });
    expect(clear(10)).toBeLessThan(clear(5));
  });
});

describe('names under tokens', () => {
  const [one, two] = [prf(Buffer.alloc(32, 1)), prf(Buffer.alloc(32, 2))];

  test('the same name under two keys is the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('host', 'user', 'serial', 'ssid'),
        fc.string({ minLength: 1 }),
        (kind, name) => {
          const kinds = { host: 'host', user: 'user', serial: 'serial', ssid: 'ssid' } as const;
          const tokens = [one, two].map((key) => nameToken(key, kinds[kind as keyof typeof kinds], name));
          const [a, b] = tokens.map((token) => unnamed(`/home/${token}/x`));
          expect(a).toBe(b);
        },
      ),
    );
  });

  test('what only looks like one is not', () => {
    expect(unnamed('host-ubuntu')).toBe('host-ubuntu');
    expect(unnamed('name-server')).toBe('name-server');
    expect(unnamed('bash 5.2.15-2+b13')).toBe('bash 5.2.15-2+b13');
  });

  test('addresses by their kind, and those of everybody as they are', () => {
    expect([kindOf('10.1.2.3'), kindOf('fe80::1'), kindOf('203.0.113.9')]).toEqual([
      'private',
      'link-local',
      'global',
    ]);
    expect([kindOf('9.9.9.9'), kindOf('127.0.0.53'), kindOf('no address')]).toEqual([
      '9.9.9.9',
      '127.0.0.53',
      null,
    ]);
    expect(nameless('http://10.1.2.3:3128')).toBe('http://private:3128');
  });
});
