/** The battery of a laptop: how much is left of it, and whether it charges. */
import type { Finding } from '../../../src/contract.ts';
import type { Battery } from '../../../src/sources/power.ts';
import type { Messages } from '../messages.en.ts';
import type { HardwareFacts } from '../probe.ts';
import type { HardwareSettings } from '../settings.ts';

type Found = Finding<Messages>;

export const batteryFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => [
  ...linuxFindings(facts, settings),
  ...windowsFindings(facts, settings),
  ...macFindings(facts, settings),
];

export const batteriesOf = ({ powerSupplies }: HardwareFacts): readonly Battery[] =>
  powerSupplies.status === 'ok'
    ? powerSupplies.value.flatMap((one) =>
        one.kind === 'battery' && one.of === 'computer' && one.present ? [one] : [],
      )
    : [];

const linuxFindings = (facts: HardwareFacts, settings: HardwareSettings): readonly Found[] => {
  const from = facts.powerSupplies.from;
  return batteriesOf(facts).flatMap((battery): readonly Found[] => {
    const { name, full, design, unit, cycles } = battery;
    const pct = shareOf(full, design);
    return [
      ...worn({ name, pct, full, design, unit, cycles, condition: '' }, settings, from),
      ...notCharging(battery, facts),
    ];
  });
};

/** A firmware that never measured says the design twice, or nothing; one that says far more is wrong. */
const shareOf = (full: number | null, design: number | null): number | null =>
  full === null || design === null || full <= 0 || design <= 0 || full > 2 * design
    ? null
    : Math.round((100 * full) / design);

const worn = (
  params: Extract<Found, { code: 'hardware/battery-worn' }>['params'],
  { warnBatteryPct, criticalBatteryPct }: HardwareSettings,
  from: string,
): readonly Found[] => {
  const isWorn = params.pct !== null && params.pct < warnBatteryPct;
  if (!isWorn && params.condition === '') return [];
  return [
    {
      code: 'hardware/battery-worn',
      severity: params.pct !== null && params.pct < criticalBatteryPct ? 'critical' : 'warning',
      subject: params.name,
      params,
      evidence: [from],
    },
  ];
};

/** Below this no maker stops the charging on purpose. */
const LOWEST_LIMIT_PCT = 50;

const notCharging = (battery: Battery, facts: HardwareFacts): readonly Found[] => {
  const { percent, status, limitPct, startPct, name } = battery;
  if (facts.powerSupplies.status !== 'ok' || percent === null) return [];
  const isPlugged = facts.powerSupplies.value.some((one) => one.kind === 'charger' && one.online === true);
  // A limit that somebody set is health, not a fault: charging begins again below `start`.
  const expectedBelow = startPct ?? (limitPct === null ? LOWEST_LIMIT_PCT : limitPct - 10);
  if (!isPlugged || percent >= expectedBelow) return [];
  if (status !== 'not-charging' && status !== 'discharging') return [];
  return [charge(name, percent, status, null, facts.powerSupplies.from)];
};

const charge = (
  name: string,
  percent: number,
  status: 'not-charging' | 'discharging',
  watts: number | null,
  from: string,
): Found => ({
  code: 'hardware/battery-not-charging',
  severity: 'warning',
  subject: name,
  params: { name, percent, status, watts },
  evidence: [from],
});

const windowsFindings = (
  { windowsHardware }: HardwareFacts,
  settings: HardwareSettings,
): readonly Found[] => {
  if (windowsHardware.status !== 'ok') return [];
  const { from, value } = windowsHardware;
  return value.batteries.items.flatMap((battery, at): readonly Found[] => {
    const name = value.batteries.items.length === 1 ? 'battery' : `battery ${at + 1}`;
    const { fullMwh: full, designMwh: design, cycles, online, charging, discharging, remainingMwh } = battery;
    const pct = shareOf(full, design);
    const percent = shareOf(remainingMwh, full);
    return [
      // Windows calls the unit mWh, and says mAh where the firmware counts so: only the share is told.
      ...worn(
        { name, pct, full, design, unit: 'mWh', cycles: cycles === 0 ? null : cycles, condition: '' },
        settings,
        from,
      ),
      ...(online === true && charging === false && percent !== null && percent < LOWEST_LIMIT_PCT
        ? [charge(name, percent, discharging === true ? 'discharging' : 'not-charging', null, from)]
        : []),
    ];
  });
};

/** What macOS calls a battery that is as it should be. */
const FINE = /^(?:good|normal|fair)$/i;

const macFindings = ({ macHardware }: HardwareFacts, settings: HardwareSettings): readonly Found[] => {
  if (macHardware.status !== 'ok' || macHardware.value.battery === null) return [];
  const { from, value } = macHardware;
  const { condition, maximumPct, cycles, percent, connected, charging, full, watts } = value.battery ?? {};
  const isBad = condition != null && !FINE.test(condition);
  return [
    ...worn(
      {
        name: 'battery',
        pct: maximumPct ?? null,
        full: null,
        design: null,
        unit: '',
        cycles: cycles ?? null,
        condition: isBad ? condition : '',
      },
      settings,
      from,
    ),
    ...(connected === true &&
    charging === false &&
    full !== true &&
    percent != null &&
    percent < LOWEST_LIMIT_PCT
      ? [charge('battery', percent, 'not-charging', watts ?? null, from)]
      : []),
  ];
};
