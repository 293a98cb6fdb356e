import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import {
  ALPHABET,
  fromSpoken,
  looksSpoken,
  MAX_NUMBER,
  toSpoken,
  type Verdict,
} from '../../src/report/spoken/code.ts';
import { NUMBERED } from '../../src/report/spoken/numbers.ts';

const COUNT = 176;
const HASH = '960ccf4d4ca5f0c6dc0c2c26dfcf807dc670fae66d43ae0b4f4656230a26ad9b';
const STAYS: readonly string[] = ['JQ7-4CJ', '6AW-R2X', 'KR4-329'];

const codes = (await Promise.all(checkIds.map(loadCheck))).flatMap(({ catalogue }) => Object.keys(catalogue));

describe('the numbers of findings', () => {
  test('are given to each, once; a new one is put at the end: vitest run tests/report/spoken.test.ts -u', async () => {
    const all = [...NUMBERED, ...codes.filter((code) => !NUMBERED.includes(code))];
    const file = [
      '/** The number of each finding is its place in this list, for ever: spoken codes name it. New ones are put at its end. */',
      'export const NUMBERED: readonly string[] = [',
      ...all.map((code) => `  '${code}',`),
      '];',
    ];
    await expect(`${file.join('\n')}\n`).toMatchFileSnapshot('../../src/report/spoken/numbers.ts');
    expect(new Set(NUMBERED).size).toBe(NUMBERED.length);
    expect(NUMBERED.length).toBeLessThan(MAX_NUMBER);
  });

  test('never change', () => {
    const first = NUMBERED.slice(0, COUNT);
    expect(createHash('sha256').update(first.join('\n')).digest('hex')).toBe(HASH);
  });
});

const verdicts: readonly Verdict[] = [
  { status: 'ok', causes: [], more: false },
  { status: 'unknown', causes: [], more: false },
  { status: 'critical', causes: [undefined], more: false },
  { status: 'warning', causes: [NUMBERED[0], NUMBERED.at(-1)], more: false },
  { status: 'critical', causes: [NUMBERED[41], undefined, NUMBERED[7]], more: true },
];

describe('a spoken code', () => {
  test('names each single cause, and every verdict, in 6 to 10 characters', () => {
    const each = NUMBERED.map((code): Verdict => ({ status: 'critical', causes: [code], more: false }));
    for (const verdict of [...verdicts, ...each]) {
      const spoken = toSpoken(verdict);
      expect(spoken.replaceAll('-', '')).toMatch(new RegExp(`^[${ALPHABET}]{6,10}$`));
      expect(fromSpoken(spoken)).toEqual({ kind: 'verdict', verdict });
      expect(looksSpoken(spoken)).toBe(true);
    }
    expect(new Set(each.map(toSpoken)).size).toBe(each.length);
  });

  test('stays what it was', () => {
    expect(verdicts.slice(0, 3).map(toSpoken)).toEqual(STAYS);
  });

  test('notices every wrong character and every swap', () => {
    for (const verdict of [
      ...verdicts,
      ...NUMBERED.map((code): Verdict => ({ status: 'warning', causes: [code], more: true })),
    ]) {
      const letters = [...toSpoken(verdict).replaceAll('-', '')];
      for (const [at, right] of letters.entries()) {
        for (const wrong of ALPHABET) {
          if (wrong !== right && fromSpoken(letters.with(at, wrong).join('')).kind !== 'wrong')
            expect.fail(`${letters.join('')} ${at} ${wrong}`);
        }
        for (let other = at + 1; other < letters.length; other++) {
          const swapped = letters
            .with(at, letters[other] ?? '')
            .with(other, right)
            .join('');
          if (letters[other] !== right && fromSpoken(swapped).kind !== 'wrong')
            expect.fail(`${letters.join('')} ${swapped}`);
        }
      }
    }
  });

  test('is heard in small letters, with blanks, and in Cyrillic ones that look the same', () => {
    const spoken = toSpoken(verdicts[4] ?? { status: 'ok', causes: [], more: false });
    const heard = fromSpoken(spoken);
    expect(fromSpoken(` ${spoken.toLowerCase().replaceAll('-', ' ')} `)).toEqual(heard);
    expect(
      fromSpoken(spoken.replaceAll('-', '–').replaceAll('C', 'С').replaceAll('K', 'К').replaceAll('M', 'N')),
    ).toEqual(heard);
  });

  test('of a newer version says so', () => {
    const unknown = ALPHABET.split('').flatMap((a) => ALPHABET.split('').map((b) => `${a}2${b}4A`));
    const kinds = unknown.flatMap((data) => ALPHABET.split('').map((check) => fromSpoken(data + check).kind));
    expect(kinds).toContain('newer');
    expect(kinds.filter((kind) => kind !== 'wrong')).toHaveLength(unknown.length);
  });

  test('is no finding, and a finding is no code', () => {
    expect(codes.filter(looksSpoken)).toEqual([]);
    expect(['dns', 'help', 'audio'].filter(looksSpoken)).toEqual([]);
  });
});
