/** A computer with Linux: its network, its journal, its services, its desktop; what all distributions share. */
import { readFileSync } from 'node:fs';
import type { Answer } from '../../../src/contract.ts';
import { exec, json } from '../../evidence/evidence.ts';
import { type Body, laptop } from './hardware.ts';
import { clock, online, unixPing } from './net.ts';
import type { World } from './world.ts';

const GB = 1024 ** 3;

const captured = (name: string): string =>
  readFileSync(new URL(`../../captured/${name}`, import.meta.url), 'utf8');

export interface Distribution extends Partial<Omit<World, 'os' | 'clock' | 'system'>> {
  readonly kernel: string;
  readonly osRelease: string;
  readonly body?: Body;
  readonly arch?: 'x64' | 'arm64';
  /** The interface with the network; `wlp2s0` unless it is said. */
  readonly network?: string;
  readonly mounts?: string;
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

const addresses = (name: string) => [
  {
    ifindex: 1,
    ifname: 'lo',
    flags: ['LOOPBACK', 'UP', 'LOWER_UP'],
    addr_info: [
      { family: 'inet', local: '127.0.0.1', prefixlen: 8, scope: 'host' },
      { family: 'inet6', local: '::1', prefixlen: 128, scope: 'host' },
    ],
  },
  {
    ifindex: 2,
    ifname: name,
    flags: ['BROADCAST', 'MULTICAST', 'UP', 'LOWER_UP'],
    addr_info: [
      { family: 'inet', local: '192.168.178.23', prefixlen: 24, scope: 'global', dynamic: true },
      { family: 'inet6', local: '2001:db8:1:2::23', prefixlen: 64, scope: 'global', dynamic: true },
      { family: 'inet6', local: 'fe80::23', prefixlen: 64, scope: 'link' },
    ],
  },
];

const routes = (dev: string) => [
  { dst: 'default', gateway: '192.168.178.1', dev, protocol: 'dhcp', metric: 600, flags: [] },
  { dst: '192.168.178.0/24', dev, protocol: 'kernel', scope: 'link', metric: 600, flags: [] },
];

const routes6 = (dev: string) => [
  { dst: '2001:db8:1:2::/64', dev, protocol: 'ra', metric: 600, flags: [] },
  { dst: 'fe80::/64', dev, protocol: 'kernel', metric: 1024, flags: [] },
  { dst: 'default', gateway: 'fe80::1', dev, protocol: 'ra', metric: 600, flags: [] },
];

const neighbours = (dev: string) => [
  { dst: '192.168.178.1', dev, lladdr: '3c:a6:2f:01:02:03', state: ['REACHABLE'] },
];

/** iproute2 with -j. */
export const ip =
  (dev: string, changed: { addresses?: unknown; routes?: unknown } = {}) =>
  (argv: readonly string[]): string => {
    const asked = argv.includes('-6')
      ? 'routes6'
      : (argv.find((word) => /^(addr|route|neigh)$/.test(word)) ?? '');
    const known: Readonly<Record<string, unknown>> = {
      addr: changed.addresses ?? addresses(dev),
      route: changed.routes ?? routes(dev),
      routes6: changed.routes === undefined ? routes6(dev) : [],
      neigh: neighbours(dev),
    };
    return JSON.stringify(known[asked] ?? []);
  };

type Line = readonly [priority: number, text: string];

/** A quiet start. */
export const KERNEL_LOG: readonly Line[] = [
  [5, 'Linux version'],
  [6, 'Command line: BOOT_IMAGE=/boot/vmlinuz root=UUID=0a1b2c3d-0000-4000-8000-000000000001 ro quiet'],
  [6, 'ACPI: PM: (supports S0 S3 S4 S5)'],
  [6, 'usb 1-8: new high-speed USB device number 3 using xhci_hcd'],
  [6, 'nvme nvme0: 8/0/0 default/read/poll queues'],
  [6, 'EXT4-fs (dm-0): mounted filesystem with ordered data mode. Quota mode: none.'],
  // On many laptops with that driver, and harmless: an older version is loaded next.
  [4, 'iwlwifi 0000:02:00.0: Direct firmware load for iwlwifi-ty-a0-gf-a0-92.ucode failed with error -2'],
  [6, 'iwlwifi 0000:02:00.0: loaded firmware version 89.7207fc64.0 ty-a0-gf-a0-89.ucode op_mode iwlmvm'],
  [6, 'wlp2s0: associated'],
];

/** journalctl of somebody who may read it: the kernel's lines where they are asked for, of all else nothing. */
export const journal =
  (lines: readonly Line[]) =>
  (argv: readonly string[]): string =>
    argv.includes('-k')
      ? lines
          .map(
            ([priority, MESSAGE], at) =>
              `${JSON.stringify({ MESSAGE, PRIORITY: `${priority}`, _SOURCE_MONOTONIC_TIMESTAMP: `${(at + 1) * 200_000}` })}\n`,
          )
          .join('')
      : '';

/** `dmesg -r` */
export const ring = (lines: readonly Line[]): string =>
  lines
    .map(([priority, text], at) => `<${priority}>[${String(at + 1).padStart(5)}.200000] ${text}\n`)
    .join('');

const REFUSED: Answer = exec('', 1, 'dmesg: read kernel buffer failed: Operation not permitted\n');

const SESSION_UNITS = new Set([
  'pipewire.service',
  'pipewire.socket',
  'pipewire-pulse.service',
  'pipewire-pulse.socket',
  'wireplumber.service',
]);

/** Every unit that is asked for runs, but for those named. */
export const systemctl =
  (failed: readonly string[] = []) =>
  (argv: readonly string[]): string => {
    const units = argv.slice(argv.indexOf('--') + 1);
    return units
      .map((unit) => {
        const isThere = !argv.includes('--user') || SESSION_UNITS.has(unit);
        const state = failed.includes(unit) ? 'failed' : isThere ? 'active' : 'inactive';
        return `Id=${unit}\nLoadState=${isThere ? 'loaded' : 'not-found'}\nActiveState=${state}\nUnitFileState=${isThere ? 'enabled' : ''}\n`;
      })
      .join('\n');
  };

export const process = (pid: number, name: string): Readonly<Record<string, string>> => ({
  [`/proc/${pid}/stat`]: `${pid} (${name}) S 1 1 1 0 -1 4194560 12345 98765 10 20 15 30 40 50 20 0 1 0 ${1000 + pid} 170000000 3000 18446744073709551615 1 1 0 0 0 0 671173123 4096 1260 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n`,
  [`/proc/${pid}/comm`]: `${name}\n`,
});

const PROC_TCP =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n   0: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 21391 1 0000000000000000 100 0 0 10 0\n';

const GSETTINGS: Readonly<Record<string, string>> = {
  'org.gnome.system.proxy': "org.gnome.system.proxy mode 'none'\n",
  'org.gnome.desktop.screensaver':
    'org.gnome.desktop.screensaver idle-activation-enabled true\norg.gnome.desktop.screensaver lock-delay uint32 0\norg.gnome.desktop.screensaver lock-enabled true\n',
  'org.gnome.desktop.session': 'org.gnome.desktop.session idle-delay uint32 300\n',
};

const BLUEZ = {
  type: 'a{oa{sa{sv}}}',
  data: [
    {
      '/org/bluez/hci0': {
        'org.bluez.Adapter1': {
          Address: { type: 's', data: '00:1A:7D:DA:71:13' },
          Powered: { type: 'b', data: true },
        },
      },
    },
  ],
};

const DRIVE = '/org/freedesktop/UDisks2/drives/LABDISK_1';

/** udisks reads the health of ATA disks; of NVMe from 2.10 on. */
const udisks = (face: string): Answer =>
  /NVMe/.test(face)
    ? json({
        type: 'a{sv}',
        data: [
          {
            SmartUpdated: { type: 't', data: 1_795_500_000 },
            SmartCriticalWarning: { type: 'as', data: [] },
          },
        ],
      })
    : exec('', 1, 'Call failed: No such interface “org.freedesktop.UDisks2.Drive.Ata”\n');

const busctl = (argv: readonly string[]): Answer => {
  if (argv.includes('org.bluez')) return json(BLUEZ);
  if (argv.includes('get-property')) return json({ type: 'o', data: DRIVE });
  if (argv.includes(DRIVE)) return udisks(argv.at(-1) ?? '');
  return exec('', 1, 'Call failed: No entry for microphone\n');
};

/** GNOME with PipeWire, printing, and a backup that runs. */
const DESKTOP: Pick<World, 'programs' | 'files'> = {
  programs: {
    gsettings: (argv) => (argv[1] === 'get' ? 'false\n' : (GSETTINGS[argv[2] ?? ''] ?? '')),
    pactl: (argv) => captured(`pactl-${argv[1] === 'info' ? 'info' : 'list'}-pipewire0.3.65-debian12.txt`),
    lpstat: 'scheduler is running\nno system default destination\n',
    busctl,
  },
  files: {
    '/usr/bin/pipewire': '',
    '/run/user/1000/pulse/native': '',
    '/usr/share/wayland-sessions/gnome.desktop': '',
    '/home/anna/.local/share/backintime/takesnapshot_.log': '',
    ...process(1800, 'gnome-shell'),
  },
};

/** A laptop where an ordinary user is signed in, in the group of administrators. */
export const linux = (made: Distribution): World => {
  const { kernel, osRelease, body = laptop(), network = 'wlp2s0', desktop = true, systemd = true } = made;
  return {
    os: 'linux',
    programs: {
      ip: ip(network),
      iw: `Connected to 3c:a6:2f:01:02:04 (on ${network})\n\tSSID: home\n\tfreq: 5500\n\tsignal: -52 dBm\n\ttx bitrate: 866.7 MBit/s VHT-MCS 9 80MHz short GI VHT-NSS 2\n`,
      ping: unixPing(),
      dmesg: made.dmesg ? ring(KERNEL_LOG) : REFUSED,
      ...(systemd && { journalctl: journal(KERNEL_LOG), systemctl: systemctl() }),
      ...(desktop && { nmcli: 'full\n', ...DESKTOP.programs }),
      ...made.programs,
    },
    files: {
      '/etc/os-release': osRelease,
      '/proc/self/mountinfo': made.mounts ?? mountinfo('ext4'),
      '/etc/fstab':
        '# /etc/fstab\n/dev/mapper/luks-root / ext4 errors=remount-ro 0 1\nUUID=ABCD-1234 /boot/efi vfat umask=0077 0 1\n',
      '/etc/hosts': '127.0.0.1\tlocalhost\n127.0.1.1\tlaptop\n::1\tlocalhost ip6-localhost ip6-loopback\n',
      '/etc/resolv.conf': 'nameserver 192.168.178.1\n',
      '/proc/1/cgroup': '0::/init.scope\n',
      '/proc/cmdline': 'BOOT_IMAGE=/boot/vmlinuz root=UUID=0a1b2c3d-0000-4000-8000-000000000001 ro quiet\n',
      '/proc/sys/kernel/tainted': '0\n',
      '/proc/mdstat': 'Personalities : \nunused devices: <none>\n',
      '/proc/locks': '1: POSIX  ADVISORY  WRITE 812 00:19:1032 0 EOF\n',
      '/proc/net/tcp': PROC_TCP,
      ...process(1, systemd ? 'systemd' : 'init'),
      ...(systemd && {
        '/etc/systemd/system/multi-user.target.wants/NetworkManager.service': '',
        '/etc/systemd/system/timers.target.wants/fstrim.timer': '',
      }),
      [`/lib/modules/${kernel}/modules.dep`]: '',
      [`/boot/vmlinuz-${kernel}`]: '',
      ...body.files,
      ...(desktop && DESKTOP.files),
      ...made.files,
    },
    folders: ['/home/anna', ...(made.folders ?? [])],
    links: { ...body.links, ...made.links },
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
    clock: clock(made.timeZone),
    spaces: {
      '/': space(460, 310),
      '/run': space(2, 2),
      '/boot/efi': { totalBytes: 510e6, freeBytes: 470e6, availableBytes: 470e6, files: 0, freeFiles: 0 },
      ...made.spaces,
    },
    net: made.net ?? online,
  };
};
