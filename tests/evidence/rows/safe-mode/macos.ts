/** Starts of macOS, as sysctl, nvram, last, launchctl, its log and its panic reports tell of them. */
import { type Evidence, exec, file, list, raw } from '../../evidence.ts';
import { system } from '../../start.ts';

const row = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: { readonly quiet?: true } = {},
): Evidence => ({
  code,
  os: 'darwin',
  from: 'composed',
  what,
  answers: { ...system('darwin'), ...answers },
  ...more,
});

const log = (...causes: readonly (readonly [at: string, cause: number])[]) => ({
  'mac.disk-log/7d': exec(
    `${causes.map(([at, cause]) => JSON.stringify({ timestamp: `${at}.000000+0000`, eventMessage: `Previous shutdown cause: ${cause}` })).join('\n')}\n{"count":${causes.length},"finished":1}\n`,
  ),
});

/** macOS 14. */
const last = (...lines: readonly string[]) => ({
  'start.mac.last': exec(`${lines.join('\n')}\n\nwtmp begins Mon Jan  5 09:12\n`),
});
const reboot = (time: string) => `reboot time                                ${time}`;
const shutdown = (time: string) => `shutdown time                              ${time}`;

const roles = (...names: readonly string[]) => ({
  'machine.hardware': exec('hw.model: MacBookPro15,1\nkern.hv_vmm_present: 0\n'),
  'start.mac.roles/all': exec(
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>Containers</key><array><dict><key>Volumes</key><array>${names
      .map((name) => `<dict><key>Roles</key><array><string>${name}</string></array></dict>`)
      .join('')}</array></dict></array></dict></plist>`,
  ),
});

const HOME = '/Users/maria';
const home = (uid: number) => ({
  'system.user': raw('user', { name: 'maria', home: HOME, uid: 501, elevated: false }),
  [`start.owner/${HOME}`]: raw('stat', {
    type: 'folder',
    bytes: 640,
    inode: 1,
    modifiedAt: '2026-11-20T10:00:00Z',
    mode: 0o750,
    uid,
  }),
  [`start.writable/${HOME}`]: raw('writable', uid === 501 ? {} : { error: 'EACCES' }),
});

export const startOnMacos: readonly Evidence[] = [
  row(
    'safe-mode/unexpected-shutdown',
    'log: Previous shutdown cause 3, the power button',
    log(['2026-11-25 10:00:00', 3]),
  ),
  row(
    'safe-mode/unexpected-shutdown',
    'last: a start right after another',
    last(reboot('Thu Nov 26 10:00'), reboot('Wed Nov 25 09:00'), shutdown('Tue Nov 24 22:00')),
  ),
  row('safe-mode/unexpected-shutdown', 'log: cause 5, in order', log(['2026-11-25 10:00:00', 5]), {
    quiet: true,
  }),
  row(
    'safe-mode/unexpected-shutdown',
    'last: a shutdown before each start',
    last(reboot('Thu Nov 26 10:00'), shutdown('Wed Nov 25 22:00'), reboot('Wed Nov 25 09:00')),
    { quiet: true },
  ),
  row('safe-mode/bugcheck', 'a panic report of Apple silicon that names a third party’s extension', {
    'mac.panics': list('panic-full-2026-11-26-110212.0002.panic', 'JetsamEvent-2026-11-26-110000.ips'),
    'mac.panic/panic-full-2026-11-26-110212.0002.panic': file(
      '{"bug_type":"210"}\n{"panicString":"panic(cpu 4 caller 0xfffffe0023): \\"lab_kext: bad state\\"\\nDebugger message: panic\\n Kernel Extensions in backtrace:\\n  com.example.lab(1.0)"}\n',
    ),
  }),
  row(
    'safe-mode/bugcheck',
    'a panic of the year before',
    { 'mac.panics': list('Kernel_2025-11-19-101500_mac.panic') },
    { quiet: true },
  ),
  row('safe-mode/safe-mode-active', 'kern.safeboot 1', { 'start.mac.safe-boot': exec('1\n') }),
  row(
    'safe-mode/safe-mode-active',
    'kern.safeboot 0',
    { 'start.mac.safe-boot': exec('0\n') },
    { quiet: true },
  ),
  row('safe-mode/safeboot-flag-stuck', 'nvram boot-args -x (Intel)', {
    'start.mac.safe-boot': exec('1\n'),
    'start.mac.boot-args': exec('boot-args\t-x -v\n'),
  }),
  row(
    'safe-mode/safeboot-flag-stuck',
    'no boot-args',
    {
      'start.mac.boot-args': exec(
        '',
        1,
        "nvram: Error getting variable - 'boot-args': (iokit/common) data was not found\n",
      ),
    },
    { quiet: true },
  ),
  row('safe-mode/failed-services', 'launchctl list: a helper whose program is gone (78)', {
    'start.mac.jobs': exec(
      'PID\tStatus\tLabel\n-\t78\tcom.example.helper\n412\t0\tcom.apple.Finder\n-\t0\tcom.apple.mdworker\n',
    ),
  }),
  row(
    'safe-mode/failed-services',
    'Apple’s own jobs, and one that was ended by a signal',
    {
      'start.mac.jobs': exec(
        'PID\tStatus\tLabel\n-\t78\tcom.apple.quicklook\n-\t-9\tcom.example.updater\n-\t1\tcom.example.checker\n',
      ),
    },
    { quiet: true },
  ),
  row('safe-mode/encryption-guard', 'fdesetup status', {
    'security.mac.filevault': exec('FileVault is On.\n'),
  }),
  row(
    'safe-mode/encryption-guard',
    'FileVault is off',
    { 'security.mac.filevault': exec('FileVault is Off.\n') },
    { quiet: true },
  ),
  row(
    'safe-mode/no-recovery-path',
    'diskutil apfs list -plist without the role Recovery, on Intel',
    roles('System', 'Data', 'Preboot', 'VM'),
  ),
  row(
    'safe-mode/no-recovery-path',
    'with the role Recovery',
    roles('System', 'Data', 'Preboot', 'Recovery', 'VM'),
    { quiet: true },
  ),
  row(
    'safe-mode/restart-loop',
    'last reboot: four starts in 20 minutes',
    last(
      reboot('Thu Nov 26 10:20'),
      reboot('Thu Nov 26 10:14'),
      reboot('Thu Nov 26 10:07'),
      reboot('Thu Nov 26 10:00'),
      shutdown('Wed Nov 25 22:00'),
    ),
  ),
  row(
    'safe-mode/restart-loop',
    'four starts, each after a shutdown',
    last(
      ...['10:20', '10:14', '10:07'].flatMap((time) => [
        reboot(`Thu Nov 26 ${time}`),
        shutdown(`Thu Nov 26 ${time}`),
      ]),
    ),
    { quiet: true },
  ),
  row('safe-mode/login-broken', 'a home folder of somebody else', home(502)),
  row('safe-mode/login-broken', 'a home folder of its owner', home(501), { quiet: true }),
];
