/** What is read: how this start went, how the one before ended, and whether the next one can succeed. */
import type { Facts, Source } from '../../src/contract.ts';
import { commandLine } from '../../src/sources/command-line.ts';
import { fileVault, mappings } from '../../src/sources/encryption.ts';
import { fstab } from '../../src/sources/fstab.ts';
import { taint } from '../../src/sources/health-counters.ts';
import { bootMarks, lastStartKernelLog, unitRestarts } from '../../src/sources/journal.ts';
import { kernelLog } from '../../src/sources/kernel-log.ts';
import { bootFiles } from '../../src/sources/kernels.ts';
import { MAC_LOG_SPAN, macDiskLog, macPanic, macPanicFiles } from '../../src/sources/mac-hardware.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { mounts } from '../../src/sources/mounts.ts';
import { clock, osRelease, placeOf, placeReads, user } from '../../src/sources/system.ts';
import { unitDetail, unitLog, units } from '../../src/sources/systemd.ts';
import { windowsEvents } from '../../src/sources/windows-events.ts';
import { imageReads } from './boot-images.ts';
import { guardReads } from './findings/guard.ts';
import { deviceReads } from './fstab.ts';
import { personReads } from './person.ts';
import { bootFile, bootReads, grubConfig } from './reads/boot.ts';
import { crashReads, keptFolder, keptPath, pstorePath, record, recordTime } from './reads/crash.ts';
import { deviceFile, deviceNames } from './reads/devices.ts';
import { partsOf, snapshotFolder } from './reads/disks.ts';
import { macReads, macVolumeRoles } from './reads/macos.ts';
import { openRcReads } from './reads/openrc.ts';
import { accounts, ownedBy, writableHome } from './reads/person.ts';
import { blame, startTime } from './reads/times.ts';
import { windowsReads } from './reads/windows.ts';
import type { SafeModeSettings } from './settings.ts';
import { startsOf } from './starts.ts';
import { troubled } from './troubled.ts';
import { wayReads } from './way-reads.ts';

export const reads = {
  ...placeReads,
  ...machineReads,
  ...wayReads,
  ...bootReads,
  ...crashReads,
  ...openRcReads,
  ...windowsReads,
  ...macReads,
  user,
  clock,
  mounts,
  osRelease,
  commandLine,
  units,
  unitRestarts,
  bootMarks,
  lastStartKernelLog,
  kernelLog,
  taint,
  fstab,
  bootFiles,
  accounts,
  mappings,
  fileVault,
  macPanicFiles,
  windowsEvents,
};

export type SafeModeFacts = Facts<typeof reads>;

export const families = [
  unitDetail,
  unitLog,
  bootFile,
  grubConfig,
  deviceNames,
  deviceFile,
  keptFolder,
  recordTime,
  record,
  startTime,
  blame,
  ownedBy,
  writableHome,
  partsOf,
  snapshotFolder,
  macPanic,
  macDiskLog,
  macVolumeRoles,
];

export const followUps = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Source<unknown>[] => {
  if (placeOf(facts) !== 'computer') return [];
  return [
    ...troubled(facts, settings).flatMap(({ unit }) => [unitDetail(unit), unitLog(unit)]),
    ...imageReads(facts),
    ...grubFolders(facts).map((folder) => grubConfig(folder)),
    ...deviceReads(facts),
    ...crashRecords(facts),
    ...personReads(facts),
    ...timeReads(facts, settings),
    ...guardReads(facts),
    ...macAsked(facts),
  ];
};

/** What takes long is asked at once; of the panics the newest, with the hardware check's. */
const macAsked = (facts: SafeModeFacts): readonly Source<unknown>[] =>
  facts.platform.status === 'ok' && facts.platform.value.platform === 'darwin'
    ? [
        macDiskLog(MAC_LOG_SPAN),
        macVolumeRoles('all'),
        ...(facts.macPanicFiles.status === 'ok'
          ? facts.macPanicFiles.value.slice(-3).map((name) => macPanic(name))
          : []),
      ]
    : [];

/** Folders of a GRUB that is installed: with its modules for a kind of computer. */
export const grubFolders = ({ grubFiles, grub2Files }: SafeModeFacts): readonly string[] =>
  [['grub', grubFiles] as const, ['grub2', grub2Files] as const].flatMap(([folder, files]) =>
    files.status === 'ok' && files.value.some((name) => GRUB_MODULES.test(name)) ? [folder] : [],
  );

const GRUB_MODULES = /^(?:i386-pc|(?:x86_64|i386|arm64|arm|riscv64)-efi|powerpc-ieee1275)$/;

/** The newest crashes are enough; one leaves several parts. */
const MOST_RECORDS = 4;
const MOST_FOLDERS = 3;

/** Names sort by their time, or by numbers that grow. */
const crashRecords = (facts: SafeModeFacts): readonly Source<unknown>[] => {
  const here = facts.pstore.status === 'ok' ? facts.pstore.value.slice(-MOST_RECORDS).map(pstorePath) : [];
  const kept = facts.pstoreKept.status === 'ok' ? facts.pstoreKept.value.slice(-MOST_FOLDERS) : [];
  return [
    ...here.flatMap((path) => [record(path), recordTime(path)]),
    ...kept.flatMap((name): readonly Source<unknown>[] => {
      const files = facts.get(keptFolder(name));
      return [
        recordTime(keptPath(name)),
        keptFolder(name),
        ...(files.status === 'ok'
          ? files.value
              .filter((file) => /^dmesg/.test(file))
              .slice(0, 1)
              .map((file) => record(keptPath(name, file)))
          : []),
      ];
    }),
  ];
};

/** The journal knows how long the start took; where it is closed or silent, systemd is asked. */
export const userspaceMs = (facts: SafeModeFacts): number | null => {
  const marked = facts.bootMarks.status === 'ok' ? startsOf(facts.bootMarks.value).at(-1)?.userspaceMs : null;
  if (marked != null) return marked;
  const told = facts.get(startTime('all'));
  return told.status === 'ok' ? told.value : null;
};

const timeReads = (
  facts: SafeModeFacts,
  { warnUserspaceS }: SafeModeSettings,
): readonly Source<unknown>[] => {
  if (facts.units.status !== 'ok') return [];
  const ms = userspaceMs(facts);
  if (ms === null) return [startTime('all')];
  return ms > warnUserspaceS * 1000 ? [blame('all')] : [];
};
