/** The forms for programs: JSON, JUnit, Nagios. */
import { spawnSync } from 'node:child_process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/output/json.ts';
import { toJunit } from '../../src/output/junit.ts';
import { toNagios } from '../../src/output/nagios.ts';
import { statusFor } from '../../src/output/status.ts';
import type { Report } from '../../src/report/model.ts';
import { report as reportModel, reportSchema } from '../../src/report/model.ts';
import { checkOf, finding, reportOf, sample } from './sample.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 });

/** A report whose every text is hostile. */
const hostileReport: fc.Arbitrary<Report> = fc
  .tuple(text, text, text, text, fc.double())
  .map(([a, b, c, d, value]) =>
    reportOf(
      [
        checkOf(a, {
          name: b,
          status: 'critical',
          findings: [
            finding(c, {
              severity: 'critical',
              title: d,
              why: a,
              next: b,
              subject: c,
              evidence: [d],
              params: { [a]: b },
            }),
            finding(d, { severity: 'info', title: a }),
          ],
          unknown: [{ source: a, reason: 'failed', why: b, remedy: c }],
          metrics: [
            { name: d, value: Number.isFinite(value) ? value : 0, unit: 'ms', warning: 1, critical: 2 },
          ],
        }),
        checkOf(b, {
          status: 'skipped',
          skipped: c,
          advice: [{ id: a, title: b, steps: [c, d], params: { [c]: a }, evidence: [d] }],
        }),
      ],
      { status: 'critical', host: { os: a, release: b, arch: c, name: d } },
    ),
  );

describe('JSON', () => {
  const ajv = new Ajv2020({ strict: true, validateFormats: false });
  const isValid = ajv.compile(reportSchema());

  test('is the report, and valid against the published schema', () => {
    expect(JSON.parse(toJson(sample))).toEqual(sample);
    expect(isValid(JSON.parse(toJson(sample))), JSON.stringify(isValid.errors)).toBe(true);
  });

  test('the schema refuses what is no report', () => {
    expect(isValid({ ...sample, status: 'fine' })).toBe(false);
    expect(isValid({ ...sample, more: 1 })).toBe(false);
    expect(isValid({ ...sample, checks: [{ id: 'x' }] })).toBe(false);
  });

  test('holds no control character, raw or escaped, whatever the machine says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const json = toJson(report);
        expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
        expect(json).not.toMatch(/\\u00(0[0-8b-f]|1|7f|[89])/i);
        expect(json).not.toMatch(/(?<!\\)(\\\\)*\\[bfr]/);
        expect(reportModel.safeParse(JSON.parse(json)).success).toBe(true);
      }),
    );
  });
});

describe('JUnit', () => {
  const parse = (xml: string): { suites: string[]; cases: [string, string][]; failures: number } => {
    const script = [
      'import sys,json,xml.etree.ElementTree as E',
      'r=E.fromstring(sys.stdin.buffer.read())',
      'c=[(t.get("name"),t[0].tag if len(t) else "") for t in r.iter("testcase")]',
      'print(json.dumps({"suites":[s.get("name") for s in r],"cases":c,"failures":int(r.get("failures"))}))',
    ].join('\n');
    const { stdout, stderr } = spawnSync('python3', ['-c', script], { input: xml, encoding: 'utf8' });
    expect(stderr).toBe('');
    // What the script prints.
    return JSON.parse(stdout) as ReturnType<typeof parse>;
  };
  const hasPython = spawnSync('python3', ['--version']).status === 0;
  if (!hasPython) console.warn('SKIPPED: JUnit output is not parsed, there is no python3');

  test.runIf(hasPython)('is read by an XML parser: a suite a check, a case a finding', () => {
    const read = parse(toJunit(sample));
    expect(read.suites).toEqual(['connectivity', 'disk-space', 'updates', 'clock']);
    expect(read.failures).toBe(3);
    expect(read.cases).toEqual([
      ['connectivity/gateway-unreachable', 'failure'],
      ['connectivity/internet-unreachable', 'failure'],
      ['connectivity/dns-failing', 'failure'],
      ['connectivity/remark', 'system-out'],
      ['disk-space', ''],
      ['apt.locks', 'skipped'],
      ['clock', 'skipped'],
    ]);
  });

  test.runIf(hasPython)('stays well-formed whatever the machine says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        expect(parse(toJunit(report)).cases).toHaveLength(4);
      }),
      { numRuns: 20 },
    );
  });

  test('says how many failed', () => {
    expect(toJunit(sample)).toContain('<testsuites name="techsupport" tests="7" failures="3" skipped="2"');
  });
});

describe('Nagios', () => {
  const LABEL = `'[^'=|\\n]+'=(U|-?\\d+(\\.\\d+)?(s|ms|%|B|c)?)(;-?[\\d.]*:?){0,2}`;
  const FIRST = new RegExp(
    `^TECHSUPPORT (OK|WARNING|CRITICAL|UNKNOWN): [^|\\n]*( \\| ${LABEL}( ${LABEL})*)?$`,
  );

  test('begins with a status word and one line, then performance data', () => {
    const [first = '', ...rest] = toNagios(sample).split('\n');
    expect(first).toBe(
      "TECHSUPPORT CRITICAL: The router 192.0.2.1 does not answer | 'connectivity.loss'=12.5%;1;60 " +
        "'connectivity.latency'=34ms;; 'disk-space.free /'=1234567890B;1000000000:;500000000:",
    );
    expect(first).toMatch(FIRST);
    expect(rest).toContain('CRITICAL connectivity/gateway-unreachable: The router 192.0.2.1 does not answer');
    expect(rest).toContain('UNKNOWN apt.locks: no permission: EACCES');
  });

  test('a machine can neither add lines nor performance data', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const [first = '', ...rest] = toNagios(report).trimEnd().split('\n');
        expect(first).toMatch(FIRST);
        expect(rest).toHaveLength(2);
        expect(rest.join('')).not.toContain('|');
      }),
    );
  });

  test('large and small numbers are written out', () => {
    const value = (number: number) =>
      toNagios(reportOf([checkOf('m', { metrics: [{ name: 'x', value: number, unit: 'B' }] })])).split(
        '=',
      )[1];
    expect(value(1e21)).toBe('1000000000000000000000B;;\n');
    expect(value(1e-7)).toBe('0B;;\n');
  });

  test('says what the exit status says', () => {
    expect(toNagios(reportOf([]), 'ok')).toMatch(/^TECHSUPPORT OK: /);
    expect(toNagios(reportOf([], { status: 'unknown' }))).toMatch(/^TECHSUPPORT UNKNOWN: /);
  });
});

describe('the exit status', () => {
  const warned = reportOf([checkOf('m', { status: 'warning', findings: [finding('m/x')] })], {
    status: 'warning',
  });

  test('is the status of the report', () => {
    expect(statusFor(warned)).toBe('warning');
    expect(statusFor(sample)).toBe('critical');
  });

  test('passes over warnings when only critical ones count', () => {
    expect(statusFor(warned, 'critical')).toBe('ok');
    expect(statusFor(sample, 'critical')).toBe('critical');
  });

  test('never turns what could not be told into ok', () => {
    const both = {
      ...warned,
      checks: [...warned.checks, ...sample.checks.filter(({ id }) => id === 'updates')],
    };
    expect(statusFor(both, 'critical')).toBe('unknown');
    expect(statusFor({ ...both, status: 'unknown' }, 'critical')).toBe('unknown');
  });
});
