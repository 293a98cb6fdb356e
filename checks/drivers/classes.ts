/** What a device is for, by the class codes that PCI and USB define; and which may do without a driver. */
import type { PciDevice } from '../../src/sources/pci.ts';
import { PCI_MAKERS } from './data/makers.ts';
import type { DeviceKind } from './params.ts';

/** Devices that are of no use without a driver. Bridges, memory and system controllers are none of them. */
export const pciKind = ({ classId }: Pick<PciDevice, 'classId'>): DeviceKind | null =>
  PCI_KINDS.find(([prefix]) => classId.startsWith(prefix))?.[1] ?? null;

/** The first that fits. */
const PCI_KINDS: readonly (readonly [prefix: string, kind: DeviceKind])[] = [
  ['0280', 'wifi'],
  ['02', 'network'],
  ['03', 'graphics'],
  ['0401', 'sound'],
  ['0403', 'sound'],
  ['04', 'multimedia'],
  // RAID (Intel's VMD and RST), AHCI, SAS, NVMe. Old IDE ports stay unused on many boards.
  ['0104', 'storage'],
  ['0106', 'storage'],
  ['0107', 'storage'],
  ['0108', 'storage'],
  // Not 0c03fe: the device side of a port, as in telephones, which a computer leaves alone.
  ['0c0300', 'usb-controller'],
  ['0c0310', 'usb-controller'],
  ['0c0320', 'usb-controller'],
  ['0c0330', 'usb-controller'],
  ['0c0340', 'usb-controller'],
  ['0d11', 'bluetooth'],
  ['0d40', 'modem'],
  ['0d', 'wifi'],
];

/** What a driver is missing for only in theory. */
export const isFineWithout = (device: PciDevice): boolean =>
  PCI_MAKERS[device.vendorId]?.virtual === true ||
  // AMD's audio co-processor sits in every Ryzen; its driver stays away where the board does not use it.
  (device.vendorId === '1022' && device.classId.startsWith('0480')) ||
  // The picture of a server's remote console, or of an emulated card: the basic driver is all it is for.
  (device.classId.startsWith('03') && ['1a03', '102b', '19e5', '1013'].includes(device.vendorId));

/** By class, subclass and protocol of an interface. Hubs and what programs use by themselves are none of them. */
export const usbKind = (classId: string, subclassId = '', protocolId = ''): DeviceKind | null => {
  if (classId === '01') return 'sound';
  if (classId === '03') return 'input';
  if (classId === '08') return 'storage';
  if (classId === '0e') return 'camera';
  // Bluetooth; RNDIS, the network of telephones, has another protocol.
  if (classId === 'e0' && subclassId === '01' && protocolId === '01') return 'bluetooth';
  if (classId === '02' && ['06', '0d', '0e'].includes(subclassId)) return 'network';
  return null;
};

/** Setup classes of Windows, the same in every language. */
const WINDOWS_KINDS: Readonly<Record<string, DeviceKind>> = {
  Net: 'network',
  Display: 'graphics',
  MEDIA: 'sound',
  Bluetooth: 'bluetooth',
  Camera: 'camera',
  Image: 'camera',
  USB: 'usb-controller',
  HIDClass: 'input',
  Keyboard: 'input',
  Mouse: 'input',
  DiskDrive: 'storage',
  SCSIAdapter: 'storage',
  HDC: 'storage',
  Volume: 'storage',
  Printer: 'printer',
  Modem: 'modem',
};

/** By its setup class; a device without a driver has none, and its compatible ids tell: `PCI\CC_0280`, `USB\Class_e0&SubClass_01`. */
export const windowsKind = (setupClass: string | null, compatible: readonly string[]): DeviceKind => {
  const known = WINDOWS_KINDS[setupClass ?? ''];
  if (known !== undefined) return known;
  for (const id of compatible) {
    const pci = /^PCI\\.*\bCC_([0-9a-f]{4,6})/i.exec(id)?.[1]?.toLowerCase();
    if (pci !== undefined) return pciKind({ classId: pci.padEnd(6, '0') }) ?? 'other';
    const usb = /^USB\\Class_([0-9a-f]{2})(?:&SubClass_([0-9a-f]{2}))?(?:&Prot_([0-9a-f]{2}))?/i.exec(id);
    if (usb === null) continue;
    const [, classId = '', subclassId, protocolId] = usb.map((part) => part?.toLowerCase());
    const kind = usbKind(classId, subclassId, protocolId);
    if (kind !== null) return kind;
  }
  return 'other';
};

/** Which findings of other modules a missing device of this kind certainly brings about. */
export const EFFECTS: Readonly<Record<DeviceKind, readonly string[]>> = {
  network: ['connectivity/no-adapter', 'connectivity/adapter-disabled'],
  wifi: ['connectivity/no-adapter', 'connectivity/adapter-disabled'],
  modem: ['connectivity/no-adapter', 'connectivity/adapter-disabled'],
  sound: ['audio/no-output-device', 'peripherals/not-detected'],
  multimedia: ['audio/no-output-device', 'peripherals/camera-blocked', 'peripherals/not-detected'],
  bluetooth: ['peripherals/bluetooth-off', 'peripherals/not-detected'],
  camera: ['peripherals/camera-blocked', 'peripherals/not-detected'],
  graphics: ['drivers/gpu-fallback'],
  storage: ['peripherals/not-detected'],
  'usb-controller': ['peripherals/not-detected'],
  input: ['peripherals/not-detected'],
  printer: ['peripherals/not-detected'],
  other: ['peripherals/not-detected'],
};
