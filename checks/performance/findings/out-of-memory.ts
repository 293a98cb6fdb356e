/** Programs that the system ended in the last day because memory ran out. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { lastStartKernelLog } from '../../../src/sources/journal.ts';
import { eventsOf } from '../../../src/sources/windows-events.ts';
import { jetsamReport } from '../macos/jetsam.ts';
import type { Messages } from '../messages.en.ts';
import { type Kill, killsIn, oomdKills } from '../oom.ts';
import { newestReports, type PerformanceFacts } from '../probe.ts';
import type { PerformanceSettings } from '../settings.ts';
import type { View } from '../view.ts';

type Found = readonly Finding<Messages>[];
const HOUR_MS = 3_600_000;

export const outOfMemory = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  if (view.system === 'win32') return windows(facts, settings);
  return view.system === 'darwin' ? mac(facts, settings) : linux(facts, view, settings);
};

const linux = (facts: PerformanceFacts, view: View, settings: PerformanceSettings): Found => {
  const oomd = facts.get(oomdKills);
  const logs = [
    { from: facts.kernelLog.from, kills: nowKills(facts, view, settings) },
    { from: lastStartKernelLog.id, kills: beforeKills(facts, settings) },
    { from: oomd.from, kills: oomd.status === 'ok' ? oomd.value : [] },
  ];
  const found = (['memory', 'oomd', 'limit'] as const).flatMap((cause) => {
    const own = logs.map(({ from, kills }) => ({ from, kills: kills.filter(({ by }) => by === cause) }));
    return group(
      cause,
      own.flatMap(({ kills }) => kills),
      own.filter(({ kills }) => kills.length > 0).map(({ from }) => from),
    );
  });
  return found.length > 0 ? found : counted(facts, view, settings);
};

/** Of this start; lines without a time are of the last day where the start was. */
const nowKills = (
  { kernelLog }: PerformanceFacts,
  view: View,
  { oomHours }: PerformanceSettings,
): readonly Kill[] => {
  if (kernelLog.status !== 'ok') return [];
  const uptime = view.uptimeSeconds ?? 0;
  return killsIn(kernelLog.value).filter(({ line }) => uptime - (line.seconds ?? 0) <= oomHours * 3600);
};

/** Of the start before: a computer that ran out of memory is often switched off by hand. */
const beforeKills = (facts: PerformanceFacts, { oomHours }: PerformanceSettings): readonly Kill[] => {
  const log = facts.get(lastStartKernelLog);
  if (log.status !== 'ok' || facts.clock.status !== 'ok') return [];
  const now = facts.clock.value.epochMs;
  return killsIn(log.value).filter(({ line }) => isLately(line.epochMs, now, oomHours));
};

const isLately = (at: number, now: number, hours: number): boolean =>
  now - at <= hours * HOUR_MS && at - now <= HOUR_MS;

const MOST_VICTIMS = 5;

const group = (by: Kill['by'], kills: readonly Kill[], evidence: readonly string[]): Found => {
  if (kills.length === 0) return [];
  const sizes = kills.flatMap(({ bytes }) => bytes ?? []);
  const limits = [...new Set(kills.map((kill) => kill.group).filter((one) => one !== ''))];
  return [
    {
      code: 'performance/out-of-memory',
      // A service that reached its own limit: the computer has memory enough.
      severity: by === 'limit' ? 'warning' : 'critical',
      params: {
        by,
        times: kills.length,
        victims: [...new Set(kills.map(({ victim }) => victim))].slice(0, MOST_VICTIMS),
        bytes: sizes.length === 0 ? null : Math.max(...sizes),
        group: by === 'limit' ? (limits[0] ?? '') : '',
      },
      evidence,
      ...(by === 'limit' && { subject: limits[0] ?? 'limit' }),
    },
  ];
};

/** The kernel log is closed to this user, and its counter is open: that it happened is known. */
const counted = (
  { kernelLog, oomKills }: PerformanceFacts,
  view: View,
  { oomHours }: PerformanceSettings,
): Found => {
  const times = oomKills.status === 'ok' ? oomKills.value : null;
  const isYoung = view.uptimeSeconds !== null && view.uptimeSeconds <= oomHours * 3600;
  if (kernelLog.status === 'ok' || times === null || times === 0 || !isYoung) return [];
  return [
    {
      code: 'performance/out-of-memory',
      severity: 'warning',
      params: { by: 'counted', times, victims: [], bytes: null, group: '' },
      evidence: [oomKills.from],
    },
  ];
};

/** Event 2004 names the three programs that were promised most, the first one behind 20 figures of the system. */
const windows = ({ windowsEvents, clock }: PerformanceFacts, { oomHours }: PerformanceSettings): Found => {
  if (windowsEvents.status !== 'ok' || clock.status !== 'ok') return [];
  const now = clock.value.epochMs;
  const events = eventsOf(windowsEvents.value, 'Microsoft-Windows-Resource-Exhaustion-Detector', 2004).filter(
    ({ at }) => {
      const time = parseIsoTime(at);
      return time !== null && isLately(time, now, oomHours);
    },
  );
  if (events.length === 0) return [];
  const largest = events.flatMap(({ data }) => {
    const at = data.findIndex((value) => /\.exe$/i.test(value));
    const bytes = Number(data[at + BYTES_AFTER_NAME] ?? Number.NaN);
    return at < 0
      ? []
      : [{ name: data[at] ?? '', bytes: Number.isFinite(bytes) && bytes > 0 ? bytes : null }];
  });
  const sizes = largest.flatMap(({ bytes }) => bytes ?? []);
  return [
    {
      code: 'performance/out-of-memory',
      severity: 'critical',
      params: {
        by: 'windows',
        times: events.length,
        victims: [...new Set(largest.map(({ name }) => name.slice(0, 80)))].slice(0, MOST_VICTIMS),
        bytes: sizes.length === 0 ? null : Math.max(...sizes),
        group: '',
      },
      evidence: [windowsEvents.from],
    },
  ];
};

/** Name, number, when it began, what it was promised. */
const BYTES_AFTER_NAME = 3;

const mac = (facts: PerformanceFacts, { oomHours }: PerformanceSettings): Found => {
  const { clock } = facts;
  if (clock.status !== 'ok') return [];
  const now = clock.value.epochMs;
  const reports = newestReports(facts).flatMap((name) => {
    const reading = facts.get(jetsamReport(name));
    if (reading.status !== 'ok' || reading.value.victims.length === 0) return [];
    const at = timeOf(reading.value.at);
    return at !== null && isLately(at, now, oomHours) ? [reading.value] : [];
  });
  if (reports.length === 0) return [];
  const victims = [...new Set(reports.flatMap((report) => report.victims))];
  return [
    {
      code: 'performance/out-of-memory',
      severity: 'critical',
      params: {
        by: 'macos',
        times: victims.length,
        victims: victims.slice(0, MOST_VICTIMS),
        bytes: null,
        group: reports.at(-1)?.largest ?? '',
      },
      evidence: newestReports(facts).map((name) => jetsamReport(name).id),
    },
  ];
};

/** `2026-11-24 10:15:30.00 +0300`. */
const timeOf = (text: string): number | null => parseIsoTime(text.replace(/ ([+-]\d{4})$/, '$1'));
