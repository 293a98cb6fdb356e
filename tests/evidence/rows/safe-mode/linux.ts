/** Starts of Linux, as systemd, the journal, the kernel and the files of the next start tell of them. */
import { corpus, type Evidence, exec, file, list, none, raw } from '../../evidence.ts';
import { journal, mark, NOW, onlyUnits, system, units } from '../../start.ts';

const row = (
  code: string,
  from: Evidence['from'],
  what: string,
  answers: Evidence['answers'],
  more: { readonly quiet?: true } = {},
): Evidence => ({ code, os: 'linux', from, what, answers: { ...system('linux'), ...answers }, ...more });

const stat = (bytes: number, more: { readonly uid?: number; readonly modifiedAt?: string } = {}) =>
  raw('stat', { type: 'file', bytes, inode: 1, modifiedAt: '2026-11-26T11:00:20Z', ...more });
const folder = (uid: number) =>
  raw('stat', {
    type: 'folder',
    bytes: 4096,
    inode: 1,
    modifiedAt: '2026-11-26T11:00:00Z',
    mode: 0o700,
    uid,
  });
const cmdline = (words: string) => ({
  'drivers.command-line': file(`BOOT_IMAGE=/vmlinuz root=/dev/sda1 ro ${words}\n`),
});
const marks = (...all: readonly ReturnType<typeof mark>[]) => ({ 'journal.starts': journal(...all) });
const RUNNING = [mark('now', 60, 'started'), mark('now', 59, 'up', 9)];

const shown = (text: string) =>
  exec(`LoadState=loaded\nActiveState=failed\nSubState=failed\nUnitFileState=enabled\n${text}`);
const FSTAB =
  'UUID=5f1c7a9e-0000-4000-8000-000000000001 / ext4 errors=remount-ro 0 1\nUUID=0b5a2d4c-7a55-4d0e-9e3c-6f8b1c2d3e4f /data ext4 defaults,x-systemd.device-timeout=4s 0 2\n';
const ROOT_MOUNT = '21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n';
const DATA_MISSING = {
  'disk.fstab': file(FSTAB),
  'disk.mounts': file(ROOT_MOUNT),
  'start.device-names/by-uuid': list('5f1c7a9e-0000-4000-8000-000000000001'),
};
const MARIA = {
  'system.user': raw('user', { name: 'maria', home: '/home/maria', uid: 1000, elevated: false }),
};

/** The kernel's lines of the lab's oops, as dmesg -r prints them. */
const OOPS = `<5>[    0.000000] Linux version 6.1.0-49-amd64
<1>[   92.100000] BUG: kernel NULL pointer dereference, address: 0000000000000000
<4>[   92.100200] Oops: 0002 [#1] PREEMPT SMP NOPTI
<4>[   92.100400] RIP: 0010:lab_fault_thread+0x11/0x20 [lab_fault]
<4>[   92.100700] ---[ end trace 0000000000000000 ]---
`;

export const startOnLinux: readonly Evidence[] = [
  row(
    'safe-mode/unexpected-shutdown',
    'composed',
    'journal: a start whose end was neither ordered nor written (sd-messages.h)',
    marks(mark('a', 3000, 'started'), mark('a', 2999, 'up', 9), ...RUNNING),
  ),
  row(
    'safe-mode/unexpected-shutdown',
    'composed',
    'a /var of its own: the order stands, the last line is lost',
    marks(mark('a', 3000, 'started'), mark('a', 100, 'order'), ...RUNNING),
    { quiet: true },
  ),
  row(
    'safe-mode/unexpected-shutdown',
    'composed',
    'a start whose beginning was thrown away',
    marks(mark('a', 2999, 'up', 9), ...RUNNING),
    { quiet: true },
  ),
  row('safe-mode/bugcheck', 'vmlab', 'kernel-oops: a NULL pointer in a thread of the kernel', {
    'kernel.log': exec(OOPS),
  }),
  row('safe-mode/bugcheck', 'corpus', 'Launchpad 521260, an oops of 2010', {
    'kernel.log': corpus('dmesg/fwts-oops/launchpad-521260.txt'),
  }),
  row('safe-mode/bugcheck', 'corpus', 'a general protection fault (syzkaller)', {
    'kernel.log': corpus('dmesg/syzkaller/162.txt'),
  }),
  row('safe-mode/bugcheck', 'composed', 'without rights for the log: bit 7 of kernel.tainted', {
    'kernel.log': none('denied', 'EPERM'),
    'kernel.tainted': file('128\n'),
  }),
  row('safe-mode/bugcheck', 'composed', 'the firmware’s store (pstore), not yet moved', {
    'start.pstore': list('dmesg-erst-7563498752394362881'),
    'start.pstore-record//sys/fs/pstore/dmesg-erst-7563498752394362881': file(
      'Panic#1 Part1\n<0>[   30.1] Kernel panic - not syncing: sysrq triggered crash\n',
    ),
  }),
  row('safe-mode/bugcheck', 'composed', 'kdump’s folders of Debian and Red Hat', {
    'start.kdump': list('202611201015', '127.0.0.1-2026-11-22-08:01:30'),
  }),
  row(
    'safe-mode/bugcheck',
    'corpus',
    'a start of a board without a crash (kernelci)',
    { 'kernel.log': corpus('dmesg/kernelci/test_baseline_003.log') },
    { quiet: true },
  ),
  row(
    'safe-mode/bugcheck',
    'composed',
    'a console log of ramoops, which every start leaves',
    {
      'start.pstore': list('console-ramoops-0'),
      'start.pstore-record//sys/fs/pstore/console-ramoops-0': file(
        '<6>[    0.0] Linux version 6.1\n<6>[  99.0] reboot: Restarting system\n',
      ),
    },
    { quiet: true },
  ),
  row('safe-mode/safe-mode-active', 'vmlab', 'boot-rescue: systemd.unit=rescue.target', {
    ...cmdline('systemd.unit=rescue.target'),
    ...onlyUnits(
      'rescue.target loaded active active Rescue Mode',
      'rescue.service loaded active running Rescue Shell',
    ),
  }),
  row('safe-mode/safe-mode-active', 'lab', 'safe-mode: single, where systemd does not run', {
    ...cmdline('single'),
    'systemd.units': exec('', 1, 'System has not been booted with systemd as init system (PID 1).\n'),
  }),
  row(
    'safe-mode/safe-mode-active',
    'composed',
    'whoever left the rescue shell went on',
    { ...cmdline('single'), ...units() },
    { quiet: true },
  ),
  row(
    'safe-mode/safe-mode-active',
    'corpus',
    'the command line of a node of Kubernetes',
    { 'drivers.command-line': corpus('machines/hotsos-kubernetes/proc/cmdline', file) },
    { quiet: true },
  ),
  row('safe-mode/safeboot-flag-stuck', 'composed', 'single left in /etc/default/grub', {
    ...cmdline('quiet single'),
    ...onlyUnits('rescue.target loaded active active Rescue Mode'),
    'start.grub-defaults': file(
      'GRUB_TIMEOUT=5\nGRUB_CMDLINE_LINUX_DEFAULT="quiet"\nGRUB_CMDLINE_LINUX="single"\n#GRUB_CMDLINE_LINUX="x"\n',
    ),
  }),
  row('safe-mode/safeboot-flag-stuck', 'composed', 'the default target leads to rescue.target', {
    'start.default-target': raw('attributes', {
      entries: { system: { 'default.target': { text: '/lib/systemd/system/rescue.target' } } },
    }),
  }),
  row(
    'safe-mode/safeboot-flag-stuck',
    'composed',
    'a comment, and the usual words',
    {
      'start.grub-defaults': file(
        '# GRUB_CMDLINE_LINUX="single"\nGRUB_CMDLINE_LINUX_DEFAULT="quiet splash"\n',
      ),
    },
    { quiet: true },
  ),
  row('safe-mode/emergency-mode', 'vmlab', 'boot-emergency: fstab names a disk that is not there', {
    ...DATA_MISSING,
    ...cmdline('quiet'),
    ...onlyUnits(
      'emergency.target loaded active active Emergency Mode',
      'emergency.service loaded active running Emergency Shell',
      'data.mount loaded inactive dead /data',
    ),
  }),
  row('safe-mode/emergency-mode', 'composed', 'a file system that could not be checked', {
    ...cmdline('quiet'),
    ...onlyUnits(
      'emergency.target loaded active active Emergency Mode',
      'systemd-fsck@dev-sdb1.service loaded failed failed File System Check on /dev/sdb1',
    ),
  }),
  row(
    'safe-mode/emergency-mode',
    'composed',
    'emergency mode that was asked for',
    {
      ...cmdline('systemd.unit=emergency.target'),
      ...onlyUnits('emergency.target loaded active active Emergency Mode'),
    },
    { quiet: true },
  ),
  row('safe-mode/failed-services', 'vmlab', 'unit-failed: its program exits with 1', {
    ...units('lab-backup.service loaded failed failed Nightly backup'),
    'systemd.unit/lab-backup.service': shown('Result=exit-code\nNRestarts=0\nExecMainStatus=1\n'),
    'systemd.log/lab-backup.service': journal({
      __REALTIME_TIMESTAMP: String(NOW * 1000),
      PRIORITY: '3',
      SYSLOG_IDENTIFIER: 'sh',
      MESSAGE: 'cannot reach backup server: connection refused',
    }),
  }),
  row('safe-mode/failed-services', 'vmlab', 'unit-restart-loop: never listed as failed', {
    ...units('lab-sync.service loaded activating auto-restart Lab sync daemon'),
    'systemd.unit/lab-sync.service': exec(
      'LoadState=loaded\nActiveState=activating\nSubState=auto-restart\nUnitFileState=enabled\nResult=exit-code\nNRestarts=9\nExecMainStatus=2\n',
    ),
  }),
  row('safe-mode/failed-services', 'vmlab', 'unit-restart-loop, in the moment in which it runs', {
    ...units('lab-sync.service loaded active running Lab sync daemon'),
    'journal.restarts': journal(
      ...[4, 3, 2, 1].map((ago) => ({
        __REALTIME_TIMESTAMP: String((NOW - ago * 1300) * 1000),
        UNIT: 'lab-sync.service',
        N_RESTARTS: String(10 - ago),
      })),
    ),
  }),
  row('safe-mode/failed-services', 'composed', 'OpenRC (Alpine): /run/openrc/failed', {
    'start.openrc-failed': list('networking'),
  }),
  row(
    'safe-mode/failed-services',
    'corpus',
    'all units of a node of Kubernetes, none failed',
    { 'systemd.units': corpus('machines/hotsos-kubernetes/sos_commands/systemd/systemctl_list-units') },
    { quiet: true },
  ),
  row(
    'safe-mode/failed-services',
    'composed',
    'a service that needed four attempts while it started, half an hour ago',
    {
      ...units('lab-sync.service loaded active running Lab sync daemon'),
      'journal.restarts': journal(
        ...[4, 3, 2, 1].map((ago) => ({
          __REALTIME_TIMESTAMP: String((NOW - 1_800_000 - ago * 1300) * 1000),
          UNIT: 'lab-sync.service',
          N_RESTARTS: String(5 - ago),
        })),
      ),
    },
    { quiet: true },
  ),
  row('safe-mode/bootloader-damaged', 'composed', 'GRUB below /boot, and no grub.cfg', {
    'start.grub': list('fonts', 'grubenv', 'x86_64-efi'),
    'start.grub-config/grub': none(),
  }),
  row(
    'safe-mode/bootloader-damaged',
    'composed',
    'a folder that another boot loader left empty',
    { 'start.grub': list('grubenv'), 'start.grub-config/grub': none() },
    { quiet: true },
  ),
  row('safe-mode/initramfs-missing', 'lab', 'initrd-missing: the newest kernel in /boot has none', {
    'boot.files': list('vmlinuz-6.1.0-9-amd64', 'initrd.img-6.1.0-9-amd64', 'vmlinuz-6.1.0-49-amd64', 'grub'),
  }),
  row('safe-mode/initramfs-missing', 'composed', 'a start image of 0 bytes', {
    'boot.files': list('vmlinuz-6.1.0-49-amd64', 'initrd.img-6.1.0-49-amd64'),
    'start.boot-file/initrd.img-6.1.0-49-amd64': stat(0),
  }),
  row(
    'safe-mode/initramfs-missing',
    'composed',
    'Arch with a unified image (mkinitcpio)',
    {
      'boot.files': list('vmlinuz-linux'),
      'start.unified.efi': list('arch-linux.efi'),
      'system.os-release': file('ID=arch\nNAME="Arch Linux"\n'),
    },
    { quiet: true },
  ),
  row(
    'safe-mode/initramfs-missing',
    'composed',
    'Alpine’s initramfs-lts',
    {
      'boot.files': list('vmlinuz-lts', 'initramfs-lts', 'config-6.6.1-0-lts'),
      'start.boot-file/initramfs-lts': stat(9_000_000),
      'system.os-release': file('ID=alpine\nNAME="Alpine Linux"\n'),
    },
    { quiet: true },
  ),
  row('safe-mode/slow-start', 'composed', 'journal: 95 s in userspace; systemd-analyze blame', {
    ...units(),
    ...marks(mark('now', 58, 'up', 95)),
    'start.blame/all': exec('1min 20.302s lab.service\n      2.101s cups.service\n'),
  }),
  row('safe-mode/slow-start', 'composed', 'systemd-analyze time, where the journal is closed', {
    ...units(),
    'journal.starts': none('denied'),
    'start.time/all': exec(
      'Startup finished in 4.123s (kernel) + 1min 34.561s (userspace) = 1min 38.684s \ngraphical.target reached after 1min 34.012s in userspace.\n',
    ),
  }),
  row(
    'safe-mode/slow-start',
    'composed',
    'a password that nobody typed for a minute',
    {
      ...units(),
      ...marks(mark('now', 58, 'up', 95)),
      'start.blame/all': exec('1min 5.302s systemd-cryptsetup@home.service\n      2.101s cups.service\n'),
    },
    { quiet: true },
  ),
  row('safe-mode/encryption-guard', 'composed', 'the root volume is a LUKS mapping', {
    'disk.mounts': file('21 1 254:0 / / rw,relatime - ext4 /dev/mapper/luks-root rw\n'),
    'security.mappings': raw('attributes', {
      entries: { 'dm-0': { 'dm/name': { text: 'luks-root\n' }, 'dm/uuid': { text: 'CRYPT-LUKS2-0b5a\n' } } },
    }),
  }),
  row('safe-mode/encryption-guard', 'composed', 'LVM on LUKS: the device below the root volume', {
    'disk.mounts': file('21 1 254:1 / / rw,relatime - ext4 /dev/mapper/vg-root rw\n'),
    'security.mappings': raw('attributes', {
      entries: {
        'dm-0': { 'dm/name': { text: 'sda3_crypt\n' }, 'dm/uuid': { text: 'CRYPT-LUKS2-0b5a\n' } },
        'dm-1': { 'dm/name': { text: 'vg-root\n' }, 'dm/uuid': { text: 'LVM-abc\n' } },
      },
    }),
    'start.parts/dm-1': list('dm-0'),
    'start.parts/dm-0': list('sda3'),
  }),
  row(
    'safe-mode/encryption-guard',
    'composed',
    'an encrypted stick beside a plain root volume',
    {
      'disk.mounts': file(ROOT_MOUNT),
      'security.mappings': raw('attributes', {
        entries: {
          'dm-0': { 'dm/name': { text: 'luks-stick\n' }, 'dm/uuid': { text: 'CRYPT-LUKS2-0b5a\n' } },
        },
      }),
    },
    { quiet: true },
  ),
  row('safe-mode/no-recovery-path', 'composed', 'one kernel, no snapshots', {
    'boot.files': list('vmlinuz-6.1.0-49-amd64', 'initrd.img-6.1.0-49-amd64'),
    ...Object.fromEntries(
      [
        'start.unified.efi',
        'start.unified.boot',
        'start.unified.esp',
        'start.snapshots//.snapshots',
        'start.snapshots//timeshift/snapshots',
        'start.snapshots//run/timeshift/backup/timeshift/snapshots',
      ].map((id) => [id, none()]),
    ),
  }),
  row(
    'safe-mode/no-recovery-path',
    'composed',
    'one kernel, and Snapper’s snapshots',
    {
      'boot.files': list('vmlinuz-6.1.0-49-amd64', 'initrd.img-6.1.0-49-amd64'),
      ...Object.fromEntries(
        [
          'start.unified.efi',
          'start.unified.boot',
          'start.unified.esp',
          'start.snapshots//timeshift/snapshots',
          'start.snapshots//run/timeshift/backup/timeshift/snapshots',
        ].map((id) => [id, none()]),
      ),
      'start.snapshots//.snapshots': list('1', '2'),
    },
    { quiet: true },
  ),
  row(
    'safe-mode/restart-loop',
    'composed',
    'journal: four starts in 20 minutes, none of them ordered',
    marks(
      ...[80, 74, 67, 60].flatMap((ago) => [
        mark(`b${ago}`, ago, 'started'),
        mark(`b${ago}`, ago - 1, 'up', 9),
      ]),
    ),
  ),
  row(
    'safe-mode/restart-loop',
    'composed',
    'four starts, each ordered',
    marks(
      ...[80, 74, 67, 60].flatMap((ago) => [
        mark(`b${ago}`, ago, 'started'),
        mark(`b${ago}`, ago - 2, 'order'),
      ]),
    ),
    { quiet: true },
  ),
  row('safe-mode/login-broken', 'composed', 'a home folder of root', {
    ...MARIA,
    'start.owner//home/maria': folder(0),
    'start.writable//home/maria': raw('writable', { error: 'EACCES' }),
  }),
  row('safe-mode/login-broken', 'lab', 'robust-home-readonly: EROFS', {
    ...MARIA,
    'start.owner//home/maria': folder(1000),
    'start.writable//home/maria': raw('writable', { error: 'EROFS' }),
  }),
  row('safe-mode/login-broken', 'composed', '.Xauthority of root', {
    ...MARIA,
    'start.owner//home/maria': folder(1000),
    'start.writable//home/maria': raw('writable', {}),
    'start.owner//home/maria/.Xauthority': stat(51, { uid: 0 }),
  }),
  row(
    'safe-mode/login-broken',
    'composed',
    'a home folder of its owner',
    { ...MARIA, 'start.owner//home/maria': folder(1000), 'start.writable//home/maria': raw('writable', {}) },
    { quiet: true },
  ),
  row(
    'safe-mode/fstab-missing-device',
    'composed',
    'fstab names a disk that is not there, before the next start',
    { ...DATA_MISSING, ...units() },
  ),
  row(
    'safe-mode/fstab-missing-device',
    'composed',
    'nofail, a share, and a disk that udev lists in capitals',
    {
      ...units(),
      'disk.mounts': file(ROOT_MOUNT),
      'disk.fstab': file(
        'UUID=0b5a /data ext4 nofail 0 2\nnas:/x /net nfs4 defaults 0 0\nUUID=abcd-1234 /boot/efi vfat umask=0077 0 1\n',
      ),
      'start.device-names/by-uuid': list('ABCD-1234'),
    },
    { quiet: true },
  ),
  row(
    'safe-mode/fstab-missing-device',
    'corpus',
    'the fstab of a node of Kubernetes, its disks open',
    {
      'disk.fstab': corpus('machines/hotsos-kubernetes/etc/fstab', file),
      'disk.mounts': file(ROOT_MOUNT),
      'start.device-names/by-uuid': list(),
    },
    { quiet: true },
  ),
];
