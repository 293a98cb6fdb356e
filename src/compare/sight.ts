/** Where a computer was looked at, without what was seen there. */
import type { Reason } from '../contract.ts';
import type { Examination } from '../examine.ts';
import type { Report } from '../report/model.ts';

export interface Sight {
  /** By module that ran and applied: the reads it missed. */
  readonly missed: ReadonlyMap<string, readonly string[]>;
  /** By read: how it ended. */
  readonly reads: ReadonlyMap<string, Reason | 'ok'>;
}

export const sightOf = ({ result: { outcomes, readings } }: Examination): Sight => ({
  missed: new Map(
    outcomes
      .filter(({ skipped, crash }) => skipped === undefined && crash === undefined)
      .map(({ check, unknown, leftOut }) => [check.id, [...unknown.map(({ source }) => source), ...leftOut]]),
  ),
  reads: new Map([...readings].map(([id, { status }]) => [id, status])),
});

/** Of a report without evidence: as far as it tells itself. */
export const sightInReport = ({ checks }: Report): Sight => ({
  missed: new Map(
    checks
      .filter(({ skipped }) => skipped === undefined)
      .map(({ id, unknown, leftOut = [] }) => [id, [...unknown.map(({ source }) => source), ...leftOut]]),
  ),
  reads: new Map(checks.flatMap(({ unknown }) => unknown.map(({ source, reason }) => [source, reason]))),
});
