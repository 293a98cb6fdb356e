/** Plans that a person agrees to. Locks are waited for, never deleted. */
import type { Fix } from '../../src/contract.ts';
import { byHand, packages } from './fixes/kinds.ts';

const STORE = 'updates/component-store-corrupt';
const DISABLED = 'updates/service-disabled';
const DOWNLOAD = 'updates/download-failed';
const CONFLICT = 'updates/conflicting-software';
const HALFWAY = ['updates/package-db-interrupted', 'updates/broken-dependencies'] as const;
const RETRIED = ['updates/overdue', DOWNLOAD] as const;
const APT_TIMERS = ['apt-daily.timer', 'apt-daily-upgrade.timer'] as const;

const download = { touches: ['packages', 'disk', 'download'], chance: 'half' } as const;

export const fixes: readonly Fix[] = [
  byHand('wait-for-installer', { cost: { seconds: 600 }, chance: 'mostly', risk: 'safe' }, [
    'updates/package-manager-locked',
  ]),
  packages('finish-dpkg', ['updates/package-db-interrupted'], [['dpkg', '--configure', '-a']], 120),
  packages(
    'fix-broken',
    HALFWAY,
    // What would remove a package is broken off: that needs somebody who reads the plan.
    [['apt-get', '--fix-broken', '--no-remove', '--assume-yes', 'install']],
    180,
    { touches: ['packages', 'disk', 'download'] },
  ),
  packages('finish-apk', HALFWAY, [['apk', 'fix']], 120),
  byHand(
    'disable-source',
    { cost: { seconds: 180, risk: 'some', admin: true }, chance: 'mostly', os: ['linux'] },
    ['updates/repository-invalid'],
  ),
  {
    id: 'switch-source-off',
    for: ['updates/repository-invalid'],
    os: ['linux'],
    // Files that end otherwise than .list, .sources and .repo are passed over.
    steps: [['mv', '{file}', '{file}.techsupport-disabled']],
    undo: [['mv', '{file}.techsupport-disabled', '{file}']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 15, admin: true },
    chance: 'mostly',
    touches: ['policy'],
  },
  packages(
    'refresh-keyring',
    ['updates/repository-invalid'],
    // Of Arch, where an old keyring is the usual reason.
    [['pacman', '-Sy', '--needed', '--noconfirm', 'archlinux-keyring']],
    60,
    download,
  ),
  byHand(
    'remove-proxy',
    { cost: { seconds: 120, risk: 'some', admin: true }, chance: 'mostly', os: ['linux', 'win32'] },
    ['updates/proxy-unreachable'],
  ),
  {
    id: 'comment-apt-proxy',
    for: ['updates/proxy-unreachable'],
    os: ['linux'],
    steps: [
      ['cp', '-p', '{file}', '{file}.techsupport-backup'],
      ['sed', '-i', 's|^[[:space:]]*Acquire::[A-Za-z]*::Proxy[[:space:]].*;|// &|I', '{file}'],
    ],
    undo: [
      ['rm', '-f', '{file}.techsupport-backup'],
      ['cp', '-p', '{file}.techsupport-backup', '{file}'],
    ],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 15, admin: true },
    chance: 'mostly',
    touches: ['policy'],
  },
  {
    id: 'restart-bits',
    for: [DOWNLOAD],
    os: ['win32'],
    steps: [
      ['powershell', '-NoProfile', '-NonInteractive', '-Command', 'Restart-Service -Name BITS, wuauserv'],
    ],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 30, admin: true },
    chance: 'half',
    touches: ['policy'],
  },
  byHand('other-network', { cost: { seconds: 300 }, chance: 'half', touches: ['network', 'download'] }, [
    DOWNLOAD,
    'connectivity/internet-unreachable',
  ]),
  byHand(
    'pause-protection',
    {
      pauses: 'security',
      cost: { seconds: 600, risk: 'some' },
      chance: 'mostly',
      os: ['win32', 'darwin'],
      touches: ['policy'],
    },
    [CONFLICT],
  ),
  byHand('protect-again', { cost: { seconds: 30 }, chance: 'surely', os: ['win32', 'darwin'] }, [
    'security/antivirus-off',
  ]),
  byHand(
    'clean-start',
    {
      cost: { seconds: 900, risk: 'some', admin: true, opening: 'restart' },
      chance: 'half',
      touches: ['session'],
    },
    [CONFLICT],
  ),
  byHand('plug-in', { cost: { seconds: 30 }, chance: 'seldom', risk: 'safe' }, [STORE]),
  {
    id: 'repair-store',
    for: [STORE],
    os: ['win32'],
    steps: [
      ['dism', '/Online', '/Cleanup-Image', '/RestoreHealth'],
      ['sfc', '/scannow'],
    ],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 2400, admin: true },
    chance: 'mostly',
    touches: ['disk', 'packages', 'download'],
  },
  byHand('unmask-units', { cost: { seconds: 60, admin: true }, chance: 'mostly', os: ['linux'] }, [DISABLED]),
  {
    id: 'restore-apt-timers',
    for: [DISABLED],
    os: ['linux'],
    steps: [
      ['systemctl', 'unmask', ...APT_TIMERS],
      ['systemctl', 'enable', '--now', ...APT_TIMERS],
    ],
    needs: 'root',
    risk: 'likely',
    undo: [['systemctl', 'disable', '--now', ...APT_TIMERS]],
    cost: { seconds: 20, admin: true },
    chance: 'mostly',
    touches: ['policy'],
  },
  {
    id: 'enable-services',
    for: [DISABLED],
    os: ['win32'],
    // How Windows sets them up; who switched them off may do so again.
    steps: [
      ['sc.exe', 'config', 'wuauserv', 'start=', 'demand'],
      ['sc.exe', 'config', 'bits', 'start=', 'delayed-auto'],
      ['sc.exe', 'config', 'UsoSvc', 'start=', 'delayed-auto'],
    ],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 30, admin: true },
    chance: 'mostly',
    touches: ['policy'],
  },
  {
    id: 'schedule-macos',
    for: [DISABLED],
    os: ['darwin'],
    steps: [['softwareupdate', '--schedule', 'on']],
    needs: 'root',
    risk: 'likely',
    undo: [['softwareupdate', '--schedule', 'off']],
    cost: { seconds: 20, admin: true },
    chance: 'mostly',
    touches: ['policy'],
  },
  byHand('resume-updates', { cost: { seconds: 60 }, chance: 'mostly', touches: ['policy'] }, [
    'updates/paused-or-managed',
  ]),
  byHand('free-space', { cost: { seconds: 600 }, chance: 'mostly', touches: ['disk'] }, [
    'updates/insufficient-space',
    'disk-space/update-space-low',
    'disk-space/boot-partition-full',
    'disk-space/system-volume-full',
  ]),
  byHand('move-files', { cost: { seconds: 1800, risk: 'some' }, chance: 'mostly', touches: ['disk'] }, [
    'updates/insufficient-space',
    'disk-space/update-space-low',
    'disk-space/system-volume-full',
  ]),
  byHand(
    'check-for-updates',
    { cost: { seconds: 1200 }, chance: 'half', touches: ['packages', 'download'] },
    [...RETRIED],
  ),
  byHand('retry-update', { cost: { seconds: 900 }, chance: 'half', touches: ['packages', 'download'] }, [
    ...RETRIED,
    'updates/pending-reboot',
  ]),
  packages(
    'install-updates-apt',
    RETRIED,
    [
      ['apt-get', 'update'],
      ['apt-get', '--assume-yes', '--with-new-pkgs', 'upgrade'],
    ],
    900,
    download,
  ),
  packages('install-updates-dnf', RETRIED, [['dnf', '--assumeyes', 'upgrade', '--refresh']], 900, download),
  byHand(
    'move-to-newer',
    {
      cost: { seconds: 7200, risk: 'high', admin: true, opening: 'restart' },
      chance: 'surely',
      touches: ['packages', 'disk', 'boot', 'session', 'download'],
    },
    ['updates/release-eol', 'updates/upgrade-blocked'],
  ),
  byHand('restart', { cost: { seconds: 60, opening: 'restart' }, chance: 'mostly', touches: ['session'] }, [
    'updates/pending-reboot',
    'updates/kernel-modules-missing',
  ]),
];
