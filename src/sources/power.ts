/** Batteries and chargers as the kernel sees them. */
import type { Raw } from '../contract.ts';
import { source, unparsable } from '../contract.ts';

export type PowerSupply = Battery | Charger;

export interface Charger {
  readonly kind: 'charger';
  readonly name: string;
  /** Null where it does not tell. */
  readonly online: boolean | null;
}

export interface Battery {
  readonly kind: 'battery';
  readonly name: string;
  readonly model: string | null;
  /** `device`: of a mouse or a headset, not of this computer. */
  readonly of: 'computer' | 'device';
  readonly present: boolean;
  readonly status: 'charging' | 'discharging' | 'not-charging' | 'full' | 'unknown';
  readonly percent: number | null;
  /** What it holds when full, of what it was made for; in mWh or mAh. */
  readonly full: number | null;
  readonly design: number | null;
  readonly unit: 'mWh' | 'mAh';
  /** Null where the firmware does not count. */
  readonly cycles: number | null;
  /** A limit somebody set: charging stops there and begins below `start`. */
  readonly limitPct: number | null;
  readonly startPct: number | null;
  /** `good`, `overheat`, `dead` …, in the kernel's words. */
  readonly health: string | null;
}

export const powerSupplies = source({
  id: 'power.supplies',
  os: ['linux'],
  request: {
    kind: 'attributes',
    folder: '/sys/class/power_supply',
    names: [
      ...['type', 'scope', 'present', 'online', 'status', 'capacity', 'model_name', 'health', 'cycle_count'],
      ...['energy_full', 'energy_full_design', 'charge_full', 'charge_full_design'],
      ...['charge_control_start_threshold', 'charge_control_end_threshold'],
    ],
  },
  parse: ({ entries }): readonly PowerSupply[] =>
    Object.entries(entries).flatMap(([name, found]) => supplyFrom(name, found)),
});

type Attributes = Raw['attributes']['entries'][string];

const supplyFrom = (name: string, found: Attributes): readonly PowerSupply[] => {
  const text = (key: string): string | null => {
    const value = found[key];
    // An attribute the driver cannot tell just now answers ENODEV or EIO: it is not told.
    return value !== undefined && 'text' in value && value.text.trim() !== '' ? value.text.trim() : null;
  };
  const number = (key: string): number | null => {
    const value = text(key);
    if (value === null) return null;
    if (!/^-?\d{1,15}$/.test(value)) throw unparsable(`${name}: ${key} ${value}`);
    return Number(value);
  };
  const type = text('type');
  // UPS and wireless chargers are named in the same way; what has no type is none of these.
  if (type === null) return [];
  if (type !== 'Battery') {
    const online = number('online');
    return [{ kind: 'charger', name, online: online === null ? null : online > 0 }];
  }
  const hasEnergy = text('energy_full') !== null || text('energy_full_design') !== null;
  const measure = hasEnergy ? 'energy' : 'charge';
  return [
    {
      kind: 'battery',
      name,
      model: text('model_name'),
      of: text('scope') === 'Device' ? 'device' : 'computer',
      present: number('present') !== 0,
      status: STATUS[text('status') ?? ''] ?? 'unknown',
      percent: number('capacity'),
      full: thousandth(number(`${measure}_full`)),
      design: thousandth(number(`${measure}_full_design`)),
      unit: hasEnergy ? 'mWh' : 'mAh',
      cycles: counted(number('cycle_count')),
      limitPct: limit(number('charge_control_end_threshold')),
      startPct: limit(number('charge_control_start_threshold')),
      health: text('health')?.toLowerCase() ?? null,
    },
  ];
};

const STATUS: Readonly<Record<string, Battery['status']>> = {
  Charging: 'charging',
  Discharging: 'discharging',
  'Not charging': 'not-charging',
  Full: 'full',
};

/** The kernel tells µWh and µAh. */
const thousandth = (value: number | null): number | null =>
  value === null ? null : Math.round(value / 1000);

/** Firmware that does not count says 0, or -1. */
const counted = (value: number | null): number | null => (value === null || value <= 0 ? null : value);

/** 0 and 100 are no limit. */
const limit = (value: number | null): number | null =>
  value === null || value <= 0 || value >= 100 ? null : value;
