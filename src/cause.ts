/** Which finding explains which: what is explained steps back behind its root cause, across checks. */
import type { AnyFinding, CatalogueEntry } from './contract.ts';

export interface Caused {
  /** Codes of the findings that explain this one. Empty for a root cause. */
  readonly causedBy: readonly string[];
  readonly explains: readonly string[];
}

/**
 * One hop at a time, through findings that are really open, and only for the same subject where
 * both name one (fault catalogue, section 0). A cycle in the tables explains nothing away.
 */
export const link = (
  findings: readonly AnyFinding[],
  catalogue: Readonly<Record<string, CatalogueEntry>>,
): ReadonlyMap<AnyFinding, Caused> => {
  const explains = (cause: AnyFinding, effect: AnyFinding): boolean =>
    cause.code !== effect.code &&
    (catalogue[cause.code]?.explains ?? []).includes(effect.code) &&
    (cause.subject === undefined || effect.subject === undefined || cause.subject === effect.subject);
  // An info finding is a remark, not a trouble: it never hides one.
  const causes = findings.filter((finding) => finding.severity !== 'info');
  const causedBy = (effect: AnyFinding): readonly string[] => [
    ...new Set(
      causes
        .filter((cause) => explains(cause, effect) && !explains(effect, cause))
        .map((cause) => cause.code),
    ),
  ];
  return new Map(
    findings.map((finding) => [
      finding,
      {
        causedBy: causedBy(finding),
        explains: causes.includes(finding)
          ? [
              ...new Set(
                findings
                  .filter((effect) => explains(finding, effect) && !explains(effect, finding))
                  .map((effect) => effect.code),
              ),
            ]
          : [],
      },
    ]),
  );
};
