/** Starts of Windows, as its event log, WMI and the registry tell of them. */
import { type Evidence, raw } from '../../evidence.ts';
import { bitLocker, events, system, windows } from '../../start.ts';

const row = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: { readonly quiet?: true } = {},
): Evidence => ({ code, os: 'win32', from: 'composed', what, answers, ...more });

const POWER = 'Microsoft-Windows-Kernel-Power';
const off = (code: string, button: string, sleep = 'false', minutesAgo = 50) => ({
  provider: POWER,
  id: 41,
  minutesAgo,
  data: [
    ['BugcheckCode', code],
    ['BugcheckParameter1', '0x0'],
    ['SleepInProgress', sleep],
    ['PowerButtonTimestamp', button],
  ] as const,
});
const stop = (code: string, minutesAgo = 50) => ({
  provider: 'Microsoft-Windows-WER-SystemErrorReporting',
  id: 1001,
  minutesAgo,
  data: [
    ['param1', `${code} (0xffffbf8f, 0x2, 0x0, 0xfffff80)`],
    ['param2', 'C:\\WINDOWS\\MEMORY.DMP'],
  ] as const,
});
const started = (minutesAgo: number) => ({ provider: 'EventLog', id: 6005, minutesAgo });
const service = (name: string, exit: number, more: object = {}) => ({
  services: { value: [{ name, title: `${name} (shown)`, exit, delayed: false, trigger: false, ...more }] },
});
const boot = (mainMs: string, postMs: string) => ({
  log: 'Microsoft-Windows-Diagnostics-Performance/Operational',
  provider: 'Microsoft-Windows-Diagnostics-Performance',
  id: 100,
  data: [
    ['BootTime', String(Number(mainMs) + Number(postMs))],
    ['MainPathBootTime', mainMs],
    ['BootPostBootTime', postMs],
  ] as const,
});

export const startOnWindows: readonly Evidence[] = [
  row(
    'safe-mode/unexpected-shutdown',
    'event 41 with the power button (Microsoft, scenario 2)',
    events(off('0', '132456789012345678')),
  ),
  row(
    'safe-mode/unexpected-shutdown',
    'event 41 without anything (Microsoft, scenario 3)',
    events(off('0', '0')),
  ),
  row('safe-mode/unexpected-shutdown', 'event 6008 alone', events({ provider: 'EventLog', id: 6008 })),
  row('safe-mode/unexpected-shutdown', 'event 41 with a stop code is a crash', events(off('159', '0')), {
    quiet: true,
  }),
  row(
    'safe-mode/unexpected-shutdown',
    'an event of the future, by a clock that was wrong',
    events(off('0', '0', 'false', -100_000)),
    { quiet: true },
  ),
  row('safe-mode/bugcheck', 'event 41, BugcheckCode 159 in decimal: 0x9F', events(off('159', '0'))),
  row('safe-mode/bugcheck', 'event 1001 of WER-SystemErrorReporting', events(stop('0x000000d1'))),
  row(
    'safe-mode/bugcheck',
    'the 1001 of the Application log is of another provider',
    events({ log: 'Application', provider: 'Windows Error Reporting', id: 1001, data: ['0x9f'] }),
    { quiet: true },
  ),
  row('safe-mode/bugcheck', 'a stop 40 days ago', events(stop('0x1a', 40 * 1440)), { quiet: true }),
  row(
    'safe-mode/safe-mode-active',
    'SafeBoot\\Option\\OptionValue 2',
    windows({ safeboot: { value: [{ option: 2 }] } }),
  ),
  row('safe-mode/safe-mode-active', 'SAFEBOOT_OPTION, where WMI does not run', {
    ...system('win32'),
    'start.windows.variable': raw('env', { values: { SAFEBOOT_OPTION: 'MINIMAL' } }),
  }),
  row(
    'safe-mode/safeboot-flag-stuck',
    'bcdedit as administrator: safeboot Minimal',
    windows({
      safeboot: { value: [{ option: 1 }] },
      flag: { value: [{ line: 'safeboot                Minimal' }] },
    }),
  ),
  row(
    'safe-mode/safeboot-flag-stuck',
    'bcdedit without that element',
    windows({ flag: { value: [{ line: '' }] } }),
    { quiet: true },
  ),
  row(
    'safe-mode/failed-services',
    'Win32_Service: the spooler ended with 1068',
    windows(service('Spooler', 1068)),
  ),
  row(
    'safe-mode/failed-services',
    'event 7034 of one service, three times since the start',
    events(
      ...[10, 20, 30].map((minutesAgo) => ({
        provider: 'Service Control Manager',
        id: 7034,
        minutesAgo,
        data: ['LabSync', '3'],
      })),
    ),
  ),
  row(
    'safe-mode/failed-services',
    'events 7000 and 7009 since the start',
    events(
      { provider: 'Service Control Manager', id: 7000, data: ['LabSync', '%%1053'] },
      { provider: 'Service Control Manager', id: 7009, data: ['30000', 'LabSync'] },
    ),
  ),
  row(
    'safe-mode/failed-services',
    'a service that an event starts, never started',
    windows(service('Dnscache', 1077, { trigger: true })),
    { quiet: true },
  ),
  row(
    'safe-mode/failed-services',
    'an updater that stopped in order; event 7026 of a driver that was removed',
    {
      ...windows(service('edgeupdate', 0)),
      ...events({ provider: 'Service Control Manager', id: 7026, data: ['dam'] }),
    },
    { quiet: true },
  ),
  row(
    'safe-mode/failed-services',
    'event 7034 before this start',
    events(
      ...[100, 110, 120].map((minutesAgo) => ({
        provider: 'Service Control Manager',
        id: 7034,
        minutesAgo,
        data: ['LabSync', '3'],
      })),
    ),
    { quiet: true },
  ),
  row(
    'safe-mode/slow-start',
    'Diagnostics-Performance 100: 95 s on the main path',
    events(boot('95000', '12000')),
  ),
  row('safe-mode/slow-start', 'Diagnostics-Performance 100: 25 s and 9 s', events(boot('25000', '9000')), {
    quiet: true,
  }),
  row('safe-mode/fast-startup', 'HiberbootEnabled 1, 12 days, hybrid starts by event 27', {
    ...windows({ fast: { value: [{ on: 1 }] } }),
    ...events({ provider: 'Microsoft-Windows-Kernel-Boot', id: 27, data: [['BootType', '1']] }),
    ...system('win32', 12 * 86_400),
  }),
  row(
    'safe-mode/fast-startup',
    'HiberbootEnabled 1, 12 days, and never shut down',
    { ...windows({ fast: { value: [{ on: 1 }] } }), ...events(), ...system('win32', 12 * 86_400) },
    { quiet: true },
  ),
  row('safe-mode/encryption-guard', 'System.Volume.BitLockerProtection 1', {
    ...windows({}),
    ...bitLocker(1),
  }),
  row('safe-mode/encryption-guard', 'BitLocker off', { ...windows({}), ...bitLocker(2) }, { quiet: true }),
  row(
    'safe-mode/no-recovery-path',
    'ReAgent.xml: InstallState 0, and no restore point, as administrator',
    windows({ recovery: { value: [{ state: '0' }] }, points: { value: [{ count: 0 }] } }),
  ),
  row(
    'safe-mode/no-recovery-path',
    'the recovery environment is on',
    windows({ recovery: { value: [{ state: '1' }] }, points: { value: [{ count: 0 }] } }),
    { quiet: true },
  ),
  row(
    'safe-mode/restart-loop',
    'event 6005 four times in 20 minutes, nothing ordered',
    events(...[5, 10, 15, 20].map(started)),
  ),
  row(
    'safe-mode/restart-loop',
    'updates: each restart was ordered (User32 1074)',
    events(
      ...[5, 10, 15, 20].flatMap((minutesAgo) => [
        started(minutesAgo),
        { provider: 'User32', id: 1074, minutesAgo: minutesAgo + 1 },
      ]),
    ),
    { quiet: true },
  ),
  row(
    'safe-mode/login-broken',
    'event 1511 of the User Profiles Service since this start',
    events({ log: 'Application', provider: 'Microsoft-Windows-User Profiles Service', id: 1511 }),
  ),
  row(
    'safe-mode/login-broken',
    'event 1511 before this start',
    events({
      log: 'Application',
      provider: 'Microsoft-Windows-User Profiles Service',
      id: 1511,
      minutesAgo: 300,
    }),
    { quiet: true },
  ),
];
