/** What is read: counters of the kernel first, then the disks themselves, then a second look at what is hot. */
import type { Facts, Reading, Source } from '../../src/contract.ts';
import {
  type BlockDevice,
  blockDevices,
  blockNumbers,
  nvmeControllers,
} from '../../src/sources/block-devices.ts';
import {
  btrfsDevices,
  ext4Errors,
  memoryControllers,
  taint,
  throttles,
  throttlesLater,
} from '../../src/sources/health-counters.ts';
import { bootMarks } from '../../src/sources/journal.ts';
import { kernelLog } from '../../src/sources/kernel-log.ts';
import {
  MAC_LOG_SPAN,
  macDiskLog,
  macHardware,
  macPanic,
  macPanicFiles,
  macThermal,
} from '../../src/sources/mac-hardware.ts';
import { macRaid } from '../../src/sources/mac-raid.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { mounts } from '../../src/sources/mounts.ts';
import { powerSupplies } from '../../src/sources/power.ts';
import { mdArrays, zfsPools, zpoolStatus } from '../../src/sources/raid.ts';
import { type Chip, chips, sensors, sensorsAgain } from '../../src/sources/sensors.ts';
import { type SmartTarget, smart, smartScan, targetName } from '../../src/sources/smartctl.ts';
import { clock, placeOf, placeReads, user } from '../../src/sources/system.ts';
import { type KnownHealth, knownDrive, knownHealth } from '../../src/sources/udisks.ts';
import { windowsEvents } from '../../src/sources/windows-events.ts';
import { windowsHardware } from '../../src/sources/windows-hardware.ts';
import { diskOf, isLoose, realDisks } from './disks.ts';
import { nearLimit } from './heat.ts';
import type { HardwareSettings } from './settings.ts';

export const reads = {
  ...placeReads,
  ...machineReads,
  user,
  clock,
  mounts,
  blockDevices,
  blockNumbers,
  nvmeControllers,
  kernelLog,
  powerSupplies,
  smartScan,
  ext4Errors,
  btrfsDevices,
  mdArrays,
  zfsPools,
  memoryControllers,
  taint,
  throttles,
  chips,
  bootMarks,
  windowsHardware,
  windowsEvents,
  macHardware,
  macThermal,
  macPanicFiles,
  macRaid,
};

export type HardwareFacts = Facts<typeof reads>;

export const families = [
  knownDrive,
  knownHealth,
  smart,
  sensors,
  sensorsAgain,
  throttlesLater,
  zpoolStatus,
  macPanic,
  macDiskLog,
];

export const followUps = (facts: HardwareFacts, settings: HardwareSettings): readonly Source<unknown>[] => {
  if (placeOf(facts) !== 'computer') return [];
  const known = chipsOf(facts);
  const folders = [...new Set(known.map(({ folder }) => folder))];
  return [
    ...(facts.throttles.status === 'ok' ? [throttlesLater('all')] : []),
    ...(isMac(facts) ? [macDiskLog(MAC_LOG_SPAN)] : []),
    ...targetsOf(facts).map((target) => smart(targetName(target))),
    ...knownFor(facts),
    ...(facts.zfsPools.status === 'ok' && facts.zfsPools.value.length > 0 ? [zpoolStatus('all')] : []),
    ...folders.map((folder) => sensors(folder)),
    ...folders
      .filter((folder) => {
        const reading = facts.get(sensors(folder));
        return reading.status === 'ok' && nearLimit(reading.value, settings).length > 0;
      })
      .map((folder) => sensorsAgain(folder)),
    ...(facts.macPanicFiles.status === 'ok'
      ? facts.macPanicFiles.value.slice(-3).map((name) => macPanic(name))
      : []),
  ];
};

/** What takes long is asked with the rest, so that nothing waits for it. */
export const isMac = ({ platform }: HardwareFacts): boolean =>
  platform.status === 'ok' && platform.value.platform === 'darwin';

/** udisks is asked for what smartctl did not tell: it needs no rights. */
const knownFor = (facts: HardwareFacts): readonly Source<unknown>[] =>
  unasked(facts).flatMap((disk) => {
    const drive = facts.get(knownDrive(disk.name));
    return [knownDrive(disk.name), ...(drive.status === 'ok' ? [knownHealth(drive.value)] : [])];
  });

/** The disks that no reading of smartctl's speaks of, once it has been asked. */
export const unasked = (facts: HardwareFacts): readonly BlockDevice[] => {
  const targets = targetsOf(facts);
  if (targets.some((target) => !facts.asked(smart(targetName(target))))) return [];
  const told = targets
    .filter((target) => facts.get(smart(targetName(target))).status === 'ok')
    .map(({ device }) => diskOf(device));
  return realDisks(facts)
    .filter((disk) => MEASURED.has(disk.transport) && !isLoose(disk) && !told.includes(diskOf(disk.name)))
    .slice(0, MOST_KNOWN);
};

const MOST_KNOWN = 8;

/** How disks are attached that have a health of their own. */
const MEASURED: ReadonlySet<string> = new Set(['ata', 'sas', 'scsi', 'nvme', 'usb']);

/** What udisks told of a disk; undefined where it told nothing. */
export const knownOf = (disk: string, facts: HardwareFacts): Reading<KnownHealth> | undefined => {
  const drive = facts.get(knownDrive(disk));
  return drive.status === 'ok' ? facts.get(knownHealth(drive.value)) : undefined;
};

/** More are not asked: a server with a hundred disks has tools of its own. */
const MOST_DISKS = 40;

/** The disks that can be asked: those smartctl lists, and what only the kernel names so. */
export const targetsOf = (facts: HardwareFacts): readonly SmartTarget[] => {
  if (facts.smartScan.status !== 'ok') return [];
  const listed = facts.smartScan.value;
  const loose = realDisks(facts)
    .filter(isLoose)
    .map(({ name }) => `/dev/${name}`);
  const names = new Set(listed.map(({ device }) => diskOf(device)));
  const unlisted = realDisks(facts)
    .filter((disk) => ASKED.has(disk.transport) && !isLoose(disk) && !names.has(diskOf(disk.name)))
    .map(({ name }) => ({ device: `/dev/${name}`, type: 'auto' }));
  return [...listed.filter(({ device }) => !loose.includes(device)), ...unlisted].slice(0, MOST_DISKS);
};

const ASKED: ReadonlySet<string> = new Set(['ata', 'sas', 'scsi', 'nvme']);

/** Without those whose asking may wake a disk. */
export const chipsOf = ({ chips: all }: HardwareFacts): readonly Chip[] =>
  all.status === 'ok' ? all.value.filter(({ name }) => name !== 'drivetemp') : [];
