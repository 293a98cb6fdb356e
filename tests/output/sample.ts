/** A report for tests of outputs, made by hand. */
import type { Report, ReportAdvice, ReportCheck, ReportFinding } from '../../src/report/model.ts';

export const finding = (code: string, changes: Partial<ReportFinding> = {}): ReportFinding => ({
  code,
  severity: 'warning',
  title: `title of ${code}`,
  why: `why ${code} matters`,
  next: `do something about ${code}`,
  params: {},
  evidence: ['disk.mounts'],
  ...changes,
});

export const adviceOf = (id: string, changes: Partial<ReportAdvice> = {}): ReportAdvice => ({
  id,
  title: `how to ${id}`,
  steps: [`the first of ${id}`, `the second of ${id}`],
  params: {},
  evidence: ['machine.hardware'],
  ...changes,
});

export const checkOf = (id: string, changes: Partial<ReportCheck> = {}): ReportCheck => ({
  id,
  name: `Name of ${id}`,
  status: 'ok',
  durationMs: 1234,
  findings: [],
  unknown: [],
  metrics: [],
  ...changes,
});

export const reportOf = (checks: ReportCheck[], changes: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  tool: { name: 'techsupport', version: '1.2.3' },
  language: 'en',
  startedAt: '2026-11-24T02:00:00.000Z',
  durationMs: 2345,
  status: 'ok',
  host: { os: 'linux', release: '6.1', arch: 'x64', name: 'pc' },
  checks,
  ...changes,
});

/** One of everything. */
export const sample = reportOf(
  [
    checkOf('connectivity', {
      name: 'Internet connection',
      status: 'critical',
      findings: [
        finding('connectivity/gateway-unreachable', {
          severity: 'critical',
          title: 'The router 192.0.2.1 does not answer',
          explains: ['connectivity/dns-failing', 'connectivity/internet-unreachable'],
          evidence: ['net.ping/192.0.2.1', 'net.neighbours'],
        }),
        finding('connectivity/internet-unreachable', {
          severity: 'critical',
          causedBy: ['connectivity/gateway-unreachable'],
          title: 'No server on the Internet answers',
        }),
        finding('connectivity/dns-failing', {
          causedBy: ['connectivity/gateway-unreachable'],
          title: 'Names are not resolved',
        }),
        finding('connectivity/remark', { severity: 'info', title: 'A remark of no weight' }),
      ],
      metrics: [
        { name: 'loss', value: 12.5, unit: '%', warning: 1, critical: 60 },
        { name: 'latency', value: 34, unit: 'ms' },
      ],
    }),
    checkOf('disk-space', {
      name: 'Disk space',
      status: 'ok',
      fine: 'There is room enough.',
      advice: [adviceOf('disk-space/cleaning')],
      metrics: [{ name: 'free /', value: 1234567890, unit: 'B', warning: 1e9, critical: 5e8 }],
    }),
    checkOf('updates', {
      name: 'Updates',
      status: 'unknown',
      unknown: [
        {
          source: 'apt.locks',
          reason: 'denied',
          why: 'no permission: EACCES',
          remedy: 'Run again as administrator (sudo) to let this be read.',
        },
      ],
    }),
    checkOf('clock', { name: 'Clock', status: 'skipped', skipped: 'container' }),
  ],
  { status: 'critical' },
);
