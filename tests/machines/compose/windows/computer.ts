/**
 * Windows 10 and 11 on an ordinary laptop, in several languages. Composed in the form of the CIM classes and
 * registry values that Microsoft Learn documents; the names are those of Windows in that language.
 */
import { clock, online } from '../net.ts';
import type { World } from '../world.ts';
import {
  items,
  loadOf,
  MICROPHONE,
  part,
  programsBatch,
  SPEAKERS,
  securityBatch,
  startBatch,
} from './batches.ts';
import { devicesOf, MB } from './devices.ts';
import { eventBatch, ordinaryEvents } from './events.ts';
import { networkOf, pingOf } from './network.ts';
import { type Tongue, WORDS } from './words.ts';

const GB = 1024 ** 3;

export interface Edition {
  readonly tongue: Tongue;
  readonly build: number;
  readonly revision: number;
  readonly release: string;
}

export const WINDOWS_11: Omit<Edition, 'tongue'> = { build: 26200, revision: 7171, release: '25H2' };

/** 22H2 is served until October 2028 where it is a long-term edition, or has extended updates. */
export const WINDOWS_10: Omit<Edition, 'tongue'> = { build: 19045, revision: 6575, release: '22H2' };

/** An ordinary user at a Dell laptop on Wi-Fi; nothing is wrong. */
export const windows = ({ tongue, build, revision, release }: Edition): World => {
  const words = WORDS[tongue];
  const zone = tongue === 'ru' ? 'Europe/Moscow' : 'Europe/Berlin';
  const home = `C:\\Users\\${words.user}`;
  const batches: Readonly<Record<string, unknown>> = {
    'machine.hardware': {
      system: { Manufacturer: 'Dell Inc.', Model: 'Latitude 5430', PCSystemType: 2, HypervisorPresent: true },
      board: { Manufacturer: 'Dell Inc.' },
      chassis: [10],
      firmware: 2,
      build: `${build}`,
      lock: part({ drive: 'C:', state: 1 }),
    },
    'net.': networkOf(words),
    'disk.windows': {
      systemDrive: 'C:',
      disks: [{ DeviceID: 'C:', DriveType: 3, Size: 475 * GB, FreeSpace: 212 * GB }],
      partitions: [
        { type: '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}', size: 260 * MB, free: null },
        { type: '{e3c9e316-0b5c-4db8-817d-f92df00215ae}', size: 16 * MB, free: null },
        { type: '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}', size: 475 * GB, free: 212 * GB },
        { type: '{de94bba4-06d1-4d40-a16a-bfd50179d6ac}', size: 990 * MB, free: null },
      ],
      readOnly: [],
    },
    'windows.events': eventBatch(...ordinaryEvents(words)),
    'windows.hardware': {
      disks: items({ id: '0', name: 'KXG80ZNV512G KIOXIA', media: 4, bus: 17, health: 0, status: [2] }),
      counters: { state: 'denied', items: [] },
      predictions: { state: 'denied', items: [] },
      smart: { state: 'denied', items: [] },
      partitions: items({ drive: 'C', disk: 0 }),
      volumes: items({ drive: 'C', health: 0, type: 'NTFS', kind: 3 }),
      pools: items(),
      spaces: items(),
      full: items({ name: 'ACPI\\PNP0C0A\\1_0', mwh: 52_100 }),
      design: items({ name: 'ACPI\\PNP0C0A\\1_0', mwh: 57_999, model: 'DELL 8N6XT34' }),
      cycles: items({ name: 'ACPI\\PNP0C0A\\1_0', count: 212 }),
      power: items({
        name: 'ACPI\\PNP0C0A\\1_0',
        online: true,
        charging: false,
        discharging: false,
        remaining: 51_000,
      }),
      zones: { state: 'denied', items: [] },
    },
    'devices.windows': { devices: devicesOf(words) },
    'usb.devices': { devices: devicesOf(words) },
    'clock.windows': {
      // When a server is wanted, as on every Windows outside a domain.
      service: part({ type: 'NTP', start: 3, client: 1 }),
      zone: part({ key: words.zone, fixed: 0, utcChip: null, known: 1, summer: tongue === 'ru' ? 0 : 3 }),
      jumps: part(),
      firmware: part({ made: '2025-08-14T00:00:00.0000000Z' }),
      partitions: part(
        { type: '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}' },
        { type: '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}' },
      ),
    },
    'start.windows': startBatch(words),
    'programs.windows': programsBatch(build),
    'drivers.windows-offers': { offers: [] },
    'drivers.windows-again': { problems: [] },
    'peripherals.windows': {
      disks: [],
      camera: ['computer', 'user', 'desktop-apps'].map((level) => ({ level, value: 'Allow' })),
      cameraUsers: [],
      bluetooth: 'Running',
      touchpad: 1,
      gone: [],
      removals: [],
      pairing: [],
    },
    'print.windows': {
      spooler: { status: 4, startType: 2 },
      printers: [
        {
          Name: words.printer,
          Default: true,
          PrinterState: 0,
          PrinterStatus: 3,
          DetectedErrorState: 0,
          WorkOffline: false,
          PortName: 'PORTPROMPT:',
          DriverName: words.printer,
          Network: false,
        },
      ],
      jobs: [],
      ports: [],
      drivers: [
        words.printer,
        'Remote Desktop Easy Print',
        'Microsoft enhanced Point and Print compatibility driver',
      ],
      managed: null,
    },
    'audio.windows': {
      services: [
        { name: 'AudioEndpointBuilder', status: 4, startType: 2 },
        { name: 'Audiosrv', status: 4, startType: 2 },
      ],
      outputs: [
        {
          id: SPEAKERS,
          state: 1,
          name: words.speakers,
          device: 'Realtek(R) Audio',
          bus: 'INTELAUDIO',
          form: 1,
        },
      ],
      inputs: [
        {
          id: MICROPHONE,
          state: 1,
          name: words.microphone,
          device: 'Realtek(R) Audio',
          bus: 'INTELAUDIO',
          form: 4,
        },
      ],
      consent: { policy: null, machine: 'Allow', user: 'Allow', desktop: 'Allow' },
    },
    'audio.windows-levels': {
      output: { id: `{0.0.0.00000000}.${SPEAKERS}`, muted: false, volume: 46 },
      input: { id: `{0.0.1.00000000}.${MICROPHONE}`, muted: false, volume: 100 },
    },
    processes: loadOf(build),
    'windows.load': loadOf(build),
    'security.windows': securityBatch(words),
    'updates.component-store': { admin: false, state: null },
    'updates.windows': {
      history: {
        items: [
          { title: words.update, code: 0, result: 2, at: '2026-11-12T09:20:00Z' },
          { title: '2026-10 .NET Framework (KB5066131)', code: 0, result: 2, at: '2026-10-14T09:20:00Z' },
        ],
      },
      restart: { cbs: false, wu: false, renames: false },
      system: { build: `${build}`, revision, edition: 'Professional', release, type: 'Client' },
      services: ['wuauserv', 'BITS', 'CryptSvc', 'TrustedInstaller', 'UsoSvc', 'wlidsvc'].map((name) => ({
        name,
        start: name === 'CryptSvc' || name === 'UsoSvc' ? 'Auto' : 'Manual',
      })),
      policy: {
        useServer: null,
        server: null,
        noAutoUpdate: null,
        disableAccess: null,
        pin: null,
        pinned: null,
      },
      pause: null,
      cost: 1,
      // WinHttpSettings without a proxy.
      proxy: 'GAAAAAAAAAABAAAAAAAAAAAAAAA=',
      antivirus: [
        { name: 'Windows Defender', guid: '{D68DDC3A-831F-4fae-9E44-DA132C1ACF46}', state: 397_568 },
      ],
      busy: { msi: false, worker: false },
      pendingXml: false,
      blocks: [{ release: 'GE25H2', red: 'None', gated: 'None' }],
      msi: [],
    },
  };
  return {
    os: 'win32',
    programs: { ping: pingOf(words) },
    files: {
      'C:\\Windows\\System32\\drivers\\etc\\hosts':
        '# Copyright (c) 1993-2009 Microsoft Corp.\r\n#\r\n#\t127.0.0.1       localhost\r\n#\t::1             localhost\r\n',
    },
    batches,
    env: { SESSIONNAME: 'Console', USERPROFILE: home },
    user: { name: words.user, home, uid: -1, elevated: false },
    system: {
      platform: 'win32',
      release: `10.0.${build}`,
      arch: 'x64',
      hostname: 'LAPTOP-7Q2',
      bootedSecondsAgo: 5 * 3600,
    },
    clock: clock(zone),
    spaces: {
      'C:\\': {
        totalBytes: 475 * GB,
        freeBytes: 212 * GB,
        availableBytes: 212 * GB,
        files: 0,
        freeFiles: 0,
      },
    },
    net: online,
  };
};

/** The batches of a computer with some of their parts changed. */
export const changed = (
  { batches = {} }: World,
  changes: Readonly<Record<string, object>>,
): NonNullable<World['batches']> => ({
  ...batches,
  ...Object.fromEntries(
    Object.entries(changes).map(([id, parts]) => [id, { ...(batches[id] as object), ...parts }]),
  ),
});
