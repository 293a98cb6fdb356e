import { describe, expect, test } from 'vitest';
import { diagnose } from '../../checks/peripherals/findings.ts';
import { en } from '../../checks/peripherals/messages.en.ts';
import { ru } from '../../checks/peripherals/messages.ru.ts';
import { followUps, reads } from '../../checks/peripherals/probe.ts';
import { settings } from '../../checks/peripherals/settings.ts';
import type { Reading } from '../../src/contract.ts';
import { bluez } from '../../src/sources/bluetooth.ts';
import { cameraHolders } from '../../src/sources/cameras.ts';
import type { InputDevice } from '../../src/sources/input.ts';
import type { KernelLine } from '../../src/sources/kernel-log.ts';
import { type DiskTree, diskTree } from '../../src/sources/lsblk.ts';
import type { UsbDevice } from '../../src/sources/usb.ts';
import { type Followed, factsOf, followed, missing, ok } from '../facts.ts';

const device: UsbDevice = {
  port: '1-2',
  vendorId: '0627',
  productId: '0001',
  name: 'QEMU USB Mouse',
  serial: null,
  speedMbps: 480,
  classId: '00',
  interfaces: [{ number: '00', classId: '03', driver: 'usbhid' }],
  authorized: true,
  configured: true,
  maxPowerMa: 100,
};

const linux = ok({
  platform: 'linux',
  release: '6.1.0',
  arch: 'x64',
  hostname: 'pc',
  bootedSecondsAgo: 7200,
});

const as = (code: string, severity: string): string => `${code} ${severity}`;

type Values = Parameters<typeof factsOf<typeof reads>>[1];

const found = (values: Values, more: readonly Followed[] = []) =>
  diagnose(factsOf(reads, { platform: linux, usbDevices: ok([device]), ...values }, more), settings).findings;

const codes = (values: Values, more: readonly Followed[] = []) =>
  found(values, more).map(({ code, severity }) => `${code} ${severity}`);

const log = (
  ...lines: readonly (readonly [seconds: number, text: string])[]
): Reading<readonly KernelLine[]> => ok(lines.map(([seconds, text]) => ({ seconds, level: 6, text })));

const gone = (seconds: number, port = '1-2') =>
  [seconds, `usb ${port}: USB disconnect, device number 5`] as const;

describe('what the kernel says of ports', () => {
  test('a device that is given up is critical once, and tells its error', () => {
    const [one, ...others] = found({
      kernelLog: log(
        [7000, 'usb 1-4: device descriptor read/64, error -71'],
        [7001, 'usb usb1-port4: unable to enumerate USB device'],
      ),
    });
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      code: 'peripherals/usb-enumeration-failed',
      severity: 'critical',
      subject: '1-4',
      params: { port: '1-4', errors: 2, error: -71, minutesAgo: 3 },
    });
  });

  test('three errors in ten minutes count, two or slow ones do not', () => {
    const error = (at: number) => [at, 'usb 1-4: device not accepting address 7, error -110'] as const;
    const code = as('peripherals/usb-enumeration-failed', 'critical');
    expect(codes({ kernelLog: log(error(7000), error(7001), error(7002)) })).toEqual([code]);
    expect(codes({ kernelLog: log(error(7000), error(7001)) })).toEqual([]);
    expect(codes({ kernelLog: log(error(100), error(2000), error(7000)) })).toEqual([]);
  });

  test('what works now is no failure, what failed yesterday is none either', () => {
    const failed = [7001, 'usb usb1-port2: unable to enumerate USB device'] as const;
    expect(codes({ kernelLog: log(failed) })).toEqual([]);
    const platform = ok({ ...linuxValue, bootedSecondsAgo: 7001 + 25 * 3600 });
    expect(codes({ platform, usbDevices: ok([]), kernelLog: log(failed) })).toEqual([]);
  });

  test('hubs within hubs, and the words of old kernels', () => {
    const ports = found({
      usbDevices: ok([]),
      kernelLog: log(
        [7000, 'usb 1-1-port3: unable to enumerate USB device'],
        [7001, 'hub 1-0:1.0: unable to enumerate USB device on port 4'],
        [7002, 'hub 1-1:1.0: unable to enumerate USB device on port 2'],
      ),
    }).map(({ subject }) => subject);
    expect(ports).toEqual(['1-1.3', '1-4', '1-1.2']);
  });

  test('one surge is a warning, two are critical, a change and its condition are one', () => {
    const change = (at: number, n: number) => [at, `usb usb1-port2: over-current change #${n}`] as const;
    const condition = (at: number) => [at, 'usb usb1-port2: over-current condition'] as const;
    expect(codes({ kernelLog: log(change(7000, 1), condition(7000)) })).toEqual([
      as('peripherals/usb-overcurrent', 'warning'),
    ]);
    expect(codes({ kernelLog: log(change(7000, 1), change(7001, 2)) })).toEqual([
      as('peripherals/usb-overcurrent', 'critical'),
    ]);
    expect(codes({ kernelLog: log(change(7000, 7)) })).toEqual([
      as('peripherals/usb-overcurrent', 'critical'),
    ]);
  });

  test('three disconnects within ten minutes, by the port’s device', () => {
    const [one] = found({ kernelLog: log(gone(6000), gone(6200), gone(6400)) });
    expect(one).toMatchObject({
      code: 'peripherals/usb-flapping',
      params: { port: '1-2', device: 'QEMU USB Mouse', times: 3, minutesAgo: 13 },
    });
    expect(codes({ kernelLog: log(gone(6000), gone(6200)) })).toEqual([]);
    expect(codes({ kernelLog: log(gone(5000), gone(5600), gone(6601)) })).toEqual([]);
  });

  test('sleep and a hub that takes its devices along are no flapping', () => {
    const start = [0.03, 'PM: hibernation: Registered nosave memory: [mem 0x00000000-0x00000fff]'] as const;
    expect(codes({ kernelLog: log(start, gone(11), gone(15), gone(18)) })).toEqual([
      as('peripherals/usb-flapping', 'warning'),
    ]);
    const wake = (at: number) => [at, 'PM: suspend exit'] as const;
    expect(
      codes({ kernelLog: log(wake(5999), gone(6000), wake(6199), gone(6200), wake(6399), gone(6400)) }),
    ).toEqual([]);
    const hub = (at: number) => [gone(at, '1-3'), gone(at + 0.2, '1-3.1')] as const;
    expect(
      found({ kernelLog: log(...hub(6000), ...hub(6200), ...hub(6400)) }).map(({ subject }) => subject),
    ).toEqual(['1-3']);
  });

  test('too little room on the bus, too little power', () => {
    expect(
      codes({
        kernelLog: log(
          [7000, 'usb 1-2: Not enough bandwidth for altsetting 11'],
          [7000, 'xhci_hcd 0000:00:14.0: Not enough host controller resources for new device state.'],
          [7001, 'usb 1-3: rejected 2 configurations due to insufficient available bus power'],
        ),
      }),
    ).toEqual([
      as('peripherals/usb-bandwidth', 'warning'),
      as('peripherals/usb-bandwidth', 'warning'),
      as('peripherals/usb-low-power', 'warning'),
    ]);
  });
});

const linuxValue = {
  platform: 'linux',
  release: '6.1.0',
  arch: 'x64',
  hostname: 'pc',
  bootedSecondsAgo: 7200,
};

describe('disks on a cable', () => {
  const stick = {
    name: 'sdb',
    model: 'Ultra',
    bytes: 30e9,
    rotational: false,
    removable: true,
    transport: 'usb' as const,
    at: 'pci0000:00/0000:00:14.0/usb1/1-3/1-3:1.0/host6/block/sdb',
  };
  const part: DiskTree = {
    name: 'sdb1',
    kind: 'part',
    model: null,
    label: 'PHOTOS',
    bytes: 30e9,
    fsType: 'exfat',
    mountPoint: null,
    readOnly: false,
    children: [],
  };
  const screen = ok([
    { name: 'eDP-1', card: 'card0', status: 'connected' as const, hasEdid: true, bestMode: null },
  ]);
  const inputs = ok([
    { id: 'input1', name: 'Keyboard', kind: 'keyboard' as const, inhibited: false },
    { id: 'input2', name: 'Mouse', kind: 'pointer' as const, inhibited: false },
  ]);
  const on = (...children: readonly DiskTree[]) =>
    onDesktop({ connectors: screen, inputDevices: inputs }, children);
  const onDesktop = (values: Values, children: readonly DiskTree[]) =>
    found({ blockDevices: ok([stick]), ...values }, [
      followed(diskTree('sdb'), { ...part, name: 'sdb', kind: 'disk', label: null, fsType: null, children }),
    ]);

  test('closed, locked, empty; one open part is enough', () => {
    expect(on(part)).toMatchObject([
      {
        code: 'peripherals/storage-not-mounted',
        severity: 'warning',
        subject: '1-3',
        params: { disk: 'PHOTOS', device: '/dev/sdb', fileSystem: 'exfat', reason: 'known' },
      },
    ]);
    expect(on({ ...part, fsType: 'crypto_LUKS' })).toMatchObject([
      { severity: 'info', params: { reason: 'foreign' } },
    ]);
    expect(on()).toMatchObject([{ severity: 'info', params: { reason: 'empty' } }]);
    expect(on(part, { ...part, name: 'sdb2', mountPoint: '/mnt' })).toEqual([]);
  });

  test('on a server nobody opens disks by themselves: that is a remark', () => {
    expect(onDesktop({}, [part])).toMatchObject([{ severity: 'info' }]);
  });

  test('is not asked for where it is empty or inside', () => {
    const asked = (disk: object) =>
      followUps(factsOf(reads, { platform: linux, blockDevices: ok([{ ...stick, ...disk }]) })).map(
        ({ id }) => id,
      );
    expect(asked({})).toEqual(['disk.tree/sdb']);
    expect(asked({ bytes: 0 })).toEqual([]);
    expect(asked({ transport: 'ata' })).toEqual([]);
  });

  test('that could not be looked at is unknown', () => {
    const facts = factsOf(reads, { platform: linux, blockDevices: ok([stick]) }, [
      [diskTree('sdb'), missing('failed')],
    ]);
    expect(diagnose(facts, settings).unknown).toMatchObject([{ source: 'disk.tree/sdb' }]);
  });
});

describe('keyboard and mouse', () => {
  const screen = ok([
    { name: 'HDMI-A-1', card: 'card1', status: 'connected' as const, hasEdid: true, bestMode: '1920x1080' },
  ]);
  const input = (kind: InputDevice['kind'], inhibited = false): InputDevice => ({
    id: 'input1',
    name: 'Thing',
    kind,
    inhibited,
  });
  const what = (inputs: readonly InputDevice[], values: Values = {}, more: readonly Followed[] = []) =>
    found({ connectors: screen, inputDevices: ok(inputs), ...values }, more).map(
      ({ code, severity, params }) => [code, severity, 'what' in params ? params.what : ''].join(' '),
    );

  test('are missed where a screen is, and only there', () => {
    expect(what([input('keyboard'), input('pointer')])).toEqual([]);
    expect(what([input('keyboard'), input('touchscreen')])).toEqual([]);
    expect(what([input('keyboard')])).toEqual([as('peripherals/input-missing', 'warning pointer')]);
    expect(what([input('other')])).toEqual([as('peripherals/input-missing', 'warning both')]);
    expect(what([], { connectors: ok([]) })).toEqual([]);
  });

  test('may sleep on Bluetooth', () => {
    const asleep = {
      address: 'AA:BB:CC:DD:EE:FF',
      name: 'K380',
      paired: true,
      connected: false,
      blocked: false,
      icon: 'input-keyboard',
      batteryPct: null,
    };
    const known = followed(bluez('org.bluez'), {
      running: true,
      adapters: [{ name: 'hci0', powered: true }],
      devices: [asleep],
    });
    expect(what([input('pointer')], { bluetoothAdapters: ok(['hci0']) }, [known])).toEqual([
      as('peripherals/bluetooth-pairing', 'info '),
    ]);
  });

  test('a touchpad that is off is trouble without a mouse only', () => {
    const off = input('pointer', true);
    expect(what([input('keyboard'), off])).toEqual([as('peripherals/input-missing', 'warning touchpad-off')]);
    expect(what([input('keyboard'), off, input('pointer')])).toEqual([
      as('peripherals/input-missing', 'info touchpad-off'),
    ]);
  });
});

describe('cameras', () => {
  const webcam: UsbDevice = {
    ...device,
    port: '1-5',
    name: 'Webcam',
    interfaces: [{ number: '00', classId: '0e', driver: 'uvcvideo' }],
  };
  const cameras = ok([{ node: 'video0', name: 'Webcam' }]);
  const held = (program: string) =>
    followed(cameraHolders('all'), {
      holders: [{ pid: 7, program, path: '/dev/video0' }],
      hiddenProcesses: 0,
    });

  test('in use is a remark; those who only look at it are nobody', () => {
    const values = { usbDevices: ok([webcam]), cameras };
    expect(codes(values, [held('firefox')])).toEqual([as('peripherals/camera-blocked', 'info')]);
    expect(codes(values, [held('wireplumber')])).toEqual([]);
  });

  test('kept out, or without a node', () => {
    expect(codes({ usbDevices: ok([{ ...webcam, authorized: false }]) })).toEqual([
      as('peripherals/camera-blocked', 'warning'),
    ]);
    expect(codes({ usbDevices: ok([webcam]), cameras: ok([]) })).toEqual([
      as('peripherals/camera-blocked', 'warning'),
    ]);
    expect(codes({ usbDevices: ok([webcam]), cameras: missing('denied') })).toEqual([]);
  });
});

test('a screen without EDID has a cable, or it is none', () => {
  const connector = (name: string) =>
    ok([{ name, card: 'card1', status: 'connected' as const, hasEdid: false, bestMode: null }]);
  expect(codes({ connectors: connector('DP-2') })).toEqual([
    as('peripherals/display-not-detected', 'warning'),
  ]);
  for (const name of ['eDP-1', 'Virtual-1', 'VGA-1'])
    expect(codes({ connectors: connector(name) })).toEqual([]);
});

describe('what could not be looked at', () => {
  const unseen = (values: Values) =>
    (diagnose(factsOf(reads, { platform: linux, ...values }), settings).unknown ?? []).map(
      ({ source }) => source,
    );

  test('what is not on this computer is nothing to look at', () => {
    expect(unseen({})).toEqual([]);
  });

  test('the log counts where there is USB, a folder that is closed counts always', () => {
    expect(unseen({ usbDevices: ok([device]), kernelLog: missing('denied') })).toEqual(['kernel.log']);
    expect(unseen({ usbDevices: missing('denied') })).toEqual(['usb.devices']);
    expect(unseen({ bluetoothAdapters: ok(['hci0']) })).toEqual(['bluetooth.bluez/org.bluez']);
  });

  test('a container has no ports of its own', () => {
    const { skipped, findings } = diagnose(
      factsOf(reads, { platform: linux, dockerMark: ok(true) }),
      settings,
    );
    expect([skipped, findings]).toEqual(['container', []]);
  });
});

test('the words of what is concluded from two looks, and of what Windows remembers', () => {
  for (const { findings } of [en, ru]) {
    expect(findings['peripherals/not-detected'].say({ seconds: 15 }).title).toContain('15');
    expect(findings['peripherals/phantom'].say({ devices: ['Stick'], count: 1 }).title).toContain('Stick');
  }
  const times = (count: number) =>
    ru.findings['peripherals/usb-overcurrent'].say({ port: '1-2', times: count, minutesAgo: null }).title;
  expect([1, 2, 5, 11, 21].map((n) => /\d+\u00a0раза?/.exec(times(n))?.[0])).toEqual([
    '1\u00a0раз',
    '2\u00a0раза',
    '5\u00a0раз',
    '11\u00a0раз',
    '21\u00a0раз',
  ]);
});

test('each way a disk, Bluetooth, a camera or an input can fail has words of its own', () => {
  for (const { findings } of [en, ru]) {
    const disk = { disk: 'Ultra', device: '/dev/sdb', bytes: 30e9, fileSystem: null, volume: null };
    const titles = [
      ...(['known', 'foreign', 'empty', 'unreadable', 'offline'] as const).map(
        (reason) => findings['peripherals/storage-not-mounted'].say({ ...disk, reason }).title,
      ),
      ...(['hard-block', 'soft-block', 'service', 'powered-off', 'failed'] as const).map(
        (reason) => findings['peripherals/bluetooth-off'].say({ reason, adapter: 'hci0' }).title,
      ),
      ...(['denied', 'not-authorized', 'no-node', 'in-use'] as const).map(
        (reason) => findings['peripherals/camera-blocked'].say({ reason, camera: 'Cam', by: null }).title,
      ),
      ...(['keyboard', 'pointer', 'both', 'touchpad-off'] as const).map(
        (what) => findings['peripherals/input-missing'].say({ what, device: null }).title,
      ),
    ];
    expect(new Set(titles).size).toBe(titles.length);
  }
});
