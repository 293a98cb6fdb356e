/** Windows: what its event log says of crashes, sudden ends, restarts and slow starts. */
import type { Finding } from '../../../src/contract.ts';
import { parseIsoTime } from '../../../src/sources/calendar.ts';
import { outdated } from '../../../src/sources/dated.ts';
import { eventsOf, type WindowsEvent } from '../../../src/sources/windows-events.ts';
import { AS_OF, plainCode, STOP_CODES } from '../data/stop-codes.ts';
import type { Messages } from '../messages.en.ts';
import type { SafeModeFacts } from '../probe.ts';
import type { SafeModeSettings } from '../settings.ts';

type Found = Finding<Messages>;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** What one crash writes, it writes while the next start begins. */
const SAME_START_MS = 10 * 60_000;

interface At {
  readonly event: WindowsEvent;
  readonly ms: number;
}

/** Newest first; of the future none, by a clock that was wrong. */
const eventsAt = (facts: SafeModeFacts, provider: string, ...ids: readonly number[]): readonly At[] => {
  if (facts.windowsEvents.status !== 'ok' || facts.clock.status !== 'ok') return [];
  const now = facts.clock.value.epochMs;
  return eventsOf(facts.windowsEvents.value, provider, ...ids)
    .flatMap((event) => {
      const ms = parseIsoTime(event.at);
      return ms === null || ms > now + DAY_MS ? [] : [{ event, ms }];
    })
    .sort((left, right) => right.ms - left.ms);
};

const nowOf = ({ clock }: SafeModeFacts): number => (clock.status === 'ok' ? clock.value.epochMs : 0);

const isNear = (ms: number, others: readonly { readonly ms: number }[]): boolean =>
  others.some((one) => Math.abs(one.ms - ms) < SAME_START_MS);

export const windowsEventFindings = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] =>
  facts.windowsEvents.status === 'ok' && facts.clock.status === 'ok'
    ? [
        ...stops(facts, settings),
        ...loops(facts, settings),
        ...suddenEnds(facts, settings),
        ...slowStarts(facts, settings),
      ]
    : [];

interface Stop {
  readonly ms: number;
  readonly code: number;
  readonly dump: string;
}

/** Each crash once: 1001 tells the code in hexadecimal and where the dump is, 41 the code in decimal. */
const stopsOf = (facts: SafeModeFacts, { crashDays }: SafeModeSettings): readonly Stop[] => {
  const reported = eventsAt(facts, 'Microsoft-Windows-WER-SystemErrorReporting', 1001).flatMap(
    ({ event, ms }): readonly Stop[] => {
      const found = /^\s*0x([0-9a-f]{1,16})\b/i.exec(event.fields.param1 ?? event.data[0] ?? '');
      return found === null
        ? []
        : [
            {
              ms,
              code: Number.parseInt(found[1] ?? '', 16),
              dump: event.fields.param2 ?? event.data[1] ?? '',
            },
          ];
    },
  );
  const restarted = eventsAt(facts, 'Microsoft-Windows-Kernel-Power', 41).flatMap(
    ({ event, ms }): readonly Stop[] => {
      const code = codeOf(event);
      return code === 0 || isNear(ms, reported) ? [] : [{ ms, code, dump: '' }];
    },
  );
  const now = nowOf(facts);
  return [...reported, ...restarted]
    .filter(({ ms }) => now - ms <= crashDays * DAY_MS)
    .sort((left, right) => right.ms - left.ms);
};

/** In decimal. */
const codeOf = ({ fields }: WindowsEvent): number =>
  /^\d{1,10}$/.test(fields.BugcheckCode ?? '') ? Number(fields.BugcheckCode) : 0;

/** So many stops, each with another code, are more than one driver can do. */
const MANY_CODES = 3;

const stops = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => {
  const all = stopsOf(facts, settings);
  const [last] = all;
  if (last === undefined) return [];
  const code = plainCode(last.code);
  const known = outdated(AS_OF, facts.clock) === undefined ? STOP_CODES.get(code) : undefined;
  const codes = new Set(all.map((one) => plainCode(one.code)));
  const dumpless = eventsAt(facts, 'volmgr', 46, 161);
  return [
    {
      code: 'safe-mode/bugcheck',
      severity: all.length >= settings.criticalCrashes ? 'critical' : 'warning',
      params: {
        on: 'win32',
        when: isSinceStart(last.ms, facts) ? 'before' : 'earlier',
        kind: 'stop',
        line: `0x${code.toString(16).toUpperCase()}`,
        name: known?.[0] ?? '',
        class: codes.size >= MANY_CODES ? 'memory' : (known?.[1] ?? ''),
        place: last.dump,
        count: all.length,
        days: settings.crashDays,
        noDump: all.some(({ ms }) => isNear(ms, dumpless)),
      },
      evidence: [facts.windowsEvents.from],
      // Sudden ends are counted without those that have a stop code: these are others.
      explains: [],
    },
  ];
};

/** Written since the computer was started: about the end of the start before. */
export const isSinceStart = (ms: number, { clock, platform }: SafeModeFacts): boolean =>
  clock.status === 'ok' &&
  platform.status === 'ok' &&
  ms >= clock.value.epochMs - platform.value.bootedSecondsAgo * 1000 - SAME_START_MS / 10;

/** Microsoft's three scenarios of event 41, and sleep. */
const kindOf = ({ fields }: WindowsEvent): string => {
  if (/^[1-9]/.test(fields.PowerButtonTimestamp ?? '')) return 'button';
  return /^(?:true|[1-9]\d{0,3})$/i.test(fields.SleepInProgress ?? '') ? 'sleep' : 'power';
};

const suddenEnds = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => {
  const now = nowOf(facts);
  const crashes = stopsOf(facts, settings);
  const powers = eventsAt(facts, 'Microsoft-Windows-Kernel-Power', 41);
  const ends = [
    ...powers.map(({ event, ms }) => ({ ms, kind: kindOf(event) })),
    // «The previous shutdown was unexpected» alone, where nothing tells why.
    ...eventsAt(facts, 'EventLog', 6008)
      .filter(({ ms }) => !isNear(ms, powers))
      .map(({ ms }) => ({ ms, kind: 'unknown' })),
  ]
    .filter(({ ms }) => now - ms <= settings.crashDays * DAY_MS && !isNear(ms, crashes))
    .sort((left, right) => right.ms - left.ms);
  const [last] = ends;
  return last === undefined
    ? []
    : [
        {
          code: 'safe-mode/unexpected-shutdown',
          severity: ends.length > 1 || now - last.ms <= settings.suddenEndDays * DAY_MS ? 'warning' : 'info',
          params: {
            kind: last.kind,
            count: ends.length,
            days: settings.crashDays,
            hoursAgo: Math.max(0, Math.round((now - last.ms) / HOUR_MS)),
            cause: '',
          },
          evidence: [facts.windowsEvents.from],
        },
      ];
};

/** Starts without a clean stop or an order since the start before. */
const loops = (
  facts: SafeModeFacts,
  { loopStarts, loopMinutes, loopHours }: SafeModeSettings,
): readonly Found[] => {
  const starts = eventsAt(facts, 'EventLog', 6005);
  const orders = [...eventsAt(facts, 'EventLog', 6006), ...eventsAt(facts, 'User32', 1074)];
  const sudden = starts.filter(({ ms }, at) => {
    const before = starts[at + 1]?.ms;
    return before !== undefined && !orders.some((one) => one.ms > before && one.ms <= ms);
  });
  const last = sudden.find(
    ({ ms }) =>
      sudden.filter((one) => one.ms <= ms && ms - one.ms <= loopMinutes * 60_000).length >= loopStarts,
  );
  if (last === undefined || nowOf(facts) - last.ms > loopHours * HOUR_MS) return [];
  return [
    {
      code: 'safe-mode/restart-loop',
      severity: 'critical',
      params: {
        count: sudden.filter(({ ms }) => ms <= last.ms && last.ms - ms <= loopMinutes * 60_000).length,
        minutes: loopMinutes,
      },
      evidence: [facts.windowsEvents.from],
    },
  ];
};

const PERFORMANCE = 'Microsoft-Windows-Diagnostics-Performance';

const secondsIn = ({ fields }: WindowsEvent, name: string): number | null =>
  /^\d{1,9}$/.test(fields[name] ?? '') ? Math.round(Number(fields[name]) / 1000) : null;

/** Event 100 tells of one start; 101 to 110, written with it, name what was slow. */
const slowStarts = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => {
  const [last] = eventsAt(facts, PERFORMANCE, 100);
  if (last === undefined) return [];
  const seconds = secondsIn(last.event, 'MainPathBootTime');
  const after = secondsIn(last.event, 'BootPostBootTime');
  if (seconds === null || after === null) return [];
  if (seconds <= settings.warnMainPathS && after <= settings.warnPostBootS) return [];
  const slowest = eventsAt(facts, PERFORMANCE, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110)
    .filter(({ ms }) => Math.abs(ms - last.ms) < SAME_START_MS)
    .flatMap(({ event }) => {
      const name = event.fields.FriendlyName || event.fields.Name || '';
      const took = secondsIn(event, 'TotalTime');
      return name === '' || took === null ? [] : [{ name, seconds: took }];
    })
    .sort((left, right) => right.seconds - left.seconds)
    .slice(0, 3);
  return [
    {
      code: 'safe-mode/slow-start',
      severity:
        seconds > settings.criticalMainPathS || after > settings.criticalPostBootS ? 'critical' : 'warning',
      params: { on: 'win32', seconds, afterSeconds: after, slowest },
      evidence: [facts.windowsEvents.from],
    },
  ];
};
