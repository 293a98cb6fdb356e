import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactor } from '../../../src/report/redact/redactor.ts';
import { scopeOf } from '../../../src/sources/network/ip.ts';
import { blindText } from './blind-score.ts';
import { corpus } from './corpus/corpus.ts';

/** Another redactor each time, as another day's run is. */
const hide = (fill: number) => (text: string) => redactor({ key: Buffer.alloc(32, fill) }).text(text);
const [once, again] = [hide(3), hide(11)];

/** docs/decisions/redacting-twice.md says why these are other ones each time. The last: 192.168 in a table of the kernel. */
const PRIVATE =
  /\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254)(?:\.\d{1,3}){2,3}\b|\b[0-9A-F]{4}A8C0\b/g;
const without = (text: string): readonly string[] => text.replace(PRIVATE, '…').split('\n');

describe('redacting twice', () => {
  /** Two passes over a long text, on a computer that does other things too. */
  const LONG_MS = 120_000;

  test.each([1, 2])('changes nothing in a text of every kind of value, %d', { timeout: LONG_MS }, (seed) => {
    const some = corpus(seed).items.filter((_, at) => at % 8 === seed);
    const hidden = once(some.map(({ text }) => text).join('\n\n'));
    expect(without(again(hidden))).toEqual(without(hidden));
  });

  test('changes nothing in what people paste', { timeout: LONG_MS }, () => {
    const hidden = once(blindText(7));
    expect(without(again(hidden))).toEqual(without(hidden));
  });

  test('changes no public address, whatever stands beside it', { timeout: LONG_MS }, () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom('inet ', 'from ', 'server=', 'x ['), (address, before) => {
        fc.pre(scopeOf(address) === 'global');
        const hidden = once(`${before}${address}/24 up`);
        expect(again(hidden)).toBe(hidden);
        expect(scopeOf(hidden.slice(before.length).split('/')[0] ?? '')).toBe('global');
      }),
    );
  });

  test('keeps of private addresses what the first time kept', { timeout: LONG_MS }, () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (a, b, c) => {
        const [first = '', second = '', gateway = ''] = again(
          once(`10.${a}.${b}.${c}\n10.${a}.${b}.${(c + 1) % 256}\n10.${a}.${b}.1`),
        ).split('\n');
        const net = (address: string) => address.split('.').slice(0, 3).join('.');
        expect([scopeOf(first), net(second), gateway]).toEqual(['private', net(first), `${net(first)}.1`]);
      }),
      { numRuns: 30 },
    );
  });
});

test.each(['192.0.2.10', '198.51.100.7', '203.0.113.255', '2001:db8::1', '2001:db8:1:2::5'])(
  'an address of a handbook stays: %s',
  (address) => {
    expect(once(`curl http://${address.includes(':') ? `[${address}]` : address}:8080/health`)).toContain(
      address,
    );
    expect(once(`inet ${address}/24 scope global`)).toContain(`inet ${address}/24`);
  },
);
