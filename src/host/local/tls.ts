import { trust } from './authorities.ts';
import { connect } from './connect.ts';
import type { Handler } from './context.ts';
import { elapsedSince } from './context.ts';
import { shakeHands } from './handshake.ts';

export const tls: Handler<'tls'> = async ({ host, port, servername }, { timeoutMs, signal }) => {
  // Before the clock runs: it takes a while, and blocks.
  await trust();
  const start = performance.now();
  const connected = await connect({ host, port }, timeoutMs, signal);
  if (connected.outcome !== 'connected') {
    const { outcome: connection, ms, code } = connected;
    return { outcome: 'tcp-failed', connection, ms, chain: [], ...(code !== undefined && { code }) };
  }
  const { socket, ms: connectMs } = connected;
  const left = Math.max(1, timeoutMs - (performance.now() - start));
  const result = await shakeHands(socket, servername, left, signal);
  if ('socket' in result) result.socket.destroy();
  socket.destroy();
  return {
    outcome: result.outcome,
    connection: 'connected',
    connectMs,
    ms: elapsedSince(start),
    chain: 'chain' in result ? result.chain : [],
    ...('code' in result && { code: result.code }),
  };
};
