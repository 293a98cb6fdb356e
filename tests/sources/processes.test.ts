/** The programs that run, as each system tells of them. */
import { describe, expect, test } from 'vitest';
import { parseProcStats, parsePs } from '../../src/sources/processes.ts';
import { windowsProcesses } from '../../src/sources/windows-load.ts';
import { isCount, neverHalf } from './parsers.ts';

const stat = (text: string) => ({ stat: { text } });
/** Debian 12, taken from a running machine; the name is made up. */
const SHELL =
  '1042 (a) S (b)\n) R 977 1042 977 34816 1042 4194304 1514 4082 0 3 250 150 2 1 20 0 1 0 7345 8192000 1011 18446744073709551615 1 1 0 0 0 0 65536 4 65538 1 0 0 17 1 0 0 0 0 0';
/** prometheus/node_exporter, proc/11/stat. */
const KERNEL =
  '11 (rcu_preempt) I 2 0 0 0 -1 2129984 0 0 0 0 0 346 0 0 -2 0 1 0 32 0 0 18446744073709551615 0 0 0 0 0 0 0 2147483647 0 0 0 0 17 2 1 1 0 0 0 0 0 0 0 0 0 0 0';

const at = (pid: number, bytes: number, state = 'S'): string =>
  `${pid} (p) ${state} 1 1 1 0 -1 4194560 1 1 1 1 1 1 1 1 20 0 1 0 29 ${bytes} 10 18446744073709551615`;

describe('processes of Linux', () => {
  test('a name may hold brackets and line ends', () => {
    const [one] = parseProcStats({ entries: { 1042: stat(SHELL), self: stat(SHELL), acpi: {} } });
    expect(one).toEqual({
      pid: 1042,
      parent: 977,
      name: 'a) S (b)\n',
      cpuSeconds: 4,
      cpuPct: null,
      startedSeconds: 73.45,
      ageSeconds: null,
      memoryBytes: 1011 * 4096,
      nice: 0,
      blocked: false,
      foreground: true,
      kernel: false,
    });
  });

  test('a kernel thread is none of the programs', () => {
    expect(parseProcStats({ entries: { 11: stat(KERNEL) } })).toMatchObject([
      { kernel: true, foreground: false, memoryBytes: 0 },
    ]);
  });

  test('one that ended meanwhile is left out, and so is a dead one', () => {
    const entries = { 7: { stat: { error: 'ESRCH' } }, 8: stat(at(8, 4096, 'Z')), 11: stat(KERNEL) };
    expect(parseProcStats({ entries }).map(({ pid }) => pid)).toEqual([11]);
    expect(parseProcStats({ entries: { 9: stat(at(9, 4096, 'D')) } })[0]?.blocked).toBe(true);
  });

  test('the size of a page is what divides every address space', () => {
    const memory = (...pages: readonly number[]) =>
      parseProcStats({
        entries: Object.fromEntries(pages.map((bytes, index) => [index + 1, stat(at(index + 1, bytes))])),
      })[0]?.memoryBytes;
    const sixteen = [3, 5, 7, 11, 13, 17].map((count) => count * 16_384);
    expect(memory(...sixteen)).toBe(10 * 16_384);
    expect(memory(...sixteen, 4096)).toBe(10 * 4096);
    // Too few to tell.
    expect(memory(...sixteen.slice(1))).toBe(10 * 4096);
  });

  test('nothing to see is no empty list', () => {
    expect(() => parseProcStats({ entries: { acpi: {} } })).toThrow('no process');
  });

  test('any text is understood or refused', () => {
    neverHalf(
      (text) => parseProcStats({ entries: { 1: stat(text) } }),
      (list) =>
        list.every((one) =>
          [one.pid, one.parent, one.cpuSeconds, one.memoryBytes, one.startedSeconds ?? 0].every(isCount),
        ),
      SHELL,
    );
  });
});

/** ps(1) of macOS: rss in KiB, time as minutes:seconds.hundredths, etime as [[dd-]hh:]mm:ss. */
const PS = `    1     0   0.3  23456   4:11.07 12-03:04:05   0 Ss   /sbin/launchd
  501     1  98.7 812000 123:45.67    02:30:00   5 R+   /Applications/Some App.app/Contents/MacOS/Some App
`;

describe('processes of macOS', () => {
  test('ps in columns, the path last', () => {
    expect(parsePs(PS)).toMatchObject([
      { pid: 1, name: 'launchd', cpuSeconds: 251.07, ageSeconds: 12 * 86_400 + 11_045, foreground: false },
      {
        pid: 501,
        name: 'Some App',
        cpuPct: 98.7,
        cpuSeconds: 7425.67,
        ageSeconds: 9000,
        memoryBytes: 812000 * 1024,
        nice: 5,
        foreground: true,
      },
    ]);
  });

  test('a decimal comma is one too, and nothing is no list', () => {
    expect(parsePs('1 0 0,3 1 0:00,10 00:10 0 S launchd')[0]?.cpuPct).toBe(0.3);
    expect(() => parsePs('\n')).toThrow('nothing');
  });

  test('any text is understood or refused', () => {
    neverHalf(
      parsePs,
      (list) =>
        list.every((one) =>
          [one.pid, one.parent, one.cpuSeconds, one.cpuPct ?? 0, one.memoryBytes, one.ageSeconds ?? 0].every(
            isCount,
          ),
        ),
      PS,
    );
  });
});

const WINDOWS = JSON.stringify({
  first: {
    at: 639_000_000_000_000_000,
    processes: [
      { id: 4321, parent: 1, name: 'busy.exe', kernel: 0, user: 600_000_000, bytes: 1, started: 1 },
    ],
  },
  second: {
    at: 639_000_000_010_000_000,
    processes: [
      { id: 0, parent: 0, name: 'System Idle Process', kernel: 5, user: 0, bytes: 8192, started: null },
      {
        id: 4321,
        parent: 1,
        name: 'busy.exe',
        kernel: '5000000',
        user: 604_000_000,
        bytes: 5_000_000,
        started: 1,
      },
      { id: 9, parent: 1, name: 'new.exe', kernel: 0, user: 0, bytes: 1, started: 639_000_000_005_000_000 },
    ],
  },
});

describe('processes of Windows', () => {
  test('what a process used between two looks', () => {
    expect(windowsProcesses(WINDOWS)).toMatchObject([
      { pid: 0, kernel: true, cpuPct: null, ageSeconds: null },
      { pid: 4321, cpuPct: 90, cpuSeconds: 60.9, memoryBytes: 5_000_000, kernel: false },
      { pid: 9, cpuPct: null },
    ]);
  });

  test('a batch that lists nothing saw nothing', () => {
    expect(() =>
      windowsProcesses('{"first":{"at":1,"processes":[]},"second":{"at":2,"processes":null}}'),
    ).toThrow();
    expect(() => windowsProcesses('')).toThrow();
  });

  test('any text is understood or refused', () => {
    neverHalf(
      windowsProcesses,
      (list) => list.every((one) => [one.pid, one.cpuSeconds, one.memoryBytes].every(isCount)),
      WINDOWS,
    );
  });
});
