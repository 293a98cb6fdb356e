import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../../src/output/text.ts';
import { length } from '../../src/output/wrap.ts';
import { adviceOf, checkOf, finding, reportOf, sample } from './sample.ts';

/** Everything a terminal would obey, line feeds aside. */
const LIVE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const lines = (text: string) => text.split('\n');
const at = (text: string, part: string) => {
  const index = text.indexOf(part);
  expect(index, `${part} in\n${text}`).toBeGreaterThanOrEqual(0);
  return index;
};

describe('the report at a terminal', () => {
  const text = toText(sample);

  test('has three piles, in this order', () => {
    expect(at(text, 'What is wrong')).toBeLessThan(at(text, 'What is fine'));
    expect(at(text, 'What is fine')).toBeLessThan(at(text, 'What could not be told'));
  });

  test('tells a root cause before what it explains, and that indented beneath it', () => {
    expect(at(text, 'The router 192.0.2.1 does not answer')).toBeLessThan(at(text, 'It explains'));
    expect(text).toMatch(/^ {4}\S CRITICAL {2}No server on the Internet answers$/m);
    expect(text).toMatch(/^ {4}\S WARNING {2}Names are not resolved$/m);
    expect(text.match(/Names are not resolved/g)).toHaveLength(1);
  });

  test('says why, what to do and on what it rests', () => {
    expect(text).toContain('Why: why connectivity/gateway-unreachable matters');
    expect(text).toContain('Do: do something about connectivity/gateway-unreachable');
    expect(text).toContain('net.ping/192.0.2.1, net.neighbours');
  });

  test('says severity in words, so that no colour is needed', () => {
    expect(text).toContain('CRITICAL');
    expect(text).not.toMatch(LIVE);
  });

  test('has a line for what is fine, and one for what does not apply', () => {
    expect(text).toMatch(/^✔ Disk space: There is room enough\.$/m);
    expect(text).toContain('Clock: does not apply here (container)');
  });

  test('says what would let us look', () => {
    expect(text).toContain('apt.locks: no permission: EACCES');
    expect(text).toContain('To look: Run again as administrator');
  });

  test('shows remarks, measurements and times only when asked', () => {
    expect(text).not.toContain('A remark of no weight');
    expect(text).not.toContain('latency');
    const verbose = toText(sample, { verbose: true });
    expect(verbose).toContain('A remark of no weight');
    expect(verbose).toContain('latency = 34');
    expect(verbose).toContain('1.2 s');
  });

  test('tells how something is done where its module was named, or all is asked for', () => {
    const steps = 'how to disk-space/cleaning\n  1. the first of disk-space/cleaning\n  2. the second';
    expect(text).not.toContain('how to');
    expect(toText(sample, { adviceOf: ['updates', 'clock'] })).not.toContain('how to');
    expect(toText(sample, { adviceOf: ['disk-space'] })).toContain(
      `How to do it on this computer\n\n${steps}`,
    );
    expect(toText(sample, { verbose: true })).toContain(steps);
  });

  test('numbers steps so that their lines stand under each other', () => {
    const steps = Array.from({ length: 10 }, (_, at) => `step ${at + 1} has three words more`);
    const how = reportOf([checkOf('m', { advice: [adviceOf('m/how', { title: 'How', steps })] })]);
    const shown = toText(how, { adviceOf: ['m'], width: 24 });
    expect(shown).toContain('How\n  1.  step 1 has three\n      words more\n');
    expect(shown).toContain('  10. step 10 has three\n      words more\n');
  });

  test('colours only when asked', () => {
    expect(toText(sample, { colour: true })).toContain('\u001b[');
  });

  test('needs no more than ASCII where there is no more', () => {
    expect(toText(sample, { ascii: true })).toMatch(/^[\n\x20-\x7e]*$/);
  });

  test('orders root causes of all checks by their weight', () => {
    const mixed = reportOf(
      [
        checkOf('a', { status: 'warning', findings: [finding('a/slow')] }),
        checkOf('b', { status: 'critical', findings: [finding('b/dead', { severity: 'critical' })] }),
      ],
      { status: 'critical' },
    );
    const shown = toText(mixed);
    expect(at(shown, 'title of b/dead')).toBeLessThan(at(shown, 'title of a/slow'));
  });

  test('tells a finding whose cause is in another check beneath that cause', () => {
    const across = reportOf([
      checkOf('a', { status: 'critical', findings: [finding('a/effect', { causedBy: ['b/cause'] })] }),
      checkOf('b', { status: 'critical', findings: [finding('b/cause', { explains: ['a/effect'] })] }),
    ]);
    expect(toText(across)).toMatch(/^ {4}\S WARNING {2}title of a\/effect$/m);
  });

  test('puts a consequence only beneath a cause with the same subject', () => {
    const two = reportOf([
      checkOf('a', {
        status: 'warning',
        findings: [
          finding('a/cause', { subject: '/', title: 'cause on /' }),
          finding('a/cause', { subject: '/var', title: 'cause on /var' }),
          finding('a/effect', { subject: '/var', title: 'effect on /var', causedBy: ['a/cause'] }),
        ],
      }),
    ]);
    expect(at(toText(two), 'cause on /var')).toBeLessThan(at(toText(two), 'effect on /var'));
  });

  test('loses no finding, whatever explains what', () => {
    const codes = ['m/a', 'm/b', 'm/c', 'm/d'];
    const arbitrary = fc.array(
      fc.record({ code: fc.constantFrom(...codes), causedBy: fc.subarray(codes), n: fc.nat(999) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(arbitrary, (made) => {
        const findings = made.map(({ code, causedBy }, index) =>
          finding(code, { title: `number ${index} end`, ...(causedBy.length > 0 && { causedBy }) }),
        );
        const shown = toText(reportOf([checkOf('m', { status: 'warning', findings })]));
        findings.forEach(({ title }) => {
          expect(shown.split(title)).toHaveLength(2);
        });
      }),
    );
  });

  test('a run that saw nothing does not claim that all is well', () => {
    const blind = reportOf(
      [
        checkOf('a', {
          status: 'unknown',
          unknown: [{ source: 's', reason: 'absent', why: 'w', remedy: 'r' }],
        }),
      ],
      {
        status: 'unknown',
      },
    );
    expect(toText(blind)).toContain('not everything could be looked at');
    expect(toText(blind)).not.toContain('Nothing wrong');
  });

  test('an interrupted run says so', () => {
    expect(toText({ ...sample, interrupted: true })).toMatch(/^Interrupted/);
  });

  test('speaks Russian where the report does', () => {
    const russian = toText({ ...sample, language: 'ru' });
    expect(russian).toContain('Что не так');
    expect(russian).not.toContain('What is');
  });
});

describe('the width', () => {
  test.each([20, 40, 80, 100])('lines keep to %i columns, but for words that are longer', (width) => {
    const words = fc
      .array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'абвabc-/.1') }), {
        maxLength: 40,
      })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (title, next) => {
        const one = finding('m/x', { title, next, evidence: [] });
        const text = toText(reportOf([checkOf('m', { name: 'M', status: 'warning', findings: [one] })]), {
          width,
        });
        const tooLong = lines(text).filter(
          (line) => length(line) > width && line.trim().split(/ +/).length > 4,
        );
        expect(tooLong).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('a command is never broken inside a word', () => {
    const path = `/var/lib/${'x'.repeat(60)}/y`;
    const one = finding('m/x', { next: `sudo rm ${path}` });
    expect(toText(reportOf([checkOf('m', { findings: [one] })]), { width: 40 })).toContain(path);
  });
});

test('nothing a machine says reaches the terminal alive', () => {
  const hostile = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(hostile, hostile, hostile, (a, b, c) => {
      const text = toText(
        reportOf([
          checkOf('m', {
            name: a,
            status: 'warning',
            findings: [finding('m/x', { title: b, why: c, next: a, evidence: [b] })],
            unknown: [{ source: a, reason: 'failed', why: b, remedy: c }],
            metrics: [{ name: c, value: 1, unit: '' }],
          }),
          checkOf('n', { status: 'ok', fine: a }),
          checkOf('o', {
            status: 'skipped',
            skipped: b,
            advice: [adviceOf('o/x', { title: a, steps: [b, c] })],
          }),
        ]),
        { verbose: true },
      );
      expect(text).not.toMatch(LIVE);
    }),
  );
});

test('a title of any length leaves room for the others', () => {
  const long = finding('x/y', { title: 'word '.repeat(20_000) });
  const text = toText(reportOf([checkOf('x', { status: 'critical', findings: [long] })]));
  expect(text.length).toBeLessThan(2_000);
  expect(text).toContain('…');
});
