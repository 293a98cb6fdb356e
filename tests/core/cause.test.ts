import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { link } from '../../src/cause.ts';
import type { AnyFinding, CatalogueEntry, Severity } from '../../src/contract.ts';
import { finding } from './fakes.ts';

const catalogueOf = (
  edges: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, CatalogueEntry>> =>
  Object.fromEntries(
    Object.entries(edges).map(([code, explains]) => [code, { explains, reference: 'made-up' }]),
  );

/** `effect ← causes`, for each finding in their order. */
const told = (findings: readonly AnyFinding[], edges: Readonly<Record<string, readonly string[]>>) => {
  const causes = link(findings, catalogueOf(edges));
  return findings.map((one) => {
    const by = causes.get(one)?.causedBy ?? [];
    return by.length === 0 ? one.code : `${one.code} ← ${by.join(' ')}`;
  });
};

describe('a finding steps back', () => {
  test('behind an open one that explains it, also of another module', () => {
    const both = [finding('dns/fails'), finding('link/unplugged')];
    expect(told(both, { 'link/unplugged': ['dns/fails'] })).toEqual([
      'dns/fails ← link/unplugged',
      'link/unplugged',
    ]);
  });

  test('one hop only: what is not open passes nothing on', () => {
    const edges = { a: ['b'], b: ['c'] };
    expect(told([finding('a'), finding('c')], edges)).toEqual(['a', 'c']);
    expect(told([finding('a'), finding('b'), finding('c')], edges)).toEqual(['a', 'b ← a', 'c ← b']);
  });

  test('only behind one that says that it can follow, where it says so', () => {
    const edges = { missing: ['silence', 'offline'] };
    const effects = [finding('silence'), finding('offline')];
    expect(told([finding('missing', { explains: ['silence'] }), ...effects], edges)).toEqual([
      'missing',
      'silence ← missing',
      'offline',
    ]);
    // What the catalogue does not say, a finding cannot add.
    expect(told([finding('missing', { explains: ['other'] }), finding('other')], edges)).toEqual([
      'missing',
      'other',
    ]);
  });

  test('only for the same subject, where both name one', () => {
    const edges = { full: ['fails'] };
    const [root, home] = [{ subject: '/' }, { subject: '/home' }];
    expect(told([finding('full', root), finding('fails', home)], edges)).toEqual(['full', 'fails']);
    expect(told([finding('full', root), finding('fails', root)], edges)).toEqual(['full', 'fails ← full']);
    expect(told([finding('full'), finding('fails', home)], edges)).toEqual(['full', 'fails ← full']);
    expect(told([finding('full', root), finding('fails')], edges)).toEqual(['full', 'fails ← full']);
  });

  test('never behind a remark', () => {
    expect(told([finding('note', { severity: 'info' }), finding('bad')], { note: ['bad'] })).toEqual([
      'note',
      'bad',
    ]);
    expect(
      link([finding('note', { severity: 'info' }), finding('bad')], catalogueOf({ note: ['bad'] }))
        .values()
        .next().value,
    ).toEqual({ causedBy: [], explains: [] });
  });

  test('never behind itself or its like', () => {
    expect(told([finding('a', { subject: 'x' }), finding('a', { subject: 'y' })], { a: ['a'] })).toEqual([
      'a',
      'a',
    ]);
  });

  test.each([
    ['two', { a: ['b'], b: ['a'] }],
    ['three', { a: ['b'], b: ['c'], c: ['a'] }],
  ])('never in a ring of %s', (_, edges) => {
    const findings = Object.keys(edges).map((code) => finding(code));
    expect(told(findings, edges)).toEqual(Object.keys(edges));
  });

  test('behind a ring as behind one finding', () => {
    const edges = { a: ['b'], b: ['a', 'c'] };
    expect(told([finding('a'), finding('b'), finding('c')], edges)).toEqual(['a', 'b', 'c ← b']);
  });
});

test('what explains is told on both sides, once for each code', () => {
  const findings = [finding('a'), finding('b', { subject: 'x' }), finding('b', { subject: 'y' })];
  const causes = [...link(findings, catalogueOf({ a: ['b'] })).values()];
  expect(causes.map(({ explains }) => explains)).toEqual([['b'], [], []]);
  expect(causes.map(({ causedBy }) => causedBy)).toEqual([[], ['a'], ['a']]);
});

const CODES = ['a', 'b', 'c', 'd', 'e'];
const code = fc.constantFrom(...CODES);
/** Each code once, so that a code says which finding is meant. */
const world = fc.record({
  edges: fc
    .tuple(...CODES.map(() => fc.subarray(CODES)))
    .map((effects) => Object.fromEntries(CODES.map((one, index) => [one, effects[index] ?? []]))),
  findings: fc.uniqueArray(
    fc
      .record({
        code,
        severity: fc.constantFrom<Severity>('critical', 'critical', 'warning', 'info'),
        subject: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
      })
      .map(({ subject, ...rest }) => finding(rest.code, { ...rest, ...(subject && { subject }) })),
    { selector: (one) => one.code, minLength: 3 },
  ),
});

test('whatever explains whatever: every trouble has a root cause above it, and no chain goes round', () => {
  fc.assert(
    fc.property(world, ({ edges, findings }) => {
      const causes = link(findings, catalogueOf(edges));
      const isSubject = (one: AnyFinding, other: AnyFinding) =>
        one.subject === undefined || other.subject === undefined || one.subject === other.subject;
      const causesOf = (one: AnyFinding) =>
        findings.filter(
          (cause) =>
            cause.severity !== 'info' &&
            isSubject(cause, one) &&
            causes.get(one)?.causedBy.includes(cause.code),
        );
      const roots = (one: AnyFinding, above: readonly AnyFinding[]): readonly AnyFinding[] => {
        expect(above).not.toContain(one);
        const next = causesOf(one);
        return next.length === 0 ? [one] : next.flatMap((cause) => roots(cause, [...above, one]));
      };
      for (const one of findings) {
        expect(roots(one, []).every((root) => causes.get(root)?.causedBy.length === 0)).toBe(true);
        // One hop, and only what the tables say.
        for (const by of causes.get(one)?.causedBy ?? []) expect(edges[by]).toContain(one.code);
      }
      const troubles = findings.filter(({ severity }) => severity !== 'info');
      const roots0 = troubles.filter((one) => causes.get(one)?.causedBy.length === 0);
      expect(roots0.length > 0).toBe(troubles.length > 0);
    }),
    { numRuns: 1000 },
  );
});

test('the order of the findings changes nothing but the order', () => {
  fc.assert(
    fc.property(world, ({ edges, findings }) => {
      const [ahead, back] = [findings, [...findings].reverse()].map((order) => {
        const causes = link(order, catalogueOf(edges));
        return findings.map((one) => [...(causes.get(one)?.causedBy ?? [])].sort());
      });
      expect(ahead).toEqual(back);
    }),
  );
});
