/** The programs that run now: /proc on Linux, `ps` on macOS, two looks of WMI on Windows. */
import type { Raw } from '../contract.ts';
import { family, read, sourceByOs, Unreadable, unparsable } from '../contract.ts';
import { refuseCut } from './whole.ts';
import { windowsLoadRequest, windowsProcesses } from './windows-load.ts';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Without its folder. Linux keeps only the first 15 letters. */
  readonly name: string;
  /** Processor time since it started, of all cores together. */
  readonly cpuSeconds: number;
  /** Of one core, as the system tells it: macOS over the last minute, Windows over the time between two looks. */
  readonly cpuPct: number | null;
  /** Seconds after the computer started (Linux) … */
  readonly startedSeconds: number | null;
  /** … or how long it has been running (macOS, Windows). */
  readonly ageSeconds: number | null;
  /** What it holds in RAM. */
  readonly memoryBytes: number;
  /** Positive: it lets others go first. */
  readonly nice: number;
  /** Waits for a disk or a share and cannot be interrupted. */
  readonly blocked: boolean;
  /** Somebody works with it in a terminal right now. */
  readonly foreground: boolean;
  /** A part of the system's kernel, no program. */
  readonly kernel: boolean;
}

const PROC = { kind: 'attributes', folder: '/proc', names: ['stat'] } as const;

export const processes = sourceByOs<readonly Process[]>('processes', {
  // What waits begins in time, whatever else is being read: a second look then knows how much later it is.
  linux: read({ ...PROC, afterMs: 20 }, (raw) => parseProcStats(raw)),
  darwin: read(
    {
      kind: 'exec',
      argv: ['ps', '-Ao', 'pid=,ppid=,pcpu=,rss=,time=,etime=,nice=,stat=,comm='],
    },
    (raw) => {
      refuseCut(raw);
      return parsePs(raw.stdout);
    },
  ),
  win32: read(windowsLoadRequest, ({ stdout }) => windowsProcesses(stdout)),
});

/** Linux: the same again, so many milliseconds later. */
export const processesAfter = family<readonly Process[], `${number}`>(
  'processes.after',
  'milliseconds',
  (ms) => ({
    on: { linux: read({ ...PROC, afterMs: Number(ms) }, (raw) => parseProcStats(raw)) },
  }),
);

/** Linux counts in hundredths of a second wherever programs can see it. */
const TICKS_PER_SECOND = 100;

/** One that ended while it was read is no process any more. */
export const parseProcStats = ({ entries }: Raw['attributes']): readonly Process[] => {
  const texts = Object.entries(entries).flatMap(([name, { stat }]) =>
    /^\d+$/.test(name) && stat !== undefined && 'text' in stat && stat.text !== '' ? [stat.text] : [],
  );
  if (texts.length === 0) throw new Unreadable('failed', 'no process in /proc');
  const stats = texts.map(statOf);
  const pageBytes = pageBytesOf(stats.map(({ virtualBytes }) => virtualBytes));
  return stats.flatMap(({ pages, virtualBytes: _, state, ...rest }) =>
    state === 'Z' || state === 'X' ? [] : [{ ...rest, memoryBytes: pages * pageBytes }],
  );
};

/** proc_pid_stat(5). The name stands in brackets, and may hold brackets and line ends itself. */
const HEAD = /^(\d+) \($/;
const NUMBERS = /^([A-Za-z])((?: -?\d+){21,})\s*$/;
const NAMED = { parent: 0, group: 1, terminal: 3, foregroundGroup: 4, flags: 5 } as const;
const COUNTED = { user: 10, system: 11, nice: 15, started: 18, virtual: 19, resident: 20 } as const;
/** PF_KTHREAD in the kernel's include/linux/sched.h. */
const KERNEL_THREAD = 0x00200000;

const statOf = (
  text: string,
): Omit<Process, 'memoryBytes'> & { pages: number; virtualBytes: number; state: string } => {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const [, pid] = HEAD.exec(text.slice(0, open + 1)) ?? [];
  const [, state, rest = ''] = NUMBERS.exec(text.slice(close + 2)) ?? [];
  if (pid === undefined || state === undefined || text[close + 1] !== ' ') throw unparsable(text);
  const numbers = rest.trim().split(' ').map(Number);
  if (numbers.some((number) => !Number.isFinite(number))) throw unparsable(text);
  const at = (index: number): number => numbers[index] ?? 0;
  const count = (index: number): number => {
    if (at(index) < 0) throw unparsable(text);
    return at(index);
  };
  const terminal = at(NAMED.terminal);
  return {
    pid: Number(pid),
    parent: count(NAMED.parent),
    name: text.slice(open + 1, close),
    cpuSeconds: (count(COUNTED.user) + count(COUNTED.system)) / TICKS_PER_SECOND,
    cpuPct: null,
    startedSeconds: count(COUNTED.started) / TICKS_PER_SECOND,
    ageSeconds: null,
    nice: at(COUNTED.nice),
    blocked: state === 'D',
    foreground: terminal !== 0 && at(NAMED.group) === at(NAMED.foregroundGroup),
    kernel: Math.floor(count(NAMED.flags) / KERNEL_THREAD) % 2 === 1,
    pages: Math.max(0, at(COUNTED.resident)),
    virtualBytes: count(COUNTED.virtual),
    state,
  };
};

const PAGE_SIZES = [65_536, 16_384, 4096] as const;
/** Of so many programs one has an odd number of pages. */
const ENOUGH = 6;

/**
 * Memory is counted in pages, and /proc does not say how large they are; arm64 has 4, 16 and 64 KiB. Address
 * spaces are told in bytes and are whole pages: what divides all of them is the size.
 */
const pageBytesOf = (virtualBytes: readonly number[]): number => {
  const known = virtualBytes.filter((bytes) => bytes > 0);
  if (known.length < ENOUGH) return 4096;
  return PAGE_SIZES.find((size) => known.every((bytes) => bytes % size === 0)) ?? 4096;
};

/** Numbers first, then the program's path, which may hold blanks. */
const PS =
  /^\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,9}(?:[.,]\d{1,9})?)\s+(\d{1,15})\s+(\S+)\s+(\S+)\s+(-?\d{1,9})\s+(\S+)\s+(\S.*)$/;

export const parsePs = (text: string): readonly Process[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Unreadable('failed', 'ps printed nothing');
  return lines.flatMap((line) => {
    // What ended while it was listed has no times.
    if (/^\s*\d+\s+\d+\s.*<defunct>\s*$/.test(line)) return [];
    const [, pid, parent, cpu = '', kib, time = '', age = '', nice, state = '', path = ''] =
      PS.exec(line) ?? [];
    if (pid === undefined) throw unparsable(line);
    return [
      {
        pid: Number(pid),
        parent: Number(parent),
        name: path.trim().split('/').at(-1) ?? path,
        cpuSeconds: secondsOf(time),
        cpuPct: Number(cpu.replace(',', '.')),
        startedSeconds: null,
        ageSeconds: secondsOf(age),
        memoryBytes: Number(kib) * 1024,
        nice: Number(nice),
        blocked: state.startsWith('U'),
        foreground: state.includes('+'),
        kernel: pid === '0',
      },
    ];
  });
};

/** `12-03:04:05`, `03:04:05`, `123:45.67`. */
const secondsOf = (text: string): number => {
  const [, days = '0', rest = ''] =
    /^(?:(\d{1,6})-)?(\d{1,9}(?::\d{1,2}){1,2}(?:[.,]\d{1,9})?)$/.exec(text) ?? [];
  if (rest === '') throw unparsable(text);
  const parts = rest.replace(',', '.').split(':').map(Number);
  return Number(days) * 86_400 + parts.reduce((sum, part) => sum * 60 + part, 0);
};
