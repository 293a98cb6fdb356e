import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import type { Raw } from '../../contract.ts';
import type { Handler } from './context.ts';
import { errnoOf, interrupted, Refusal } from './context.ts';
import { remoteFolders } from './mounts.ts';
import { inParallel } from './parallel.ts';

const AT_ONCE = 8;
const BLOCK_BYTES = 512;
const MARK = ' (deleted)';
/** Deleted, and never on a disk: shared memory and the like. */
const NOT_ON_DISK = /^\/(memfd:|dev\/|SYSV|anon_hugepage|\[aio\]|i915|drm )/;
const IN_MEMORY = new Set(['tmpfs', 'ramfs', 'devtmpfs', 'hugetlbfs', 'proc', 'sysfs']);

type Held = Raw['deleted-files']['files'][number];

export const deletedFiles: Handler<'deleted-files'> = async (_, { os, signal }) => {
  if (os !== 'linux') throw new Refusal('unsupported', 'open files can be listed on Linux only');
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const [inMemory, remote] = await Promise.all([memoryDevices(), remoteFolders()]);
  const files: Held[] = [];
  const seen = new Set<string>();
  // With hidepid the processes of others are not even listed; the first one is always there.
  let hiddenProcesses = pids.includes('1') ? 0 : 1;
  const lookInto = async (pid: string): Promise<void> => {
    if (signal.aborted) return;
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(async (error: unknown) => {
      const denied = ['EACCES', 'EPERM'].includes(errnoOf(error) ?? '');
      if (denied && !(await isKernelThread(pid))) hiddenProcesses += 1;
      return [];
    });
    for (const descriptor of descriptors) {
      const at = `/proc/${pid}/fd/${descriptor}`;
      const target = await readlink(at).catch(() => '');
      if (!target.startsWith('/') || !target.endsWith(MARK) || NOT_ON_DISK.test(target)) continue;
      // Of a server that is gone not even the size of an open file can be had.
      if (remote.some((folder) => target.startsWith(`${folder}/`))) continue;
      const stats = await stat(at).catch(() => undefined);
      // A name can end in ' (deleted)' by itself.
      if (!stats?.isFile() || stats.nlink > 0 || inMemory.has(deviceName(stats.dev))) continue;
      const key = `${stats.dev}:${stats.ino}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const program = (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trimEnd();
      files.push({
        pid: Number(pid),
        program,
        path: target.slice(0, -MARK.length),
        bytes: stats.blocks * BLOCK_BYTES,
      });
    }
  };
  await inParallel(AT_ONCE, pids, lookInto);
  if (signal.aborted) throw interrupted();
  return { files: files.sort((a, b) => b.bytes - a.bytes || a.pid - b.pid), hiddenProcesses };
};

const KERNEL_THREAD = 0x200000;

/** Threads of the kernel hold no files: there is nothing hidden in them. */
const isKernelThread = async (pid: string): Promise<boolean> => {
  const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  const flags = text.slice(text.lastIndexOf(')') + 2).split(' ')[6];
  return (Number(flags) & KERNEL_THREAD) !== 0;
};

/** Devices such as '0:42' of the file systems that live in memory. */
const memoryDevices = async (): Promise<ReadonlySet<string>> => {
  const text = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  return new Set(
    text.split('\n').flatMap((line) => {
      const [before = '', after = ''] = line.split(' - ');
      const device = before.split(' ')[2];
      return device !== undefined && IN_MEMORY.has(after.split(' ')[0] ?? '') ? [device] : [];
    }),
  );
};

/** As glibc splits a device number: the minor's upper bits stand above the major. */
const deviceName = (device: number): string => {
  const bits = BigInt(device);
  const major = ((bits >> 8n) & 0xfffn) | ((bits >> 32n) & ~0xfffn);
  const minor = (bits & 0xffn) | ((bits >> 12n) & ~0xffn & 0xffffffffn);
  return `${major}:${minor}`;
};
