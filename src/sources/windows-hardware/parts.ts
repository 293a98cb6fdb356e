/** The parts of the batch, each of which may have been refused. */
import { unparsable } from '../../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from '../network/json.ts';

export type PartState = 'ok' | 'denied' | 'absent' | 'failed';

export interface Part<T> {
  readonly state: PartState;
  readonly items: readonly T[];
}

export interface WindowsHardware {
  readonly disks: Part<WindowsDisk>;
  readonly counters: Part<DiskCounters>;
  readonly predictions: Part<{ readonly name: string; readonly fails: boolean }>;
  readonly smart: Part<{ readonly name: string; readonly attributes: readonly RawAttribute[] }>;
  readonly partitions: Part<{ readonly drive: string; readonly disk: number }>;
  readonly volumes: Part<WindowsVolumeHealth>;
  readonly pools: Part<NamedHealth>;
  readonly spaces: Part<NamedHealth>;
  readonly batteries: Part<WindowsBattery>;
  readonly zones: Part<{
    readonly name: string;
    readonly celsius: number;
    readonly criticalC: number | null;
  }>;
}

/** MSFT_PhysicalDisk. */
export interface WindowsDisk {
  /** The number in `\Device\Harddisk0`. */
  readonly id: string;
  readonly name: string;
  /** MediaType 3: platters. Null where Windows does not know. */
  readonly rotational: boolean | null;
  /** BusType 17 is NVMe, 7 is USB. */
  readonly bus: number;
  /** 0 healthy, 1 warning, 2 unhealthy, 5 unknown. */
  readonly health: number;
  /** 2 OK, 5 predicted failure, 6 error … */
  readonly status: readonly number[];
}

/** MSFT_StorageReliabilityCounter, for administrators. */
export interface DiskCounters {
  readonly id: string;
  readonly usedPct: number | null;
  readonly uncorrected: number;
}

export interface RawAttribute {
  readonly id: number;
  readonly value: number;
  readonly raw: number;
}

export interface WindowsVolumeHealth {
  readonly drive: string;
  /** 0 healthy, 1 scan needed, 2 spot fix needed, 3 full repair needed. */
  readonly health: number;
  readonly type: string;
}

export interface NamedHealth {
  readonly name: string;
  readonly health: number;
  readonly status: readonly number[];
}

export interface WindowsBattery {
  readonly name: string;
  readonly fullMwh: number | null;
  readonly designMwh: number | null;
  readonly cycles: number | null;
  readonly online: boolean | null;
  readonly charging: boolean | null;
  readonly discharging: boolean | null;
  readonly remainingMwh: number | null;
}

export const parseWindowsHardware = (text: string): WindowsHardware => {
  const batch = parseJson(text);
  if (!isObject(batch) || !isObject(batch.disks)) throw unparsable(text.trim());
  return {
    disks: partOf(batch.disks, diskFrom),
    counters: partOf(batch.counters, countersFrom),
    predictions: partOf(batch.predictions, (item) => ({
      name: textOf(item.name),
      fails: item.fails === true,
    })),
    smart: partOf(batch.smart, (item) => ({
      name: textOf(item.name),
      attributes: attributesFrom(item.bytes),
    })),
    partitions: partOf(batch.partitions, (item) => ({
      drive: driveOf(item.drive),
      disk: numberOf(item.disk),
    })),
    volumes: partOf(batch.volumes, (item) => ({
      drive: driveOf(item.drive),
      health: numberOf(item.health),
      type: typeof item.type === 'string' ? item.type : '',
    })),
    pools: partOf(batch.pools, namedFrom),
    spaces: partOf(batch.spaces, namedFrom),
    batteries: batteriesFrom(batch),
    zones: partOf(batch.zones, (item) => ({
      name: textOf(item.name),
      // Tenths of a kelvin.
      celsius: numberOf(item.now) / 10 - 273.15,
      criticalC: maybe(item.critical) === null ? null : numberOf(item.critical) / 10 - 273.15,
    })),
  };
};

const STATES: readonly PartState[] = ['ok', 'denied', 'absent', 'failed'];

const partOf = <T>(value: unknown, from: (item: LooseObject) => T): Part<T> => {
  const state = isObject(value) ? STATES.find((one) => one === value.state) : undefined;
  if (!isObject(value) || state === undefined) throw unparsable(JSON.stringify(value ?? null));
  return { state, items: state === 'ok' ? listOf(value.items).map(from) : [] };
};

const diskFrom = (item: LooseObject): WindowsDisk => ({
  id: textOf(item.id),
  name: typeof item.name === 'string' ? item.name.trim() : '',
  rotational: item.media === 3 ? true : item.media === 4 ? false : null,
  bus: numberOf(item.bus),
  health: numberOf(item.health),
  status: numbersOf(item.status),
});

const countersFrom = (item: LooseObject): DiskCounters => ({
  id: textOf(item.id),
  // 255 is no count; disks that do not tell their wear say nothing.
  usedPct: [null, 255].includes(maybe(item.wear)) ? null : maybe(item.wear),
  uncorrected: (maybe(item.reads) ?? 0) + (maybe(item.writes) ?? 0),
});

const namedFrom = (item: LooseObject): NamedHealth => ({
  name: textOf(item.name),
  health: numberOf(item.health),
  status: numbersOf(item.status),
});

/** The table of SMART READ DATA: 30 rows of 12 bytes from the third on: number, flags, value, worst, six bytes of raw. */
const attributesFrom = (bytes: unknown): readonly RawAttribute[] => {
  const all = numbersOf(bytes);
  return Array.from({ length: 30 }, (_, row) => all.slice(2 + row * 12, 14 + row * 12)).flatMap((row) => {
    const [id = 0, , , value = 0, , low = 0, second = 0, third = 0, fourth = 0] = row;
    return id === 0 || row.length < 12
      ? []
      : [{ id, value, raw: low + second * 256 + third * 65_536 + fourth * 16_777_216 }];
  });
};

const batteriesFrom = (batch: LooseObject): Part<WindowsBattery> => {
  const parts = ['full', 'design', 'cycles', 'power'].map((key) =>
    partOf(batch[key], (item) => ({ ...item, name: textOf(item.name) }) as LooseObject & { name: string }),
  );
  const [full, design, cycles, power] = parts;
  const names = [...new Set(parts.flatMap(({ items }) => items.map(({ name }) => name)))];
  const find = (part: Part<LooseObject & { name: string }> | undefined, name: string): LooseObject =>
    part?.items.find((item) => item.name === name) ?? {};
  return {
    state: full?.state ?? 'failed',
    items: names.map((name) => {
      const status = find(power, name);
      return {
        name,
        fullMwh: maybe(find(full, name).mwh),
        designMwh: maybe(find(design, name).mwh),
        cycles: maybe(find(cycles, name).count),
        online: flag(status.online),
        charging: flag(status.charging),
        discharging: flag(status.discharging),
        remainingMwh: maybe(status.remaining),
      };
    }),
  };
};

const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

const textOf = (value: unknown): string => {
  if (typeof value !== 'string' || value === '') throw unparsable(JSON.stringify(value ?? null));
  return value;
};

const driveOf = (value: unknown): string => {
  if (typeof value !== 'string' || !/^[A-Za-z]$/.test(value)) throw unparsable(JSON.stringify(value ?? null));
  return `${value.toUpperCase()}:`;
};

/** 64-bit numbers arrive as numbers or as text; what is not told as null. */
const maybe = (value: unknown): number | null => {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0)
    throw unparsable(JSON.stringify(value));
  return number;
};

const numberOf = (value: unknown): number => {
  const number = maybe(value);
  if (number === null) throw unparsable('null');
  return number;
};

const numbersOf = (value: unknown): readonly number[] =>
  (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]).map(numberOf);
