/** What systems count and tell of their hardware: parsers on real text, and on damaged text. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Raw, type Source, Unreadable } from '../../src/contract.ts';
import { btrfsDevices, ext4Errors, memoryControllers, throttles } from '../../src/sources/health-counters.ts';
import { parseMacHardware, parseMacLog, parsePmsetTherm } from '../../src/sources/mac-hardware.ts';
import { parseMacRaid } from '../../src/sources/mac-raid.ts';
import { parseMdstat, parseZpoolStatus, zfsPools } from '../../src/sources/raid.ts';
import { chips, parseSensors } from '../../src/sources/sensors.ts';
import { parseKnownHealth } from '../../src/sources/udisks.ts';
import { parseWindowsHardware } from '../../src/sources/windows-hardware/parts.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { isCount, neverHalf } from './parsers.ts';

const corpus = (path: string): string => readFileSync(sharedDir('corpus', path), 'utf8');

const folders = (texts: Record<string, Record<string, string>>): Raw['attributes'] => ({
  entries: Object.fromEntries(
    Object.entries(texts).map(([folder, some]) => [
      folder,
      Object.fromEntries(Object.entries(some).map(([name, text]) => [name, { text: `${text}\n` }])),
    ]),
  ),
});
const parsed = <T>(source: Source<T>, texts: Record<string, Record<string, string>>): T => {
  const way = source.on.linux;
  if (way === undefined) throw new Error('not read on Linux');
  return way.parse(folders(texts), way.request);
};

describe('arrays', () => {
  test('a failed member, a rebuild, an array without redundancy', () => {
    const text = `Personalities : [raid1] [raid6] [raid5] [raid4] [raid0]
md0 : active raid1 sdb1[1](F) sda1[0]
      976630464 blocks super 1.2 [2/1] [U_]
      bitmap: 3/8 pages [12KB], 65536KB chunk

md1 : active (auto-read-only) raid5 sde1[3] sdd1[1] sdc1[0]
      1953260544 blocks super 1.2 level 5, 512k chunk, algorithm 2 [3/2] [UU_]
      [==>..................]  recovery = 12.6% (123456/976630272) finish=80.1min speed=177000K/sec

md2 : active raid0 sdg1[1] sdf1[0]
      35840768 blocks 64k chunks

unused devices: <none>
`;
    expect(parseMdstat(text)).toEqual([
      { name: 'md0', level: 'raid1', active: true, disks: 2, working: 1, failed: ['sdb1'], rebuildPct: null },
      { name: 'md1', level: 'raid5', active: true, disks: 3, working: 2, failed: [], rebuildPct: 12.6 },
      { name: 'md2', level: 'raid0', active: true, disks: null, working: null, failed: [], rebuildPct: null },
    ]);
    neverHalf(parseMdstat, (all) => all.every(({ name }) => name.startsWith('md')), text);
  });

  test.runIf(hasShared)('three of checkbox: all in order', () => {
    const found = ['intel_rst', 'multiple_raid', 'none_raid'].map((name) =>
      parseMdstat(corpus(`mdstat/checkbox/mdstat_${name}.txt`)),
    );
    expect(
      found.map((all) => all.map(({ name, level, disks, working }) => [name, level, disks, working])),
    ).toEqual([
      [
        ['md126', 'raid0', null, null],
        ['md127', '', null, null],
      ],
      [
        ['md2', 'raid1', 2, 2],
        ['md1', 'raid0', null, null],
      ],
      [],
    ]);
  });

  test.runIf(hasShared)('zpool status of jc: disks that are not online, and no half a status', () => {
    const [tank] = parseZpoolStatus(corpus('zpool/jc-generic/zpool-status-v2.out')).filter(
      ({ state }) => state === 'DEGRADED',
    );
    expect(tank?.bad.length).toBeGreaterThan(0);
    neverHalf(
      parseZpoolStatus,
      (all) => all.every(({ errors }) => isCount(errors)),
      corpus('zpool/jc-generic/zpool-status-v2.out'),
    );
  });

  test('pools of the module, without its other counters', () => {
    expect(parsed(zfsPools, { tank: { state: 'DEGRADED' }, old: { io: '5' }, fm: {} })).toEqual([
      { name: 'tank', state: 'DEGRADED' },
      { name: 'old', state: null },
    ]);
  });

  test('AppleRAID', () => {
    expect(() => parseMacRaid('<plist><dict><key>a</key></dict></plist>')).toThrow(Unreadable);
    expect(
      parseMacRaid('<plist version="1.0"><dict><key>AppleRAIDSets</key><array/></dict></plist>'),
    ).toEqual([]);
  });
});

describe('counters of Linux', () => {
  test('ext4, btrfs, EDAC', () => {
    expect(parsed(ext4Errors, { features: {}, sda1: { errors_count: '2', last_error_time: '0' } })).toEqual([
      { device: 'sda1', count: 2, lastAt: null },
    ]);
    const stats = 'write_errs 1\nread_errs 2\nflush_errs 4\ncorruption_errs 8\ngeneration_errs 16';
    expect(
      parsed(btrfsDevices, {
        'a-b': { 'devinfo/1/missing': '0', 'devinfo/1/error_stats': stats, 'devinfo/2/missing': '1' },
        features: {},
      }),
    ).toEqual([
      { volume: 'a-b', device: 1, missing: false, readErrors: 2, writeErrors: 5, corruptions: 24 },
      { volume: 'a-b', device: 2, missing: true, readErrors: 0, writeErrors: 0, corruptions: 0 },
    ]);
    expect(parsed(memoryControllers, { mc0: { ue_count: '0', ce_count: '14' }, power: {} })).toEqual([
      { name: 'mc0', uncorrected: 0, corrected: 14 },
    ]);
    expect(() => parsed(memoryControllers, { mc0: { ue_count: 'many' } })).toThrow('mc0: ue_count many');
  });

  test('a computer that does not count its throttling has not been looked at', () => {
    expect(() => parsed(throttles, { cpu0: {}, cpufreq: {} })).toThrow(Unreadable);
    expect(
      parsed(throttles, {
        cpu0: { 'thermal_throttle/core_throttle_count': '3', 'thermal_throttle/package_throttle_count': '4' },
      }),
    ).toBe(7);
  });

  test('sensors: where each chip is, and limits that are none', () => {
    expect(
      parsed(chips, {
        hwmon0: { name: 'nvme', '.': '../../devices/pci0000:00/nvme/nvme0/hwmon0' },
        hwmon1: { name: 'lab' },
      }),
    ).toEqual([
      { name: 'nvme', folder: '/sys/devices/pci0000:00/nvme/nvme0' },
      { name: 'lab', folder: '/sys/class/hwmon' },
    ]);
    const values = parseSensors(
      folders({
        hwmon0: {
          name: 'nvme',
          temp1_input: '36850',
          temp1_crit: '84850',
          temp1_max: '65261850',
          fan1_input: '0',
        },
      }),
    );
    expect(values).toEqual({
      temperatures: [{ chip: 'nvme', label: 'temp1', celsius: 36.85, criticalC: 84.85, maxC: null }],
      fans: [{ label: 'fan1', rpm: 0 }],
    });
  });
});

describe('udisks', () => {
  test('a drive that was never asked tells nothing, and -1 is no count', () => {
    const said = (stdout: string, exitCode = 0) => ({ stdout, stderr: '', exitCode });
    const drive = (updated: number) =>
      JSON.stringify({
        data: [
          {
            SmartUpdated: { data: updated },
            SmartFailing: { data: false },
            SmartNumBadSectors: { data: -1 },
            SmartSelftestStatus: { data: 'error_read' },
          },
        ],
      });
    expect(() => parseKnownHealth(said(drive(0)))).toThrow(Unreadable);
    expect(() => parseKnownHealth(said('', 1))).toThrow(Unreadable);
    expect(parseKnownHealth(said(drive(1_763_600_000)))).toEqual({
      failing: false,
      attributesFailing: 0,
      badSectors: 0,
      warnings: [],
      selfTestFailed: true,
    });
    neverHalf(
      (text) => parseKnownHealth(said(text)),
      ({ badSectors }) => isCount(badSectors),
      drive(1),
    );
  });
});

describe('Windows', () => {
  const part = (items: readonly object[] = [], state = 'ok') => ({ state, items });
  const batch = (more: object = {}) =>
    JSON.stringify({
      ...Object.fromEntries(
        [
          'disks',
          'counters',
          'predictions',
          'smart',
          'partitions',
          'volumes',
          'pools',
          'spaces',
          'full',
          'design',
          'cycles',
          'power',
          'zones',
        ].map((name) => [name, part()]),
      ),
      ...more,
    });

  test('a part that was denied is no empty one', () => {
    expect(parseWindowsHardware(batch({ counters: part([], 'denied') })).counters).toEqual({
      state: 'denied',
      items: [],
    });
    expect(() => parseWindowsHardware(batch({ counters: undefined }))).toThrow(Unreadable);
    expect(() => parseWindowsHardware(batch({ disks: part([{ id: '0', bus: 'x', health: 0 }]) }))).toThrow(
      Unreadable,
    );
    expect(() => parseWindowsHardware(batch({ partitions: part([{ drive: '\u0000', disk: 0 }]) }))).toThrow(
      Unreadable,
    );
  });

  test('a disk, kelvins, a wear of 255', () => {
    const found = parseWindowsHardware(
      batch({
        disks: part([{ id: '0', name: ' DISK ', media: 3, bus: 11, health: 0, status: 2 }]),
        counters: part([{ id: '0', wear: 255, reads: null, writes: '3' }]),
        zones: part([{ name: 'TZ00', now: 3012, critical: 3931 }]),
      }),
    );
    expect(found.disks.items).toEqual([
      { id: '0', name: 'DISK', rotational: true, bus: 11, health: 0, status: [2] },
    ]);
    expect(found.counters.items).toEqual([{ id: '0', usedPct: null, uncorrected: 3 }]);
    expect(found.zones.items[0]?.celsius).toBeCloseTo(28.05);
    neverHalf(
      parseWindowsHardware,
      ({ disks }) => disks.items.every(({ health }) => isCount(health)),
      batch({ disks: part([{ id: '0', bus: 1, health: 0 }]) }),
    );
  });
});

describe('macOS', () => {
  test('a Mac mini has no battery, and a modules’ state may be missing', () => {
    expect(parseMacHardware('{"SPStorageDataType":[],"SPMemoryDataType":[{"dimm_type":"LPDDR5"}]}')).toEqual({
      volumes: [],
      memory: [],
      battery: null,
    });
    expect(() => parseMacHardware('{}')).toThrow(Unreadable);
    neverHalf(
      parseMacHardware,
      ({ volumes }) => Array.isArray(volumes),
      '{"SPStorageDataType":[{"mount_point":"/","physical_drive":{"smart_status":"Verified"}}]}',
    );
  });

  test('pmset on Intel and on Apple’s processors', () => {
    expect(
      parsePmsetTherm(
        'Note: No thermal warning level has been recorded\nNote: No performance warning level has been recorded\n',
      ),
    ).toEqual({ speedLimitPct: null, warningLevel: null });
    expect(parsePmsetTherm('\tCPU_Speed_Limit \t= 100\n')).toEqual({
      speedLimitPct: 100,
      warningLevel: null,
    });
    expect(() => parsePmsetTherm('usage: pmset')).toThrow(Unreadable);
  });

  test('the log’s last line is no message', () => {
    expect(parseMacLog('{"timestamp":"t","eventMessage":"m"}\n{"count":1,"finished":1}\n')).toEqual([
      { at: 't', text: 'm' },
    ]);
    expect(() => parseMacLog('Filtering the log data')).toThrow(Unreadable);
  });
});
