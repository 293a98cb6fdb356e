/** Whether something keeps the clock right. */
import type { Finding } from '../../../src/contract.ts';
import { DAY_MS, parseIsoTime } from '../../../src/sources/calendar.ts';
import { processes } from '../../../src/sources/processes.ts';
import { eventsOf } from '../../../src/sources/windows-events.ts';
import { otherSync } from '../linux.ts';
import type { Messages } from '../messages.en.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { Sync } from '../params.ts';
import type { ClockFacts } from '../probe.ts';
import type { ClockSettings } from '../settings.ts';

/** `isOnline`: a server on the internet answered in this run. */
export const diagnoseSync = (facts: ClockFacts, settings: ClockSettings, isOnline: boolean): Outcome => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system === 'linux') return onLinux(facts, settings, isOnline);
  if (system === 'win32') return onWindows(facts, settings, isOnline);
  if (system === 'darwin') return onMac(facts);
  return NOTHING;
};

const off = (
  state: Sync['state'],
  system: Sync['system'],
  ...evidence: readonly string[]
): Finding<Messages> => ({
  code: 'clock/sync-off',
  severity: 'warning',
  params: { state, system },
  evidence,
});

/** As the kernel shortens names to 15 letters. `ntp-daemon` is ntpd-rs; ConnMan asks a server itself. */
const PROGRAMS =
  /^(systemd-timesyn|chronyd|ntpd|ntpsec|openntpd|ntp-daemon|connmand|ptp4l|phc2sys|htpdate|sntpd?)$/;

const onLinux = (facts: ClockFacts, settings: ClockSettings, isOnline: boolean): Outcome => {
  const { timeDate } = facts;
  const running = facts.get(processes);
  const others = [facts.get(otherSync('chrony')), facts.get(otherSync('ntp'))];
  if (others.some((one) => one.status === 'ok' && one.value)) return NOTHING;
  if (timeDate.status !== 'ok' && timeDate.status !== 'absent') return missed(timeDate);
  if (timeDate.status === 'ok' && timeDate.value.synchronized) return NOTHING;
  if (timeDate.status === 'ok' && timeDate.value.on) return failing(facts, settings, isOnline);
  // Any program may do it by itself, without systemd one has to.
  if (running.status !== 'ok') return missed(running);
  if (running.value.some(({ name }) => PROGRAMS.test(name))) return NOTHING;
  if (!running.value.some(({ pid }) => pid === 1)) {
    const why = 'the programs of others are hidden (hidepid)';
    return { unknown: [{ source: running.from, reason: 'denied', why }] };
  }
  const state = timeDate.status === 'ok' && timeDate.value.canSync ? 'off' : 'none';
  return { findings: [off(state, 'linux', timeDate.status === 'ok' ? timeDate.from : running.from)] };
};

/** On, and nothing follows: told only where a server could be reached, and there was time enough. */
const failing = (facts: ClockFacts, settings: ClockSettings, isOnline: boolean): Outcome => {
  const { timeDate, platform, clock, lastSync } = facts;
  const minutes = platform.status === 'ok' ? platform.value.bootedSecondsAgo / 60 : 0;
  if (!isOnline || minutes < settings.syncWithinMinutes) return NOTHING;
  // After sleep the kernel's mark is gone until the next answer: what was followed today is followed.
  const now = clock.status === 'ok' ? clock.value.epochMs : null;
  if (lastSync.status === 'ok' && now !== null && now - lastSync.value < DAY_MS) return NOTHING;
  return { findings: [off('failing', 'linux', timeDate.from)] };
};

/** Ids of Microsoft-Windows-Time-Service: 35 and 37 follow a server; 36, 47 and 134 tell that there is none. */
const TIME_SERVICE = 'Microsoft-Windows-Time-Service';

const onWindows = (facts: ClockFacts, settings: ClockSettings, isOnline: boolean): Outcome => {
  const { windowsTimeService: service, windowsEvents, clock } = facts;
  if (service.status !== 'ok') return missed(service);
  const { type, start, client } = service.value;
  if (start === 4 || client === 0 || /^nosync$/i.test(type)) {
    return { findings: [off('off', 'windows', service.from)] };
  }
  if (windowsEvents.status !== 'ok') return missed(windowsEvents);
  if (!isOnline || clock.status !== 'ok') return NOTHING;
  const at = (...ids: readonly number[]): readonly number[] =>
    eventsOf(windowsEvents.value, TIME_SERVICE, ...ids).map((event) => parseIsoTime(event.at) ?? 0);
  const lastGood = Math.max(0, ...at(35, 37));
  const bad = (...ids: readonly number[]): number =>
    at(...ids).filter((ms) => ms > lastGood && clock.value.epochMs - ms < settings.failedDays * DAY_MS)
      .length;
  const isFailing = bad(36) > 0 || bad(47, 134) >= settings.failedTimes;
  return isFailing ? { findings: [off('failing', 'windows', windowsEvents.from)] } : NOTHING;
};

const onMac = ({ macNetworkTime }: ClockFacts): Outcome => {
  if (macNetworkTime.status !== 'ok') return missed(macNetworkTime);
  return macNetworkTime.value ? NOTHING : { findings: [off('off', 'macos', macNetworkTime.from)] };
};
