/** The rules of `drivers`, at the edge of each threshold and with what only looks like a fault. */
import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../../checks/drivers/data/problems.ts';
import { reads } from '../../../checks/drivers/probe.ts';
import { dkmsFailure, dkmsLimits, dkmsModule, kernelHeaders } from '../../../checks/drivers/reads/dkms.ts';
import { modprobeFolder, modprobeRules, modulesFor } from '../../../checks/drivers/reads/modprobe.ts';
import { pciName } from '../../../checks/drivers/reads/system.ts';
import { windowsAgain } from '../../../checks/drivers/reads/windows.ts';
import { modulesFolder } from '../../../src/sources/modules.ts';
import type { UsbDevice } from '../../../src/sources/usb.ts';
import { factsOf, followed, missing, ok } from '../../facts.ts';
import { diagnose, found, lines, linux, NOW, pci, told, windows, windowsDevice } from './machine.ts';

const usb = (interfaces: UsbDevice['interfaces'], more: Partial<UsbDevice> = {}): UsbDevice => ({
  port: '1-4',
  vendorId: '0403',
  productId: '6001',
  name: 'Serial adapter',
  serial: null,
  speedMbps: 12,
  classId: '00',
  interfaces,
  authorized: true,
  configured: true,
  maxPowerMa: 100,
  ...more,
});

const part = (code: string, driver: string | null = null) => ({
  number: '00',
  classId: code.slice(0, 2),
  code,
  driver,
  name: '1-4:1.0',
  modalias: `usb:${code}`,
});

const modules = ok([{ name: 'usbhid', bytes: 1, users: 0, usedBy: [], state: 'live' as const, taints: '' }]);

describe('a PCI device without a driver', () => {
  test.each([
    ['a network card', '8086:15f3', '020000'],
    ['a wireless card', '8086:51f0', '028000'],
    ['a sound device', '8086:51c8', '040100'],
    ['a USB controller', '8086:a0ed', '0c0330'],
    ['a disk controller', '8086:9a0b', '010400'],
  ])('is a fault: %s', (_, ids, classId) => {
    expect(told(linux({ pciDevices: ok([pci(ids, classId)]) }))).toEqual([
      'drivers/device-no-driver critical',
    ]);
  });

  test.each([
    ['a host bridge', '8086:29c0', '060000'],
    ['a PCI bridge', '8086:51b8', '060400'],
    ['a memory controller', '8086:7aa7', '050000'],
    ['the SMBus', '8086:2930', '0c0500'],
    ['a signal processor', '8086:4511', '118000'],
    ['a network card of a virtual machine', '1af4:1000', '020000'],
    ['the screen of QEMU', '1234:1111', '030000'],
    ['the audio co-processor of a Ryzen', '1022:15e2', '048000'],
    ['the screen of a server’s remote console', '1a03:2000', '030000'],
    ['the device side of a USB port', '8086:7ae1', '0c03fe'],
    ['an old IDE port that nothing hangs on', '8086:7010', '010180'],
  ])('is none: %s', (_, ids, classId) => {
    expect(told(linux({ pciDevices: ok([pci(ids, classId)]) }))).toEqual([]);
  });

  test('the second graphics card of a laptop may be meant to be off', () => {
    const first = pci('8086:0416', '030000', { slot: '0000:00:02.0', driver: 'i915' });
    const second = pci('10de:1292', '030200', { slot: '0000:01:00.0' });
    expect(told(linux({ pciDevices: ok([first, second]) }))).toEqual(['drivers/device-no-driver warning']);
    expect(told(linux({ pciDevices: ok([second]) }))).toEqual(['drivers/device-no-driver critical']);
  });

  test('says which line keeps its module out', () => {
    const [finding] = found(
      linux({ pciDevices: ok([pci('8086:10d3', '020000')]), kernelModules: modules }, [
        followed(modulesFor('pci:8086:10d3'), ['e1000e']),
        followed(modprobeFolder('/etc/modprobe.d'), ['no-e1000e.conf']),
        followed(modprobeRules('/etc/modprobe.d/no-e1000e.conf'), [
          { module: 'e1000e', line: 'blacklist e1000e' },
        ]),
        followed(pciName('0000:00:1f.6'), { vendor: 'Intel Corporation', model: '82574L' }),
        [modulesFolder('6.1.0-56-amd64'), ok(['kernel'])],
      ]),
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      subject: '0000:00:1f.6',
      params: {
        name: 'Intel Corporation 82574L',
        module: 'e1000e',
        blockedBy: 'blacklist e1000e (/etc/modprobe.d/no-e1000e.conf)',
        loaded: false,
        modulesGone: false,
        maker: 'Intel',
      },
    });
  });

  test('a package that keeps a module out had its reasons', () => {
    expect(
      told(
        linux({ pciDevices: ok([pci('8086:10d3', '020000')]) }, [
          followed(modulesFor('pci:8086:10d3'), ['e1000e']),
          followed(modprobeFolder('/usr/lib/modprobe.d'), ['x.conf']),
          followed(modprobeRules('/usr/lib/modprobe.d/x.conf'), [
            { module: 'e1000e', line: 'blacklist e1000e' },
          ]),
        ]),
      ),
    ).toEqual(['drivers/device-no-driver warning']);
  });

  test('after an update that took the modules away, a restart is what helps', () => {
    const gone = [[modulesFolder('6.1.0-56-amd64'), missing('absent')]] as const;
    const device = { pciDevices: ok([pci('8086:15f3', '020000')]) };
    expect(found(linux({ ...device, kernelModules: modules }, gone))[0]?.params.modulesGone).toBe(true);
    // A kernel that has no modules at all has no such folder.
    expect(found(linux(device, gone))[0]?.params.modulesGone).toBe(false);
  });

  test('an old table gives no address', () => {
    const late = ok({ epochMs: Date.UTC(2027, 10, 24), timeZone: 'UTC' });
    const devices = ok([pci('8086:15f3', '020000')]);
    expect(found(linux({ pciDevices: devices }))[0]?.params.url).toMatch(/^https:/);
    expect(found(linux({ pciDevices: devices, clock: late }))[0]?.params.url).toBe('');
  });
});

describe('a USB device without a driver', () => {
  test.each([
    ['a keyboard', '030101', 'critical'],
    ['a stick', '080650', 'critical'],
    ['a camera', '0e0100', 'critical'],
    ['a Bluetooth adapter', 'e00101', 'critical'],
  ])('is a fault: %s', (_, code, severity) => {
    expect(told(linux({ usbDevices: ok([usb([part(code)])]) }))).toEqual([
      `drivers/device-no-driver ${severity}`,
    ]);
  });

  test.each([
    ['a printer, which the print system talks to by itself', '070102'],
    ['a reader of smart cards', '0b0000'],
    ['firmware that can be written', 'fe0101'],
    ['a telephone’s pictures', '060101'],
  ])('is none: %s', (_, code) => {
    expect(told(linux({ usbDevices: ok([usb([part(code)])]) }))).toEqual([]);
  });

  test('one part of several without a driver is for something else', () => {
    const headset = usb([part('010100', 'snd-usb-audio'), part('010200')]);
    expect(told(linux({ usbDevices: ok([headset]) }))).toEqual([]);
  });

  const serial = { usbDevices: ok([usb([part('ffffff')])]), kernelModules: modules };

  test('one that says nothing of itself is a fault where the kernel has a module for it', () => {
    expect(told(linux(serial, [followed(modulesFor('usb:ffffff'), ['ftdi_sio'])]))).toEqual([
      'drivers/device-no-driver warning',
    ]);
    expect(told(linux(serial, [followed(modulesFor('usb:ffffff'), [])]))).toEqual([]);
    // It is loaded: it has looked at the device, and left it alone.
    expect(told(linux(serial, [followed(modulesFor('usb:ffffff'), ['usbhid'])]))).toEqual([]);
    expect(told(linux(serial, [followed(modulesFor('usb:ffffff'), ['apple_mfi_fastcharge'])]))).toEqual([]);
  });

  test('whether there is such a module could not be seen', () => {
    const facts = linux(serial, [[modulesFor('usb:ffffff'), missing('timeout')]]);
    expect(told(facts)).toEqual([]);
    expect(diagnose(facts).unknown?.map(({ reason }) => reason)).toEqual(['timeout']);
  });

  test('one that is kept out is switched off, and lacks no driver', () => {
    const kept = usb([], { authorized: false, configured: false });
    expect(told(linux({ usbDevices: ok([kept]) }))).toEqual(['drivers/device-disabled warning']);
  });
});

const debian = {
  id: 'debian',
  like: [],
  name: 'Debian GNU/Linux',
  version: '12',
  codename: 'bookworm',
  supportEnd: null,
  variant: null,
};

describe('firmware', () => {
  const failed = (slot: string, file: string) =>
    `iwlwifi ${slot}: Direct firmware load for ${file} failed with error -2`;
  const wifi = pci('8086:51f0', '028000', { slot: '0000:00:14.3' });

  test('is missing where the device has no driver; said once, and not again as a device without one', () => {
    const facts = linux({
      pciDevices: ok([wifi]),
      kernelLog: ok(lines(failed('0000:00:14.3', 'iwlwifi-ty-86.ucode'))),
      osRelease: ok(debian),
    });
    expect(told(facts)).toEqual(['drivers/firmware-missing critical']);
    expect(found(facts)[0]?.params).toMatchObject({
      package: 'firmware-iwlwifi',
      install: 'sudo apt install',
      kind: 'wifi',
    });
  });

  test('an attempt that failed is nothing where the driver runs', () => {
    const facts = linux({
      pciDevices: ok([{ ...wifi, driver: 'iwlwifi' }]),
      kernelLog: ok(lines(failed('0000:00:14.3', 'iwlwifi-ty-86.ucode'))),
    });
    expect(told(facts)).toEqual([]);
  });

  test('an attempt that failed, a driver that gave up, and then a success: installed meanwhile', () => {
    const log = lines(
      failed('0000:00:14.3', 'iwlwifi-ty-86.ucode'),
      'iwlwifi 0000:00:14.3: no suitable firmware found!',
      'iwlwifi 0000:00:14.3: loaded firmware version 83.e8f84e98.0',
    );
    expect(told(linux({ pciDevices: ok([{ ...wifi, driver: 'iwlwifi' }]), kernelLog: ok(log) }))).toEqual([]);
    expect(told(linux({ pciDevices: ok([wifi]), kernelLog: ok(log.slice(0, 2)) }))).toEqual([
      'drivers/firmware-missing critical',
    ]);
  });

  test('another error than a file that is not there is none of ours', () => {
    const log = lines('iwlwifi 0000:00:14.3: Direct firmware load for x.ucode failed with error -11');
    expect(told(linux({ pciDevices: ok([{ ...wifi, driver: 'iwlwifi' }]), kernelLog: ok(log) }))).toEqual([]);
  });
});

describe('the graphics', () => {
  const gpu = pci('10de:1f06', '030000', { slot: '0000:01:00.0', isBootVga: true });
  const drawn = { name: 'card0', driver: 'simple-framebuffer' };
  const basic = ok([drawn]);

  test('on a basic driver, said once', () => {
    expect(told(linux({ pciDevices: ok([gpu]), graphicsCards: basic }))).toEqual([
      'drivers/gpu-fallback warning',
    ]);
  });

  test('on a basic driver beside a real one', () => {
    const cards = ok([drawn, { name: 'card1', driver: 'i915' }]);
    const first = pci('8086:0416', '030000', { slot: '0000:00:02.0', driver: 'i915' });
    expect(told(linux({ pciDevices: ok([first]), graphicsCards: cards }))).toEqual([]);
  });

  test('NVIDIA’s driver leaves the console to the firmware’s picture', () => {
    const own = { ...gpu, driver: 'nvidia' };
    expect(told(linux({ pciDevices: ok([own]), graphicsCards: basic }))).toEqual([]);
  });

  test('a card that was given to a virtual machine', () => {
    const away = { ...gpu, driver: 'vfio-pci' };
    expect(told(linux({ pciDevices: ok([away]), graphicsCards: basic }))).toEqual([]);
  });

  test('a virtual machine needs nothing better', () => {
    const screen = pci('1234:1111', '030000');
    expect(told(linux({ pciDevices: ok([screen]), graphicsCards: basic }))).toEqual([]);
  });

  const hang = (count: number, apart = 60) =>
    Array.from({ length: count }, (_, at) => ({
      seconds: at * apart,
      level: 3,
      text: 'amdgpu 0000:03:00.0: amdgpu: ring gfx_0.0.0 timeout, signaled seq=1, emitted seq=2',
    }));

  test.each([
    [1, 60, []],
    [2, 60, ['drivers/gpu-resets warning']],
    // One hang is told in several lines.
    [3, 2, []],
  ])('%i hangs, %i seconds apart', (count, apart, expected) => {
    expect(told(linux({ kernelLog: ok(hang(count, apart)) }))).toEqual(expected);
  });

  test('hangs of more than a week ago are over', () => {
    const platform = ok({
      platform: 'linux',
      release: '6.1.0',
      arch: 'x64',
      hostname: 'pc',
      bootedSecondsAgo: 8 * 86_400,
    });
    expect(told(linux({ platform, kernelLog: ok(hang(2)) }))).toEqual([]);
  });
});

describe('the kernel', () => {
  test.each([
    [0, []],
    // Proprietary, out of tree, unsigned: context.
    [1 + 4096 + 8192, ['drivers/kernel-tainted info']],
    [16, ['drivers/kernel-tainted warning']],
    [32, ['drivers/kernel-tainted warning']],
    [128, ['drivers/kernel-tainted warning']],
    [512, ['drivers/kernel-tainted info']],
    [16_384, ['drivers/kernel-tainted warning']],
  ])('marked %i', (value, expected) => {
    expect(told(linux({ kernelTaint: ok(value) }))).toEqual(expected);
  });

  test('the mark is taken apart', () => {
    expect(found(linux({ kernelTaint: ok(12_416) }))[0]?.params.flags).toEqual([
      { bit: 7, letter: 'D' },
      { bit: 12, letter: 'O' },
      { bit: 13, letter: 'E' },
    ]);
  });

  const registered = (kernels: readonly string[]) => [
    followed(dkmsModule('r8168'), { versions: ['8.051.02'], kernels }),
  ];

  test('a module that DKMS built for this kernel, and one that it built for another', () => {
    const facts = (kernels: readonly string[]) => linux({ dkmsModules: ok(['r8168']) }, registered(kernels));
    expect(told(facts(['6.1.0-56-amd64-x86_64']))).toEqual([]);
    expect(told(facts(['6.1.0-44-amd64-x86_64']))).toEqual(['drivers/dkms-missing critical']);
    expect(found(facts([]))[0]?.explains).toEqual(['connectivity/no-adapter']);
  });

  test('a module that is loaded all the same is not missed', () => {
    const loaded = ok([
      { name: 'r8168', bytes: 1, users: 0, usedBy: [], state: 'live' as const, taints: 'OE' },
    ]);
    expect(told(linux({ dkmsModules: ok(['r8168']), kernelModules: loaded }, registered([])))).toEqual([]);
  });

  test('one with rules of its own counts when building it was tried and failed', () => {
    const more = (failed: boolean) => [
      ...registered([]),
      followed(dkmsLimits('r8168/8.051.02'), { limited: true }),
      followed(kernelHeaders('6.1.0-56-amd64'), 12),
      ...(failed ? [followed(dkmsFailure('r8168/8.051.02'), '2026-11-24T00:00:00Z')] : []),
    ];
    expect(told(linux({ dkmsModules: ok(['r8168']) }, more(false)))).toEqual([]);
    const [finding] = found(linux({ dkmsModules: ok(['r8168']) }, more(true)));
    expect(finding?.params).toMatchObject({ failed: true, headersMissing: false });
  });

  test('a refused module, and which were built here and are not loaded', () => {
    const [finding] = found(
      linux(
        {
          kernelLog: ok(lines('Loading of unsigned module is rejected')),
          dkmsModules: ok(['r8168']),
          secureBoot: ok(true),
        },
        registered(['6.1.0-56-amd64-x86_64']),
      ),
    );
    expect(finding).toMatchObject({
      code: 'drivers/signature-blocked',
      params: { modules: ['r8168'], secureBoot: true },
    });
  });
});

describe('Device Manager', () => {
  test('knows every code of cfg.h', () => {
    expect(Object.keys(PROBLEMS).map(Number)).toEqual(Array.from({ length: 57 }, (_, at) => at + 1));
  });

  test('a chip of the board without a class is not as bad as a network card', () => {
    const chip = windowsDevice({ errorCode: 28, class: null, id: 'PCI\\VEN_8086&DEV_51E8\\3&1' });
    expect(told(windows([chip]))).toEqual(['drivers/device-no-driver warning']);
    const card = { ...chip, compatible: ['PCI\\VEN_8086&CC_0280', 'PCI\\CC_0280'] };
    expect(told(windows([card]))).toEqual(['drivers/device-no-driver critical']);
    expect(found(windows([card]))[0]?.params.kind).toBe('wifi');
  });

  test('what software made is only noted', () => {
    expect(told(windows([windowsDevice({ errorCode: 31, id: 'ROOT\\NET\\0000' })]))).toEqual([
      'drivers/device-load-failed info',
    ]);
  });

  test('one that is switched off is missed only where nothing else of its kind works', () => {
    const off = windowsDevice({ errorCode: 22 });
    const other = windowsDevice({ id: 'PCI\\VEN_8086&DEV_51F0\\3&2' });
    expect(told(windows([off]))).toEqual(['drivers/device-disabled warning']);
    expect(told(windows([off, other]))).toEqual(['drivers/device-disabled info']);
  });

  test('a restart is told as what it is', () => {
    const [finding] = found(windows([windowsDevice({ errorCode: 14 })]));
    expect(finding).toMatchObject({ severity: 'warning', params: { action: 'restart', problem: 14 } });
  });

  test('code 43 counts when it is still there at the second look', () => {
    const device = windowsDevice({ errorCode: 43, problemStatus: 0xc0000001 });
    const still = followed(windowsAgain('problems'), new Map([[device.id, 43]]));
    expect(found(windows([device], {}, [still]))[0]?.params.status).toBe('0xC0000001');
    expect(told(windows([device], {}, [followed(windowsAgain('problems'), new Map())]))).toEqual([]);
    // Without a second look the first one stands.
    expect(told(windows([device], {}, [[windowsAgain('problems'), missing('timeout')]]))).toHaveLength(1);
  });

  test('a date that is set back on purpose is not shown, and never makes a driver old', () => {
    const driver = { version: '10.0.22621.1', date: '2006-06-21', provider: 'Microsoft', inf: 'x.inf' };
    expect(found(windows([windowsDevice({ errorCode: 10, driver })]))[0]?.params.date).toBe('');
    const own = { ...driver, date: '2020-01-21' };
    expect(found(windows([windowsDevice({ errorCode: 10, driver: own })]))[0]?.params.date).toBe(
      '2020-01-21',
    );
    expect(told(windows([windowsDevice({ errorCode: 0, driver })]))).toEqual([]);
  });
});

describe('what could not be seen', () => {
  test('Linux: the log and the buses; what is not there is nothing to see', () => {
    const facts = linux({ kernelLog: missing('denied'), pciDevices: missing('timeout') });
    expect(diagnose(facts).unknown?.map(({ source, reason }) => `${source} ${reason}`)).toEqual([
      'kernel.log denied',
      'devices.pci timeout',
    ]);
    expect(diagnose(linux({})).unknown).toEqual([]);
  });

  test('what is offered: only that it was left out', () => {
    expect(diagnose(linux({ firmwareOffers: missing('left-out') })).unknown).toHaveLength(1);
    expect(diagnose(linux({ firmwareOffers: missing('failed') })).unknown).toEqual([]);
  });

  test('Windows and macOS', () => {
    expect(diagnose(windows([windowsDevice({})])).unknown?.map(({ source }) => source)).toEqual([
      'windows.events',
    ]);
    const mac = ok({
      platform: 'darwin',
      release: '24',
      arch: 'arm64',
      hostname: 'mac',
      bootedSecondsAgo: 9,
    });
    expect(
      diagnose(factsOf(reads, { platform: mac, clock: NOW })).unknown?.map(({ source }) => source),
    ).toEqual(['drivers.system-extensions']);
  });
});
