import type { LowRam, MemoryPressure, OutOfMemory } from '../params.ts';
import { consumers, percent, ram, times } from './phrases.ts';

const most = ({ most: all }: MemoryPressure): string =>
  all.length === 0
    ? 'Close programs and tabs you do not need'
    : `Save your work and close what you do not need. Most is held by ${consumers(all)}`;

const shortage = (p: MemoryPressure): string => {
  const left =
    p.availableBytes === null || p.totalBytes === null
      ? ''
      : ` (${ram(p.availableBytes)} of ${ram(p.totalBytes)} are available)`;
  if (p.how === 'waiting')
    return `All programs stood still for ${percent(p.pct ?? 0)} of the last minute, waiting for memory${left}`;
  if (p.how === 'committed')
    return `Programs were promised ${percent(p.pct ?? 0)} of what memory and page file can hold`;
  return p.how === 'available' ? `Memory and swap are used up${left}` : 'macOS reports that memory is short';
};

const WHO: Readonly<Record<string, (p: OutOfMemory) => string>> = {
  memory: (p) =>
    `Memory ran out, and the system ended ${p.victims.join(', ')} (${times(p.times)} in the last day)`,
  oomd: (p) =>
    `Memory was short, and systemd-oomd ended ${p.victims.join(', ')} (${times(p.times)} in the last day)`,
  limit: (p) =>
    `${p.victims.join(', ')} was ended (${times(p.times)} in the last day): the memory limit ${p.group === '' ? 'of its service or container' : `of ${p.group}`} was reached`,
  windows: (p) =>
    `Windows ran out of memory ${times(p.times)} in the last day${p.victims.length === 0 ? '' : `; most was held by ${p.victims.join(', ')}`}`,
  macos: (p) =>
    `Memory ran out, and macOS ended ${p.victims.join(', ')}${p.group === '' ? '' : `; most was held by ${p.group}`}`,
  counted: (p) => `The kernel ended programs for want of memory ${times(p.times)} since the start`,
};

export const memory = {
  'performance/memory-pressure': {
    name: 'There is not enough free memory',
    means:
      'Programs need more memory than there is. The system moves what it can to the disk, which is a thousand times slower: everything stutters, and in the end programs are ended.',
    found:
      'Linux: all programs waited for memory in 5% of the last minute (critical: 20%), as /proc/pressure/memory counts it; without that file less than 10% available and more than 80% of the swap used. A full cache and a full swap alone are no shortage. Windows: 90% of the commit limit. macOS: its own pressure level (2 warning, 4 critical).',
    say: (p: MemoryPressure) => ({
      title: shortage(p),
      why: 'Programs answer late or hang, and the system may have to end some of them.',
      next: most(p),
    }),
  },
  'performance/out-of-memory': {
    name: 'The system closed programs because memory ran out',
    means:
      'When nothing is left the system ends the program that holds most. What was not saved in it is lost. A service or container that reached a limit of its own is told apart: then the computer had memory enough.',
    found:
      'In the last 24 hours. Linux: “Out of memory: Killed process” in the kernel log of this start and of the one before, “Killed … due to memory pressure” of systemd-oomd; where the log is closed the counter oom_kill. Windows: event 2004 of Resource-Exhaustion-Detector. macOS: JetsamEvent reports in which memory was short.',
    say: (p: OutOfMemory) => ({
      title: `${WHO[p.by]?.(p) ?? p.by}${p.bytes === null ? '' : `; the largest held ${ram(p.bytes)}`}`,
      why: 'What was not saved in them is lost, and it will happen again with the same programs open.',
      next:
        p.by === 'limit'
          ? 'Raise the limit (MemoryMax of the service, the memory of the container), or find out why it needs more'
          : p.by === 'counted'
            ? 'See which: sudo dmesg | grep "Killed process"'
            : 'Keep fewer programs and tabs open, update the one that was ended, enlarge swap or page file; add memory if it comes back',
    }),
  },
  'performance/low-ram': {
    name: 'This computer has too little memory installed',
    means:
      'With so little memory a browser with a few tabs is enough to fill it. Or memory is installed that no program can have: then a module, its slot or a setting is at fault.',
    found:
      'Below 8 GB on a computer with a desktop: a note while more than 30% are available, otherwise a warning; below 4 GB a warning, on Windows 11 critical (its own minimum). Windows: more than 1 GB installed and not usable, without graphics that take their share of it.',
    say: (p: LowRam) => ({
      title:
        p.what === 'little'
          ? `This computer has ${ram(p.bytes)} of memory, ${p.wantedGb} GB are ${p.wantedGb <= 4 ? 'the least it needs' : 'usual'}`
          : `${ram(p.bytes)} of ${ram(p.installedBytes ?? 0)} installed memory can be used`,
      why:
        p.what === 'little'
          ? 'A few open programs fill it, and everything becomes slow.'
          : 'The rest is paid for and lies idle; it may also be the first sign of a bad module.',
      next:
        p.what === 'little'
          ? `Add memory${p.freeSlots === null ? '' : p.freeSlots === 0 ? ' (all slots are taken: larger modules)' : ` (free slots: ${p.freeSlots})`}, or use a lighter system and browser`
          : 'Reseat the modules, take the tick from “Maximum memory” in msconfig, update the firmware',
    }),
  },
};
