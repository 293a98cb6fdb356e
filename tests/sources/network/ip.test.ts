import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { bytesOf, familyOf, isInside, prefixOf, scopeOf } from '../../../src/sources/network/ip.ts';

const v4 = fc.ipV4();
// ipaddr.js takes the old form `::a.b.c.d` for a mapped address, which it is not.
const v6 = fc.ipV6().filter((address) => !address.includes('.'));

test('every address has the bytes that another library finds', () => {
  fc.assert(
    fc.property(fc.oneof(v4, v6), (address) => {
      expect(bytesOf(address)).toEqual(ipaddr.parse(address).toByteArray());
    }),
  );
});

test('an address lies in a network where another library says so', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(v4, v4, fc.nat({ max: 32 })), fc.tuple(v6, v6, fc.nat({ max: 128 }))),
      ([address, base, bits]) => {
        expect(isInside(address, `${base}/${bits}`)).toBe(
          ipaddr.parse(address).match(ipaddr.parse(base), bits),
        );
        expect(isInside(base, `${base}/${bits}`)).toBe(true);
      },
    ),
  );
});

test('no text is half an address', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bytes = bytesOf(text);
      if (bytes !== null) expect(bytes.every((byte) => byte >= 0 && byte <= 255)).toBe(true);
      expect([4, 6, null]).toContain(familyOf(text));
    }),
  );
  for (const text of [
    '',
    '1.2.3',
    '1.2.3.256',
    '1::2::3',
    ':',
    '1:2:3:4:5:6:7',
    'fe80::1::%en0',
    '::g',
    '1.2.3.4.5',
  ]) {
    expect(bytesOf(text), text).toBeNull();
  }
});

test.each([
  ['0xffffff00', 24],
  ['255.255.240.0', 20],
  ['0.0.0.0', 0],
  ['255.255.255.255', 32],
  ['255.0.255.0', null],
  ['router', null],
  ['', null],
])('the mask %s is %s bits long', (mask, bits) => {
  expect(prefixOf(mask)).toBe(bits);
});

test.each([
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'private'],
  ['169.254.3.4', 'link-local'],
  ['fe80::1%en0', 'link-local'],
  ['fd00::1', 'private'],
  ['198.51.100.1', 'global'],
  ['2001:db8::1', 'global'],
  ['127.0.1.1', 'loopback'],
  ['0.0.0.0', 'unspecified'],
  ['nonsense', null],
])('%s is %s', (address, scope) => {
  expect(scopeOf(address)).toBe(scope);
});

test('an address that ends in IPv4 has its bytes at the end', () => {
  expect(bytesOf('::ffff:192.0.2.1')?.slice(10)).toEqual([255, 255, 192, 0, 2, 1]);
  expect(bytesOf('::192.0.2.1')?.slice(10)).toEqual([0, 0, 192, 0, 2, 1]);
});
