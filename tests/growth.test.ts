import { expect, test } from 'vitest';
import { growsTooFast } from './growth.ts';

const text = 'x'.repeat(40_000);
const pairs = (whole: string): number => {
  let count = 0;
  for (let one = 0; one < whole.length; one++)
    for (let other = 0; other < whole.length; other++) if (one !== other) count++;
  return count;
};

test('work that grows with the square of the text is told from work that grows with it', () => {
  expect(growsTooFast(pairs, text)).toBe(true);
  expect(growsTooFast((whole) => [...whole].map((sign) => sign.charCodeAt(0)), text)).toBe(false);
  expect(
    growsTooFast(() => {
      throw new Error('refused');
    }, text),
  ).toBe(false);
});
