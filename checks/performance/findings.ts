/** What makes a computer slow. Synchronous and pure: the same facts give the same findings in the same order. */
import type { Diagnosis, Finding, Metric } from '../../src/contract.ts';
import { placeOf } from '../../src/sources/system.ts';
import { cpuSaturated, runaways } from './findings/cpu.ts';
import { diskSaturated, systemOnHdd } from './findings/disk.ts';
import { backgroundMaintenance, longUptime, powerSaver, startupLoad } from './findings/habits.ts';
import { lowRam, memoryPressure } from './findings/memory.ts';
import { outOfMemory } from './findings/out-of-memory.ts';
import type { Messages } from './messages.en.ts';
import type { PerformanceFacts } from './probe.ts';
import type { PerformanceSettings } from './settings.ts';
import { unseen } from './unseen.ts';
import { type View, viewOf } from './view.ts';

export const diagnose = (facts: PerformanceFacts, settings: PerformanceSettings): Diagnosis<Messages> => {
  // What a container sees of load and memory is its host's, and who uses it cannot be seen from there.
  if (placeOf(facts) === 'container') return { findings: [], skipped: 'container' };
  const view = viewOf(facts);
  const findings: readonly Finding<Messages>[] = [
    ...outOfMemory(facts, view, settings),
    ...memoryPressure(facts, view, settings),
    ...runaways(facts, view, settings),
    ...cpuSaturated(facts, view, settings),
    ...diskSaturated(facts, view, settings),
    ...lowRam(facts, view, settings),
    ...backgroundMaintenance(facts, view, settings),
    ...powerSaver(facts, view),
    ...systemOnHdd(facts, view),
    ...startupLoad(facts, view, settings),
    ...longUptime(facts, view, settings),
  ];
  return {
    findings: narrowed(findings),
    unknown: unseen(facts, view),
    metrics: metrics(facts, view, settings),
  };
};

/** A shortage of memory explains what was ended for want of it, and not who reached a limit of its own. */
const narrowed = (findings: readonly Finding<Messages>[]): readonly Finding<Messages>[] => {
  const isExplained = findings.some(
    (one) => one.code === 'performance/out-of-memory' && one.params.by !== 'limit',
  );
  return findings.map((one) =>
    one.code === 'performance/memory-pressure' && !isExplained ? { ...one, explains: [] } : one,
  );
};

const metrics = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): readonly Metric[] => {
  const { memory, memoryPressure: waiting, loadAverage, macLoad } = facts;
  const load = [loadAverage, macLoad].find(({ status }) => status === 'ok');
  const available = memory.status === 'ok' ? memory.value.availableBytes : null;
  return [
    ...(load?.status === 'ok' ? [{ name: 'load5', value: load.value.load5, unit: '' as const }] : []),
    ...(view.busyPct === null
      ? []
      : [{ name: 'processor-busy', value: Math.round(view.busyPct), unit: '%' as const }]),
    ...(available === null ? [] : [{ name: 'memory-available', value: available, unit: 'B' as const }]),
    ...(view.totalBytes === null
      ? []
      : [{ name: 'memory-total', value: view.totalBytes, unit: 'B' as const }]),
    ...(waiting.status === 'ok'
      ? [
          {
            name: 'memory-waiting',
            value: waiting.value.full?.avg60 ?? 0,
            unit: '%' as const,
            warning: settings.warnMemoryWaitPct,
            critical: settings.criticalMemoryWaitPct,
          },
        ]
      : []),
  ];
};
