/** JUnit XML: a suite a check, a case a finding; what could not be told is skipped. */
import type { Report, ReportCheck, ReportFinding, ReportUnknown } from '../report/model.ts';
import { cleanText } from './untrusted.ts';

interface Case {
  readonly name: string;
  readonly body: string;
  readonly kind: 'passed' | 'failed' | 'skipped';
}

export const toJunit = (report: Report): string => {
  const suites = report.checks.map((check) => ({ check, cases: casesOf(check) }));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="techsupport" ${counts(all)} time="${seconds(report.durationMs)}">`,
    ...suites.flatMap(({ check, cases }) => [
      `  <testsuite ${attribute('name', check.id)} ${counts(cases)} errors="0" time="${seconds(check.durationMs)}" ` +
        `${attribute('timestamp', report.startedAt)} ${attribute('hostname', report.host.name)}>`,
      ...cases.map(
        ({ name, body }) =>
          `    <testcase ${attribute('classname', check.id)} ${attribute('name', name)} time="0">${body}</testcase>`,
      ),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
};

const casesOf = (check: ReportCheck): readonly Case[] => {
  const cases = [...check.findings.map(found), ...check.unknown.map(untold)];
  if (check.status === 'skipped') {
    return [
      ...cases,
      { name: check.id, kind: 'skipped', body: `<skipped ${attribute('message', check.skipped ?? '')}/>` },
    ];
  }
  return cases.length > 0 ? cases : [{ name: check.id, kind: 'passed', body: '' }];
};

const found = (finding: ReportFinding): Case => {
  const name = finding.subject === undefined ? finding.code : `${finding.code} (${finding.subject})`;
  const text = [
    finding.why,
    finding.next,
    `evidence: ${finding.evidence.join(', ')}`,
    ...(finding.causedBy === undefined ? [] : [`caused by: ${finding.causedBy.join(', ')}`]),
  ].join('\n');
  return finding.severity === 'info'
    ? { name, kind: 'passed', body: `<system-out>${escapeXml(`${finding.title}\n${text}`)}</system-out>` }
    : {
        name,
        kind: 'failed',
        body: `<failure ${attribute('message', finding.title)} type="${finding.severity}">${escapeXml(text)}</failure>`,
      };
};

const untold = ({ source, why, remedy }: ReportUnknown): Case => ({
  name: source,
  kind: 'skipped',
  body: `<skipped ${attribute('message', `${why}. ${remedy}`)}/>`,
});

const counts = (cases: readonly Case[]): string => {
  const count = (kind: Case['kind']) => cases.filter((one) => one.kind === kind).length;
  return `tests="${cases.length}" failures="${count('failed')}" skipped="${count('skipped')}"`;
};

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

const attribute = (name: string, value: string): string =>
  // A reader of XML turns line feeds and tabs in an attribute into blanks unless they are written like this.
  `${name}="${escapeXml(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 forbids U+FFFE and U+FFFF even escaped. */
const escapeXml = (text: string): string =>
  cleanText(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
