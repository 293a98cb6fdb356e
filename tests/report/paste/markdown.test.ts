import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clean,
  cleanText,
  fenced,
  forHtml,
  forJson,
  forMarkdown,
  forTerminal,
  oneLine,
} from '../../../src/output/untrusted.ts';
import type { Report, ReportFinding } from '../../../src/report/model.ts';
import { toMarkdown } from '../../../src/report/paste/markdown.ts';

const finding = (code: string, more: Partial<ReportFinding> = {}): ReportFinding => ({
  code,
  severity: 'critical',
  title: `title of ${code}`,
  why: 'why',
  next: 'next',
  params: {},
  evidence: ['net.routes'],
  ...more,
});

const report = (findings: readonly ReportFinding[], more: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  tool: { name: 'techsupport', version: '0.1.0' },
  language: 'en',
  startedAt: '2026-01-02T03:04:05.000Z',
  durationMs: 5,
  status: 'critical',
  host: { os: 'linux', release: '6.1.0', arch: 'x64', name: 'host-k3m7pq' },
  checks: [
    {
      id: 'a',
      name: 'A',
      status: 'critical',
      durationMs: 1,
      findings: [...findings],
      unknown: [{ source: 'net.x', reason: 'denied', why: 'EACCES', remedy: 'sudo' }],
      metrics: [],
    },
    { id: 'b', name: 'Bee', status: 'ok', durationMs: 1, findings: [], unknown: [], metrics: [] },
  ],
  ...more,
});

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '@everyone @user/team #12 GH-1',
  '[click](http://evil.test) ![](http://evil.test/x.png)',
  '# heading',
  '```\nfence\n```',
  '`` ` ``',
  '| a | b |',
  '\u001b[31mred\u001b[0m \u009b31m \u202eevil\u2066',
  'www.evil.test javascript:alert(1) bob@evil.test',
  '> quote\n\n- list\n1. one',
  '&lt;b&gt; &copy;',
  '$x^2$ ~~no~~ **bold** __under__',
];

/** Outside of code, nothing that Markdown would act on. */
const outsideCode = (markdown: string): string => markdown.replace(/(`+)[^`]*?\1/g, '');

describe('the Markdown form', () => {
  test('begins with the verdict, has causes before consequences, and ends with the versions', () => {
    const text = toMarkdown(
      report([
        finding('a/child', { causedBy: ['a/root'], severity: 'warning' }),
        finding('a/root', { explains: ['a/child'] }),
      ]),
    );
    expect(text.split('\n')[0]).toBe('**🔴 title of a/root**');
    expect(text.indexOf('(`a/root`)')).toBeLessThan(text.indexOf('(`a/child`)'));
    expect(text).toMatch(/\n {2}- 🟡 \*\*WARNING: title of a\/child/);
    expect(text).toContain('`net.x`: EACCES. sudo');
    expect(text).toContain('🟢 Bee');
    expect(text.trimEnd().split('\n').at(-1)).toMatch(
      /^`techsupport 0\.1\.0 · linux · 6\.1\.0 · x64 · 2026-01-02T03:04:05\.000Z · [2-9A-Y]{3}-[2-9A-Y]{3}`$/,
    );
  });

  test.each(HOSTILE)('text of the machine is no markup: %j', (hostile) => {
    const text = toMarkdown(
      report([finding('a/one', { title: hostile, why: hostile, next: hostile, evidence: [hostile] })]),
    );
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const live = outsideCode(text);
    expect(live).not.toMatch(/(?<!\\)<|@|:\/\/|www\.|(?<!\\)\[|(?<!\\)!\[|^#|javascript:|#\d|\$/m);
    expect(live).not.toContain('`');
    // As many lines as without it: nothing of it begins a line.
    expect(text.split('\n')).toHaveLength(toMarkdown(report([finding('a/one')])).split('\n').length);
  });

  test('stays below its limit, and says what is left out', () => {
    const many = Array.from({ length: 800 }, (_, at) => finding(`a/f${at}`, { title: 'x'.repeat(300) }));
    const text = toMarkdown(report(many));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/… \d+ parts left out for want of room/);
    expect(toMarkdown(report([finding('a/b', { title: 'y'.repeat(100_000) })])).length).toBeLessThan(6_000);
  });

  test('says so when nothing is wrong, in the language of the report', () => {
    expect(toMarkdown(report([], { status: 'ok' }))).toContain('Nothing wrong was found.');
    expect(toMarkdown(report([], { status: 'ok', language: 'ru' }))).toMatch(/^\*\*🟢 [А-Я]/);
  });
});

describe('text of a machine', () => {
  const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/;
  const texts = fc.string({ unit: 'binary', maxLength: 100 });

  test('has no live character in any form', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const form of [cleanText, forTerminal, oneLine, forMarkdown, forHtml, fenced]) {
          expect(form(text)).not.toMatch(LIVE);
        }
        expect(oneLine(text)).not.toContain('\n');
      }),
    );
  });

  test('is JSON without control characters, raw or escaped', () => {
    const escaped = /\\u00(0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF])/;
    fc.assert(
      fc.property(fc.dictionary(texts, texts), (value) => {
        const json = forJson(value);
        expect(json).not.toMatch(LIVE);
        expect(json).not.toMatch(escaped);
        JSON.parse(json);
      }),
    );
    expect(forJson({ a: '\u001b[0m', b: 'text of \\u001b[31m', c: 'tab\tline\n', d: '\r\n' })).toBe(
      '{"a":"\\\\x1b[0m","b":"text of \\\\x1b[31m","c":"tab\\tline\\n","d":"\\n"}',
    );
  });

  test('can still be read', () => {
    expect(cleanText('Überraschung: привет 🙂 §')).toBe('Überraschung: привет 🙂 §');
    expect(forMarkdown('/var is 97% full')).toBe('/var is 97% full');
    expect(forMarkdown('run sudo apt-get -f install')).toBe('run sudo apt-get -f install');
  });

  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  test('keys cannot reach the prototype', () => {
    const value = clean(JSON.parse('{"__proto__":{"polluted":1}}'));
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('polluted');
  });

  test('a fence is longer than any in its content', () => {
    expect(fenced('a ```` b')).toBe('`````text\na ```` b\n`````');
  });
});
