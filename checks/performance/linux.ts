/** What the kernel counts: load, memory, processor time, disks, and programs it ended for want of memory. */
import { family, read, source, unparsable } from '../../src/contract.ts';
import { refuseCut } from '../../src/sources/whole.ts';

export interface Load {
  readonly load1: number;
  readonly load5: number;
  readonly load15: number;
}

export const loadAverage = source({
  id: 'load.average',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/loadavg' },
  parse: ({ text }): Load => parseLoadavg(text),
});

/** `0.25 0.13 0.06 1/170 4242`. */
export const parseLoadavg = (text: string): Load => {
  const [, load1, load5, load15] =
    /^(\d{1,7}\.\d{2}) (\d{1,7}\.\d{2}) (\d{1,7}\.\d{2}) \d{1,10}\/\d{1,10} \d{1,10}\s*$/.exec(text) ?? [];
  if (load1 === undefined) throw unparsable(text);
  return { load1: Number(load1), load5: Number(load5), load15: Number(load15) };
};

/** Seconds since the start, in hundredths: how old a program is by a later look. */
export const uptimeAfter = family<number, `${number}`>('system.uptime.after', 'milliseconds', (ms) => ({
  on: {
    linux: read({ kind: 'file', path: '/proc/uptime', afterMs: Number(ms) }, ({ text }) => parseUptime(text)),
  },
}));

/** `350735.47 234388.90`; the second is the idle time of all cores. */
export const parseUptime = (text: string): number => {
  const [, seconds] = /^(\d{1,12}\.\d{2}) \d{1,15}\.\d{2}\s*$/.exec(text) ?? [];
  if (seconds === undefined) throw unparsable(text);
  return Number(seconds);
};

export interface Memory {
  readonly totalBytes: number;
  /** What programs could still have: free memory and what the page cache would give back. Null before Linux 3.14. */
  readonly availableBytes: number | null;
  readonly swapTotalBytes: number;
  readonly swapFreeBytes: number;
}

export const memory = source({
  id: 'memory.linux',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/meminfo' },
  parse: (raw): Memory => {
    refuseCut(raw);
    return parseMeminfo(raw.text);
  },
});

export const parseMeminfo = (text: string): Memory => {
  const bytes = (name: string): number | null => {
    const line = text.split('\n').find((one) => one.startsWith(`${name}:`));
    if (line === undefined) return null;
    const [, kib] = /^\w+:[ \t]*(\d{1,15}) kB$/.exec(line) ?? [];
    if (kib === undefined) throw unparsable(line);
    return Number(kib) * 1024;
  };
  const totalBytes = bytes('MemTotal');
  if (totalBytes === null || totalBytes === 0) throw unparsable(text);
  return {
    totalBytes,
    availableBytes: bytes('MemAvailable'),
    swapTotalBytes: bytes('SwapTotal') ?? 0,
    swapFreeBytes: bytes('SwapFree') ?? 0,
  };
};

export interface CpuTimes {
  /** Hundredths of a second since the start, of all processors together. */
  readonly total: number;
  readonly idle: number;
  /** Taken away by the host of a virtual machine. */
  readonly steal: number;
  readonly cores: number;
}

export const cpuTimesAfter = family<CpuTimes, `${number}`>('cpu.times.after', 'milliseconds', (ms) => ({
  on: {
    linux: read({ kind: 'file', path: '/proc/stat', afterMs: Number(ms) }, ({ text }) => parseCpuTimes(text)),
  },
}));

/** `cpu  user nice system idle iowait irq softirq steal guest guest_nice`; guest time is part of user time. */
export const parseCpuTimes = (text: string): CpuTimes => {
  const lines = text.split('\n');
  const [, list] = /^cpu {1,2}(\d{1,19}(?: \d{1,19}){3,9})$/.exec(lines[0] ?? '') ?? [];
  const cores = lines.filter((line) => /^cpu\d+ /.test(line)).length;
  if (list === undefined || cores === 0) throw unparsable(lines[0] ?? '');
  const times = list.split(' ').slice(0, 8).map(Number);
  return {
    total: times.reduce((sum, one) => sum + one, 0),
    idle: (times[3] ?? 0) + (times[4] ?? 0),
    steal: times[7] ?? 0,
    cores,
  };
};

export interface DiskTimes {
  readonly name: string;
  /** Reads and writes that were done, and the time that they took together. */
  readonly done: number;
  readonly waitedMs: number;
  /** Time in which the disk had something to do. */
  readonly busyMs: number;
  readonly inFlight: number;
}

export const diskTimesAfter = family<readonly DiskTimes[], `${number}`>(
  'disk.times.after',
  'milliseconds',
  (ms) => ({
    on: {
      linux: read({ kind: 'file', path: '/proc/diskstats', afterMs: Number(ms) }, (raw) => {
        refuseCut(raw);
        return parseDiskstats(raw.text);
      }),
    },
  }),
);

/** Documentation/admin-guide/iostats: 11 counters since 2.6, more were added behind them. */
export const parseDiskstats = (text: string): readonly DiskTimes[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [major, minor, name, ...counters] = line.trim().split(/ {1,20}/);
      const numbers = counters.map(Number);
      if (
        !/^\d{1,6}$/.test(major ?? '') ||
        !/^\d{1,8}$/.test(minor ?? '') ||
        name === undefined ||
        !counters.every((one) => /^\d{1,20}$/.test(one))
      )
        throw unparsable(line);
      // Kernels before 2.6.25 print four numbers for a partition.
      if (numbers.length < 11) return [];
      const at = (index: number): number => numbers[index] ?? 0;
      return [{ name, done: at(0) + at(4), waitedMs: at(3) + at(7), busyMs: at(9), inFlight: at(8) }];
    });

/** How long a program was ready and got no core since it began, in seconds; of its first thread. */
export const waitedForCore = family<number>('processes.waited', 'process', (pid) => ({
  on: {
    linux: read({ kind: 'file', path: `/proc/${pid}/schedstat` }, ({ text }) => parseSchedstat(text)),
  },
}));

/** Nanoseconds on a core, nanoseconds ready without one, and how often it got one. */
export const parseSchedstat = (text: string): number => {
  const [, waited] = /^\d{1,20} (\d{1,20}) \d{1,20}\s*$/.exec(text) ?? [];
  if (waited === undefined) throw unparsable(text);
  return Number(waited) / 1e9;
};

/** The number of this program itself: what it uses is not the computer's trouble. */
export const ownProcess = source({
  id: 'processes.self',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/self/stat' },
  parse: ({ text }): number => {
    const [, pid] = /^(\d{1,10}) \(/.exec(text) ?? [];
    if (pid === undefined) throw unparsable(text);
    return Number(pid);
  },
});

/** How often the kernel ended a program for want of memory since the start, of limits of services too. Null before 4.13. */
export const oomKills = source({
  id: 'memory.oom-kills',
  os: ['linux'],
  request: { kind: 'file', path: '/proc/vmstat' },
  parse: (raw): number | null => {
    refuseCut(raw);
    return parseOomKills(raw.text);
  },
});

export const parseOomKills = (text: string): number | null => {
  const lines = text.split('\n').filter((line) => line !== '');
  const strange = lines.find((line) => !/^[\w.]{1,80} \d{1,20}$/.test(line));
  if (lines.length === 0 || strange !== undefined) throw unparsable(strange ?? text);
  const line = lines.find((one) => one.startsWith('oom_kill '));
  return line === undefined ? null : Number(line.slice('oom_kill '.length));
};
