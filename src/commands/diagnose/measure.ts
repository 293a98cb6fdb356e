/** Measures everything that belongs to a case, and what a tree looks at of it. */
import type { AnyCheck, Language, Settings } from '../../contract.ts';
import { examine } from '../../examine.ts';
import { local } from '../../host/local.ts';
import type { Report } from '../../report/model.ts';
import type { Measurement } from '../../tree/state.ts';
import { VERSION } from '../../version.ts';
import { limitsOf } from '../patience.ts';
import { startProgress } from '../terminal-progress.ts';

export interface MeasureOptions {
  readonly checks: readonly AnyCheck[];
  readonly language: Language;
  readonly settings: Readonly<Record<string, Settings>>;
  readonly seconds: number | undefined;
  readonly signal: AbortSignal;
  /** Shows nothing while it works. */
  readonly isQuiet?: boolean;
}

export interface Measured {
  readonly report: Report;
  /** What each check sees there, by its id; no part of a report: it would name people's things twice. */
  readonly seen: ReadonlyMap<string, readonly string[]>;
}

export const measure = async ({
  checks,
  language,
  settings,
  seconds,
  signal,
  isQuiet = false,
}: MeasureOptions): Promise<Measured> => {
  const progress = isQuiet ? undefined : await startProgress(language);
  const { report, result } = await examine({
    checks,
    host: local(),
    language,
    version: VERSION,
    settings,
    limits: limitsOf(seconds),
    signal,
    ...(progress !== undefined && { onEvent: progress.tell }),
  }).finally(() => progress?.stop());
  const seen = new Map(
    result.outcomes.flatMap(({ check, seen: there }) => (there === undefined ? [] : [[check.id, there]])),
  );
  return { report, seen };
};

export const measurementOf = ({ checks }: Report, treeOf: string, seen?: readonly string[]): Measurement => {
  const own = checks.find(({ id }) => id === treeOf);
  return {
    findings: checks.flatMap(({ findings }) =>
      findings.map(({ code, severity, causedBy }) => ({
        code,
        severity,
        isConsequence: causedBy !== undefined,
      })),
    ),
    looked: own !== undefined && own.status !== 'unknown' && own.status !== 'skipped',
    ...(seen !== undefined && { seen }),
  };
};
