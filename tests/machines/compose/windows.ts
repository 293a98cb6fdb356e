/**
 * Windows 10 and 11 on an ordinary laptop, in several languages. Composed in the form of the CIM classes and
 * registry values that Microsoft Learn documents; the names are those of Windows in that language.
 */
import type { Answer } from '../../../src/contract.ts';
import { clock, NOW, online } from './net.ts';
import type { World } from './world.ts';

export type Tongue = 'en' | 'de' | 'ru';

interface Words {
  readonly wifi: string;
  readonly ethernet: string;
  readonly bluetooth: string;
  readonly loopback: string;
  readonly speakers: string;
  readonly microphone: string;
  readonly recovery: string;
  readonly update: string;
  readonly keyboard: string;
  readonly mouse: string;
  readonly user: string;
  readonly printer: string;
  readonly pong: string;
  readonly silence: string;
  /** What Windows calls a shutdown. */
  readonly off: string;
  /** A service, by its display name: in events it has no other. */
  readonly service: string;
}

const WORDS: Readonly<Record<Tongue, Words>> = {
  en: {
    wifi: 'Wi-Fi',
    ethernet: 'Ethernet',
    bluetooth: 'Bluetooth Network Connection',
    loopback: 'Loopback Pseudo-Interface 1',
    speakers: 'Speakers',
    microphone: 'Microphone Array',
    recovery: 'Recovery',
    update: '2026-11 Cumulative Update for Windows (KB5068861)',
    keyboard: 'Standard PS/2 Keyboard',
    mouse: 'HID-compliant mouse',
    user: 'anna',
    printer: 'Microsoft Print to PDF',
    pong: 'Reply from 192.168.178.1: bytes=32 time=2ms TTL=64\r\n',
    silence: 'Request timed out.\r\n',
    off: 'power off',
    service: 'Windows Update',
  },
  de: {
    wifi: 'WLAN',
    ethernet: 'Ethernet-Verbindung',
    bluetooth: 'Bluetooth-Netzwerkverbindung',
    loopback: 'Loopback Pseudo-Interface 1',
    speakers: 'Lautsprecher',
    microphone: 'Mikrofonarray',
    recovery: 'Wiederherstellung',
    update: '2026-11 Kumulatives Update für Windows (KB5068861)',
    keyboard: 'Standardtastatur (PS/2)',
    mouse: 'HID-konforme Maus',
    user: 'jürgen',
    printer: 'Microsoft Print to PDF',
    pong: 'Antwort von 192.168.178.1: Bytes=32 Zeit=2ms TTL=64\r\n',
    silence: 'Zeit�berschreitung der Anforderung.\r\n',
    off: 'Ausschalten',
    service: 'Druckwarteschlange',
  },
  ru: {
    wifi: 'Беспроводная сеть',
    ethernet: 'Подключение по локальной сети',
    bluetooth: 'Сетевое подключение Bluetooth',
    loopback: 'Loopback Pseudo-Interface 1',
    speakers: 'Динамики',
    microphone: 'Набор микрофонов',
    recovery: 'Восстановление',
    update: '2026-11 Накопительное обновление для Windows (KB5068861)',
    keyboard: 'Стандартная клавиатура PS/2',
    mouse: 'HID-совместимая мышь',
    user: 'Аня',
    printer: 'Microsoft Print to PDF',
    // Code page 866, read as UTF-8.
    pong: '�⢥� �� 192.168.178.1: �᫮ ����=32 �६�=2�� TTL=64\r\n',
    silence: '�ॢ�襭 ���ࢠ� �������� ��� �����.\r\n',
    off: 'выключить питание',
    service: 'Диспетчер печати',
  },
};

const GB = 1024 ** 3;
const MB = 1024 ** 2;

export interface Edition {
  readonly tongue: Tongue;
  readonly build: number;
  readonly revision: number;
  readonly release: string;
}

export const WINDOWS_11: Omit<Edition, 'tongue'> = { build: 26200, revision: 7171, release: '25H2' };
/** 22H2 is served until October 2028 where it is a long-term edition, or has extended updates. */
export const WINDOWS_10: Omit<Edition, 'tongue'> = { build: 19045, revision: 6575, release: '22H2' };

const part = (...value: readonly unknown[]) => ({ value });
export const items = (...all: readonly object[]) => ({ state: 'ok', items: all });

export const LOGS = [
  'System',
  'Application',
  'Microsoft-Windows-Dhcp-Client/Admin',
  'Microsoft-Windows-WLAN-AutoConfig/Operational',
  'Microsoft-Windows-Diagnostics-Performance/Operational',
  'Microsoft-Windows-PrintService/Admin',
  'Microsoft-Windows-Windows Defender/Operational',
  'Microsoft-Windows-CodeIntegrity/Operational',
];

export interface Event {
  readonly log?: string;
  readonly provider: string;
  readonly id: number;
  readonly data?: readonly (readonly [name: string, value: string])[];
  readonly hoursAgo: number;
}

/** Diagnostics-Performance and Defender are for administrators: an ordinary user is refused. */
export const eventBatch = (...events: readonly Event[]) => ({
  logs: LOGS.map((log) => ({ log, state: /Diagnostics-Performance/.test(log) ? 'denied' : 'ok' })),
  events: events.map(({ log = 'System', provider, id, data = [], hoursAgo }) => ({
    log,
    provider,
    id,
    at: new Date(NOW - hoursAgo * 3_600_000).toISOString(),
    data: data.map(([n, v]) => ({ n, v })),
  })),
});

/** What every Windows writes when it starts and goes to sleep. */
const ordinaryEvents = (words: Words): readonly Event[] => [
  { provider: 'EventLog', id: 6005, hoursAgo: 5 },
  { provider: 'Microsoft-Windows-Kernel-Boot', id: 27, data: [['BootType', '1']], hoursAgo: 5 },
  { provider: 'EventLog', id: 6006, hoursAgo: 14 },
  {
    provider: 'User32',
    id: 1074,
    data: [
      ['param1', 'C:\\Windows\\System32\\RuntimeBroker.exe (LAPTOP)'],
      ['param5', words.off],
    ],
    hoursAgo: 14,
  },
  {
    provider: 'Microsoft-Windows-WindowsUpdateClient',
    id: 19,
    data: [['updateTitle', words.update]],
    hoursAgo: 6,
  },
  // Once in a month a service stops and is started again.
  {
    provider: 'Service Control Manager',
    id: 7031,
    data: [
      ['param1', words.service],
      ['param2', '1'],
    ],
    hoursAgo: 400,
  },
];

const device = (
  id: string,
  name: string,
  pnpClass: string,
  service: string | null,
  driver: readonly [version: string, date: string, provider: string, inf: string] | null = null,
) => ({
  id,
  name,
  class: pnpClass,
  code: 0,
  present: true,
  service,
  status: null,
  driver: driver && {
    DriverVersion: driver[0],
    DriverDate: driver[1],
    ProviderName: driver[2],
    InfPath: driver[3],
  },
  compatible: [],
});

const devicesOf = (words: Words) => [
  device('ACPI_HAL\\PNP0C08\\0', 'Microsoft ACPI-Compliant System', 'System', 'ACPI'),
  device('ROOT\\BASICDISPLAY\\0000', 'Microsoft Basic Display Driver', 'System', 'BasicDisplay'),
  device(
    'PCI\\VEN_8086&DEV_46A6&SUBSYS_0B041028&REV_0C\\3&11583659&0&10',
    'Intel(R) Iris(R) Xe Graphics',
    'Display',
    'igfxn',
    ['31.0.101.5590', '6-5-2026', 'Intel Corporation', 'oem32.inf'],
  ),
  device(
    'PCI\\VEN_8086&DEV_51F0&SUBSYS_00948086&REV_01\\3&11583659&0&A3',
    'Intel(R) Wi-Fi 6E AX211 160MHz',
    'Net',
    'Netwtw14',
    ['23.60.1.2', '5-12-2026', 'Intel', 'oem11.inf'],
  ),
  device(
    'INTELAUDIO\\FUNC_01&VEN_10EC&DEV_0287&SUBSYS_10280B04&REV_1000\\5&1&0&0001',
    'Realtek(R) Audio',
    'MEDIA',
    'IntcAzAudAddService',
    ['6.0.9600.1', '4-2-2025', 'Realtek Semiconductor Corp.', 'oem20.inf'],
  ),
  device('USB\\VID_0BDA&PID_5556&MI_00\\6&2A3B4C5D&0&0000', 'Integrated Webcam', 'Camera', 'usbvideo', [
    '10.0.26100.1',
    '6-21-2006',
    'Microsoft',
    'usbvideo.inf',
  ]),
  device('USB\\VID_0BDA&PID_5556\\200901010001', 'USB Composite Device', 'USB', 'usbccgp'),
  device('USB\\ROOT_HUB30\\4&1A2B3C4D&0&0', 'USB Root Hub (USB 3.0)', 'USB', 'USBHUB3'),
  device('USB\\VID_8087&PID_0033\\5&1C2D3E4F&0&10', 'Intel(R) Wireless Bluetooth(R)', 'Bluetooth', 'BTHUSB', [
    '23.60.0.1',
    '5-12-2026',
    'Intel Corporation',
    'oem12.inf',
  ]),
  device('ACPI\\PNP0303\\4&5D18F2DF&0', words.keyboard, 'Keyboard', 'i8042prt'),
  device('HID\\DELL0B04&COL02\\5&1E6A7C&0&0001', 'HID-compliant touch pad', 'HIDClass', null),
  // Windows makes a mouse of every touchpad.
  device('HID\\DELL0B04&COL01\\5&1E6A7C&0&0000', words.mouse, 'Mouse', 'mouhid'),
  device('SCSI\\DISK&VEN_NVME&PROD_KXG80ZNV512G\\5&1&0&000000', 'KXG80ZNV512G KIOXIA', 'DiskDrive', 'disk'),
  device(
    'PCI\\VEN_1E0F&DEV_0013&SUBSYS_00011E0F&REV_01\\4&2B1C&0&00E8',
    'Standard NVM Express Controller',
    'SCSIAdapter',
    'stornvme',
    ['10.0.26100.1', '6-21-2006', 'Microsoft', 'stornvme.inf'],
  ),
  device('DISPLAY\\LGD06B3\\4&2D1F0&0&UID8388688', 'Generic PnP Monitor', 'Monitor', 'monitor', [
    '10.0.26100.1',
    '6-21-2006',
    'Microsoft',
    'monitor.inf',
  ]),
];

const TICKS = 638_995_968_000_000_000;

const process = (id: number, name: string, bytes = 40 * MB) => ({
  id,
  parent: 4,
  name,
  kernel: 9_000_000,
  user: 12_000_000,
  bytes,
  started: TICKS - 5 * 3600 * 10_000_000,
});

const look = (at: number) => ({
  at,
  processes: [
    process(0, 'System Idle Process', 8192),
    process(4, 'System'),
    process(900, 'svchost.exe'),
    process(1400, 'MsMpEng.exe', 220 * MB),
    process(4200, 'explorer.exe', 140 * MB),
    process(5300, 'msedge.exe', 300 * MB),
  ],
});

const SPEAKERS = '{6d2e5c1a-0001-4a6e-9d9d-2b9f0c0a1111}';
const MICROPHONE = '{6d2e5c1a-0002-4a6e-9d9d-2b9f0c0a1111}';

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
    processes: { first: look(TICKS), second: look(TICKS + 10_000_000) },
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

/** `ping` in the language of the system, and in its own code page: only TTL is the same everywhere. */
const pingOf =
  (words: Words) =>
  (argv: readonly string[]): string =>
    words.pong.repeat(Number(argv[argv.indexOf('-n') + 1]));

export const silentPing = (tongue: Tongue) => (): string => WORDS[tongue].silence.repeat(2);

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

export const eventsAnd = (tongue: Tongue, ...more: readonly Event[]) =>
  eventBatch(...more, ...ordinaryEvents(WORDS[tongue]));

export const wordsOf = (tongue: Tongue): Words => WORDS[tongue];

export const adapter = (Name: string, rest: object) => ({
  Name,
  InterfaceIndex: 12,
  HardwareInterface: true,
  Virtual: false,
  InterfaceAdminStatus: 1,
  MediaConnectState: 1,
  NdisPhysicalMedium: 9,
  InterfaceType: 71,
  Speed: 1_201_000_000,
  FullDuplex: true,
  PermanentAddress: 'A0B1C2D3E4F5',
  ...rest,
});

const networkOf = (words: Words) => ({
  adapters: [
    adapter(words.wifi, {}),
    // Nobody plugs a cable into it.
    adapter(words.ethernet, {
      InterfaceIndex: 9,
      MediaConnectState: 2,
      NdisPhysicalMedium: 14,
      InterfaceType: 6,
      Speed: '18446744073709551615',
    }),
    // On every laptop, and never connected.
    adapter(words.bluetooth, {
      InterfaceIndex: 7,
      MediaConnectState: 2,
      NdisPhysicalMedium: 10,
      InterfaceType: 6,
      Speed: 3_000_000,
    }),
  ],
  addresses: [
    { InterfaceAlias: words.wifi, IPAddress: '192.168.178.42', PrefixLength: 24, AddressState: 4 },
    { InterfaceAlias: words.wifi, IPAddress: 'fe80::a1b2:c3d4:e5f6:1%12', PrefixLength: 64, AddressState: 4 },
    { InterfaceAlias: words.loopback, IPAddress: '127.0.0.1', PrefixLength: 8, AddressState: 4 },
    { InterfaceAlias: words.loopback, IPAddress: '::1', PrefixLength: 128, AddressState: 4 },
  ],
  routes: [
    {
      DestinationPrefix: '0.0.0.0/0',
      NextHop: '192.168.178.1',
      InterfaceAlias: words.wifi,
      RouteMetric: 0,
      InterfaceMetric: 35,
    },
    {
      DestinationPrefix: '192.168.178.0/24',
      NextHop: '0.0.0.0',
      InterfaceAlias: words.wifi,
      RouteMetric: 256,
      InterfaceMetric: 35,
    },
  ],
  neighbours: [
    {
      IPAddress: '192.168.178.1',
      InterfaceAlias: words.wifi,
      LinkLayerAddress: '3C-A6-2F-01-02-03',
      State: 5,
      IsRouter: false,
    },
  ],
  resolvers: [{ InterfaceAlias: words.wifi, ServerAddresses: ['192.168.178.1'] }],
  profiles: [{ InterfaceAlias: words.wifi, IPv4Connectivity: 4, IPv6Connectivity: 1 }],
  proxy: { enabled: 0, server: null, script: null },
});

const securityBatch = (words: Words) => ({
  firewall: part(...['Domain', 'Private', 'Public'].map((name) => ({ name, enabled: 1 }))),
  networks: part({ category: 1 }),
  products: part({ class: 'AntiVirusProduct', name: 'Windows Defender', state: 397_568 }),
  defender: part({ service: true, enabled: true, realTime: true, age: 0, mode: 'Normal' }),
  threats: part(),
  bitlocker: part({ drive: 'C:', state: 1 }),
  backup: part({ name: 'OneDrive', kind: 'cloud', last: null }),
  lock: part({
    autoLogon: '0',
    autoUser: words.user,
    idle: null,
    console: null,
    saverActive: '1',
    saverSecure: null,
    saverTimeout: null,
    saverProgram: null,
  }),
  rdp: part({ deny: 1, nla: 1, port: 3389 }),
  listening: part(
    { port: 135, address: '0.0.0.0' },
    { port: 445, address: '::' },
    { port: 5040, address: '0.0.0.0' },
  ),
  services: part({ name: 'WinDefend' }, { name: 'Dhcp' }, { name: 'Spooler' }),
  secureBoot: part({ on: 1, status: 'Updated', error: null, capable: 2 }),
  roots: part({
    subject:
      'CN=Microsoft Root Certificate Authority 2011, O=Microsoft Corporation, L=Redmond, S=Washington, C=US',
    thumbprint: '8F43288AD272F3103B6FB1428485EA3014C0BCFE',
  }),
  shares: part(),
  smb1: part({ parameter: null, feature: 2 }),
  sshKeys: part(),
});

/** A PowerShell that company policy forbids. */
export const forbidden: Answer = { status: 'denied', why: 'EACCES', ms: 1 };
