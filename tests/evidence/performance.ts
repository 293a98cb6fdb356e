/** Answers that the rows and tests of the performance check share: computers in plain figures. */
import type { Answer } from '../../src/contract.ts';
import { attributes, exec, file, type Given, json, none, raw } from './evidence.ts';

/** The moment of the rows. */
export const NOW = Date.UTC(2026, 10, 24, 12);
const GIB = 1024 ** 3;
const UPTIME = 90_000;

export interface Running {
  readonly pid: number;
  readonly name: string;
  readonly parent?: number;
  readonly state?: string;
  /** Seconds ago. */
  readonly age?: number;
  /** Of one core since it began, and while it is looked at; the second also counts waiting for one. */
  readonly usedPct?: number;
  readonly waitedPct?: number;
  readonly nowPct?: number;
  readonly gib?: number;
  readonly nice?: number;
  /** Of a terminal that somebody works in. */
  readonly terminal?: true;
}

/** proc_pid_stat(5), and the schedstat beside it, so many seconds after the first look. */
const procOf = (one: Running, seconds: number, uptime: number) => {
  const age = one.age ?? 5000;
  const used = (age * (one.usedPct ?? 0)) / 100 + (seconds * (one.nowPct ?? one.usedPct ?? 0)) / 100;
  const waited = ((age + seconds) * (one.waitedPct ?? 0)) / 100;
  const group = one.terminal === true ? one.pid : -1;
  const fields = [
    one.parent ?? 1,
    one.pid,
    one.pid,
    one.terminal === true ? 34816 : 0,
    group,
    4_194_560,
    ...[0, 0, 0, 0],
    Math.round(used * 100),
    0,
    ...[0, 0, 20, one.nice ?? 0, 1, 0],
    Math.round((uptime - age) * 100),
    8_192_000,
    Math.round(((one.gib ?? 0.05) * GIB) / 4096),
    '18446744073709551615',
  ];
  return {
    stat: `${one.pid} (${one.name}) ${one.state ?? 'S'} ${fields.join(' ')}\n`,
    schedstat: `${Math.round(used * 1e9)} ${Math.round(waited * 1e9)} 99\n`,
  };
};

const stall = (some: number, full = 0): Answer => {
  const line = (kind: string, pct: number): string =>
    `${kind} avg10=${pct.toFixed(2)} avg60=${pct.toFixed(2)} avg300=${pct.toFixed(2)} total=1234567\n`;
  return file(line('some', some) + line('full', full));
};

export interface LinuxState {
  readonly uptime?: number;
  readonly cores?: number;
  /** Of all cores, between the looks. */
  readonly busyPct?: number;
  readonly stealPct?: number;
  readonly load?: readonly [number, number, number];
  /** Share of the last minutes in which a program waited; of memory, in which all did. */
  readonly waiting?: { readonly cpu?: number; readonly io?: number; readonly memory?: number } | 'uncounted';
  readonly memory?: {
    readonly totalGib?: number;
    readonly availableGib?: number;
    readonly swapGib?: number;
    readonly swapFreeGib?: number;
  };
  /** Lines of `sda` (a hard disk) or `nvme0n1`: done, waited and busy in half a second. */
  readonly disk?: { readonly done: number; readonly waitedMs: number; readonly busyMs: number };
  readonly running?: readonly Running[];
  readonly kernel?: readonly string[];
}

const LOOK = 0.5;
const KIB = GIB / 1024;

/** A desktop that has been up for a day and is bored, but for what is said. */
export const linux = (state: LinuxState = {}): Readonly<Record<string, Given>> => {
  const uptime = state.uptime ?? UPTIME;
  const cores = state.cores ?? 4;
  const waiting = state.waiting ?? {};
  const memory = { totalGib: 16, availableGib: 12, swapGib: 2, swapFreeGib: 2, ...state.memory };
  const running = [
    { pid: 1, name: 'systemd', parent: 0, age: uptime },
    { pid: 4242, name: 'node', parent: 4200, age: 1, usedPct: 90, nowPct: 90 },
    ...(state.running ?? []),
  ];
  const processes = (seconds: number): Answer =>
    attributes(Object.fromEntries(running.map((one) => [String(one.pid), procOf(one, seconds, uptime)])));
  const times = (seconds: number): Answer => {
    const ticks = Math.round(seconds * 100 * cores);
    const busy = Math.round((ticks * (state.busyPct ?? 5)) / 100);
    const stolen = Math.round((ticks * (state.stealPct ?? 0)) / 100);
    const line = `${1000 + busy - stolen} 0 500 ${80_000 + ticks - busy} 10 0 0 ${stolen} 0 0`;
    return file(`cpu  ${line}\n${Array.from({ length: cores }, (_, at) => `cpu${at} ${line}\n`).join('')}`);
  };
  const disk = state.disk ?? { done: 2, waitedMs: 4, busyMs: 3 };
  const disks = (share: number): Answer =>
    file(
      `   8       0 sda ${1000 + disk.done * share} 0 8000 ${500 + disk.waitedMs * share} 0 0 0 0 1 ${400 + disk.busyMs * share} 900 0 0 0 0 0 0\n` +
        '   8       1 sda1 900 0 8000 500 0 0 0 0 0 400 900 0 0 0 0 0 0\n',
    );
  const after = (name: string, make: (seconds: number) => Answer) => ({
    [`${name}/20`]: make(0),
    [`${name}/520`]: make(LOOK),
  });
  const counted =
    waiting === 'uncounted'
      ? { 'pressure.cpu': none(), 'pressure.io': none(), 'pressure.memory': none() }
      : {
          'pressure.cpu': stall(waiting.cpu ?? 1),
          'pressure.io': stall(waiting.io ?? 0.5),
          'pressure.memory': stall(waiting.memory ?? 0, waiting.memory ?? 0),
        };
  return {
    'system.platform': raw('system', {
      platform: 'linux',
      release: '6.8.0',
      arch: 'x64',
      hostname: 'pc',
      bootedSecondsAgo: Math.floor(uptime),
    }),
    'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
    'system.user': raw('user', { name: 'user', home: '/home/user', uid: 1000, elevated: false }),
    'machine.hardware': attributes({
      id: { sys_vendor: 'LENOVO', product_name: '20HGS0001P', chassis_type: '10' },
    }),
    ...after('system.uptime.after', (seconds) => file(`${(uptime + seconds).toFixed(2)} 1000.00\n`)),
    ...after('cpu.times.after', times),
    ...after('disk.times.after', (seconds) => disks(seconds / LOOK)),
    processes: processes(0),
    'processes.after/520': processes(LOOK),
    ...Object.fromEntries(
      running.map((one) => [`processes.waited/${one.pid}`, file(procOf(one, LOOK, uptime).schedstat)]),
    ),
    'processes.self': file('4242 (node) R 4200 1'),
    'load.average': file(
      `${(state.load ?? [0.2, 0.3, 0.2]).map((one) => one.toFixed(2)).join(' ')} 2/400 4242\n`,
    ),
    'memory.linux': file(
      [
        `MemTotal:       ${Math.round(memory.totalGib * KIB)} kB`,
        `MemFree:        ${Math.round(0.3 * KIB)} kB`,
        `MemAvailable:   ${Math.round(memory.availableGib * KIB)} kB`,
        `Cached:         ${Math.round(3 * KIB)} kB`,
        `SwapTotal:      ${Math.round(memory.swapGib * KIB)} kB`,
        `SwapFree:       ${Math.round(memory.swapFreeGib * KIB)} kB`,
        '',
      ].join('\n'),
    ),
    'memory.oom-kills': file('nr_free_pages 1000\noom_kill 0\n'),
    ...counted,
    'kernel.log': exec(
      [
        '<6>[    0.000000] Linux version 6.8.0',
        ...(state.kernel ?? []).map((line, at) => `<3>[${(uptime - 600 + at).toFixed(6)}] ${line}`),
        '',
      ].join('\n'),
    ),
    'disk.mounts': file('22 1 8:1 / / rw - ext4 /dev/sda1 rw\n'),
    'disk.numbers': raw('attributes', {
      entries: {
        '8:1': { '.': { text: '../../devices/pci0000:00/0000:00:17.0/ata1/host0/block/sda/sda1' } },
      },
    }),
    'power.supplies': attributes({}),
    ...ssd,
  };
};

/** The one disk of such a computer. */
export const disk = (
  rotational: boolean,
  at = 'pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/block/sda',
) => ({
  'disk.devices': raw('attributes', {
    entries: {
      sda: {
        size: { text: '976773168' },
        removable: { text: '0' },
        'queue/rotational': { text: rotational ? '1' : '0' },
        'device/model': { text: 'LABDISK 500' },
        '.': { text: `../../devices/${at}` },
      },
    },
  }),
});

const ssd = disk(false);

const TICKS = 639_000_000_000_000_000;

interface WindowsState {
  readonly busyPct?: number;
  readonly committedPct?: number;
  readonly totalGib?: number;
  readonly modulesGib?: readonly number[];
  readonly adapters?: readonly string[];
  readonly build?: number;
  readonly disk?: { readonly busyPct: number; readonly waitMs: number };
  readonly media?: number;
  readonly scheme?: string;
  readonly batteries?: readonly number[];
  readonly startup?: readonly object[];
  readonly uptimeDays?: number;
  readonly running?: readonly Running[];
  readonly events?: readonly object[];
  /** Its performance counters: then it has no such classes. */
  readonly damaged?: boolean;
}

const counters = (state: WindowsState, seconds: number) => {
  const look = (share: number) => ({
    at: TICKS + share * seconds * 1e7,
    cpu: [
      {
        idle: 1e12 + share * seconds * 1e7 * (1 - (state.busyPct ?? 5) / 100),
        at: 2e12 + share * seconds * 1e7,
      },
    ],
    disks: [
      {
        name: '0 C:',
        idle: 1e12 + share * seconds * 1e7 * (1 - (state.disk?.busyPct ?? 2) / 100),
        at: 2e12 + share * seconds * 1e7,
        // Just before the counter begins again.
        waited: (4_294_000_000 + share * 100 * ((state.disk?.waitMs ?? 1) / 1000) * 1e7) % 2 ** 32,
        done: 5000 + share * 100,
        frequency: '10000000',
      },
    ],
  });
  const none = { cpu: [], disks: [] };
  return {
    first: { ...look(0), ...(state.damaged === true && none) },
    second: { ...look(1), ...(state.damaged === true && none) },
  };
};

/** The batches of the performance check, of a Windows 11 that is bored but for what is said. */
export const windows = (state: WindowsState = {}): Readonly<Record<string, Given>> => {
  const running = [{ pid: 4, name: 'System' }, ...(state.running ?? [])];
  const { first, second } = counters(state, 1);
  const look = (share: number) =>
    running.map((one) => ({
      id: one.pid,
      parent: one.parent ?? 0,
      name: one.name,
      kernel: 0,
      user: Math.round(
        (((one.age ?? 5000) * (one.usedPct ?? 0)) / 100 + (share * (one.nowPct ?? one.usedPct ?? 0)) / 100) *
          1e7,
      ),
      bytes: Math.round((one.gib ?? 0.05) * GIB),
      started: TICKS - (one.age ?? 5000) * 1e7,
    }));
  const totalGib = state.totalGib ?? 15.8;
  const batch = json({
    first: { ...first, processes: look(0) },
    second: { ...second, processes: look(1) },
    setup: {
      memory: {
        CommittedBytes: String((state.committedPct ?? 40) * 1e8),
        CommitLimit: '10000000000',
        AvailableBytes: 8 * GIB,
      },
      system: {
        TotalVisibleMemorySize: totalGib * KIB,
        ProductType: 1,
        BuildNumber: String(state.build ?? 26_100),
      },
      cores: 4,
      modules: (state.modulesGib ?? [8, 8]).map((gib) => gib * GIB),
      slots: 4,
      adapters: state.adapters ?? ['PCI\\VEN_8086&DEV_9A49&SUBSYS_00000000'],
      disk: [{ name: 'LABDISK 500', media: state.media ?? 4, bus: 11, number: 0 }],
      scheme: state.scheme ?? '381b4222-f694-41f0-9685-ff5bb260df2e',
      overlay: '',
      batteries: state.batteries ?? [],
      windows: 'C:\\Windows',
      startup: state.startup ?? [],
    },
  });
  return {
    'system.platform': raw('system', {
      platform: 'win32',
      release: `10.0.${state.build ?? 26_100}`,
      arch: 'x64',
      hostname: 'pc',
      bootedSecondsAgo: (state.uptimeDays ?? 1) * 86_400 + 100,
    }),
    'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
    processes: batch,
    'windows.load': batch,
    'windows.load.longer/8000': json(counters(state, 8)),
    'windows.events': json({ logs: [{ log: 'System', state: 'ok' }], events: state.events ?? [] }),
  };
};

interface MacState {
  readonly load?: readonly [number, number, number];
  readonly level?: number;
  readonly memoryGib?: number;
  readonly uptimeDays?: number;
  /** Lines of ps(1). */
  readonly running?: readonly string[];
  readonly disk?: { readonly done: number; readonly waitedMs: number };
  readonly solid?: boolean;
  readonly lowPower?: boolean;
  readonly supply?: 'AC Power' | 'Battery Power';
  readonly agents?: readonly string[];
  readonly backup?: boolean;
  readonly reports?: Readonly<Record<string, string>>;
}

const plist = (inside: string): Answer =>
  exec(`<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">${inside}</plist>\n`);

const ioreg = (done: number, waitedMs: number): Answer =>
  plist(
    `<array><dict><key>Statistics</key><dict><key>Operations (Read)</key><integer>${done}</integer><key>Operations (Write)</key><integer>100</integer><key>Total Time (Read)</key><integer>${waitedMs * 1e6}</integer><key>Total Time (Write)</key><integer>7000000</integer></dict></dict></array>`,
  );

/** The answers of a Mac mini that is bored but for what is said, after sysctl(8), ps(1), pmset(1), diskutil(8), ioreg(8). */
export const mac = (state: MacState = {}): Readonly<Record<string, Given>> => ({
  'system.platform': raw('system', {
    platform: 'darwin',
    release: '24.5.0',
    arch: 'arm64',
    hostname: 'mac',
    bootedSecondsAgo: (state.uptimeDays ?? 1) * 86_400 + 100,
  }),
  'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
  'system.user': raw('user', { name: 'user', home: '/Users/user', uid: 501, elevated: false }),
  'machine.hardware': exec('hw.model: Mac16,10\nhw.optional.arm64: 1\nkern.hv_vmm_present: 0\n'),
  'mac.load': exec(
    `vm.loadavg: { ${(state.load ?? [1.2, 1.5, 1.4]).map((one) => one.toFixed(2)).join(' ')} }\nhw.logicalcpu: 8\nhw.memsize: ${(state.memoryGib ?? 16) * GIB}\nkern.memorystatus_vm_pressure_level: ${state.level ?? 1}\n`,
  ),
  processes: exec(
    [
      '    1     0   0.3  23456   4:11.07 12-03:04:05   0 Ss   /sbin/launchd',
      ...(state.running ?? []),
      '',
    ].join('\n'),
  ),
  'mac.disk-times/first': ioreg(1000, 5000),
  'mac.disk-times.at/first': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
  'mac.disk-times/second': ioreg(1000 + (state.disk?.done ?? 10), 5000 + (state.disk?.waitedMs ?? 5)),
  'mac.disk-times.at/second': raw('clock', { epochMs: NOW + 5000, timeZone: 'UTC' }),
  'mac.system-disk': plist(
    `<dict><key>MediaName</key><string>LABDISK 500</string><key>BusProtocol</key><string>SATA</string><key>SolidState</key><${state.solid ?? true}/></dict>`,
  ),
  'mac.power': exec(
    `System-wide power settings:\nCurrently in use:\n standby              1\n lowpowermode         ${state.lowPower === true ? 1 : 0}\n sleep                1\n`,
  ),
  'mac.supply': exec(`Now drawing from '${state.supply ?? 'AC Power'}'\n`),
  'mac.agents': raw('list', { names: (state.agents ?? []).map((name) => `${name}.plist`) }),
  'mac.backup': plist(`<dict><key>Running</key><${state.backup ?? false}/></dict>`),
  'mac.jetsam': raw('list', { names: Object.keys(state.reports ?? {}) }),
  ...Object.fromEntries(
    Object.entries(state.reports ?? {}).map(([name, text]) => [`mac.jetsam.report/${name}`, file(text)]),
  ),
});

/** A report of macOS, after the description of jetsam event reports and two that were quoted. */
export const jetsam = (reason: string, at: string): string =>
  `${JSON.stringify({ bug_type: '298', timestamp: at, os_version: 'macOS 15.5 (24F74)' })}\n${JSON.stringify({
    largestProcess: 'Browser Helper (Renderer)',
    processes: [
      { pid: 1, name: 'launchd', rpages: 900 },
      { pid: 801, name: 'Photos', rpages: 90_000, reason },
    ],
  })}\n`;
