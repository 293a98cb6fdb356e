/** A computer with Linux: its network, its journal, its services, its desktop; what all distributions share. */
import { clock, online, unixPing } from '../net.ts';
import type { World } from '../world.ts';
import { DESKTOP } from './desktop.ts';
import { type Body, laptop } from './laptop.ts';
import { load } from './load.ts';
import { ip, PROC_TCP } from './network.ts';
import { journal, KERNEL_LOG, process, REFUSED, ring, systemctl } from './system.ts';

const GB = 1024 ** 3;

export interface Distribution extends Partial<Omit<World, 'os' | 'clock' | 'system'>> {
  readonly kernel: string;
  readonly osRelease: string;
  readonly body?: Body;
  readonly arch?: 'x64' | 'arm64';
  /** The interface with the network; `wlp2s0` unless it is said. */
  readonly network?: string;
  readonly mounts?: string;
  /** `nvme0n1` unless it is said. */
  readonly disk?: string;
  readonly timeZone?: string;
  /** Without one: a server, a container. */
  readonly desktop?: false;
  /** Without systemd there is neither its journal nor its units. */
  readonly systemd?: false;
  /** Whoever may read the kernel's own log does not need the journal. */
  readonly dmesg?: true;
}

export const space = (totalGb: number, freeGb: number) => ({
  totalBytes: totalGb * GB,
  freeBytes: freeGb * GB,
  availableBytes: freeGb * GB,
  files: totalGb * 65_536,
  freeFiles: freeGb * 65_536,
});

/** tzfile(5) ends with the rule that holds from now on. */
const ZONES: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'CET-1CEST,M3.5.0,M10.5.0/3',
  UTC: 'UTC0',
};

const STARTED =
  'Startup finished in 4.1s (firmware) + 1.2s (loader) + 2.1s (kernel) + 9.3s (userspace) = 16.7s\ngraphical.target reached after 9.2s in userspace.\n';

const timedatectl = (zone: string): string =>
  `Timezone=${zone}\nLocalRTC=no\nCanNTP=yes\nNTP=yes\nNTPSynchronized=yes\nTimeUSec=Tue 2026-11-24 13:00:00 CET\nRTCTimeUSec=Tue 2026-11-24 13:00:00 CET\n`;

/** mountinfo: the system on LUKS, /boot/efi beside it. */
export const mountinfo = (type: string, root = '/', more = ''): string =>
  [
    '22 28 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:12 - proc proc rw',
    '23 28 0:22 / /sys rw,nosuid,nodev,noexec,relatime shared:2 - sysfs sysfs rw',
    `28 1 253:0 ${root} / rw,relatime shared:1 - ${type} /dev/mapper/luks-root rw`,
    '29 28 0:25 / /run rw,nosuid,nodev,size=1600000k,mode=755 shared:5 - tmpfs tmpfs rw',
    '44 28 259:1 / /boot/efi rw,relatime shared:29 - vfat /dev/nvme0n1p1 rw,fmask=0077',
    more,
    '',
  ].join('\n');

/** A laptop where an ordinary user is signed in, in the group of administrators. */
export const linux = (made: Distribution): World => {
  const {
    kernel,
    osRelease,
    body = laptop(),
    network = 'wlp2s0',
    desktop = true,
    systemd = true,
    timeZone = 'Europe/Berlin',
  } = made;
  const counters = load(made.disk ?? 'nvme0n1');
  return {
    os: 'linux',
    programs: {
      ip: ip(network),
      iw: `Connected to 3c:a6:2f:01:02:04 (on ${network})\n\tSSID: home\n\tfreq: 5500\n\tsignal: -52 dBm\n\ttx bitrate: 866.7 MBit/s VHT-MCS 9 80MHz short GI VHT-NSS 2\n`,
      ping: unixPing(),
      dmesg: made.dmesg ? ring(KERNEL_LOG) : REFUSED,
      ...(systemd && {
        journalctl: journal(KERNEL_LOG),
        systemctl: systemctl(),
        timedatectl: timedatectl(timeZone),
        'systemd-analyze': STARTED,
      }),
      ...(desktop && { nmcli: 'full\n', ...DESKTOP.programs }),
      ...made.programs,
    },
    files: {
      '/etc/os-release': osRelease,
      '/proc/self/mountinfo': made.mounts ?? mountinfo('ext4'),
      '/etc/fstab':
        '# /etc/fstab\n/dev/mapper/luks-root / ext4 errors=remount-ro 0 1\nUUID=ABCD-1234 /boot/efi vfat umask=0077 0 1\n',
      '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\nanna:x:1000:1000:Anna,,,:/home/anna:/bin/bash\n',
      '/etc/hosts': '127.0.0.1\tlocalhost\n127.0.1.1\tlaptop\n::1\tlocalhost ip6-localhost ip6-loopback\n',
      '/etc/resolv.conf': 'nameserver 192.168.178.1\n',
      '/etc/localtime': `TZif2\n${ZONES[timeZone] ?? ''}\n`,
      '/proc/1/cgroup': '0::/init.scope\n',
      '/etc/default/grub': 'GRUB_DEFAULT=0\nGRUB_TIMEOUT_STYLE=hidden\n#GRUB_DISABLE_RECOVERY="true"\n',
      '/proc/cmdline': 'BOOT_IMAGE=/boot/vmlinuz root=UUID=0a1b2c3d-0000-4000-8000-000000000001 ro quiet\n',
      '/proc/sys/kernel/tainted': '0\n',
      '/proc/mdstat': 'Personalities : \nunused devices: <none>\n',
      '/proc/locks': '1: POSIX  ADVISORY  WRITE 812 00:19:1032 0 EOF\n',
      '/proc/net/tcp': PROC_TCP,
      ...process(1, systemd ? 'systemd' : 'init'),
      ...process(600, systemd ? 'systemd-timesyn' : 'chronyd'),
      ...(systemd && {
        '/etc/systemd/system/multi-user.target.wants/NetworkManager.service': '',
        '/etc/systemd/system/timers.target.wants/fstrim.timer': '',
      }),
      [`/lib/modules/${kernel}/modules.dep`]: '',
      ...counters.files,
      ...body.files,
      ...(desktop && DESKTOP.files),
      ...made.files,
    },
    folders: ['/home/anna', ...(made.folders ?? [])],
    links: { ...body.links, ...made.links },
    later: { ...counters.later, ...made.later },
    env: {
      ...(desktop && {
        XDG_RUNTIME_DIR: '/run/user/1000',
        XDG_SESSION_TYPE: 'wayland',
        XDG_CURRENT_DESKTOP: 'GNOME',
      }),
      ...made.env,
    },
    user: made.user ?? { name: 'anna', home: '/home/anna', uid: 1000, elevated: false },
    system: {
      platform: 'linux',
      release: kernel,
      arch: made.arch ?? 'x64',
      hostname: 'laptop',
      bootedSecondsAgo: 7200,
    },
    clock: clock(timeZone),
    spaces: {
      '/': space(460, 310),
      '/run': space(2, 2),
      '/boot/efi': { totalBytes: 510e6, freeBytes: 470e6, availableBytes: 470e6, files: 0, freeFiles: 0 },
      ...made.spaces,
    },
    net: made.net ?? online,
  };
};
