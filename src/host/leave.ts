import { end } from './local/apart.ts';
import { pause } from './local/context.ts';
import { hangingCalls } from './local.ts';

/**
 * Ends this process with a status. process.exit waits for Node's threads, so with a call that hangs in the
 * kernel it would never come back (seen with open on a FIFO and a dead FUSE mount, Node 20 to 24). Then
 * the process becomes another program, where Node can do that (22.15, 23.11), or ends by SIGKILL (status 137).
 */
export const leave = async (status: number): Promise<never> => {
  await end();
  // A call that was left a moment ago mostly returns a moment later: only one that does not is a hanging one.
  const patience = performance.now() + SETTLE_MS;
  do await pause(5);
  while (hangingCalls() > 0 && performance.now() < patience);
  if (hangingCalls() > 0) leaveAtOnce(status);
  process.exit(status);
};

const SETTLE_MS = 300;

const leaveAtOnce = (status: number): void => {
  // Missing in the types of Node 20, and on Windows.
  const { execve } = process as { execve?: (file: string, args: readonly string[], env: object) => void };
  try {
    execve?.('/bin/sh', ['sh', '-c', `exit ${status}`], {});
  } catch {
    // Not on this system: below.
  }
  process.emit('exit', status);
  process.kill(process.pid, 'SIGKILL');
};
