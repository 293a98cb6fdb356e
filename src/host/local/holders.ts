import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Raw } from '../../contract.ts';
import type { Handler } from './context.ts';
import { errnoOf, interrupted, Refusal } from './context.ts';
import { inParallel } from './parallel.ts';

const AT_ONCE = 8;

/** Programs that hold a device file open: /proc shows one's own, root's view is whole. */
export const holders: Handler<'holders'> = async ({ prefix }, { os, signal }) => {
  if (os !== 'linux') throw new Refusal('unsupported', 'open files can be listed on Linux only');
  const found: Raw['holders']['holders'][number][] = [];
  let hiddenProcesses = 0;
  const lookInto = async (pid: string): Promise<void> => {
    if (signal.aborted) return;
    const descriptors = await readdir(`/proc/${pid}/fd`).catch((error: unknown) => {
      if (['EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) hiddenProcesses += 1;
      return [];
    });
    const paths = new Set<string>();
    for (const descriptor of descriptors) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '');
      if (target.startsWith(prefix)) paths.add(target);
    }
    if (paths.size === 0) return;
    const program = (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trimEnd();
    for (const path of paths) found.push({ pid: Number(pid), program, path });
  };
  await inParallel(
    AT_ONCE,
    (await readdir('/proc')).filter((name) => /^\d+$/.test(name)),
    lookInto,
  );
  if (signal.aborted) throw interrupted();
  return { holders: found.sort((a, b) => a.pid - b.pid || (a.path < b.path ? -1 : 1)), hiddenProcesses };
};
