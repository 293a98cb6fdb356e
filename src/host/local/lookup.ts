import type { LookupFunction } from 'node:net';
import { ask, ready } from './apart.ts';
import type { Handler } from './context.ts';
import { errnoOf, Refusal, stopwatch } from './context.ts';

export const lookup: Handler<'lookup'> = async ({ name }, { timeoutMs, signal }) => {
  await ready();
  const elapsed = stopwatch();
  try {
    const found = await ask('lookup', name, timeoutMs, signal);
    const addresses = [...new Set(found.map(({ address }) => address))];
    return { outcome: 'found', addresses, ms: elapsed() };
  } catch (error) {
    if (error instanceof Refusal && error.status !== 'timeout') throw error;
    if (error instanceof Refusal) return { outcome: 'timeout', addresses: [], ms: elapsed() };
    const code = errnoOf(error) ?? 'EIO';
    const outcome = code === 'ENOTFOUND' ? 'not-found' : 'failed';
    return { outcome, code, addresses: [], ms: elapsed() };
  }
};

/** For sockets: the system's resolver in the process that can be ended. */
export const lookupFor =
  (timeoutMs: number, signal: AbortSignal): LookupFunction =>
  (name, options, callback) => {
    ask('lookup', name, timeoutMs, signal).then(
      (found) => {
        const wanted = found.filter(({ family }) => !options.family || options.family === family);
        const [first] = wanted;
        if (options.all) callback(null, [...wanted]);
        else if (first) callback(null, first.address, first.family);
        else callback(Object.assign(new Error(name), { code: 'ENOTFOUND' }), '');
      },
      (error: unknown) =>
        callback(Object.assign(new Error(name), { code: errnoOf(error) ?? 'ETIMEOUT' }), ''),
    );
  };
