/** What is read: the mounts, then the room on each, then what takes the room where it is short. */
import type { Facts, Source } from '../../src/contract.ts';
import { upgradeSize } from '../../src/sources/apt.ts';
import { btrfsUsage } from '../../src/sources/btrfs.ts';
import { fstab } from '../../src/sources/fstab.ts';
import { bootFiles, kernelSets } from '../../src/sources/kernels.ts';
import { isWithin, mountOf, mounts } from '../../src/sources/mounts.ts';
import { pacmanUpgrade } from '../../src/sources/pacman.ts';
import { GIB } from '../../src/sources/size.ts';
import {
  deletedFiles,
  fileStat,
  space,
  spaceAgain,
  spaceApart,
  usage,
  writable,
} from '../../src/sources/space.ts';
import { clock, osRelease, placeOf, placeReads, user } from '../../src/sources/system.ts';
import { windowsDisks } from '../../src/sources/windows-disks.ts';
import { windowsHistory } from '../../src/sources/windows-update.ts';
import { wslDisk, wslName } from '../../src/sources/wsl-disk.ts';
import { consumersOf } from './consumers.ts';
import { windowsFindings } from './findings/windows.ts';
import { candidatesFor } from './reclaim.ts';
import { crowdedVolumes, measure, shortVolumes } from './room.ts';
import type { DiskSettings } from './settings.ts';
import { mayHang, volumesOf } from './volumes.ts';
import { suspectsOf } from './written.ts';

export const reads = {
  ...placeReads,
  osRelease,
  user,
  clock,
  mounts,
  fstab,
  bootFiles,
  windowsDisks,
  windowsHistory,
  wslName,
};

export type DiskFacts = Facts<typeof reads>;

export const families = [
  space,
  spaceAgain,
  writable,
  usage,
  fileStat,
  deletedFiles,
  upgradeSize,
  btrfsUsage,
  wslDisk,
];

export const followUps = (facts: DiskFacts, settings: DiskSettings): readonly Source<unknown>[] => {
  if (facts.windowsDisks.status === 'ok') return windowsFollowUps(facts, settings);
  if (facts.mounts.status !== 'ok') return [];
  const all = facts.mounts.value;
  const volumes = volumesOf(all);
  const short = shortVolumes(facts, settings);
  const measured = measure(facts);
  const isQuiet = (folder: string): boolean =>
    // Nothing may walk towards a mount that has not answered.
    !measured.some(
      ({ volume, space: room }) =>
        mayHang(volume) && room.status !== 'ok' && isWithin(volume.path, folder) && volume.path !== folder,
    );
  const settled = measured.every(
    ({ space: room, again }) => room.status !== 'timeout' || again !== undefined,
  );
  const system = measured.find(({ volume }) => volume.role === 'system');
  return [
    ...volumes.map((volume) => (mayHang(volume) ? spaceApart : space)(volume.path)),
    ...measured
      .filter(({ space: room }) => room.status === 'timeout')
      .map(({ volume }) => spaceAgain(volume.path)),
    ...suspectsOf(facts).map(({ path }) => writable(path)),
    ...volumes.filter(({ type }) => type === 'btrfs').map(({ path }) => btrfsUsage(path)),
    ...bootFileStats(facts),
    ...(settled
      ? crowdedVolumes(facts, settings)
          .flatMap((volume) => consumersOf(volume, all))
          .filter(isQuiet)
          .map(usage)
      : []),
    ...(settled && isTight(facts, settings) ? candidatesFor(facts).map(({ path }) => usage(path)) : []),
    ...(short.length > 0 ? [deletedFiles('all')] : []),
    ...(system?.space.status === 'ok' && !system.volume.readOnly
      ? simulations(facts, system.space.value.availableBytes, settings)
      : []),
    ...(placeOf(facts) === 'wsl' ? [wslDisk('this')] : []),
  ];
};

const windowsFollowUps = (facts: DiskFacts, settings: DiskSettings): readonly Source<unknown>[] =>
  windowsFindings(facts, settings).some(({ severity }) => severity !== 'info')
    ? candidatesFor(facts).map(({ path }) => usage(path))
    : [];

/** Where /boot is a volume of its own: how large a kernel with its initial RAM disk is here. */
const bootFileStats = ({ mounts: all, bootFiles: files }: DiskFacts): readonly Source<unknown>[] =>
  all.status === 'ok' && files.status === 'ok' && mountOf('/boot', all.value)?.path === '/boot'
    ? kernelSets(files.value).flatMap((set) => set.files.map((name) => fileStat(`/boot/${name}`)))
    : [];

/** Not on a full disk, in a container, nor where no package manager can be asked without rights. */
const simulatorOf = (facts: DiskFacts, settings: DiskSettings): 'apt' | 'pacman' | undefined => {
  const isFull = shortVolumes(facts, settings).some(
    ({ volume, level }) =>
      level === 'critical' && (volume.role === 'system' || ['/var', '/tmp', '/usr'].includes(volume.path)),
  );
  const isLinux = facts.platform.status === 'ok' && facts.platform.value.platform === 'linux';
  if (!isLinux || isFull || placeOf(facts) === 'container' || facts.osRelease.status !== 'ok')
    return undefined;
  const ids = [facts.osRelease.value.id, ...facts.osRelease.value.like];
  if (ids.some((id) => id === 'debian' || id === 'ubuntu')) return 'apt';
  return ids.some((id) => id === 'arch' || id === 'archlinux' || id === 'manjaro') ? 'pacman' : undefined;
};

/** apt takes a second to reckon: in a quick look only where the answer may matter. */
const simulations = (
  facts: DiskFacts,
  freeBytes: number,
  settings: DiskSettings,
): readonly Source<unknown>[] => {
  const simulator = simulatorOf(facts, settings);
  if (simulator === undefined) return [];
  if (simulator === 'pacman') return [pacmanUpgrade];
  const full = upgradeSize('apt');
  const isTight = freeBytes < settings.simulateBelowGib * GIB;
  return facts.get(full).status === 'left-out' && isTight ? [full, upgradeSize('apt now')] : [full];
};

/** Whether anything is short, so that what may be removed is worth measuring. */
const isTight = (facts: DiskFacts, settings: DiskSettings): boolean =>
  shortVolumes(facts, settings).some(({ volume }) => volume.role !== 'media' && volume.role !== 'remote') ||
  measure(facts).some(
    ({ volume, space: room }) =>
      volume.role === 'boot' && room.status === 'ok' && room.value.availableBytes < room.value.totalBytes / 4,
  );
