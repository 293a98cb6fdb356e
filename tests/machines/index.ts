/** The computers that all checks are run on: what each is, what was recorded of it, and what was composed. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Host, Recording, Settings } from '../../src/contract.ts';
import { replay } from '../../src/host/replay.ts';
import * as broken from './compose/broken.ts';
import { raspberryPiOs, ubuntu, wsl } from './compose/linux/apt.ts';
import { alpine, arch, fedora } from './compose/linux/distributions.ts';
import { macos } from './compose/macos/computer.ts';
import { WINDOWS_10, WINDOWS_11, windows } from './compose/windows/computer.ts';
import { hostOf, type World } from './compose/world.ts';

export interface Machine {
  readonly name: string;
  /** System, version, and what kind of computer it is. */
  readonly system: string;
  /** Where its answers come from. */
  readonly from: 'recorded' | 'composed';
  readonly how: string;
  /** What is wrong with it, in a few words; without it it is healthy. */
  readonly fault?: string;
  /** The root causes as a reader meets them, the expected one first. Empty on a healthy one. */
  readonly causes: readonly string[];
  /** Warnings that are right although nothing is broken, and why. */
  readonly justified?: Readonly<Record<string, string>>;
  /** What the checks cannot see there, by read, and why nobody in that place would. */
  readonly unseen?: Readonly<Record<string, string>>;
  /** In a lab whose servers are the only ones there. */
  readonly settings?: Readonly<Record<string, Settings>>;
  readonly host: () => Host;
}

type Rest = Omit<Machine, 'from' | 'host' | 'causes'> & { readonly causes?: readonly string[] };

const composed = (world: () => World, rest: Rest): Machine => ({
  causes: [],
  ...rest,
  from: 'composed',
  host: () => hostOf(world()),
});

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Our own files: written by record.ts. */
const recorded = (rest: Rest): Machine => ({
  causes: [],
  ...rest,
  from: 'recorded',
  host: () => replay(JSON.parse(read(`${rest.name}.json`)) as Recording),
});

const LAB = parse(read('../lab/techsupport.config.yaml')) as Readonly<Record<string, Settings>>;

const ADMINISTRATOR = 'an ordinary user asks, and Windows tells it to administrators only';
const WINDOWS_UNSEEN = {
  'updates.component-store': ADMINISTRATOR,
  'windows.hardware': ADMINISTRATOR,
};
const OFFLINE = {
  'net.http/http://connectivitycheck.gstatic.com/generate_204': 'without a network nobody tells the time',
};
const MICROSOFT =
  'after Microsoft Learn: CIM classes MSFT_Net…, MSFT_PhysicalDisk, Win32_PnPEntity, registry values, event ids; the names in the language of the system';
const APPLE =
  'after the manuals of ifconfig(8), netstat(1), scutil(8), diskutil(8), pmset(1), and system_profiler -json as captured of macOS 10.15 to 15.5';
const APPLE_UNSEEN = {
  'clock.macos.network-time': 'an ordinary user asks, and systemsetup answers administrators only',
};
const SYSFS =
  'sysfs, procfs, mountinfo after the kernel’s documentation, iproute2 -j, busctl --json; PipeWire’s pactl as captured on Debian 12';

const EMULATED = {
  'safe-mode/slow-start':
    'an emulated processor needs three minutes for a start: it is slow, and that is told',
};
const ISOLATED = {
  'net.http/http://connectivitycheck.gstatic.com/generate_204':
    'the virtual machine is on a network without a way out, and nobody tells the time',
};

export const machines: readonly Machine[] = [
  recorded({
    name: 'debian-12',
    system: 'Debian 12, kernel 6.1, systemd, in a virtual machine on a network of its own',
    how: 'in the lab of virtual machines, scenario healthy, as root (record.ts)',
    justified: EMULATED,
    unseen: ISOLATED,
  }),
  recorded({
    name: 'debian-12-disk',
    system: 'the same Debian',
    fault: 'a disk fails by its own verdict',
    causes: ['hardware/disk-smart-failing'],
    how: 'in the lab of virtual machines, scenario smart-failing, as root (record.ts)',
    justified: EMULATED,
    unseen: ISOLATED,
  }),
  composed(ubuntu, {
    name: 'ubuntu-24.04',
    system: 'Ubuntu 24.04.3, kernel 6.8, a ThinkPad with GNOME on Wi-Fi',
    how: `${SYSFS}; apt and dpkg after apt-get(8), dpkg-query(1), snap(8)`,
  }),
  composed(broken.fullUbuntu, {
    name: 'ubuntu-24.04-full',
    system: 'the same Ubuntu',
    fault: 'the disk is full',
    causes: ['disk-space/system-volume-full'],
    how: 'the healthy one with statfs of a full disk',
  }),
  composed(fedora, {
    name: 'fedora-44',
    system: 'Fedora Workstation 44, kernel 6.19, btrfs on LUKS',
    how: `${SYSFS}; dnf 5 and rpm after dnf5.conf(5), rpm(8)`,
  }),
  composed(broken.fedoraWithoutProvider, {
    name: 'fedora-44-provider',
    system: 'the same Fedora',
    fault: 'the router answers, nothing behind it does',
    causes: ['connectivity/internet-unreachable'],
    how: 'the healthy one with attempts that time out beyond the router, as the fault lab shows them (isp-down)',
    unseen: OFFLINE,
  }),
  composed(arch, {
    name: 'arch',
    system: 'Arch Linux, kernel 6.19, a ThinkPad with GNOME',
    how: `${SYSFS}; pacman as captured (6.0.2) and after pacman.conf(5)`,
  }),
  composed(broken.archAfterUpdate, {
    name: 'arch-updated',
    system: 'the same Arch',
    fault: 'the kernel was updated, and not started anew',
    causes: ['updates/kernel-modules-missing'],
    how: 'the healthy one without the folder of the running kernel’s modules',
  }),
  composed(alpine, {
    name: 'alpine-3.23',
    system: 'Alpine 3.23 as a small server: OpenRC, busybox',
    how: `${SYSFS}; apk’s database after apk-package(5)`,
  }),
  composed(broken.alpineWithDyingDisk, {
    name: 'alpine-3.23-disk',
    system: 'the same Alpine',
    fault: 'its disk gives read errors, and the kernel made the file system read-only',
    causes: ['hardware/disk-io-errors'],
    how: 'the healthy one with the kernel’s lines of block/blk-core.c and fs/ext4/super.c',
  }),
  composed(raspberryPiOs, {
    name: 'raspberry-pi-os-13',
    system: 'Raspberry Pi OS 13 (64 bit) with its desktop on a Raspberry Pi 5',
    how: `${SYSFS}; device tree instead of SMBIOS; apt after apt-get(8)`,
  }),
  composed(broken.raspberryWithBadCard, {
    name: 'raspberry-pi-os-13-card',
    system: 'the same Raspberry Pi',
    fault: 'its card is worn out',
    causes: ['hardware/disk-io-errors'],
    how: 'the healthy one with the kernel’s lines of drivers/mmc and block/blk-core.c',
  }),
  composed(wsl, {
    name: 'wsl-2',
    system: 'Ubuntu 24.04 under WSL 2 on Windows 11',
    how: `${SYSFS}; the marks of WSL after Microsoft Learn`,
  }),
  composed(broken.wslWithoutNames, {
    name: 'wsl-2-names',
    system: 'the same WSL',
    fault: 'resolv.conf names a server that is gone',
    causes: ['connectivity/dns-unreachable'],
    how: 'the healthy one with a name server that does not answer',
    unseen: OFFLINE,
  }),
  recorded({
    name: 'container-debian-12',
    system: 'a container of Debian 12, marked as podman marks its own',
    how: 'mmdebstrap’s minbase in a chroot, within the fault lab (record.ts, in-container.sh)',
    settings: LAB,
  }),
  recorded({
    name: 'container-debian-12-dns',
    system: 'the same container',
    fault: 'its name servers do not answer',
    causes: ['connectivity/dns-unreachable'],
    how: 'the same, within the fault dns-dead of the lab',
    settings: LAB,
    unseen: { 'net.http/http://probe.lab.test/generate_204': 'without names nobody tells the time' },
  }),
  composed(() => windows({ tongue: 'en', ...WINDOWS_10 }), {
    name: 'windows-10',
    system: 'Windows 10 22H2 with extended updates, English',
    how: MICROSOFT,
    unseen: WINDOWS_UNSEEN,
  }),
  composed(broken.fullWindows10, {
    name: 'windows-10-full',
    system: 'the same Windows 10',
    fault: 'C: is full, and updates fail for it',
    causes: ['disk-space/system-volume-full'],
    how: 'the healthy one with 200 MB left and a history with 0x80070070',
    unseen: WINDOWS_UNSEEN,
  }),
  composed(() => windows({ tongue: 'en', ...WINDOWS_11 }), {
    name: 'windows-11',
    system: 'Windows 11 25H2, English, a Dell laptop on Wi-Fi, an ordinary user',
    how: MICROSOFT,
    unseen: WINDOWS_UNSEEN,
  }),
  composed(broken.windows11WithDyingDisk, {
    name: 'windows-11-disk',
    system: 'the same Windows 11',
    fault: 'its disk fails: its own verdict, bad blocks, a damaged file system',
    // OneDrive alone is no copy: beside a disk that fails it matters.
    causes: ['hardware/disk-smart-failing', 'security/no-backup'],
    how: 'the healthy one with HealthStatus 2, events disk 7 and Ntfs 55',
    unseen: WINDOWS_UNSEEN,
  }),
  composed(() => windows({ tongue: 'de', ...WINDOWS_11 }), {
    name: 'windows-11-de',
    system: 'Windows 11 25H2, German',
    how: MICROSOFT,
    unseen: WINDOWS_UNSEEN,
  }),
  composed(broken.germanWithoutWlan, {
    name: 'windows-11-de-wlan',
    system: 'the same Windows in German',
    fault: 'its Wi-Fi has lost the network',
    causes: ['connectivity/wifi-not-associated'],
    how: 'the healthy one with MediaConnectState 2 and no addresses',
    unseen: { ...WINDOWS_UNSEEN, ...OFFLINE },
  }),
  composed(() => windows({ tongue: 'ru', ...WINDOWS_11 }), {
    name: 'windows-11-ru',
    system: 'Windows 11 25H2, Russian; ping in code page 866',
    how: MICROSOFT,
    unseen: WINDOWS_UNSEEN,
  }),
  composed(broken.russianWithDeadProxy, {
    name: 'windows-11-ru-proxy',
    system: 'the same Windows in Russian',
    fault: 'a proxy that is gone stands in the settings',
    causes: ['connectivity/proxy-misconfigured'],
    how: 'the healthy one with ProxyEnable 1 and a port that refuses',
    unseen: WINDOWS_UNSEEN,
  }),
  composed(() => macos({ chip: 'apple', version: '26.1', darwin: '25.1.0' }), {
    name: 'macos-26-apple',
    system: 'macOS 26.1 on a MacBook Pro with Apple silicon',
    how: APPLE,
    unseen: APPLE_UNSEEN,
  }),
  composed(broken.fullMac, {
    name: 'macos-26-apple-full',
    system: 'the same MacBook',
    fault: 'the disk is full',
    causes: ['disk-space/system-volume-full'],
    how: 'the healthy one with statfs of a full container',
    unseen: APPLE_UNSEEN,
  }),
  composed(() => macos({ chip: 'intel', version: '15.7.2', darwin: '24.6.0' }), {
    name: 'macos-15-intel',
    system: 'macOS 15.7 on a MacBook Pro with Intel',
    how: APPLE,
    unseen: APPLE_UNSEEN,
  }),
  composed(broken.macWithDyingDisk, {
    name: 'macos-15-intel-disk',
    system: 'the same MacBook',
    fault: 'its disk fails by its own verdict',
    causes: ['hardware/disk-smart-failing'],
    how: 'the healthy one with smart_status Failing and I/O errors in the log',
    unseen: APPLE_UNSEEN,
  }),
];
