/** A Linux computer with eight gigabytes that is bored: the counters of /proc, and what they are half a second later. */
import type { World } from '../world.ts';

const CORES = 4;
const UPTIME = 7200;

const stat = (more: number): string => {
  const line = `${3000 + more} 20 ${900 + more} ${UPTIME * 100 + more * 20} 120 0 12 0 0 0`;
  return `cpu  ${line}\n${Array.from({ length: CORES }, (_, at) => `cpu${at} ${line}\n`).join('')}intr 123456\nctxt 654321\n`;
};

const disks = (name: string, more: number): string =>
  ` 259       0 ${name} ${41_000 + more} 120 2600000 ${9000 + more} 22000 9000 1400000 14000 0 16000 24000 0 0 0 0 0 0\n`;

const stall = (): string =>
  ['some', 'full'].map((kind) => `${kind} avg10=0.00 avg60=0.03 avg300=0.01 total=123456\n`).join('');

export const load = (disk: string): Required<Pick<World, 'files' | 'later'>> => ({
  files: {
    '/proc/loadavg': '0.31 0.28 0.21 1/612 4242\n',
    '/proc/uptime': `${UPTIME}.00 ${UPTIME * CORES - 900}.00\n`,
    '/proc/stat': stat(0),
    '/proc/diskstats': disks(disk, 0),
    '/proc/meminfo':
      'MemTotal:        7954320 kB\nMemFree:          812340 kB\nMemAvailable:    5210000 kB\nCached:          3900000 kB\nSwapTotal:       2097148 kB\nSwapFree:        2097148 kB\n',
    '/proc/vmstat': 'nr_free_pages 203085\noom_kill 0\n',
    '/proc/self/stat':
      '4242 (node) R 4200 4242 4200 34816 4242 4194560 12345 98765 10 20 15 30 40 50 20 0 1 0 719900 170000000 3000 18446744073709551615\n',
    '/proc/pressure/cpu': stall(),
    '/proc/pressure/io': stall(),
    '/proc/pressure/memory': stall(),
  },
  later: {
    '/proc/uptime': `${UPTIME}.50 ${UPTIME * CORES - 899}.00\n`,
    '/proc/stat': stat(2),
    '/proc/diskstats': disks(disk, 2),
  },
});
