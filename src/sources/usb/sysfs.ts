/** /sys/bus/usb/devices: devices as `1-1.2`, root hubs as `usb1`, interfaces as `1-1.2:1.0` (kernel: sysfs-bus-usb). */
import type { Raw } from '../../contract.ts';
import { unparsable } from '../../contract.ts';
import type { UsbDevice, UsbInterface } from '../usb.ts';

export const USB_ATTRIBUTES = [
  'idVendor',
  'idProduct',
  'manufacturer',
  'product',
  'serial',
  'speed',
  'bDeviceClass',
  'bConfigurationValue',
  'bMaxPower',
  'authorized',
  'bInterfaceNumber',
  'bInterfaceClass',
  'bInterfaceSubClass',
  'bInterfaceProtocol',
  'modalias',
  'power/connected_duration',
] as const;

type Entries = Raw['attributes']['entries'];
type Entry = Entries[string];

export const parseSysfsUsb = (entries: Entries): readonly UsbDevice[] => {
  const interfaces = new Map<string, UsbInterface[]>();
  for (const [name, entry] of Object.entries(entries)) {
    const owner = ownerOf(name);
    const one = owner === undefined ? undefined : interfaceOf(name, entry);
    if (owner === undefined || one === undefined) continue;
    interfaces.set(owner, [...(interfaces.get(owner) ?? []), one]);
  }
  return Object.entries(entries).flatMap(([port, entry]) =>
    port.includes(':') ? [] : deviceOf(port, entry, interfaces.get(port) ?? []),
  );
};

/** `1-1.2:1.0` belongs to `1-1.2`; `1-0:1.0` is the root hub's own. */
const ownerOf = (name: string): string | undefined => {
  const found = /^(\d+)-([\d.]+):\d+\.\d+$/.exec(name);
  if (found === null) return undefined;
  const [, bus = '', path = ''] = found;
  return path === '0' ? `usb${bus}` : `${bus}-${path}`;
};

/** A device that is pulled out while it is read has some of its files no more: it is not there. */
const deviceOf = (port: string, entry: Entry, interfaces: readonly UsbInterface[]): readonly UsbDevice[] => {
  const vendorId = textOf(entry, 'idVendor');
  const productId = textOf(entry, 'idProduct');
  if (vendorId === null || productId === null) return [];
  if (!HEX4.test(vendorId) || !HEX4.test(productId)) throw unparsable(`${port}: ${vendorId}:${productId}`);
  const classId = textOf(entry, 'bDeviceClass');
  if (classId !== null && !HEX2.test(classId)) throw unparsable(`${port}: bDeviceClass ${classId}`);
  const connectedMs = numberOf(port, textOf(entry, 'power/connected_duration'), /^(\d+)$/);
  return [
    {
      port,
      vendorId,
      productId,
      name: nameOf(entry) ?? `${vendorId}:${productId}`,
      serial: textOf(entry, 'serial'),
      speedMbps: numberOf(port, textOf(entry, 'speed'), /^(\d+(?:\.\d+)?)$/),
      classId,
      interfaces,
      authorized: textOf(entry, 'authorized') !== '0',
      // Empty, or 0 on old kernels, while none is chosen.
      configured: !/^0?$/.test(rawOf(entry, 'bConfigurationValue') ?? '1'),
      maxPowerMa: numberOf(port, textOf(entry, 'bMaxPower'), /^(\d+)mA$/),
      ...(connectedMs !== null && { connectedMs }),
    },
  ];
};

const interfaceOf = (name: string, entry: Entry): UsbInterface | undefined => {
  const classId = textOf(entry, 'bInterfaceClass');
  if (classId === null) return undefined;
  if (!HEX2.test(classId)) throw unparsable(`bInterfaceClass ${classId}`);
  return {
    number: textOf(entry, 'bInterfaceNumber') ?? '00',
    classId,
    driver: textOf(entry, 'driver')?.split('/').at(-1) ?? null,
    ...codeOf(classId, entry),
    name,
    ...modaliasOf(entry),
  };
};

const codeOf = (classId: string, entry: Entry): Pick<UsbInterface, 'code'> => {
  const rest = ['bInterfaceSubClass', 'bInterfaceProtocol'].map((one) => textOf(entry, one) ?? '');
  return rest.every((one) => HEX2.test(one)) ? { code: classId + rest.join('') } : {};
};

const modaliasOf = (entry: Entry): Pick<UsbInterface, 'modalias'> => {
  const modalias = textOf(entry, 'modalias');
  return modalias === null ? {} : { modalias };
};

const HEX4 = /^[0-9a-f]{4}$/;
const HEX2 = /^[0-9a-f]{2}$/;

/** Maker and product, the maker once: many a product's name begins with it. */
const nameOf = (entry: Entry): string | null => {
  const maker = textOf(entry, 'manufacturer');
  const product = textOf(entry, 'product');
  if (product === null) return maker;
  return maker === null || product.toLowerCase().startsWith(maker.toLowerCase())
    ? product
    : `${maker} ${product}`;
};

const rawOf = (entry: Entry, name: string): string | undefined => {
  const attribute = entry?.[name];
  return attribute !== undefined && 'text' in attribute ? attribute.text.trim() : undefined;
};

const textOf = (entry: Entry, name: string): string | null => {
  const text = rawOf(entry, name);
  return text === undefined || text === '' ? null : text;
};

/** `unknown` is what the kernel says of a speed that it does not know. */
const numberOf = (port: string, text: string | null, form: RegExp): number | null => {
  if (text === null || text === 'unknown') return null;
  const found = form.exec(text);
  if (found === null) throw unparsable(`${port}: ${text}`);
  return Number(found[1]);
};
