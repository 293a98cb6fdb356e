/** What is connected by USB, as the system sees it: no root, nothing woken up, and no program on Linux. */
import { read, sourceByOs } from '../contract.ts';
import { parseMacUsb, systemProfile } from './macos-peripherals.ts';
import { parseSysfsUsb, USB_ATTRIBUTES } from './usb/sysfs.ts';
import { usbOf } from './usb/windows.ts';
import { deviceBatch, parseWindowsDevices } from './windows-devices.ts';

export interface UsbDevice {
  /** `1-1.2`, a root hub is `usb1`; macOS: the location, `0x14100000`; Windows: the id of the instance. */
  readonly port: string;
  /** Four hexadecimal digits. */
  readonly vendorId: string;
  readonly productId: string;
  /** What it calls itself, otherwise its ids. */
  readonly name: string;
  readonly serial: string | null;
  readonly speedMbps: number | null;
  /** Two hexadecimal digits; `00`: each interface says it. Null where the system doesn't tell. */
  readonly classId: string | null;
  /** Empty where the system doesn't tell. */
  readonly interfaces: readonly UsbInterface[];
  /** False where the system keeps it out: USBGuard, `authorized_default`. */
  readonly authorized: boolean;
  /** False: it is seen, and none of its configurations was chosen, as when it wants more power than there is. */
  readonly configured: boolean;
  readonly maxPowerMa: number | null;
  /** How long it has been there. */
  readonly connectedMs?: number;
}

export interface UsbInterface {
  readonly number: string;
  readonly classId: string | null;
  readonly driver: string | null;
  /** Class, subclass and protocol: `030101` is a keyboard. Linux only, as the rest. */
  readonly code?: string;
  /** `1-4:1.0`: how the kernel's log names it. */
  readonly name?: string;
  /** What drivers are found by. */
  readonly modalias?: string;
}

/** Class codes of usb.org («Defined Class Codes»). */
export const USB_CLASS = {
  audio: '01',
  input: '03',
  printer: '07',
  storage: '08',
  hub: '09',
  smartCard: '0b',
  video: '0e',
  wireless: 'e0',
  vendor: 'ff',
} as const;

export const usbDevices = sourceByOs<readonly UsbDevice[]>('usb.devices', {
  linux: read(
    { kind: 'attributes', folder: '/sys/bus/usb/devices', names: USB_ATTRIBUTES, links: ['driver'] },
    ({ entries }) => parseSysfsUsb(entries),
  ),
  darwin: read(systemProfile, ({ stdout }) => parseMacUsb(stdout)),
  win32: read(deviceBatch, ({ stdout }) => usbOf(parseWindowsDevices(stdout))),
});

export const isRootHub = ({ port }: UsbDevice): boolean => /^usb\d+$/.test(port);

/** Whether it, or one of its interfaces, is of that class. */
export const isOfClass = (device: UsbDevice, classId: string): boolean =>
  device.classId === classId || device.interfaces.some((one) => one.classId === classId);

export const isHub = (device: UsbDevice): boolean => isRootHub(device) || isOfClass(device, USB_CLASS.hub);
