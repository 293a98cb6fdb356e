import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../../src/contract.ts';
import { parseMacUsb } from '../../src/sources/macos-peripherals.ts';
import { parseSysfsUsb } from '../../src/sources/usb/sysfs.ts';
import { usbOf } from '../../src/sources/usb/windows.ts';
import { isHub, isRootHub } from '../../src/sources/usb.ts';

const entry = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }]));

const HUB = entry({
  idVendor: '1d6b\n',
  idProduct: '0002\n',
  manufacturer: 'Linux 6.1.0-41-amd64 xhci-hcd\n',
  product: 'xHCI Host Controller\n',
  serial: '0000:00:14.0\n',
  speed: '480\n',
  bDeviceClass: '09\n',
  bConfigurationValue: '1\n',
  bMaxPower: '0mA\n',
  authorized: '1\n',
  driver: '../../../../bus/usb/drivers/usb',
});

const KEYBOARD = entry({
  idVendor: '0627\n',
  idProduct: '0001\n',
  manufacturer: 'QEMU\n',
  product: 'QEMU USB Keyboard\n',
  speed: '12\n',
  bDeviceClass: '00\n',
  bConfigurationValue: '1\n',
  bMaxPower: '100mA\n',
  authorized: '1\n',
});

describe('/sys/bus/usb/devices', () => {
  test('a device with its interfaces, a root hub with its own', () => {
    const [hub, keyboard] = parseSysfsUsb({
      usb1: HUB,
      '1-0:1.0': entry({ bInterfaceNumber: '00\n', bInterfaceClass: '09\n', driver: '../../hub' }),
      '1-1': KEYBOARD,
      '1-1:1.0': entry({
        bInterfaceNumber: '00\n',
        bInterfaceClass: '03\n',
        bInterfaceSubClass: '01\n',
        bInterfaceProtocol: '01\n',
        modalias: 'usb:v0627p0001d0000dc00dsc00dp00ic03isc01ip01in00\n',
      }),
      '1-1:1.1': entry({ bInterfaceNumber: '01\n', bInterfaceClass: '03\n', driver: '../drivers/usbhid' }),
    });
    expect(hub).toMatchObject({
      port: 'usb1',
      interfaces: [{ number: '00', classId: '09', driver: 'hub' }],
      speedMbps: 480,
    });
    expect(hub !== undefined && isRootHub(hub) && isHub(hub)).toBe(true);
    expect(keyboard).toEqual({
      port: '1-1',
      vendorId: '0627',
      productId: '0001',
      name: 'QEMU USB Keyboard',
      serial: null,
      speedMbps: 12,
      classId: '00',
      interfaces: [
        {
          number: '00',
          classId: '03',
          driver: null,
          code: '030101',
          name: '1-1:1.0',
          modalias: 'usb:v0627p0001d0000dc00dsc00dp00ic03isc01ip01in00',
        },
        { number: '01', classId: '03', driver: 'usbhid', name: '1-1:1.1' },
      ],
      authorized: true,
      configured: true,
      maxPowerMa: 100,
    });
  });

  test('kept out, not configured, without a name, of a speed nobody knows', () => {
    const one = { ...KEYBOARD, ...entry({ authorized: '0', bConfigurationValue: '\n', speed: 'unknown\n' }) };
    const { manufacturer: _, product: __, ...nameless } = one;
    expect(parseSysfsUsb({ '2-1.4': nameless })[0]).toMatchObject({
      authorized: false,
      configured: false,
      name: '0627:0001',
      speedMbps: null,
    });
  });

  test('a device that is pulled out while it is read is not there', () => {
    expect(parseSysfsUsb({ '1-1': { idVendor: { error: 'ENODEV' } }, '1-2': {} })).toEqual([]);
  });

  test('ids that are none are not understood', () => {
    expect(() => parseSysfsUsb({ '1-1': { ...KEYBOARD, idVendor: { text: 'garbage' } } })).toThrow(
      Unreadable,
    );
  });

  test('whatever is written there is parsed or refused', () => {
    const texts = fc.dictionary(fc.string(), fc.record({ text: fc.string() }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), texts), (entries) => {
        try {
          return parseSysfsUsb(entries).every(({ vendorId }) => vendorId.length === 4);
        } catch (error) {
          return error instanceof Unreadable;
        }
      }),
    );
  });
});

describe('system_profiler', () => {
  test('macOS 26 tells it by other names, in another place', () => {
    const [stick] = parseMacUsb(
      JSON.stringify({
        SPUSBDataType: [],
        SPUSBHostDataType: [
          { _name: 'USB 4.0 Bus', Driver: 'AppleT6050USBXHCIAUSS' },
          {
            _name: 'USB 3.1 Bus',
            _items: [
              {
                _name: ' SanDisk 3.2 Gen1',
                USBDeviceKeyLinkSpeed: '5 Gb/s',
                USBDeviceKeyPowerAllocation: '4.48 W (896 mA)',
                USBDeviceKeyProductID: '0x55fd',
                USBDeviceKeySerialNumber: 'Not Provided',
                USBDeviceKeyVendorID: '0x0781',
                USBKeyLocationID: '0x01100000',
              },
            ],
          },
        ],
      }),
    );
    expect(stick).toMatchObject({
      port: '0x01100000',
      vendorId: '0781',
      productId: '55fd',
      name: 'SanDisk 3.2 Gen1',
      serial: null,
      speedMbps: 5000,
      maxPowerMa: 896,
    });
  });

  test('another profile is not understood', () => {
    expect(() => parseMacUsb('{"SPAudioDataType":[]}')).toThrow(Unreadable);
    expect(() => parseMacUsb('')).toThrow(Unreadable);
  });
});

test('Windows lists a device and its interfaces apart', () => {
  const one = { class: 'USB', errorCode: 0, present: true, problemStatus: null, driver: null };
  const usb = usbOf([
    {
      ...one,
      id: 'USB\\VID_046D&PID_C52B\\5&2CB0D3A5&0&2',
      name: 'USB Composite Device',
      service: 'usbccgp',
    },
    { ...one, id: 'USB\\VID_046D&PID_C52B&MI_00\\6&1A&0&0000', name: 'USB Input Device', service: 'HidUsb' },
    { ...one, id: 'USB\\VID_046D&PID_C52B&MI_01\\6&1A&0&0001', name: '', service: null },
    { ...one, id: 'USB\\VID_0781&PID_5567\\4C53', name: 'Gone', service: null, present: false },
    { ...one, id: 'USB\\ROOT_HUB30\\4&1&0&0', name: 'Root Hub', service: 'USBHUB3' },
  ]);
  expect(usb).toHaveLength(1);
  expect(usb[0]).toMatchObject({
    vendorId: '046d',
    productId: 'c52b',
    interfaces: [
      { number: '00', driver: 'HidUsb' },
      { number: '01', driver: null },
    ],
  });
});
