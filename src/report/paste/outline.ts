/** A report from the verdict alone: codes by their names, no values, nothing that nobody sent. */
import type { AnyCheck, Language } from '../../contract.ts';
import type { Report, ReportFinding } from '../model.ts';
import { SCHEMA_VERSION } from '../version.ts';
import type { Summary } from './block/summary.ts';

export const outline = (summary: Summary, checks: readonly AnyCheck[], language: Language): Report => {
  const findings = summary.findings.map(
    ({ code, severity, causedBy }): ReportFinding => ({
      code,
      severity,
      ...(causedBy.length > 0 && { causedBy: [...causedBy] }),
      title: nameOf(code, checks, language),
      why: '',
      next: '',
      params: {},
      evidence: [],
    }),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'techsupport', version: summary.tool },
    language,
    startedAt: summary.startedAt,
    durationMs: 0,
    status: summary.status,
    host: summary.host,
    checks: summary.checks.map(({ id, status }) => ({
      id,
      name: checks.find((check) => check.id === id)?.messages[language].name ?? id,
      status,
      durationMs: 0,
      findings: findings.filter(({ code }) => code.startsWith(`${id}/`)),
      unknown: [],
      metrics: [],
    })),
  };
};

const nameOf = (code: string, checks: readonly AnyCheck[], language: Language): string => {
  for (const { messages } of checks) {
    const { findings } = messages[language];
    if (Object.hasOwn(findings, code)) return findings[code]?.name ?? code;
  }
  return code;
};
