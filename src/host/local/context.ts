import { performance } from 'node:perf_hooks';
import type { Kind, Os, Raw, Reason, Request } from '../../contract.ts';

/** What a handler is given beside its request. `signal` is the run's end; the time limit is its own to keep. */
export interface Context {
  readonly os: Os;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Where programs are looked for. */
  readonly path: string;
}

export type Handler<K extends Kind> = (
  request: Extract<Request, { kind: K }>,
  context: Context,
) => Promise<Raw[K]> | Raw[K];

/** Thrown by a handler: there is no value, and this is why. */
export class Refusal extends Error {
  constructor(
    readonly status: Reason,
    why: string,
    readonly partial?: Raw[Kind],
  ) {
    super(why);
  }
}

export const tooLate = (timeoutMs: number, partial?: Raw[Kind]): Refusal =>
  new Refusal('timeout', `no answer within ${timeoutMs / 1000} s`, partial);

export const interrupted = (partial?: Raw[Kind]): Refusal =>
  new Refusal('interrupted', 'the run ended first', partial);

/** The errno of an error, such as ENOENT. */
export const errnoOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** ISO 8601, also for the times outside JavaScript's calendar that broken file systems give. */
export const isoTime = (ms: number): string =>
  new Date(Number.isFinite(ms) ? Math.min(Math.max(ms, -8.64e15), 8.64e15) : 0).toISOString();

export const elapsedSince = (startMs: number): number => Math.round((performance.now() - startMs) * 10) / 10;

/**
 * How long an answer took to come, without the time in which this process was at work itself: an answer that
 * has arrived waits for it, and the network is not to blame.
 */
export const stopwatch = (): (() => number) => {
  const startMs = performance.now();
  const before = performance.eventLoopUtilization();
  return () => {
    const busyMs = performance.eventLoopUtilization(before).active;
    return Math.max(0, Math.round((performance.now() - startMs - busyMs) * 10) / 10);
  };
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
