/** Disks and what updates need of them. */
import { captured, type Evidence, exec, file, type Given, json, list, none, raw } from '../evidence.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

const room = (total: number, free: number, more: object = {}) =>
  raw('space', {
    totalBytes: total,
    freeBytes: free,
    availableBytes: free,
    files: 1_000_000,
    freeFiles: 900_000,
    ...more,
  });
const used = (bytes: number, largest: readonly { path: string; bytes: number; modifiedAt: string }[] = []) =>
  raw('usage', { bytes, files: 10, complete: true, largest });

const common = (platform: string, release: string): Readonly<Record<string, Given>> => ({
  'system.platform': raw('system', {
    platform,
    release,
    arch: 'x64',
    hostname: 'pc',
    bootedSecondsAgo: 9000,
  }),
  'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
});

const ROOT = '21 0 8:2 / / rw,relatime - ext4 /dev/sda2 rw\n';
const linux: Readonly<Record<string, Given>> = {
  ...common('linux', '6.1.0-13-amd64'),
  'system.os-release': file('ID=debian\nNAME=Debian\n'),
  'system.user': raw('user', { name: 'anna', home: '/home/anna', uid: 1000, elevated: false }),
  'disk.mounts': file(ROOT),
  'disk.space//': room(100 * GIB, 60 * GIB),
};
const full: Readonly<Record<string, Given>> = { 'disk.space//': room(100 * GIB, 0.5 * GIB) };

const row = (
  code: string,
  from: Evidence['from'],
  what: string,
  answers: Readonly<Record<string, Given>>,
  rest: Partial<Evidence> = {},
): Evidence => ({ code, os: 'linux', from, what, answers: { ...linux, ...answers }, ...rest });

const KERNELS = ['6.1.0-11-amd64', '6.1.0-12-amd64', '6.1.0-13-amd64'];

const linuxRows: readonly Evidence[] = [
  row('disk-space/system-volume-full', 'lab', 'root-full: statfs', full),
  row('disk-space/volume-full', 'lab', 'tmp-full: statfs of a tmpfs on /tmp', {
    'disk.mounts': file(`${ROOT}22 21 0:30 / /tmp rw - tmpfs tmpfs rw\n`),
    'disk.space//tmp': room(256 * MIB, 2 * MIB),
  }),
  row('disk-space/update-space-low', 'lab', 'update-space-low: apt 2.6.1 simulates', {
    'disk.space//': room(30 * GIB, 3.2 * GIB),
    'packages.upgrade-size/apt': exec(
      '200 upgraded, 3 newly installed, 0 to remove and 0 not upgraded.\nNeed to get 1,900 MB of archives.\nAfter this operation, 2,100 MB of additional disk space will be used.\n',
      1,
    ),
  }),
  row(
    'disk-space/update-space-low',
    'captured',
    'pacman 6.0.2 simulates, on a disk with less than it would fetch',
    {
      'system.os-release': file('ID=arch\nNAME="Arch Linux"\n'),
      'disk.space//': room(30 * GIB, 3.2 * GIB),
      'packages.upgrade-size/pacman': captured('pacman-sup-6.0.2-debian12.txt', (text) =>
        exec(text.replace('bar 71680', 'bar 3716800000')),
      ),
    },
  ),
  row(
    'disk-space/update-space-low',
    'captured',
    'pacman 6.0.2 simulates what fits',
    {
      'system.os-release': file('ID=arch\nNAME="Arch Linux"\n'),
      'disk.space//': room(30 * GIB, 3.2 * GIB),
      'packages.upgrade-size/pacman': captured('pacman-sup-6.0.2-debian12.txt'),
    },
    { quiet: true },
  ),
  row('disk-space/boot-partition-full', 'lab', 'boot-full: three kernels in a /boot with 30 MB left', {
    'disk.mounts': file(`${ROOT}22 21 8:1 / /boot rw - ext4 /dev/sda1 rw\n`),
    'disk.space//boot': room(240 * MIB, 30 * MIB),
    'boot.files': list(...KERNELS.flatMap((one) => [`vmlinuz-${one}`, `initrd.img-${one}`])),
    ...Object.fromEntries(
      KERNELS.flatMap((one) =>
        [`vmlinuz-${one}`, `initrd.img-${one}`].map((name) => [
          `disk.stat//boot/${name}`,
          raw('stat', { type: 'file', bytes: 35 * MIB, inode: 1, modifiedAt: '2026-10-01T00:00:00.000Z' }),
        ]),
      ),
    ),
  }),
  row('disk-space/esp-full', 'lab', 'esp-full: statfs of /boot/efi', {
    'disk.mounts': file(`${ROOT}22 21 8:1 / /boot/efi rw - vfat /dev/sda1 rw\n`),
    'disk.space//boot/efi': room(96 * MIB, 5 * MIB, { files: 0, freeFiles: 0 }),
  }),
  row('disk-space/inodes-exhausted', 'lab', 'inodes-exhausted: f_ffree', {
    'disk.space//': room(100 * GIB, 60 * GIB, { freeFiles: 12 }),
  }),
  row('disk-space/readonly-filesystem', 'lab', 'root-readonly: mountinfo, fstab and EROFS', {
    'disk.mounts': file('21 0 8:2 / / ro,relatime - ext4 /dev/sda2 ro,errors=remount-ro\n'),
    'disk.fstab': file('/dev/sda2 / ext4 errors=remount-ro 0 1\n'),
    'disk.writable//': raw('writable', { error: 'EROFS' }),
  }),
  row('disk-space/reclaimable', 'lab', 'root-full: the package cache is measured', {
    ...full,
    'disk.usage//var/cache/apt/archives': used(3 * GIB),
  }),
  row('disk-space/log-explosion', 'lab', 'log-explosion: one log takes most of the disk', {
    ...full,
    'disk.usage//var/log': used(70 * GIB, [
      { path: '/var/log/app.log', bytes: 69 * GIB, modifiedAt: '2026-11-24T11:59:00.000Z' },
    ]),
  }),
  row('disk-space/deleted-open-file', 'lab', 'deleted-open-file: /proc/*/fd', {
    ...full,
    'disk.deleted-files/all': raw('deleted-files', {
      files: [{ pid: 812, program: 'java', path: '/var/tmp/heap', bytes: 40 * GIB }],
      hiddenProcesses: 0,
    }),
  }),
  row('disk-space/mount-hung', 'lab', 'mount-hung: statfs does not return, twice', {
    'disk.mounts': file(`${ROOT}22 21 0:40 / /mnt/nas rw - nfs4 nas:/share rw\n`),
    'disk.space//mnt/nas': none('timeout', 'no answer within 2 s'),
    'disk.space.again//mnt/nas': none('timeout', 'no answer within 2 s'),
  }),
  row('disk-space/btrfs-unallocated-low', 'composed', 'btrfs-filesystem(8): usage -b', {
    'disk.mounts': file('21 0 0:30 / / rw - btrfs /dev/sda2 rw\n'),
    'disk.btrfs//': exec(
      'Overall:\n    Device size:\t\t   64424509440\n    Device allocated:\t\t   64423460864\n    Device unallocated:\t\t       1048576\n\nData,single: Size:60000000000, Used:50000000000 (83.33%)\nMetadata,DUP: Size:1610088448, Used:1560000000 (96.89%)\n',
    ),
  }),
  row(
    'disk-space/virtual-disk-bloat',
    'composed',
    'microsoft/WSL#4699: ext4.vhdx keeps what was freed inside',
    {
      ...common('linux', '5.15.153.1-microsoft-standard-WSL2'),
      'system.wsl.name': raw('env', { values: { WSL_DISTRO_NAME: 'Ubuntu' } }),
      'disk.wsl/this': json([{ name: 'Ubuntu', path: 'C:\\Users\\anna\\ext4.vhdx', bytes: 80 * GIB }]),
    },
  ),
];

const GPT = {
  efi: '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}',
  winre: '{de94bba4-06d1-4d40-a16a-bfd50179d6ac}',
};
const disks = (free: number, more: object = {}) =>
  json({
    systemDrive: 'C:',
    disks: [{ DeviceID: 'C:', DriveType: 3, Size: String(250 * GIB), FreeSpace: String(free) }],
    partitions: [],
    readOnly: [],
    ...more,
  });
const windows = (
  code: string,
  what: string,
  answers: Readonly<Record<string, Given>>,
  rest: Partial<Evidence> = {},
): Evidence => ({
  code,
  os: 'win32',
  from: 'composed',
  what,
  answers: {
    ...common('win32', '10.0.26200'),
    'system.user': raw('user', { name: 'anna', home: 'C:\\Users\\anna', uid: -1, elevated: false }),
    'updates.windows-history': json({ history: { items: [] } }),
    ...answers,
  },
  ...rest,
});

const windowsRows: readonly Evidence[] = [
  windows('disk-space/system-volume-full', 'Win32_LogicalDisk.FreeSpace of C:', {
    'disk.windows': disks(0.5 * GIB),
  }),
  windows('disk-space/update-space-low', 'less than the monthly update takes', {
    'disk.windows': disks(8 * GIB),
  }),
  windows(
    'disk-space/update-space-low',
    'enough for the monthly update',
    { 'disk.windows': disks(60 * GIB) },
    { quiet: true },
  ),
  windows('disk-space/esp-full', 'MSFT_Partition and its volume: KB5089549 needs more than 10 MB', {
    'disk.windows': disks(100 * GIB, { partitions: [{ type: GPT.efi, size: 100 * MIB, free: 8 * MIB }] }),
  }),
  windows('disk-space/winre-partition-small', 'a small recovery partition and 0x80070643 of KB5034441', {
    'disk.windows': disks(100 * GIB, { partitions: [{ type: GPT.winre, size: 500 * MIB, free: 60 * MIB }] }),
    'updates.windows-history': json({
      history: {
        items: [
          {
            title: 'Security Update (KB5034441)',
            code: 0x80070643 | 0,
            result: 4,
            at: '2026-11-20T08:00:00Z',
          },
        ],
      },
    }),
  }),
  windows('disk-space/readonly-filesystem', 'MSFT_Partition.IsReadOnly of C:', {
    'disk.windows': disks(100 * GIB, { readOnly: ['C:'] }),
  }),
  windows('disk-space/reclaimable', 'SoftwareDistribution\\Download is measured where C: is short', {
    'disk.windows': disks(3 * GIB),
    'disk.usage/C:\\Windows\\SoftwareDistribution\\Download': used(6 * GIB),
  }),
];

const MOUNTS = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
`;
const mac = (
  code: string,
  what: string,
  answers: Readonly<Record<string, Given>>,
  rest: Partial<Evidence> = {},
): Evidence => ({
  code,
  os: 'darwin',
  from: 'composed',
  what,
  answers: {
    ...common('darwin', '25.1.0'),
    'system.user': raw('user', { name: 'anna', home: '/Users/anna', uid: 501, elevated: false }),
    'disk.mounts': exec(MOUNTS),
    'disk.space//System/Volumes/Data': room(500 * GIB, 200 * GIB),
    ...answers,
  },
  ...rest,
});

const macRows: readonly Evidence[] = [
  mac('disk-space/system-volume-full', 'statfs of the data volume', {
    'disk.space//System/Volumes/Data': room(250 * GIB, 0.5 * GIB),
  }),
  mac('disk-space/update-space-low', 'less than a minor update of macOS takes', {
    'disk.space//System/Volumes/Data': room(500 * GIB, 4 * GIB),
  }),
  mac('disk-space/readonly-filesystem', 'mount(8): the data volume is read-only', {
    'disk.mounts': exec(MOUNTS.replace('journaled, nobrowse', 'read-only, journaled, nobrowse')),
    'disk.writable//System/Volumes/Data': raw('writable', { error: 'EROFS' }),
  }),
  mac(
    'disk-space/readonly-filesystem',
    'the sealed system volume is read-only and healthy',
    { 'disk.writable//': raw('writable', { error: 'EROFS' }) },
    { quiet: true },
  ),
  mac('disk-space/reclaimable', '~/Library/Caches is measured where the disk is short', {
    'disk.space//System/Volumes/Data': room(250 * GIB, 0.5 * GIB),
    'disk.usage//Users/anna/Library/Caches': used(9 * GIB),
  }),
];

export const diskSpace: readonly Evidence[] = [...linuxRows, ...windowsRows, ...macRows];
