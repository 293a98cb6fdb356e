/** What a report will take, before anything is read. */
import type { AnyCheck, Settings } from '../../contract.ts';
import { local } from '../../host/local.ts';
import { limitsFrom } from '../../limits.ts';
import type { TakeOptions } from '../../report/take.ts';
import { planOf } from '../plan/reads.ts';

export interface Estimate {
  /** Those that are certain; families of reads follow from them. */
  readonly reads: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** Packed; measured on Debian 12: the page and the words, and a read with what follows from it. */
const BASE_BYTES = 40_000;
const BYTES_PER_READ = 1500;
/** 5000 lines of a journal. */
const BYTES_PER_LOG = 120_000;

export const estimate = (
  checks: readonly AnyCheck[],
  settings: Readonly<Record<string, Settings>>,
  {
    limits,
    logs = [],
    maxBytes = Number.POSITIVE_INFINITY,
  }: Pick<TakeOptions, 'limits' | 'logs' | 'maxBytes'>,
): Estimate => {
  const { os } = local();
  const sure = checks.flatMap((check) =>
    planOf(check, settings[check.id] ?? check.settings, os).reads.filter(
      ({ forEach, insteadOf }) => forEach === undefined && insteadOf === undefined,
    ),
  );
  const reads = new Set(sure.map(({ id }) => id)).size + logs.length;
  return {
    reads,
    seconds: Math.round(limitsFrom(limits).totalMs / 1000),
    bytes: Math.min(maxBytes, BASE_BYTES + reads * BYTES_PER_READ + logs.length * BYTES_PER_LOG),
  };
};
