/** Too hot, and what the processor does about it. */
import type { Finding } from '../../../src/contract.ts';
import { throttlesLater } from '../../../src/sources/health-counters.ts';
import { sensors, sensorsAgain, type Temperature } from '../../../src/sources/sensors.ts';
import { nearLimit, silentFan } from '../heat.ts';
import { signsIn } from '../kernel.ts';
import type { Messages } from '../messages.en.ts';
import { chipsOf, type HardwareFacts } from '../probe.ts';
import type { HardwareSettings } from '../settings.ts';
import { isWithin } from '../when.ts';
import { of } from './kernel.ts';

type Found = Finding<Messages>;

export const heatFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => [
  ...sensorFindings(facts, settings),
  ...saidTooHot(facts),
  ...throttleFindings(facts),
];

/** Hot in two looks: a processor that turns its clock up for a moment is hot for that moment only. */
const sensorFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => {
  const folders = [...new Set(chipsOf(facts).map(({ folder }) => folder))];
  const hot = folders.flatMap((folder) => {
    const reading = facts.get(sensorsAgain(folder));
    return reading.status === 'ok'
      ? nearLimit(reading.value, settings).map((one) => ({ ...one, from: reading.from }))
      : [];
  });
  const worst = [...hot].sort((a, b) => (a.criticalC ?? 0) - a.celsius - ((b.criticalC ?? 0) - b.celsius))[0];
  if (worst !== undefined) return [overheating('sensor', worst.level, worst, worst.from)];
  const read = folders.flatMap((folder) => {
    const reading = facts.get(sensors(folder));
    return reading.status === 'ok' ? [reading] : [];
  });
  const silent = silentFan(
    read.map(({ value }) => value),
    settings,
  );
  return silent === undefined ? [] : [overheating('fan', 'critical', silent, read[0]?.from ?? '')];
};

const overheating = (
  kind: 'sensor' | 'fan' | 'shutdown' | 'zone' | 'system',
  severity: 'critical' | 'warning',
  at: Pick<Temperature, 'chip' | 'label' | 'celsius' | 'criticalC'> | null,
  from: string,
): Found => ({
  code: 'hardware/overheating',
  severity,
  params: {
    kind,
    sensor: at === null ? '' : `${at.chip} ${at.label}`,
    celsius: at === null ? null : Math.round(at.celsius),
    limitC: at?.criticalC == null ? null : Math.round(at.criticalC),
  },
  evidence: [from],
});

/** The kernel, Windows or macOS itself calls it too hot. */
const saidTooHot = (facts: HardwareFacts): readonly Found[] => {
  const { kernelLog, windowsEvents, windowsHardware, macThermal } = facts;
  if (kernelLog.status === 'ok' && of(signsIn(kernelLog.value), 'too-hot').length > 0)
    return [overheating('shutdown', 'critical', null, kernelLog.from)];
  if (
    windowsEvents.status === 'ok' &&
    windowsEvents.value.events.some(
      ({ provider, id }) => provider === 'Microsoft-Windows-Kernel-Power' && id === 86,
    )
  )
    return [overheating('shutdown', 'critical', null, windowsEvents.from)];
  if (macThermal.status === 'ok' && (macThermal.value.warningLevel ?? 0) > 0)
    return [overheating('system', 'warning', null, macThermal.from)];
  if (windowsHardware.status !== 'ok') return [];
  // Many boards report one temperature for ever: only one right below its own limit says something.
  const zone = windowsHardware.value.zones.items.find(
    ({ celsius, criticalC }) =>
      criticalC !== null && criticalC > 60 && celsius >= criticalC - 5 && celsius < 125,
  );
  return zone === undefined
    ? []
    : [
        overheating(
          'zone',
          'critical',
          { chip: zone.name, label: '', celsius: zone.celsius, criticalC: zone.criticalC },
          windowsHardware.from,
        ),
      ];
};

/** The kernel tells of it at most every five minutes: one line in the last quarter of an hour is now. */
const RECENT_S = 900;

const throttleFindings = (facts: HardwareFacts): readonly Found[] => {
  const { throttles, kernelLog, macThermal } = facts;
  const later = facts.get(throttlesLater('all'));
  const grown = throttles.status === 'ok' && later.status === 'ok' ? later.value - throttles.value : 0;
  const now = facts.platform.status === 'ok' ? facts.platform.value.bootedSecondsAgo : null;
  const lines =
    kernelLog.status === 'ok'
      ? of(signsIn(kernelLog.value), 'throttle').filter(
          ({ seconds }) => seconds !== null && now !== null && now - seconds <= RECENT_S,
        )
      : [];
  const found = (count: number, limitPct: number | null, by: string, from: string): Found => ({
    code: 'hardware/thermal-throttling',
    severity: 'warning',
    params: { count, limitPct, by },
    evidence: [from],
  });
  if (grown > 0) return [found(grown, null, 'counter', later.from)];
  if (lines.length > 0) return [found(lines.length, null, 'kernel', kernelLog.from)];
  const limit = macThermal.status === 'ok' ? macThermal.value.speedLimitPct : null;
  if (limit !== null && limit < 100) return [found(1, limit, 'macos', macThermal.from)];
  const events = slowedOnWindows(facts);
  return events > 0 ? [found(events, null, 'windows', facts.windowsEvents.from)] : [];
};

/** Event 37 in the last day: one for each processor core. */
const slowedOnWindows = ({ windowsEvents, clock }: HardwareFacts): number => {
  if (windowsEvents.status !== 'ok' || clock.status !== 'ok') return 0;
  const now = clock.value.epochMs;
  return windowsEvents.value.events.filter(
    ({ provider, id, at }) =>
      provider === 'Microsoft-Windows-Kernel-Processor-Power' && id === 37 && isWithin(at, now, 1),
  ).length;
};
