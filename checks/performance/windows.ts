/** What Windows counts between two looks, and how it is set up. */
import { family, read, sourceByOs, unparsable } from '../../src/contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from '../../src/sources/network/json.ts';
import { windowsCountersRequest, windowsLoadRequest } from '../../src/sources/windows-load.ts';
import { numberOf, textOf } from '../../src/sources/windows-part.ts';

export interface WindowsCounters {
  readonly seconds: number;
  /** Null where the counters of this Windows are damaged: then it has no such classes. */
  readonly busyPct: number | null;
  readonly disks: readonly WindowsDisk[];
}

export interface WindowsDisk {
  /** `0 C: D:` */
  readonly name: string;
  readonly busyPct: number;
  /** Of one read or write on average; null where none was done. */
  readonly waitMs: number | null;
}

export interface WindowsLoad extends WindowsCounters {
  readonly cores: number | null;
  readonly build: number | null;
  readonly isServer: boolean;
  readonly memory: {
    readonly totalBytes: number;
    readonly availableBytes: number | null;
    readonly committedPct: number | null;
  };
  /** Sum of the modules; null where the firmware does not tell. */
  readonly installedBytes: number | null;
  readonly usedSlots: number;
  readonly slots: number | null;
  /** `PCI\VEN_8086&DEV_…` */
  readonly adapters: readonly string[];
  readonly systemDisk: { readonly name: string; readonly isHdd: boolean; readonly number: number } | null;
  /** GUIDs in small letters, without braces; '' where none is set. */
  readonly scheme: string;
  readonly overlay: string;
  readonly onBattery: boolean;
  readonly startup: readonly StartupItem[];
}

export interface StartupItem {
  readonly name: string;
  readonly isOn: boolean;
  /** A part of the system itself. */
  readonly isSystem: boolean;
}

export const windowsLoad = sourceByOs<WindowsLoad>('windows.load', {
  win32: read(windowsLoadRequest, ({ stdout }) => parseWindowsLoad(stdout)),
});

/** A longer look: a peak is over by then. */
export const windowsLater = family<WindowsCounters, `${number}`>(
  'windows.load.longer',
  'milliseconds',
  (ms) => ({
    on: { win32: read(windowsCountersRequest(Number(ms)), ({ stdout }) => parseWindowsCounters(stdout)) },
    cost: 'slow' as const,
  }),
);

export const parseWindowsCounters = (text: string): WindowsCounters => {
  const batch = parseJson(text);
  if (!isObject(batch) || !isObject(batch.first) || !isObject(batch.second)) throw unparsable(text.trim());
  const { first, second } = batch;
  const seconds = (counted(second.at) - counted(first.at)) / TICKS_PER_SECOND;
  if (seconds <= 0) throw unparsable(text.trim());
  const earlier = new Map(listOf(first.disks).map((disk) => [textOf(disk.name), disk]));
  return {
    seconds,
    busyPct: busyOf(listOf(first.cpu)[0], listOf(second.cpu)[0]),
    disks: listOf(second.disks).flatMap((disk) => {
      const before = earlier.get(textOf(disk.name));
      return before === undefined ? [] : diskBetween(before, disk);
    }),
  };
};

const TICKS_PER_SECOND = 10_000_000;

/** PERF_100NSEC_TIMER_INV: what is counted is the time without work. */
const busyOf = (first: LooseObject | undefined, second: LooseObject | undefined): number | null => {
  if (first === undefined || second === undefined) return null;
  const elapsed = counted(second.at) - counted(first.at);
  if (elapsed <= 0) return null;
  return percent(100 - (100 * (counted(second.idle) - counted(first.idle))) / elapsed);
};

/** A 32-bit counter begins again at 0. */
const WRAP = 2 ** 32;

const diskBetween = (first: LooseObject, second: LooseObject): readonly WindowsDisk[] => {
  const since = (key: string): number => counted(second[key]) - counted(first[key]);
  const elapsed = since('at');
  const frequency = counted(second.frequency);
  if (elapsed <= 0 || frequency === 0) return [];
  const waited = since('waited');
  const done = since('done');
  return [
    {
      name: textOf(second.name),
      busyPct: percent(100 - (100 * since('idle')) / elapsed),
      waitMs: done <= 0 ? null : (1000 * ((waited + WRAP) % WRAP)) / frequency / done,
    },
  ];
};

const percent = (value: number): number => Math.min(100, Math.max(0, value));

export const parseWindowsLoad = (text: string): WindowsLoad => {
  const counters = parseWindowsCounters(text);
  const batch = parseJson(text);
  const setup = isObject(batch) && isObject(batch.setup) ? batch.setup : undefined;
  if (setup === undefined || !isObject(setup.system)) throw unparsable(text.trim());
  const memory = isObject(setup.memory) ? setup.memory : {};
  const limit = numberOf(memory.CommitLimit);
  const committed = numberOf(memory.CommittedBytes);
  const modules = [setup.modules]
    .flat()
    .map(numberOf)
    .filter((bytes) => bytes !== null && bytes > 0);
  const folder = textOf(setup.windows).toLowerCase();
  return {
    ...counters,
    cores: positive(setup.cores),
    build: positive(setup.system.BuildNumber),
    // 1 is a workstation, 2 a domain controller, 3 a server.
    isServer: setup.system.ProductType === 2 || setup.system.ProductType === 3,
    memory: {
      totalBytes: counted(setup.system.TotalVisibleMemorySize) * 1024,
      availableBytes: numberOf(memory.AvailableBytes),
      committedPct: limit === null || limit <= 0 || committed === null ? null : (100 * committed) / limit,
    },
    installedBytes:
      modules.length === 0 ? null : modules.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0),
    usedSlots: modules.length,
    slots: positive(setup.slots),
    adapters: [setup.adapters].flat().filter((one): one is string => typeof one === 'string' && one !== ''),
    systemDisk: diskOf(listOf(setup.disk)[0]),
    scheme: guid(setup.scheme),
    overlay: guid(setup.overlay),
    // Win32_Battery: 1 is being used up; 4 and 5 are low, and no charger is there either.
    onBattery: [setup.batteries].flat().some((status) => status === 1 || status === 4 || status === 5),
    startup: listOf(setup.startup).map((item) => itemOf(item, folder)),
  };
};

/** MSFT_PhysicalDisk: media 3 is a hard disk, 4 an SSD. Bus 7 is USB: what it says of its media is not to be relied on. */
const diskOf = (disk: LooseObject | undefined): WindowsLoad['systemDisk'] => {
  const number = numberOf(disk?.number);
  return disk === undefined || number === null
    ? null
    : { name: textOf(disk.name).trim(), isHdd: disk.media === 3 && disk.bus !== 7, number };
};

const itemOf = ({ name, command, off }: LooseObject, windows: string): StartupItem => {
  if (typeof name !== 'string') throw unparsable(JSON.stringify(name ?? null));
  const path = textOf(command).trim().replace(/^"/, '').toLowerCase();
  return {
    name: name.slice(0, 80),
    isOn: off !== true,
    isSystem: windows !== '' && path.startsWith(`${windows}\\`),
  };
};

const guid = (value: unknown): string =>
  textOf(value)
    .toLowerCase()
    .replace(/[{}\s]/g, '');

const positive = (value: unknown): number | null => {
  const number = numberOf(value);
  return number === null || number <= 0 ? null : number;
};

/** 64-bit numbers arrive as numbers or as text. */
const counted = (value: unknown): number => {
  const number = numberOf(value);
  if (number === null || number < 0) throw unparsable(JSON.stringify(value ?? null));
  return number;
};
