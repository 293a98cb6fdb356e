import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branches } from '../../../src/output/order.ts';
import { forJson } from '../../../src/output/untrusted.ts';
import { report as reportSchema } from '../../../src/report/model.ts';
import { blockName, MAX_LINES, PAYLOAD_BYTES, writeLine } from '../../../src/report/paste/block/line.ts';
import { holdsNewer, type Pasted, readPastes } from '../../../src/report/paste/block/read.ts';
import { writeSection } from '../../../src/report/paste/block/section.ts';
import { packSummary, summarize } from '../../../src/report/paste/block/summary.ts';
import { writeBlock } from '../../../src/report/paste/block/write.ts';
import { outline } from '../../../src/report/paste/outline.ts';
import { retell } from '../../../src/report/retell.ts';
import { manglings } from './manglings.ts';
import { checks, reports } from './reports.ts';

const [first, second] = reports.map(({ report }) => report);
if (first === undefined || second === undefined) throw new Error('no reports');

const blocks = new Map(reports.map(({ report }) => [report, writeBlock(report, 'whole') ?? []]));
const written = (report: typeof first): readonly string[] => blocks.get(report) ?? [];
const around = (report: typeof first): string =>
  `It doesn't work -- see "below"...\n\n${written(report).join('\n')}\n\nThanks`;

/** What was read is what was written, or it is told what is lost; nothing else is ever read. */
const isHonest = (pasted: Pasted, report: typeof first): void => {
  if (pasted.report !== undefined) expect(pasted.report).toEqual(report);
  else expect([...pasted.missing, ...pasted.damaged]).not.toEqual([]);
  if (pasted.summary !== undefined) expect(pasted.summary).toEqual(summarize(report));
};

describe.each(manglings)('$name', ({ mangle, leaves }) => {
  test.each(reports)('$name', ({ report }) => {
    const pastes = readPastes(mangle(around(report)));
    const own = pastes.filter(({ total }) => total === written(report).length);
    if (leaves === 'all') {
      expect(own).toHaveLength(1);
      expect(own[0]).toMatchObject({ missing: [], damaged: [] });
      expect(own[0]?.report).toEqual(report);
    } else {
      expect(own.length).toBeGreaterThan(0);
    }
    for (const pasted of own) isHonest(pasted, report);
  });
});

describe('several reports', () => {
  test('in one mail are read each for itself, in their order', () => {
    const mail = `${around(second)}\n\nAnd the other one:\n${around(first)}`;
    expect(readPastes(mail).map(({ report }) => report)).toEqual([second, first]);
  });

  test('whose lines are mixed are told apart', () => {
    const [one, other] = [written(first), written(second)];
    const mixed = Array.from({ length: Math.max(one.length, other.length) }, (_, at) => [one[at], other[at]]);
    const read = readPastes(mixed.flat().join('\n'));
    expect(read.map(({ report }) => report)).toEqual([first, second]);
  });
});

describe('damage', () => {
  const lines = written(first);

  test('is named by number: what is missing, what is damaged', () => {
    const hurt = lines.flatMap((line, at) =>
      at === 11 ? [] : at === 20 ? [line.replace(/.{9}$/, 'zzzzzzzzz')] : [line],
    );
    const [pasted] = readPastes(hurt.join('\n'));
    expect(pasted).toMatchObject({ total: lines.length, missing: [12], damaged: [21], without: 'lost' });
    expect(pasted?.summary).toEqual(summarize(first));
  });

  test('of the verdict alone costs nothing: the report tells it too', () => {
    const [pasted] = readPastes(lines.slice(2).join('\n'));
    expect(pasted).toMatchObject({ missing: [1, 2], damaged: [] });
    expect(pasted?.report).toEqual(first);
    expect(pasted?.summary).toEqual(summarize(first));
  });

  test('of all lines leaves their number', () => {
    const hurt = lines.map((line) => line.slice(0, 50)).join('\n');
    const [pasted, ...others] = readPastes(hurt);
    expect(others).toEqual([]);
    expect(pasted?.damaged).toHaveLength(lines.length);
    expect(pasted?.report ?? pasted?.summary).toBeUndefined();
  });

  test('is found in each single character of a line', () => {
    const [line = ''] = lines;
    const letters = [...'0aZ'];
    for (let at = 0; at < line.length; at++) {
      for (const letter of letters.filter((other) => other !== line[at])) {
        const changed = `${line.slice(0, at)}${letter}${line.slice(at + 1)}`;
        const sound = readPastes(changed).filter(({ missing, total }) => missing.length < total);
        if (/[0-9A-Za-z]/.test(line.charAt(at)))
          expect(sound.flatMap(({ damaged }) => damaged)).toHaveLength(sound.length);
      }
    }
  });

  test('of any kind is told, or does no harm', () => {
    const text = lines.join('\n');
    const edit = fc.record({
      at: fc.nat(text.length),
      remove: fc.nat(200),
      insert: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom('\n> ', '…', '<br>', '&gt;', '=\n'),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let changed = text;
        for (const { at, remove, insert } of edits)
          changed = changed.slice(0, at) + insert + changed.slice(at + remove);
        for (const pasted of readPastes(changed).filter(({ total }) => total === lines.length))
          isHonest(pasted, first);
      }),
    );
  });

  test('is not made up from text that holds no report', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(readPastes(text)).toEqual([]);
      }),
    );
  });
});

/** A block as nobody but a forger writes it: every check is right. */
const forged = (verdict: Buffer, rest: Buffer): string => {
  const content = Buffer.concat([verdict, rest]);
  const total = content.length / PAYLOAD_BYTES;
  return Array.from({ length: total }, (_, at) =>
    writeLine({
      part: at * PAYLOAD_BYTES < verdict.length ? 'A' : 'B',
      number: at + 1,
      total,
      block: blockName(content),
      payload: content.subarray(at * PAYLOAD_BYTES, (at + 1) * PAYLOAD_BYTES),
    }),
  ).join('\n');
};

describe('a forged block', () => {
  const verdict = writeSection(forJson(packSummary(summarize(first))));

  test.each([
    ['a bomb', JSON.stringify('x'.repeat(50_000_000))],
    ['no JSON', '{'],
    ['another thing', '[1, 2, 3]'],
    ['nested beyond any report', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['keys that reach the prototype', JSON.stringify(first).replace('{', '{"__proto__":{"polluted":1},')],
    ['a version of the future', JSON.stringify({ ...first, schemaVersion: 2 })],
    ['strange statuses', JSON.stringify({ ...first, status: 'fine' })],
  ])('with %s is no report', (_name, json) => {
    const [pasted] = readPastes(forged(verdict, writeSection(json)));
    expect(pasted).toMatchObject({ missing: [], damaged: [], without: 'unreadable' });
    expect(pasted?.summary).toEqual(summarize(first));
    expect({}).not.toHaveProperty('polluted');
  });

  test('with a bomb as its verdict has none', () => {
    const [pasted] = readPastes(forged(writeSection(JSON.stringify('x'.repeat(1_000_000))), Buffer.alloc(0)));
    expect(pasted).toMatchObject({ without: 'unreadable' });
    expect(pasted?.summary).toBeUndefined();
  });

  test('with the same number twice believes neither', () => {
    const lines = written(first);
    const payload = Buffer.alloc(PAYLOAD_BYTES, 7);
    const block = lines[0]?.slice(12, 15) ?? '';
    const other = writeLine({ part: 'B', number: 30, total: lines.length, block, payload });
    const [pasted] = readPastes([...lines, other].join('\n'));
    expect(pasted).toMatchObject({ damaged: [30], without: 'lost' });
    expect(pasted?.report).toBeUndefined();
  });

  test('of two that are both whole is not one', () => {
    const [a, b] = [written(first), written(second)];
    const mixed = forged(verdict, writeSection(forJson(second)));
    expect(readPastes(mixed)[0]?.report).toEqual(second);
    expect(
      readPastes([...a.slice(0, 7), ...b.slice(7)].join('\n')).map(({ report }) => report),
    ).not.toContainEqual(first);
  });

  test('with numbers beyond its count, or a thousand blocks, is bounded', () => {
    const payload = Buffer.alloc(PAYLOAD_BYTES);
    const line = (number: number, total: number, block: string) =>
      writeLine({ part: 'A', number, total, block, payload });
    expect(readPastes([line(0, 5, 'abc'), line(6, 5, 'abc'), line(1, 0, 'abc')].join('\n'))).toEqual([]);
    const many = Array.from({ length: 1000 }, (_, at) => line(1, MAX_LINES, String(at).padStart(3, '0')));
    expect(readPastes(many.join('\n')).length).toBeLessThanOrEqual(50);
  });

  test('of a newer version is read without what only that one knows', () => {
    const newer = {
      ...first,
      later: 1,
      checks: first.checks.map((check) => ({ ...check, later: { a: [] } })),
    };
    expect(readPastes(forged(verdict, writeSection(JSON.stringify(newer))))[0]?.report).toEqual(first);
  });
});

describe('a format of a later version', () => {
  const later = written(first).map((line) => line.replace(/^TS[AB]/, 'TSC'));

  test.each(manglings)('is known as one, whatever happened on its way: $name', ({ mangle, leaves }) => {
    if (leaves !== 'all') return;
    expect(holdsNewer(mangle(later.join('\n')))).toBe(true);
    expect(holdsNewer(mangle(around(first)))).toBe(false);
  });

  test('is not seen in talk about it', () => {
    expect(holdsNewer('Paste all lines that begin with TSC 001/002.')).toBe(false);
  });
});

describe('a smaller form', () => {
  test('is the same without its sentences', () => {
    const [pasted] = readPastes((writeBlock(first, 'wordless') ?? []).join('\n'));
    const retold = pasted?.report && retell(pasted.report, checks, first.language);
    expect(retold).toEqual(first);
  });

  test('is told in the language of whoever reads it', () => {
    const before = reports.find(({ report }) => report.language === 'ru')?.report ?? first;
    const retold = retell(before, checks, 'en');
    expect(
      JSON.stringify(
        retold.checks.flatMap(({ name, fine, findings }) => [name, fine, findings.map(({ title }) => title)]),
      ),
    ).not.toMatch(/[а-я]/i);
  });

  test('keeps the words that arrived for what today’s modules do not know', () => {
    const strange = {
      ...first,
      checks: first.checks.map((check) => ({
        ...check,
        findings: check.findings.map((found) => ({
          ...found,
          code: `${found.code}-x`,
          title: 'as it was said',
        })),
      })),
    };
    const titles = retell(strange, checks, 'ru').checks.flatMap(({ findings }) =>
      findings.map(({ title }) => title),
    );
    expect(new Set(titles)).toEqual(new Set(['as it was said']));
  });

  test('of codes alone names what was found', () => {
    const [pasted] = readPastes((writeBlock(first, 'codes') ?? []).join('\n'));
    expect(pasted).toMatchObject({ without: 'codes', missing: [], damaged: [] });
    const outlined = pasted?.summary && outline(pasted.summary, checks, 'en');
    expect(outlined && branches(outlined).map(({ finding }) => finding.code)).toEqual(
      branches(first).map(({ finding }) => finding.code),
    );
    expect(outlined).toMatchObject({ status: first.status, host: first.host, startedAt: first.startedAt });
    expect(reportSchema.safeParse(outlined).success).toBe(true);
  });
});
