import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crashesIn } from '../../../checks/safe-mode/oops.ts';
import { keptFolder, keptPath, record, recordTime } from '../../../checks/safe-mode/reads/crash.ts';
import { lineFrom } from '../../../src/sources/kernel-log.ts';
import { followed, missing, ok } from '../../facts.ts';
import { hasShared, sharedDir } from '../../shared.ts';
import { codes, DAY, look, MINUTE, NOW, sudden } from './machine.ts';

const lines = (text: string) => text.split('\n').map(lineFrom);

const OOPS = `<1>[   92.100000] BUG: kernel NULL pointer dereference, address: 0000000000000000
<1>[   92.100100] #PF: supervisor write access in kernel mode
<4>[   92.100200] Oops: 0002 [#1] PREEMPT SMP NOPTI
<4>[   92.100300] CPU: 1 PID: 411 Comm: lab-oops Tainted: G           OE      6.1.0-49-amd64 #1
<4>[   92.100400] RIP: 0010:lab_oops+0x11/0x20 [lab_fault]
<4>[   92.100500] Call Trace:
<4>[   92.100600]  ? kthread+0xd7/0x100
<4>[   92.100700] ---[ end trace 0000000000000000 ]---`;

describe('lines of a kernel that crashed', () => {
  test('one report is one crash, with its place', () => {
    expect(crashesIn(lines(OOPS))).toEqual([
      {
        kind: 'oops',
        line: 'BUG: kernel NULL pointer dereference, address: 0000000000000000',
        place: 'lab_oops [lab_fault]',
        module: 'lab_fault',
      },
    ]);
  });

  test('a panic that follows an oops is the same crash', () => {
    const both = `${OOPS}\n<0>[   92.2] Kernel panic - not syncing: Fatal exception\n`;
    expect(crashesIn(lines(both)).map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'panic lab_oops [lab_fault]',
    ]);
  });

  test('warnings, checks of test kernels and words about panics are none', () => {
    const text = `WARNING: CPU: 0 PID: 1 at kernel/fork.c:1
BUG: sleeping function called from invalid context at mm/slab.h:1
INFO: task kworker/0:1:13 blocked for more than 120 seconds.
registered panic notifier
systemd[1]: Kernel panic - not syncing: said by a program
Command line: BOOT_IMAGE=/vmlinuz oops=panic`;
    expect(crashesIn(lines(text))).toEqual([]);
  });

  test.runIf(hasShared)('each bug report of a kernel oops is one', () => {
    const folder = sharedDir('corpus', 'dmesg/fwts-oops');
    for (const name of readdirSync(folder)) {
      const found = crashesIn(lines(readFileSync(`${folder}/${name}`, 'utf8')));
      expect(
        found.map(({ kind }) => kind),
        name,
      ).toContain('oops');
      expect(found[0]?.place, name).not.toBe('');
    }
  });
});

describe('a crash', () => {
  const log = ok(lines(OOPS));

  test('in this start is a warning, and explains no end of another', () => {
    const [found] = look({
      kernelLog: log,
      bootMarks: ok([...sudden('a', NOW - DAY), ...sudden('b', NOW - MINUTE)]),
    }).findings;
    expect(found).toMatchObject({ code: 'safe-mode/bugcheck', severity: 'warning', explains: [] });
    expect(found?.params).toMatchObject({
      when: 'now',
      class: 'driver',
      place: 'lab_oops [lab_fault]',
      count: 1,
    });
  });

  test('without the log the kernel’s mark tells of it', () => {
    expect(codes({ kernelLog: missing('denied'), taint: ok(128) })).toEqual(['warning safe-mode/bugcheck']);
    expect(codes({ kernelLog: missing('denied'), taint: ok(4096) })).toEqual([]);
    expect(look({ kernelLog: missing('denied'), taint: missing('denied') }).unknown).toHaveLength(1);
  });

  test('in the firmware’s store ended the start before', () => {
    const started = NOW - 3_600_000;
    const found = look({ pstoreKept: ok(['7237']) }, [
      followed(recordTime(keptPath('7237')), new Date(started + MINUTE).toISOString()),
      followed(keptFolder('7237'), ['dmesg-erst-7237']),
      followed(
        record(keptPath('7237', 'dmesg-erst-7237')),
        lines('Panic#1 Part1\n<0>[ 9.0] Kernel panic - not syncing: sysrq triggered crash'),
      ),
    ]).findings;
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
    expect(found[0]?.params).toMatchObject({
      when: 'before',
      kind: 'panic',
      line: 'Kernel panic - not syncing: sysrq triggered crash',
    });
    expect(found[0]?.explains).toEqual(['safe-mode/unexpected-shutdown']);
    const two = [...sudden('a', NOW - 2 * DAY), ...sudden('b', NOW - DAY), ...sudden('c', NOW - MINUTE)];
    const before = ok([
      {
        epochMs: NOW - DAY,
        level: 0,
        from: 'kernel',
        text: 'Kernel panic - not syncing: x',
        bootId: 'b',
        messageId: null,
        fields: {},
      },
    ]);
    expect(codes({ bootMarks: ok(two), lastStartKernelLog: before })).toContain(
      'warning safe-mode/unexpected-shutdown',
    );
    expect(look({ bootMarks: ok(two), lastStartKernelLog: before }).findings[0]?.explains).toEqual([]);
  });

  test('two in a month are critical, and one crash in two stores is one', () => {
    const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY).toISOString();
    const kept = [followed(recordTime(keptPath('1')), at(9)), followed(keptFolder('1'), [])];
    expect(codes({ pstoreKept: ok(['1']), kdumps: ok([at(9)]) }, kept)).toEqual([
      'warning safe-mode/bugcheck',
    ]);
    expect(codes({ pstoreKept: ok(['1']), kdumps: ok([at(4)]) }, kept)).toEqual([
      'critical safe-mode/bugcheck',
    ]);
    expect(codes({ kdumps: ok([at(60)]) })).toEqual([]);
  });

  test('a processor that seems to hang in a virtual machine waits for its host', () => {
    const hung = ok([
      { seconds: 9, level: 0, text: 'watchdog: BUG: soft lockup - CPU#0 stuck for 23s! [swapper/0:0]' },
    ]);
    expect(codes({ kernelLog: hung })).toEqual(['warning safe-mode/bugcheck']);
    expect(codes({ kernelLog: hung, processor: ok({ hypervisor: true }) })).toEqual([]);
  });
});
