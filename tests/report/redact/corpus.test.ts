import { describe, expect, test } from 'vitest';
import { redactor } from '../../../src/report/redact/redactor.ts';
import { FIRST_LIST, SECOND_LIST, scoreBlind } from './blind-score.ts';
import { corpus, KINDS } from './corpus/corpus.ts';
import { page } from './corpus/page.ts';
import { score } from './corpus/score.ts';

/** The rules were made looking at the first; the second tells whether they hold elsewhere. */
const SEEDS = { 'first seed': 20_261_126, 'second seed': 7_919 } as const;
const hide = (text: string): string => redactor({ key: Buffer.alloc(32, 7) }).text(text);
const scores = Object.entries(SEEDS).map(([name, seed]) => ({ name, seed, made: corpus(seed) }));

describe('the corpus', () => {
  test.each(scores)('of $name has every value in one place only', ({ made }) => {
    expect(KINDS.length).toBeGreaterThanOrEqual(40);
    expect(made.items.length).toBeGreaterThanOrEqual(1000);
    expect(made.controls.length).toBeGreaterThanOrEqual(300);
    for (const { value, text, kind } of made.items) {
      expect(text, kind).toContain(value);
      expect(made.text.split(value).length, `${kind}: ${value}`).toBe(text.split(value).length);
    }
  });

  test('is the same for the same seed', () => {
    expect(corpus(5).text).toBe(corpus(5).text);
    expect(corpus(5).text).not.toBe(corpus(6).text);
  });
});

const results = scores.map(({ name, made }) => ({ name, made, ...score(made, hide) }));

test.each(results)(
  '$name: what is personal is hidden, and what is not stays',
  ({ recall, kept, left, lost }) => {
    const wrong = [
      ...left.map(({ kind, text }) => `${kind}: ${text}`),
      ...lost.map(({ text }) => `lost: ${text}`),
    ];
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(kept, wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
  },
);

const blind = { first: scoreBlind(4_242, hide, FIRST_LIST), second: scoreBlind(9_191, hide, SECOND_LIST) };

test.each([
  ['first', 195, 52],
  ['second', 155, 22],
] as const)(
  'of the %s list that was written without a look at the rules, no less is hidden than before',
  (name, values, kept) => {
    const { wrong, ...score } = blind[name];
    expect(score.values, wrong.join('\n')).toBeGreaterThanOrEqual(values);
    expect(score.kept, wrong.join('\n')).toBeGreaterThanOrEqual(kept);
  },
);

test('docs/redaction.md says so', async () => {
  await expect(page(results, blind)).toMatchFileSnapshot('../../../docs/redaction.md');
});
