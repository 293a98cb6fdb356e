import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/language/core.en.ts';
import { ru } from '../../src/language/core.ru.ts';
import { count } from '../../src/language/counted.ts';
import { languageFrom, words } from '../../src/language/language.ts';
import { spokenLanguage } from '../../src/language/spoken.ts';
import { ticketWords } from '../../src/language/ticket.ts';

describe('the language of the environment', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'ru' }, 'ru'],
    [{ LANG: 'RU_ru' }, 'ru'],
    [{ LANG: 'ru@latin' }, 'ru'],
    [{ LANG: 'ru-RU' }, 'ru'],
    [{ LANG: 'run_UG.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'en_RU.UTF-8' }, 'en'],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'ru_RU.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'ru_RU', LANG: 'en_US' }, 'ru'],
    [{ LC_MESSAGES: 'C', LANG: 'ru_RU.UTF-8' }, 'en'],
    // The language of numbers is not the language of words.
    [{ LC_NUMERIC: 'ru_RU.UTF-8', LANG: 'en_GB.UTF-8' }, 'en'],
  ] as const)('%o is %s', (env, language) => {
    expect(languageFrom(env)).toBe(language);
  });

  test('gives way to --lang, wherever it stands and however it is written', () => {
    const env = { LANG: 'ru_RU.UTF-8' };
    expect(spokenLanguage(['node', 'x', 'check', '--lang', 'en'], env)).toBe('en');
    expect(spokenLanguage(['node', 'x', '--lang=en', 'check'], env)).toBe('en');
    expect(spokenLanguage(['node', 'x', '--lang', 'ru'], {})).toBe('ru');
    expect(spokenLanguage(['node', 'x', '--lang'], env)).toBe('ru');
    expect(spokenLanguage(['node', 'x', '--lang', 'tlh'], {})).toBe('en');
  });

  test('is one of two, whatever stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()), (argv, env) => {
        expect(['en', 'ru']).toContain(spokenLanguage(argv, env));
      }),
    );
  });
});

describe('counted nouns', () => {
  const attempts = (language: 'en' | 'ru', number: number) => ticketWords(language).attempts(number);

  test.each([
    [0, '0 попыток'],
    [1, '1 попытка'],
    [2, '2 попытки'],
    [5, '5 попыток'],
    [11, '11 попыток'],
    [12, '12 попыток'],
    [21, '21 попытка'],
    [22, '22 попытки'],
    [101, '101 попытка'],
    [111, '111 попыток'],
    [1.5, '1.5 попытки'],
  ])('in Russian: %d', (number, said) => {
    expect(attempts('ru', number)).toBe(said.replace(' ', '\u00a0'));
  });

  test.each([
    [0, '0 attempts'],
    [1, '1 attempt'],
    [2, '2 attempts'],
    [21, '21 attempts'],
  ])('in English: %d', (number, said) => {
    expect(attempts('en', number)).toBe(said);
  });

  test('fall back to the form that is always there', () => {
    expect(count('ru', 5, { other: 'GiB' })).toBe('5\u00a0GiB');
  });
});

test('each reason has its words and its remedy in both languages', () => {
  expect(words('en')).toBe(en);
  expect(words('ru')).toBe(ru);
  const reasons = Object.keys(en.reasons).sort();
  for (const language of [en, ru]) {
    expect(Object.keys(language.reasons).sort()).toEqual(reasons);
    expect(Object.keys(language.remedies).sort()).toEqual(reasons);
    for (const remedy of Object.values(language.remedies)) expect(remedy('/x')).toMatch(/\.$/);
  }
  expect(Object.values(ru.reasons).join('')).not.toMatch(/[a-z]/i);
});
