/** What sets the clock right, and keeps it right. */
import type { Fix } from '../../src/contract.ts';

const WRONG_TIME = ['clock/skew', 'clock/sync-off'];
const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

const byHand = (id: string, os: Fix['os'], ...codes: readonly string[]): Fix => ({
  id,
  for: codes,
  os,
  steps: [],
  needs: 'person',
  risk: 'likely',
});

export const fixes: readonly Fix[] = [
  {
    id: 'sync-clock-linux',
    for: WRONG_TIME,
    os: ['linux'],
    steps: [['timedatectl', 'set-ntp', 'true']],
    needs: 'root',
    risk: 'safe',
    undo: [['timedatectl', 'set-ntp', 'false']],
  },
  {
    id: 'sync-clock-windows',
    for: WRONG_TIME,
    os: ['win32'],
    steps: [['w32tm', '/resync']],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'enable-time-windows',
    for: ['clock/sync-off'],
    os: ['win32'],
    steps: [
      ['sc.exe', 'config', 'w32time', 'start=', 'demand'],
      ['sc.exe', 'start', 'w32time'],
      ['w32tm', '/config', '/manualpeerlist:time.windows.com,0x9', '/syncfromflags:manual', '/update'],
      ['w32tm', '/resync'],
    ],
    needs: 'root',
    risk: 'likely',
    undo: [['w32tm', '/config', '/syncfromflags:no', '/update']],
  },
  {
    id: 'enable-time-macos',
    for: ['clock/sync-off'],
    os: ['darwin'],
    steps: [['systemsetup', '-setusingnetworktime', 'on']],
    needs: 'root',
    risk: 'likely',
    undo: [['systemsetup', '-setusingnetworktime', 'off']],
  },
  {
    id: 'sync-clock-macos',
    for: ['clock/skew'],
    os: ['darwin'],
    steps: [['sntp', '-sS', 'time.apple.com']],
    needs: 'root',
    risk: 'likely',
  },
  byHand('set-clock-by-hand', EVERYWHERE, 'clock/skew'),
  byHand('choose-time-server', EVERYWHERE, 'clock/sync-off'),
  byHand('set-time-zone', EVERYWHERE, 'clock/timezone-wrong'),
  {
    id: 'update-zone-data',
    for: ['clock/timezone-wrong'],
    os: ['linux'],
    steps: [['apt-get', 'install', '--only-upgrade', 'tzdata']],
    needs: 'root',
    risk: 'example',
  },
  {
    id: 'keep-chip-in-utc',
    for: ['clock/rtc-local-time'],
    os: ['linux'],
    steps: [['timedatectl', 'set-local-rtc', '0']],
    needs: 'root',
    risk: 'likely',
    undo: [['timedatectl', 'set-local-rtc', '1']],
  },
  {
    id: 'keep-chip-in-utc-windows',
    for: ['clock/rtc-local-time'],
    os: ['win32'],
    steps: [
      [
        ...['reg', 'add', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation'],
        ...['/v', 'RealTimeIsUniversal', '/t', 'REG_DWORD', '/d', '1', '/f'],
      ],
    ],
    needs: 'root',
    risk: 'likely',
    undo: [
      [
        ...['reg', 'delete', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation'],
        ...['/v', 'RealTimeIsUniversal', '/f'],
      ],
    ],
  },
  byHand('replace-clock-battery', ['linux', 'win32'], 'clock/cmos-battery'),
];
