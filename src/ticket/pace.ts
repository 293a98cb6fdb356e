/** When to try again. */
import { setTimeout as wait } from 'node:timers/promises';

/** Time and chance, so that a test can have its own. */
export interface Pace {
  /** The computer's clock, which may jump. */
  readonly nowMs: () => number;
  /** A clock that only goes forward: what budgets are counted with. */
  readonly elapsedMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
}

export const realPace: Pace = {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  // An abort ends the sleep; who slept looks at the signal.
  sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(() => {}),
  random: () => Math.random(),
};

export interface Budget {
  readonly attempts: number;
  /** No attempt begins after this; one that has begun has the desk's own limits. */
  readonly totalMs: number;
}

export const BUDGET: Budget = { attempts: 5, totalMs: 60_000 };

const BASE_MS = 500;
const CAP_MS = 20_000;

/** Full jitter: many computers that lost the same desk do not come back in step. Never before the desk asked for. */
export const delayMs = (attempt: number, retryAfterMs: number | undefined, random: number): number =>
  Math.round((retryAfterMs ?? 0) + random * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1)));

/** For a later run, when this one's budget has ended: a hint for people and schedules. */
export const laterMs = (attempts: number, retryAfterMs: number | undefined): number =>
  Math.max(retryAfterMs ?? 0, Math.min(60 * 60_000, 60_000 * 2 ** Math.min(Math.floor(attempts / 5), 6)));
