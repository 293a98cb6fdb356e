/** Words for what the last updates left, and for what keeps the next ones away. */
import { days, some, UPDATE, updates } from './phrases.ts';

const PAUSED: Readonly<Record<string, string>> = {
  'lists-off': 'apt does not look for updates by itself',
  'unattended-off': 'updates are not installed by themselves',
  held: 'kept at their version:',
  'snap-held': 'snap waits until',
  paused: 'paused until',
  server: 'the organisation’s server decides:',
  'policy-off': 'a policy has switched automatic updates off',
  'policy-access': 'a policy bars the way to Windows Update',
  pinned: 'a policy keeps Windows at',
  metered: 'the connection is marked as metered',
  managed: 'an organisation prescribes the settings of Software Update',
  'macos-manual': 'macOS updates are not installed by themselves',
  'macos-security-off': 'security data are not installed by themselves',
};

const BLOCKERS: Readonly<Record<string, readonly [string, string]>> = {
  driver: [
    'a driver made it fail',
    'Unplug what is not needed, update the drivers (techsupport check drivers), then try again',
  ],
  program: [
    'a program does not fit it',
    'Update or remove the program that the compatibility report names, then try again',
  ],
  hardware: [
    'this computer does not meet its requirements',
    'See which: techsupport check compatibility. Where it cannot be mended: extended updates, Linux, or another computer',
  ],
  edition: ['edition or language do not fit', 'Choose a version of the same edition and language'],
  hold: [
    'Microsoft holds it back for computers like this one, because of a known fault',
    'Wait: it is offered again when the fault is mended. Do not force it',
  ],
  upgrader: [
    'the upgrader stopped',
    'See /var/log/dist-upgrade/main.log; bring this release up to date first, then try again',
  ],
};

const MOVE: Readonly<Record<string, string>> = {
  linux: 'Save your files, then follow the upgrade guide of the system',
  windows:
    'Save your files, then open Settings > Windows Update: the next version is offered there. Where it is not: extended updates (ESU), or another computer',
  macos:
    'Save your files, then open System Settings > General > Software Update. Where nothing newer is offered, this Mac gets no newer macOS',
};

export const state = {
  'updates/pending-reboot': {
    name: 'A restart is needed to finish',
    means:
      'Updates were installed that only take effect after a restart: a kernel, the C library, the system itself.',
    found:
      '/run/reboot-required, /run/reboot-needed, a staged image or offline update; a kernel that was installed after this start. Windows: the registry, 0x80242014 (a pending file rename alone is only a remark). macOS: an update that is unpacked and not running.',
    say: (p: { packages: readonly string[]; during: boolean }) => ({
      title:
        p.packages.length === 0
          ? p.during
            ? 'Updates wait to be installed during the next start'
            : 'A restart is pending'
          : `A restart is pending for ${some(p.packages)}`,
      why: 'Until then the old version runs on, and further updates may wait.',
      next: 'Save your work and choose Restart (not Shut down)',
    }),
  },
  'updates/kernel-modules-missing': {
    name: 'The running kernel was replaced; new devices will not work until restart',
    means:
      'An update has removed the modules of the kernel that still runs. What is loaded goes on working; a new USB stick, a VPN or a disk needs a module that is no longer there.',
    found: 'There is no folder in /lib/modules for the running kernel, and this kernel loads modules.',
    say: (p: { running: string; installed: readonly string[] }) => ({
      title: `The modules of the running kernel ${p.running} are gone${p.installed.length === 0 ? '' : `; installed: ${some(p.installed)}`}`,
      why: 'Devices that are plugged in now, and programs that need a module, do not work.',
      next:
        p.installed.length === 0
          ? 'Do not restart yet: no kernel has its modules. Install the kernel package again'
          : 'Save your work and restart',
    }),
  },
  'updates/insufficient-space': {
    name: 'The last update failed for lack of space',
    means: 'An update was begun and ran out of disk space. It is tried again once there is room.',
    found:
      'The last run in /var/log/apt/term.log, dnf’s log or install.log; a result code of Windows Update (0x80070070, 0xC190020E); within 30 days.',
    say: (p: { at: string; update: string; code: string }) => ({
      title: `The update ${p.update === '' ? '' : `${p.update} `}of ${p.at} ran out of disk space${p.code === '' ? '' : ` (${p.code})`}`,
      why: 'It is not installed, and may be half-way.',
      next: 'Free space (techsupport check disk-space), then update again',
    }),
  },
  'updates/component-store-corrupt': {
    name: 'Windows system files are damaged',
    means:
      'Windows keeps a copy of its own parts, from which it builds updates. Parts of that copy are damaged or missing. Before it is repaired, the disk must be known to be healthy.',
    found:
      'Result codes of Windows Update (0x80073712, 0x800F081F and others) within 30 days without a later success, or Repair-WindowsImage -CheckHealth.',
    say: (p: { code: string; kb: string; at: string; repairable: boolean }) => ({
      title:
        p.code === ''
          ? `Windows finds its own files damaged${p.repairable ? '' : ' beyond its own repair'}`
          : `${p.kb === '' ? 'An update' : p.kb} failed on ${p.at} over damaged system files (${p.code})`,
      why: 'Updates fail until the files are repaired.',
      next: p.repairable
        ? 'Check the disk first (techsupport check hardware). Then, as an administrator: DISM /Online /Cleanup-Image /RestoreHealth (20 to 60 minutes), and sfc /scannow'
        : 'Save your files. Then repair Windows by installing the same version over it, keeping files and programs',
    }),
  },
  'updates/service-disabled': {
    name: 'The update service is switched off',
    means:
      'Somebody, a “tuning” program or a policy has switched off what looks for updates and installs them. Without it no fix arrives.',
    found:
      'Linux: units of the updater that are masked. Windows: services of Windows Update that are disabled, 0x80070422. macOS: the check for updates is switched off.',
    say: (p: { services: readonly string[]; how: string }) => ({
      title: p.how === 'preference' ? 'macOS does not look for updates' : `Switched off: ${some(p.services)}`,
      why: 'Security fixes do not arrive.',
      next:
        p.how === 'masked'
          ? `Where nobody did it on purpose: sudo systemctl unmask ${p.services.join(' ')}`
          : p.how === 'preference'
            ? 'Switch it on: System Settings > General > Software Update > Automatic updates'
            : `Remove the program that blocks updates, then, as an administrator: ${p.services
                .filter((name) => !name.startsWith('0x'))
                .map((name) => `sc config ${name} start= demand`)
                .join(' & ')}`,
    }),
  },
  'updates/paused-or-managed': {
    name: 'Updates are paused or controlled by policy',
    means: 'Not a fault: somebody has decided that updates wait, or who installs them.',
    found:
      'apt’s periodic options, held packages, snap’s hold; Windows’ pause, policies, update server and metered connection; the settings of Software Update.',
    say: (p: { reasons: readonly { kind: string; value: string }[] }) => ({
      title: `Updates: ${some(p.reasons.map(({ kind, value }) => `${PAUSED[kind] ?? kind}${value === '' ? '' : ` ${value}`}`))}`,
      why: 'That explains why updates are old, where they are.',
      next: 'Change it in the settings for updates; on a managed computer, ask those who look after it',
    }),
  },
  'updates/overdue': {
    name: 'The system has not been updated for a long time',
    means:
      'Security fixes come at least monthly. What was not updated for longer is open to what has become known since.',
    found:
      'The last successful update in the records of the package manager, of Windows Update or macOS: warning above 35 days, critical above 90. Definitions of a virus scanner do not count.',
    say: (p: { days: number; date: string; waiting: number | null; looked: boolean; manager: string }) => ({
      title: p.looked
        ? `Nobody has looked for updates for ${days(p.days)} (since ${p.date})`
        : `The last update was ${days(p.days)} ago (${p.date})${p.waiting === null ? '' : `; ${updates(p.waiting)} ${p.waiting === 1 ? 'waits' : 'wait'}`}`,
      why: 'Known security holes stay open.',
      next: `Update, with the charger plugged in: ${UPDATE[p.manager] ?? 'use the updater of the system'}`,
    }),
  },
  'updates/release-eol': {
    name: 'This system version no longer gets security fixes',
    means:
      'Each version of a system is mended for some years. Afterwards new security holes stay open, and programs stop supporting it.',
    found:
      'The end that the system states itself (SUPPORT_END), else a table of dates that is part of techsupport: critical after the end, warning within 90 days before it.',
    say: (p: { name: string; end: string; daysLeft: number; asOf: string; system: string }) => ({
      title:
        p.daysLeft < 0
          ? `${p.name} has had no security fixes since ${p.end}`
          : `${p.name} gets security fixes until ${p.end}, ${days(p.daysLeft)} more`,
      why: `Holes found later stay open${p.asOf === '' ? '' : ` (dates of ${p.asOf})`}.`,
      next: MOVE[p.system] ?? 'Save your files and move to a newer version',
    }),
  },
  'updates/upgrade-blocked': {
    name: 'The upgrade to the new version is blocked',
    means: 'The next version of the system was tried or offered, and something stands in its way.',
    found:
      'Windows: 0xC1900101, 0xC1900208, 0xC1900200, 0xC1900202, 0xC1900204 within 30 days; what the appraiser says of newer releases. Ubuntu: errors of the last run in /var/log/dist-upgrade/main.log.',
    say: (p: { reason: string; code: string; release: string; details: readonly string[] }) => {
      const [what = 'something stands in its way', next = 'Ask support'] = BLOCKERS[p.reason] ?? [];
      return {
        title: `The upgrade${p.release === '' ? '' : ` (${p.release})`}: ${what}${p.code === '' ? '' : ` (${p.code})`}${p.details.length === 0 ? '' : `: ${some(p.details)}`}`,
        why: 'This computer stays at its version, with the end of support that it has.',
        next,
      };
    },
  },
};
