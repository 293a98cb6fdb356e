/** Whether the processor is full, and which program fills it. */
import type { Finding, Severity } from '../../../src/contract.ts';
import { waitedForCore } from '../linux.ts';
import { choreOf, type Maintenance, maintenanceIn } from '../maintenance.ts';
import type { Messages } from '../messages.en.ts';
import type { Worker } from '../params.ts';
import { LONG_LOOK_MS, type PerformanceFacts } from '../probe.ts';
import { cpuOf, mostCpu, type Program } from '../programs.ts';
import type { PerformanceSettings } from '../settings.ts';
import { isFull } from '../suspects.ts';
import type { View } from '../view.ts';
import { windowsLater } from '../windows.ts';

type Found = readonly Finding<Messages>[];

const workers = ({ programs }: View): readonly Worker[] =>
  mostCpu(programs).map(({ name, cpuPct }) => ({ name, cpuPct: Math.round(cpuPct) }));

/** The chore that uses most of what is used now: then it is slow for a while, and that is no fault. */
export const busyChore = (view: View, settings: PerformanceSettings): Maintenance | undefined => {
  const [first] = maintenanceIn(view.programs, settings);
  const used = cpuOf(view.programs);
  return first !== undefined && first.cpuPct > 0 && (100 * first.cpuPct) / used >= settings.maintenancePct
    ? first
    : undefined;
};

export const cpuSaturated = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  const seen = view.system === 'win32' ? windows(facts, view, settings) : unix(facts, view, settings);
  if (seen === undefined) return [];
  const chore = busyChore(view, settings);
  const isHosts = view.stealPct >= settings.stealPct;
  // What lets others go first fills the cores, and is in nobody's way.
  const isYielding = cpuOf(view.programs.filter(({ nice }) => nice > 0)) >= cpuOf(view.programs) / 2;
  return [
    {
      code: 'performance/cpu-saturated',
      severity: chore !== undefined || isHosts || isYielding ? 'info' : seen.severity,
      params: {
        load5: seen.load5,
        load15: seen.load15,
        seconds: seen.seconds,
        cores: view.cores,
        busyPct: view.busyPct === null ? null : Math.round(view.busyPct),
        stealPct: isHosts ? Math.round(view.stealPct) : 0,
        most: workers(view),
        chore: chore?.chore ?? '',
      },
      evidence: [...seen.from],
    },
  ];
};

interface Seen {
  readonly severity: Severity;
  readonly load5: number | null;
  readonly load15: number | null;
  readonly seconds: number | null;
  readonly from: readonly string[];
}

/**
 * A load above the number of cores alone says nothing: whoever waits for a share that does not answer is counted too.
 * So programs must have waited for a core all that time, and the programs that can be seen must use the cores now.
 */
const unix = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Seen | undefined => {
  const reading = view.system === 'darwin' ? facts.macLoad : facts.loadAverage;
  if (reading.status !== 'ok' || view.cores === null || view.cores === 0) return undefined;
  const { load5, load15 } = reading.value;
  const perCore = Math.min(load5, load15) / view.cores;
  if (perCore <= settings.warnLoadPerCore) return undefined;
  const waiting = facts.cpuPressure;
  const some = waiting.status === 'ok' ? waiting.value.some : null;
  if (some !== null && Math.min(some.avg60, some.avg300) < settings.cpuWaitPct) return undefined;
  if (!isUsed(view, settings)) return undefined;
  return {
    severity: perCore > settings.criticalLoadPerCore ? 'critical' : 'warning',
    load5,
    load15,
    seconds: null,
    from: [reading.from, ...(waiting.status === 'ok' ? [waiting.from] : [])],
  };
};

/** By programs that can be seen, this one aside; macOS' own figures are averages of the last minute. */
const isUsed = (view: View, settings: PerformanceSettings): boolean => {
  if (view.busyPct !== null && view.busyPct < settings.busyCpuPct) return false;
  const seenPct = cpuOf(view.programs) / (view.cores ?? 1);
  return seenPct >= (view.busyPct ?? 100) / 2;
};

/**
 * Windows keeps no averages, and nobody waits a minute here (fault catalogue: 90 % for 60 s): it is a warning where
 * it lasts for nine seconds, and half of it is used by programs that have used as much for a minute or longer.
 */
const windows = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Seen | undefined => {
  const { windowsLoad } = facts;
  if (windowsLoad.status !== 'ok' || !isFull(view, settings) || !isUsed(view, settings)) return undefined;
  const longer = facts.get(windowsLater(LONG_LOOK_MS));
  const stays = longer.status === 'ok' && (longer.value.busyPct ?? 0) >= settings.fullCpuPct;
  const lasting = view.programs
    .filter(({ ageSeconds }) => (ageSeconds ?? 0) >= settings.runawaySeconds)
    .reduce((sum, { lifetimePct, cpuPct }) => sum + Math.min(lifetimePct ?? 0, cpuPct ?? 0), 0);
  const isLasting = stays && lasting / (view.cores ?? 1) >= settings.fullCpuPct / 2;
  return {
    severity: isLasting ? 'warning' : 'info',
    load5: null,
    load15: null,
    seconds: Math.round(stays && longer.status === 'ok' ? longer.value.seconds : windowsLoad.value.seconds),
    from: [windowsLoad.from, ...(stays ? [longer.from] : [])],
  };
};

const MOST_RUNAWAYS = 3;

/** One program that keeps a core busy: a note while others are free, a warning where everybody has to wait for it. */
export const runaways = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  const isFull = view.busyPct !== null && view.busyPct >= settings.busyCpuPct;
  return [
    ...view.programs
      .filter((program) => choreOf(program.name) === undefined && isBusy(program, facts, view, settings))
      .sort((a, b) => (b.cpuPct ?? 0) - (a.cpuPct ?? 0))
      .slice(0, MOST_RUNAWAYS)
      .map((program): Finding<Messages> => {
        const isLong = (program.ageSeconds ?? 0) >= settings.runawaySeconds;
        // Whoever works with it in a terminal, and whoever lets others go first, is in nobody's way.
        const isMeant = program.foreground || program.nice > 0;
        return runaway(facts, view, program, isLong && isFull && !isMeant ? 'warning' : 'info', {
          what: 'cpu',
          isAlone: !isFull,
        });
      }),
    ...gluttons(facts, view, settings),
  ];
};

/**
 * Since it began, and not for this moment only; macOS' own figure is one of the last minute already. Where the cores
 * are full nobody gets a whole one: who wanted one all the time counts, where the system tells.
 */
const isBusy = (
  program: Program,
  facts: PerformanceFacts,
  { system }: View,
  settings: PerformanceSettings,
): boolean => {
  const { runawayCpuPct, runawayNowPct } = settings;
  if (system === 'darwin') return (program.cpuPct ?? 0) >= runawayCpuPct;
  const waited = facts.get(waitedForCore(String(program.pid)));
  const age = program.ageSeconds ?? 0;
  const waitedPct = waited.status === 'ok' && age > 0 ? (100 * waited.value) / age : 0;
  const nowPct = waitedPct > 0 ? runawayNowPct : runawayCpuPct / 2;
  return (program.cpuPct ?? 0) >= nowPct && (program.lifetimePct ?? 0) + waitedPct >= runawayCpuPct;
};

const gluttons = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  const { totalBytes } = view;
  if (totalBytes === null || totalBytes <= 0) return [];
  return view.programs
    .filter(({ memoryBytes }) => (100 * memoryBytes) / totalBytes > settings.runawayMemoryPct)
    .map((program) => runaway(facts, view, program, 'info', { what: 'memory', isAlone: true }));
};

const runaway = (
  { processes }: PerformanceFacts,
  { system, totalBytes }: View,
  program: Program,
  severity: Severity,
  { what, isAlone }: { readonly what: 'cpu' | 'memory'; readonly isAlone: boolean },
): Finding<Messages> => ({
  code: 'performance/runaway-process',
  severity,
  params: {
    what,
    name: program.name,
    pid: program.pid,
    cpuPct: program.cpuPct === null ? null : Math.round(program.cpuPct),
    seconds: program.ageSeconds === null ? null : Math.round(program.ageSeconds),
    bytes: program.memoryBytes,
    memoryPct: totalBytes === null ? null : Math.round((100 * program.memoryBytes) / totalBytes),
    isAlone,
    system,
  },
  evidence: [processes.from],
  ...(what === 'memory' && { explains: [] }),
});
