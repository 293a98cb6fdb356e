/** The clock chip: in whose time it is kept, and whether it keeps it at all. */
import type { Finding } from '../../../src/contract.ts';
import { machineOf } from '../../../src/sources/machine.ts';
import { setTo } from '../linux.ts';
import type { Messages } from '../messages.en.ts';
import { zoneOffsetMinutes } from '../offset.ts';
import { windowsPartition } from '../other-system.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { Battery, Chip } from '../params.ts';
import type { ClockFacts } from '../probe.ts';
import type { ClockSettings } from '../settings.ts';
import { OLDEST_TRUE_MS } from '../witnesses.ts';

const MINUTE_MS = 60_000;

/** `offsetSeconds`: how far this computer is ahead, by the servers; null where none was heard. */
export const diagnoseChipTime = (
  facts: ClockFacts,
  settings: ClockSettings,
  offsetSeconds: number | null,
): Outcome => {
  const { clock, platform } = facts;
  if (clock.status !== 'ok') return missed(clock);
  const isWindows = platform.status === 'ok' && platform.value.platform === 'win32';
  return (isWindows ? onWindows : onLinux)(facts, settings, offsetSeconds);
};

/** Minutes east of UTC; null where the zone is UTC, or not known: then nobody can be wrong by it. */
const zoneOffset = ({ clock }: ClockFacts): number | null =>
  clock.status === 'ok' ? zoneOffsetMinutes(clock.value.timeZone, clock.value.epochMs) || null : null;

const isOffBy = (minutes: number, settings: ClockSettings, offsetSeconds: number | null): boolean =>
  offsetSeconds !== null &&
  Math.abs(offsetSeconds) > settings.warnSeconds &&
  Math.abs(offsetSeconds - minutes * 60) <= settings.chipSlackSeconds;

/** A remark; the cause of a wrong clock where the clock is wrong by just that much. */
const local = (
  how: Chip['how'],
  offsetMinutes: number,
  system: Chip['system'],
  isCause: boolean,
  ...evidence: readonly string[]
): Outcome => ({
  findings: [
    {
      code: 'clock/rtc-local-time',
      severity: isCause ? 'warning' : 'info',
      params: { how, offsetMinutes, system },
      evidence,
    } satisfies Finding<Messages>,
  ],
});

/** Of Linux: the clock, or the chip, is ahead by just the offset of the zone. Then another system may write local time into it. */
export const aheadByZone = (
  facts: ClockFacts,
  settings: ClockSettings,
  offsetSeconds: number | null,
): 'clock' | 'chip' | null => {
  const { timeDate, chips, clock } = facts;
  const offsetMinutes = zoneOffset(facts);
  if (offsetMinutes === null || timeDate.status !== 'ok' || timeDate.value.localRtc) return null;
  // Linux took the chip's local time for UTC when it started.
  if (isOffBy(offsetMinutes, settings, offsetSeconds)) return 'clock';
  const chip = chips.status === 'ok' ? chips.value.find(({ epochMs }) => epochMs !== null) : undefined;
  if (clock.status !== 'ok' || chip === undefined || chip.epochMs === null) return null;
  const ahead = chip.epochMs - clock.value.epochMs - offsetMinutes * MINUTE_MS;
  return Math.abs(ahead) <= settings.chipSlackSeconds * 1000 ? 'chip' : null;
};

const onLinux = (facts: ClockFacts, settings: ClockSettings, offsetSeconds: number | null): Outcome => {
  const { timeDate, chips } = facts;
  const offsetMinutes = zoneOffset(facts);
  if (timeDate.status !== 'ok' || offsetMinutes === null) return NOTHING;
  if (timeDate.value.localRtc) return local('kept', offsetMinutes, 'linux', false, timeDate.from);
  const ahead = aheadByZone(facts, settings, offsetSeconds);
  if (ahead === null) return NOTHING;
  const other = facts.get(windowsPartition);
  if (other.status !== 'ok') return missed(other);
  if (!other.value) return NOTHING;
  const from = ahead === 'clock' ? timeDate.from : chips.from;
  return local('other', offsetMinutes, 'linux', ahead === 'clock', from, other.from);
};

const onWindows = (facts: ClockFacts, settings: ClockSettings, offsetSeconds: number | null): Outcome => {
  const { windowsZone, windowsOtherSystem } = facts;
  const offsetMinutes = zoneOffset(facts);
  if (windowsZone.status !== 'ok' || offsetMinutes === null) return NOTHING;
  // Windows took UTC for local time; told to keep UTC, it took local time for UTC.
  const by = windowsZone.value.utcChip ? offsetMinutes : -offsetMinutes;
  if (!isOffBy(by, settings, offsetSeconds)) return NOTHING;
  if (windowsOtherSystem.status !== 'ok') return missed(windowsOtherSystem);
  return windowsOtherSystem.value
    ? local('other', offsetMinutes, 'windows', true, windowsZone.from, windowsOtherSystem.from)
    : NOTHING;
};

/** Two starts without the time are no accident. */
const OFTEN = 2;

export const diagnoseBattery = (facts: ClockFacts): Outcome => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system === 'win32') return batteryOnWindows(facts);
  return system === 'linux' ? batteryOnLinux(facts) : NOTHING;
};

/**
 * A single start without the time may be the one after the battery was changed: a remark, unless the chip
 * is still years behind.
 */
const flat = (params: Battery, isBehind: boolean, ...evidence: readonly string[]): Outcome => ({
  findings: [
    {
      code: 'clock/cmos-battery',
      severity: params.isDead || isBehind || params.starts >= OFTEN ? 'warning' : 'info',
      params,
      evidence,
    } satisfies Finding<Messages>,
  ],
});

const batteryOnLinux = (facts: ClockFacts): Outcome => {
  const { chips, chipBattery, chipStarts, kernelLog } = facts;
  // Boards without a battery of their own begin anew each time, and are built so.
  const isPc = chips.status === 'ok' && chips.value.some(({ driver }) => /^rtc_cmos\b/.test(driver));
  if (!isPc) return chips.status === 'ok' ? NOTHING : missed(chips);
  const now = kernelLog.status === 'ok' ? lostIn(kernelLog.value, impossibleAtStart(facts)) : undefined;
  const starts =
    chipStarts.status === 'ok'
      ? [...grouped(chipStarts.value).values()]
          .map((lines) => lostIn(lines, NO_JOURNAL_MS))
          .filter((one) => one !== undefined)
      : [];
  // The battery of a virtual machine is no battery.
  const isDead =
    chipBattery.status === 'ok' && chipBattery.value === 'dead' && machineOf(facts).virtual === null;
  const lost = Math.max(starts.length, now === undefined ? 0 : 1);
  const isBehind = chips.value.some(({ epochMs }) => epochMs !== null && epochMs < OLDEST_TRUE_MS);
  if (isDead || lost > 0) {
    const evidence = [
      ...(isDead ? [chipBattery.from] : []),
      ...(starts.length > 0 ? [chipStarts.from] : []),
      ...(now !== undefined ? [kernelLog.from] : []),
    ];
    return flat({ starts: lost, beganMs: now ?? starts.at(-1) ?? null, isDead }, isBehind, ...evidence);
  }
  // The chip's own word is enough; without it a log has to have been seen.
  if ([chipBattery, chipStarts, kernelLog].some(({ status }) => status === 'ok')) return NOTHING;
  return missed(kernelLog);
};

const grouped = <T extends { readonly bootId: string | null }>(
  lines: readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const line of lines) {
    if (line.bootId === null) continue;
    groups.set(line.bootId, [...(groups.get(line.bootId) ?? []), line]);
  }
  return groups;
};

/** 1 January 2012: the journal itself is younger. */
const NO_JOURNAL_MS = 1_325_376_000_000;

/** A computer that has run since before this program was made rightly started at a date before it. */
const impossibleAtStart = ({ clock, platform }: ClockFacts): number => {
  if (clock.status !== 'ok' || platform.status !== 'ok') return NO_JOURNAL_MS;
  const { epochMs } = clock.value;
  const startedMs = epochMs - platform.value.bootedSecondsAgo * 1000;
  return epochMs < OLDEST_TRUE_MS || startedMs >= OLDEST_TRUE_MS ? OLDEST_TRUE_MS : NO_JOURNAL_MS;
};

/**
 * Where the chip stood when it had lost the time: null where only that is told; undefined where it had not.
 * A journal reaches years back: a date of its time is a true one, unless systemd called it too early.
 */
const lostIn = (
  lines: readonly { readonly text: string }[],
  impossibleMs: number,
): number | null | undefined => {
  const said = lines.map(({ text }) => setTo(text)).filter((one) => one !== null);
  const at = said.find((one): one is number => one !== 'too-early');
  const isTooEarly = said.includes('too-early');
  if (at === undefined) return isTooEarly ? null : undefined;
  return at < impossibleMs || (isTooEarly && at < OLDEST_TRUE_MS) ? at : undefined;
};

const batteryOnWindows = (facts: ClockFacts): Outcome => {
  const { windowsJumps, windowsFirmware } = facts;
  // Back from an old snapshot a virtual machine makes the same jump.
  if (machineOf(facts).virtual !== null) return NOTHING;
  if (windowsJumps.status !== 'ok') return missed(windowsJumps);
  const made = windowsFirmware.status === 'ok' ? (windowsFirmware.value ?? 0) : 0;
  const before = Math.max(OLDEST_TRUE_MS, made);
  const jumps = windowsJumps.value.filter(({ fromMs, toMs }) => fromMs < before && toMs >= before);
  if (jumps.length === 0) return NOTHING;
  const [first] = jumps;
  return flat(
    { starts: jumps.length, beganMs: first?.fromMs ?? null, isDead: false },
    false,
    windowsJumps.from,
  );
};
