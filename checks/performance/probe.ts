/** What is read: counters twice, half a second apart; the kernel's own averages; and who uses how much. */
import type { Facts, Source } from '../../src/contract.ts';
import { blockDevices, blockNumbers } from '../../src/sources/block-devices.ts';
import { lastStartKernelLog } from '../../src/sources/journal.ts';
import { kernelLog } from '../../src/sources/kernel-log.ts';
import { machineReads } from '../../src/sources/machine.ts';
import { mounts } from '../../src/sources/mounts.ts';
import { powerSupplies } from '../../src/sources/power.ts';
import { cpuPressure, ioPressure, memoryPressure } from '../../src/sources/pressure.ts';
import { processes, processesAfter } from '../../src/sources/processes.ts';
import { clock, placeOf, placeReads, user } from '../../src/sources/system.ts';
import { windowsEvents } from '../../src/sources/windows-events.ts';
import {
  cpuTimesAfter,
  diskTimesAfter,
  loadAverage,
  memory,
  oomKills,
  ownProcess,
  uptimeAfter,
  waitedForCore,
} from './linux.ts';
import { lookedAt, macDiskTimes, macSystemDisk } from './macos/disks.ts';
import { jetsamFiles, jetsamReport } from './macos/jetsam.ts';
import { macBackup, macLoad, macPower, macSupply, macTop, ownAgents, sharedAgents } from './macos.ts';
import { oomdKills } from './oom.ts';
import {
  autostart,
  autostartEntry,
  platformProfile,
  powerProfile,
  scaling,
  tunedProfile,
  unitFolders,
  userUnits,
} from './session.ts';
import type { PerformanceSettings } from './settings.ts';
import { isFull, suspectsIn } from './suspects.ts';
import { viewOf } from './view.ts';
import { windowsLater, windowsLoad } from './windows.ts';

/**
 * Two looks, long enough apart to count in hundredths of a second, short enough to wait for. The first one waits
 * too: reads that wait begin in time, whatever else is being read.
 */
const FIRST_MS = '20';
const SECOND_MS = '520';
/** A look that takes longer than most peaks. */
export const LONG_LOOK_MS = '8000';

export const reads = {
  ...placeReads,
  ...machineReads,
  user,
  clock,
  mounts,
  blockDevices,
  blockNumbers,
  powerSupplies,
  kernelLog,
  cpuPressure,
  ioPressure,
  memoryPressure,
  loadAverage,
  memory,
  oomKills,
  ownProcess,
  uptime: uptimeAfter(FIRST_MS),
  uptimeLater: uptimeAfter(SECOND_MS),
  cpuTimes: cpuTimesAfter(FIRST_MS),
  cpuTimesLater: cpuTimesAfter(SECOND_MS),
  diskTimes: diskTimesAfter(FIRST_MS),
  diskTimesLater: diskTimesAfter(SECOND_MS),
  processes,
  processesLater: processesAfter(SECOND_MS),
  platformProfile,
  powerProfile,
  tunedProfile,
  scaling,
  windowsLoad,
  windowsEvents,
  macLoad,
  macSystemDisk,
  macPower,
  macSupply,
  macTop,
  macBackup,
  jetsamFiles,
  sharedAgents,
  // Beside `top`, which takes five seconds: the second look is had when it is through.
  macDisksFirst: macDiskTimes('first'),
  macFirstAt: lookedAt('first'),
};

export type PerformanceFacts = Facts<typeof reads>;

export const families = [
  cpuTimesAfter,
  diskTimesAfter,
  processesAfter,
  uptimeAfter,
  waitedForCore,
  windowsLater,
  macDiskTimes,
  lookedAt,
  jetsamReport,
  ownAgents,
  autostart,
  autostartEntry,
  userUnits,
];

const NEWEST_REPORTS = 3;

export const macSecondLook = { times: macDiskTimes('second'), at: lookedAt('second') } as const;

export const followUps = (
  facts: PerformanceFacts,
  settings: PerformanceSettings,
): readonly Source<unknown>[] => {
  if (placeOf(facts) === 'container') return [];
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system === 'win32') return isFull(viewOf(facts), settings) ? [windowsLater(LONG_LOOK_MS)] : [];
  return system === 'darwin' ? macFollowUps(facts) : linuxFollowUps(facts, settings);
};

const macFollowUps = (facts: PerformanceFacts): readonly Source<unknown>[] => [
  ...(facts.macDisksFirst.status === 'ok' ? [macSecondLook.times, macSecondLook.at] : []),
  ...newestReports(facts).map(jetsamReport),
  ...(facts.user.status === 'ok' ? [ownAgents(facts.user.value.home)] : []),
];

export const newestReports = ({ jetsamFiles: files }: PerformanceFacts): readonly string[] =>
  files.status === 'ok' ? files.value.slice(-NEWEST_REPORTS) : [];

const linuxFollowUps = (
  facts: PerformanceFacts,
  settings: PerformanceSettings,
): readonly Source<unknown>[] => {
  const { startupItems, oomHours } = settings;
  const home = facts.user.status === 'ok' ? facts.user.value.home : null;
  const isOomd =
    facts.processes.status === 'ok' && facts.processes.value.some(({ name }) => name === 'systemd-oomd');
  const isYoung = facts.platform.status === 'ok' && facts.platform.value.bootedSecondsAgo < oomHours * 3600;
  const isSystemd =
    facts.processes.status === 'ok' && facts.processes.value.some(({ name }) => name === 'systemd');
  const items = home === null ? [] : startupNames(facts, home);
  return [
    ...suspectsIn(viewOf(facts), settings).map(({ pid }) => waitedForCore(String(pid))),
    ...(isOomd ? [oomdKills] : []),
    ...(isYoung && isSystemd ? [lastStartKernelLog] : []),
    ...(home === null ? [] : [autostart(home), ...unitFolders(home).map(userUnits)]),
    ...(home !== null && items.length > startupItems
      ? items
          .filter((name) => name.endsWith('.desktop'))
          .slice(0, MOST_ENTRIES)
          .map((name) => autostartEntry(entryPath(home, name)))
      : []),
  ];
};

const MOST_ENTRIES = 60;

const entryPath = (home: string, name: string): string => `${home}/.config/autostart/${name}`;

/** What begins with the session, switched off or not. */
const startupNames = (facts: PerformanceFacts, home: string): readonly string[] =>
  [autostart(home), ...unitFolders(home).map(userUnits)].flatMap((one) => {
    const reading = facts.get(one);
    return reading.status === 'ok' ? reading.value : [];
  });

/** What really begins: entries that are switched off are left out. */
export const startingPrograms = (facts: PerformanceFacts, home: string): readonly string[] =>
  startupNames(facts, home)
    .filter((name) => {
      const entry = facts.get(autostartEntry(entryPath(home, name)));
      return entry.status !== 'ok' || entry.value;
    })
    .map((name) => name.replace(/\.(?:desktop|service|timer|socket|path)$/, ''));
