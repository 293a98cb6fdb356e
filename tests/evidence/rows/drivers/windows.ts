/** Device Manager's codes, the basic display driver, hangs, refused files and offers. */
import { type Evidence, json, raw } from '../../evidence.ts';

const system = {
  'system.platform': raw('system', {
    platform: 'win32',
    release: '10.0.22631',
    arch: 'x64',
    hostname: 'pc',
    bootedSecondsAgo: 3600,
  }),
  'system.clock': raw('clock', { epochMs: Date.UTC(2026, 10, 24), timeZone: 'UTC' }),
};

const device = (code: number, more: Readonly<Record<string, unknown>> = {}) => ({
  id: 'PCI\\VEN_8086&DEV_15F3&SUBSYS_00008086&REV_03\\6&102E3ADF&0&0028020A',
  name: 'Ethernet-Controller',
  class: 'Net',
  code,
  present: true,
  service: 'e2fexpress',
  status: null,
  driver: null,
  compatible: ['PCI\\VEN_8086&DEV_15F3&REV_03', 'PCI\\CC_020000', 'PCI\\CC_0200'],
  ...more,
});

const devices = (...some: readonly object[]) => ({ ...system, 'devices.windows': json({ devices: some }) });

/** Win32_PnPEntity, Microsoft Learn; the codes are those of cfg.h. */
const coded = (code: string, number: number): Evidence => ({
  code,
  os: 'win32',
  from: 'composed',
  what: `Win32_PnPEntity (Microsoft Learn) with ConfigManagerErrorCode ${number}`,
  answers: devices(device(number)),
});

const event = (provider: string, id: number, ...data: readonly string[]) => ({
  log: 'System',
  provider,
  id,
  at: '2026-11-23T20:00:00.0000000Z',
  data: data.map((v) => ({ n: '', v })),
});

const events = (...some: readonly object[]) => ({
  ...system,
  'windows.events': json({ logs: [{ log: 'System', state: 'ok' }], events: some }),
});

const GPU = {
  id: 'PCI\\VEN_10DE&DEV_1F06&SUBSYS_13FE1569&REV_A1\\4&2283F625&0&0019',
  name: 'NVIDIA GeForce RTX 2060 SUPER',
  class: 'Display',
};

export const windows: readonly Evidence[] = [
  coded('drivers/device-no-driver', 1),
  coded('drivers/device-no-driver', 18),
  coded('drivers/device-no-driver', 28),
  ...[10, 13, 14, 21, 25, 26, 38, 43, 44, 54].map((number) => coded('drivers/device-start-failed', number)),
  ...[2, 7, 8, 11, 20, 23, 31, 32, 37, 39, 40, 41, 50, 51].map((number) =>
    coded('drivers/device-load-failed', number),
  ),
  ...[22, 29, 47].map((number) => coded('drivers/device-disabled', number)),
  ...[5, 6, 12, 15, 16, 17, 27, 30, 33, 34, 35, 36].map((number) =>
    coded('drivers/resource-conflict', number),
  ),
  ...[3, 4, 9, 19, 42, 49].map((number) => coded('drivers/registry-damaged', number)),
  ...[48, 52].map((number) => coded('drivers/signature-blocked', number)),
  {
    code: 'drivers/device-no-driver',
    os: 'win32',
    from: 'composed',
    what: 'codes 45, 46, 53, 55, 56 and 57, and one that is not there: no fault of this module',
    quiet: true,
    answers: devices(
      ...[45, 46, 53, 55, 56, 57].map((number) => device(number)),
      device(28, { present: false }),
    ),
  },
  {
    code: 'drivers/device-start-failed',
    os: 'win32',
    from: 'composed',
    what: 'code 43 that is over at the second look',
    quiet: true,
    answers: {
      ...devices(device(43)),
      'drivers.windows-again/problems': json({ problems: [] }),
    },
  },
  {
    code: 'drivers/device-start-failed',
    os: 'win32',
    from: 'composed',
    what: 'Microsoft Learn: a USB device that gave no descriptor is no matter of drivers',
    quiet: true,
    answers: devices(device(43, { id: 'USB\\VID_0000&PID_0002\\5&2CB0D3A5&0&2', class: 'USB' })),
  },
  {
    code: 'drivers/gpu-fallback',
    os: 'win32',
    from: 'composed',
    what: 'Microsoft Basic Display Adapter: its service is BasicDisplay in every language',
    answers: devices(
      device(0, { ...GPU, name: 'Базовый видеоадаптер (Майкрософт)', service: 'BasicDisplay' }),
    ),
  },
  {
    code: 'drivers/gpu-fallback',
    os: 'win32',
    from: 'composed',
    what: 'the basic adapter that Windows keeps in reserve beside a real one',
    quiet: true,
    answers: devices(
      device(0, { ...GPU, service: 'nvlddmkm' }),
      device(0, { ...GPU, id: 'ROOT\\BASICDISPLAY\\0000', service: 'BasicDisplay' }),
    ),
  },
  {
    code: 'drivers/gpu-resets',
    os: 'win32',
    from: 'composed',
    what: 'Microsoft, Timeout Detection and Recovery: event 4101 of Display, with the driver',
    answers: events(event('Display', 4101, 'nvlddmkm'), event('Display', 4101, 'nvlddmkm')),
  },
  {
    code: 'drivers/gpu-resets',
    os: 'win32',
    from: 'composed',
    what: 'a stop 0x116 (VIDEO_TDR_FAILURE) in event 1001 of WER-SystemErrorReporting',
    answers: events(
      event(
        'Microsoft-Windows-WER-SystemErrorReporting',
        1001,
        '0x00000116 (0xffff8a0f, 0xfffff804, 0x0, 0x2)',
        'C:\\Windows\\MEMORY.DMP',
      ),
    ),
  },
  {
    code: 'drivers/gpu-resets',
    os: 'win32',
    from: 'composed',
    what: 'one recovery, and two of last month',
    quiet: true,
    answers: events(
      event('Display', 4101, 'amdkmdag'),
      ...[1, 2].map(() => ({ ...event('Display', 4101, 'amdkmdag'), at: '2026-10-25T20:00:00.0000000Z' })),
    ),
  },
  {
    code: 'drivers/signature-blocked',
    os: 'win32',
    from: 'composed',
    what: 'Microsoft-Windows-CodeIntegrity 3004 with a driver’s file',
    answers: events(
      event(
        'Microsoft-Windows-CodeIntegrity',
        3004,
        '\\Device\\HarddiskVolume3\\Windows\\System32\\drivers\\old.sys',
      ),
    ),
  },
  {
    code: 'drivers/signature-blocked',
    os: 'win32',
    from: 'composed',
    what: 'event 3033 about a program’s library: no driver',
    quiet: true,
    answers: events(
      event(
        'Microsoft-Windows-CodeIntegrity',
        3033,
        '\\Device\\HarddiskVolume3\\Program Files\\x\\plugin.dll',
      ),
    ),
  },
  {
    code: 'drivers/update-available',
    os: 'win32',
    from: 'composed',
    what: 'IUpdateSearcher::Search with Type=Driver, IWindowsDriverUpdate (Microsoft Learn)',
    answers: {
      ...devices(device(0)),
      'drivers.windows-offers/drivers': json({
        offers: [
          {
            title: 'Intel Corporation - Net - 22.250.1.2',
            model: 'Intel(R) Wi-Fi 6E AX211 160MHz',
            date: '2024-08-12',
            id: 'pci\\ven_8086&dev_51f0',
          },
        ],
      }),
    },
  },
  {
    code: 'drivers/update-available',
    os: 'win32',
    from: 'composed',
    what: 'Windows’ own driver of 2006-06-21, which is not old',
    quiet: true,
    answers: {
      ...devices(
        device(0, {
          driver: {
            DriverVersion: '10.0.22621.1',
            DriverDate: '6-21-2006',
            ProviderName: 'Microsoft',
            InfPath: 'netrtwlane.inf',
          },
        }),
      ),
      'drivers.windows-offers/drivers': json({ offers: [] }),
    },
  },
];
