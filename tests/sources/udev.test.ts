/** Real machines, as `udevadm info --export-db` tells of them: put back into the form of sysfs, then read. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { peripherals } from '../../checks/peripherals/index.ts';
import type { Answer, Host, Raw } from '../../src/contract.ts';
import { run } from '../../src/run.ts';
import { parseInput } from '../../src/sources/input.ts';
import { parseSysfsUsb } from '../../src/sources/usb/sysfs.ts';
import { isOfClass, USB_CLASS } from '../../src/sources/usb.ts';
import { hasShared, sharedDir } from '../shared.ts';

interface Device {
  readonly path: string;
  readonly properties: Readonly<Record<string, string>>;
}

const folder = sharedDir('corpus/udevadm-export-db/checkbox');
const machines = hasShared ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

const devicesOf = (name: string): readonly Device[] =>
  readFileSync(`${folder}/${name}`, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => ({
      path: /^P: (.+)$/m.exec(block)?.[1] ?? '',
      properties: Object.fromEntries(
        [...block.matchAll(/^E: ([^=\n]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
      ),
    }));

const texts = (values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) => (text === undefined ? [] : [[name, { text }]])),
  );

type Entries = Raw['attributes']['entries'];

const last = (path: string): string => path.split('/').at(-1) ?? '';
const hex = (text = '', digits: number): string => text.toLowerCase().padStart(digits, '0');

const usbOf = (devices: readonly Device[]): Entries =>
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

const inputOf = (devices: readonly Device[]): Entries =>
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

describe.runIf(hasShared)('recorded machines', () => {
  test('there are some', () => {
    expect(machines.length).toBeGreaterThan(10);
  });

  test.each(machines)('%s: inputs are what udev says they are', (name) => {
    const devices = devicesOf(name);
    const told = new Map(devices.map(({ path, properties }) => [last(path), properties]));
    for (const { id, kind, name: label } of parseInput(inputOf(devices))) {
      const { ID_INPUT_KEYBOARD: keyboard, ID_INPUT_KEY: key, ...p } = told.get(id) ?? {};
      const pointer =
        p.ID_INPUT_MOUSE ?? p.ID_INPUT_TOUCHPAD ?? p.ID_INPUT_TABLET ?? p.ID_INPUT_POINTINGSTICK;
      // One touchpad carries both marks, of two rules; its button says that it is none to look at.
      const touch = p.ID_INPUT_TOUCHSCREEN === '1' ? 'touchscreen' : undefined;
      const theirs = (pointer && 'pointer') ?? touch ?? (keyboard && 'keyboard') ?? 'other';
      expect([label, kind, key]).toEqual([label, theirs, key]);
    }
  });

  test.each(machines)('%s: as many Bluetooth adapters and cameras on USB as checkbox counted', (name) => {
    const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Readonly<
      Record<string, readonly { readonly counts: Readonly<Record<string, number>> }[]>
    >;
    const counts = expected[name.replace('.txt', '')]?.[0]?.counts ?? {};
    const devices = devicesOf(name);
    const usb = parseSysfsUsb(usbOf(devices));
    const usbDevices = devices.filter(
      ({ properties: p }) => p.SUBSYSTEM === 'usb' && p.DEVTYPE === 'usb_device',
    );
    expect(usb).toHaveLength(usbDevices.length);
    const cameras = usb.filter((device) => isOfClass(device, USB_CLASS.video)).length;
    // A camera inside may hang on MIPI instead: then there is none on USB.
    if (counts.CAPTURE !== undefined) expect([counts.CAPTURE, 0]).toContain(cameras);
    const adapters = usb.filter(({ interfaces }) =>
      interfaces.some(({ driver }) => driver === 'btusb'),
    ).length;
    if (counts.BLUETOOTH !== undefined) expect(adapters).toBe(counts.BLUETOOTH);
  });

  test.each(machines)('%s: a certified computer has nothing wrong with what is plugged in', async (name) => {
    const devices = devicesOf(name);
    const entries: Readonly<Record<string, Entries>> = {
      'usb.devices': usbOf(devices),
      'input.devices': inputOf(devices),
      'camera.devices': Object.fromEntries(
        devices
          .filter(({ properties: p }) => p.SUBSYSTEM === 'video4linux')
          .map(({ path }) => [last(path), texts({ name: 'Camera', index: '0' })]),
      ),
    };
    const platform = { platform: 'linux', release: '6', arch: 'x64', hostname: 'pc', bootedSecondsAgo: 60 };
    const host: Host = {
      os: 'linux',
      ask: async (id): Promise<Answer> => {
        if (id === 'system.platform') return { status: 'ok', raw: platform, ms: 1 };
        const found = entries[id];
        return found === undefined
          ? { status: 'absent', why: 'ENOENT', ms: 1 }
          : { status: 'ok', raw: { entries: found }, ms: 1 };
      },
    };
    const { outcomes } = await run([peripherals], host);
    expect(outcomes[0]?.findings.map(({ code, params }) => ({ code, params }))).toEqual([]);
  });
});
