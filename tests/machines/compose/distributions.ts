/**
 * Linux distributions: what each says of itself, and what its package manager answers when nothing is wrong.
 * Composed in the form of os-release(5), apt, dnf 5, rpm, pacman and apk.
 */
import type { Answer } from '../../../src/contract.ts';
import { exec, none } from '../../evidence/evidence.ts';
import { nothing, raspberryPi as raspberryPiBody, server } from './hardware.ts';
import { linux, mountinfo, process, space } from './linux.ts';
import { NOW } from './net.ts';
import type { World } from './world.ts';

const REFUSED: Answer = none('denied', 'EACCES');
const KEY = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n';

/** apt and dpkg with a handful of packages, up to date since yesterday. */
const apt = (
  host: string,
  suite: string,
  origin: string,
  keyring: string,
  names: readonly string[],
): Pick<World, 'programs' | 'files' | 'folders'> => {
  const file = `${host}_dists_${suite}_InRelease`.replaceAll('/', '_');
  return {
    programs: {
      'dpkg-query': (argv) =>
        names
          .map((name) =>
            argv.join(' ').includes('Provides')
              ? `ii \t${name}\t1.0-1\t\t\t\n`
              : `ii  ${name} ${/^(dpkg|bash|coreutils)$/.test(name) ? 'yes' : 'no'}\n`,
          )
          .join(''),
      'apt-get': (argv) =>
        argv.includes('--print-uris')
          ? `'http://${host}/dists/${suite}/InRelease' ${file} 0 \n`
          : `Reading package lists...\nBuilding dependency tree...\n${argv.includes('upgrade') ? '0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n' : ''}`,
      'apt-config': 'APT "";\nAPT::Architecture "amd64";\nDir "/";\n',
    },
    files: {
      [`/etc/apt/sources.list.d/${origin.toLowerCase()}.sources`]: `Types: deb\nURIs: http://${host}/\nSuites: ${suite}\nComponents: main\nSigned-By: ${keyring}\n`,
      [keyring]: KEY,
      [`/var/lib/apt/lists/${file}`]: `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nOrigin: ${origin}\nLabel: ${origin}\nSuite: ${suite}\nCodename: ${suite}\nDate: Mon, 23 Nov 2026 08:11:00 UTC\nArchitectures: amd64\nComponents: main\n`,
      '/var/lib/apt/lists/partial': REFUSED,
      '/var/log/apt/history.log':
        '\nStart-Date: 2026-11-23  06:31:02\nCommandline: /usr/bin/unattended-upgrade\nUpgrade: bash:amd64 (5.2.21-2ubuntu4, 5.2.21-2ubuntu5)\nEnd-Date: 2026-11-23  06:31:10\n',
    },
    folders: ['/var/lib/dpkg/updates'],
  };
};

const DEB_NAMES = ['apt', 'bash', 'coreutils', 'dpkg', 'libc6:amd64', 'systemd'];

export const ubuntu = (): World => {
  const packages = apt(
    'archive.ubuntu.com/ubuntu',
    'noble',
    'Ubuntu',
    '/usr/share/keyrings/ubuntu-archive-keyring.gpg',
    [...DEB_NAMES, 'gnome-shell'],
  );
  return linux({
    ...packages,
    kernel: '6.8.0-88-generic',
    osRelease:
      'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nVERSION="24.04.3 LTS (Noble Numbat)"\nVERSION_CODENAME=noble\nID=ubuntu\nID_LIKE=debian\n',
    programs: {
      ...packages.programs,
      'ubuntu-drivers': '',
      'snap refresh': 'timer: 00:00~24:00/4\nlast: today at 09:12 CET\nnext: today at 15:40 CET\n',
    },
    files: { ...packages.files, '/etc/ufw/ufw.conf': 'ENABLED=yes\nLOGLEVEL=low\n' },
  });
};

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
      '/boot/initramfs-6.19.8-200.fc44.x86_64.img': '',
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
      '/boot/vmlinuz-linux': '',
      '/boot/initramfs-linux.img': '',
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
      '/boot/vmlinuz-lts': '',
      '/boot/initramfs-lts': '',
      '/etc/ssh/sshd_config': 'PermitRootLogin prohibit-password\nPasswordAuthentication no\n',
      [`/root/.config/borg/security/${'a'.repeat(64)}/manifest-timestamp`]: '2026-11-23T02:00:00',
      '/etc/fstab': '/dev/sda2 / ext4 rw,relatime 0 1\n',
    },
    spaces: { '/': space(900, 610) },
  });

/** Raspberry Pi OS with its desktop on a Raspberry Pi 5: signs in by itself, as it comes from its makers. */
export const raspberryPi = (): World => {
  const packages = apt(
    'archive.raspberrypi.com/debian',
    'trixie',
    'Raspberry',
    '/usr/share/keyrings/raspberrypi-archive-keyring.pgp',
    DEB_NAMES,
  );
  return linux({
    ...packages,
    kernel: '6.12.47+rpt-rpi-2712',
    arch: 'arm64',
    body: raspberryPiBody(),
    network: 'eth0',
    osRelease:
      'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nNAME="Debian GNU/Linux"\nVERSION_ID="13"\nVERSION="13 (trixie)"\nVERSION_CODENAME=trixie\nID=debian\n',
    mounts:
      '28 1 179:2 / / rw,noatime shared:1 - ext4 /dev/mmcblk0p2 rw\n44 28 179:1 / /boot/firmware rw,relatime shared:29 - vfat /dev/mmcblk0p1 rw\n',
    files: {
      ...packages.files,
      '/etc/fstab':
        'PARTUUID=1a2b3c4d-01  /boot/firmware  vfat    defaults          0       2\nPARTUUID=1a2b3c4d-02  /               ext4    defaults,noatime  0       1\n',
      ...process(900, 'labwc'),
    },
    env: { XDG_CURRENT_DESKTOP: 'labwc:wlroots' },
    spaces: {
      '/': space(29, 18),
      '/boot/firmware': {
        totalBytes: 510e6,
        freeBytes: 430e6,
        availableBytes: 430e6,
        files: 0,
        freeFiles: 0,
      },
    },
  });
};

/** Ubuntu under WSL 2, with systemd as it comes since 2023. */
export const wsl = (): World => {
  const packages = apt(
    'archive.ubuntu.com/ubuntu',
    'noble',
    'Ubuntu',
    '/usr/share/keyrings/ubuntu-archive-keyring.gpg',
    DEB_NAMES,
  );
  return linux({
    ...packages,
    kernel: '6.6.87.2-microsoft-standard-WSL2',
    body: nothing(),
    network: 'eth0',
    desktop: false,
    osRelease:
      'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nVERSION="24.04.3 LTS (Noble Numbat)"\nVERSION_CODENAME=noble\nID=ubuntu\nID_LIKE=debian\n',
    mounts:
      '28 1 8:48 / / rw,relatime - ext4 /dev/sdd rw,discard,errors=remount-ro,data=ordered\n60 28 0:60 / /mnt/c rw,noatime - 9p C:\\134 rw,aname=drvfs;path=C:\\;uid=1000\n61 28 0:40 / /usr/lib/wsl/drivers ro,nosuid,nodev,noatime - 9p none ro,aname=drivers\n62 28 0:28 / /init ro - rootfs rootfs rw\n',
    programs: {
      ...packages.programs,
      dmesg: '<6>[    0.100000] Linux version\n<4>[    1.200000] FS-Cache: Duplicate cookie detected\n',
    },
    files: {
      ...packages.files,
      '/etc/fstab': 'LABEL=cloudimg-rootfs\t/\t ext4\tdefaults\t0 1\n',
      '/run/systemd/container': 'wsl\n',
      '/proc/sys/fs/binfmt_misc/WSLInterop': 'enabled\n',
      '/lib/modules': none(),
    },
    env: { WSL_DISTRO_NAME: 'Ubuntu', WSL_INTEROP: '/run/WSL/1_interop' },
    batches: { 'disk.wsl': [{ distribution: 'Ubuntu', bytes: 9_000_000_000 }] },
    spaces: { '/': space(1007, 948), '/mnt/c': space(475, 212) },
  });
};
