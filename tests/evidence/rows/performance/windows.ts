/** Why a computer is slow, on what Windows says. */
import type { Evidence } from '../../evidence.ts';
import { NOW, windows } from '../../performance.ts';

const row = (code: string, what: string, answers: Evidence['answers'], quiet = false): Evidence => ({
  code: `performance/${code}`,
  os: 'win32',
  from: 'composed',
  what,
  answers,
  ...(quiet && { quiet: true }),
});

const PULL = { pid: 700, name: 'compute.exe', age: 3000, usedPct: 390 } as const;

/** Microsoft-Windows-Resource-Exhaustion-Detector: 20 figures of the system, then the programs. */
const exhausted = (hoursAgo: number) => ({
  log: 'System',
  provider: 'Microsoft-Windows-Resource-Exhaustion-Detector',
  id: 2004,
  at: new Date(NOW - hoursAgo * 3_600_000).toISOString(),
  data: [
    ...['SystemCommitLimit', 'SystemCommitCharge', 'ProcessCommitCharge', 'PagedPoolUsage'],
    ...['PhysicalMemorySize', 'PhysicalMemoryUsage', 'NonPagedPoolUsage', 'TotalProcesses'],
    ...[1, 2, 3].flatMap((at) => [`PagedPoolTag_${at}`, `PagedPoolUsed_${at}`]),
    ...[1, 2, 3].flatMap((at) => [`NonPagedPoolTag_${at}`, `NonPagedPoolUsed_${at}`]),
  ]
    .map((n) => ({ n, v: '34289201152' }))
    .concat([
      { n: 'Name', v: 'browser.exe' },
      { n: 'ID', v: '7580' },
      { n: 'CreationTime', v: '2026-11-24T08:00:00Z' },
      { n: 'CommitCharge', v: '11282399232' },
    ]),
});

const startup = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, at) => ({
    name: `App ${at}`,
    command: `"C:\\Program Files\\App ${at}\\app.exe" --tray`,
    off: false,
    ...more,
  }));

export const windowsRows: readonly Evidence[] = [
  row(
    'memory-pressure',
    'Win32_PerfRawData_PerfOS_Memory: 94 % of the commit limit',
    windows({ committedPct: 94 }),
  ),
  row(
    'memory-pressure',
    'memory full of the standby list, half of the limit committed',
    windows({ committedPct: 50 }),
    true,
  ),
  row('out-of-memory', 'event 2004 of two hours ago', windows({ events: [exhausted(2)] })),
  row('out-of-memory', 'event 2004 of last week', windows({ events: [exhausted(170)] }), true),
  row('cpu-saturated', 'a second at 98 %, and eight seconds more', windows({ busyPct: 98, running: [PULL] })),
  row('cpu-saturated', 'busy, and the programs that are seen are not those', windows({ busyPct: 98 }), true),
  row(
    'runaway-process',
    'one program, a core and a half for ten minutes',
    windows({
      busyPct: 60,
      running: [{ pid: 700, name: 'game.exe', age: 600, usedPct: 150 }],
    }),
  ),
  row(
    'runaway-process',
    'a program that works for a moment',
    windows({
      running: [{ pid: 700, name: 'winword.exe', age: 6000, usedPct: 2, nowPct: 100 }],
    }),
    true,
  ),
  row(
    'disk-saturated',
    'PhysicalDisk: 99 % busy and 60 ms, the counter beginning again meanwhile',
    windows({
      disk: { busyPct: 99, waitMs: 60 },
    }),
  ),
  row('disk-saturated', '99 % busy and 5 ms', windows({ disk: { busyPct: 99, waitMs: 5 } }), true),
  row('system-on-hdd', 'MSFT_PhysicalDisk MediaType 3', windows({ media: 3 })),
  row('system-on-hdd', 'MediaType 0: it does not say', windows({ media: 0 }), true),
  row(
    'power-saver',
    'the plan «Power saver» on a desktop',
    windows({ scheme: '{A1841308-3541-4fab-bc81-f71556f20b4a}' }),
  ),
  row(
    'power-saver',
    'the same plan on a laptop’s battery',
    windows({
      scheme: 'a1841308-3541-4fab-bc81-f71556f20b4a',
      batteries: [1],
    }),
    true,
  ),
  row('startup-load', 'sixteen entries of the Run keys', windows({ startup: startup(16) })),
  row(
    'startup-load',
    'sixteen that are switched off, and a dozen of Windows itself',
    windows({
      startup: [
        ...startup(16, { off: true }),
        ...startup(12, { command: 'C:\\Windows\\System32\\part.exe' }),
      ],
    }),
    true,
  ),
  row('long-uptime', 'LastBootUpTime 20 days ago', windows({ uptimeDays: 20 })),
  row('long-uptime', '10 days', windows({ uptimeDays: 10 }), true),
  row('low-ram', 'one module of 2 GiB on Windows 11', windows({ totalGib: 1.9, modulesGib: [2] })),
  row(
    'low-ram',
    '16 GiB installed, 8 usable, graphics with memory of their own',
    windows({
      totalGib: 8,
      adapters: ['PCI\\VEN_10DE&DEV_2504'],
    }),
  ),
  row('low-ram', '16 GiB installed, 13 usable, graphics of the processor', windows({ totalGib: 13 }), true),
  row(
    'background-maintenance',
    'the antivirus scans',
    windows({
      busyPct: 60,
      running: [{ pid: 900, name: 'MsMpEng.exe', age: 90_000, usedPct: 2, nowPct: 180 }],
    }),
  ),
  row(
    'background-maintenance',
    'the antivirus as always',
    windows({
      running: [{ pid: 900, name: 'MsMpEng.exe', age: 90_000, usedPct: 2, nowPct: 3 }],
    }),
    true,
  ),
];
