/** Parts of sentences that several findings share. */
import type { Consumer, Worker } from '../params.ts';

const GIB = 1024 ** 3;

/** Memory is sold in powers of two: 16 GB, 3.8 GB. */
export const ram = (bytes: number): string => {
  const gb = bytes / GIB;
  return gb < 0.95
    ? `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`
    : `${Number.isInteger(gb) || gb >= 99 ? Math.round(gb) : gb.toFixed(1)} GB`;
};

export const percent = (value: number): string =>
  `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)}%`;

export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export const consumers = (all: readonly Consumer[]): string =>
  all
    .map(({ name, count, bytes }) => `${name}${count > 1 ? ` (${count} of them)` : ''} ${ram(bytes)}`)
    .join(', ');

export const workers = (all: readonly Worker[]): string =>
  all.map(({ name, cpuPct }) => `${name} ${cpuPct}%`).join(', ');

export const CHORES: Readonly<Record<string, string>> = {
  updates: 'the system installs or looks for updates',
  search: 'files are indexed for the search',
  antivirus: 'the antivirus scans',
  backup: 'a backup is being made',
  'disk-care': 'a disk is being cared for',
  'file-index': 'the list of files is being renewed',
};

export const span = (seconds: number): string => {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
};
