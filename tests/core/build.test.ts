import { describe, expect, test } from 'vitest';
import type { AnyAdvice, AnyCheck, AnyFinding, CheckMessages, Reason, Request } from '../../src/contract.ts';
import { build, hostFrom } from '../../src/report/build.ts';
import { report as reportModel } from '../../src/report/model.ts';
import type { CheckOutcome, RunResult } from '../../src/run.ts';
import { check, finding } from './fakes.ts';

type Outcome = Partial<Omit<CheckOutcome, 'check'>> & { readonly check: AnyCheck };

const resultOf = (outcomes: readonly Outcome[], more: Partial<RunResult> = {}): RunResult => ({
  startedAt: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
  durationMs: 12,
  outcomes: outcomes.map((outcome) => ({
    status: 'ok',
    durationMs: 1,
    findings: [],
    unknown: [],
    leftOut: [],
    metrics: [],
    ...outcome,
  })),
  readings: new Map(),
  interrupted: false,
  ...more,
});

const built = (
  outcomes: readonly Outcome[],
  language: 'en' | 'ru' = 'en',
  requests: Readonly<Record<string, Request>> = {},
  more: Partial<RunResult> = {},
) => {
  const report = build(resultOf(outcomes, more), {
    language,
    version: '1.2.3',
    host: { os: 'linux', release: '6', arch: 'x64', name: 'pc' },
    requestOf: (id) => requests[id],
  });
  // Whatever is built is what the published schema promises.
  expect(reportModel.safeParse(report).error).toBeUndefined();
  return report;
};

const sayings = (texts: Readonly<Record<string, (params: never) => string>>): Partial<CheckMessages> => ({
  findings: Object.fromEntries(
    Object.entries(texts).map(([code, title]) => [
      code,
      {
        name: code,
        means: '',
        found: '',
        say: (params: never) => ({ title: title(params), why: 'why', next: 'next' }),
      },
    ]),
  ),
});

const withWords = (id: string, codes: readonly string[], explains = {}): AnyCheck =>
  check(id, {
    reads: {},
    explains,
    messages: sayings(
      Object.fromEntries(
        codes.map((code) => [code, ({ value }: { value: number }) => `${code} is ${value}`]),
      ),
    ),
  });

const findingsOf = (one: AnyCheck, findings: readonly AnyFinding[]) =>
  built([{ check: one, status: 'critical', findings }]).checks[0]?.findings ?? [];

describe('findings', () => {
  test('get their words from their own params', () => {
    const said = findingsOf(withWords('c', ['c/full']), [finding('c/full', { params: { value: 97 } })]);
    expect(said).toMatchObject([{ code: 'c/full', title: 'c/full is 97', why: 'why', next: 'next' }]);
  });

  test('stand root cause first, then by severity, then as the check gave them', () => {
    const codes = ['c/effect', 'c/note', 'c/mild', 'c/bad', 'c/bad2'];
    const severities = ['critical', 'info', 'warning', 'critical', 'critical'] as const;
    const findings = codes.map((code, index) => finding(code, { severity: severities[index] ?? 'info' }));
    const said = findingsOf(withWords('c', codes, { 'c/mild': ['c/effect'] }), findings);
    expect(said.map(({ code }) => code)).toEqual(['c/bad', 'c/bad2', 'c/mild', 'c/note', 'c/effect']);
    expect(said.map(({ causedBy }) => causedBy)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      ['c/mild'],
    ]);
    expect(said[2]?.explains).toEqual(['c/effect']);
  });

  test('step back behind a cause of another module', () => {
    const report = built([
      { check: withWords('a', ['a/x']), status: 'critical', findings: [finding('a/x')] },
      { check: withWords('b', ['b/y'], { 'b/y': ['a/x'] }), status: 'warning', findings: [finding('b/y')] },
    ]);
    expect(report.checks.map(({ findings }) => findings[0]?.causedBy)).toEqual([['b/y'], undefined]);
    expect(report.status).toBe('critical');
  });

  test('are copies: what a reader changes does not reach the check', () => {
    const one = finding('c/x', { params: { list: [{ a: 1 }] }, evidence: ['disk'] });
    const [said] = findingsOf(withWords('c', ['c/x']), [one]);
    expect(said?.params).toEqual(one.params);
    expect(said?.params.list).not.toBe(one.params.list);
    said?.evidence.push('more');
    expect(one.evidence).toEqual(['disk']);
  });

  test.each(['c/unheard-of', 'constructor', '__proto__', 'toString'])(
    'without words are told by their code: %s',
    (code) => {
      expect(findingsOf(withWords('c', []), [finding(code)])).toMatchObject([
        { code, title: code, why: '', next: '' },
      ]);
    },
  );

  test('whose words throw are told by their code, and the others by their words', () => {
    const broken = check('c', {
      reads: {},
      messages: sayings({
        'c/bad': () => {
          throw new Error('a fault in the words');
        },
        'c/good': () => 'said',
      }),
    });
    expect(findingsOf(broken, [finding('c/bad'), finding('c/good')])).toMatchObject([
      { title: 'c/bad' },
      { title: 'said' },
    ]);
  });
});

describe('advice', () => {
  const how = (words: CheckMessages['advice']) =>
    check('c', { reads: {}, ...(words !== undefined && { messages: { advice: words } }) });
  const advised = (one: AnyCheck, ...advice: readonly AnyAdvice[]) =>
    built([{ check: one, advice }]).checks[0]?.advice ?? [];
  const one: AnyAdvice = { id: 'c/how', params: { keys: ['F2'] }, evidence: ['machine'] };
  const says = { say: ({ keys }: { keys: string[] }) => ({ title: 'how', steps: [`press ${keys.join()}`] }) };

  test('gets its words from its own params, in the order it was given', () => {
    const two = { ...one, params: { keys: ['F10', 'F12'] } };
    expect(advised(how({ 'c/how': says }), one, two)).toEqual([
      { ...one, title: 'how', steps: ['press F2'] },
      { ...two, title: 'how', steps: ['press F10,F12'] },
    ]);
  });

  test('is a copy: what a reader changes does not reach the check', () => {
    const [said] = advised(how({ 'c/how': says }), one);
    said?.evidence.push('more');
    said?.steps.push('more');
    expect(said?.params.keys).not.toBe(one.params.keys);
    expect(one.evidence).toEqual(['machine']);
  });

  test.each(['c/unheard-of', 'constructor', '__proto__'])('without words is told by its id: %s', (id) => {
    expect(advised(how({}), { ...one, id })).toMatchObject([{ id, title: id, steps: [] }]);
    expect(advised(how(undefined), { ...one, id })).toMatchObject([{ id, title: id, steps: [] }]);
  });

  test('whose words throw is told by its id', () => {
    const broken = how({
      'c/how': {
        say: () => {
          throw new Error('a fault in the words');
        },
      },
    });
    expect(advised(broken, one)).toMatchObject([{ title: 'c/how', steps: [] }]);
  });

  test('is left out where there is none', () => {
    expect(built([{ check: how({}) }]).checks[0]).not.toHaveProperty('advice');
  });
});

describe('what could not be read', () => {
  const tell = (reason: Reason, why: string, language: 'en' | 'ru', requests = {}) =>
    built(
      [{ check: check('c', { reads: {} }), status: 'unknown', unknown: [{ source: 's', reason, why }] }],
      language,
      requests,
    ).checks[0]?.unknown[0];

  test('is told with its reason and the way to let us look, in both languages', () => {
    expect(tell('denied', 'EACCES', 'en')).toEqual({
      source: 's',
      reason: 'denied',
      why: 'no permission: EACCES',
      remedy: 'Run again as administrator (sudo) to let this be read.',
    });
    expect(tell('denied', '', 'ru')).toMatchObject({
      why: 'нет прав',
      remedy: expect.stringContaining('администратора'),
    });
  });

  test.each<readonly [Request, string]>([
    [{ kind: 'exec', argv: ['lsblk', '-J'] }, 'lsblk'],
    [{ kind: 'file', path: '/etc/fstab' }, '/etc/fstab'],
    [{ kind: 'http', url: 'http://a.example/x' }, 'http://a.example/x'],
    [{ kind: 'tcp', host: 'a.example', port: 443 }, 'a.example:443'],
    [{ kind: 'tls', host: '192.0.2.1', port: 853, servername: 'a.example' }, '192.0.2.1:853'],
    [{ kind: 'lookup', name: 'a.example' }, 'a.example'],
    [{ kind: 'resolve', server: '192.0.2.1', name: 'a.example', type: 'A' }, '192.0.2.1 a.example'],
    [{ kind: 'clock' }, 's'],
  ])('names what a person would try by hand: %o', (request, name) => {
    expect(tell('failed', '', 'en', { s: request })?.remedy).toContain(`Try ${name} by hand`);
    expect(tell('absent', '', 'ru', { s: request })?.remedy).toContain(name);
  });
});

describe('the whole', () => {
  const one = check('c', { reads: {} });
  const status = (...statuses: CheckOutcome['status'][]) =>
    built(statuses.map((each) => ({ check: one, status: each }))).status;

  test('is as bad as its worst check, and what is not known is worse than ok', () => {
    expect(status('ok', 'ok')).toBe('ok');
    expect(status('ok', 'unknown')).toBe('unknown');
    expect(status('unknown', 'warning', 'ok')).toBe('warning');
    expect(status('warning', 'critical', 'unknown')).toBe('critical');
  });

  test('is unknown without a check that applies, never ok', () => {
    expect(status()).toBe('unknown');
    expect(status('skipped', 'skipped')).toBe('unknown');
    expect(status('skipped', 'ok')).toBe('ok');
  });

  test('says that it was interrupted, and only then', () => {
    expect(built([], 'en', {}, { interrupted: true }).interrupted).toBe(true);
    expect('interrupted' in built([])).toBe(false);
  });

  test('names each check in the language of the reader, and says that all is fine only where it is', () => {
    const outcomes: Outcome[] = [{ check: one }, { check: one, status: 'skipped', skipped: 'container' }];
    expect(built(outcomes, 'ru').checks).toMatchObject([{ name: 'c по-русски' }, { skipped: 'container' }]);
    expect(built(outcomes).checks.map(({ fine }) => fine)).toEqual(['c is fine', undefined]);
  });

  test('names the computer as it names itself, if it does', () => {
    const value = { platform: 'linux', release: '6.1', arch: 'arm64', hostname: 'pc' };
    expect(hostFrom({ status: 'ok', value, from: 'x' })).toEqual({
      os: 'linux',
      release: '6.1',
      arch: 'arm64',
      name: 'pc',
    });
    expect(hostFrom({ status: 'denied', why: '', from: 'x' })).toMatchObject({ os: 'unknown', name: '' });
  });
});
