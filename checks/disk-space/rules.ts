/** When is a volume short? */
import type { Raw } from '../../src/contract.ts';
import { GIB } from '../../src/sources/size.ts';
import type { DiskSettings } from './settings.ts';

export type Space = Raw['space'];
export type Shortness = 'critical' | 'warning' | null;

/** By what an ordinary user may still use: blocks reserved for root help no program of theirs. */
export const shortnessOf = (
  { totalBytes, availableBytes }: Pick<Space, 'totalBytes' | 'availableBytes'>,
  limits: DiskSettings,
): Shortness => {
  if (totalBytes <= 0) return null;
  const freePct = (100 * availableBytes) / totalBytes;
  const freeGib = availableBytes / GIB;
  const isSmall = totalBytes <= limits.smallVolumeGib * GIB;
  const below = (pct: number, gib: number, anywayGib: number): boolean =>
    isSmall ? freePct < pct : (freePct < pct && freeGib < gib) || freeGib < anywayGib;
  if (below(limits.criticalFreePct, limits.criticalFreeGib, limits.criticalFreeAnywayGib)) return 'critical';
  return below(limits.warnFreePct, limits.warnFreeGib, limits.warnFreeAnywayGib) ? 'warning' : null;
};

/** Free places for files, in percent; null where the file system does not count them beforehand. */
export const freeInodesPct = ({ files, freeFiles }: Space): number | null =>
  files > 0 ? (100 * freeFiles) / files : null;

/** xfs and zfs make room for files out of free space: there a full disk has few of both. */
const countsInodesFixed = (type: string): boolean => !/^(xfs|zfs|btrfs|bcachefs|overlay|apfs)$/.test(type);

export const isLowOnInodes = (space: Space, type: string, limits: DiskSettings): boolean => {
  const free = freeInodesPct(space);
  return free !== null && free < limits.warnFreeInodesPct && countsInodesFixed(type);
};
