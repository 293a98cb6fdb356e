/**
 * Plans that a person agrees to. Deleting personal files and touching partitions is never one of them.
 * Without steps: a hand does it, or what is to be done depends on more than the finding knows.
 */
import type { Chance, Effort, Fix, Os, Touch } from '../../src/contract.ts';

const SYSTEM = ['disk-space/system-volume-full', 'disk-space/update-space-low'] as const;
const SHORT = [...SYSTEM, 'disk-space/volume-full'] as const;
const ANY_OS = ['linux', 'darwin', 'win32', 'other'] as const;

/** What makes itself anew: nothing is lost, and seldom enough is won. */
const cache = (id: string, os: Os, step: readonly string[], chance: Chance = 'seldom'): Fix => ({
  id,
  for: [...SHORT, 'disk-space/reclaimable'],
  os: [os],
  steps: [step],
  needs: 'root',
  risk: 'safe',
  cost: { seconds: 20, admin: true },
  chance,
  touches: ['packages'],
});

const consented = (
  id: string,
  os: Os,
  steps: Fix['steps'],
  rest: {
    readonly for: readonly string[];
    readonly cost: Effort;
    readonly chance: Chance;
    readonly touches?: readonly Touch[];
    readonly undo?: NonNullable<Fix['undo']>;
  },
): Fix => ({
  id,
  os: [os],
  steps,
  needs: rest.cost.admin === true ? 'root' : 'user',
  risk: 'likely',
  ...rest,
});

const byHand = (
  id: string,
  codes: readonly string[],
  seconds: number,
  chance: Chance,
  os: readonly Os[] = ANY_OS,
  risk?: Effort['risk'],
): Fix => ({
  id,
  for: codes,
  os,
  steps: [],
  needs: 'person',
  risk: 'example',
  cost: { seconds, ...(risk !== undefined && { risk }) },
  chance,
});

const ROOT = { admin: true } as const;
const RECLAIMABLE = [...SHORT, 'disk-space/reclaimable'] as const;
const KERNELS = ['disk-space/boot-partition-full', 'disk-space/reclaimable'] as const;

export const fixes: readonly Fix[] = [
  cache('clean-apt-cache', 'linux', ['apt-get', 'clean']),
  cache('clean-dnf-cache', 'linux', ['dnf', 'clean', 'packages']),
  cache('clean-zypper-cache', 'linux', ['zypper', 'clean']),
  consented('clean-pacman-cache', 'linux', [['pacman', '-Sc', '--noconfirm']], {
    for: RECLAIMABLE,
    cost: { seconds: 20, risk: 'some', ...ROOT },
    chance: 'seldom',
    touches: ['packages'],
  }),
  // 200 MB of history stay: enough to find out what happened.
  consented('trim-journal', 'linux', [['journalctl', '--vacuum-size=200M']], {
    for: [...RECLAIMABLE, 'disk-space/log-explosion'],
    cost: { seconds: 15, ...ROOT },
    chance: 'seldom',
  }),
  consented('remove-old-kernels-apt', 'linux', [['apt-get', '--assume-yes', 'autoremove', '--purge']], {
    for: KERNELS,
    cost: { seconds: 120, risk: 'some', ...ROOT },
    chance: 'mostly',
    touches: ['packages', 'boot'],
  }),
  consented('remove-old-kernels-dnf', 'linux', [['dnf', '--assumeyes', 'remove', '--oldinstallonly']], {
    for: KERNELS,
    cost: { seconds: 120, risk: 'some', ...ROOT },
    chance: 'mostly',
    touches: ['packages', 'boot'],
  }),
  consented('empty-trash', 'linux', [['gio', 'trash', '--empty']], {
    for: RECLAIMABLE,
    cost: { seconds: 20, risk: 'some' },
    chance: 'half',
  }),
  consented(
    'empty-trash-windows',
    'win32',
    [['powershell', '-NoProfile', '-Command', 'Clear-RecycleBin -Force']],
    { for: RECLAIMABLE, cost: { seconds: 20, risk: 'some' }, chance: 'half' },
  ),
  consented('empty-trash-mac', 'darwin', [['osascript', '-e', 'tell application "Finder" to empty trash']], {
    for: RECLAIMABLE,
    cost: { seconds: 20, risk: 'some' },
    chance: 'half',
  }),
  consented(
    'clean-component-store',
    'win32',
    [['dism.exe', '/Online', '/Cleanup-Image', '/StartComponentCleanup']],
    { for: RECLAIMABLE, cost: { seconds: 900, ...ROOT }, chance: 'seldom', touches: ['packages'] },
  ),
  // 20 GB at most, and urgently (4): what macOS itself would do when a file does not fit any more.
  consented('thin-snapshots', 'darwin', [['tmutil', 'thinlocalsnapshots', '/', '20000000000', '4']], {
    for: RECLAIMABLE,
    cost: { seconds: 60, ...ROOT },
    chance: 'half',
  }),
  byHand('remove-old-windows', RECLAIMABLE, 300, 'half', ['win32'], 'some'),
  consented('close-holder', 'linux', [['kill', '{pid}']], {
    for: ['disk-space/deleted-open-file'],
    cost: { seconds: 15, risk: 'some', ...ROOT },
    chance: 'mostly',
    touches: ['session'],
  }),
  consented('empty-log', 'linux', [['truncate', '--size=0', '{file}']], {
    for: ['disk-space/log-explosion'],
    cost: { seconds: 30, risk: 'some', ...ROOT },
    chance: 'mostly',
  }),
  byHand('clear-crowded-folder', ['disk-space/inodes-exhausted'], 600, 'mostly', ['linux', 'darwin'], 'some'),
  consented('balance-btrfs', 'linux', [['btrfs', 'balance', 'start', '-dusage=10', '{path}']], {
    for: ['disk-space/btrfs-unallocated-low'],
    cost: { seconds: 900, risk: 'some', ...ROOT },
    chance: 'half',
    touches: ['disk'],
  }),
  byHand('delete-snapshots', ['disk-space/btrfs-unallocated-low'], 300, 'mostly', ['linux'], 'some'),
  consented('detach-hung-mount', 'linux', [['umount', '--lazy', '{path}']], {
    for: ['disk-space/mount-hung'],
    cost: { seconds: 15, risk: 'some', ...ROOT },
    chance: 'surely',
  }),
  consented('remount-writable', 'linux', [['mount', '-o', 'remount,rw', '{path}']], {
    for: ['disk-space/readonly-filesystem'],
    cost: { seconds: 15, risk: 'some', ...ROOT },
    chance: 'half',
    touches: ['disk'],
    undo: [['mount', '-o', 'remount,ro', '{path}']],
  }),
  byHand(
    'compact-virtual-disk',
    ['disk-space/virtual-disk-bloat'],
    900,
    'mostly',
    ['linux', 'win32'],
    'some',
  ),
  byHand('install-fixed-update', ['disk-space/esp-full'], 1800, 'half', ['win32']),
  byHand('move-files', SHORT, 900, 'mostly'),
  byHand('copy-out', ['disk-space/readonly-filesystem'], 1800, 'seldom'),
];
