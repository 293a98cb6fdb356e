/** Why a computer is slow, on what macOS says. */
import type { Evidence } from '../../evidence.ts';
import { jetsam, mac } from '../../performance.ts';

const row = (code: string, what: string, answers: Evidence['answers'], quiet = false): Evidence => ({
  code: `performance/${code}`,
  os: 'darwin',
  from: 'composed',
  what,
  answers,
  ...(quiet && { quiet: true }),
});

const ps = (name: string, pct: number, age = '00:20:00', time = '15:00.00', kib = 500_000): string =>
  `  501     1  ${pct.toFixed(1)} ${kib} ${time} ${age}   0 R    /Applications/${name}`;
const REPORT = 'JetsamEvent-2026-11-24-101530.ips';
const AT = '2026-11-24 10:15:30.00 +0000';

export const macRows: readonly Evidence[] = [
  row('memory-pressure', 'sysctl: pressure level 4', mac({ level: 4 })),
  row('memory-pressure', '2 GB of swap and compressed memory, level 1', mac(), true),
  row(
    'out-of-memory',
    'a report with vm-compressor-space-shortage',
    mac({
      reports: { [REPORT]: jetsam('vm-compressor-space-shortage', AT) },
    }),
  ),
  row(
    'out-of-memory',
    'a report of one program that reached its own limit',
    mac({
      reports: { [REPORT]: jetsam('per-process-limit', AT) },
    }),
    true,
  ),
  row(
    'out-of-memory',
    'a report of last month',
    mac({
      reports: {
        'JetsamEvent-2026-10-20-101530.ips': jetsam('vm-pageshortage', '2026-10-20 10:15:30.00 +0000'),
      },
    }),
    true,
  ),
  row(
    'cpu-saturated',
    'load 12 on 8 cores, used by a program that is seen',
    mac({
      load: [12, 12, 11],
      running: [ps('Render', 780)],
    }),
  ),
  row('cpu-saturated', 'load 12 for a minute', mac({ load: [12, 4, 2], running: [ps('Render', 780)] }), true),
  row('runaway-process', 'ps(1): 99 % of a core in the last minute', mac({ running: [ps('Helper', 99)] })),
  row('runaway-process', '30 %', mac({ running: [ps('Helper', 30)] }), true),
  row('disk-saturated', 'ioreg: 4900 ms for 40 requests in 5 s', mac({ disk: { done: 40, waitedMs: 4900 } })),
  row(
    'disk-saturated',
    'as many milliseconds for 4000 requests',
    mac({ disk: { done: 4000, waitedMs: 4900 } }),
    true,
  ),
  row('system-on-hdd', 'diskutil: SolidState false', mac({ solid: false })),
  row('system-on-hdd', 'SolidState true', mac(), true),
  row('power-saver', 'pmset: lowpowermode 1 on AC Power', mac({ lowPower: true })),
  row(
    'power-saver',
    'lowpowermode 1 on Battery Power',
    mac({ lowPower: true, supply: 'Battery Power' }),
    true,
  ),
  row(
    'startup-load',
    'twenty agents of others',
    mac({ agents: Array.from({ length: 20 }, (_, at) => `org.example.${at}`) }),
  ),
  row(
    'startup-load',
    'twenty agents of Apple',
    mac({ agents: Array.from({ length: 20 }, (_, at) => `com.apple.${at}`) }),
    true,
  ),
  row('long-uptime', '45 days', mac({ uptimeDays: 45 })),
  row('low-ram', 'hw.memsize of 4 GiB', mac({ memoryGib: 4 })),
  row('low-ram', '8 GiB', mac({ memoryGib: 8 }), true),
  row(
    'background-maintenance',
    'the search indexes',
    mac({ running: [ps('mds_stores', 160, '02:00:00', '01:00.00')] }),
  ),
  row('background-maintenance', 'tmutil: a backup runs', mac({ backup: true })),
];
