/** What one rule says: findings, and what it could not see. */
import type { Finding, Reading, Unknown } from '../../src/contract.ts';
import { unknown } from '../../src/contract.ts';
import type { Messages } from './messages.en.ts';

export interface Outcome {
  readonly findings?: readonly Finding<Messages>[];
  readonly unknown?: readonly Unknown[];
}

export const NOTHING: Outcome = {};

/** What a rule needed: unknown, unless the thing itself is not on this computer. */
export const missed = (...readings: readonly Reading<unknown>[]): Outcome => ({
  unknown: readings.flatMap((reading) =>
    reading.status === 'ok' || reading.status === 'absent' || reading.status === 'unsupported'
      ? []
      : [unknown(reading)],
  ),
});

export const together = (...all: readonly Outcome[]): Outcome => ({
  findings: all.flatMap(({ findings = [] }) => findings),
  unknown: all.flatMap(({ unknown: unseen = [] }) => unseen),
});
