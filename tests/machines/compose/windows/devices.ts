/** What Device Manager lists on a Dell laptop, and the programs that run on it. */
import type { Words } from './words.ts';

export const MB = 1024 ** 2;

export const device = (
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

export const devicesOf = (words: Words) => [
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

export const TICKS = 638_995_968_000_000_000;

const process = (id: number, name: string, bytes = 40 * MB) => ({
  id,
  parent: 4,
  name,
  kernel: 9_000_000,
  user: 12_000_000,
  bytes,
  started: TICKS - 5 * 3600 * 10_000_000,
});

export const look = (at: number) => ({
  at,
  cpu: [{ idle: 1e12 + (at - TICKS) * 0.94, at: 2e12 + (at - TICKS) }],
  disks: [
    {
      name: '0 C:',
      idle: 1e12 + (at - TICKS) * 0.98,
      at: 2e12 + (at - TICKS),
      waited: 4_294_000_000,
      done: 5000,
      frequency: '10000000',
      queue: 0,
    },
  ],
  processes: [
    process(0, 'System Idle Process', 8192),
    process(4, 'System'),
    process(900, 'svchost.exe'),
    process(1400, 'MsMpEng.exe', 220 * MB),
    process(4200, 'explorer.exe', 140 * MB),
    process(5300, 'msedge.exe', 300 * MB),
  ],
});
