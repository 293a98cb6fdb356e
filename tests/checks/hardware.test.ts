import { describe, expect, test } from 'vitest';
import { diagnose } from '../../checks/hardware/findings.ts';
import { type HardwareFacts, reads } from '../../checks/hardware/probe.ts';
import { settings } from '../../checks/hardware/settings.ts';
import type { Source } from '../../src/contract.ts';
import type { BlockDevice } from '../../src/sources/block-devices.ts';
import { throttlesLater } from '../../src/sources/health-counters.ts';
import type { Mount } from '../../src/sources/mounts.ts';
import type { Battery, PowerSupply } from '../../src/sources/power.ts';
import { type Sensors, sensors, sensorsAgain } from '../../src/sources/sensors.ts';
import type { DriveHealth, SmartAnswer } from '../../src/sources/smart.ts';
import { smart } from '../../src/sources/smartctl.ts';
import { knownDrive, knownHealth } from '../../src/sources/udisks.ts';
import { type Followed, factsOf, followed, missing, ok } from '../facts.ts';

type Values = Parameters<typeof factsOf<typeof reads>>[1];

const HOUR = 3600;
const platform = ok({
  platform: 'linux',
  release: '6.1',
  arch: 'x64',
  hostname: 'pc',
  bootedSecondsAgo: 48 * HOUR,
});

const facts = (values: Values, more: readonly Followed[] = []): HardwareFacts =>
  factsOf(
    reads,
    { platform, kernelLog: ok([{ seconds: 1, level: 6, text: 'Linux version 6.1' }]), ...values },
    more,
  );
const result = (values: Values, more: readonly Followed[] = []) => diagnose(facts(values, more), settings);
const found = (values: Values, more: readonly Followed[] = []) =>
  result(values, more).findings.map(({ code, severity }) => [code, severity]);

const lines = (...texts: readonly (string | readonly [text: string, seconds: number])[]) =>
  ok(
    texts.map((one) => ({
      seconds: typeof one === 'string' ? 48 * HOUR - 60 : one[1],
      level: 3,
      text: typeof one === 'string' ? one : one[0],
    })),
  );

const disk = (name: string, more: Partial<BlockDevice> = {}): BlockDevice => ({
  name,
  model: 'LABDISK 500',
  bytes: 5e11,
  rotational: true,
  removable: false,
  transport: 'ata',
  at: `pci0000:00/ata1/host0/block/${name}`,
  ...more,
});
const mount = (path: string, source: string): Mount => ({
  path,
  type: 'ext4',
  source,
  volume: '8:1',
  root: '/',
  readOnly: false,
});

const health = (more: Partial<DriveHealth> = {}): DriveHealth => ({
  device: '/dev/sda',
  model: 'LABDISK 500',
  protocol: 'ata',
  rotational: true,
  passed: true,
  attributes: [],
  nvme: null,
  scsi: null,
  usedPct: null,
  failedSelfTests: 0,
  ...more,
});
const attribute = (id: number, name: string, raw: number) => ({
  id,
  name,
  value: 100,
  threshold: 0,
  failed: null,
  prefail: false,
  raw,
});
const asked = (
  one: Partial<DriveHealth> = {},
  target = '/dev/sda',
): readonly [Values, readonly Followed[]] => [
  { smartScan: ok([{ device: target, type: 'sat' }]) },
  [followed<SmartAnswer>(smart(target), { state: 'read', health: health(one) })],
];

describe('a disk’s own figures', () => {
  test.each([
    ['its own verdict', { passed: false }, [['hardware/disk-smart-failing', 'critical']]],
    [
      'one sector that waits',
      { attributes: [attribute(197, 'Current_Pending_Sector', 1)] },
      [['hardware/disk-smart-predictive', 'critical']],
    ],
    [
      'the same on an SSD',
      { rotational: false, attributes: [attribute(197, 'Current_Pending_ECC_Cnt', 1)] },
      [['hardware/disk-smart-predictive', 'warning']],
    ],
    [
      'one replaced sector',
      { attributes: [attribute(5, 'Reallocated_Sector_Ct', 1)] },
      [['hardware/disk-smart-predictive', 'warning']],
    ],
    ['no replaced sector', { attributes: [attribute(5, 'Reallocated_Sector_Ct', 0)] }, []],
    ['all bits set', { attributes: [attribute(5, 'Reallocated_Sector_Ct', 2 ** 32 - 1)] }, []],
    ['another meaning of the number', { attributes: [attribute(198, 'Total_Host_Reads', 269_420_924)] }, []],
    [
      'a raw read error rate of millions',
      { attributes: [attribute(1, 'Raw_Read_Error_Rate', 200_674_827)] },
      [],
    ],
    ['cable errors', { attributes: [attribute(199, 'UDMA_CRC_Error_Count', 99_728)] }, []],
    ['79 % used', { usedPct: 79 }, []],
    ['80 % used', { usedPct: 80 }, [['hardware/ssd-worn', 'warning']]],
    ['100 % used', { usedPct: 100 }, [['hardware/ssd-worn', 'critical']]],
    ['255 % used', { usedPct: 255 }, [['hardware/ssd-worn', 'critical']]],
  ] as const)('%s', (_, given, expected) => {
    expect(found(...asked(given))).toEqual(expected);
  });

  test.each([
    [0, []],
    [1, [['hardware/nvme-critical-warning', 'critical']]],
    [2, [['hardware/nvme-critical-warning', 'warning']]],
    [3, [['hardware/nvme-critical-warning', 'critical']]],
    [8, [['hardware/nvme-critical-warning', 'critical']]],
    [64, [['hardware/nvme-critical-warning', 'critical']]],
  ])('critical warning %i of an NVMe disk', (criticalWarning, expected) => {
    const nvme = { criticalWarning, sparePct: 100, spareThresholdPct: 10, mediaErrors: 0 };
    expect(found(...asked({ protocol: 'nvme', nvme, passed: criticalWarning === 0 }))).toEqual(expected);
  });

  test('the spare at its threshold is the end of the life', () => {
    const nvme = { criticalWarning: 0, sparePct: 10, spareThresholdPct: 10, mediaErrors: 0 };
    expect(found(...asked({ protocol: 'nvme', nvme }))).toEqual([['hardware/ssd-worn', 'critical']]);
    expect(found(...asked({ protocol: 'nvme', nvme: { ...nvme, sparePct: 11 } }))).toEqual([]);
  });
});

describe('a disk that was not asked', () => {
  const sda = { blockDevices: ok([disk('sda')]) };
  test('sleeps: left out, and no doubt', () => {
    const { findings, unknown } = result({ ...sda, smartScan: ok([{ device: '/dev/sda', type: 'sat' }]) }, [
      followed<SmartAnswer>(smart('/dev/sda'), { state: 'asleep', device: '/dev/sda' }),
    ]);
    expect(findings).toEqual([]);
    expect(unknown).toMatchObject([{ reason: 'left-out', why: 'sda is asleep, and was not woken' }]);
  });

  test('is unknown, with what is missing', () => {
    expect(result({ ...sda }).unknown).toMatchObject([{ source: 'disk.smart.scan', reason: 'absent' }]);
    const denied: readonly [Source<unknown>, ReturnType<typeof missing>] = [
      smart('/dev/sda'),
      missing('denied', 'Permission denied'),
    ];
    expect(
      result({ ...sda, smartScan: ok([{ device: '/dev/sda', type: 'sat' }]) }, [denied]).unknown,
    ).toMatchObject([{ reason: 'denied', why: 'sda: Permission denied' }]);
  });

  test.each(['failed', 'timeout', 'denied'] as const)('did not answer: %s', (status) => {
    const scanned = { ...sda, smartScan: ok([{ device: '/dev/sda', type: 'sat' }]) };
    expect(result(scanned, [[smart('/dev/sda'), missing(status)]]).unknown).toMatchObject([
      { reason: status },
    ]);
  });

  test('is known to udisks: then that is what is said', () => {
    const known = {
      failing: false,
      attributesFailing: 0,
      badSectors: 0,
      warnings: [],
      selfTestFailed: false,
    };
    const told = (more: object = {}): readonly Followed[] => [
      followed(knownDrive('sda'), 'LABDISK_1'),
      followed(knownHealth('LABDISK_1'), { ...known, ...more }),
    ];
    expect(result(sda, told()).unknown).toEqual([]);
    expect(found(sda, told({ badSectors: 3 }))).toEqual([['hardware/disk-smart-predictive', 'critical']]);
    expect(found(sda, told({ warnings: ['readonly'] }))).toEqual([
      ['hardware/nvme-critical-warning', 'critical'],
    ]);
  });

  test('is a stick, an adapter that passes nothing on, or no disk at all', () => {
    expect(
      result({ blockDevices: ok([disk('sdb', { transport: 'usb', removable: true })]) }).unknown,
    ).toEqual([]);
    expect(result({ blockDevices: ok([disk('vda', { transport: 'virtio', model: null })]) }).unknown).toEqual(
      [],
    );
    const usb = {
      blockDevices: ok([disk('sdb', { transport: 'usb' })]),
      smartScan: ok([{ device: '/dev/sdb', type: 'scsi' }]),
    };
    expect(result(usb, [[smart('/dev/sdb'), missing('unsupported', 'Unknown USB bridge')]]).unknown).toEqual(
      [],
    );
  });

  test('is what a controller shows of disks that were asked', () => {
    const behind = {
      blockDevices: ok([disk('sda', { transport: 'scsi' })]),
      smartScan: ok([
        { device: '/dev/sda', type: 'scsi' },
        { device: '/dev/bus/0', type: 'megaraid,5' },
      ]),
    };
    const more: readonly Followed[] = [
      [smart('/dev/sda'), missing('unsupported', 'please try adding -d megaraid,N')],
      followed<SmartAnswer>(smart('/dev/bus/0 megaraid,5'), {
        state: 'read',
        health: health({ passed: false }),
      }),
    ];
    expect(result(behind, more)).toMatchObject({
      findings: [{ code: 'hardware/disk-smart-failing', params: { disk: '/dev/bus/0 megaraid,5' } }],
      unknown: [],
    });
  });
});

describe('the kernel’s lines', () => {
  const io = 'I/O error, dev sda, sector 8 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 2';
  test.each([
    ['one error', [io], [['hardware/disk-io-errors', 'warning']]],
    ['three errors', [io, io, io], [['hardware/disk-io-errors', 'critical']]],
    [
      'one of the medium',
      ['blk_update_request: critical medium error, dev sda, sector 1 op 0x1:(WRITE) flags 0x0'],
      [['hardware/disk-io-errors', 'critical']],
    ],
    ['of a stick that was pulled out', ['I/O error, dev sdx, sector 8 op 0x0:(READ)'], []],
    ['two resets', ['ata1: hard resetting link', 'ata1: hard resetting link'], []],
    [
      'three resets',
      Array.from({ length: 3 }, () => 'ata1: hard resetting link'),
      [['hardware/disk-link-resets', 'warning']],
    ],
    [
      'three resets of different ports',
      ['ata1: hard resetting link', 'ata2: hard resetting link', 'ata3: hard resetting link'],
      [],
    ],
    [
      'memory that was corrected',
      ['EDAC MC0: 1 CE memory read error on CPU_SrcID#0_Ha#0'],
      [['hardware/memory-errors', 'warning']],
    ],
    [
      'memory that was not',
      ['EDAC MC0: 1 UE memory read error on unknown label'],
      [['hardware/memory-errors', 'critical']],
    ],
    [
      'a clean FAT',
      ['FAT-fs (sdb1): Volume was not properly unmounted. Some data may be corrupt. Please run fsck.'],
      [],
    ],
    ['words of a program', ['systemd[1]: mce: [Hardware Error]: is what I read'], []],
  ])('%s', (_, texts, expected) => {
    expect(
      found({ blockDevices: ok([disk('sda')]), smartScan: missing('left-out'), kernelLog: lines(...texts) }),
    ).toEqual(expected);
  });

  test('resets of more than a day ago are over', () => {
    const old = Array.from({ length: 3 }, () => ['ata1: hard resetting link', 10] as const);
    expect(found({ kernelLog: lines(...old) })).toEqual([]);
  });

  test('a port is told as its disk', () => {
    const { findings } = result({
      blockDevices: ok([disk('sda')]),
      kernelLog: lines(...Array.from({ length: 3 }, () => 'ata1: hard resetting link')),
    });
    expect(findings).toMatchObject([{ params: { disk: '/dev/sda', model: 'LABDISK 500' } }]);
  });

  test('corrected machine checks: two in a day are nothing, three are a warning, an uncorrected one is critical', () => {
    const logged = 'mce: [Hardware Error]: Machine check events logged';
    expect(found({ kernelLog: lines(logged, logged) })).toEqual([]);
    expect(found({ kernelLog: lines(logged, logged, logged) })).toEqual([
      ['hardware/machine-check', 'warning'],
    ]);
    expect(found({ taint: ok(1 << 4) })).toEqual([['hardware/machine-check', 'critical']]);
    expect(found({ taint: ok(1 << 12) })).toEqual([]);
  });

  test('a log that could not be read is no quiet one', () => {
    expect(result({ kernelLog: missing('denied') }).unknown).toMatchObject([{ reason: 'denied' }]);
  });
});

describe('what a finding is about', () => {
  const error = 'I/O error, dev sda, sector 8 op 0x0:(READ)';
  const both = { blockDevices: ok([disk('sda'), disk('sdb')]), mounts: ok([mount('/', '/dev/sda1')]) };
  test('one disk: everything; several: where the disk is mounted, as disk-space says it', () => {
    expect(
      result({ blockDevices: ok([disk('sda')]), kernelLog: lines(error) }).findings[0]?.subject,
    ).toBeUndefined();
    expect(result({ ...both, kernelLog: lines(error) }).findings[0]?.subject).toBe('/');
    expect(result({ ...both, kernelLog: lines(error.replace('sda', 'sdb')) }).findings[0]?.subject).toBe(
      'sdb',
    );
  });

  test('a damaged file system is the mount, and a warning where it is not mounted', () => {
    const damaged = (device: string) => ok([{ device, count: 2, lastAt: null }]);
    expect(result({ ...both, ext4Errors: damaged('sda1') }).findings).toMatchObject([
      { subject: '/', severity: 'critical', params: { path: '/', count: 2 } },
    ]);
    expect(found({ ...both, ext4Errors: damaged('sdc1') })).toEqual([
      ['hardware/filesystem-errors', 'warning'],
    ]);
    expect(found({ ...both, ext4Errors: ok([{ device: 'sda1', count: 0, lastAt: null }]) })).toEqual([]);
  });
});

describe('arrays', () => {
  const array = {
    name: 'md0',
    level: 'raid1',
    active: true,
    disks: 2,
    working: 2,
    failed: [],
    rebuildPct: null,
  };
  test('one disk fewer, and none', () => {
    expect(found({ mdArrays: ok([{ ...array, working: 1 }]) })).toEqual([
      ['hardware/raid-degraded', 'critical'],
    ]);
    expect(found({ mdArrays: ok([array, { ...array, disks: null, working: null }]) })).toEqual([]);
  });

  test('btrfs without one of its disks, and one with wrong checksums', () => {
    const one = { volume: 'a-b', device: 1, missing: false, readErrors: 0, writeErrors: 0, corruptions: 0 };
    expect(found({ btrfsDevices: ok([one, { ...one, device: 2, missing: true }]) })).toEqual([
      ['hardware/raid-degraded', 'critical'],
    ]);
    expect(found({ btrfsDevices: ok([{ ...one, corruptions: 4 }]) })).toEqual([
      ['hardware/filesystem-errors', 'warning'],
    ]);
    expect(found({ btrfsDevices: ok([one]) })).toEqual([]);
  });
});

describe('heat', () => {
  const folder = '/sys/devices/platform/coretemp.0/hwmon';
  const chips = ok([{ name: 'coretemp', folder }]);
  const at = (
    celsius: number,
    more: Partial<Sensors['temperatures'][number]> = {},
    fans: Sensors['fans'] = [],
  ): Sensors => ({
    temperatures: [{ chip: 'coretemp', label: 'Package', celsius, criticalC: 100, maxC: 80, ...more }],
    fans,
  });
  const looks = (first: Sensors, second: Sensors): readonly Followed[] => [
    followed(sensors(folder), first),
    followed(sensorsAgain(folder), second),
  ];

  test.each([
    [95, 95, [['hardware/overheating', 'critical']]],
    [94, 94, [['hardware/overheating', 'warning']]],
    [85, 85, [['hardware/overheating', 'warning']]],
    [84, 84, []],
    [99, 70, []],
  ])('%i °C, then %i °C, of 100 °C', (first, second, expected) => {
    expect(found({ chips }, looks(at(first), at(second)))).toEqual(expected);
  });

  test('a chip that nobody knows, a limit of nothing and a broken sensor say nothing', () => {
    expect(found({ chips }, looks(at(99, { chip: 'nct6775' }), at(99, { chip: 'nct6775' })))).toEqual([]);
    expect(found({ chips }, looks(at(99, { criticalC: null }), at(99, { criticalC: null })))).toEqual([]);
    expect(found({ chips }, looks(at(127), at(127)))).toEqual([]);
  });

  test('a laptop’s fan that stands still is only bad when it is hot', () => {
    const still = (celsius: number, rpm: number): readonly Followed[] => [
      followed(sensors(folder), at(celsius, { maxC: 100 })),
      followed(sensors('thinkpad'), {
        temperatures: [{ chip: 'thinkpad', label: 'CPU', celsius, criticalC: null, maxC: null }],
        fans: [{ label: 'fan1', rpm }],
      }),
    ];
    const both = ok([
      { name: 'coretemp', folder },
      { name: 'thinkpad', folder: 'thinkpad' },
    ]);
    expect(found({ chips: both }, still(81, 0))).toEqual([['hardware/overheating', 'critical']]);
    expect(found({ chips: both }, still(80, 0))).toEqual([]);
    expect(found({ chips: both }, still(81, 2400))).toEqual([]);
  });

  test('a sensor that would wake its disk is left alone', async () => {
    const { chipsOf } = await import('../../checks/hardware/probe.ts');
    expect(
      chipsOf(
        facts({
          chips: ok([
            { name: 'drivetemp', folder: 'a' },
            { name: 'nvme', folder: 'b' },
          ]),
        }),
      ),
    ).toEqual([{ name: 'nvme', folder: 'b' }]);
  });

  test('throttling: growth between two looks, or a line of the last quarter of an hour', () => {
    expect(found({ throttles: ok(7) }, [followed(throttlesLater('all'), 8)])).toEqual([
      ['hardware/thermal-throttling', 'warning'],
    ]);
    expect(found({ throttles: ok(7) }, [followed(throttlesLater('all'), 7)])).toEqual([]);
    const line = 'CPU0: Core temperature above threshold, cpu clock throttled (total events = 1)';
    expect(found({ kernelLog: lines(line) })).toEqual([['hardware/thermal-throttling', 'warning']]);
    expect(found({ kernelLog: lines([line, 48 * HOUR - 901]) })).toEqual([]);
  });
});

describe('the battery', () => {
  const battery = (more: Partial<Battery> = {}): Battery => ({
    kind: 'battery',
    name: 'BAT0',
    model: null,
    of: 'computer',
    present: true,
    status: 'discharging',
    percent: 90,
    full: 50_000,
    design: 50_000,
    unit: 'mWh',
    cycles: null,
    limitPct: null,
    startPct: null,
    health: null,
    ...more,
  });
  const on: PowerSupply = { kind: 'charger', name: 'AC', online: true };
  const of = (more: Partial<Battery>, ...others: readonly PowerSupply[]) =>
    found({ powerSupplies: ok([battery(more), ...others]) });

  test.each([
    [40_000, []],
    [39_700, [['hardware/battery-worn', 'warning']]],
    [30_000, [['hardware/battery-worn', 'warning']]],
    [29_700, [['hardware/battery-worn', 'critical']]],
    [0, []],
    [120_000, []],
  ])('%i of 50 000 mWh', (full, expected) => {
    expect(of({ full })).toEqual(expected);
  });

  test('a mouse’s battery, and one that was taken out, are not the computer’s', () => {
    expect(of({ full: 1000, of: 'device' })).toEqual([]);
    expect(of({ full: 1000, present: false })).toEqual([]);
  });

  test.each([
    ['at 49 %', { percent: 49 }, [['hardware/battery-not-charging', 'warning']]],
    ['at 50 %: some makers stop there', { percent: 50 }, []],
    ['below the limit, above the start', { percent: 78, limitPct: 80, startPct: 75 }, []],
    [
      'below the start',
      { percent: 74, limitPct: 80, startPct: 75 },
      [['hardware/battery-not-charging', 'warning']],
    ],
    ['full', { percent: 100, status: 'full' as const }, []],
  ])('plugged in and not charging %s', (_, more, expected) => {
    expect(of({ status: 'not-charging', ...more }, on)).toEqual(expected);
  });

  test('on battery it discharges, as it should', () => {
    expect(of({ percent: 20 }, { ...on, online: false })).toEqual([]);
  });
});

test('a container and WSL have no hardware of their own', () => {
  const wsl = ok({
    platform: 'linux',
    release: '5.15-microsoft-standard-WSL2',
    arch: 'x64',
    hostname: 'pc',
    bootedSecondsAgo: 9,
  });
  expect(result({ platform: wsl, taint: ok(1 << 4) })).toEqual({ findings: [], skipped: 'wsl' });
});

test('a power supply is suspected only where nothing explains it better', () => {
  const clock = ok({ epochMs: 1e12, timeZone: 'UTC' });
  const boot = (bootId: string) => ({
    bootId,
    epochMs: 1e12 - 1e8,
    event: 'journal-started' as const,
    userspaceMs: null,
  });
  const bootMarks = ok([boot('a'), boot('b'), boot('c')]);
  expect(found({ clock, bootMarks })).toEqual([['hardware/power-supply-suspect', 'warning']]);
  expect(found({ clock, bootMarks: ok([boot('a'), boot('b')]) })).toEqual([]);
  expect(found({ clock, bootMarks, taint: ok(16) })).toEqual([['hardware/machine-check', 'critical']]);
});
