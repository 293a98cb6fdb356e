import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTEXTS, HOME } from '../../../src/report/redact/contexts.ts';
import { AT_HOST, MAIL, PRIVATE_NAME, SID, USERINFO } from '../../../src/report/redact/patterns.ts';
import { automaton } from '../../../src/report/redact/sieve/automaton.ts';
import { eachLine } from '../../../src/report/redact/sieve/lines.ts';
import { requiredBy } from '../../../src/report/redact/sieve/required.ts';
import { SHAPE, shapeOf } from '../../../src/report/redact/sieve/shape.ts';
import { anyOf, sieve } from '../../../src/report/redact/sieve/sieve.ts';

describe('what a pattern cannot match without', () => {
  test.each([
    [/^Linux (\w+)/, ['linux ']],
    [/(?:user|login)=(\w+)/, ['user', 'login']],
    [/api[_-]?key=/i, ['key=']],
    [/a{2,5}b/, ['a']],
    [/x(?=:\/\/)/, ['://']],
    [/(?:abc)?(?!def)\d/, undefined],
    [/[=:]\d/, ['=', ':']],
    [/\d+|abc/, undefined],
  ])('%s', (pattern, literals) => {
    expect(requiredBy(pattern)).toEqual(literals);
  });

  test('stands in whatever the pattern matches', () => {
    // Those of ours of which random examples can be made: no look behind, no named characters of Unicode.
    const patterns = [
      ...CONTEXTS.map(({ pattern }) => pattern),
      HOME,
      MAIL,
      USERINFO,
      SID,
      PRIVATE_NAME,
      AT_HOST,
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
            expect(literals === undefined || literals.some((one) => found.toLowerCase().includes(one))).toBe(
              true,
            );
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
    fc.string({ unit: fc.constantFrom('a', 'b', 'ж', '-'), minLength: 1, maxLength: 5 }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', 'A', 'ж', 'Ж', '-', 'x'), maxLength: 60 });

  test('finds the words that stand in a text, and no others', () => {
    fc.assert(
      fc.property(words, text, (list, whole) => {
        const seen = new Set<number>();
        automaton(list).scan(whole, 0, whole.length, (word) => seen.add(word));
        const expected = list.flatMap((word, at) => (whole.toLowerCase().includes(word) ? [at] : []));
        expect([...seen].sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  test('looks at no more than it is told to', () => {
    const isThere = anyOf(['needle']);
    expect(isThere('a needle', 0, 8)).toBe(true);
    expect(isThere('a needle', 0, 7)).toBe(false);
    expect(isThere('a needle', 3, 8)).toBe(false);
    expect(anyOf([])('anything', 0, 8)).toBe(false);
  });
});

test('a sieve forgets the line before', () => {
  const [user, host] = [/user=(\w+)/g, /host=(\w+)/g];
  const { look, may } = sieve([user, host]);
  const text = 'user=a\nhost=b';
  look(text, 0, 6);
  expect([may(user), may(host), may(/strange/)]).toEqual([true, false, true]);
  look(text, 6, 13);
  expect([may(user), may(host)]).toEqual([false, true]);
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
  ['ip-192-0-2-1', SHAPE.dashed],
  ['fe80::1', SHAPE.colons],
  ['2001:db8:1:2:3:4:5:6', SHAPE.colons],
  ['00:16:3e:5e:6c:7d', SHAPE.pairs],
  ['0-16-3e-5e-6c-7d', SHAPE.pairs],
  ['0016.3e5e.6c7d', SHAPE.pairs],
  ['wlx00163e5e6c7d', SHAPE.hex],
  ['+49 (30) 1234-567', SHAPE.digits],
])('%s is seen at a glance', (text, kind) => {
  expect(shapeOf(text, 0, text.length) & kind).toBe(kind);
  expect(shapeOf('', 0, 0)).toBe(0);
});
