/** The rules on machines of other people, all of which had their drivers: what they say must be true there. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lackingPci, lackingUsb, silentUsb } from '../../../checks/drivers/devices.ts';
import type { Raw } from '../../../src/contract.ts';
import { type PciDevice, parsePci } from '../../../src/sources/pci.ts';
import { parseSysfsUsb } from '../../../src/sources/usb/sysfs.ts';
import { ok } from '../../facts.ts';
import { hasShared, sharedDir } from '../../shared.ts';
import { pci } from './machine.ts';

type Texts = Record<string, Record<string, { text: string }>>;

const texts = (values: Readonly<Record<string, string | undefined>>): Record<string, { text: string }> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { text: `${value}\n` }]],
    ),
  );

const hex = (decimal: string | undefined): string =>
  Number(decimal ?? 0)
    .toString(16)
    .padStart(2, '0');

/** `udevadm info --export-db` holds what sysfs does. */
const exported = (path: string): { readonly pci: Raw['attributes']; readonly usb: Raw['attributes'] } => {
  const onPci: Texts = {};
  const onUsb: Texts = {};
  for (const block of readFileSync(path, 'utf8').split(/\n\n+/)) {
    const of: Readonly<Record<string, string | undefined>> = Object.fromEntries(
      [...block.matchAll(/^E: ([^=]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const),
    );
    const name = of.DEVPATH?.split('/').at(-1) ?? '';
    const driver = of.DRIVER === undefined ? undefined : `../${of.DRIVER}`;
    if (of.SUBSYSTEM === 'pci' && of.PCI_ID !== undefined) {
      const [vendor, device] = of.PCI_ID.toLowerCase().split(':');
      onPci[of.PCI_SLOT_NAME ?? name] = {
        ...texts({
          vendor: `0x${vendor}`,
          device: `0x${device}`,
          class: `0x${(of.PCI_CLASS ?? '').toLowerCase().padStart(6, '0')}`,
          modalias: of.MODALIAS,
        }),
        ...(driver !== undefined && { driver: { text: driver } }),
      };
    }
    if (of.DEVTYPE === 'usb_device' && of.PRODUCT !== undefined) {
      const [vendor, product] = of.PRODUCT.split('/').map((id) => id.padStart(4, '0'));
      onUsb[name] = texts({
        idVendor: vendor,
        idProduct: product,
        bDeviceClass: hex(of.TYPE?.split('/')[0]),
      });
    }
    if (of.DEVTYPE === 'usb_interface' && of.INTERFACE !== undefined) {
      const [classId, subclassId, protocolId] = of.INTERFACE.split('/').map(hex);
      onUsb[name] = {
        ...texts({
          bInterfaceNumber: '00',
          bInterfaceClass: classId,
          bInterfaceSubClass: subclassId,
          bInterfaceProtocol: protocolId,
          modalias: of.MODALIAS,
        }),
        ...(driver !== undefined && { driver: { text: driver } }),
      };
    }
  }
  return { pci: { entries: onPci }, usb: { entries: onUsb } };
};

const idOf = ({ vendorId, deviceId }: PciDevice): string => `${vendorId}:${deviceId}`;

describe.runIf(hasShared)('exports of udev (checkbox)', () => {
  const folder = hasShared ? sharedDir('corpus/udevadm-export-db/checkbox') : '';
  const names = hasShared ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  /** Looked at one by one: all of them had no driver in truth. */
  const lacking: Readonly<Record<string, readonly string[]>> = {
    // The second graphics card of a laptop with two; the first works.
    'HP_ENVY_15_MEDIATEK_BT.txt': ['10de:1292'],
    // Likewise, and a WiGig chip that Linux has no driver for, beside the Wi-Fi.
    'TOSHIBA_NVME.txt': ['10de:179c', '8086:093c'],
  };
  /** Fingerprint readers, which a program talks to by itself: only a module that knows them would make them a fault. */
  const silent: Readonly<Record<string, readonly string[]>> = {
    'HP_ENVY_15_MEDIATEK_BT.txt': ['138a:0050'],
    'LENOVO_T420.txt': ['147e:2016'],
  };

  test.each(names)('%s', (name) => {
    const { pci: onPci, usb: onUsb } = exported(`${folder}/${name}`);
    const pciDevices = ok(parsePci(onPci.entries));
    const usbDevices = ok(parseSysfsUsb(onUsb.entries));
    expect(lackingPci({ pciDevices }).map(({ device }) => idOf(device))).toEqual(lacking[name] ?? []);
    expect(lackingUsb({ usbDevices })).toEqual([]);
    expect(silentUsb({ usbDevices }).map(({ device }) => `${device.vendorId}:${device.productId}`)).toEqual(
      silent[name] ?? [],
    );
  });

  test('hold many devices', () => {
    const counts = names.map((name) => Object.keys(exported(`${folder}/${name}`).pci.entries).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(80);
  });
});

/** `03:00.0 Network controller [0280]: Intel … [8086:4237]`, below it `Kernel driver in use: iwlwifi`. */
const lspci = (path: string): readonly PciDevice[] =>
  readFileSync(sharedDir('corpus', path), 'utf8')
    .split(/\n(?=[0-9a-f])/)
    .flatMap((block) => {
      const head = /^(\S+) .*?\[([0-9a-f]{4})\]: .*\[([0-9a-f]{4}:[0-9a-f]{4})\]/.exec(block);
      if (head === null) return [];
      const driver = /Kernel driver in use: (\S+)/.exec(block)?.[1] ?? null;
      const prefix = /\(prog-if ([0-9a-f]{2})/.exec(block)?.[1] ?? '00';
      return [pci(head[3] ?? '', `${head[2]}${prefix}`, { slot: head[1] ?? '', driver })];
    });

test.runIf(hasShared).each([
  ['lspci/glpi/linux-2', 15],
  ['lspci/glpi/linux-asus-portable', 15],
  ['lspci/glpi/nvidia-1', 30],
  ['machines/hotsos-kubernetes/sos_commands/pci/lspci_-nnvv', 9],
])('%s: every device that needs a driver has one', (path, least) => {
  const devices = lspci(path);
  expect(devices.length).toBeGreaterThan(least);
  expect(lackingPci({ pciDevices: ok(devices) }).map(({ device }) => idOf(device))).toEqual([]);
});
