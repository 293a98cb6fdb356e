/** Temperatures and fans, as Linux' hwmon tells them. */
import { family, type Raw, read, source } from '../contract.ts';
import { type Entry, numberIn, textIn } from './attributes.ts';

export interface Chip {
  /** `coretemp`, `k10temp`, `nvme`, `drivetemp`. */
  readonly name: string;
  /** The folder whose subfolder it is. */
  readonly folder: string;
}

/** The sensors there are; asking drivetemp for a value may wake its disk, so it is known by name first. */
export const chips = source({
  id: 'sensors.chips',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/hwmon', names: ['name'], links: ['.'] },
  parse: ({ entries }): readonly Chip[] =>
    Object.entries(entries).flatMap(([hwmon, entry]) => {
      const name = textIn(entry, 'name');
      const link = textIn(entry, '.')?.replace(/^(?:\.\.\/)*devices\//, '/sys/devices/');
      const folder =
        link?.endsWith(`/${hwmon}`) === true ? link.slice(0, -hwmon.length - 1) : '/sys/class/hwmon';
      return name === null ? [] : [{ name, folder }];
    }),
});

export interface Sensors {
  readonly temperatures: readonly Temperature[];
  readonly fans: readonly { readonly label: string; readonly rpm: number }[];
}

export interface Temperature {
  readonly chip: string;
  readonly label: string;
  readonly celsius: number;
  /** The sensor's own limits; null where it has none. */
  readonly criticalC: number | null;
  readonly maxC: number | null;
}

const TEMPERATURES = Array.from({ length: 12 }, (_, at) => `temp${at + 1}`);
const FANS = Array.from({ length: 6 }, (_, at) => `fan${at + 1}`);

const sensorsRequest = (folder: string, afterMs?: number) =>
  ({
    kind: 'attributes',
    folder,
    names: [
      'name',
      ...TEMPERATURES.flatMap((at) => [`${at}_input`, `${at}_crit`, `${at}_max`, `${at}_label`]),
      ...FANS.flatMap((at) => [`${at}_input`, `${at}_label`]),
    ],
    ...(afterMs !== undefined && { afterMs }),
  }) as const;

export const sensors = family('sensors.values', 'folder', (folder) => ({
  on: { linux: read(sensorsRequest(folder), parseSensors) },
}));

/** Two seconds later: a processor that turns its clock up for a moment is hot for a moment. */
export const sensorsAgain = family('sensors.again', 'folder', (folder) => ({
  on: { linux: read(sensorsRequest(folder, 2000), parseSensors) },
}));

export const parseSensors = ({ entries }: Raw['attributes']): Sensors => ({
  temperatures: Object.entries(entries).flatMap(([hwmon, entry]) =>
    TEMPERATURES.flatMap((at) => {
      const input = numberIn(entry, `${at}_input`, hwmon);
      return input === null
        ? []
        : [
            {
              chip: textIn(entry, 'name') ?? hwmon,
              label: textIn(entry, `${at}_label`) ?? at,
              celsius: input / 1000,
              criticalC: limitIn(entry, `${at}_crit`, hwmon),
              maxC: limitIn(entry, `${at}_max`, hwmon),
            },
          ];
    }),
  ),
  fans: Object.entries(entries).flatMap(([hwmon, entry]) =>
    FANS.flatMap((at) => {
      const rpm = numberIn(entry, `${at}_input`, hwmon);
      return rpm === null ? [] : [{ label: textIn(entry, `${at}_label`) ?? at, rpm }];
    }),
  ),
});

/** Firmware that has no limit writes 0 °C, 127 °C or the largest number there is. */
const limitIn = (entry: Entry, name: string, of: string): number | null => {
  const value = numberIn(entry, name, of);
  return value === null || value < 40_000 || value > 125_000 ? null : value / 1000;
};
