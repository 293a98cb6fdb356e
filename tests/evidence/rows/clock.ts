/** The clock, on what servers and the machine itself say. */
import type { Answer } from '../../../src/contract.ts';
import { attributes, corpus, type Evidence, exec, file, json, none, raw } from '../evidence.ts';

type Answers = Evidence['answers'];

const NOW = Date.UTC(2026, 10, 26, 12);
const DAY_S = 86_400;
const SERVERS = [
  'http://connectivitycheck.gstatic.com/generate_204',
  'http://www.msftconnecttest.com/connecttest.txt',
  'http://detectportal.firefox.com/success.txt',
];

const clockAt = (epochMs: number, timeZone = 'Europe/Berlin'): Answer => raw('clock', { epochMs, timeZone });
const platform = (name: 'linux' | 'win32' | 'darwin', bootedSecondsAgo = 2 * DAY_S): Answer =>
  raw('system', {
    platform: name,
    release: '6.12.57-amd64',
    arch: 'x64',
    hostname: 'lena',
    bootedSecondsAgo,
  });

/** Servers by which this computer is so many seconds ahead. */
const ahead = (seconds: number): Answers =>
  Object.fromEntries(
    SERVERS.map((url) => [
      `net.http/${url}`,
      raw('http', {
        outcome: 'answered',
        status: 200,
        headers: { date: new Date(NOW - seconds * 1000).toUTCString() },
        body: '',
        bodyBytes: 0,
        complete: true,
        ms: 20,
        receivedAtMs: NOW,
      }),
    ]),
  );

const show = (values: Readonly<Record<string, string>>): Answer =>
  exec(
    Object.entries({
      Timezone: 'Europe/Berlin',
      LocalRTC: 'no',
      CanNTP: 'yes',
      NTP: 'yes',
      NTPSynchronized: 'yes',
      TimeUSec: 'Thu 2026-11-26 13:00:00 CET',
      RTCTimeUSec: 'Thu 2026-11-26 13:00:00 CET',
      ...values,
    })
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );

const chip = (epochMs: number): Answer =>
  attributes({ rtc0: { name: 'rtc_cmos 00:01\n', since_epoch: `${Math.round(epochMs / 1000)}\n` } });

const dmi = (maker: string, model: string): Answer =>
  attributes({ id: { sys_vendor: `${maker}\n`, product_name: `${model}\n`, chassis_type: '3\n' } });

const driver = (battery: string): Answer =>
  file(
    `rtc_time\t: 12:00:00\nrtc_date\t: 2026-11-26\nalrm_time\t: 00:00:00\n24hr\t\t: yes\nBCD\t\t: yes\nperiodic_freq\t: 1024\nbatt_status\t: ${battery}\n`,
  );

const EUROPE = file('TZif2\0\0\0\0\0\n\nTZif2\0\0\0\nCET-1CEST,M3.5.0,M10.5.0/3\n');

/** The first of them is the first process. */
const running = (...names: readonly string[]): Answer =>
  attributes(
    Object.fromEntries(
      names.map((name, at) => [
        String(at + 1),
        {
          stat: `${at + 1} (${name}) S 1 1 1 0 -1 4194560 12345 98765 10 20 15 30 40 50 20 0 1 0 100 170000000 3000 18446744073709551615\n`,
        },
      ]),
    ),
  );

/** A desktop computer with everything in order. */
const desktop: Answers = {
  'system.platform': platform('linux'),
  'system.clock': clockAt(NOW),
  'system.container.docker': none(),
  'machine.hardware': dmi('Dell Inc.', 'OptiPlex 7090'),
  'clock.timedate': show({}),
  processes: running('systemd', 'cron'),
  'clock.chips': chip(NOW),
  'clock.battery': driver('okay'),
  'clock.starts': none('denied', 'the system journal is closed to this user'),
  'kernel.log': exec(
    '<6>[    0.000000] Linux version 6.12.57\n<6>[    0.912345] rtc_cmos 00:01: setting system clock to 2026-11-24T12:00:00 UTC (1795521600)\n',
  ),
  'clock.windows-partition': exec(
    '\n0fc63daf-8483-4772-8e79-3d69d8477de4\nc12a7328-f81f-11d2-ba4b-00a0c93ec93b\n',
  ),
  'clock.zone.mark': raw('stat', {
    type: 'link',
    bytes: 33,
    inode: 1,
    modifiedAt: '2026-01-01T00:00:00.000Z',
  }),
  'clock.zone.rule': EUROPE,
  ...ahead(0),
};

const row =
  (os: Evidence['os'], base: Answers) =>
  (code: string, what: string, answers: Answers, more: Partial<Evidence> = {}): Evidence => ({
    code: `clock/${code}`,
    os,
    from: 'composed',
    what,
    answers: { ...base, ...answers },
    ...more,
  });

const linux = row('linux', desktop);
const quiet = { quiet: true } as const;
const VIRTUAL = { 'machine.hardware': dmi('QEMU', 'Standard PC (Q35 + ICH9, 2009)') };
const NOT_SYNCED = { NTPSynchronized: 'no' };
const DUAL_BOOT = exec('\ne3c9e316-0b5c-4db8-817d-f92df00215ae\nebd0a0a2-b9e5-4433-87c0-68b6d72699c7\n');

const started = (bootId: string, epochMs: number, text: string): string =>
  JSON.stringify({
    __REALTIME_TIMESTAMP: String(epochMs * 1000),
    _BOOT_ID: bootId,
    SYSLOG_IDENTIFIER: 'kernel',
    PRIORITY: '6',
    MESSAGE: text,
  });

const SET_2000 = 'rtc_cmos 00:01: setting system clock to 2000-01-01T00:00:05 UTC (946684805)';
const SET_2022 = 'rtc_cmos 00:01: setting system clock to 2022-06-01T08:00:00 UTC (1654070400)';
const SET_2026 = 'rtc_cmos 00:01: setting system clock to 2026-11-20T08:00:00 UTC (1795161600)';

export const own: readonly Evidence[] = (['linux', 'win32', 'darwin'] as const).map((os) => ({
  code: 'clock/skew',
  os,
  from: 'composed',
  what: 'a computer without a network whose clock began anew in 1970',
  answers: { 'system.clock': clockAt(300_000, 'UTC'), 'system.platform': none() },
}));

export const linuxRows: readonly Evidence[] = [
  linux('skew', 'three servers by which it is 400 days ahead', ahead(400 * DAY_S)),
  linux('skew', 'in order', {}, quiet),
  linux('sync-off', 'timedatectl(1): NTP=no', { 'clock.timedate': show({ NTP: 'no', ...NOT_SYNCED }) }),
  linux('sync-off', 'timedatectl(1): CanNTP=no, and no program runs', {
    'clock.timedate': show({ CanNTP: 'no', NTP: 'no', ...NOT_SYNCED }),
  }),
  linux('sync-off', 'on, two days after the start no server was followed', {
    'clock.timedate': show(NOT_SYNCED),
    'clock.timesync': none(),
  }),
  linux(
    'sync-off',
    'timedatectl status of CentOS 7, all well',
    {
      'clock.timedate': exec('', 1, 'Unknown operation show\n'),
      'clock.timedate.status': corpus('timedatectl/jc-centos-7.7/timedatectl.out'),
    },
    { from: 'corpus', quiet: true },
  ),
  linux(
    'sync-off',
    'ntpq -pn of CentOS 7: ntpd follows a server that systemd knows nothing of',
    {
      'clock.timedate': show({ CanNTP: 'no', NTP: 'no', ...NOT_SYNCED }),
      'clock.sync/ntp': corpus('ntpq/jc-centos-7.7/ntpq-pn.out'),
    },
    { from: 'corpus', quiet: true },
  ),
  linux(
    'sync-off',
    'chrony.conf(5) without rtcsync: the kernel is not told',
    {
      'clock.timedate': show(NOT_SYNCED),
      'clock.sync/chrony': exec(
        'C0A80001,192.168.0.1,3,1795694400.123456789,0.000012,0.000034,0.000045,-12.345,0.001,0.012,0.020,0.001,64.2,Normal\n',
      ),
    },
    quiet,
  ),
  linux(
    'sync-off',
    'started ten minutes ago',
    { 'system.platform': platform('linux', 600), 'clock.timedate': show(NOT_SYNCED) },
    quiet,
  ),
  linux(
    'sync-off',
    'without a network',
    {
      'clock.timedate': show(NOT_SYNCED),
      ...Object.fromEntries(SERVERS.map((url) => [`net.http/${url}`, none('failed', 'ENETUNREACH')])),
    },
    quiet,
  ),
  linux(
    'sync-off',
    'awake again: followed an hour ago',
    {
      'clock.timedate': show(NOT_SYNCED),
      'clock.timesync': raw('stat', {
        type: 'file',
        bytes: 0,
        inode: 1,
        modifiedAt: new Date(NOW - 3_600_000).toISOString(),
      }),
    },
    quiet,
  ),
  linux('sync-off', 'a system without systemd, and no program keeps the time', {
    'clock.timedate': none(),
    processes: running('init', 'crond'),
  }),
  linux(
    'sync-off',
    'the same with ConnMan',
    { 'clock.timedate': none(), processes: running('init', 'connmand') },
    quiet,
  ),
  linux(
    'sync-off',
    'the same where the programs of others are hidden',
    {
      'clock.timedate': none(),
      processes: attributes({
        '700': {
          stat: '700 (bash) S 1 1 1 0 -1 4194560 12345 98765 10 20 15 30 40 50 20 0 1 0 100 170000000 3000 18446744073709551615\n',
        },
      }),
    },
    quiet,
  ),
  linux(
    'sync-off',
    'NTP=no, and the programs that run could not be seen',
    {
      'clock.timedate': show({ NTP: 'no', ...NOT_SYNCED }),
      processes: none('timeout', 'after 5 s'),
    },
    quiet,
  ),
  linux(
    'sync-off',
    'a virtual machine',
    { ...VIRTUAL, 'clock.timedate': show({ NTP: 'no', ...NOT_SYNCED }) },
    quiet,
  ),
  linux('timezone-wrong', 'localtime(5): a link that leads nowhere', { 'clock.zone.rule': none() }),
  linux(
    'timezone-wrong',
    'a small system in UTC without tzdata',
    { 'clock.timedate': show({ Timezone: 'Etc/UTC' }), 'clock.zone.rule': none() },
    quiet,
  ),
  linux('timezone-wrong', 'tzdata 2025b in British Columbia', {
    'system.clock': clockAt(NOW, 'America/Vancouver'),
    'clock.timedate': show({ Timezone: 'America/Vancouver' }),
    'clock.zone.rule': file('TZif2\0\0\nPST8PDT,M3.2.0,M11.1.0\n'),
  }),
  linux(
    'timezone-wrong',
    'the same rule in Los Angeles, where it holds',
    {
      'system.clock': clockAt(NOW, 'America/Los_Angeles'),
      'clock.timedate': show({ Timezone: 'America/Los_Angeles' }),
      'clock.zone.rule': file('TZif2\0\0\nPST8PDT,M3.2.0,M11.1.0\n'),
    },
    quiet,
  ),
  linux(
    'rtc-local-time',
    'timedatectl status of a computer with RTC in local TZ',
    {
      'clock.timedate': none('unsupported', 'Unknown operation show'),
      'clock.timedate.status': corpus('timedatectl/jc-generic/timedatectl-rtc-local.out'),
    },
    { from: 'corpus' },
  ),
  linux('rtc-local-time', 'Windows beside it, the clock an hour ahead in Berlin', {
    'clock.windows-partition': DUAL_BOOT,
    ...ahead(3600),
  }),
  linux('rtc-local-time', 'Windows beside it, the chip an hour ahead in Berlin', {
    'clock.windows-partition': DUAL_BOOT,
    'clock.chips': chip(NOW + 3_600_000),
  }),
  linux('rtc-local-time', 'an hour ahead, and no other system', ahead(3600), quiet),
  linux(
    'cmos-battery',
    'clock-dead-rtc: the chip began in 2000, and nothing has set it since',
    {
      ...VIRTUAL,
      'system.clock': clockAt(Date.UTC(2026, 10, 26, 16, 49, 54), 'UTC'),
      'clock.chips': attributes({ rtc0: { name: 'rtc_cmos 00:04\n', since_epoch: '946684934\n' } }),
      'kernel.log': exec(
        '<6>[    4.733856] rtc_cmos 00:04: setting system clock to 2000-01-01T00:00:10 UTC (946684810)\n',
      ),
    },
    { from: 'vmlab' },
  ),
  linux('cmos-battery', 'rtc-cmos.c: register D without VRT', { 'clock.battery': driver('dead') }),
  linux('cmos-battery', 'two starts of three in 2000, by the journal', {
    'clock.starts': exec(
      [
        started('a'.repeat(32), NOW - 20 * DAY_S * 1000, SET_2000),
        started('b'.repeat(32), NOW - 10 * DAY_S * 1000, SET_2000),
        started('c'.repeat(32), NOW - 6 * DAY_S * 1000, SET_2026),
      ].join('\n'),
    ),
  }),
  linux('cmos-battery', 'two starts that systemd called too early', {
    'clock.starts': exec(
      ['a', 'b']
        .flatMap((id) => [
          started(id.repeat(32), NOW - 20 * DAY_S * 1000, SET_2022),
          started(id.repeat(32), NOW - 20 * DAY_S * 1000, 'System time before build time, advancing clock.'),
        ])
        .join('\n'),
    ),
  }),
  linux(
    'cmos-battery',
    'a journal that reaches back to 2022',
    {
      'clock.starts': exec(
        ['a', 'b', 'c']
          .map((id, at) => started(id.repeat(32), Date.UTC(2022, 5, 1 + at), SET_2022))
          .join('\n'),
      ),
    },
    quiet,
  ),
  linux(
    'cmos-battery',
    'a server that has run since 2022',
    {
      'system.platform': platform('linux', (NOW - Date.UTC(2022, 5, 1, 8)) / 1000),
      'kernel.log': exec(`<6>[    0.912345] ${SET_2022}\n`),
    },
    quiet,
  ),
  linux(
    'cmos-battery',
    'a board without a battery: systemd moves its clock on each time',
    {
      'clock.chips': attributes({}),
      'kernel.log': exec('<6>[    3.1] systemd[1]: System time before build time, advancing clock.\n'),
    },
    quiet,
  ),
  linux('cmos-battery', 'a virtual machine', { ...VIRTUAL, 'clock.battery': driver('dead') }, quiet),
];

const zone = { key: 'W. Europe Standard Time', fixed: 0, utcChip: null, known: 1, summer: 3 };

/** What the batch of this module prints. */
const windows = (parts: Readonly<Record<string, unknown>>): Answers => {
  const answer = json({
    service: { value: [{ type: 'NTP', start: 3, client: 1 }] },
    zone: { value: [zone] },
    jumps: { value: [] },
    firmware: { value: [{ made: '2022-06-01T00:00:00.0000000Z' }] },
    partitions: { value: [{ type: '{ebd0a0a2-b9e5-4433-87c0-68b6d72699c7}' }] },
    ...parts,
  });
  return Object.fromEntries(
    ['service', 'zone', 'jumps', 'firmware', 'partitions'].map((part) => [`clock.windows.${part}`, answer]),
  );
};

const timeEvents = (...events: readonly (readonly [id: number, hoursAgo: number])[]): Answers => ({
  'windows.events': json({
    logs: [{ log: 'System', state: 'ok' }],
    events: events.map(([id, hours]) => ({
      log: 'System',
      provider: 'Microsoft-Windows-Time-Service',
      id,
      at: new Date(NOW - hours * 3_600_000).toISOString(),
      data: [],
    })),
  }),
});

const win = row('win32', {
  'system.platform': platform('win32'),
  'system.clock': clockAt(NOW),
  ...windows({}),
  ...timeEvents(),
  ...ahead(0),
});

const jump = (from: string) => ({ from, to: '2026-11-24T10:00:00.0000000Z' });

export const windowsRows: readonly Evidence[] = [
  win('skew', 'three servers by which it is two hours behind', ahead(-7200)),
  win(
    'sync-off',
    'Microsoft, W32Time: Type NoSync',
    windows({ service: { value: [{ type: 'NoSync', start: 3, client: 1 }] } }),
  ),
  win(
    'sync-off',
    'Microsoft, W32Time: the service is disabled',
    windows({ service: { value: [{ type: 'NTP', start: 4, client: 1 }] } }),
  ),
  win('sync-off', 'Time-Service 36 after the last server that was followed', timeEvents([37, 90], [36, 20])),
  win(
    'sync-off',
    'Time-Service 134 three times, then a server is followed',
    timeEvents([134, 9], [134, 8], [134, 7], [37, 6]),
    quiet,
  ),
  win('sync-off', 'as Windows is set up: started when it is wanted', {}, quiet),
  win(
    'timezone-wrong',
    'Microsoft, DynamicDaylightTimeDisabled in a zone with summer time',
    windows({ zone: { value: [{ ...zone, fixed: 1 }] } }),
  ),
  win(
    'timezone-wrong',
    'the same in a zone without summer time',
    windows({ zone: { value: [{ ...zone, key: 'Russian Standard Time', fixed: 1, summer: 0 }] } }),
    quiet,
  ),
  win('rtc-local-time', 'Linux beside it, the clock an hour behind in Berlin', {
    ...windows({ partitions: { value: [{ type: '{0FC63DAF-8483-4772-8E79-3D69D8477DE4}' }] } }),
    ...ahead(-3600),
  }),
  win('rtc-local-time', 'an hour behind, and no other system', ahead(-3600), quiet),
  win(
    'cmos-battery',
    'Kernel-General 1: moved on from 2002 twice',
    windows({
      jumps: { value: [jump('2002-01-01T00:02:00.0000000Z'), jump('2002-01-01T00:05:00.0000000Z')] },
    }),
  ),
  win(
    'cmos-battery',
    'a virtual machine that was set back to an old snapshot twice',
    {
      ...windows({
        jumps: { value: [jump('2023-01-01T00:02:00.0000000Z'), jump('2023-01-01T00:05:00.0000000Z')] },
      }),
      'machine.hardware': json({
        system: { Manufacturer: 'VMware, Inc.', Model: 'VMware20,1', HypervisorPresent: true },
      }),
    },
    quiet,
  ),
  win(
    'cmos-battery',
    'a laptop that slept for two months',
    windows({ jumps: { value: [jump('2026-09-20T00:00:00.0000000Z')] } }),
    quiet,
  ),
];

const mac = row('darwin', {
  'system.platform': platform('darwin'),
  'system.clock': clockAt(NOW),
  'machine.hardware': exec('hw.model: MacBookPro18,3\nhw.optional.arm64: 1\nkern.hv_vmm_present: 0\n'),
  'clock.macos.network-time': exec('Network Time: On\n'),
  'clock.zone.mark': desktop['clock.zone.mark'] ?? none(),
  'clock.zone.rule': EUROPE,
  ...ahead(0),
});

export const macRows: readonly Evidence[] = [
  mac('skew', 'three servers by which it is ten minutes ahead', ahead(600)),
  mac('sync-off', 'systemsetup(8), as root', { 'clock.macos.network-time': exec('Network Time: Off\n') }),
  mac(
    'sync-off',
    'systemsetup(8), as a user',
    {
      'clock.macos.network-time': exec('You need administrator access to run this tool... exiting!\n'),
    },
    quiet,
  ),
  mac('timezone-wrong', 'macOS before 2024 in Almaty', {
    'system.clock': clockAt(NOW, 'Asia/Almaty'),
    'clock.zone.rule': file('TZif2\0\0\n<+06>-6\n'),
  }),
  mac('timezone-wrong', 'in order', {}, quiet),
];
