/** Parsers of the start-up check: real text, damaged text, text that never ends. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deviceOf } from '../../../checks/safe-mode/fstab.ts';
import { bootReads } from '../../../checks/safe-mode/reads/boot.ts';
import { crashReads, recordLines } from '../../../checks/safe-mode/reads/crash.ts';
import { parseLaunchctl, parseMacLast, parseRoles } from '../../../checks/safe-mode/reads/macos.ts';
import { accounts } from '../../../checks/safe-mode/reads/person.ts';
import { parseBlame, parseStartTime } from '../../../checks/safe-mode/reads/times.ts';
import type { Kind, Raw, Source } from '../../../src/contract.ts';
import { modeOfWords } from '../../../src/sources/command-line.ts';
import { parseFstab } from '../../../src/sources/fstab.ts';
import { unitRestarts } from '../../../src/sources/journal.ts';
import { parseUnits } from '../../../src/sources/systemd.ts';
import { hasShared, sharedDir } from '../../shared.ts';
import { isCount, neverHalf } from '../../sources/parsers.ts';

/** What a source makes of an answer. */
const parsed = <T>({ on }: Source<T>, raw: Raw[Kind], os: 'linux' | 'darwin' = 'linux'): T => {
  const way = on[os];
  if (way === undefined) throw new Error(`not on ${os}`);
  return way.parse(raw, way.request);
};

/** systemd 252. */
const BLAME =
  '1min 20.302s lab.service\n     10.101s apt-daily.service\n       812ms dev-sda1.device\n        62us a.mount\n';
const TIME =
  'Startup finished in 2.345s (firmware) + 1.2s (loader) + 4.123s (kernel) + 1min 34.561s (userspace) = 1min 42.2s \ngraphical.target reached after 1min 34.012s in userspace.\n';
const LAST = `reboot time                                Thu Nov 19 10:04
shutdown time                              Thu Nov  9 22:00
reboot    ~                         Mon Jan  5 09:12

wtmp begins Mon Jan  5 09:12
`;
const JOBS =
  'PID\tStatus\tLabel\n-\t78\tcom.example.helper\n412\t0\tcom.apple.Finder\n-\t-9\tcom.example.other\n';

describe('times', () => {
  test('of each unit, and of the whole start', () => {
    expect(parseBlame(BLAME)).toEqual([
      { unit: 'lab.service', ms: 80_302 },
      { unit: 'apt-daily.service', ms: 10_101 },
      { unit: 'dev-sda1.device', ms: 812 },
      { unit: 'a.mount', ms: 0 },
    ]);
    expect(parseStartTime(TIME)).toBe(94_561);
    expect(
      parseStartTime(
        'Bootup is not yet finished (org.freedesktop.systemd1.Manager.FinishTimestampMonotonic=0).\n',
      ),
    ).toBeNull();
  });

  test('what is something else is refused', () => {
    neverHalf(parseBlame, (all) => all.every(({ ms, unit }) => isCount(ms) && unit !== ''), BLAME);
    neverHalf(parseStartTime, (ms) => ms === null || isCount(ms), TIME);
    expect(() => parseBlame('lab.service\n')).toThrow();
    expect(() => parseStartTime('')).toThrow();
  });
});

describe('macOS', () => {
  test('last(1), of newer and of older systems', () => {
    expect(parseMacLast(LAST)).toEqual([
      { kind: 'reboot', month: 10, day: 19, minute: 604 },
      { kind: 'shutdown', month: 10, day: 9, minute: 1320 },
      { kind: 'reboot', month: 0, day: 5, minute: 552 },
    ]);
    expect(() => parseMacLast('maria  console   Thu Nov 19 10:04')).toThrow();
    neverHalf(parseMacLast, (all) => all.every(({ month, minute }) => month < 12 && isCount(minute)), LAST);
  });

  test('launchctl and the roles of volumes', () => {
    const jobs = (stdout: string) => parseLaunchctl({ stdout, stderr: '', exitCode: 0 });
    expect(jobs(JOBS)).toEqual([
      { label: 'com.example.helper', pid: null, status: 78 },
      { label: 'com.apple.Finder', pid: 412, status: 0 },
      { label: 'com.example.other', pid: null, status: -9 },
    ]);
    neverHalf(jobs, (all) => all.every(({ status }) => Number.isInteger(status)), JOBS);
    expect(() => parseLaunchctl({ stdout: '', stderr: 'Could not find domain', exitCode: 113 })).toThrow(
      /domain/,
    );
    const plist =
      '<plist><dict><key>Containers</key><array><dict><key>Volumes</key><array><dict><key>Roles</key><array><string>Data</string></array></dict></array></dict></array></dict></plist>';
    expect(parseRoles(plist)).toEqual(['Data']);
    neverHalf(parseRoles, Array.isArray, plist);
  });
});

describe('Linux', () => {
  test.each([
    ['root=/dev/sda1 ro quiet splash', null],
    ['ro single', 'rescue'],
    ['ro recovery nomodeset dis_ucode_ldr', 'rescue'],
    ['systemd.unit=rescue.target', 'rescue'],
    ['systemd.unit=emergency.target quiet', 'emergency'],
    ['rd.break', 'emergency'],
    ['init=/bin/bash', 'emergency'],
    ['init=/sbin/init', null],
    ['systemd.unit=multi-user.target', null],
    ['quiet -- single', null],
    ['BOOT_IMAGE=/vmlinuz-1 root=LABEL=rescue', null],
  ])('%s', (words, mode) => {
    expect(modeOfWords(words.split(' '))).toBe(mode);
  });

  test('the last setting of /etc/default/grub counts, in whatever quotes', () => {
    const words = (text: string) => parsed(bootReads.grubWords, { text });
    expect(
      words('GRUB_CMDLINE_LINUX="a"\nGRUB_CMDLINE_LINUX=\'b c\' # d\nGRUB_CMDLINE_LINUX_DEFAULT=quiet\n'),
    ).toEqual(['b', 'c', 'quiet']);
    expect(words('#GRUB_CMDLINE_LINUX="single"\n')).toEqual([]);
    neverHalf(words, Array.isArray, 'GRUB_CMDLINE_LINUX="a b"\n');
  });

  test('people of /etc/passwd, without services', () => {
    const people = (text: string) => parsed(accounts, { text });
    const text =
      'root:x:0:0:root:/root:/bin/bash\nmaria:x:1000:1000:Maria,,,:/home/maria:/bin/bash\nbackup:x:1001:1001::/var/backup:/bin/sh\nguest:x:1002:1002::/home/guest:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n+::::::\n';
    expect(people(text)).toEqual([{ name: 'maria', uid: 1000, home: '/home/maria' }]);
    neverHalf(people, (all) => all.every(({ uid }) => isCount(uid)), text);
  });

  test('dumps are known by their names, and nothing else is one', () => {
    const names = [
      '202611201015',
      '127.0.0.1-2026-11-22-08:01:30',
      'kexec_cmd',
      '_usr_bin_app.1000.crash',
      'linux-image-6.1',
    ];
    expect(parsed(crashReads.kdumps, { names })).toEqual(['2026-11-20T10:15:00Z', '2026-11-22T08:01:00Z']);
    neverHalf(
      recordLines,
      (all) => all.length > 0,
      'Panic#1 Part1\n<0>[ 9.0] Kernel panic - not syncing: x\n',
    );
  });

  test('restarts are counted by unit', () => {
    const line = '{"__REALTIME_TIMESTAMP":"1795495665284846","UNIT":"a.service","N_RESTARTS":"3"}';
    const restarts = (stdout: string) => parsed(unitRestarts, { stdout, stderr: '', exitCode: 0 });
    expect(restarts(line)).toEqual([{ unit: 'a.service', epochMs: 1_795_495_665_284, count: 3 }]);
    expect(restarts('-- No entries --\n')).toEqual([]);
    neverHalf(restarts, (all) => all.every(({ count }) => count === null || isCount(count)), line);
  });

  test.each([
    ['UUID="0b5a"', { kind: 'tag', folder: 'by-uuid', name: '0b5a' }],
    ['PARTLABEL=EFI', { kind: 'tag', folder: 'by-partlabel', name: 'EFI' }],
    ['/dev/disk/by-id/ata-X', { kind: 'tag', folder: 'by-id', name: 'ata-X' }],
    ['/dev/mapper/vg-data', { kind: 'path', path: '/dev/mapper/vg-data' }],
    ['nas:/share', null],
    ['tmpfs', null],
    ['/dev/../etc', null],
  ])('the device %s of fstab', (device, expected) => {
    expect(deviceOf({ device, path: '/x', type: 'ext4', options: [] })).toEqual(expected);
  });

  test.runIf(hasShared)('units and fstab of real machines are understood', () => {
    const read = (path: string) => readFileSync(sharedDir('corpus', path), 'utf8');
    const machine = 'machines/hotsos-kubernetes';
    expect(parseUnits(read(`${machine}/sos_commands/systemd/systemctl_list-units`)).length).toBeGreaterThan(
      100,
    );
    expect(parseUnits(read('systemctl/jc-centos-7.7/systemctl.out')).length).toBeGreaterThan(100);
    expect(parseFstab(read(`${machine}/etc/fstab`)).length).toBeGreaterThan(0);
    const cmdline = read(`${machine}/proc/cmdline`).trim().split(/\s+/);
    expect(modeOfWords(cmdline)).toBeNull();
  });
});
