/** Asks the host: each read once, however many checks want it, within its limits. */
import { setMaxListeners } from 'node:events';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import pLimit from 'p-limit';
import {
  type Answer,
  type Host,
  type Read,
  type Reading,
  type Source,
  type Unread,
  Unreadable,
} from './contract.ts';
import { isNetwork, type Limits, timeoutFor, waitMsOf } from './limits.ts';

export interface Gatherer {
  /** `deadline`: when it passes, the reading is a time-out, whatever the read itself still does. */
  read(source: Source<unknown>, deadline: AbortSignal): Promise<Reading<unknown>>;
  readonly readings: ReadonlyMap<string, Reading<unknown>>;
  /** Ends what is still under way, and waits until it is gone. */
  end(): Promise<void>;
}

/** A killed program is gone well within this. */
const TEARDOWN_MS = 1500;

/** Connections wait, they do not work: many at once cost nothing. */
const NETWORK_PARALLEL = 48;

export interface GatherOptions {
  readonly interrupt?: AbortSignal;
  /** Leaves out what is slow. */
  readonly quick?: boolean;
}

export const gatherer = (
  host: Host,
  limits: Limits,
  { interrupt, quick = false }: GatherOptions = {},
): Gatherer => {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const tooLong = setTimeout(() => ending.abort('total'), limits.totalMs);
  const interrupted = () => ending.abort('interrupted');
  if (interrupt?.aborted) interrupted();
  interrupt?.addEventListener('abort', interrupted, { once: true });
  const local = pLimit(limits.parallel);
  const network = pLimit(NETWORK_PARALLEL);
  const asked = new Map<string, Promise<Reading<unknown>>>();
  const readings = new Map<string, Reading<unknown>>();

  /** A host answers, also with what went wrong; one that throws is a fault of ours, and of that read only. */
  const ask: Host['ask'] = async (id, request, given) => {
    try {
      return await host.ask(id, request, given);
    } catch (cause) {
      return { status: 'failed', why: `internal: ${messageOf(cause)}`, ms: 0 };
    }
  };

  const ended = (id: string): Unread =>
    ending.signal.reason === 'total'
      ? { status: 'timeout', why: `the run's limit of ${limits.totalMs / 1000} s`, from: id }
      : { status: 'interrupted', why: 'the run was interrupted', from: id };

  const one = async ({ id, on, cost }: Source<unknown>): Promise<Reading<unknown>> => {
    if (quick && cost === 'slow') return { status: 'left-out', why: 'too slow for a quick look', from: id };
    const way = on[host.os];
    if (way === undefined) return { status: 'unsupported', why: `no such read on ${host.os}`, from: id };
    const queue = isNetwork(way.request) || waitMsOf(way.request) > 0 ? network : local;
    const answer = await queue(async () =>
      ending.signal.aborted
        ? undefined
        : ask(id, way.request, { timeoutMs: timeoutFor(way.request, limits), signal: ending.signal }),
    );
    if (answer === undefined || answer.status === 'interrupted') return ended(id);
    return understand(id, way, answer);
  };

  const once = (source: Source<unknown>): Promise<Reading<unknown>> => {
    const before = asked.get(source.id);
    if (before !== undefined) return before;
    const reading = one(source).then(async (first) => {
      const again = first.status !== 'ok' && ELSEWHERE.has(first.status) ? source.otherwise : undefined;
      const result = again === undefined ? first : await once(again);
      // What could not be read in either way is told by the name that was asked for.
      const told = result.status === 'ok' || again === undefined ? result : first;
      readings.set(source.id, told);
      return told;
    });
    asked.set(source.id, reading);
    return reading;
  };

  return {
    readings,
    read: async (source, deadline) => {
      const late = passed(source.id, deadline, limits, ending.signal, ended);
      // When the time is up nothing new begins: nobody would wait for it.
      const isUp = deadline.aborted && !asked.has(source.id);
      return isUp ? late : Promise.race([once(source), late]);
    },
    end: async () => {
      clearTimeout(tooLong);
      interrupt?.removeEventListener('abort', interrupted);
      ending.abort('interrupted');
      await Promise.race([
        Promise.allSettled(asked.values()),
        setTimeoutAsync(TEARDOWN_MS, undefined, { ref: false }),
      ]);
    },
  };
};

/** Where another way of reading may still tell. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'denied',
  'absent',
  'timeout',
  'unsupported',
  'unparsable',
  'failed',
  'unrecorded',
]);

const passed = (
  id: string,
  deadline: AbortSignal,
  { checkMs }: Limits,
  ending: AbortSignal,
  ended: (id: string) => Unread,
): Promise<Unread> =>
  new Promise((resolve) => {
    const over = () => resolve(ended(id));
    const late = () =>
      resolve({ status: 'timeout', why: `the check's limit of ${checkMs / 1000} s`, from: id });
    // An event that has passed does not come again.
    if (ending.aborted) over();
    else if (deadline.aborted) late();
    deadline.addEventListener('abort', late, { once: true });
    ending.addEventListener('abort', over, { once: true });
  });

export const understand = <T>(id: string, { request, parse }: Read<T>, answer: Answer): Reading<T> => {
  if (answer.status !== 'ok') return { status: answer.status, why: answer.why, from: id };
  try {
    return { status: 'ok', value: parse(answer.raw, request), from: id };
  } catch (cause) {
    const status = cause instanceof Unreadable ? cause.status : 'unparsable';
    return { status, why: messageOf(cause), from: id };
  }
};

/** What was thrown, as text; not everything that can be thrown has one. */
export const messageOf = (cause: unknown): string => {
  try {
    return String(cause instanceof Error ? cause.message : cause);
  } catch {
    return 'something without a text was thrown';
  }
};
