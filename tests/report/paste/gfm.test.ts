/** The Markdown as GitHub's own renderer makes a page of it: nothing of the machine's becomes markup. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Report, ReportFinding } from '../../../src/report/model.ts';
import { toMarkdown } from '../../../src/report/paste/markdown.ts';
import { paste } from '../../../src/report/paste/paste.ts';

const EXTENSIONS = ['table', 'strikethrough', 'autolink', 'tasklist'];

/** Without GitHub's later filter of HTML: what passes here needs none. */
const rendered = (markdown: string): string => {
  const options = ['--unsafe', ...EXTENSIONS.flatMap((name) => ['-e', name])];
  const { status, stdout, stderr } = spawnSync('cmark-gfm', options, { input: markdown, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

const isThere = spawnSync('cmark-gfm', ['--version']).status === 0;
if (!isThere) console.warn('SKIPPED: the proof of the Markdown needs cmark-gfm (Debian: cmark-gfm)');

const HOSTILE = [
  '[click](http://evil.example/) ![](http://evil.example/x.png)',
  '[click][ref] [^1] [x] [ ]',
  '[ref]: http://evil.example/',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a><script>alert(1)</script>',
  '</details></summary><h1>x</h1>',
  '<!-- hidden',
  '<http://evil.example/> <bob@evil.example>',
  'http://evil.example/a www.evil.example bob@evil.example ftp://evil.example',
  '@everyone and @user/team, #12 GH-1 owner/name#3 !7 &4 %"x" ~label',
  '# heading',
  '## heading\nunder it\n===\n---',
  '- item\n* item\n+ item\n1. one\n2) two',
  '- [x] done',
  '> quote',
  '```\nfence\n```',
  '~~~\nfence',
  '    indented',
  '`` ` `` ` and \\` and \\\\',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '*a* _b_ **c** __d__ ~~e~~ ***f***',
  '***',
  '&lt;b&gt; &#60;img&#62; &copy;',
  '\u2028# x\u2029- y\u0085> z\r# w\u000b- v\u000c- u',
  '$x^2$ $$y$$ :tada:',
  'USB\\<b>x\\</b> \\[a](b)',
  '/close /assign @x',
  'Speaker` <b>x</b> `Pro',
] as const;

const CALM = 'a device of which there is nothing to say';

const finding = (text: string, code: string): ReportFinding => ({
  code,
  severity: 'critical',
  subject: text,
  title: text,
  why: `The log says: ${text}`,
  next: text,
  params: {},
  evidence: [text, `log/${text}`],
});

const about = (text: string): Report => ({
  schemaVersion: 1,
  tool: { name: 'techsupport', version: text },
  language: 'en',
  startedAt: '2026-01-02T03:04:05.000Z',
  durationMs: 5,
  status: 'critical',
  description: `before\n${text.replace(/[\n\r]/g, ' ')}`,
  host: { os: text, release: text, arch: text, name: text },
  checks: [
    {
      id: 'a',
      name: 'A',
      status: 'critical',
      durationMs: 1,
      findings: [
        { ...finding(text, 'a/one'), explains: ['a/two'] },
        { ...finding(`${text} ${text}`, 'a/two'), causedBy: ['a/one'] },
      ],
      unknown: [{ source: text, reason: 'denied', why: text, remedy: text }],
      metrics: [],
    },
    { id: 'b', name: 'Bee', status: 'ok', durationMs: 1, findings: [], unknown: [], metrics: [] },
  ],
});

/** All but code, in which nothing is alive. */
const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)]
    .map(([, tag = '']) => tag)
    .filter((tag) => !/^\/?code$/.test(tag));

const withoutCode = (html: string): string => html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, 'CODE');

const forms = [
  ['report.md', toMarkdown],
  ['--for github', (report: Report) => paste(report, 'github').text],
  ['--for gitlab', (report: Report) => paste(report, 'gitlab').text],
] as const;

describe.skipIf(!isThere).each(forms)('%s', (_, write) => {
  const calm = isThere ? tagsOf(rendered(write(about(CALM)))) : [];

  test('has markup of its own', () => {
    expect(calm).toEqual(expect.arrayContaining(['strong', 'ul', 'li']));
  });

  test.each(HOSTILE)('%j makes no element, no link, no mention', (text) => {
    const markdown = write(about(text));
    const html = rendered(markdown);
    expect(tagsOf(html)).toEqual(calm);
    expect(html).not.toMatch(/<!--/);
    const alive = withoutCode(html);
    expect(alive).not.toMatch(/(?:^|[^\w])@[a-z]|#\d|GH-\d|!\d|:\/\/|www\.|[\w.]@\w|:tada:|\$/im);
    // GitLab obeys it before it is Markdown.
    expect(markdown).not.toMatch(/^\s*\/\w/m);
  });
});

test.skipIf(!isThere)('the renderer itself acts on each kind of them', () => {
  const html = HOSTILE.map((text) => rendered(text)).join('\n');
  for (const tag of [
    '<a ',
    '<img',
    '<h1',
    '<script',
    '<ul',
    '<ol',
    '<table',
    '<input',
    '<del',
    '<em',
    '<pre',
  ])
    expect(html).toContain(tag);
});
