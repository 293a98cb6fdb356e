/** What has to be known even where most of a paste is lost: the verdict, of which computer, when. */
import { z } from 'zod';
import type { Report } from '../../model.ts';

const status = z.enum(['ok', 'warning', 'critical', 'unknown', 'skipped']);

/** Short, and open to what later versions add. */
const summarySchema = z.object({
  tool: z.string(),
  at: z.iso.datetime(),
  lang: z.enum(['en', 'ru']),
  status: status.exclude(['skipped']),
  host: z.tuple([z.string(), z.string(), z.string(), z.string()]),
  checks: z.partialRecord(status, z.array(z.string())),
  /** Code, severity, and the places of its causes in this list. */
  findings: z.array(z.tuple([z.string(), z.enum(['critical', 'warning'])], z.number().int().nonnegative())),
  more: z.number().int().positive().optional(),
});

export type Summary = z.infer<typeof summarySchema>;

/** More codes tell nothing more to anybody. */
const MAX_FINDINGS = 60;

export const summarize = (report: Report): Summary => {
  const findings = report.checks
    .flatMap((check) => check.findings)
    .filter(({ severity }) => severity !== 'info');
  const told = findings.slice(0, MAX_FINDINGS);
  const codes = told.map(({ code }) => code);
  const { os, release, arch, name } = report.host;
  const checks: { -readonly [S in keyof Summary['checks']]: Summary['checks'][S] } = {};
  for (const check of report.checks) checks[check.status] = [...(checks[check.status] ?? []), check.id];
  return {
    tool: report.tool.version,
    at: report.startedAt,
    lang: report.language,
    status: report.status,
    host: [os, release, arch, name],
    checks,
    findings: told.map(({ code, severity, causedBy = [] }) => [
      code,
      severity === 'critical' ? 'critical' : 'warning',
      ...causedBy.map((cause) => codes.indexOf(cause)).filter((place) => place >= 0),
    ]),
    ...(findings.length > told.length && { more: findings.length - told.length }),
  };
};

export const summaryFrom = (value: unknown): Summary | undefined => {
  const result = summarySchema.safeParse(value);
  return result.success ? result.data : undefined;
};
