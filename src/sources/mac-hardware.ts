/** What macOS knows of its disks, memory and battery: one run of system_profiler, in JSON. */
import { family, read, sourceByOs, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';

export interface MacHardware {
  readonly volumes: readonly MacVolume[];
  /** Intel only: `ok`, or what the firmware says of a module. */
  readonly memory: readonly { readonly slot: string; readonly status: string }[];
  /** Null on a Mac without one. */
  readonly battery: MacBattery | null;
}

export interface MacVolume {
  readonly path: string;
  readonly disk: string;
  /** `Verified`, `Failing`, `Not Supported`: these are not translated. */
  readonly smartStatus: string | null;
}

export interface MacBattery {
  readonly percent: number | null;
  readonly cycles: number | null;
  /** `Good`, `Fair`, `Poor`, `Check Battery`; since macOS 11 also `Normal`, `Service Recommended`. */
  readonly condition: string | null;
  /** Of the capacity when new; where macOS tells it. */
  readonly maximumPct: number | null;
  readonly connected: boolean | null;
  readonly charging: boolean | null;
  readonly full: boolean | null;
  readonly watts: number | null;
}

export const macHardware = sourceByOs<MacHardware>('mac.hardware', {
  darwin: read(
    {
      kind: 'exec',
      argv: ['system_profiler', '-json', 'SPStorageDataType', 'SPMemoryDataType', 'SPPowerDataType'],
      timeoutMs: 10_000,
    },
    ({ stdout }) => parseMacHardware(stdout),
  ),
});

export const parseMacHardware = (text: string): MacHardware => {
  const all = parseJson(text);
  if (!isObject(all) || !Array.isArray(all.SPStorageDataType)) throw unparsable(text.trim());
  return {
    volumes: listOf(all.SPStorageDataType).flatMap(volumeFrom),
    memory: listOf(all.SPMemoryDataType)
      .flatMap((item) => [item, ...listOf(item._items)])
      .flatMap(({ _name: slot, dimm_status: status }) =>
        typeof status === 'string' ? [{ slot: typeof slot === 'string' ? slot : '', status }] : [],
      ),
    battery: batteryFrom(listOf(all.SPPowerDataType)),
  };
};

const volumeFrom = ({ mount_point: path, physical_drive: drive }: LooseObject): readonly MacVolume[] => {
  if (typeof path !== 'string' || !isObject(drive)) return [];
  const { device_name: disk, smart_status: status } = drive;
  return [
    {
      path,
      disk: typeof disk === 'string' ? disk.trim() : '',
      smartStatus: typeof status === 'string' ? status : null,
    },
  ];
};

const batteryFrom = (items: readonly LooseObject[]): MacBattery | null => {
  const part = (key: string): LooseObject => {
    const found = items.map((item) => item[key]).find(isObject);
    return found ?? {};
  };
  const health = part('sppower_battery_health_info');
  const charge = part('sppower_battery_charge_info');
  const charger = part('sppower_ac_charger_information');
  if (Object.keys(health).length === 0) return null;
  return {
    percent: numberIn(charge.sppower_battery_state_of_charge),
    cycles: numberIn(health.sppower_battery_cycle_count),
    condition: typeof health.sppower_battery_health === 'string' ? health.sppower_battery_health : null,
    maximumPct: numberIn(health.sppower_battery_health_maximum_capacity),
    connected: flagIn(charger.sppower_battery_charger_connected),
    charging: flagIn(charge.sppower_battery_is_charging),
    full: flagIn(charge.sppower_battery_fully_charged),
    watts: numberIn(charger.sppower_ac_charger_watts),
  };
};

/** `253`, `"253"` or `"84%"`. */
const numberIn = (value: unknown): number | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const digits = typeof value === 'string' ? /^(\d{1,9})\s?%?$/.exec(value.trim())?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
};

const flagIn = (value: unknown): boolean | null =>
  value === true || value === 'TRUE' ? true : value === false || value === 'FALSE' ? false : null;

export interface MacThermal {
  /** 100: not slowed down. Null on Apple's own processors, which do not tell. */
  readonly speedLimitPct: number | null;
  /** 0 or none: no warning. */
  readonly warningLevel: number | null;
}

export const macThermal = sourceByOs<MacThermal>('mac.thermal', {
  darwin: read({ kind: 'exec', argv: ['pmset', '-g', 'therm'] }, ({ stdout }) => parsePmsetTherm(stdout)),
});

/** `	CPU_Speed_Limit 	= 100`, or `Note: No thermal warning level has been recorded`. */
export const parsePmsetTherm = (text: string): MacThermal => {
  if (!/thermal|CPU_Speed_Limit/i.test(text)) throw unparsable(text.trim());
  const number = (pattern: RegExp): number | null => {
    const digits = pattern.exec(text)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  return {
    speedLimitPct: number(/^[ \t]*CPU_Speed_Limit[ \t]*=[ \t]*(\d{1,3})[ \t\r]*$/m),
    warningLevel: number(/^[ \t]*(?:Thermal warning level|Thermal_Warning_Level)\s*[=:]\s*(\d{1,3})/im),
  };
};

export interface MacLogLine {
  readonly at: string;
  readonly text: string;
}

/** The unified log of a week; searching it takes many seconds. */
export const macDiskLog = family<readonly MacLogLine[]>('mac.disk-log', 'span', (span) => ({
  on: {
    darwin: read(
      {
        kind: 'exec',
        argv: ['log', 'show', '--last', span, '--style', 'ndjson', '--predicate', DISK_LINES],
        timeoutMs: 12_000,
      },
      ({ stdout }) => parseMacLog(stdout),
    ),
  },
  cost: 'slow' as const,
}));

/** What is searched: a week. */
export const MAC_LOG_SPAN = '7d';

const DISK_LINES = `process == "kernel" AND (${[
  'I/O error',
  'Previous shutdown cause',
  'was not properly ejected',
  'media is not present',
]
  .map((text) => `eventMessage CONTAINS "${text}"`)
  .join(' OR ')})`;

/** One object a line; the last line counts them. */
export const parseMacLog = (text: string): readonly MacLogLine[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const entry = parseJson(line);
      if (!isObject(entry)) throw unparsable(line);
      const { timestamp: at, eventMessage: message } = entry;
      return typeof at === 'string' && typeof message === 'string' ? [{ at, text: message }] : [];
    });

/** Kernel panics that were kept, by their files' names. */
export const macPanicFiles = sourceByOs<readonly string[]>('mac.panics', {
  darwin: read({ kind: 'list', path: '/Library/Logs/DiagnosticReports' }, ({ names }) =>
    names.filter((name) => /\.panic$/.test(name)).sort(),
  ),
});

/** The text of one of them. */
export const macPanic = family('mac.panic', 'file', (name) => ({
  on: {
    darwin: read({ kind: 'file', path: `/Library/Logs/DiagnosticReports/${name}` }, ({ text }) =>
      text.slice(0, 20_000),
    ),
  },
}));
