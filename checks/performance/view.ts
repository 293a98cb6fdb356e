/** The same few figures on every system: what the rules look at. */
import { diskOfNumber } from '../../src/sources/block-devices.ts';
import { machineOf } from '../../src/sources/machine.ts';
import { placeOf } from '../../src/sources/system.ts';
import { macSecondLook, type PerformanceFacts } from './probe.ts';
import { askedBy, ownFamily, type Program, programsBetween, programsOf } from './programs.ts';

export interface View {
  readonly system: 'linux' | 'win32' | 'darwin';
  readonly isWsl: boolean;
  readonly isVirtual: boolean;
  readonly uptimeSeconds: number | null;
  readonly cores: number | null;
  /** Of all cores together, now; null where it could not be measured. */
  readonly busyPct: number | null;
  readonly stealPct: number;
  /** Without this program itself. */
  readonly programs: readonly Program[];
  readonly totalBytes: number | null;
  readonly disks: readonly DiskLoad[];
}

export interface DiskLoad {
  /** `sda`, `0 C: D:`; '' where they are not told apart. */
  readonly name: string;
  readonly model: string;
  readonly busyPct: number;
  /** Null where nothing was done in that time. */
  readonly waitMs: number | null;
  readonly isHdd: boolean;
  readonly subject?: string;
}

export const viewOf = (facts: PerformanceFacts): View => {
  const platform = facts.platform.status === 'ok' ? facts.platform.value : null;
  const common = {
    isWsl: placeOf(facts) === 'wsl',
    isVirtual: machineOf(facts).virtual !== null,
    uptimeSeconds: platform?.bootedSecondsAgo ?? null,
  };
  if (platform?.platform === 'win32') return { ...common, ...windows(facts) };
  return platform?.platform === 'darwin'
    ? { ...common, ...mac(facts) }
    : { ...common, ...linux(facts, common) };
};

type Rest = Omit<View, 'isWsl' | 'isVirtual' | 'uptimeSeconds'>;

const linux = (facts: PerformanceFacts, { uptimeSeconds }: { uptimeSeconds: number | null }): Rest => {
  const { cpuTimes, cpuTimesLater, processes, processesLater, uptime, uptimeLater } = facts;
  const { ownProcess, memory } = facts;
  const isCounted = cpuTimes.status === 'ok' && cpuTimesLater.status === 'ok';
  const ticks = isCounted ? cpuTimesLater.value.total - cpuTimes.value.total : 0;
  const cores = cpuTimes.status === 'ok' ? cpuTimes.value.cores : null;
  const elapsedMs =
    uptime.status === 'ok' && uptimeLater.status === 'ok' ? 1000 * (uptimeLater.value - uptime.value) : 0;
  const share = (part: 'idle' | 'steal'): number =>
    isCounted && ticks > 0 ? (100 * (cpuTimesLater.value[part] - cpuTimes.value[part])) / ticks : 0;
  const after = processesLater.status === 'ok' ? processesLater.value : [];
  const own = ownProcess.status === 'ok' ? ownFamily(after, ownProcess.value) : new Set<number>();
  return {
    system: 'linux',
    cores,
    busyPct: isCounted && ticks > 0 ? Math.min(100, Math.max(0, 100 - share('idle'))) : null,
    stealPct: Math.max(0, share('steal')),
    programs: programsBetween(
      processes.status === 'ok' ? processes.value : [],
      after,
      elapsedMs / 1000,
      uptimeLater.status === 'ok' ? uptimeLater.value : uptimeSeconds,
    ).filter(({ pid }) => !own.has(pid)),
    totalBytes: memory.status === 'ok' ? memory.value.totalBytes : null,
    disks: linuxDisks(facts, elapsedMs),
  };
};

const linuxDisks = (facts: PerformanceFacts, elapsedMs: number): readonly DiskLoad[] => {
  const { diskTimes, diskTimesLater, blockDevices } = facts;
  if (diskTimes.status !== 'ok' || diskTimesLater.status !== 'ok' || blockDevices.status !== 'ok') return [];
  if (elapsedMs <= 0) return [];
  const real = blockDevices.value.filter(({ transport, bytes }) => transport !== 'virtual' && bytes > 0);
  return real.flatMap((disk) => {
    const before = diskTimes.value.find(({ name }) => name === disk.name);
    const after = diskTimesLater.value.find(({ name }) => name === disk.name);
    if (before === undefined || after === undefined) return [];
    const done = after.done - before.done;
    const busyPct = Math.min(100, Math.max(0, (100 * (after.busyMs - before.busyMs)) / elapsedMs));
    // Nothing was done although something waits: it waits at least as long as was looked.
    const isStuck = done === 0 && before.inFlight > 0 && after.inFlight > 0;
    return [
      {
        name: disk.name,
        model: disk.model ?? '',
        busyPct: isStuck ? 100 : busyPct,
        waitMs: isStuck ? elapsedMs : done > 0 ? (after.waitedMs - before.waitedMs) / done : null,
        isHdd: disk.rotational === true && disk.transport !== 'virtio',
        ...(real.length > 1 && { subject: mountOn(disk.name, facts) ?? disk.name }),
      },
    ];
  });
};

/** Where a disk is mounted, as other checks call it. */
const mountOn = (disk: string, { mounts, blockNumbers }: PerformanceFacts): string | undefined => {
  if (mounts.status !== 'ok' || blockNumbers.status !== 'ok') return undefined;
  return mounts.value
    .filter(({ volume }) => diskOfNumber(volume, blockNumbers.value) === disk)
    .map(({ path }) => path)
    .sort((a, b) => a.length - b.length)[0];
};

const windows = (facts: PerformanceFacts): Rest => {
  const { windowsLoad, processes } = facts;
  const load = windowsLoad.status === 'ok' ? windowsLoad.value : null;
  return {
    system: 'win32',
    cores: load?.cores ?? null,
    busyPct: load?.busyPct ?? null,
    stealPct: 0,
    programs: others(facts, processes, 'powershell.exe'),
    totalBytes: load?.memory.totalBytes ?? null,
    disks: (load?.disks ?? []).map(({ name, busyPct, waitMs }) => ({
      name,
      model: '',
      busyPct,
      waitMs,
      isHdd: load?.systemDisk?.isHdd === true && Number(name.split(' ')[0]) === load.systemDisk.number,
    })),
  };
};

const mac = (facts: PerformanceFacts): Rest => {
  const { macLoad, macTop, processes } = facts;
  const load = macLoad.status === 'ok' ? macLoad.value : null;
  return {
    system: 'darwin',
    cores: load?.cores ?? null,
    busyPct: macTop.status === 'ok' ? macTop.value.busyPct : null,
    stealPct: 0,
    programs: others(facts, processes, 'ps'),
    totalBytes: load?.totalBytes ?? null,
    disks: macDisks(facts),
  };
};

const others = (
  { platform }: PerformanceFacts,
  processes: PerformanceFacts['processes'],
  tool: string,
): readonly Program[] => {
  if (processes.status !== 'ok' || platform.status !== 'ok') return [];
  const self = askedBy(processes.value, tool);
  const own = self === null ? new Set<number>() : ownFamily(processes.value, self);
  return programsOf(processes.value).filter(({ pid }) => !own.has(pid));
};

/** macOS counts since the start: two looks of a few seconds' distance. */
const macDisks = (facts: PerformanceFacts): readonly DiskLoad[] => {
  const { macDisksFirst: first, macFirstAt: firstAt } = facts;
  const [second, secondAt] = [facts.get(macSecondLook.times), facts.get(macSecondLook.at)];
  if (first.status !== 'ok' || second.status !== 'ok') return [];
  if (firstAt.status !== 'ok' || secondAt.status !== 'ok') return [];
  const before = first.value;
  const after = second.value;
  const elapsedMs = secondAt.value - firstAt.value;
  // A disk that came or went meanwhile changes their order.
  if (before.length !== after.length || elapsedMs <= 0) return [];
  const isHdd = facts.macSystemDisk.status === 'ok' && facts.macSystemDisk.value?.isHdd === true;
  return after.flatMap((disk, at) => {
    const earlier = before[at];
    if (earlier === undefined) return [];
    const done = disk.done - earlier.done;
    const waitedMs = disk.waitedMs - earlier.waitedMs;
    if (done <= 0 || waitedMs < 0) return [];
    return [
      {
        name: '',
        model: '',
        busyPct: Math.min(100, (100 * waitedMs) / elapsedMs),
        waitMs: waitedMs / done,
        isHdd,
      },
    ];
  });
};
