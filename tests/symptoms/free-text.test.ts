/** What people really write, and what is heard in it. */
import { describe, expect, test } from 'vitest';
import { indexed, loadComplaints } from '../../src/symptoms/all.ts';
import { findIn } from '../../src/symptoms/find.ts';
import { indexOf } from '../../src/symptoms/index.ts';
import { type Saying, sayings } from './free-text.data.ts';

const index = indexed(await loadComplaints());
const find = (text: string) => findIn(index, text);
const complaints = (all: readonly Saying[]) => all.filter(({ symptom }) => symptom !== undefined);
const share = (all: readonly Saying[], holds: (saying: Saying) => boolean) =>
  all.filter(holds).length / all.length;

describe.each(['en', 'ru'] as const)('in %s', (lang) => {
  const said = complaints(sayings(lang));

  test('there are eight ways of putting each of the thirty complaints', () => {
    expect(new Set(said.map(({ symptom }) => symptom)).size).toBe(30);
    expect(said).toHaveLength(240);
  });

  test('the right complaint comes first for at least 85 of 100', () => {
    expect(
      share(said, ({ text, symptom }) => find(text).candidates[0]?.id === symptom),
    ).toBeGreaterThanOrEqual(0.85);
  });

  test('the right complaint is among the three offered for at least 95 of 100', () => {
    expect(
      share(said, ({ text, symptom }) => find(text).candidates.some(({ id }) => id === symptom)),
    ).toBeGreaterThanOrEqual(0.95);
  });

  test('what it is sure of is right for at least 95 of 100', () => {
    const sure = said.filter(({ text }) => find(text).sure !== undefined);
    expect(sure.length).toBeGreaterThan(said.length / 2);
    expect(share(sure, ({ text, symptom }) => find(text).sure === symptom)).toBeGreaterThanOrEqual(0.95);
  });

  test('what is no complaint about a computer fits nothing for at least 90 of 100', () => {
    const others = sayings(lang).filter(({ symptom }) => symptom === undefined);
    expect(others).toHaveLength(30);
    expect(share(others, ({ text }) => find(text).nothing)).toBeGreaterThanOrEqual(0.9);
  });

  test('neither the case nor marks around it matter', () => {
    for (const { text } of sayings(lang).filter(({ text }) => /^[\p{L}\p{N} ]+$/u.test(text))) {
      expect([text, find(`«${text.toUpperCase()}»!!!`)]).toEqual([text, find(text)]);
      expect([text, find(`  ${text.replaceAll(' ', ',  ')}...`)]).toEqual([text, find(text)]);
    }
  });
});

test.each([
  ['не работает wifi', 'internet-down'],
  ['printer не печатает', 'does-not-print'],
  ['ghbynth yt gtxfnftn', 'does-not-print'],
  ['зкштеук вщуы тще зкште', 'does-not-print'],
  ['printer ne pechataet', 'does-not-print'],
  ['net zvuka', 'no-sound'],
  ['GHBYNTH YT GTXFNFTN!!!', 'does-not-print'],
])('%s is clearly %s', (text, id) => {
  expect(find(text).sure).toBe(id);
});

test('where two complaints are as near, it is not sure and offers both', () => {
  const { sure, candidates } = find('camera and keyboard');
  expect(sure).toBeUndefined();
  expect(candidates.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['camera-or-microphone', 'keyboard-or-mouse']),
  );
});

test('what authors wrote is found too, also of a complaint that nobody here knows', async () => {
  const others = (await loadComplaints()).map(({ symptom: { id }, words: { en, ru } }) => ({
    id,
    phrasings: [en.name, ru.name],
  }));
  const own = indexOf([
    ...others,
    { id: 'badge-reader', phrasings: ['the badge reader at the gate blinks orange', 'турникет мигает'] },
  ]);
  expect(findIn(own, 'gate badge reader blinks').candidates[0]?.id).toBe('badge-reader');
  expect(findIn(own, 'турникет опять мигает').candidates[0]?.id).toBe('badge-reader');
  expect(find('gate badge reader blinks').nothing).toBe(true);
});

test('the name of a site is one site', () => {
  expect(find('shop.example.com does not open').sure).toBe('one-site');
  expect(find('не открывается gosuslugi.ru').sure).toBe('one-site');
});
