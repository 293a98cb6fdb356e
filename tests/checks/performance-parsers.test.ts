/** What the kernel, macOS and Windows say of load, on texts of real machines and on damaged ones. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  parseCpuTimes,
  parseDiskstats,
  parseLoadavg,
  parseMeminfo,
  parseOomKills,
  parseUptime,
} from '../../checks/performance/linux.ts';
import { parseDiskTimes, parseSystemDisk } from '../../checks/performance/macos/disks.ts';
import { parseJetsam } from '../../checks/performance/macos/jetsam.ts';
import { parseMacLoad, parseMacTop, parsePmset } from '../../checks/performance/macos.ts';
import { killsIn } from '../../checks/performance/oom.ts';
import { parseWindowsLoad } from '../../checks/performance/windows.ts';
import { parsePressure } from '../../src/sources/pressure.ts';
import { jetsam } from '../evidence/performance.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { isCount, neverHalf } from '../sources/parsers.ts';

const corpus = (path: string): string => readFileSync(sharedDir('corpus', path), 'utf8');

describe.runIf(hasShared)('texts of real machines', () => {
  test('load, memory, times and disks of an Ubuntu', () => {
    expect(parseLoadavg(corpus('procfs/jc-linux-proc/loadavg'))).toEqual({
      load1: 0,
      load5: 0.01,
      load15: 0.03,
    });
    expect(parseMeminfo(corpus('procfs/jc-linux-proc/meminfo'))).toMatchObject({
      totalBytes: 3_997_272 * 1024,
      availableBytes: 3_386_876 * 1024,
    });
    expect(parseCpuTimes(corpus('procfs/jc-linux-proc/stat'))).toEqual({
      total: 3_460_610,
      idle: 3_444_884,
      steal: 0,
      cores: 2,
    });
    expect(parseUptime(corpus('procfs/jc-linux-proc/uptime'))).toBe(46_901.13);
    expect(parseOomKills(corpus('procfs/jc-linux-proc/vmstat'))).toBe(0);
    expect(parseDiskstats(corpus('procfs/jc-linux-proc/diskstats')).map(({ name }) => name)).toContain('sda');
    expect(parseDiskstats(corpus('machines/hotsos-kubernetes/proc/diskstats')).length).toBeGreaterThan(5);
  });

  test('what programs wait for', () => {
    for (const what of ['cpu', 'io', 'memory'])
      expect(
        parsePressure(corpus(`procfs/node_exporter/proc/pressure/${what}`)).some.avg60,
      ).toBeGreaterThanOrEqual(0);
  });

  test('memory and load of a kernel from before MemAvailable', () => {
    expect(parseMeminfo('MemTotal:  2048 kB\nMemFree: 1024 kB\n')).toMatchObject({ availableBytes: null });
    expect(parseOomKills('nr_free_pages 1\n')).toBeNull();
  });
});

describe('any text is understood or refused', () => {
  const PRESSURE =
    'some avg10=0.22 avg60=0.17 avg300=1.11 total=58761459\nfull avg10=0.00 avg60=0.13 avg300=0.96 total=5\n';
  test('of Linux', () => {
    neverHalf(parsePressure, ({ some, full }) => isCount(some.avg60) && isCount(full?.avg60 ?? 0), PRESSURE);
    neverHalf(parseLoadavg, ({ load5 }) => isCount(load5), '0.25 0.13 0.06 1/170 4242\n');
    neverHalf(
      parseMeminfo,
      ({ totalBytes }) => totalBytes > 0,
      'MemTotal:  2048 kB\nMemAvailable: 1024 kB\nSwapTotal: 0 kB\n',
    );
    neverHalf(
      parseCpuTimes,
      ({ total, cores }) => isCount(total) && cores > 0,
      'cpu  1 2 3 4 5 6 7 8 9 0\ncpu0 1 2 3 4 5 6 7 8 9 0\n',
    );
    neverHalf(
      parseDiskstats,
      (disks) => disks.every((one) => isCount(one.busyMs)),
      '   8       0 sda 1 2 3 4 5 6 7 8 9 10 11\n',
    );
    neverHalf(parseUptime, isCount, '46901.13 46856.66\n');
    neverHalf(parseOomKills, (count) => count === null || isCount(count), 'a 1\noom_kill 3\n');
  });

  test('of macOS', () => {
    const LOAD = 'vm.loadavg: { 1,20 1,50 1,40 }\nhw.logicalcpu: 8\nhw.memsize: 17179869184\n';
    expect(parseMacLoad(LOAD)).toMatchObject({
      load1: 1.2,
      pressureLevel: null,
    });
    neverHalf(parseMacLoad, ({ load5, cores }) => isCount(load5) && cores > 0, LOAD);
    const TOP =
      'CPU usage: 4.16% user, 8.33% sys, 87.50% idle \nX\nCPU usage: 40.0% user, 50.0% sys, 10.0% idle \n';
    expect(parseMacTop(TOP)).toEqual({ busyPct: 90 });
    neverHalf(parseMacTop, ({ busyPct }) => isCount(busyPct), TOP);
    neverHalf(
      parsePmset,
      ({ lowPower }) => typeof lowPower === 'boolean',
      'Currently in use:\n lowpowermode 1\n',
    );
    const REPORT = jetsam('vm-pageshortage', '2026-11-24 10:15:30.00 +0300');
    expect(parseJetsam(REPORT)).toMatchObject({ largest: 'Browser Helper (Renderer)', victims: ['Photos'] });
    neverHalf(parseJetsam, ({ victims }) => victims.every((one) => one.length <= 80), REPORT);
    const PLIST =
      '<plist><array><dict><key>Statistics</key><dict><key>Operations (Read)</key><integer>5</integer></dict></dict></array></plist>';
    expect(parseDiskTimes(PLIST)).toEqual([{ done: 5, waitedMs: 0 }]);
    neverHalf(parseDiskTimes, (all) => all.every(({ done }) => isCount(done)), PLIST);
    neverHalf(
      parseSystemDisk,
      (one) => one === null || typeof one.isHdd === 'boolean',
      '<plist><dict><key>SolidState</key><true/></dict></plist>',
    );
  });

  test('of Windows', () => {
    const LOAD = JSON.stringify({
      first: { at: 1, cpu: null, disks: null },
      second: { at: 20_000_001, cpu: null, disks: null },
      setup: {
        system: { TotalVisibleMemorySize: 1024, ProductType: 3, BuildNumber: '20348' },
        modules: null,
      },
    });
    expect(parseWindowsLoad(LOAD)).toMatchObject({
      seconds: 2,
      busyPct: null,
      isServer: true,
      installedBytes: null,
      disks: [],
    });
    neverHalf(parseWindowsLoad, ({ memory, seconds }) => isCount(memory.totalBytes) && seconds > 0, LOAD);
  });
});

describe('what the kernel ended', () => {
  const kills = (...texts: readonly string[]) => killsIn(texts.map((text) => ({ text })));

  test('is told apart from the limit of one service', () => {
    expect(
      kills(
        'oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice/app.service,task_memcg=/x,task=worker,pid=801,uid=0',
        'Memory cgroup out of memory: Killed process 801 (worker) total-vm:2kB, anon-rss:1kB, file-rss:0kB',
      ),
    ).toMatchObject([{ by: 'limit', victim: 'worker', bytes: 1024, group: '/system.slice/app.service' }]);
  });

  test('has a name that may hold brackets, and a prefix where the kernel says who speaks', () => {
    expect(
      kills('[ T1234] Out of memory: Killed process 7 (a) (b)) total-vm:2kB, anon-rss:4kB'),
    ).toMatchObject([{ by: 'memory', victim: 'a) (b)', bytes: 4096 }]);
  });

  test('is said once, in two lines of old kernels too', () => {
    expect(
      kills(
        'Out of memory: Kill process 7 (java) score 917 or sacrifice child',
        'Killed process 7 (java) total-vm:9kB, anon-rss:8kB, file-rss:0kB',
      ),
    ).toMatchObject([{ victim: 'java', bytes: 8192 }]);
  });

  test('is nothing that only sounds like it', () => {
    expect(
      kills(
        'browser invoked oom-killer: gfp_mask=0x140cca',
        'app: Out of memory',
        'oom_reaper: reaped process 7',
      ),
    ).toEqual([]);
  });
});
