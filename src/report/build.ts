/** Puts the words to a run's result: the report that every output is made from. */
import { link } from '../cause.ts';
import type {
  AnyAdvice,
  AnyCheck,
  AnyFinding,
  Guidance,
  Language,
  Reading,
  Request,
  Unknown,
  Words,
} from '../contract.ts';
import { words } from '../language/language.ts';
import type { CheckOutcome, RunResult } from '../run.ts';
import type { Report, ReportAdvice, ReportCheck, ReportFinding, ReportUnknown, Status } from './model.ts';
import { SCHEMA_VERSION } from './version.ts';

export interface BuildOptions {
  readonly language: Language;
  readonly version: string;
  readonly host: Report['host'];
  /** What stood behind a read, to say what would let us look. */
  readonly requestOf: (id: string) => Request | undefined;
}

export const build = (result: RunResult, options: BuildOptions): Report => {
  const findings = result.outcomes.flatMap((outcome) => outcome.findings);
  const catalogue = Object.assign({}, ...result.outcomes.map(({ check }) => check.catalogue));
  const causes = link(findings, catalogue);
  const checks = result.outcomes.map(
    (outcome): ReportCheck => ({
      id: outcome.check.id,
      name: messagesOf(outcome.check, options.language).name,
      status: outcome.status,
      ...(outcome.status === 'ok' && { fine: messagesOf(outcome.check, options.language).fine }),
      durationMs: outcome.durationMs,
      findings: outcome.findings
        .map((finding): ReportFinding => {
          const { causedBy = [], explains = [] } = causes.get(finding) ?? {};
          return {
            code: finding.code,
            severity: finding.severity,
            ...(finding.subject !== undefined && { subject: finding.subject }),
            ...(causedBy.length > 0 && { causedBy: [...causedBy] }),
            ...(explains.length > 0 && { explains: [...explains] }),
            ...(finding.raisedBy !== undefined && { raisedBy: [...finding.raisedBy] }),
            ...say(outcome.check, finding, options.language),
            // Params are plain JSON data by their type; the copy only drops `readonly`.
            params: structuredClone(finding.params) as ReportFinding['params'],
            evidence: [...finding.evidence],
          };
        })
        .sort(rootsFirst),
      unknown: outcome.unknown.map((entry) => tellUnknown(entry, options)),
      ...(outcome.leftOut.length > 0 && { leftOut: [...outcome.leftOut] }),
      metrics: outcome.metrics.map((metric) => ({ ...metric })),
      ...(outcome.advice !== undefined && {
        advice: outcome.advice.map((advice) => tellAdvice(outcome.check, advice, options.language)),
      }),
      ...(outcome.skipped !== undefined && { skipped: outcome.skipped }),
    }),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'techsupport', version: options.version },
    language: options.language,
    startedAt: result.startedAt.toISOString(),
    durationMs: result.durationMs,
    status: overall(result.outcomes),
    ...(result.interrupted && { interrupted: true }),
    host: options.host,
    checks,
  };
};

const messagesOf = (check: AnyCheck, language: Language) => check.messages[language];

/** The words of a finding in the reader's language. */
export const say = (check: AnyCheck, finding: AnyFinding, language: Language): Words => {
  const { findings } = messagesOf(check, language);
  const entry = Object.hasOwn(findings, finding.code) ? findings[finding.code] : undefined;
  const speechless: Words = { title: finding.code, why: '', next: '' };
  try {
    // `defineCheck` ties each code to the params its words take; here that tie is used again.
    return entry?.say(finding.params as never) ?? speechless;
  } catch {
    // Words that fail cost their finding its sentences, not everybody the report.
    return speechless;
  }
};

const tellAdvice = (check: AnyCheck, advice: AnyAdvice, language: Language): ReportAdvice => {
  const { title, steps } = guide(check, advice, language);
  return {
    id: advice.id,
    title,
    steps: [...steps],
    // Params are plain JSON data by their type; the copy only drops `readonly`.
    params: structuredClone(advice.params) as ReportAdvice['params'],
    evidence: [...advice.evidence],
  };
};

/** How something is done, in the reader's language. */
export const guide = (check: AnyCheck, { id, params }: AnyAdvice, language: Language): Guidance => {
  const { advice = {} } = messagesOf(check, language);
  const entry = Object.hasOwn(advice, id) ? advice[id] : undefined;
  const speechless: Guidance = { title: id, steps: [] };
  try {
    // `defineCheck` ties each id to the params its words take, as with findings.
    return entry?.say(params as never) ?? speechless;
  } catch {
    return speechless;
  }
};

const tellUnknown = (entry: Unknown, { language, requestOf }: BuildOptions): ReportUnknown => {
  const { reasons, remedies } = words(language);
  return {
    source: entry.source,
    reason: entry.reason,
    why: entry.why === '' ? reasons[entry.reason] : `${reasons[entry.reason]}: ${entry.why}`,
    remedy: remedies[entry.reason](named(requestOf(entry.source), entry.source)),
  };
};

/** What a person would call, open or try by hand. */
const named = (request: Request | undefined, id: string): string => {
  switch (request?.kind) {
    case 'exec':
      return request.argv[0];
    case 'http':
      return request.url;
    case 'tcp':
    case 'tls':
      return `${request.host}:${request.port}`;
    case 'lookup':
      return request.name;
    case 'resolve':
      return `${request.server} ${request.name}`;
    default:
      return request !== undefined && 'path' in request ? request.path : id;
  }
};

const WEIGHT = { critical: 0, warning: 1, info: 2 } as const;

const rootsFirst = (a: ReportFinding, b: ReportFinding): number =>
  Number(a.causedBy !== undefined) - Number(b.causedBy !== undefined) ||
  WEIGHT[a.severity] - WEIGHT[b.severity];

const ORDER: readonly Status[] = ['critical', 'warning', 'unknown', 'ok'];

/** The worst of the checks; where none applies or none could look, nobody knows. */
const overall = (outcomes: readonly CheckOutcome[]): Status => {
  const statuses = outcomes.map(({ status }) => status).filter((status) => status !== 'skipped');
  return statuses.length === 0 ? 'unknown' : (ORDER.find((status) => statuses.includes(status)) ?? 'unknown');
};

/** The host's own name for itself, from the reads of the run. */
export const hostFrom = (
  system: Reading<{ platform: string; release: string; arch: string; hostname: string }>,
): Report['host'] =>
  system.status === 'ok'
    ? {
        os: system.value.platform,
        release: system.value.release,
        arch: system.value.arch,
        name: system.value.hostname,
      }
    : { os: 'unknown', release: '', arch: '', name: '' };
