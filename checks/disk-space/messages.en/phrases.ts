/** Parts of sentences that several findings share. */
import { percentText, sizeText } from '../../../src/sources/size.ts';
import type { Consumer, ReclaimItem, Shortage } from '../params.ts';

export const size = (bytes: number): string => sizeText('en', bytes);

export const percent = (part: number, whole: number): string => percentText('en', (100 * part) / whole);

export const shortage = (p: Shortage): string =>
  `${p.path} has ${size(p.freeBytes)} of ${size(p.totalBytes)} left (${percent(p.freeBytes, p.totalBytes)})`;

export const reserved = (p: Shortage): string =>
  p.reservedBytes > 0
    ? ` Another ${size(p.reservedBytes)} are kept for the administrator; ordinary programs cannot use them.`
    : '';

const largest = (files: readonly Consumer[]): string =>
  files.map(({ path, bytes }) => `${path} (${size(bytes)})`).join(', ');

export const look = (p: Shortage): string =>
  p.largest.length > 0
    ? `Move or delete what you do not need. The largest files: ${largest(p.largest)}`
    : `Find what is large: du -xh ${p.path} | sort -h | tail`;

const RECLAIM: Readonly<Record<string, string>> = {
  'apt-cache': 'downloaded packages, fetched again when needed',
  'dnf-cache': 'downloaded packages, fetched again when needed',
  'pacman-cache': 'downloaded packages; versions that are installed stay',
  'zypper-cache': 'downloaded packages, fetched again when needed',
  journal: 'old log entries; they do not come back, the newest 200 MB stay',
  coredumps: 'memory images of crashed programs, removed by the system after a while',
  'crash-reports': 'reports of crashed programs, only needed by whoever looks into the crash',
  'snap-cache': 'snaps that were downloaded and are kept a second time; snapd makes them anew',
  'phone-backups': 'backups of phones and tablets: without them nothing can be restored from this computer',
  trash: 'the bin: look through it, then empty it',
  'user-cache': 'caches, made again by the programs: close them first',
  'old-kernels': 'kernels that are not running; the newest two stay',
  'windows-downloads': 'downloaded updates, fetched again: Settings > System > Storage > Temporary files',
  'windows-old': 'the previous Windows: without it there is no way back to it',
  'windows-temp': 'temporary files of programs: Settings > System > Storage > Temporary files',
};

export const items = (list: readonly ReclaimItem[]): string =>
  list
    .map(({ kind, path, bytes, command }) => {
      const how = command === '' ? '' : `: ${command}`;
      return `${size(bytes)} in ${path} (${RECLAIM[kind] ?? kind})${how}`;
    })
    .join('; ');
