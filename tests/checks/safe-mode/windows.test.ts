/** Windows and macOS: crashes told once, ends told apart, and what only an administrator sees. */
import { describe, expect, test } from 'vitest';
import { plainCode, STOP_CODES } from '../../../checks/safe-mode/data/stop-codes.ts';
import { reads as safeMode } from '../../../checks/safe-mode/probe.ts';
import { reads as security } from '../../../checks/security/probe.ts';
import type { Source } from '../../../src/contract.ts';
import { bitLocker, isProtected } from '../../../src/sources/encryption.ts';
import { hardware } from '../../../src/sources/machine/hardware.ts';
import type { WindowsEvent } from '../../../src/sources/windows-events.ts';
import { missing, ok } from '../../facts.ts';
import { healthy, look, MINUTE, NOW } from './machine.ts';

const windows = (bootedSecondsAgo = 3600) => ({
  platform: ok({ platform: 'win32', release: '10.0.22631', arch: 'x64', hostname: 'pc', bootedSecondsAgo }),
  units: missing('unsupported'),
  bootMarks: missing('unsupported'),
  commandLine: missing('unsupported'),
  kernelLog: missing('unsupported'),
  taint: missing('unsupported'),
  winSafeBoot: ok(null),
  winServices: ok([]),
});

const event = (
  provider: string,
  id: number,
  minutesAgo: number,
  fields: Readonly<Record<string, string>> = {},
): WindowsEvent => ({
  log: 'System',
  provider,
  id,
  at: new Date(NOW - minutesAgo * MINUTE).toISOString(),
  data: Object.values(fields),
  fields,
});
const off = (minutesAgo: number, code: string, button = '0', sleep = 'false') =>
  event('Microsoft-Windows-Kernel-Power', 41, minutesAgo, {
    BugcheckCode: code,
    PowerButtonTimestamp: button,
    SleepInProgress: sleep,
  });
const stop = (minutesAgo: number, code: string) =>
  event('Microsoft-Windows-WER-SystemErrorReporting', 1001, minutesAgo, {
    param1: `${code} (0x1, 0x2, 0x3, 0x4)`,
    param2: 'C:\\dump',
  });
const seen = (events: readonly WindowsEvent[], more: Parameters<typeof look>[0] = {}) =>
  look({ ...healthy, ...windows(), windowsEvents: ok({ events, logs: { System: 'ok' as const } }), ...more });
const found = (...events: readonly WindowsEvent[]) => seen(events).findings;

describe('stop codes', () => {
  test('41 in decimal and 1001 in hexadecimal are one crash', () => {
    const [crash, ...rest] = found(off(50, '159'), stop(49, '0x0000009f'));
    expect(rest).toEqual([]);
    expect(crash).toMatchObject({ code: 'safe-mode/bugcheck', severity: 'warning' });
    expect(crash?.params).toMatchObject({
      line: '0x9F',
      name: 'DRIVER_POWER_STATE_FAILURE',
      class: 'driver',
      count: 1,
      when: 'before',
    });
  });

  test('two are critical, and three different ones point to the memory', () => {
    const two = found(stop(50, '0x9f'), stop(5000, '0x9f'));
    expect(two[0]).toMatchObject({ severity: 'critical' });
    expect(two[0]?.params).toMatchObject({ class: 'driver', count: 2 });
    const three = found(stop(50, '0x9f'), stop(5000, '0x1a'), stop(9000, '0x50'));
    expect(three[0]?.params).toMatchObject({ class: 'memory', count: 3 });
  });

  test('a code that nobody knows is told as it is, and a dump that could not be written is said', () => {
    const [crash] = found(stop(50, '0xdeadbeef'), event('volmgr', 161, 50));
    expect(crash?.params).toMatchObject({ line: '0xDEADBEEF', name: '', class: '', noDump: true });
  });

  test('a table that is too old gives no class', () => {
    const late = ok({ epochMs: Date.UTC(2028, 0, 1), timeZone: 'UTC' });
    const at = new Date(Date.UTC(2027, 11, 31, 23, 30)).toISOString();
    const [crash] = seen([{ ...stop(0, '0x9f'), at }], { clock: late }).findings;
    expect(crash?.params).toMatchObject({ line: '0x9F', name: '', class: '' });
  });

  test('the table knows each code once, and small dumps by their plain code', () => {
    expect(plainCode(0x1000007e)).toBe(0x7e);
    expect(plainCode(0xc000021a)).toBe(0xc000021a);
    expect(STOP_CODES.size).toBe(33);
  });
});

describe('sudden ends', () => {
  test.each([
    ['button', off(50, '0', '132456789')],
    ['sleep', off(50, '0', '0', 'true')],
    ['power', off(50, '0')],
    ['unknown', event('EventLog', 6008, 50)],
  ])('%s', (kind, one) => {
    const [end] = found(one);
    expect(end?.code).toBe('safe-mode/unexpected-shutdown');
    expect(end?.params).toMatchObject({ kind, count: 1 });
  });

  test('a crash is told as a crash alone, with its 6008 beside it', () => {
    expect(found(off(50, '159'), event('EventLog', 6008, 50)).map(({ code }) => code)).toEqual([
      'safe-mode/bugcheck',
    ]);
  });
});

describe('what could not be seen', () => {
  test('an ordinary user is told once what needs an administrator', () => {
    const { unknown } = seen([], { winRecovery: missing('denied'), winRestorePoints: missing('denied') });
    expect(unknown?.map(({ reason, why }) => `${reason}: ${why}`)).toEqual([
      'denied: the recovery environment and restore points',
    ]);
  });

  test('in safe mode WMI may not run: its services are no doubt', () => {
    const { findings, unknown } = seen([], {
      safeBootVariable: ok('MINIMAL'),
      winServices: missing('failed'),
    });
    expect(findings.map(({ code }) => code)).toEqual(['safe-mode/safe-mode-active']);
    expect(unknown).toEqual([]);
  });

  test('a healthy one is silent', () => {
    expect(seen([])).toMatchObject({ findings: [], unknown: [] });
  });
});

test('with network a missing adapter is no consequence of safe mode', () => {
  expect(seen([], { winSafeBoot: ok(2) }).findings[0]?.explains).not.toContain('connectivity/no-adapter');
  expect(seen([], { winSafeBoot: ok(1) }).findings[0]?.explains).toContain('connectivity/no-adapter');
});

describe('whether the system drive is encrypted', () => {
  const scriptOf = (source: Source<unknown>): string => {
    const request = source.on.win32?.request;
    const argv = request?.kind === 'exec' ? request.argv : [];
    return argv[0] === 'powershell' ? atob(argv.at(-1) ?? '').replaceAll('\0', '') : '';
  };
  const batches = (...all: readonly Source<unknown>[]): readonly string[] => [
    ...new Set(all.map(scriptOf).filter((script) => script.includes('BitLockerProtection'))),
  ];

  test('is asked once for both checks, so that an error there ends nothing else', () => {
    const [batch, ...more] = batches(...Object.values(safeMode), ...Object.values(security));
    expect(more).toEqual([]);
    expect(batch).toMatch(/lock = Part \{.*BitLockerProtection.*\}/);
  });

  test('a shell that cannot be asked leaves the rest of the computer known', () => {
    const stdout = JSON.stringify({
      system: { Manufacturer: 'Dell Inc.' },
      lock: { failed: 'InvokeMethodOnNull' },
    });
    const raw = { stdout, stderr: '', exitCode: 0 } as never;
    expect(hardware.on.win32?.parse(raw, undefined as never)).toMatchObject({ maker: 'Dell Inc.' });
    expect(() => bitLocker.on.win32?.parse(raw, undefined as never)).toThrow('InvokeMethodOnNull');
  });

  test.each([
    [null, false],
    [2, false],
    [5, false],
    [1, true],
    [3, true],
    [6, true],
  ])('state %s', (state, expected) => {
    expect(isProtected({ drive: 'C:', state })).toBe(expected);
  });
});
