import type { Raw } from '../../contract.ts';
import { connect } from './connect.ts';
import type { Handler } from './context.ts';

const MOST_AT_ONCE = 64;

export const tcp: Handler<'tcp'> = async ({ times = 1, ...destination }, { timeoutMs, signal }) => {
  let localAddress: string | undefined;
  const attempt = async (): Promise<Raw['tcp']['attempts'][number]> => {
    const result = await connect(destination, timeoutMs, signal);
    if (result.outcome !== 'connected') return result;
    localAddress ??= result.socket.localAddress;
    // An orderly end: a reset looks like a port scan to what stands in between.
    result.socket.end();
    setTimeout(() => result.socket.destroy(), 200).unref();
    return { outcome: 'connected', ms: result.ms };
  };
  const count = Math.min(Math.max(1, times), MOST_AT_ONCE);
  const attempts = await Promise.all(Array.from({ length: count }, attempt));
  return { attempts, ...(localAddress !== undefined && { localAddress }) };
};
