/** Figures as text, as a page and for a spreadsheet. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/output/csv.ts';
import { barOf, type Sheet, sheetText } from '../../src/output/sheet.ts';
import { sheetPage } from '../../src/report/sheet.tsx';

const HOSTILE = '\u001b]0;owned\u0007<img src=x onerror=alert(1)>"\'&\u202e';

const sheet: Sheet = {
  language: 'en',
  title: `Tickets ${HOSTILE}`,
  notes: [HOSTILE],
  tables: [
    {
      title: HOSTILE,
      columns: ['Desk', 'Tickets'],
      rows: [
        { cells: [HOSTILE, '10'], share: 1 },
        { cells: ['b\nc', '1'], share: 0.01 },
      ],
    },
  ],
};

describe('as text', () => {
  test('figures stand below each other, with their bars where there is room', () => {
    const { tables, ...rest } = sheet;
    const [{ title, columns }] = tables as [(typeof tables)[0] & object];
    const rows = [
      { cells: ['abc', '10'], share: 1 },
      { cells: ['d', '5'], share: 0.5 },
    ];
    const small = { ...rest, title: 'T', notes: [], tables: [{ title: `${title.length}`, columns, rows }] };
    expect(sheetText(small, { width: 80, ascii: true }).split('\n').slice(3)).toEqual([
      '  Desk                Tickets',
      '  abc   ############       10',
      '  d     ######......        5',
    ]);
    expect(sheetText(small, { width: 20, ascii: true }).split('\n').slice(3)).toEqual([
      '  Desk  Tickets',
      '  abc        10',
      '  d           5',
    ]);
  });

  test('nothing in it is obeyed by a terminal', () => {
    expect(sheetText(sheet, { width: 80, ascii: false })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/,
    );
  });

  test('a bar has its width whatever it is to show, and what is not nothing is seen', () => {
    fc.assert(
      fc.property(fc.double(), fc.boolean(), (share, ascii) => {
        expect([...barOf(share, ascii)]).toHaveLength(12);
        if (ascii) expect(barOf(share, true)).toMatch(/^[#. ]*$/);
      }),
    );
    expect(barOf(0, false)).toBe('░'.repeat(12));
    expect(barOf(0.001, false)).toBe(`▏${'░'.repeat(11)}`);
    expect(barOf(undefined, false).trim()).toBe('');
  });
});

describe('as a page', () => {
  const page = sheetPage(sheet);

  test('nothing in it becomes markup, and nothing may run or be loaded', () => {
    expect(page).toMatch(/^<!doctype html><html lang="en">.*<\/html>\n$/s);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toMatch(/<script|javascript:|https?:\/\/|[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(page).toMatch(
      /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/,
    );
  });

  test('its style is the one that its policy names', async () => {
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(page).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`);
  });
});

describe('for a spreadsheet', () => {
  test.each([
    ['=cmd|calc', `"'=cmd|calc"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    [' =1', `"' =1"`],
    ['\r=1', `"'\\r=1"`],
    ['＝1', `"'＝1"`],
    ['a,b "c"', '"a,b ""c"""'],
    ['plain', 'plain'],
  ])('%j is no formula and one cell', (text, written) => {
    expect(csv([[text, null, -1.5]])).toBe(`${written},,-1.5\r\n`);
  });

  test('no text begins a cell with a sign that a spreadsheet obeys', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a', ' ') }),
        (text) => {
          expect(csv([[text]]).replace(/^"/, '')).not.toMatch(/^\s*[=+\-@]/);
        },
      ),
    );
  });
});
