import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADDRESSES } from '../../../src/report/redact/addresses.ts';
import { CONTEXTS, HOME } from '../../../src/report/redact/contexts.ts';
import { NUMBERS } from '../../../src/report/redact/numbers.ts';
import { AT_HOST, MAIL, PRIVATE_NAME, SID, USERINFO } from '../../../src/report/redact/patterns.ts';
import { RULES } from '../../../src/report/redact/secrets.ts';
import { automaton } from '../../../src/report/redact/sieve/automaton.ts';
import { beginsOf } from '../../../src/report/redact/sieve/begins.ts';
import { folded } from '../../../src/report/redact/sieve/fold.ts';
import { eachLine } from '../../../src/report/redact/sieve/lines.ts';
import { requiredBy } from '../../../src/report/redact/sieve/required.ts';
import { SHAPE, shapeOf } from '../../../src/report/redact/sieve/shape.ts';
import { sieve, whichOf } from '../../../src/report/redact/sieve/sieve.ts';
import { TABLES } from '../../../src/report/redact/tables.ts';

describe('what a pattern cannot match without', () => {
  test.each([
    [/^Linux (\w+)/, ['linux ']],
    [/(?:user|login)=(\w+)/, ['user=', 'login=']],
    [/api[_-]?key=/i, ['apikey=', 'api_key=', 'api-key=']],
    [/a{2,5}b/, ['aab']],
    [/x(?=:\/\/)/, ['x://']],
    [/x(?!a)\b(?<=x)y/, ['xy']],
    [/(?:abc)?(?!def)\d/, ['0', 'abc0']],
    [/\w+[=:]\d/, ['=0', ':0']],
    [/(?:\d{3}-){2}x|\d{2}\b/, ['000-000-x', '00']],
    [/g[a-c](?:x|y\w*z)/, ['gax', 'gbx', 'gcx', 'gay', 'gby', 'gcy']],
    [/\w+|abc/, undefined],
  ])('%s', (pattern, literals) => {
    expect(requiredBy(pattern)).toEqual(literals);
  });

  test('stands in whatever the pattern matches', () => {
    // Those of ours of which random examples can be made: no look behind, no named characters of Unicode.
    const patterns = [
      ...[...RULES, ...CONTEXTS].map(({ pattern }) => pattern),
      ...[HOME, MAIL, USERINFO, SID, PRIVATE_NAME, AT_HOST],
      ...[...ADDRESSES, ...NUMBERS, ...TABLES],
    ];
    let tried = 0;
    for (const pattern of patterns) {
      const literals = requiredBy(pattern);
      let example: fc.Arbitrary<string>;
      try {
        example = fc.stringMatching(
          new RegExp(pattern.source.replace(/\(\?<?[!=][^()]*\)|\\b|\^|\$$/g, ''), ''),
        );
      } catch {
        continue;
      }
      tried++;
      fc.assert(
        fc.property(example, (text) => {
          for (const [found] of text.matchAll(pattern)) {
            expect(literals === undefined || literals.some((one) => folded(found).includes(one))).toBe(true);
          }
        }),
        { numRuns: 30 },
      );
    }
    expect(tried).toBeGreaterThan(10);
  });
});

describe('the automaton', () => {
  const words = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', 'ж', '-', '0'), minLength: 1, maxLength: 5 }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const text = fc.string({
    unit: fc.constantFrom('a', 'B', 'b', 'A', 'ж', 'Ж', '-', 'x', '0', '7'),
    maxLength: 60,
  });

  test('finds the words that stand in a text, and no others', () => {
    fc.assert(
      fc.property(words, text, (list, whole) => {
        const seen = new Set<number>();
        automaton(list).scan(whole, 0, whole.length, (word) => seen.add(word));
        const expected = list.flatMap((word, at) => (folded(whole).includes(word) ? [at] : []));
        expect([...seen].sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  test('looks at no more than it is told to', () => {
    const which = whichOf(['needle', 'Kiosk'], ['thread', 'needle']);
    expect(which('a needle', 0, 8)).toBe(3);
    expect(which('a needle', 0, 7)).toBe(0);
    expect(which('a needle', 3, 8)).toBe(0);
    expect(which('\u212aio\u017fk, a thread', 0, 17)).toBe(3);
    expect(which('KIOSK', 0, 5)).toBe(1);
    expect(whichOf([], [])('anything', 0, 8)).toBe(0);
  });
});

describe('a sieve', () => {
  const [user, host, first] = [/user=(\w+)/g, /host=(\w+)/g, /^(?:[a-f]|x?y)\w*=/gm];

  test('forgets the line before', () => {
    const { look, may, select } = sieve([user, host]);
    const found = select([{ pattern: host }, { pattern: user }]);
    const text = 'user=a\nhost=b';
    look(text, 0, 6);
    expect([may(user), may(host), may(/strange/)]).toEqual([true, false, true]);
    expect(found()).toEqual([{ pattern: user }]);
    look(text, 6, 13);
    expect([may(user), may(host)]).toEqual([false, true]);
    expect(found()).toEqual([{ pattern: host }]);
  });

  test('keeps the order of the list, and what it was not made for', () => {
    const { look, select } = sieve([user, host]);
    const list = [{ pattern: /other/g }, { pattern: host }, { pattern: user }];
    const found = select(list);
    look('user=a host=b', 0, 13);
    expect(found()).toEqual(list);
  });

  test.each([
    ['abc=', true],
    ['\nyes=', true],
    ['\nxy=', true],
    ['no=', false],
    ['\nno=', false],
    ['no\ra=', true],
    ['no\u2028a=', true],
  ])('knows with what %j begins', (line, isPossible) => {
    const { look, may } = sieve([first]);
    look(line, 0, line.length);
    expect(may(first)).toBe(isPossible);
  });

  test('says no only where nothing matches', () => {
    const patterns = [/^[a-c]\d{2,3}-/gm, /x(?=[ab]0)|(?<=b)c{2}/g, /(?:a?b|c)+-\d/gi, /^(?!b)\S?1/gm, user];
    const { look, may } = sieve(patterns);
    const texts = fc.string({ unit: fc.constantFrom(...'abcxB019-=\n\ruser '), maxLength: 30 });
    fc.assert(
      fc.property(texts, (text) => {
        look(text, 0, text.length);
        for (const pattern of patterns) expect(may(pattern) || text.search(pattern) < 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  [/^ab/, 'aA', 'a'],
  [/^(?:x|[0-4])?y/i, 'xXyY059a', 'xXyY0'],
  [/^(?!a)\s{0,3}(b)/, ' \tb-', ' \tb'],
])('with what %s begins', (pattern, signs, expected) => {
  const begins = beginsOf(pattern);
  expect([...signs].filter((sign) => begins?.(sign.charCodeAt(0))).join('')).toBe(expected);
  expect(begins?.('ж'.charCodeAt(0))).toBe(true);
  expect(beginsOf(/a|^b/)).toBeUndefined();
  expect(beginsOf(/^a?/)).toBeUndefined();
});

test('lines are put together without loss', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r'), maxLength: 20 }), (text) => {
      const parts: string[] = [];
      eachLine(text, (from, to) => parts.push(text.slice(from, to)));
      expect(parts.join('')).toBe(text);
      for (const part of parts) expect(part.lastIndexOf('\n')).toBeLessThan(1);
    }),
  );
});

test.each([
  ['from 192.0.2.1', SHAPE.dotted],
  ['1.0.0.127.in-addr.arpa', SHAPE.dotted],
  ['fe80::1', SHAPE.colons],
  ['2001:db8:1:2:3:4:5:6', SHAPE.colons],
  ['00:16:3e:5e:6c:7d', SHAPE.pairs],
  ['0-16-3e-5e-6c-7d', SHAPE.pairs],
  ['0016.3e5e.6c7d', SHAPE.pairs],
  ['{0016AAbb-3e5e-6c7d', SHAPE.dashedHex],
  ['DE02 1203', SHAPE.account],
  ['+49 (30) 1234-567', SHAPE.digits],
])('%s is seen at a glance', (text, kind) => {
  expect(shapeOf(text, 0, text.length) & kind).toBe(kind);
  expect(shapeOf('', 0, 0)).toBe(0);
});

test('what only resembles an address is not taken for one', () => {
  const line = 'Nov 24 16:00:01 pc a[12]: [84.12] 1-4.2 at 0000:00:1c.0, 0x7f3a12bc 9-8-7, D3 4.5.6x7';
  expect(shapeOf(line, 0, line.length)).toBe(SHAPE.digits);
});
