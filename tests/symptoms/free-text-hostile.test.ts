/** Whatever somebody types or pastes is answered. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIn } from '../../src/symptoms/find.ts';
import { indexOf } from '../../src/symptoms/index.ts';
import { growsTooFast } from '../growth.ts';
import { sayings } from './free-text.data.ts';

const index = indexOf([]);
const real = [...sayings('en'), ...sayings('ru')].map(({ text }) => text);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  // Real words with anything between.
  fc
    .array(fc.oneof(fc.constantFrom(...real), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 })
    .map((parts) => parts.join(' ')),
);

test('any text is answered within bounds, and always the same', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const found = findIn(index, text);
      expect(found.candidates.length).toBeLessThanOrEqual(3);
      expect(found.nothing).toBe(found.candidates.length === 0);
      expect([undefined, found.candidates[0]?.id]).toContain(found.sure);
      const scores = found.candidates.map(({ score }) => score);
      expect(scores.every((score) => Number.isFinite(score) && score > 0)).toBe(true);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(findIn(index, text)).toEqual(found);
    }),
  );
});

test('case does not matter', () => {
  fc.assert(
    fc.property(fc.constantFrom(...real), fc.infiniteStream(fc.boolean()), (text, upper) => {
      const shouted = Array.from(text, (letter) => (upper.next().value ? letter.toUpperCase() : letter)).join(
        '',
      );
      expect(findIn(index, shouted)).toEqual(findIn(index, text));
    }),
  );
});

test.each([
  ['one word', 'ы'.repeat(100_000)],
  ['many words', 'принтер ytgtxfnftn wqrtyplkj '.repeat(4000)],
  ['control characters', '\u0000\u001b[31m\u202e\ufffd'.repeat(15_000)],
  ['halves of characters', '\ud800'.repeat(100_000)],
  ['marks that join', 'e\u0301'.repeat(50_000)],
  ['letters that grow', '\ufdfa'.repeat(100_000)],
])('100 kB of %s takes no longer than a sentence', (_, text) => {
  expect(findIn(index, text).candidates.length).toBeLessThanOrEqual(3);
  expect(growsTooFast((part) => findIn(index, part), text)).toBe(false);
});
