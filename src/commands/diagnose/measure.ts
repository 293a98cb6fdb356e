/** Measures what belongs to a case, and what a tree looks at of it. */
import type { AnyCheck, ChangeKind, Host, Language, Settings } from '../../contract.ts';
import { type Examination, examine } from '../../examine.ts';
import { local } from '../../host/local.ts';
import type { Measurement } from '../../tree/state.ts';
import { VERSION } from '../../version.ts';
import { limitsOf } from '../patience.ts';
import type { Partner } from './partner.ts';

export interface MeasureOptions {
  readonly checks: readonly AnyCheck[];
  readonly language: Language;
  readonly settings: Readonly<Record<string, Settings>>;
  readonly seconds: number | undefined;
  readonly signal: AbortSignal;
  readonly watch: Partner['watch'];
  /** What was seen before; of checks that are not measured now it still holds. */
  readonly before?: Examination;
  /** This computer without it. */
  readonly host?: Host;
}

export const measure = async ({
  checks,
  language,
  settings,
  seconds,
  signal,
  watch,
  before,
  host = local(),
}: MeasureOptions): Promise<Examination> => {
  const progress = await watch();
  return examine({
    checks,
    host,
    language,
    version: VERSION,
    settings,
    limits: limitsOf(seconds),
    signal,
    onEvent: progress.tell,
    ...(before !== undefined && { before }),
  }).finally(progress.done);
};

export const measurementOf = (
  { report: { checks }, result }: Examination,
  treeOf: string,
  changed: readonly ChangeKind[] = [],
): Measurement => {
  const couldLook = checks
    .filter(({ status }) => status !== 'unknown' && status !== 'skipped')
    .map(({ id }) => id);
  const seen = result.outcomes.find(({ check }) => check.id === treeOf)?.seen;
  return {
    findings: checks.flatMap(({ findings }) =>
      findings.map(({ code, severity, causedBy }) => ({
        code,
        severity,
        isConsequence: causedBy !== undefined,
      })),
    ),
    looked: couldLook.includes(treeOf),
    lookedAt: couldLook,
    ...(changed.length > 0 && { changed }),
    ...(seen !== undefined && { seen }),
  };
};
