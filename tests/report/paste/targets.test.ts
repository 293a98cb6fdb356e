import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/model.ts';
import { readPastes } from '../../../src/report/paste/block/read.ts';
import { summarize } from '../../../src/report/paste/block/summary.ts';
import { paste, pasteUrl } from '../../../src/report/paste/paste.ts';
import { TARGETS } from '../../../src/report/paste/places.ts';
import { ticketUrl } from '../../../src/report/paste/ticket-url.ts';
import { retell } from '../../../src/report/retell.ts';
import { checks, reports } from './reports.ts';

const FORM = 'https://github.com/owner/repo/issues/new';
const LIMITS = { github: 65_536, gitlab: 65_536, email: 200_000, chat: 1_900, forum: 30_000, url: 8_000 };

const pastes = new Map<string, ReturnType<typeof paste>>();

/** Once each: making one takes its time. */
const made = (report: Report, target: (typeof TARGETS)[number]) => {
  const key = `${target} ${JSON.stringify(report)}`;
  const pasted = pastes.get(key) ?? (target === 'url' ? pasteUrl(report, FORM) : paste(report, target));
  pastes.set(key, pasted);
  return pasted;
};

/** As whoever gets it sees it. */
const received = (report: Report, target: (typeof TARGETS)[number]): string => {
  const { text } = made(report, target);
  return target === 'url' ? (new URL(text).searchParams.get('body') ?? '') : text;
};

const [first] = reports.map(({ report }) => report);
if (first === undefined) throw new Error('no reports');

/** A computer whose every name is an attack. */
const named = (hostile: string): Report => ({
  ...first,
  host: { os: hostile, release: hostile, arch: hostile, name: hostile },
  checks: first.checks.map((check) => ({
    ...check,
    name: hostile,
    findings: check.findings.map((found) => ({ ...found, title: hostile, why: hostile, next: hostile })),
    unknown: [{ source: hostile, reason: 'failed', why: hostile, remedy: hostile }],
  })),
});

const endless = (length: number): Report => ({
  ...first,
  checks: first.checks.map((check) => ({
    ...check,
    findings: Array.from({ length }, (_, at) => ({
      code: `${check.id}/made-up-${at}`,
      severity: 'critical' as const,
      title: `${at} ${'word '.repeat(60)}`,
      why: 'w'.repeat(3000),
      next: 'n',
      params: { seed: Math.sin(at) },
      evidence: [],
    })),
  })),
});

const HOSTILE = [
  '``` ```` ````` ~~~~',
  '[/code] [/CODE][url=http://evil.test]x[/url]',
  'http://evil.test https://evil.test www.evil.test mailto:a@evil.test tel:112 bob@evil.test ftp://evil.test',
  '@everyone @here @user <@123> <!channel> #12 !34 %5 &6 GH-7 JIRA-8 owner/repo#9',
  '/close /assign @me /merge',
  '![x](http://evil.test/x.png) <img src=x onerror=alert(1)> <script>alert(1)</script>',
  '# heading',
  '- [x] done',
  ':fire: :+1: $x$ **bold** ||spoiler||',
  '</details></summary>',
  'TSA 001/006 000000000000000000000000000000000000000000000000000000000000',
  `${'x'.repeat(300)}`,
];

const isPlain = (target: (typeof TARGETS)[number]): boolean => ['email', 'chat', 'forum'].includes(target);

describe.each(TARGETS)('for %s', (target) => {
  test.each(reports)('$name fits, and can be read again', ({ report }) => {
    expect(made(report, target).text.length).toBeLessThanOrEqual(LIMITS[target]);
    const [pasted] = readPastes(received(report, target));
    expect(pasted).toMatchObject({ missing: [], damaged: [] });
    expect(pasted?.summary).toEqual(summarize(report));
    if (target === 'chat') expect(pasted?.without).toBe('codes');
    else expect(pasted?.report && retell(pasted.report, checks, report.language)).toEqual(report);
  });

  test('says what it leaves out, and keeps what matters most', () => {
    const { text, leftOut } = made(endless(40), target);
    expect(text.length).toBeLessThanOrEqual(LIMITS[target]);
    if (target === 'email') return;
    expect(leftOut).toBeGreaterThan(0);
    expect(received(endless(40), target)).toMatch(/… \d+ parts left out/);
    expect(readPastes(received(endless(40), target))).toMatchObject([{ missing: [], damaged: [] }]);
  });

  test.each(HOSTILE)('nothing of the machine is alive: %j', (hostile) => {
    const text = received(named(hostile), target);
    const plain = received(named('ordinary'), target);
    expect(readPastes(text)).toHaveLength(1);
    // No line begins with something of the machine's own.
    if (!isPlain(target))
      expect(text).not.toMatch(/^\s*(?:\/\w|#|!|>|- \[|[-*] \[|<script|<img|TSA 001\/006 0{20})/m);
    const fences = (whole: string) => whole.match(/^(?:```|~~~|\[\/?code\]).*$/gim);
    expect(fences(text)).toEqual(fences(plain));
    if (isPlain(target)) {
      expect(text).not.toMatch(/:\/\/|www\.\w|\w@\w[\w-]*\.\w|(?:mailto|tel|javascript):\w/);
      expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(78);
    }
  });
});

test('a mail is plain: no Markdown, no line of 78 characters', () => {
  for (const { report } of reports) {
    const { text } = paste(report, 'email');
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(78);
    expect(text).not.toMatch(/^```|\*\*|^-- $|^From /m);
  }
});

test('a link names the fields as its place does', () => {
  expect(ticketUrl(FORM, 'a b', 'c&d')).toBe(`${FORM}?title=a%20b&body=c%26d`);
  expect(ticketUrl(`${FORM}?labels=x`, 'a', 'b')).toBe(`${FORM}?labels=x&title=a&body=b`);
  expect(ticketUrl('https://gitlab.com/o/r/-/issues/new', 'a', 'b')).toBe(
    'https://gitlab.com/o/r/-/issues/new?issue[title]=a&issue[description]=b',
  );
  expect(ticketUrl('mailto:a@b.test?subject={title}&body={body}', '$&', '\n')).toBe(
    'mailto:a@b.test?subject=%24%26&body=%0A',
  );
});
