/** Which finding explains which: what is explained steps back behind its root cause, across checks. */
import type { AnyFinding, CatalogueEntry } from './contract.ts';

export interface Caused {
  /** Codes of the findings that explain this one. Empty for a root cause. */
  readonly causedBy: readonly string[];
  readonly explains: readonly string[];
}

/**
 * One hop at a time, through findings that are really open, and only for the same subject where
 * both name one (fault catalogue, section 0). A cycle, however long, explains nothing away: what
 * is explained always has a root cause above it.
 */
export const link = (
  findings: readonly AnyFinding[],
  catalogue: Readonly<Record<string, CatalogueEntry>>,
): ReadonlyMap<AnyFinding, Caused> => {
  const effects = new Map(
    findings.map((cause) => [cause, findings.filter((effect) => names(catalogue, cause, effect))]),
  );
  const below = new Map(findings.map((finding) => [finding, reached(finding, effects)]));
  const explains = (cause: AnyFinding, effect: AnyFinding): boolean =>
    effects.get(cause)?.includes(effect) === true && below.get(effect)?.has(cause) !== true;
  const codes = (some: readonly AnyFinding[]): readonly string[] => [
    ...new Set(some.map(({ code }) => code)),
  ];
  return new Map(
    findings.map((finding) => [
      finding,
      {
        causedBy: codes(findings.filter((cause) => explains(cause, finding))),
        explains: codes(findings.filter((effect) => explains(finding, effect))),
      },
    ]),
  );
};

/** An info finding is a remark, not a trouble: it never hides one. */
const names = (
  catalogue: Readonly<Record<string, CatalogueEntry>>,
  cause: AnyFinding,
  effect: AnyFinding,
): boolean =>
  cause.severity !== 'info' &&
  cause.code !== effect.code &&
  (catalogue[cause.code]?.explains ?? []).includes(effect.code) &&
  (cause.explains === undefined || cause.explains.includes(effect.code)) &&
  (cause.subject === undefined || effect.subject === undefined || cause.subject === effect.subject);

const reached = (
  from: AnyFinding,
  effects: ReadonlyMap<AnyFinding, readonly AnyFinding[]>,
): ReadonlySet<AnyFinding> => {
  const found = new Set<AnyFinding>();
  const walk = (finding: AnyFinding): void => {
    for (const effect of effects.get(finding) ?? []) {
      if (found.has(effect)) continue;
      found.add(effect);
      walk(effect);
    }
  };
  walk(from);
  return found;
};
