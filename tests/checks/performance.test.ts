/** The rules of slowness: how grave, since when, and who is named. */
import { describe, expect, test } from 'vitest';
import { performance } from '../../checks/performance/index.ts';
import { tree } from '../../checks/performance/tree.ts';
import type { AnyFinding, TreeView } from '../../src/contract.ts';
import { run } from '../../src/run.ts';
import { type Evidence, type EvidenceOs, exec, hostOf, none } from '../evidence/evidence.ts';
import { disk, linux, mac, NOW, windows } from '../evidence/performance.ts';

const look = async (answers: Evidence['answers'], os: EvidenceOs = 'linux', quick = false) => {
  const host = hostOf({ code: '', os, from: 'composed', what: '', answers }, true);
  const {
    outcomes: [outcome],
    readings,
  } = await run([performance], host, { quick });
  if (outcome?.crash !== undefined) throw outcome.crash;
  return {
    findings: outcome?.findings ?? [],
    status: outcome?.status,
    unknown: outcome?.unknown ?? [],
    skipped: outcome?.skipped,
    read: [...readings.keys()],
  };
};

const severity = (findings: readonly AnyFinding[], code: string): string | undefined =>
  findings.find((one) => one.code === code)?.severity;

const title = (finding: AnyFinding | undefined, language: 'en' | 'ru' = 'en'): string => {
  const words = performance.messages[language].findings[finding?.code ?? ''];
  // The params are those of this code.
  return words?.say(finding?.params as never).title ?? '';
};

const PULL = { pid: 700, name: 'compute', age: 3000, usedPct: 195, nowPct: 190 } as const;
const FULL = { load: [9, 9, 8.5], busyPct: 100, waiting: { cpu: 95 } } as const;

describe('a full processor', () => {
  test('is a warning above one and critical above two programs a core, and names who fills it', async () => {
    const running = [PULL, { ...PULL, pid: 701, name: 'other', usedPct: 170 }];
    const { findings } = await look(linux({ ...FULL, load: [6, 6, 5], running }));
    const full = findings.find(({ code }) => code === 'performance/cpu-saturated');
    expect(full).toMatchObject({
      severity: 'warning',
      params: { most: [{ name: 'compute' }, { name: 'other' }] },
    });
    expect(title(full)).toContain('6 programs on average wanted one of the 4 processor cores');
    expect(severity((await look(linux({ ...FULL, running }))).findings, 'performance/cpu-saturated')).toBe(
      'critical',
    );
    expect(title(full, 'ru')).toContain('на 6\u00a0ядер за последние 5 минут и на 5 за последние 15');
  });

  test('is a remark where what fills it lets others go first', async () => {
    const running = [
      { ...PULL, nice: 19 },
      { ...PULL, pid: 701, nice: 19 },
    ];
    expect(severity((await look(linux({ ...FULL, running }))).findings, 'performance/cpu-saturated')).toBe(
      'info',
    );
  });

  test('is a remark while the system is being put in order', async () => {
    const running = [{ pid: 900, name: 'dnf', age: 600, usedPct: 395 }];
    const { findings, status } = await look(linux({ ...FULL, running }));
    expect(severity(findings, 'performance/cpu-saturated')).toBe('info');
    expect(severity(findings, 'performance/background-maintenance')).toBe('info');
    expect(status).toBe('ok');
  });

  test('is a remark where the host of a virtual machine takes the time', async () => {
    const { findings } = await look(linux({ ...FULL, stealPct: 40, running: [PULL, { ...PULL, pid: 701 }] }));
    expect(findings.find(({ code }) => code === 'performance/cpu-saturated')).toMatchObject({
      severity: 'info',
      params: { stealPct: 40 },
    });
  });

  test('of Windows is a warning where it lasts, by a program that has done so for a minute', async () => {
    const of = async (age: number, quick = false) => {
      const busy = windows({ busyPct: 98, running: [{ pid: 700, name: 'new.exe', age, usedPct: 390 }] });
      return severity((await look(busy, 'win32', quick)).findings, 'performance/cpu-saturated');
    };
    expect([await of(300), await of(5), await of(300, true)]).toEqual(['warning', 'info', 'info']);
  });

  test('alone has Windows looked at for eight seconds more', async () => {
    expect((await look(windows(), 'win32')).read).not.toContain('windows.load.longer/8000');
    expect((await look(windows({ busyPct: 98 }), 'win32')).read).toContain('windows.load.longer/8000');
  });
});

describe('one program', () => {
  test('is a warning where it leaves nothing to others, a note where it does', async () => {
    const one = { ...PULL, name: 'caught' };
    const busy = (await look(linux({ busyPct: 95, running: [one] }))).findings;
    expect(busy.find(({ code }) => code === 'performance/runaway-process')).toMatchObject({
      severity: 'warning',
      params: { name: 'caught', pid: 700, isAlone: false },
    });
    expect(
      severity((await look(linux({ busyPct: 50, running: [one] }))).findings, 'performance/runaway-process'),
    ).toBe('info');
  });

  test.each([
    ['it began a moment ago', { age: 20 }],
    ['it lets others go first', { nice: 19 }],
    ['somebody works with it in a terminal', { terminal: true }],
  ] as const)('is a note where %s', async (_, more) => {
    const { findings } = await look(linux({ busyPct: 95, running: [{ ...PULL, ...more }] }));
    expect(severity(findings, 'performance/runaway-process')).toBe('info');
  });

  test('explains the full processor by what it computes, not by what it holds', async () => {
    const { findings } = await look(linux({ running: [{ pid: 800, name: 'holds', gib: 10 }] }));
    expect(findings.find(({ code }) => code === 'performance/runaway-process')?.explains).toEqual([]);
  });
});

describe('memory', () => {
  test('is critical where all wait for a fifth of the time, and the largest are named', async () => {
    const { findings } = await look(
      linux({
        waiting: { memory: 24 },
        running: [
          { pid: 800, name: 'browser', gib: 3 },
          { pid: 801, name: 'browser', gib: 2 },
        ],
      }),
    );
    const short = findings.find(({ code }) => code === 'performance/memory-pressure');
    expect(short).toMatchObject({
      severity: 'critical',
      params: { most: [{ name: 'browser', count: 2 }, { name: 'systemd' }] },
      explains: [],
    });
    expect(title(short, 'ru')).toContain('24\u00a0%');
  });

  test('explains what was ended for want of it, and no service at its own limit', async () => {
    const kernel = ['Out of memory: Killed process 2411 (browser) total-vm:9kB, anon-rss:6543210kB'];
    const { findings } = await look(linux({ waiting: { memory: 24 }, kernel }));
    expect(findings.find(({ code }) => code === 'performance/memory-pressure')).not.toHaveProperty(
      'explains',
    );
    const limit = ['Memory cgroup out of memory: Killed process 801 (worker) total-vm:2kB, anon-rss:1kB'];
    expect(severity((await look(linux({ kernel: limit }))).findings, 'performance/out-of-memory')).toBe(
      'warning',
    );
  });

  test('is told to have run out by the log that says so: of this start, or of the one before', async () => {
    const line = 'Out of memory: Killed process 2411 (browser) total-vm:9kB, anon-rss:6543210kB';
    const before = {
      ...linux({ uptime: 600 }),
      'journal.kernel-before': exec(
        JSON.stringify({
          __REALTIME_TIMESTAMP: String((NOW - 1_200_000) * 1000),
          MESSAGE: line,
          PRIORITY: '3',
        }),
      ),
    };
    const evidence = async (answers: Evidence['answers']) =>
      (await look(answers)).findings.find(({ code }) => code === 'performance/out-of-memory')?.evidence;
    expect(await evidence(linux({ kernel: [line] }))).toEqual(['kernel.log']);
    expect(await evidence(before)).toEqual(['journal.kernel-before']);
  });

  test('of 3 GiB is a warning, of 6 a note as long as there is room', async () => {
    const running = [{ pid: 300, name: 'plasmashell' }];
    const of = async (totalGib: number, availableGib: number) =>
      severity(
        (await look(linux({ memory: { totalGib, availableGib }, running }))).findings,
        'performance/low-ram',
      );
    expect(await of(2.8, 2)).toBe('warning');
    expect(await of(5.6, 3)).toBe('info');
    expect(await of(5.6, 0.8)).toBe('warning');
  });

  test('below 4 GiB is critical on Windows 11 only', async () => {
    const of = async (build: number) =>
      severity(
        (await look(windows({ totalGib: 1.9, modulesGib: [2], build }), 'win32')).findings,
        'performance/low-ram',
      );
    expect([await of(26_100), await of(19_045)]).toEqual(['critical', 'warning']);
  });
});

describe('a disk', () => {
  const SLOW = { done: 4, waitedMs: 480, busyMs: 500 };
  test('that does not keep up is a warning, for a moment nothing, uncounted a remark', async () => {
    const of = async (waiting: { io: number } | 'uncounted') =>
      severity(
        (await look({ ...linux({ waiting, disk: SLOW }), ...disk(true) })).findings,
        'performance/disk-saturated',
      );
    expect([await of({ io: 80 }), await of({ io: 8 }), await of('uncounted')]).toEqual([
      'warning',
      undefined,
      'info',
    ]);
  });

  test('of Windows or a Mac is never more than a remark: a file that is copied looks the same', async () => {
    const of = async (answers: Evidence['answers'], os: EvidenceOs) =>
      severity((await look(answers, os)).findings, 'performance/disk-saturated');
    expect(await of(windows({ disk: { busyPct: 99, waitMs: 60 } }), 'win32')).toBe('info');
    expect(await of(mac({ disk: { done: 40, waitedMs: 4900 } }), 'darwin')).toBe('info');
  });

  test('that does nothing at all while something waits is stuck', async () => {
    const { findings } = await look({
      ...linux({ waiting: { io: 90 }, disk: { done: 0, waitedMs: 0, busyMs: 0 } }),
      ...disk(false),
    });
    expect(findings.find(({ code }) => code === 'performance/disk-saturated')).toMatchObject({
      params: { busyPct: 100, waitMs: 500 },
    });
  });
});

describe('what could not be seen', () => {
  test('is neither green nor red', async () => {
    const { findings, status, unknown } = await look({
      ...linux(),
      'kernel.log': none('denied', 'EPERM'),
      'memory.oom-kills': none('absent'),
    });
    expect(findings).toEqual([]);
    expect(status).toBe('unknown');
    expect(unknown.map(({ source }) => source)).toEqual(['kernel.log']);
  });

  test('and neither is a disk whose counters came to nothing', async () => {
    const answers = { ...linux(), 'disk.times.after/520': none('timeout', 'no answer within 5 s') };
    const { status, unknown } = await look(answers);
    expect(status).toBe('unknown');
    expect(unknown.map(({ source }) => source)).toEqual(['disk.times.after/520']);
    expect(
      await look({ ...linux(), 'disk.times.after/20': none(), 'disk.times.after/520': none() }),
    ).toMatchObject({ status: 'ok', unknown: [] });
  });

  test('nor a Windows whose counters are damaged', async () => {
    const { findings, status, unknown } = await look(windows({ damaged: true }), 'win32');
    expect([findings, status]).toEqual([[], 'unknown']);
    expect(unknown).toMatchObject([{ source: 'windows.load', reason: 'failed' }]);
  });

  test('and a closed log is no doubt where the counter stands at 0', async () => {
    expect(await look({ ...linux(), 'kernel.log': none('denied', 'EPERM') })).toMatchObject({
      status: 'ok',
      unknown: [],
    });
  });

  test('a container is not judged by the load of its host', async () => {
    const answers = {
      ...linux({ ...FULL, running: [PULL] }),
      'system.container.env': none(),
      'system.container.docker': { status: 'ok', raw: {}, ms: 1 } as never,
    };
    expect(await look(answers)).toMatchObject({ findings: [], skipped: 'container' });
  });
});

describe('the tree', () => {
  const view = (...open: readonly string[]): TreeView => ({
    open: (code) => open.includes(code),
    firstOpen: (codes) => open.find((code) => codes.includes(code)),
    answer: () => undefined,
    looked: true,
  });
  const walk = (at: string, seen: TreeView): string => {
    const node = tree.nodes[at];
    return node?.kind === 'measure'
      ? walk(node.branches.find(({ when }) => when(seen))?.to ?? node.otherwise, seen)
      : at;
  };

  test.each([
    [['hardware/disk-smart-failing', 'performance/disk-saturated'], 'SLOW.DISK'],
    [['disk-space/system-volume-full'], 'SLOW.FULL'],
    [['performance/background-maintenance', 'performance/cpu-saturated'], 'SLOW.WAIT'],
    [['performance/memory-pressure'], 'SLOW.1'],
  ])('%j: begins at %s', (open, at) => {
    expect(walk(tree.start, view(...open))).toBe(at);
  });

  test.each([
    ['performance/out-of-memory', 'SLOW.MEMORY'],
    ['performance/runaway-process', 'SLOW.BUSY'],
    ['performance/cpu-saturated', 'SLOW.BUSY'],
    ['performance/disk-saturated', 'SLOW.QUEUE'],
    ['performance/power-saver', 'SLOW.POWER'],
    ['performance/low-ram', 'SLOW.RAM'],
    ['performance/system-on-hdd', 'SLOW.HDD'],
    ['performance/startup-load', 'SLOW.MANY'],
    ['performance/long-uptime', 'SLOW.RESTART.ASK'],
    ['hardware/thermal-throttling', 'SLOW.HEAT'],
  ])('everything is slow, %s: %s', (open, at) => {
    expect(walk('SLOW.2', view(open))).toBe(at);
  });

  test('a remark is a conclusion too: it is why it is slow', () => {
    const node = tree.nodes['SLOW.HDD'];
    const seen = { ...view('performance/system-on-hdd'), firstOpen: () => undefined };
    expect(node?.kind === 'conclude' && typeof node.finding === 'function' && node.finding(seen)).toBe(
      'performance/system-on-hdd',
    );
  });
});
