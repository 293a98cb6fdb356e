/** Answers that the rows of the hardware check share. */
import { exec, json, raw } from './evidence.ts';

/** The moment of the rows: everything else is told by it. */
export const NOW = Date.UTC(2026, 10, 20, 12);

export const clockAt = { 'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }) };

/** `dmesg -r`: every line an error of the first minute. */
export const dmesg = (...lines: readonly string[]) =>
  exec(lines.map((line, at) => `<3>[${String(60 + at).padStart(5)}.000000] ${line}\n`).join(''));

/** One disk in a desktop, and its health. */
export const scanned = (target: string, type = 'sat') => exec(`${target} -d ${type} # ${target}\n`);

const PARTS = [
  ...['disks', 'counters', 'predictions', 'smart', 'partitions', 'volumes', 'pools', 'spaces'],
  ...['full', 'design', 'cycles', 'power', 'zones'],
] as const;

export const HEALTHY_DISK = { id: '0', name: 'LABDISK 500', media: 4, bus: 11, health: 0, status: [2] };

/** The batch of src/sources/windows-hardware.ts, healthy but for what is given. */
export const windows = (given: Partial<Record<(typeof PARTS)[number], readonly object[]>>) => ({
  'windows.hardware': json(
    Object.fromEntries(
      PARTS.map((part) => [
        part,
        { state: 'ok', items: given[part] ?? (part === 'disks' ? [HEALTHY_DISK] : []) },
      ]),
    ),
  ),
});

interface Event {
  readonly provider: string;
  readonly id: number;
  readonly data?: readonly (string | readonly [name: string, value: string])[];
  readonly hoursAgo?: number;
}

/** The batch of src/sources/windows-events.ts. */
export const events = (...all: readonly Event[]) => ({
  ...clockAt,
  'windows.events': json({
    logs: [{ log: 'System', state: 'ok' }],
    events: all.map(({ provider, id, data = [], hoursAgo = 1 }) => ({
      log: 'System',
      provider,
      id,
      at: new Date(NOW - hoursAgo * 3_600_000).toISOString(),
      data: data.map((one) => (typeof one === 'string' ? { n: '', v: one } : { n: one[0], v: one[1] })),
    })),
  }),
});

/** `system_profiler -json SPStorageDataType SPMemoryDataType SPPowerDataType` of a MacBook. */
export const mac = (given: { readonly smart?: string; readonly power?: object; readonly dimm?: string }) => ({
  'mac.hardware': json({
    SPStorageDataType: [
      {
        _name: 'Macintosh HD',
        bsd_name: 'disk3s1s1',
        mount_point: '/',
        physical_drive: {
          device_name: 'APPLE SSD AP0512Z',
          medium_type: 'ssd',
          smart_status: given.smart ?? 'Verified',
        },
      },
    ],
    SPMemoryDataType: [
      { _name: 'Memory Slots', _items: [{ _name: 'BANK 0/DIMM0', dimm_status: given.dimm ?? 'ok' }] },
    ],
    SPPowerDataType: given.power === undefined ? [] : [given.power],
  }),
});

export const macLog = (...lines: readonly string[]) => ({
  ...clockAt,
  'system.platform': raw('system', {
    platform: 'darwin',
    release: '24.1.0',
    arch: 'arm64',
    hostname: 'mac',
    bootedSecondsAgo: 90_000,
  }),
  'mac.disk-log/7d': exec(
    `${lines.map((eventMessage) => JSON.stringify({ timestamp: '2026-11-19 10:00:00.000000+0000', eventMessage })).join('\n')}\n{"count":${lines.length},"finished":1}\n`,
  ),
});
