/** The volumes with what was measured on each. */
import type { Reading } from '../../src/contract.ts';
import { mountOf } from '../../src/sources/mounts.ts';
import { space, spaceAgain } from '../../src/sources/space.ts';
import type { DiskFacts } from './probe.ts';
import type { Shortness, Space } from './rules.ts';
import { isLowOnInodes, shortnessOf } from './rules.ts';
import type { DiskSettings } from './settings.ts';
import type { Volume } from './volumes.ts';
import { volumesOf } from './volumes.ts';

export interface Measured {
  readonly volume: Volume;
  readonly space: Reading<Space>;
  /** The second attempt, where there was one. */
  readonly again?: Reading<Space>;
}

export const measure = (facts: DiskFacts): readonly Measured[] => {
  if (facts.mounts.status !== 'ok') return [];
  const measured = volumesOf(facts.mounts.value).map((volume) => {
    const again = facts.get(spaceAgain(volume.path));
    const first = facts.get(space(volume.path));
    return {
      volume,
      space: first.status !== 'ok' && again.status === 'ok' ? again : first,
      ...(again.status !== 'unrecorded' && { again }),
    };
  });
  return measured.filter((one, at) => !measured.slice(0, at).some((before) => isSamePool(before, one)));
};

/** Data sets of one pool share its room without sharing a device number. */
const isSamePool = (a: Measured, b: Measured): boolean =>
  a.volume.type === 'zfs' &&
  b.volume.type === 'zfs' &&
  a.space.status === 'ok' &&
  b.space.status === 'ok' &&
  Math.abs(a.space.value.availableBytes - b.space.value.availableBytes) < 2 ** 20;

export interface Short {
  readonly volume: Volume;
  readonly space: Space;
  readonly level: Exclude<Shortness, null>;
  readonly from: string;
}

/** What has too little left, by the general rule. A volume mounted read-only is as full as it was made. */
export const shortVolumes = (facts: DiskFacts, settings: DiskSettings): readonly Short[] =>
  measure(facts).flatMap(({ volume, space: room }) => {
    if (room.status !== 'ok' || volume.readOnly || volume.role === 'boot' || volume.role === 'esp') return [];
    const level = shortnessOf(room.value, settings);
    return level === null ? [] : [{ volume, space: room.value, level, from: room.from }];
  });

/** What is worth walking through: short of bytes, or of inodes. */
export const crowdedVolumes = (facts: DiskFacts, settings: DiskSettings): readonly Volume[] =>
  [
    ...new Set([
      ...shortVolumes(facts, settings).map(({ volume }) => volume.path),
      ...measure(facts).flatMap(({ volume, space: room }) =>
        room.status === 'ok' && isLowOnInodes(room.value, volume.type, settings) ? [volume.path] : [],
      ),
    ]),
  ].flatMap((path) => measure(facts).flatMap(({ volume }) => (volume.path === path ? [volume] : [])));

/** The measured volume that a path lies on; none where it is on something we do not measure. */
export const measuredAt = (path: string, facts: DiskFacts): Measured | undefined => {
  if (facts.mounts.status !== 'ok') return undefined;
  const mount = mountOf(path, facts.mounts.value);
  return measure(facts).find(({ volume }) => volume.volume === mount?.volume);
};
