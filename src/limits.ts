/** How long things may take. Every wait in a run has one of these. */
import type { Request } from './contract.ts';

export interface Limits {
  /** For one read over the network. */
  readonly networkMs: number;
  /** For one program, file or measurement of the disk. */
  readonly commandMs: number;
  readonly checkMs: number;
  readonly totalMs: number;
  /** Programs and disk measurements at the same time. */
  readonly parallel: number;
}

const DEFAULTS: Limits = { networkMs: 3000, commandMs: 5000, checkMs: 14_000, totalMs: 15_000, parallel: 8 };

/** An ordinary computer has started this program and loaded its modules by then. */
const STARTED_MS = 1500;
const MOST_PATIENCE = 2;

/**
 * A computer that was slow to start this program is slow in everything else: its programs get more time, so
 * that its own slowness is not taken for a program that hangs. `startedMs`: from the start of the process to
 * that of the run.
 */
export const patient = (startedMs: number): Pick<Limits, 'commandMs' | 'checkMs' | 'totalMs'> => {
  const factor = Math.min(MOST_PATIENCE, Math.max(1, startedMs / STARTED_MS));
  const { commandMs, checkMs, totalMs } = DEFAULTS;
  return { commandMs: commandMs * factor, checkMs: checkMs * factor, totalMs: totalMs * factor };
};

/** Reads that wait for the network, not for this computer. */
const NETWORK: ReadonlySet<Request['kind']> = new Set(['lookup', 'resolve', 'tcp', 'tls', 'http']);

export const limitsFrom = (changes: Partial<Limits> = {}): Limits => {
  const limits = { ...DEFAULTS, ...changes };
  // Whole: a person may say 2.3 s, and 2.3 * 1000 is a little less than what a timer takes.
  const totalMs = Math.ceil(limits.totalMs);
  return {
    ...limits,
    commandMs: Math.ceil(limits.commandMs),
    totalMs,
    checkMs: Math.ceil(Math.min(limits.checkMs, Math.max(500, totalMs - 500))),
  };
};

export const isNetwork = (request: Request): boolean => NETWORK.has(request.kind);

/** Reads that begin by waiting: they hold up nothing else. */
export const waitMsOf = (request: Request): number =>
  'afterMs' in request && request.afterMs !== undefined ? request.afterMs : 0;

export const timeoutFor = (request: Request, limits: Limits): number =>
  waitMsOf(request) +
  (('timeoutMs' in request ? request.timeoutMs : undefined) ??
    (isNetwork(request) ? limits.networkMs : limits.commandMs));
