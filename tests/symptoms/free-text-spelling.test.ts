/** Keyboard layout, transliteration, spelling: each alone. */
import { describe, expect, test } from 'vitest';
import { fromTransliteration, otherLayout } from '../../src/symptoms/keyboard.ts';
import { languageOf, read } from '../../src/symptoms/read.ts';
import { closest, known, soundOf } from '../../src/symptoms/spelling.ts';

test.each([
  ['ghbynth yt gtxfnftn', 'принтер не печатает'],
  ['зкштеук', 'printer'],
  ['j,yjdktybz', 'обновления'],
  ['`krf', 'ёлка'],
  ['j<yjdktybz'.toLowerCase(), 'обновления'],
])('%s on the other layout is %s', (typed, meant) => {
  expect(otherLayout(typed)).toBe(meant);
});

test('the other layout of the other layout is the same', () => {
  for (const text of ["don't", 'съешь же ещё этих мягких французских булок']) {
    expect(otherLayout(otherLayout(text))).toBe(text);
  }
});

test.each([
  ['pechataet', 'печатает'],
  ['schelkaet', 'щелкает'],
  ['zhestkij', 'жесткий'],
])('%s is transliterated %s', (typed, meant) => {
  expect(fromTransliteration(typed)).toBe(meant);
});

test.each([
  ['включаеца', 'включается'],
  ['кампьютер', 'компьютер'],
  ['програма', 'программа'],
  ['щелчек', 'щелчик'],
])('%s sounds like %s', (a, b) => {
  expect(soundOf(a)).toBe(soundOf(b));
});

describe('the nearest known word', () => {
  const words = ['printer', 'wifi', 'freeze', 'keyboard', 'принтер'].map(known);
  test.each([
    ['pritner', 'printer'],
    ['wfii', 'wifi'],
    ['frezee', 'freeze'],
    ['keybaord', 'keyboard'],
    ['ketboarf', 'keyboard'],
    ['притнер', 'принтер'],
  ])('of %s is %s', (word, meant) => {
    expect(closest(word, words)?.word).toBe(meant);
  });

  test.each(['pizza', 'wif', 'breeze', 'board', 'цветы'])('of %s is none', (word) => {
    expect(closest(word, words)).toBeUndefined();
  });

  test('two slips are less certain than one', () => {
    expect(closest('ketboarf', words)?.certainty).toBeLessThan(closest('ketboard', words)?.certainty ?? 0);
  });
});

test.each([
  ['принтеры', 'принтера'],
  ['зависает', 'зависаешь'],
  ['printers', 'printer'],
  ['freezing', 'freezes'],
])('%s and %s are one word', (a, b) => {
  expect(read(a)).toEqual(read(b));
});

test.each([
  ['why is my wifi slow', 'en'],
  ['почему такой медленный wifi', 'ru'],
  ['gjxtve nfrjq vtlktyysq', 'ru'],
  ['printer ne pechataet', 'ru'],
  ['wifi', undefined],
  ['zzqq', undefined],
])('%s is asked in %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
