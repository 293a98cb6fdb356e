import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHttpDate } from '../../../src/sources/network/http-date.ts';

test('the example of RFC 9110 is understood', () => {
  expect(parseHttpDate('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(784_111_777_000);
});

test('every second from 1970 to 9999 is read as it was written', () => {
  const seconds = fc.integer({ min: 0, max: 253_402_300_799 });
  fc.assert(
    fc.property(seconds, (second) => {
      expect(parseHttpDate(new Date(second * 1000).toUTCString())).toBe(second * 1000);
    }),
  );
});

test.each([
  ['a leap day that is none', 'Wed, 29 Feb 2023 00:00:00 GMT'],
  ['the wrong weekday', 'Mon, 06 Nov 1994 08:49:37 GMT'],
  ['day 31 of April', 'Thu, 31 Apr 2025 00:00:00 GMT'],
  ['hour 24', 'Sun, 06 Nov 1994 24:00:00 GMT'],
  ['another zone', 'Sun, 06 Nov 1994 08:49:37 +0100'],
  ['the form of RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT'],
  ['the form of asctime', 'Sun Nov  6 08:49:37 1994'],
  ['an unknown month', 'Sun, 06 Nvm 1994 08:49:37 GMT'],
  ['nothing', ''],
  ['more behind it', 'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT'],
])('%s is no date', (_, text) => {
  expect(parseHttpDate(text)).toBeNull();
});

test('any text gives a time or nothing, never an error', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parseHttpDate(text);
      expect(read === null || Number.isFinite(read)).toBe(true);
    }),
  );
});

test('a leap second is a second', () => {
  expect(parseHttpDate('Sat, 31 Dec 2016 23:59:60 GMT')).toBe(Date.UTC(2017, 0, 1));
});
