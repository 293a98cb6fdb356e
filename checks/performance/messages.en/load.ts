import type { CpuSaturated, DiskSaturated, Maintenance, Runaway } from '../params.ts';
import { CHORES, percent, ram, span, workers } from './phrases.ts';

const full = (p: CpuSaturated): string =>
  p.load5 === null || p.load15 === null
    ? `The processor was ${p.busyPct ?? 100}% busy for ${p.seconds ?? 1} s`
    : `${p.load5} programs on average wanted one of the ${p.cores ?? 1} processor cores in the last 5 minutes, ${p.load15} in the last 15`;

const END: Readonly<Record<Runaway['system'], (pid: number) => string>> = {
  linux: (pid) => `kill ${pid}`,
  darwin: (pid) => `kill ${pid}`,
  win32: (pid) => `taskkill /PID ${pid}`,
};

const disk = ({ disk: name, model }: DiskSaturated): string =>
  name === '' ? 'A disk' : `The disk ${name}${model === '' ? '' : ` (${model})`}`;

export const load = {
  'performance/cpu-saturated': {
    name: 'The processor is fully busy',
    means:
      'More programs want to compute than there are processor cores: each has to wait for its turn, and everything is slow.',
    found:
      'Linux and macOS: the load of 5 and of 15 minutes above 1 per core (critical: above 2), programs waited for a core in 40% of the last minute and the last five (/proc/pressure/cpu), and programs that can be seen use the cores now. A high load of programs that wait for a share does not count. Windows: 90% busy in one second is a note; a warning where it stays so for 8 seconds more and half of it is used by programs that have used as much for a minute or longer. While maintenance runs, programs that let others go first use most of it, or the host of a virtual machine takes the time, it is a note.',
    say: (p: CpuSaturated) => ({
      title: `${full(p)}${p.most.length === 0 ? '' : `: ${workers(p.most)}`}${p.stealPct === 0 ? '' : `; the host of this virtual machine takes ${p.stealPct}% of the time`}`,
      why:
        p.chore !== ''
          ? `It is slow for now, because ${CHORES[p.chore] ?? p.chore}.`
          : 'Each program gets its turn late, and everything is slow.',
      next:
        p.chore !== ''
          ? 'Wait until it is through, and look again in an hour'
          : p.stealPct > 0
            ? 'See on the host which other machines are busy'
            : 'Close the program named first if you do not need it; one you do not know: scan for malware',
    }),
  },
  'performance/runaway-process': {
    name: 'One program uses too much processor or memory',
    means:
      'A program computes without a pause, or holds more than half of all memory. It may be busy with what you asked of it, or be caught in a fault of its own.',
    found:
      'At least 80% of one core now and since it began (macOS: in the last minute), or more than half of all memory. A warning where it has lasted for a minute and the cores are full; a note while others are free, and for programs that let others go first or that somebody works with in a terminal.',
    say: (p: Runaway) => ({
      title:
        p.what === 'cpu'
          ? `${p.name} (process ${p.pid}) uses ${p.cpuPct ?? 0}% of a processor core${p.seconds === null ? '' : `, it has run for ${span(p.seconds)}`}`
          : `${p.name} (process ${p.pid}) holds ${ram(p.bytes)} of memory, ${percent(p.memoryPct ?? 0)} of all`,
      why: p.isAlone
        ? 'It makes the computer warm and empties the battery; other programs still get their share.'
        : 'All other programs have to wait for it.',
      next: `If you did not ask for that: save your work in it and close it, or end it: ${END[p.system](p.pid)}`,
    }),
  },
  'performance/disk-saturated': {
    name: 'The disk cannot keep up',
    means:
      'Programs ask for more than the disk can do, and wait in a queue. A disk that is failing looks the same: its health is looked at first.',
    found:
      'Busy for 90% of the time, and a read or write takes more than 50 ms on a hard disk, 20 ms on an SSD. Linux: and programs waited for disks in 40% of the last minute (/proc/pressure/io). Windows (over one second) and macOS (over 5) keep no account of a minute: a note there. A share that hangs is no disk.',
    say: (p: DiskSaturated) => ({
      title: `${disk(p)} is ${p.busyPct}% busy, and a read or write takes ${p.waitMs ?? 0} ms${p.isBrief ? ' at the moment' : ''}${p.waiting.length === 0 ? '' : `; ${p.waiting.join(', ')} ${p.waiting.length === 1 ? 'waits' : 'wait'} for it`}`,
      why:
        p.chore !== ''
          ? `It is slow for now, because ${CHORES[p.chore] ?? p.chore}.`
          : 'Whatever is opened or saved has to wait, and the computer seems to hang.',
      next:
        p.chore !== ''
          ? 'Wait until it is through, and look again in an hour'
          : `See how healthy it is: techsupport check hardware. Then let copies and backups finish${p.isHdd ? '; an SSD is many times faster' : ''}`,
    }),
  },
  'performance/background-maintenance': {
    name: 'Slow for now: maintenance is running',
    means: 'The system updates, indexes, scans or backs up. That takes a while and ends by itself.',
    found:
      'Programs known for it use more than half of what is used of the processor, and began less than 3 hours ago or were idle before; macOS tells of a running backup itself.',
    say: (p: Maintenance) => ({
      title: `${p.program} is at work: ${CHORES[p.chore] ?? p.chore}${p.cpuPct === 0 ? '' : ` (${p.cpuPct}% of a processor core`}${p.cpuPct === 0 ? '' : p.minutes === null ? ')' : `, for ${p.minutes} min)`}`,
      why: 'The computer is slower until it is through.',
      next: 'Leave it on, on mains power; look again in an hour',
    }),
  },
};
