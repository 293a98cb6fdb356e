/** Whether the zone that is set can be followed: its data are there, and of this year. */
import type { Finding } from '../../../src/contract.ts';
import { outdated } from '../../../src/sources/dated.ts';
import { AS_OF, zoneChanges } from '../data/zones.ts';
import type { Messages } from '../messages.en.ts';
import { missed, NOTHING, type Outcome } from '../outcome.ts';
import type { Zone } from '../params.ts';
import type { ClockFacts } from '../probe.ts';

export const diagnoseZone = (facts: ClockFacts): Outcome => {
  const system = facts.platform.status === 'ok' ? facts.platform.value.platform : '';
  if (system === 'win32') return onWindows(facts);
  return system === 'linux' || system === 'darwin' ? onUnix(facts, system) : NOTHING;
};

const wrong = (
  problem: Zone['problem'],
  zone: string,
  system: Zone['system'],
  ...evidence: readonly string[]
): Outcome => ({
  findings: [
    {
      code: 'clock/timezone-wrong',
      severity: 'warning',
      params: { problem, zone, system },
      evidence,
    } satisfies Finding<Messages>,
  ],
});

/** Needs no data: a small system has none, and its time is right. */
const UTC = /^(Etc\/)?(UTC|UCT|GMT|Universal|Zulu)$/;

const onUnix = (facts: ClockFacts, platform: 'linux' | 'darwin'): Outcome => {
  const { zoneMark, zoneRule, timeDate, clock } = facts;
  const system = platform === 'linux' ? 'linux' : 'macos';
  const set = timeDate.status === 'ok' ? (timeDate.value.zone ?? '') : '';
  // A link that leads nowhere: programs go by UTC, and nobody chose that, unless it was chosen.
  if (zoneMark.status === 'ok' && zoneMark.value === 'link' && zoneRule.status === 'absent') {
    return UTC.test(set) ? NOTHING : wrong('no-data', set, system, zoneMark.from, zoneRule.from);
  }
  // Without the file it is UTC, as on many servers.
  if (zoneRule.status !== 'ok') return missed(zoneRule);
  if (clock.status !== 'ok') return missed(clock);
  const zone = set || clock.value.timeZone;
  const change = zoneChanges.find(
    ({ zones, before, sinceMs }) =>
      zones.includes(zone) && before.includes(zoneRule.value) && clock.value.epochMs >= sinceMs,
  );
  if (change === undefined) return NOTHING;
  const old = outdated(AS_OF, clock);
  return old === undefined ? wrong('old-rules', zone, system, zoneRule.from) : { unknown: [old] };
};

const onWindows = ({ windowsZone }: ClockFacts): Outcome => {
  if (windowsZone.status !== 'ok') return missed(windowsZone);
  const { key, known, isFixed } = windowsZone.value;
  if (key !== '' && !known) return wrong('no-data', key, 'windows', windowsZone.from);
  return isFixed ? wrong('no-summer-time', key, 'windows', windowsZone.from) : NOTHING;
};
