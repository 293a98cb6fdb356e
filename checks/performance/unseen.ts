/** What had to be seen and was not; what is not on this computer did not have to be. */
import { type Unknown, unknown } from '../../src/contract.ts';
import { jetsamReport } from './macos/jetsam.ts';
import { newestReports, type PerformanceFacts } from './probe.ts';
import type { View } from './view.ts';

export const unseen = (facts: PerformanceFacts, { system }: View): readonly Unknown[] => {
  if (facts.platform.status !== 'ok') return [unknown(facts.platform)];
  if (system === 'win32') return unseenOnWindows(facts);
  return system === 'darwin' ? unseenOnMac(facts) : unseenOnLinux(facts);
};

const unseenOnWindows = ({ windowsLoad, windowsEvents, processes }: PerformanceFacts): readonly Unknown[] => {
  const isDamaged =
    windowsLoad.status === 'ok' &&
    (windowsLoad.value.busyPct === null || windowsLoad.value.memory.committedPct === null);
  return [
    ...(isDamaged ? [withoutCounters(windowsLoad.from)] : []),
    ...[windowsLoad, windowsEvents, processes].flatMap((one) => (one.status === 'ok' ? [] : [unknown(one)])),
  ];
};

/** Damaged, Windows has no such classes, and says nothing of it. */
const withoutCounters = (source: string): Unknown => ({
  source,
  reason: 'failed',
  why: 'the performance counters of this Windows are damaged; lodctr /r makes them anew',
});

const unseenOnLinux = (facts: PerformanceFacts): readonly Unknown[] => {
  const { memory, memoryPressure, loadAverage, kernelLog, oomKills } = facts;
  // A kernel without disks has no such files.
  const disks = [facts.blockDevices, facts.diskTimes, facts.diskTimesLater].filter(
    ({ status }) => status !== 'absent',
  );
  const looks = [
    ...disks,
    facts.uptime,
    facts.uptimeLater,
    facts.cpuTimes,
    facts.cpuTimesLater,
    facts.processes,
    facts.processesLater,
  ];
  const isNothingKilled = oomKills.status === 'ok' && oomKills.value === 0;
  const isMemoryKnown =
    memoryPressure.status === 'ok' || (memory.status === 'ok' && memory.value.availableBytes !== null);
  return [
    ...(isMemoryKnown ? [] : [memory.status === 'ok' ? withoutAvailable(memory.from) : unknown(memory)]),
    ...(loadAverage.status === 'ok' ? [] : [unknown(loadAverage)]),
    ...(kernelLog.status === 'ok' || isNothingKilled ? [] : [unknown(kernelLog)]),
    ...looks.flatMap((one) => (one.status === 'ok' ? [] : [unknown(one)])),
  ];
};

const withoutAvailable = (source: string): Unknown => ({
  source,
  reason: 'failed',
  why: 'a kernel before 3.14 does not tell how much memory is available',
});

const unseenOnMac = (facts: PerformanceFacts): readonly Unknown[] => {
  const reports = newestReports(facts).map((name) => facts.get(jetsamReport(name)));
  // The folder is made with the first report.
  const folder = facts.jetsamFiles.status === 'absent' ? [] : [facts.jetsamFiles];
  return [facts.macLoad, facts.processes, ...folder, ...reports].flatMap((one) =>
    one.status === 'ok' ? [] : [unknown(one)],
  );
};
