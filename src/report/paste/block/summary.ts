/** What has to be known even where most of a paste is lost: the verdict, of which computer, when. */
import { z } from 'zod';
import type { Report, ReportCheck } from '../../model.ts';

export interface Summary {
  readonly tool: string;
  readonly startedAt: string;
  readonly language: Report['language'];
  readonly status: Report['status'];
  readonly host: Report['host'];
  readonly checks: readonly Pick<ReportCheck, 'id' | 'status'>[];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: 'critical' | 'warning';
    readonly causedBy: readonly string[];
  }[];
  /** How many findings are not named. */
  readonly more: number;
}

/** More codes tell nothing more to anybody. */
const MAX_FINDINGS = 60;
const MAX_CAUSES = 4;

export const summarize = (report: Report): Summary => {
  const findings = report.checks
    .flatMap((check) => check.findings)
    .filter(({ severity }) => severity !== 'info');
  const told = findings.slice(0, MAX_FINDINGS);
  const codes = new Set(told.map(({ code }) => code));
  return {
    tool: report.tool.version,
    startedAt: report.startedAt,
    language: report.language,
    status: report.status,
    host: report.host,
    checks: report.checks
      .map(({ id, status }) => ({ id, status }))
      .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status)),
    findings: told.map(({ code, severity, causedBy = [] }) => ({
      code,
      severity: severity === 'critical' ? severity : 'warning',
      causedBy: causedBy.filter((cause) => codes.has(cause)).slice(0, MAX_CAUSES),
    })),
    more: findings.length - told.length,
  };
};

const STATUSES = ['ok', 'warning', 'critical', 'unknown', 'skipped'] as const;

/**
 * Nearly flat, because each byte takes room in a chat: `module/code! 0 2` is critical, and caused by the first and the
 * third. Then modules by their status, in the order of STATUSES. What later versions add stands behind.
 */
export const packSummary = (summary: Summary): readonly unknown[] => {
  const { tool, startedAt, language, status, host, checks, findings, more } = summary;
  const codes = findings.map(({ code }) => code);
  return [
    tool,
    startedAt,
    language,
    status,
    [host.os, host.release, host.arch, host.name],
    more,
    findings.map(({ code, severity, causedBy }) =>
      [`${code}${severity === 'critical' ? '!' : ''}`, ...causedBy.map((cause) => codes.indexOf(cause))].join(
        ' ',
      ),
    ),
    STATUSES.map((each) => checks.flatMap((check) => (check.status === each ? check.id : [])).join(' ')),
  ];
};

const text = z.string();
const host = z.tuple([text, text, text, text]);
const packed = z
  .tuple([
    text,
    z.iso.datetime(),
    z.enum(['en', 'ru']),
    z.enum(['ok', 'warning', 'critical', 'unknown']),
    host,
    z.number().int().nonnegative(),
    z.array(z.string().regex(/^\S+(?: \d+)*$/)),
    z.tuple([text, text, text, text, text]),
  ])
  .rest(z.unknown());

export const unpackSummary = (value: unknown): Summary | undefined => {
  const result = packed.safeParse(value);
  if (!result.success) return undefined;
  const [tool, startedAt, language, status, [os, release, arch, name], more, found, modules] = result.data;
  const entries = found.slice(0, MAX_FINDINGS).map((entry) => entry.split(' '));
  const codes = entries.map(([code = '']) => code.replace(/!$/, ''));
  return {
    tool,
    startedAt,
    language,
    status,
    host: { os, release, arch, name },
    checks: STATUSES.flatMap((each, at) =>
      (modules[at] ?? '').split(' ').flatMap((id) => (id === '' ? [] : { id, status: each })),
    ),
    findings: entries.map(([code = '', ...causes], at) => ({
      code: codes[at] ?? code,
      severity: code.endsWith('!') ? 'critical' : 'warning',
      causedBy: causes.slice(0, MAX_CAUSES).flatMap((place) => codes[Number(place)] ?? []),
    })),
    more,
  };
};
