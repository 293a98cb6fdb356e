/** What the machine itself says of its clock, and the tree. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../checks/clock/findings.ts';
import {
  chipBattery,
  chipStarts,
  chips,
  parseChrony,
  parseNtpq,
  parseTimeDate,
  parseTimeDateStatus,
  setTo,
  timeDate,
  zoneRule,
} from '../../checks/clock/linux.ts';
import { macNetworkTime } from '../../checks/clock/macos.ts';
import { en } from '../../checks/clock/messages.en.ts';
import { ru } from '../../checks/clock/messages.ru.ts';
import { zoneOffsetMinutes } from '../../checks/clock/offset.ts';
import { windowsPartition } from '../../checks/clock/other-system.ts';
import { reads } from '../../checks/clock/probe.ts';
import { settings } from '../../checks/clock/settings.ts';
import { tree } from '../../checks/clock/tree.ts';
import { windowsJumps, windowsZone } from '../../checks/clock/windows.ts';
import type { Os, Source, TreeNode, TreeView } from '../../src/contract.ts';
import { factsOf, missing, ok } from '../facts.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { neverHalf } from '../sources/parsers.ts';

const said = (stdout: string, stderr = '', exitCode = 0) => ({ stdout, stderr, exitCode });

/** A source's parser, without its request. */
const parserOf = <T>(source: Source<T>, os: Os) => {
  const way = source.on[os];
  if (way === undefined) throw new Error(`${source.id} is not read on ${os}`);
  return (raw: unknown): T =>
    // Each is given what a host answers to its own kind of request.
    way.parse(raw as Parameters<typeof way.parse>[0], way.request);
};

const SHOW = `Timezone=Europe/Berlin
LocalRTC=no
CanNTP=yes
NTP=yes
NTPSynchronized=no
TimeUSec=Thu 2026-11-26 13:00:00 CET
`;

/** ntpq 4.2.6 of CentOS 7, shortened. */
const NTPQ = `     remote           refid      st t when poll reach   delay   offset  jitter
==============================================================================
+44.190.6.254    127.67.113.92    2 u   66   64  377   22.690   -0.392   2.085
*72.5.72.15      216.218.254.202  2 u   63   64  377   22.654    0.231   1.964
`;

const CHRONY =
  'C0A80001,192.168.0.1,3,1795694400.123456789,0.000012,0.000034,0.000045,-12.345,0.001,0.012,0.020,0.001,64.2,Normal\n';

const DRIVER = `rtc_time\t: 16:09:21\nrtc_date\t: 2022-09-03\nperiodic_freq\t: 1024\nbatt_status\t: okay\n`;

describe('what timedated says', () => {
  test('is read by name', () => {
    expect(parseTimeDate(SHOW)).toEqual({
      zone: 'Europe/Berlin',
      localRtc: false,
      canSync: true,
      on: true,
      synchronized: false,
    });
    neverHalf(parseTimeDate, ({ on }) => typeof on === 'boolean', SHOW);
  });

  test.runIf(hasShared).each([
    ['jc-centos-7.7/timedatectl.out', 'America/Los_Angeles', true, true, false],
    ['jc-ubuntu-18.04/timedatectl.out', 'Etc/UTC', true, true, false],
    ['jc-generic/timedatectl-rtc-local.out', 'Europe/Athens', true, true, true],
  ])('as people see it, on %s', (path, zone, on, synchronized, localRtc) => {
    const text = readFileSync(sharedDir('corpus/timedatectl', path), 'utf8');
    expect(parseTimeDateStatus(text)).toEqual({ zone, on, synchronized, localRtc, canSync: true });
    neverHalf(parseTimeDateStatus, (value) => typeof value.synchronized === 'boolean', text);
  });

  test('without systemd it is not there, and an old version says so', () => {
    const parse = parserOf(timeDate, 'linux');
    expect(() =>
      parse(said('', 'System has not been booted with systemd as init system (PID 1).', 1)),
    ).toThrow(expect.objectContaining({ status: 'absent' }));
    expect(() => parse(said('', 'Unknown operation show', 1))).toThrow(
      expect.objectContaining({ status: 'unsupported' }),
    );
    expect(() => parse(said('', 'Failed to query server: Connection timed out', 1))).toThrow(
      expect.objectContaining({ status: 'failed' }),
    );
  });
});

describe('other programs that keep the time', () => {
  test('ntpd follows the server with the star', () => {
    expect(parseNtpq(NTPQ)).toBe(true);
    expect(parseNtpq(NTPQ.replace('*72', ' 72'))).toBe(false);
    neverHalf(parseNtpq, (value) => typeof value === 'boolean', NTPQ);
  });

  test.runIf(hasShared)('as on a real Ubuntu', () => {
    for (const name of ['ntpq-p.out', 'ntpq-p2.out', 'ntpq-pn.out']) {
      expect(parseNtpq(readFileSync(sharedDir('corpus/ntpq/jc-ubuntu-18.04', name), 'utf8'))).toBe(true);
    }
  });

  test('chrony says whether it follows anybody', () => {
    expect(parseChrony(CHRONY)).toBe(true);
    expect(parseChrony(CHRONY.replace('Normal', 'Not synchronised'))).toBe(false);
    expect(parseChrony(CHRONY.replace(',3,', ',0,'))).toBe(false);
    neverHalf(parseChrony, (value) => typeof value === 'boolean', CHRONY);
  });
});

describe('the clock chip', () => {
  test('tells of its battery', () => {
    const parse = parserOf(chipBattery, 'linux');
    expect(parse({ text: DRIVER })).toBe('okay');
    expect(parse({ text: DRIVER.replace('okay', 'dead') })).toBe('dead');
    expect(() => parse({ text: DRIVER.replace(/batt.*\n/, '') })).toThrow(
      expect.objectContaining({ status: 'unsupported' }),
    );
    neverHalf(
      (text) => parse({ text }),
      (value) => value === 'okay' || value === 'dead',
      DRIVER,
    );
  });

  test.runIf(hasShared)('as on a real computer', () => {
    const text = readFileSync(sharedDir('corpus/procfs/jc-linux-proc/driver_rtc'), 'utf8');
    expect(parserOf(chipBattery, 'linux')({ text })).toBe('okay');
  });

  test('is read in UTC; one whose time cannot be true gives none', () => {
    const parse = parserOf(chips, 'linux');
    const name = { text: 'rtc_cmos 00:01\n' };
    expect(
      parse({
        entries: {
          rtc0: { name, since_epoch: { text: '946684805\n' } },
          rtc1: { name, since_epoch: { error: 'EINVAL' } },
        },
      }),
    ).toEqual([
      { driver: 'rtc_cmos 00:01', epochMs: 946_684_805_000 },
      { driver: 'rtc_cmos 00:01', epochMs: null },
    ]);
    expect(() => parse({ entries: { rtc0: { name, since_epoch: { text: 'soon' } } } })).toThrow('soon');
  });

  test('the kernel says where it stood, old and new', () => {
    expect(setTo('rtc_cmos 00:01: setting system clock to 2000-01-01T00:00:05 UTC (946684805)')).toBe(
      946_684_805_000,
    );
    expect(setTo('rtc_cmos 00:02: setting system clock to 2010-01-01 00:00:03 UTC (1262304003)')).toBe(
      1_262_304_003_000,
    );
    expect(setTo('systemd[1]: System time before build time, advancing clock.')).toBe('too-early');
    expect(setTo('System time advanced to built-in epoch: Tue 2025-08-26')).toBe('too-early');
    // By seconds, each time that the chip runs slow.
    expect(setTo('System time advanced to timestamp on /var/lib/systemd/timesync/clock: …')).toBeNull();
  });

  test('of the journal only what it said of the time is kept', () => {
    const line = (message: string) =>
      JSON.stringify({ __REALTIME_TIMESTAMP: '1795694400000000', MESSAGE: message, _BOOT_ID: 'a' });
    const text = [
      line('pnp 00:00: enabled'),
      line('rtc_cmos 00:01: setting system clock to 2000-01-01T00:00:05 UTC (946684805)'),
    ].join('\n');
    expect(parserOf(chipStarts, 'linux')(said(text))).toHaveLength(1);
  });
});

test('a zone ends with its rule', () => {
  const parse = parserOf(zoneRule, 'linux');
  expect(parse({ text: 'TZif2\0\0\nTZif2\0\ufffd\nCET-1CEST,M3.5.0,M10.5.0/3\n' })).toBe(
    'CET-1CEST,M3.5.0,M10.5.0/3',
  );
  expect(() => parse({ text: 'hello' })).toThrow('hello');
  neverHalf(
    (text) => parse({ text }),
    (rule) => rule.length > 2,
    'TZif2\nUTC0\n',
  );
});

test('a zone is so far from UTC, and one that nobody knows is not', () => {
  const winter = Date.UTC(2026, 0, 15);
  expect(zoneOffsetMinutes('Europe/Berlin', winter)).toBe(60);
  expect(zoneOffsetMinutes('Europe/Berlin', Date.UTC(2026, 6, 15))).toBe(120);
  expect(zoneOffsetMinutes('America/St_Johns', winter)).toBe(-210);
  expect(zoneOffsetMinutes('UTC', winter)).toBe(0);
  expect(zoneOffsetMinutes('Nowhere/Town', winter)).toBeNull();
  expect(zoneOffsetMinutes('UTC', Number.MAX_SAFE_INTEGER)).toBeNull();
});

test('Windows beside Linux is known by the partitions of its setup', () => {
  const parse = parserOf(windowsPartition, 'linux');
  expect(parse(said('\nE3C9E316-0B5C-4DB8-817D-F92DF00215AE\n'))).toBe(true);
  expect(parse(said('\n0x83\n0x27\n'))).toBe(true);
  expect(parse(said('\n0fc63daf-8483-4772-8e79-3d69d8477de4\n'))).toBe(false);
  neverHalf(
    (text) => parse(said(text)),
    (value) => typeof value === 'boolean',
    '\n0x83\n0x27\n',
  );
});

test('macOS tells administrators only', () => {
  const parse = parserOf(macNetworkTime, 'darwin');
  expect([parse(said('Network Time: On\n')), parse(said('Network Time: Off\n'))]).toEqual([true, false]);
  expect(() => parse(said('You need administrator access to run this tool... exiting!\n'))).toThrow(
    expect.objectContaining({ status: 'denied' }),
  );
});

describe('the batch of Windows', () => {
  const zone = (value: object) =>
    parserOf(
      windowsZone,
      'win32',
    )(said(JSON.stringify({ zone: { value: [{ key: 'A', known: 1, ...value }] } })));

  test('a zone that has no summer time cannot be without it', () => {
    expect(zone({ fixed: 1, summer: 3 }).isFixed).toBe(true);
    expect(zone({ fixed: 1, summer: 0 }).isFixed).toBe(false);
    expect(zone({ fixed: null, summer: null }).isFixed).toBe(false);
  });

  test('a part that was refused says so', () => {
    const parse = parserOf(windowsJumps, 'win32');
    expect(() => parse(said(JSON.stringify({ jumps: { denied: 'x' } })))).toThrow(
      expect.objectContaining({ status: 'denied' }),
    );
    neverHalf(
      (text) => parse(said(text)),
      (jumps) => jumps.every(({ fromMs, toMs }) => Number.isFinite(fromMs + toMs)),
      JSON.stringify({
        jumps: { value: [{ from: '2002-01-01T00:02:00.0000000Z', to: '2026-11-24T10:00:00Z' }] },
      }),
    );
  });
});

describe('what could not be seen', () => {
  const NOW = Date.UTC(2026, 10, 26, 12);
  const system = (platform: string) =>
    ok({ platform, release: '6.12', arch: 'x64', hostname: 'lena', bootedSecondsAgo: 86_400 });
  const clock = ok({ epochMs: NOW, timeZone: 'UTC' });
  const reasons = (values: Parameters<typeof factsOf<typeof reads>>[1]) =>
    diagnose(factsOf(reads, { clock, ...values }), { ...settings, servers: [] }).unknown?.map(
      ({ source, reason }) => `${source} ${reason}`,
    );

  test('is said of each thing', () => {
    expect(reasons({ platform: system('darwin'), macNetworkTime: missing('denied') })).toContain(
      'clock.macos.network-time denied',
    );
    expect(reasons({ platform: system('linux'), timeDate: missing('timeout') })).toContain(
      'clock.timedate timeout',
    );
    expect(reasons({ platform: system('win32'), windowsTimeService: missing('failed') })).toContain(
      'clock.windows.service failed',
    );
  });

  test('a chip that says it is well needs no log', () => {
    const chip = ok([{ driver: 'rtc_cmos 00:01', epochMs: NOW }]);
    const refused = { kernelLog: missing('denied'), chipStarts: missing('denied') };
    expect(
      reasons({ platform: system('linux'), chips: chip, ...refused, chipBattery: ok('okay' as const) }),
    ).not.toContain('kernel.log denied');
    expect(reasons({ platform: system('linux'), chips: chip, ...refused })).toContain('kernel.log denied');
  });

  test('a container is asked for its time and nothing else', () => {
    const facts = factsOf(reads, {
      clock,
      platform: system('linux'),
      dockerMark: ok(true as const),
      timeDate: missing('timeout'),
      zoneRule: missing('timeout'),
    });
    expect(diagnose(facts, { ...settings, servers: [] }).unknown).toHaveLength(1);
  });
});

describe('the words', () => {
  test('count starts in Russian', () => {
    const say = (starts: number) =>
      ru.findings['clock/cmos-battery'].say({ starts, beganMs: 946_684_805_000, isDead: false }).title;
    expect(say(1)).toContain('в одном запуске: на них было 1\u00a0января\u00a02000');
    expect([2, 5, 11, 21].map((count) => /запуск\S*(?=:)/.exec(say(count))?.[0])).toEqual([
      'запусках',
      'запусках',
      'запусках',
      'запуске',
    ]);
  });

  test('name the zone and its offset', () => {
    expect(
      en.findings['clock/timezone-wrong'].say({ problem: 'old-rules', zone: 'Asia/Almaty', system: 'linux' })
        .title,
    ).toContain('Asia/Almaty');
    expect(
      en.findings['clock/rtc-local-time'].say({ how: 'other', offsetMinutes: -210, system: 'windows' }).title,
    ).toContain('−03:30');
    expect(en.findings['clock/sync-off'].say({ state: 'off', system: 'linux' }).next).toContain('set-ntp');
  });
});

const view = (open: readonly string[], looked = true): TreeView => ({
  open: (code) => open.includes(code),
  firstOpen: (codes) => open.find((code) => codes.includes(code)),
  answer: () => undefined,
  looked,
});

/** As far as measuring alone leads: the first node that needs a person, or the end. */
const measured = (seen: TreeView, at = tree.start): string => {
  const node: TreeNode | undefined = tree.nodes[at];
  if (node?.kind !== 'measure') return at;
  return measured(seen, node.branches.find(({ when }) => when(seen))?.to ?? node.otherwise);
};

describe('the tree for "the time is wrong"', () => {
  test.each([
    [['clock/cmos-battery', 'clock/skew'], 'TIME.BATTERY.SET'],
    [['clock/sync-off', 'clock/skew'], 'TIME.SYNC'],
    [['clock/rtc-local-time', 'clock/skew'], 'TIME.CHIP'],
    [['clock/skew'], 'TIME.SET'],
    [['clock/timezone-wrong'], 'TIME.ZONE'],
    [['clock/rtc-local-time'], 'TIME.1'],
    [[], 'TIME.1'],
  ])('%j leads to %s without a question', (open, node) => {
    expect(measured(view(open))).toBe(node);
  });

  test('a phone that differs by hours means the zone, by a date the clock', () => {
    const ask = tree.nodes['TIME.1'];
    expect(ask?.kind === 'ask' && [ask.to.hours, ask.to.date]).toEqual(['TIME.1H', 'TIME.PERSON.SET']);
    expect(measured(view([]), 'TIME.1H')).toBe('TIME.PERSON.ZONE');
    expect(measured(view(['clock/rtc-local-time']), 'TIME.1H')).toBe('TIME.CHIP');
  });
});
