/** PCI, kernel modules and Windows' devices, as the systems print them. */
import { describe, expect, test } from 'vitest';
import { parseModules } from '../../src/sources/modules.ts';
import { parsePci } from '../../src/sources/pci.ts';
import { parseWindowsDevices } from '../../src/sources/windows-devices.ts';
import { isCount, neverHalf } from './parsers.ts';

const text = (value: string) => ({ text: `${value}\n` });

const wifi = {
  vendor: text('0x8086'),
  device: text('0x51f0'),
  subsystem_vendor: text('0x8086'),
  subsystem_device: text('0x0094'),
  class: text('0x028000'),
  modalias: text('pci:v00008086d000051F0sv00008086sd00000094bc02sc80i00'),
};

describe('PCI devices', () => {
  test('one without a driver, and one with', () => {
    const found = parsePci({
      '0000:00:02.0': {
        ...wifi,
        class: text('0x030000'),
        boot_vga: text('1'),
        driver: { text: '../../../bus/pci/drivers/i915' },
      },
      '0000:00:14.3': wifi,
    });
    expect(found.map(({ slot, driver, isBootVga }) => [slot, driver, isBootVga])).toEqual([
      ['0000:00:02.0', 'i915', true],
      ['0000:00:14.3', null, false],
    ]);
    expect(found[1]).toMatchObject({
      vendorId: '8086',
      deviceId: '51f0',
      subDeviceId: '0094',
      classId: '028000',
    });
  });

  test('behind a volume management device the domain is longer', () => {
    expect(parsePci({ '10000:e1:00.0': wifi })[0]?.slot).toBe('10000:e1:00.0');
  });

  test('one that went away while it was read is none', () => {
    expect(parsePci({ '0000:00:14.3': {} })).toEqual([]);
  });

  test('a driver that could not be read is not a missing one', () => {
    expect(() => parsePci({ '0000:00:14.3': { ...wifi, driver: { error: 'EACCES' } } })).toThrow('EACCES');
  });

  test('half an id is refused', () => {
    expect(() => parsePci({ '0000:00:14.3': { ...wifi, vendor: text('0x80') } })).toThrow('0000:00:14.3');
  });
});

const MODULES = `nvidia_uvm 4931584 0 - Live 0x0000000000000000 (POE)
nvidia 62029824 2 nvidia_uvm,nvidia_modeset, Live 0xffffffffc0a00000 (POE)
e1000e 356352 0 - Live 0x0000000000000000
unix 53248 64 [permanent], Live 0x0000000000000000
gone 16384 -1 - Unloading 0x0000000000000000
`;

describe('/proc/modules', () => {
  test('names, users and taints', () => {
    const modules = parseModules(MODULES);
    expect(modules.map(({ name, usedBy, taints }) => [name, usedBy, taints])).toEqual([
      ['nvidia_uvm', [], 'POE'],
      ['nvidia', ['nvidia_uvm', 'nvidia_modeset'], 'POE'],
      ['e1000e', [], ''],
      ['unix', [], ''],
      ['gone', [], ''],
    ]);
    expect(modules.at(-1)?.state).toBe('unloading');
  });

  test('whatever comes, all or nothing', () => {
    neverHalf(parseModules, (modules) => modules.every(({ bytes }) => isCount(bytes)), MODULES);
  });
});

const DEVICES = JSON.stringify({
  devices: [
    {
      id: 'PCI\\VEN_10DE&DEV_1F06&SUBSYS_13FE1569&REV_A1\\4&2283F625&0&0019',
      name: 'NVIDIA GeForce RTX 2060 SUPER',
      class: 'Display',
      code: 43,
      present: true,
      service: 'nvlddmkm',
      status: -1073741823,
      driver: {
        DriverVersion: '26.21.14.4219',
        DriverDate: '1-21-2020',
        ProviderName: 'NVIDIA',
        InfPath: 'oem2.inf',
      },
    },
    {
      id: 'PCI\\VEN_8086&DEV_15F3\\3&1',
      name: 'Контроллер Ethernet',
      class: null,
      code: 28,
      present: true,
      service: null,
      status: null,
      driver: null,
    },
  ],
});

describe('Windows devices', () => {
  test('problem codes, NTSTATUS and driver', () => {
    const [gpu, nic] = parseWindowsDevices(DEVICES);
    expect(gpu).toMatchObject({
      class: 'Display',
      errorCode: 43,
      problemStatus: 0xc0000001,
      driver: { version: '26.21.14.4219', date: '2020-01-21', inf: 'oem2.inf' },
    });
    expect(nic).toMatchObject({ errorCode: 28, class: null, service: null, driver: null });
  });

  test('no devices at all is no answer', () => {
    expect(() => parseWindowsDevices('{"devices":[]}')).toThrow('no devices');
  });

  test('whatever comes, all or nothing', () => {
    neverHalf(
      parseWindowsDevices,
      (devices) => devices.every(({ errorCode }) => errorCode === null || isCount(errorCode)),
      DEVICES,
    );
  });
});
