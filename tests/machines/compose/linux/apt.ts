/** Systems with apt: Ubuntu, Raspberry Pi OS, WSL. Composed in the form of apt-get(8) and dpkg-query(1). */
import type { Answer } from '../../../../src/contract.ts';
import { none } from '../../../evidence/evidence.ts';
import type { World } from '../world.ts';
import { linux, space } from './computer.ts';
import { nothing, raspberryPi } from './others.ts';
import { process } from './system.ts';

const NOT_ALLOWED: Answer = none('denied', 'EACCES');

export const KEY = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n';

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
      '/var/lib/apt/lists/partial': NOT_ALLOWED,
      '/var/log/apt/history.log':
        '\nStart-Date: 2026-11-23  06:31:02\nCommandline: /usr/bin/unattended-upgrade\nUpgrade: bash:amd64 (5.2.21-2ubuntu4, 5.2.21-2ubuntu5)\nEnd-Date: 2026-11-23  06:31:10\n',
    },
    folders: ['/var/lib/dpkg/updates'],
  };
};

const DEB_NAMES = ['apt', 'bash', 'coreutils', 'dpkg', 'libc6:amd64', 'systemd'];

const images = (kernel: string): Readonly<Record<string, string>> => ({
  [`/boot/vmlinuz-${kernel}`]: 'image',
  [`/boot/initrd.img-${kernel}`]: 'image',
});

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
    files: {
      ...packages.files,
      '/etc/ufw/ufw.conf': 'ENABLED=yes\nLOGLEVEL=low\n',
      ...images('6.8.0-88-generic'),
    },
  });
};

/** Raspberry Pi OS with its desktop on a Raspberry Pi 5: signs in by itself, as it comes from its makers. */
export const raspberryPiOs = (): World => {
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
    body: raspberryPi(),
    disk: 'mmcblk0',
    network: 'eth0',
    osRelease:
      'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nNAME="Debian GNU/Linux"\nVERSION_ID="13"\nVERSION="13 (trixie)"\nVERSION_CODENAME=trixie\nID=debian\n',
    mounts:
      '28 1 179:2 / / rw,noatime shared:1 - ext4 /dev/mmcblk0p2 rw\n44 28 179:1 / /boot/firmware rw,relatime shared:29 - vfat /dev/mmcblk0p1 rw\n',
    files: {
      ...packages.files,
      ...images('6.12.47+rpt-rpi-2712'),
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
    disk: 'sdd',
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
