import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoOf, parseIsoTime } from '../../src/sources/calendar.ts';
import { outdated } from '../../src/sources/dated.ts';
import { missing, ok } from '../facts.ts';

test('a time is what the runtime takes it for', () => {
  const years = { min: new Date('1601-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(years), (date) => {
      expect(parseIsoTime(date.toISOString())).toBe(date.getTime());
      expect(parseIsoTime(date.toISOString().slice(0, 10))).toBe(
        Math.floor(date.getTime() / 86_400_000) * 86_400_000,
      );
    }),
  );
  expect(parseIsoTime('2026-11-24T10:00:00.1234567+02:00')).toBe(Date.UTC(2026, 10, 24, 8, 0, 0, 123));
  expect(parseIsoTime('2026-11-24 10:00:00-0330')).toBe(Date.UTC(2026, 10, 24, 13, 30));
});

test.each(['', '2026', '2026-13-01', '2026-02-29', '24.11.2026', '2026-11-24T25:00:00Z', 'NaN-01-01'])(
  '%j is no time',
  (text) => expect(parseIsoTime(text)).toBeNull(),
);

const clock = (text: string) => ok({ epochMs: Date.parse(text), timeZone: 'UTC' }, 'system.clock');

test('data are good for 180 days, by a clock that can be right', () => {
  expect(outdated('2026-01-01', clock('2026-01-01'))).toBeUndefined();
  expect(outdated('2026-01-01', clock('2026-06-30'))).toBeUndefined();
  expect(outdated('2026-01-01', clock('2026-07-01'))).toMatchObject({
    source: 'system.clock',
    reason: 'failed',
  });
  expect(outdated('2026-01-01', clock('1970-01-01'))?.why).toContain('before 2026-01-01');
  expect(outdated('2026-01-01', missing('timeout'))).toMatchObject({ reason: 'timeout' });
});

test('a time written out is read as the same time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7_258_118_400 }), (seconds) => {
      expect(parseIsoTime(isoOf(seconds * 1000))).toBe(seconds * 1000);
      expect(isoOf(seconds * 1000)).toBe(new Date(seconds * 1000).toISOString().replace('.000', ''));
    }),
  );
});
