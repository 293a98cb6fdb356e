/** The same comparison for programs; docs/decisions/comparing-reports.md tells the shape. */
import type { Difference } from '../../compare/differences.ts';
import { forJson } from '../../output/untrusted.ts';
import type { ReportFinding } from '../../report/model.ts';
import { VERSION } from '../../version.ts';
import type { Opened } from '../inspect/open.ts';
import { type Compared, isDifferent, isWhole } from './text.ts';

export const COMPARISON_VERSION = 1;

export const tool = { name: 'techsupport', version: VERSION } as const;

export const compareJson = (first: Opened, second: Opened, compared: Compared): string =>
  `${forJson(
    {
      schemaVersion: COMPARISON_VERSION,
      tool,
      a: side(first),
      b: side(second),
      different: isDifferent(compared),
      complete: isWhole(compared),
      findings: compared.findings.map((one) => {
        if (one.kind === 'changed') return { kind: one.kind, a: brief(one.a), b: brief(one.b) };
        const { kind, in: where, finding } = one;
        return { kind, in: where, finding: brief(finding), ...(kind === 'untold' && { unread: one.unread }) };
      }),
      facts: compared.differences.map(({ area, key, a, b }) => ({ area, key, a: known(a), b: known(b) })),
      incomparable: compared.incomparable,
    },
    2,
  )}\n`;

const side = ({ file, report, writtenBy, recording }: Opened) => ({
  file,
  host: report.host,
  startedAt: report.startedAt,
  writtenBy,
  evidence: recording !== undefined,
  status: report.status,
});

export const brief = ({ code, severity, subject, title }: ReportFinding) => ({
  code,
  severity,
  ...(subject !== undefined && { subject }),
  title,
});

/** Null: it is not there. */
const known = (fact: Difference['a']) =>
  fact === null ? null : { value: fact.value, ...(fact.room !== undefined && fact.room) };
