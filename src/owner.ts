/** Names that say which process made a file, so that what a dead one left can be told and cleared away. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { errno } from './durable-files.ts';

const TAG = /^([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[0-9a-f]{12}/;

/** Host, process, when that process began, and a random part: never made twice. */
export const ownTag = async (): Promise<string> =>
  `${hostTag()}-${process.pid}-${(await startOf(process.pid)) ?? '0'}-${randomBytes(6).toString('hex')}`;

/** 'unknown': made on another machine (a shared home) or not by us. */
export const ownerOf = async (name: string): Promise<'alive' | 'dead' | 'unknown'> => {
  const [, host, pidText, start] = TAG.exec(name) ?? [];
  if (host !== hostTag()) return 'unknown';
  const pid = Number(pidText);
  if (!isRunning(pid)) return 'dead';
  const startNow = await startOf(pid);
  // The number was given to another process since.
  if (start !== '0' && startNow !== undefined && startNow !== start) return 'dead';
  return 'alive';
};

const hostTag = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    return errno(error) === 'EPERM';
  }
};

/** Clock ticks since boot, where the system tells (Linux); a process number alone may be used again. */
const startOf = async (pid: number): Promise<string | undefined> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The program's name may hold spaces and parentheses: count from the last one.
  const start = text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  return start !== undefined && /^\d+$/.test(start) ? start : undefined;
};
