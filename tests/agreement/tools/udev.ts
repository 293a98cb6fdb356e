/** `udevadm info --export-db`, put back into the form of /sys. */
import type { Raw } from '../../../src/contract.ts';

export interface Device {
  readonly path: string;
  readonly properties: Readonly<Record<string, string>>;
}

export const devicesOf = (text: string): readonly Device[] =>
  text.split(/\n\s*\n/).map((block) => ({
    path: /^P: (.+)$/m.exec(block)?.[1] ?? '',
    properties: Object.fromEntries(
      [...block.matchAll(/^E: ([^=\n]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
    ),
  }));

export const texts = (values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) => (text === undefined ? [] : [[name, { text }]])),
  );

type Entries = Raw['attributes']['entries'];

export const last = (path: string): string => path.split('/').at(-1) ?? '';
const hex = (text = '', digits: number): string => text.toLowerCase().padStart(digits, '0');

export const usbOf = (devices: readonly Device[]): Entries =>
  Object.fromEntries(
    devices.flatMap(({ path, properties: p }): readonly (readonly [string, Entries[string]])[] => {
      if (p.SUBSYSTEM !== 'usb') return [];
      if (p.DEVTYPE === 'usb_interface') {
        const kind = Number(p.INTERFACE?.split('/')[0]).toString(16);
        return [[last(path), texts({ bInterfaceClass: hex(kind, 2), driver: p.DRIVER })]];
      }
      const [vendor, product] = (p.PRODUCT ?? '').split('/');
      return [
        [
          last(path),
          texts({
            idVendor: hex(vendor, 4),
            idProduct: hex(product, 4),
            product: p.ID_MODEL,
            bDeviceClass: hex(Number(p.TYPE?.split('/')[0]).toString(16), 2),
          }),
        ],
      ];
    }),
  );

export const inputOf = (devices: readonly Device[]): Entries =>
  Object.fromEntries(
    devices
      .filter(({ path, properties }) => properties.SUBSYSTEM === 'input' && /^input\d+$/.test(last(path)))
      .map(({ path, properties: p }) => [
        last(path),
        texts({
          name: p.NAME?.replaceAll('"', ''),
          properties: p.PROP,
          'capabilities/key': p.KEY,
          'capabilities/rel': p.REL,
          'capabilities/abs': p.ABS,
        }),
      ]),
  );
