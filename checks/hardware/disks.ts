/** Which disk a device belongs to, what is on it, and by which name its findings meet those of other checks. */
import type { BlockDevice } from '../../src/sources/block-devices.ts';
import { diskOfNumber } from '../../src/sources/block-devices.ts';
import type { Mount } from '../../src/sources/mounts.ts';
import type { HardwareFacts } from './probe.ts';

/** `/dev/sda1` → `sda`, `nvme0n1p2` and `nvme0` → `nvme0`: the disk as all its parts are told of. */
export const diskOf = (device: string): string => {
  const name = device.replace(/^\/dev\//, '');
  const nvme = /^(nvme\d+)(?:c\d+)?(?:n\d+)?(?:p\d+)?$/.exec(name)?.[1];
  if (nvme !== undefined) return nvme;
  return /^(mmcblk\d+)p\d+$/.exec(name)?.[1] ?? /^((?:sd|vd|xvd|hd)[a-z]{1,3})\d+$/.exec(name)?.[1] ?? name;
};

/** Made of real parts; a card reader without a card has no size. */
export const realDisks = ({ blockDevices }: HardwareFacts): readonly BlockDevice[] =>
  blockDevices.status === 'ok'
    ? blockDevices.value.filter(
        ({ transport, bytes, name }) => transport !== 'virtual' && bytes > 0 && !/^(?:sr|fd)\d/.test(name),
      )
    : [];

export const diskNamed = (name: string, facts: HardwareFacts): BlockDevice | undefined =>
  realDisks(facts).find((disk) => diskOf(disk.name) === diskOf(name));

export const modelOf = (name: string, facts: HardwareFacts): string => diskNamed(name, facts)?.model ?? '';

/** The disk at an ATA port: `ata1` → `sda`. */
export const diskAtPort = (port: string, facts: HardwareFacts): BlockDevice | undefined =>
  realDisks(facts).find(({ at }) => at.split('/').includes(port));

/** Sticks and cards are pulled out as people please: what breaks then is no fault of a disk. */
export const isLoose = (disk: BlockDevice | undefined): boolean => disk?.removable === true;

export const mountsOn = (disk: string, facts: HardwareFacts): readonly Mount[] => {
  if (facts.mounts.status !== 'ok') return [];
  const numbers = facts.blockNumbers.status === 'ok' ? facts.blockNumbers.value : {};
  return facts.mounts.value
    .filter(({ volume, source }) => diskOf(diskOfNumber(volume, numbers) ?? source) === diskOf(disk))
    .sort((a, b) => a.path.length - b.path.length);
};

/** The mount of a partition or mapped device: by its number, else by the name it was mounted with. */
export const mountOfDevice = (device: string, facts: HardwareFacts): Mount | undefined => {
  if (facts.mounts.status !== 'ok' || device === '') return undefined;
  const numbers = facts.blockNumbers.status === 'ok' ? facts.blockNumbers.value : {};
  return facts.mounts.value
    .filter(
      ({ volume, source }) => source === `/dev/${device}` || numbers[volume]?.endsWith(`/${device}`) === true,
    )
    .sort((a, b) => a.path.length - b.path.length)[0];
};

/**
 * What other checks call the same thing: where the disk is mounted, as disk-space does. On a computer
 * with one disk everything is about that one: no name, so that it meets any.
 */
export const subjectOf = (disk: string, facts: HardwareFacts): { readonly subject?: string } =>
  realDisks(facts).length <= 1 ? {} : { subject: mountsOn(disk, facts)[0]?.path ?? diskOf(disk) };
