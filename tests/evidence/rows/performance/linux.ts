/** Why a computer is slow, on what Linux says. */
import { readFileSync } from 'node:fs';
import { sharedDir } from '../../../shared.ts';
import { attributes, type Evidence, exec, file, none, raw } from '../../evidence.ts';
import { disk, linux, NOW } from '../../performance.ts';

const row = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({ code: `performance/${code}`, os: 'linux', from: 'composed', what, answers, ...more });
const quiet = { quiet: true } as const;

const KILLED =
  'Out of memory: Killed process 2411 (browser) total-vm:9876540kB, anon-rss:6543210kB, file-rss:1024kB, shmem-rss:0kB, UID:1000 pgtables:15000kB oom_score_adj:300';
const LIMITED = [
  'oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice/app.service,task_memcg=/system.slice/app.service,task=worker,pid=801,uid=0',
  'Memory cgroup out of memory: Killed process 801 (worker) total-vm:200000kB, anon-rss:100000kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:300kB oom_score_adj:0',
];

/** The kernel log in a case of hotsos, as `dmesg` prints it; the start was 9 hours before. */
const hotsos = () => {
  const text = readFileSync(
    sharedDir('corpus/cases/hotsos/kernel__kernlog_calltrace_oom_killer.yaml'),
    'utf8',
  );
  const lines = text.split('\n').filter((line) => /^ {6}\[\d+\.\d+\]/.test(line));
  return exec(`${lines.map((line) => line.trim()).join('\n')}\n`);
};

const minutesAgo = (minutes: number): string => String((NOW - minutes * 60_000) * 1000);
const journal = (...lines: readonly (readonly [minutes: number, text: string])[]) =>
  exec(
    lines
      .map(([minutes, text]) =>
        JSON.stringify({ __REALTIME_TIMESTAMP: minutesAgo(minutes), MESSAGE: text, PRIORITY: '3' }),
      )
      .join('\n'),
  );

const PULL = { pid: 700, name: 'compute', age: 3000, usedPct: 195, nowPct: 190 } as const;
const hungShare = Array.from({ length: 9 }, (_, at) => ({ pid: 900 + at, name: 'reader', state: 'D' }));

const laptop = (online: string) => ({
  'power.supplies': attributes({
    AC: { type: 'Mains', online },
    BAT0: { type: 'Battery', present: '1', status: online === '1' ? 'Full' : 'Discharging', capacity: '90' },
  }),
});

const memory: readonly Evidence[] = [
  row('memory-pressure', 'kernel Documentation/accounting/psi: all wait in 12 % of a minute', {
    ...linux({ waiting: { memory: 12 }, memory: { availableGib: 0.3, swapFreeGib: 0.1 } }),
  }),
  row('memory-pressure', 'psi=0: 5 % available, the swap used up', {
    ...linux({ waiting: 'uncounted', memory: { availableGib: 0.8, swapFreeGib: 0.1 } }),
  }),
  row(
    'memory-pressure',
    'the page cache holds nearly everything, and would give it back',
    {
      ...linux({ memory: { availableGib: 14 } }),
    },
    quiet,
  ),
  row(
    'memory-pressure',
    'zram swap that is full, and nobody waits',
    {
      ...linux({ memory: { availableGib: 1.2, swapGib: 8, swapFreeGib: 0.2 } }),
    },
    quiet,
  ),
  row(
    'memory-pressure',
    'node_exporter: pressure of an idle computer',
    {
      ...linux(),
      'pressure.memory': () =>
        file(readFileSync(sharedDir('corpus/procfs/node_exporter/proc/pressure/memory'), 'utf8')),
    },
    { ...quiet, from: 'corpus' },
  ),
  row(
    'out-of-memory',
    'hotsos: the kernel ended gnome-shell',
    { ...linux({ uptime: 28_000 }), 'kernel.log': hotsos },
    {
      from: 'corpus',
    },
  ),
  row(
    'out-of-memory',
    'fault lab oom-kills: the kernel ended the browser twice',
    linux({ kernel: [KILLED, KILLED] }),
    {
      from: 'lab',
    },
  ),
  row(
    'out-of-memory',
    'a kernel of 2016 with its line in two',
    linux({
      kernel: [
        'Out of memory: Kill process 21325 (java) score 917 or sacrifice child',
        'Killed process 21325 (java) total-vm:9876540kB, anon-rss:6543210kB, file-rss:0kB',
      ],
    }),
  ),
  row('out-of-memory', 'the log of the start before, two hours ago', {
    ...linux({ uptime: 5000 }),
    'journal.kernel-before': journal([130, KILLED]),
  }),
  row(
    'out-of-memory',
    'the log of the start before, of last week',
    {
      ...linux({ uptime: 5000 }),
      'journal.kernel-before': journal([7 * 24 * 60, KILLED]),
    },
    quiet,
  ),
  row('out-of-memory', 'systemd-oomd ended a browser', {
    ...linux({ running: [{ pid: 500, name: 'systemd-oomd' }] }),
    'memory.oomd-kills': journal([
      30,
      'Killed /user.slice/user-1000.slice/user@1000.service/app.slice/app-gnome-firefox-2433.scope due to memory pressure for /user.slice/user-1000.slice/user@1000.service being 72.51% > 50.00% for > 20s with reclaim activity',
    ]),
  }),
  row('out-of-memory', 'a service reached its own limit', linux({ kernel: LIMITED })),
  row('out-of-memory', 'the log is closed to this user, and the counter is not 0', {
    ...linux({ uptime: 5000 }),
    'kernel.log': none('denied', 'EPERM'),
    'memory.oom-kills': file('nr_free_pages 1000\noom_kill 3\n'),
  }),
  row(
    'out-of-memory',
    'nothing of the kind for three days, then the log goes on',
    {
      ...linux({ uptime: 300_000 }),
      'kernel.log': exec(`<3>[ 1000.000000] ${KILLED}\n`),
    },
    quiet,
  ),
  row(
    'low-ram',
    'a desktop with 3 GiB',
    linux({
      memory: { totalGib: 2.8, availableGib: 0.9 },
      running: [{ pid: 300, name: 'gnome-shell' }],
    }),
  ),
  row('low-ram', 'a server with 1 GiB', linux({ memory: { totalGib: 1, availableGib: 0.6 } }), quiet),
  row(
    'low-ram',
    '16 GB of which graphics keep 2',
    linux({
      memory: { totalGib: 13.7 },
      running: [{ pid: 300, name: 'gnome-shell' }],
    }),
    quiet,
  ),
];

const busy: readonly Evidence[] = [
  row(
    'cpu-saturated',
    'check_load: load 9 on 4 cores for 15 minutes, programs wait',
    linux({
      load: [9, 9, 8.5],
      busyPct: 100,
      waiting: { cpu: 95 },
      running: [PULL, { ...PULL, pid: 701, name: 'other' }],
    }),
  ),
  row(
    'cpu-saturated',
    'a share that hangs: nine programs in state D, and idle cores',
    linux({
      load: [9.2, 9.1, 9],
      running: hungShare,
    }),
    quiet,
  ),
  row(
    'cpu-saturated',
    'a short peak',
    linux({
      load: [9, 3.1, 1.2],
      busyPct: 100,
      waiting: { cpu: 60 },
      running: [PULL],
    }),
    quiet,
  ),
  row(
    'cpu-saturated',
    'seen from inside a smaller room: those who use the cores are not there',
    linux({
      load: [14, 14, 11],
      busyPct: 100,
      waiting: { cpu: 98 },
    }),
    quiet,
  ),
  row(
    'cpu-saturated',
    'it was busy and is through',
    linux({ load: [4, 6, 6], busyPct: 8, waiting: { cpu: 50 } }),
    quiet,
  ),
  row(
    'runaway-process',
    'fault lab cpu-hog: one program wants a core since it began',
    linux({
      cores: 2,
      busyPct: 100,
      running: [{ pid: 107, name: 'indexer', state: 'R', age: 4, usedPct: 45, waitedPct: 55, nowPct: 45 }],
    }),
    { from: 'lab' },
  ),
  row(
    'runaway-process',
    'one program of many threads, for an hour',
    linux({ busyPct: 90, running: [{ ...PULL, age: 3600 }] }),
  ),
  row(
    'runaway-process',
    'a virtual machine holds most of the memory',
    linux({
      running: [{ pid: 800, name: 'qemu-system-x86', gib: 10 }],
    }),
  ),
  row(
    'runaway-process',
    'a browser that works for a moment',
    linux({
      running: [{ pid: 801, name: 'firefox', age: 9000, usedPct: 12, nowPct: 130 }],
    }),
    quiet,
  ),
  row('runaway-process', 'this program itself, and what called it', linux(), quiet),
  row(
    'background-maintenance',
    'an upgrade that runs for ten minutes',
    linux({
      busyPct: 40,
      running: [{ pid: 900, name: 'unattended-upgr', age: 600, usedPct: 90 }],
    }),
  ),
  row(
    'background-maintenance',
    'dnf beside a program that uses more',
    linux({
      busyPct: 90,
      running: [{ pid: 900, name: 'dnf', age: 600, usedPct: 60 }, PULL],
    }),
    quiet,
  ),
  row('disk-saturated', 'kernel Documentation/admin-guide/iostats: a hard disk, 120 ms for each request', {
    ...linux({ waiting: { io: 70 }, disk: { done: 4, waitedMs: 480, busyMs: 500 } }),
    ...disk(true),
  }),
  row(
    'disk-saturated',
    'busy, and quick all the same',
    {
      ...linux({ waiting: { io: 70 }, disk: { done: 400, waitedMs: 480, busyMs: 500 } }),
      ...disk(false),
    },
    quiet,
  ),
  row(
    'disk-saturated',
    'busy for this moment',
    {
      ...linux({ waiting: { io: 4 }, disk: { done: 4, waitedMs: 480, busyMs: 500 } }),
      ...disk(true),
    },
    quiet,
  ),
  row(
    'disk-saturated',
    'a share that hangs: everybody waits, and the disk is idle',
    {
      ...linux({ waiting: { io: 99 }, running: hungShare }),
      ...disk(true),
    },
    quiet,
  ),
];

const habits: readonly Evidence[] = [
  row('system-on-hdd', 'kernel ABI sysfs-block: a disk that turns', { ...linux(), ...disk(true) }),
  row('system-on-hdd', 'an SSD', { ...linux(), ...disk(false) }, quiet),
  row(
    'system-on-hdd',
    'the disk of a virtual machine says that it turns',
    {
      ...linux(),
      ...disk(true, 'pci0000:00/0000:00:04.0/virtio1/block/sda'),
      'machine.hardware': attributes({
        id: { sys_vendor: 'QEMU', product_name: 'Standard PC (Q35 + ICH9, 2009)' },
      }),
    },
    quiet,
  ),
  row('power-saver', 'kernel ABI platform_profile: low-power on mains', {
    ...linux(),
    ...laptop('1'),
    'power.platform-profile': file('low-power\n'),
  }),
  row('power-saver', 'power-profiles-daemon on a desktop', {
    ...linux(),
    'power.profile': exec('power-saver\n'),
  }),
  row(
    'power-saver',
    'a laptop on its battery',
    {
      ...linux(),
      ...laptop('0'),
      'power.platform-profile': file('low-power\n'),
      'power.profile': exec('power-saver\n'),
    },
    quiet,
  ),
  row(
    'power-saver',
    'the governor of intel_pstate is called powersave',
    {
      ...linux(),
      'power.scaling': attributes({
        policy0: {
          scaling_driver: 'intel_pstate\n',
          scaling_governor: 'powersave\n',
          energy_performance_preference: 'balance_performance\n',
        },
      }),
    },
    quiet,
  ),
  row('startup-load', 'XDG autostart: seventeen entries, none switched off', {
    ...linux(),
    'startup.autostart//home/user': raw('list', {
      names: Array.from({ length: 17 }, (_, at) => `app${at}.desktop`),
    }),
  }),
  row(
    'startup-load',
    'seventeen entries, three of them hidden',
    {
      ...linux(),
      'startup.autostart//home/user': raw('list', {
        names: Array.from({ length: 17 }, (_, at) => `app${at}.desktop`),
      }),
      ...Object.fromEntries(
        [0, 1, 2].map((at) => [
          `startup.entry//home/user/.config/autostart/app${at}.desktop`,
          file('[Desktop Entry]\nType=Application\nHidden=true\n'),
        ]),
      ),
    },
    quiet,
  ),
  row('long-uptime', '40 days', linux({ uptime: 40 * 86_400 + 5 })),
  row('long-uptime', 'corpus uptime of 13 hours', linux({ uptime: 46_901 }), quiet),
];

export const linuxRows: readonly Evidence[] = [...memory, ...busy, ...habits];
