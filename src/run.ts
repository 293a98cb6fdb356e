/** gather → follow up → diagnose, for many checks at once. Reports events, prints nothing. */

import { setMaxListeners } from 'node:events';
import type {
  AnyAdvice,
  AnyCheck,
  AnyFinding,
  Facts,
  Host,
  Metric,
  Reading,
  Settings,
  Source,
  Sources,
  Unknown,
} from './contract.ts';
import { unknown } from './contract.ts';
import { gatherer, messageOf } from './gather.ts';
import { type Limits, limitsFrom } from './limits.ts';

export type CheckStatus = 'ok' | 'warning' | 'critical' | 'unknown' | 'skipped';

export interface CheckOutcome {
  readonly check: AnyCheck;
  readonly status: CheckStatus;
  readonly durationMs: number;
  readonly findings: readonly AnyFinding[];
  readonly unknown: readonly Unknown[];
  /** Slow reads that a quick look did without: neither green nor unknown. */
  readonly leftOut: readonly string[];
  readonly metrics: readonly Metric[];
  readonly advice?: readonly AnyAdvice[];
  /** What is there, by identity; for trees that compare. */
  readonly seen?: readonly string[];
  readonly skipped?: string;
  /** Our own fault: the check threw. */
  readonly crash?: Error;
}

export interface RunResult {
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly outcomes: readonly CheckOutcome[];
  /** The readings by id, as the checks saw them. */
  readonly readings: ReadonlyMap<string, Reading<unknown>>;
  readonly interrupted: boolean;
}

export type RunEvent =
  | { readonly kind: 'started'; readonly check: AnyCheck }
  | { readonly kind: 'reading'; readonly check: AnyCheck; readonly reading: Reading<unknown> }
  | { readonly kind: 'finished'; readonly outcome: CheckOutcome };

export interface RunOptions {
  /** By check id; what is missing keeps the check's defaults. */
  readonly settings?: Readonly<Record<string, Settings>>;
  readonly limits?: Partial<Limits>;
  /** Leaves out reads that are slow. */
  readonly quick?: boolean;
  /** Ends the run at once; what is known by then is still diagnosed. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
  /** What other checks concluded before, and is still held to be so: causes cross modules. */
  readonly kept?: readonly CheckOutcome[];
}

/** Rounds of follow-up reads: link → address → gateway → names → sites needs five. */
const MAX_ROUNDS = 8;

export const run = async (
  checks: readonly AnyCheck[],
  host: Host,
  options: RunOptions = {},
): Promise<RunResult> => {
  const startedAt = new Date();
  const started = performance.now();
  const limits = limitsFrom(options.limits);
  const gather = gatherer(host, limits, {
    ...(options.signal !== undefined && { interrupt: options.signal }),
    quick: options.quick === true,
  });
  try {
    const outcomes = await Promise.all(
      checks.map(async (check) => {
        options.onEvent?.({ kind: 'started', check });
        const outcome = await runCheck(check, gather, options, limits);
        options.onEvent?.({ kind: 'finished', outcome });
        return outcome;
      }),
    );
    return {
      startedAt,
      durationMs: Math.round(performance.now() - started),
      outcomes: raised([...outcomes, ...(options.kept ?? [])]),
      readings: gather.readings,
      interrupted: options.signal?.aborted === true,
    };
  } finally {
    await gather.end();
  }
};

const runCheck = async (
  check: AnyCheck,
  gather: ReturnType<typeof gatherer>,
  options: RunOptions,
  limits: Limits,
): Promise<CheckOutcome> => {
  const started = performance.now();
  const settings: Settings = { ...check.settings, ...options.settings?.[check.id] };
  const deadline = AbortSignal.timeout(limits.checkMs);
  setMaxListeners(0, deadline);
  const seen = new Map<string, Reading<unknown>>();
  const ask = async (sources: readonly Source<unknown>[]): Promise<void> => {
    const readings = await Promise.all(
      sources.map(async (source) => {
        const reading = await gather.read(source, deadline);
        options.onEvent?.({ kind: 'reading', check, reading });
        return [source.id, reading] as const;
      }),
    );
    // In the order they were asked for, whichever came first.
    for (const [id, reading] of readings) seen.set(id, reading);
  };
  const took = () => Math.round(performance.now() - started);
  try {
    const facts = factsOf(check.reads, seen);
    await ask(Object.values(check.reads));
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const wanted = check.followUps?.(facts, settings) ?? [];
      const fresh = wanted.filter(({ id }) => !seen.has(id));
      if (fresh.length === 0) break;
      await ask([...new Map(fresh.map((source) => [source.id, source])).values()]);
    }
    const {
      findings,
      unknown: told = [],
      metrics = [],
      advice = [],
      seen: there,
      skipped,
    } = check.diagnose(facts, settings);
    const all = [
      ...told.filter(({ reason }) => reason !== 'left-out'),
      ...(skipped === undefined && seenNothing(seen) ? allUnread(check.id, seen) : []),
    ];
    return {
      check,
      status: skipped === undefined ? statusOf(findings, all) : 'skipped',
      durationMs: took(),
      findings,
      unknown: dedupe(all),
      leftOut: [...seen.values()].filter(({ status }) => status === 'left-out').map(({ from }) => from),
      metrics,
      ...(advice.length > 0 && { advice }),
      ...(there !== undefined && { seen: there }),
      ...(skipped !== undefined && { skipped }),
    };
  } catch (cause) {
    const crash = cause instanceof Error ? cause : new Error(messageOf(cause));
    return {
      check,
      status: 'unknown',
      durationMs: took(),
      findings: [],
      unknown: [{ source: check.id, reason: 'failed', why: `internal: ${messageOf(crash)}` }],
      leftOut: [],
      metrics: [],
      crash,
    };
  }
};

/** What is worse beside what another check has found. */
const raised = (outcomes: readonly CheckOutcome[]): readonly CheckOutcome[] => {
  const open = new Set(
    outcomes.flatMap(({ findings }) =>
      findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code])),
    ),
  );
  return outcomes.map((outcome) => {
    const findings = outcome.findings.map((finding): AnyFinding => {
      const { criticalBeside = [] } = outcome.check.catalogue[finding.code] ?? {};
      const raisedBy = criticalBeside.filter((code) => open.has(code));
      return raisedBy.length > 0 ? { ...finding, severity: 'critical', raisedBy } : finding;
    });
    return outcome.status === 'skipped' || outcome.crash !== undefined
      ? outcome
      : { ...outcome, findings, status: statusOf(findings, outcome.unknown) };
  });
};

/** What a check sees of its reads; a pure view that follow-up rounds fill. */
const factsOf = <R extends Sources>(reads: R, seen: ReadonlyMap<string, Reading<unknown>>): Facts<R> => {
  const unasked = (id: string): Reading<never> => ({ status: 'unrecorded', why: 'not asked', from: id });
  const named = Object.fromEntries(Object.keys(reads).map((name) => [name, undefined]));
  const facts = Object.defineProperties(
    named,
    Object.fromEntries(
      Object.entries(reads).map(([name, { id }]) => [name, { get: () => seen.get(id) ?? unasked(id) }]),
    ),
  );
  return Object.assign(facts, {
    get: ({ id }: Source<unknown>) => seen.get(id) ?? unasked(id),
    asked: ({ id }: Source<unknown>) => seen.has(id),
    // Each name was just given the reading of the source under that name.
  }) as Facts<R>;
};

const seenNothing = (seen: ReadonlyMap<string, Reading<unknown>>): boolean =>
  [...seen.values()].every(({ status }) => status !== 'ok');

const allUnread = (check: string, seen: ReadonlyMap<string, Reading<unknown>>): readonly Unknown[] =>
  seen.size === 0
    ? [{ source: check, reason: 'unsupported', why: 'it reads nothing' }]
    : [...seen.values()].flatMap((reading) => (reading.status === 'ok' ? [] : [unknown(reading)]));

/** Each source once, as the check itself tells of it. */
const dedupe = (list: readonly Unknown[]): readonly Unknown[] =>
  list.filter(({ source }, index) => list.findIndex((other) => other.source === source) === index);

const statusOf = (findings: readonly AnyFinding[], notSeen: readonly Unknown[]): CheckStatus => {
  if (findings.some(({ severity }) => severity === 'critical')) return 'critical';
  if (findings.some(({ severity }) => severity === 'warning')) return 'warning';
  return notSeen.length > 0 ? 'unknown' : 'ok';
};
