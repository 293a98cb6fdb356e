import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../checks/disk-space/findings.ts';
import { diskSpace } from '../../checks/disk-space/index.ts';
import { en } from '../../checks/disk-space/messages.en.ts';
import { ru } from '../../checks/disk-space/messages.ru.ts';
import { followUps, reads } from '../../checks/disk-space/probe.ts';
import { shortnessOf } from '../../checks/disk-space/rules.ts';
import { settings } from '../../checks/disk-space/settings.ts';
import { volumesOf } from '../../checks/disk-space/volumes.ts';
import { link } from '../../src/cause.ts';
import type { Raw, Reading } from '../../src/contract.ts';
import { upgradeSize } from '../../src/sources/apt.ts';
import { btrfsUsage } from '../../src/sources/btrfs.ts';
import { parseFstab } from '../../src/sources/fstab.ts';
import { parseMountinfo } from '../../src/sources/mounts.ts';
import { GIB, MIB } from '../../src/sources/size.ts';
import { deletedFiles, fileStat, space, spaceAgain, usage, writable } from '../../src/sources/space.ts';
import { wslDisk } from '../../src/sources/wsl-disk.ts';
import { type Followed, factsOf, followed, missing, ok } from '../facts.ts';

const NOW = Date.UTC(2026, 10, 24, 12);

/** made-up: root, /boot and /home of their own, a share, a stick, a snap, a container layer. */
const ROOT = '21 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n';
const BOOT = '30 21 8:2 / /boot rw - ext4 /dev/sda2 rw\n';
const HOME = '31 21 8:3 / /home rw - ext4 /dev/sda3 rw\n';
const NAS = '32 21 0:40 / /mnt/nas rw - nfs4 nas:/share rw\n';
const STICK = '33 21 8:17 / /media/anna/STICK rw - vfat /dev/sdb1 rw\n';
const ASIDE = `40 21 7:3 / /snap/core/1 ro - squashfs /dev/loop3 ro
41 21 0:50 / /var/lib/docker/overlay2/abc/merged rw - overlay overlay rw
42 21 0:51 / /run/user/1000 rw - tmpfs tmpfs rw
43 21 0:52 / /proc rw - proc proc rw
44 21 0:53 / /misc rw - autofs systemd-1 rw
45 21 11:0 / /media/cdrom ro - iso9660 /dev/sr0 ro
`;
const FSTAB =
  'UUID=1 / ext4 errors=remount-ro 0 1\nUUID=2 /boot ext4 defaults 0 2\nUUID=3 /home ext4 defaults 0 2\n';

const room = (
  totalBytes: number,
  availableBytes: number,
  more: Partial<Raw['space']> = {},
): Raw['space'] => ({
  totalBytes,
  freeBytes: availableBytes,
  availableBytes,
  files: 1_000_000,
  freeFiles: 900_000,
  ...more,
});

const plenty = room(100 * GIB, 60 * GIB);

const used = (bytes: number, ...files: readonly (readonly [string, number])[]): Raw['usage'] => ({
  bytes,
  files: 10 + files.length,
  complete: true,
  largest: files.map(([path, size]) => ({ path, bytes: size, modifiedAt: '2026-11-24T11:59:50.000Z' })),
});

type Named = Parameters<typeof factsOf<typeof reads>>[1];

const computer: Named = {
  platform: ok({
    platform: 'linux',
    release: '6.1.0-13-amd64',
    arch: 'x64',
    hostname: 'pc',
    bootedSecondsAgo: 9,
  }),
  osRelease: ok({
    id: 'debian',
    like: [],
    name: 'Debian',
    version: '12',
    codename: null,
    supportEnd: null,
    variant: null,
  }),
  user: ok({ name: 'anna', home: '/home/anna', uid: 1000, elevated: false }),
  clock: ok({ epochMs: NOW, timeZone: 'UTC' }),
  mounts: ok(parseMountinfo(ROOT)),
  fstab: ok(parseFstab(FSTAB)),
};

const judge = (named: Named, followedUp: readonly Followed[] = []) =>
  diagnose(factsOf(reads, { ...computer, ...named }, followedUp), settings);

const codes = (named: Named, followedUp: readonly Followed[] = []) =>
  judge(named, followedUp).findings.map(({ code, severity, subject }) =>
    subject === undefined ? [code, severity] : [code, severity, subject],
  );

const mounted = (...lines: readonly string[]): Named => ({ mounts: ok(parseMountinfo(lines.join(''))) });

describe('when is a volume short', () => {
  const level = (totalGib: number, freeGib: number) =>
    shortnessOf({ totalBytes: totalGib * GIB, availableBytes: freeGib * GIB }, settings);

  test('a large disk is short by percent and amount together', () => {
    expect([level(1000, 60), level(1000, 19), level(1000, 9)]).toEqual([null, 'warning', 'critical']);
  });

  test('little in absolute terms is short whatever the percentage', () => {
    expect([level(30, 4), level(30, 0.9), level(30, 6)]).toEqual(['warning', 'critical', null]);
  });

  test('a small volume is judged by percent alone', () => {
    expect([level(0.5, 0.37), level(0.25, 0.2), level(0.1, 0.07)]).toEqual([null, null, null]);
    expect([level(0.25, 0.02), level(0.25, 0)]).toEqual(['warning', 'critical']);
  });

  test('less room is never less short', () => {
    const rank = [null, 'warning', 'critical'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4e12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (totalBytes, a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          const at = (part: number) =>
            rank.indexOf(
              shortnessOf({ totalBytes, availableBytes: Math.floor(totalBytes * part) }, settings),
            );
          return at(less) >= at(more);
        },
      ),
    );
  });
});

describe('which mounts are looked at', () => {
  const paths = (...lines: readonly string[]) =>
    volumesOf(parseMountinfo(lines.join(''))).map(({ path, role }) => [path, role]);

  test('images that are full by design, container layers, run-time folders and autofs are left alone', () => {
    expect(paths(ROOT, ASIDE)).toEqual([['/', 'system']]);
  });

  test('mounts of one device are one volume, known by the shortest path', () => {
    const sub =
      '50 21 8:1 /home /home rw - ext4 /dev/sda1 rw\n51 21 8:1 /srv /mnt/bind rw - ext4 /dev/sda1 rw\n';
    expect(paths(ROOT, sub)).toEqual([['/', 'system']]);
  });

  test('the overlay root of a container counts, files mounted over /etc do not', () => {
    const container =
      '1 0 0:99 / / rw - overlay overlay rw\n2 1 254:1 /var/lib/x/hosts /etc/hosts rw - ext4 /dev/vda1 rw\n';
    expect(paths(container)).toEqual([['/', 'system']]);
  });

  test('shares and sticks are told from disks', () => {
    expect(paths(ROOT, BOOT, HOME, NAS, STICK)).toEqual([
      ['/', 'system'],
      ['/boot', 'boot'],
      ['/home', 'data'],
      ['/mnt/nas', 'remote'],
      ['/media/anna/STICK', 'media'],
    ]);
  });

  test('macOS: the sealed system is left alone, its data volume is the system disk', () => {
    const mac = [
      { path: '/', type: 'apfs', source: '/dev/disk3s1s1', volume: 'disk3', root: '/', readOnly: true },
      {
        path: '/System/Volumes/VM',
        type: 'apfs',
        source: '/dev/disk3s6',
        volume: 'disk3',
        root: '/',
        readOnly: false,
      },
      {
        path: '/System/Volumes/Data',
        type: 'apfs',
        source: '/dev/disk3s5',
        volume: 'disk3',
        root: '/',
        readOnly: false,
      },
    ];
    expect(volumesOf(mac).map(({ path, role }) => [path, role])).toEqual([
      ['/System/Volumes/Data', 'system'],
    ]);
  });
});

describe('volumes that are short', () => {
  test('nothing is found on a disk with room', () => {
    const { findings, unknown = [] } = judge({}, [followed(space('/'), plenty)]);
    expect([findings, unknown]).toEqual([[], []]);
  });

  test('a full system disk is critical, names the largest files, and explains that updates do not fit', () => {
    const facts = factsOf(reads, computer, [
      followed(space('/'), room(100 * GIB, 0.1 * GIB)),
      followed(usage('/home'), used(80 * GIB, ['/home/anna/film.mkv', 70 * GIB], ['/home/anna/x', 1000])),
    ]);
    const { findings } = diagnose(facts, settings);
    expect(findings.map(({ code }) => code)).toEqual([
      'disk-space/system-volume-full',
      'disk-space/update-space-low',
    ]);
    const [full, low] = findings;
    expect(full?.params).toMatchObject({
      path: '/',
      largest: [{ path: '/home/anna/film.mkv', bytes: 70 * GIB }],
    });
    const causes = link(findings, diskSpace.catalogue);
    expect(low && causes.get(low)?.causedBy).toEqual(['disk-space/system-volume-full']);
  });

  test('what only root may still use is said, and does not help', () => {
    const { findings } = judge({}, [followed(space('/'), room(30 * GIB, 0, { freeBytes: 1.5 * GIB }))]);
    const [full] = findings;
    expect(full).toMatchObject({ code: 'disk-space/system-volume-full', severity: 'critical' });
    expect(full?.params).toMatchObject({ reservedBytes: 1.5 * GIB });
  });

  test('another disk is told by its mount point', () => {
    expect(
      codes(mounted(ROOT, HOME), [
        followed(space('/'), plenty),
        followed(space('/home'), room(200 * GIB, GIB / 2)),
      ]),
    ).toEqual([['disk-space/volume-full', 'critical', '/home']]);
  });

  test('a scratch disk in memory with nothing left is full, however small', () => {
    const tmp = '60 21 0:60 / /tmp rw - tmpfs tmpfs rw\n';
    const full = [followed(space('/'), plenty), followed(space('/tmp'), room(256 * MIB, 0))];
    expect(codes(mounted(ROOT, tmp), full)).toEqual([['disk-space/volume-full', 'critical', '/tmp']]);
    expect(
      codes(mounted(ROOT, tmp), [
        followed(space('/'), plenty),
        followed(space('/tmp'), room(256 * MIB, 200 * MIB)),
      ]),
    ).toEqual([]);
  });

  test('a stick that its owner filled is only a remark, a full share at most a warning', () => {
    const full = [
      followed(space('/'), plenty),
      followed(space('/mnt/nas'), room(1000 * GIB, 0)),
      followed(space('/media/anna/STICK'), room(30 * GIB, 0)),
    ];
    expect(codes(mounted(ROOT, NAS, STICK), full)).toEqual([
      ['disk-space/volume-full', 'warning', '/mnt/nas'],
      ['disk-space/volume-full', 'info', '/media/anna/STICK'],
    ]);
  });

  test('a full volume that is mounted read-only is as it was made', () => {
    const image = '61 21 8:33 / /opt/app ro - ext4 /dev/sdc1 ro\n';
    expect(
      codes(mounted(ROOT, image), [followed(space('/'), plenty), followed(space('/opt/app'), room(GIB, 0))]),
    ).toEqual([]);
  });

  test('a system disk that could not be measured is unknown, not fine', () => {
    const { findings, unknown } = judge({}, [[space('/'), missing('denied')]]);
    expect([findings, unknown?.map(({ source, reason }) => [source, reason])]).toEqual([
      [],
      [['disk.space//', 'denied']],
    ]);
  });

  test('without mounts nothing is known', () => {
    expect(judge({ mounts: missing('denied') }).unknown?.map(({ source }) => source)).toEqual([
      'disk.mounts',
    ]);
  });
});

describe('what fills a disk', () => {
  const short = followed(space('/'), room(100 * GIB, GIB / 2));

  test('runaway logs are the cause of the full disk', () => {
    const facts = factsOf(reads, computer, [
      short,
      followed(usage('/var/log'), used(60 * GIB, ['/var/log/chatty/debug.log', 59 * GIB])),
    ]);
    const { findings } = diagnose(facts, settings);
    const logs = findings.find(({ code }) => code === 'disk-space/log-explosion');
    expect(logs?.params).toMatchObject({ file: '/var/log/chatty/debug.log', growing: true });
    const full = findings.find(({ code }) => code === 'disk-space/system-volume-full');
    expect(full && link(findings, diskSpace.catalogue).get(full)?.causedBy).toEqual([
      'disk-space/log-explosion',
    ]);
  });

  test('ordinary logs on a full disk, and large logs on a disk with room, are none', () => {
    const logs = (bytes: number) => followed(usage('/var/log'), used(bytes, ['/var/log/syslog', bytes]));
    expect(codes({}, [short, logs(3 * GIB)])).not.toContainEqual([
      'disk-space/log-explosion',
      'warning',
      '/',
    ]);
    expect(codes({}, [followed(space('/'), plenty), logs(30 * GIB)])).toEqual([]);
  });

  const held = (bytes: number, path = '/var/tmp/film.raw', hiddenProcesses = 0) =>
    followed(deletedFiles('all'), {
      files: [
        { pid: 107, program: 'recorderd', path, bytes },
        { pid: 110, program: 'child', path, bytes },
      ],
      hiddenProcesses,
    });

  test('a deleted file that is still open is told once, with its first process', () => {
    expect(codes({}, [short, held(50 * GIB)])).toEqual([
      ['disk-space/deleted-open-file', 'warning', '/'],
      ['disk-space/system-volume-full', 'critical', '/'],
      ['disk-space/update-space-low', 'warning', '/'],
    ]);
  });

  test('a small one, and one on another volume, are none', () => {
    expect(codes({}, [short, held(GIB)]).join()).not.toContain('deleted-open-file');
    const elsewhere = codes(mounted(ROOT, HOME), [
      short,
      followed(space('/home'), plenty),
      held(50 * GIB, '/home/anna/x'),
    ]);
    expect(elsewhere.join()).not.toContain('deleted-open-file');
  });

  test('space that no folder accounts for, with processes out of sight, is unknown', () => {
    const hidden = followed(deletedFiles('all'), { files: [], hiddenProcesses: 42 });
    expect(judge({}, [short, hidden]).unknown?.map(({ source }) => source)).toEqual([
      'disk.deleted-files/all',
    ]);
    const known = [followed(usage('/home'), used(98 * GIB)), followed(usage('/usr'), used(GIB))];
    expect(judge({}, [short, hidden, ...known]).unknown).toEqual([]);
  });
});

describe('file systems that refuse to write', () => {
  const readOnly = ROOT.replace(/rw\n$/, 'ro\n');

  test('a root that turned read-only against fstab is critical once the kernel refuses', () => {
    const refused = followed(writable('/'), { error: 'EROFS' });
    expect(codes(mounted(readOnly), [followed(space('/'), plenty), refused])).toEqual([
      ['disk-space/readonly-filesystem', 'critical', '/'],
    ]);
    expect(codes(mounted(readOnly), [followed(space('/'), plenty), followed(writable('/'), {})])).toEqual([]);
  });

  test('what fstab asks for is no fault', () => {
    const asked = { ...mounted(readOnly), fstab: ok(parseFstab('UUID=1 / ext4 ro 0 1\n')) };
    expect(codes(asked, [followed(space('/'), plenty), followed(writable('/'), { error: 'EROFS' })])).toEqual(
      [],
    );
  });

  test('a home that somebody mounted read-only on purpose is no fault', () => {
    const bind = '70 21 8:1 /home/anna /home/anna ro - ext4 /dev/sda1 rw\n';
    expect(
      followUps(factsOf(reads, { ...computer, ...mounted(ROOT, bind) }), settings).map(({ id }) => id),
    ).not.toContain('disk.writable//home/anna');
  });

  test('a sealed root over the disk that fstab names is no fault', () => {
    const sealed = '21 0 0:30 / / ro - overlay composefs ro\n';
    expect(
      codes(mounted(sealed), [
        followed(space('/'), room(10 * MIB, 0)),
        followed(writable('/'), { error: 'EROFS' }),
      ]),
    ).toEqual([]);
  });

  test('in a container nothing tells whether it is meant', () => {
    const { findings, unknown } = judge({ ...mounted(readOnly), dockerMark: ok(true) }, [
      followed(space('/'), plenty),
    ]);
    expect([findings, unknown?.map(({ reason }) => reason)]).toEqual([[], ['unsupported']]);
  });

  test('a disk without inodes is told although it has space', () => {
    const few = (freeFiles: number) => [followed(space('/'), { ...plenty, freeFiles })];
    expect(codes({}, few(0))).toEqual([['disk-space/inodes-exhausted', 'critical', '/']]);
    expect(codes({}, few(30_000))).toEqual([['disk-space/inodes-exhausted', 'warning', '/']]);
    expect(codes({}, [followed(space('/'), { ...plenty, files: 0, freeFiles: 0 })])).toEqual([]);
  });

  test('xfs makes inodes out of free space: few of them is not a finding of its own', () => {
    const xfs = ROOT.replaceAll('ext4', 'xfs');
    expect(codes(mounted(xfs), [followed(space('/'), { ...plenty, freeFiles: 0 })])).toEqual([]);
  });

  test('btrfs with everything handed out and full metadata', () => {
    const btrfs = ROOT.replaceAll('ext4', 'btrfs');
    const state = (unallocatedBytes: number, metadataUsedBytes: number) => [
      followed(space('/'), { ...plenty, files: 0, freeFiles: 0 }),
      followed(btrfsUsage('/'), { unallocatedBytes, metadataBytes: 2 * GIB, metadataUsedBytes }),
    ];
    expect(codes(mounted(btrfs), state(MIB, 1.95 * GIB))).toEqual([
      ['disk-space/btrfs-unallocated-low', 'warning', '/'],
    ]);
    expect(codes(mounted(btrfs), state(MIB, GIB))).toEqual([]);
    expect(codes(mounted(btrfs), state(5 * GIB, 1.95 * GIB))).toEqual([]);
  });
});

describe('a share that does not answer', () => {
  const silent: Reading<never> = missing('timeout');
  const root = followed(space('/'), plenty);

  test('is critical after the second time-out, while others answer', () => {
    expect(
      codes(mounted(ROOT, NAS), [root, [space('/mnt/nas'), silent], [spaceAgain('/mnt/nas'), silent]]),
    ).toEqual([['disk-space/mount-hung', 'critical', '/mnt/nas']]);
  });

  test('is nothing where the second attempt succeeds', () => {
    const { findings, unknown } = judge(mounted(ROOT, NAS), [
      root,
      [space('/mnt/nas'), silent],
      followed(spaceAgain('/mnt/nas'), plenty),
    ]);
    expect([findings, unknown]).toEqual([[], []]);
  });

  test('is asked in a process of its own, and nothing walks towards it', () => {
    const nas = NAS.replace('/mnt/nas', '/home/anna/nas');
    const facts = factsOf(reads, { ...computer, ...mounted(ROOT, nas) }, [
      followed(space('/'), room(100 * GIB, 0)),
      [space('/home/anna/nas'), silent],
      [spaceAgain('/home/anna/nas'), silent],
    ]);
    const asked = followUps(facts, settings);
    const towards = asked.filter(
      ({ id }) => id === 'disk.space//home/anna/nas' || id === 'disk.space.again//home/anna/nas',
    );
    expect(towards.map(({ on }) => on.linux?.request)).toEqual([
      { kind: 'space', path: '/home/anna/nas', apart: true, timeoutMs: 2000 },
      { kind: 'space', path: '/home/anna/nas', apart: true, timeoutMs: 2000 },
    ]);
    expect(asked.map(({ id }) => id)).not.toContain('disk.usage//home');
    expect(asked.map(({ id }) => id)).toContain('disk.usage//var');
  });

  test('that is not ours to look at is no gap in the report', () => {
    expect(judge(mounted(ROOT, NAS), [root, [space('/mnt/nas'), missing('denied')]]).unknown).toEqual([]);
  });
});

describe('/boot and the EFI partition', () => {
  const kernels = ['6.1.0-9-amd64', '6.1.0-10-amd64', '6.1.0-12-amd64', '6.1.0-13-amd64'];
  const files = kernels.flatMap((release) => [`vmlinuz-${release}`, `initrd.img-${release}`]);
  const sizes = files.map((name) =>
    followed(fileStat(`/boot/${name}`), {
      type: 'file',
      bytes: 25 * MIB,
      inode: 1,
      modifiedAt: '2026-01-01T00:00:00.000Z',
    }),
  );
  const boot = (free: number) =>
    judge({ ...mounted(ROOT, BOOT), bootFiles: ok(files) }, [
      followed(space('/'), plenty),
      followed(space('/boot'), room(500 * MIB, free)),
      ...sizes,
    ]);

  test('no room for one more kernel: the running one and the newest other one stay', () => {
    const [full] = boot(20 * MIB).findings;
    expect(full).toMatchObject({
      code: 'disk-space/boot-partition-full',
      severity: 'critical',
      subject: '/boot',
    });
    expect(full?.params).toMatchObject({
      needBytes: 60 * MIB,
      running: '6.1.0-13-amd64',
      removable: ['6.1.0-9-amd64', '6.1.0-10-amd64'],
      removableBytes: 100 * MIB,
    });
  });

  test('little in percent is enough where a kernel still fits', () => {
    expect(boot(61 * MIB).findings).toEqual([]);
  });

  test('an EFI partition is judged in megabytes', () => {
    const esp = '62 21 8:5 / /boot/efi rw - vfat /dev/sda5 rw\n';
    const with_ = (free: number) =>
      codes(mounted(ROOT, esp), [
        followed(space('/'), plenty),
        followed(space('/boot/efi'), room(96 * MIB, free)),
      ]);
    expect(with_(8 * MIB)).toEqual([['disk-space/esp-full', 'critical', '/boot/efi']]);
    expect(with_(15 * MIB)).toEqual([['disk-space/esp-full', 'warning', '/boot/efi']]);
    expect(with_(60 * MIB)).toEqual([]);
  });
});

describe('updates', () => {
  const upgrade = (downloadBytes: number, growthBytes: number) =>
    followed(upgradeSize('apt'), { packages: 12, downloadBytes, growthBytes });

  test('the need is what apt names and a fifth more', () => {
    const six = followed(space('/'), room(100 * GIB, 21 * GIB));
    expect(codes({}, [six, upgrade(GIB, 18 * GIB)])).toEqual([
      ['disk-space/update-space-low', 'warning', '/'],
    ]);
    expect(codes({}, [six, upgrade(GIB, 10 * GIB)])).toEqual([]);
    expect(codes({}, [six, upgrade(0, -10 * GIB)])).toEqual([]);
  });

  test('apt is not started on a full disk, and not in a container', () => {
    const ids = (named: Named, free: number) =>
      followUps(
        factsOf(reads, { ...computer, ...named }, [followed(space('/'), room(100 * GIB, free))]),
        settings,
      ).map(({ id }) => id);
    expect(ids({}, 50 * GIB)).toContain('packages.upgrade-size/apt');
    expect(ids({}, 0)).not.toContain('packages.upgrade-size/apt');
    expect(ids({ dockerMark: ok(true) }, 50 * GIB)).not.toContain('packages.upgrade-size/apt');
  });
});

describe('what may be removed', () => {
  const short = followed(space('/'), room(100 * GIB, GIB / 2));

  test('measured, largest first, with the command of each', () => {
    const { findings } = judge({}, [
      short,
      followed(usage('/var/cache/apt/archives'), used(3 * GIB)),
      followed(usage('/var/log/journal'), used(GIB)),
      followed(usage('/home/anna/.cache'), used(5 * GIB)),
    ]);
    const remark = findings.find(({ code }) => code === 'disk-space/reclaimable');
    expect(remark?.severity).toBe('info');
    expect(remark?.params).toEqual({
      bytes: 8 * GIB + GIB - 200 * MIB,
      items: [
        { kind: 'user-cache', path: '/home/anna/.cache', bytes: 5 * GIB, command: '' },
        { kind: 'apt-cache', path: '/var/cache/apt/archives', bytes: 3 * GIB, command: 'sudo apt-get clean' },
        {
          kind: 'journal',
          path: '/var/log/journal',
          bytes: GIB - 200 * MIB,
          command: 'sudo journalctl --vacuum-size=200M',
        },
      ],
    });
  });

  test('a little is not worth telling, and what lies on another volume does not help', () => {
    expect(codes({}, [short, followed(usage('/home/anna/.cache'), used(20 * MIB))]).join()).not.toContain(
      'reclaimable',
    );
    const elsewhere = [
      short,
      followed(space('/home'), plenty),
      followed(usage('/home/anna/.cache'), used(20 * GIB)),
    ];
    expect(codes(mounted(ROOT, HOME), elsewhere).join()).not.toContain('reclaimable');
  });
});

describe('Windows', () => {
  const windows: Named = {
    platform: ok({
      platform: 'win32',
      release: '10.0.26100',
      arch: 'x64',
      hostname: 'PC',
      bootedSecondsAgo: 9,
    }),
    mounts: missing('unsupported'),
    fstab: missing('unsupported'),
  };
  const disks = (
    freeGib: number,
    recoveryFree: number | null = null,
    efiFree: number | null = null,
  ): Named => ({
    ...windows,
    windowsDisks: ok({
      systemDrive: 'C:',
      readOnly: [],
      volumes: [
        { drive: 'C:', kind: 'fixed', totalBytes: 240 * GIB, freeBytes: freeGib * GIB },
        { drive: 'D:', kind: 'fixed', totalBytes: 240 * GIB, freeBytes: 100 * GIB },
      ],
      partitions: [
        { kind: 'recovery', bytes: 600 * MIB, freeBytes: recoveryFree },
        { kind: 'efi', bytes: 100 * MIB, freeBytes: efiFree },
      ],
    }),
  });

  test('a full C: is the system disk, and the monthly update does not fit', () => {
    expect(codes(disks(3))).toEqual([
      ['disk-space/system-volume-full', 'critical', 'C:'],
      ['disk-space/update-space-low', 'warning', 'C:'],
    ]);
    expect(codes(disks(120))).toEqual([]);
  });

  test('a recovery partition is too small only together with the failed update', () => {
    const failed = ok([
      { kb: 'KB5034441', code: '0x80070643', succeeded: false, at: '2026-11-20T08:00:00Z', title: '' },
    ]);
    expect(codes({ ...disks(120, 80 * MIB), windowsHistory: failed })).toEqual([
      ['disk-space/winre-partition-small', 'warning'],
    ]);
    expect(codes({ ...disks(120, 80 * MIB), windowsHistory: ok([]) })).toEqual([]);
    expect(codes({ ...disks(120, 400 * MIB), windowsHistory: failed })).toEqual([]);
  });

  test('the EFI partition where it may be read', () => {
    expect(codes(disks(120, null, 5 * MIB))).toEqual([['disk-space/esp-full', 'critical', 'EFI']]);
  });

  test('no answer from PowerShell is unknown', () => {
    expect(
      judge({ ...windows, windowsDisks: missing('timeout') }).unknown?.map(({ source }) => source),
    ).toEqual(['disk.windows']);
  });

  test("WSL's disk file is compared with what is used inside", () => {
    const wsl: Named = {
      platform: ok({
        platform: 'linux',
        release: '5.15.153.1-microsoft-standard-WSL2',
        arch: 'x64',
        hostname: 'pc',
        bootedSecondsAgo: 9,
      }),
      wslName: ok('Debian'),
    };
    const file = (gib: number) =>
      followed(wslDisk('this'), [{ distribution: 'Debian', path: 'C:\\x\\ext4.vhdx', bytes: gib * GIB }]);
    const root = followed(space('/'), room(1000 * GIB, 960 * GIB));
    expect(codes(wsl, [root, file(80)])).toEqual([
      ['disk-space/virtual-disk-bloat', 'info', 'C:\\x\\ext4.vhdx'],
    ]);
    expect(codes(wsl, [root, file(45)])).toEqual([]);
  });
});

describe('words', () => {
  test('the machine’s own values stand in the title, in both languages', () => {
    const p = {
      path: '/',
      freeBytes: 120_000_000,
      totalBytes: 20_000_000_000,
      reservedBytes: 0,
      largest: [],
    };
    expect(en.findings['disk-space/system-volume-full'].say(p).title).toBe(
      'The system disk is almost full: / has 120\u00a0MB of 20\u00a0GB left (0.6%)',
    );
    expect(ru.findings['disk-space/system-volume-full'].say(p).title).toBe(
      'Системный диск почти заполнен: на / осталось 120\u00a0МБ из 20\u00a0ГБ (0,6\u00a0%)',
    );
  });

  test.each([
    [1, '1 старое ядро'],
    [2, '2 старых ядра'],
    [5, '5 старых ядер'],
    [11, '11 старых ядер'],
    [21, '21 старое ядро'],
  ])('Russian counts %i kernels', (number, text) => {
    const removable = Array.from({ length: number }, (_, at) => `6.1.0-${at}`);
    const say = ru.findings['disk-space/boot-partition-full'].say;
    expect(
      say({ freeBytes: 1, needBytes: 2, running: '6.1.0-99', removable, removableBytes: 5, command: '' })
        .next,
    ).toContain(text);
  });
});
