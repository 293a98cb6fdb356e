import { end } from './local/apart.ts';
import { hangingCalls } from './local.ts';

/**
 * Ends this process with a status. process.exit waits for Node's threads, so with a call that hangs in the
 * kernel it would never come back (seen with open on a FIFO and a dead FUSE mount, Node 20 to 24). Then
 * the process becomes another program, where Node can do that (22.15, 23.11), or ends by SIGKILL (status 137).
 */
export const leave = async (status: number): Promise<never> => {
  // What has just been settled is not counted any more after this.
  await new Promise((resolve) => setImmediate(resolve));
  await end();
  if (hangingCalls() > 0) leaveAtOnce(status);
  process.exit(status);
};

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
