/** Fedora, Arch and Alpine, in the form of os-release(5), dnf 5, rpm, pacman and apk. */
import { exec } from '../../../evidence/evidence.ts';
import { NOW } from '../net.ts';
import type { World } from '../world.ts';
import { KEY } from './apt.ts';
import { linux, mountinfo, space } from './computer.ts';
import { server } from './others.ts';

const INSTALLED_AT = Math.floor(NOW / 1000) - 2 * 86_400;

const rpm = (names: readonly string[]): World['programs'] => ({
  'rpm -qa': names.map((name, at) => `${name} ${INSTALLED_AT - at * 3600}\n`).join(''),
  'rpm -Va': '',
});

/** Of an ordinary user: without what lies on which disk. */
const BTRFS = exec(
  'Overall:\n    Device size:\t\t  493921239040\n    Device allocated:\t\t  180000000000\n    Device unallocated:\t\t  313921239040\n    Used:\t\t\t  155000000000\n\nData,single: Size:172000000000, Used:152000000000 (88.37%)\n\nMetadata,DUP: Size:4294967296, Used:2147483648 (50.00%)\n\nSystem,DUP: Size:8388608, Used:32768 (0.39%)\n',
  0,
  'WARNING: cannot read detailed chunk info, per-device usage will not be shown, run as root\n',
);

export const fedora = (): World =>
  linux({
    kernel: '6.19.8-200.fc44.x86_64',
    osRelease:
      'NAME="Fedora Linux"\nVERSION="44 (Workstation Edition)"\nRELEASE_TYPE=stable\nID=fedora\nVERSION_ID=44\nPLATFORM_ID="platform:f44"\nPRETTY_NAME="Fedora Linux 44 (Workstation Edition)"\nVARIANT_ID=workstation\nSUPPORT_END=2027-06-02\n',
    mounts: mountinfo(
      'btrfs',
      '/root',
      '60 28 253:0 /home /home rw,relatime shared:31 - btrfs /dev/mapper/luks-root rw,subvol=/home',
    ),
    programs: {
      btrfs: BTRFS,
      // Kernels stay beside each other, and so do keys.
      ...rpm([
        'bash.x86_64',
        'glibc.x86_64',
        'kernel-core.x86_64',
        'kernel-core.x86_64',
        'gpg-pubkey.(none)',
        'gnome-shell.x86_64',
      ]),
    },
    files: {
      '/etc/yum.repos.d/fedora.repo':
        '[fedora]\nname=Fedora $releasever - $basearch\nmetalink=https://mirrors.fedoraproject.org/metalink?repo=fedora-$releasever&arch=$basearch\nenabled=1\ngpgcheck=1\ngpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-fedora-$releasever-$basearch\n',
      '/etc/pki/rpm-gpg/RPM-GPG-KEY-fedora-44-x86_64': KEY,
      '/etc/dnf/dnf.conf': '[main]\ninstallonly_limit=3\nskip_if_unavailable=False\n',
      '/var/log/dnf5.log': '2026-11-22T08:11:02+0000 [1871] INFO DNF5 start\n',
      '/usr/lib/sysimage/rpm/rpmdb.sqlite': '',
      '/etc/systemd/system/multi-user.target.wants/firewalld.service': '',
      '/etc/systemd/system/timers.target.wants/dnf-makecache.timer': '',
      '/boot/vmlinuz-6.19.8-200.fc44.x86_64': 'image',
      '/boot/initramfs-6.19.8-200.fc44.x86_64.img': 'image',
    },
    spaces: { '/home': space(460, 310) },
  });

export const arch = (): World =>
  linux({
    kernel: '6.19.9-arch1-1',
    osRelease: 'NAME="Arch Linux"\nPRETTY_NAME="Arch Linux"\nID=arch\nBUILD_ID=rolling\n',
    dmesg: true,
    programs: {
      'pacman -Dk': 'No database errors have been found!\n',
      pacman: '',
    },
    files: {
      '/etc/pacman.conf':
        '[options]\nHoldPkg     = pacman glibc\nArchitecture = auto\nSigLevel    = Required DatabaseOptional\n\n[core]\nInclude = /etc/pacman.d/mirrorlist\n\n[extra]\nInclude = /etc/pacman.d/mirrorlist\n',
      '/etc/pacman.d/mirrorlist': 'Server = https://geo.mirror.pkgbuild.com/$repo/os/$arch\n',
      '/etc/pacman.d/gnupg/pubring.gpg': '',
      '/var/log/pacman.log': [
        "[2026-11-22T09:00:01+0000] [PACMAN] Running 'pacman -Syu'",
        '[2026-11-22T09:00:01+0000] [PACMAN] synchronizing package lists',
        '[2026-11-22T09:00:05+0000] [PACMAN] starting full system upgrade',
        '[2026-11-22T09:00:30+0000] [ALPM] transaction started',
        '[2026-11-22T09:00:31+0000] [ALPM] upgraded linux (6.19.8.arch1-1 -> 6.19.9.arch1-1)',
        '[2026-11-22T09:00:33+0000] [ALPM] transaction completed',
        '',
      ].join('\n'),
      '/boot/vmlinuz-linux': 'image',
      '/boot/initramfs-linux.img': 'image',
      '/etc/systemd/system/multi-user.target.wants/ufw.service': '',
      '/etc/ufw/ufw.conf': 'ENABLED=yes\nLOGLEVEL=low\n',
    },
  });

/** A small server without systemd, with busybox for most programs. */
export const alpine = (): World =>
  linux({
    kernel: '6.18.12-0-lts',
    osRelease:
      'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.23.2\nPRETTY_NAME="Alpine Linux v3.23"\nHOME_URL="https://alpinelinux.org/"\n',
    desktop: false,
    systemd: false,
    dmesg: true,
    body: server(),
    disk: 'sda',
    network: 'eth0',
    mounts:
      '22 28 0:21 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw\n28 1 8:2 / / rw,relatime - ext4 /dev/sda2 rw\n',
    user: { name: 'root', home: '/root', uid: 0, elevated: true },
    programs: {
      'smartctl --scan': '/dev/sda -d sat # /dev/sda [SAT], ATA device\n',
      smartctl: JSON.stringify({
        smartctl: { version: [7, 5], exit_status: 0 },
        device: { name: '/dev/sda', type: 'sat', protocol: 'ATA' },
        model_name: 'LABDISK 1TB',
        smart_status: { passed: true },
        ata_smart_attributes: {
          table: [
            {
              id: 5,
              name: 'Reallocated_Sector_Ct',
              value: 100,
              worst: 100,
              thresh: 10,
              raw: { value: 0, string: '0' },
            },
            {
              id: 9,
              name: 'Power_On_Hours',
              value: 96,
              worst: 96,
              thresh: 0,
              raw: { value: 17_412, string: '17412' },
            },
          ],
        },
      }),
    },
    files: {
      '/lib/apk/db/installed':
        'C:Q1abc=\nP:alpine-base\nV:3.23.2-r0\nA:x86_64\n\nP:busybox\nV:1.37.0-r30\np:/bin/sh cmd:busybox=1.37.0-r30\n\nP:openssh\nV:10.2_p1-r0\n\nP:linux-lts\nV:6.18.12-r0\n',
      '/etc/apk/world': 'alpine-base\nlinux-lts\nopenssh\n',
      '/etc/apk/repositories':
        'https://dl-cdn.alpinelinux.org/alpine/v3.23/main\nhttps://dl-cdn.alpinelinux.org/alpine/v3.23/community\n',
      '/boot/vmlinuz-lts': 'image',
      '/boot/initramfs-lts': 'image',
      '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n',
      '/etc/ssh/sshd_config': 'PermitRootLogin prohibit-password\nPasswordAuthentication no\n',
      [`/root/.config/borg/security/${'a'.repeat(64)}/manifest-timestamp`]: '2026-11-23T02:00:00',
      '/etc/fstab': '/dev/sda2 / ext4 rw,relatime 0 1\n',
    },
    folders: ['/run/openrc/failed'],
    spaces: { '/': space(900, 610) },
  });
