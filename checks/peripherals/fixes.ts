/** Plans that a person agrees to. Nothing here formats, and nothing touches a driver. */
import type { Chance, Effort, Fix, Os } from '../../src/contract.ts';

const ANY_OS = ['linux', 'darwin', 'win32'] as const;

const ELECTRIC = [
  'peripherals/usb-enumeration-failed',
  'peripherals/usb-overcurrent',
  'peripherals/usb-bandwidth',
  'peripherals/usb-low-power',
  'peripherals/usb-flapping',
] as const;

const OFF = ['peripherals/bluetooth-off'] as const;
const PAIRING = ['peripherals/bluetooth-pairing'] as const;
const BLOCKED = ['peripherals/camera-blocked'] as const;
const NOT_SEEN = ['peripherals/not-detected'] as const;
const SCREEN = ['peripherals/display-not-detected'] as const;
const MISSING = ['peripherals/input-missing'] as const;

/** Reversible, and nothing is lost by it. */
const safe = (
  id: string,
  os: Os,
  codes: readonly string[],
  steps: Fix['steps'],
  undo: Fix['steps'] | undefined,
  { cost, chance }: { readonly cost: Effort; readonly chance: Chance },
): Fix => ({
  id,
  for: codes,
  os: [os],
  steps,
  needs: cost.admin === true ? 'root' : 'user',
  risk: 'safe',
  ...(undo !== undefined && { undo }),
  cost,
  chance,
});

const byHand = (
  id: string,
  codes: readonly string[],
  cost: Effort,
  chance: Chance,
  os: readonly Os[] = ANY_OS,
): Fix => ({ id, for: codes, os, steps: [], needs: 'person', risk: 'example', cost, chance });

const CAMERA_KEY =
  'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam';

const cameraConsent = (value: 'Allow' | 'Deny'): readonly string[] => [
  ...['reg.exe', 'add', CAMERA_KEY, '/v', 'Value', '/t', 'REG_SZ'],
  ...['/d', value, '/f'],
];

/** Microsoft, power setting GUIDs: USB settings, selective suspend. */
const usbSaving = (index: '0' | '1'): Fix['steps'] => [
  [
    ...['powercfg.exe', '/setacvalueindex', 'SCHEME_CURRENT'],
    ...['2a737441-1930-4402-8d77-b2bebba308a3', '48e6b7a6-50f5-4782-a5d4-53bb8f07e226', index],
  ],
  ['powercfg.exe', '/setactive', 'SCHEME_CURRENT'],
];

const touchpad = (value: 'enabled' | 'disabled'): Fix['steps'] => [
  ['gsettings', 'set', 'org.gnome.desktop.peripherals.touchpad', 'send-events', value],
];

export const fixes: readonly Fix[] = [
  safe(
    'bluetooth-unblock',
    'linux',
    OFF,
    [['rfkill', 'unblock', 'bluetooth']],
    [['rfkill', 'block', 'bluetooth']],
    { cost: { seconds: 5 }, chance: 'mostly' },
  ),
  safe(
    'bluetooth-service',
    'linux',
    OFF,
    [['systemctl', 'start', 'bluetooth.service']],
    [['systemctl', 'stop', 'bluetooth.service']],
    { cost: { seconds: 10, admin: true }, chance: 'half' },
  ),
  safe(
    'bluetooth-power',
    'linux',
    OFF,
    [['bluetoothctl', 'power', 'on']],
    [['bluetoothctl', 'power', 'off']],
    { cost: { seconds: 5 }, chance: 'mostly' },
  ),
  safe(
    'bluetooth-service-windows',
    'win32',
    OFF,
    [['sc.exe', 'start', 'bthserv']],
    [['sc.exe', 'stop', 'bthserv']],
    { cost: { seconds: 10, admin: true }, chance: 'mostly' },
  ),
  byHand('bluetooth-key', OFF, { seconds: 20 }, 'half'),
  byHand('drain-power', [...OFF, ...PAIRING, ...ELECTRIC], { seconds: 60, opening: 'restart' }, 'seldom'),
  byHand('switch-on', [...NOT_SEEN, ...PAIRING], { seconds: 60 }, 'mostly'),
  byHand('unplug', NOT_SEEN, { seconds: 10 }, 'seldom'),
  byHand('plug-in', NOT_SEEN, { seconds: 15 }, 'seldom'),
  byHand('other-port', [...NOT_SEEN, ...ELECTRIC], { seconds: 60 }, 'half'),
  byHand(
    'powered-hub',
    ['peripherals/usb-low-power', 'peripherals/usb-flapping', 'peripherals/usb-overcurrent'],
    { seconds: 300, away: true },
    'mostly',
  ),
  safe(
    'scan-again',
    'linux',
    NOT_SEEN,
    [
      ['udevadm', 'trigger', '--action=add', '--subsystem-match=usb'],
      ['udevadm', 'settle', '--timeout=10'],
    ],
    undefined,
    { cost: { seconds: 10, admin: true }, chance: 'seldom' },
  ),
  safe('scan-again-windows', 'win32', NOT_SEEN, [['pnputil.exe', '/scan-devices']], undefined, {
    cost: { seconds: 20, admin: true },
    chance: 'seldom',
  }),
  {
    id: 'no-usb-saving',
    for: ['peripherals/usb-flapping'],
    os: ['win32'],
    steps: usbSaving('0'),
    needs: 'user',
    risk: 'likely',
    undo: usbSaving('1'),
    cost: { seconds: 60 },
    chance: 'seldom',
  },
  safe(
    'mount-disk',
    'linux',
    ['peripherals/storage-not-mounted'],
    [['udisksctl', 'mount', '--options', 'ro', '--block-device', '{volume}']],
    [['udisksctl', 'unmount', '--block-device', '{volume}']],
    { cost: { seconds: 10 }, chance: 'half' },
  ),
  safe(
    'mount-disk-mac',
    'darwin',
    ['peripherals/storage-not-mounted'],
    [['diskutil', 'mountDisk', '{device}']],
    [['diskutil', 'unmountDisk', '{device}']],
    { cost: { seconds: 10 }, chance: 'half' },
  ),
  byHand('open-disk', ['peripherals/storage-not-mounted'], { seconds: 60 }, 'half'),
  byHand('connect-again', PAIRING, { seconds: 30 }, 'half'),
  byHand('pairing-mode', PAIRING, { seconds: 60 }, 'half'),
  byHand('pair-again', PAIRING, { seconds: 120 }, 'mostly'),
  byHand('no-disturbance', PAIRING, { seconds: 60 }, 'seldom'),
  {
    id: 'allow-camera',
    for: BLOCKED,
    os: ['win32'],
    steps: [cameraConsent('Allow')],
    needs: 'user',
    risk: 'likely',
    undo: [cameraConsent('Deny')],
    cost: { seconds: 10 },
    chance: 'half',
    touches: ['policy'],
  },
  byHand('let-camera-go', BLOCKED, { seconds: 60 }, 'half'),
  byHand('open-shutter', BLOCKED, { seconds: 10 }, 'mostly'),
  byHand('choose-in-program', BLOCKED, { seconds: 60 }, 'half'),
  byHand('allow-in-settings', BLOCKED, { seconds: 90 }, 'half'),
  byHand('free-microphone', ['audio/mic-blocked', 'audio/mic-muted'], { seconds: 60 }, 'mostly'),
  byHand('right-input', SCREEN, { seconds: 30 }, 'mostly'),
  {
    id: 'extend-screens',
    for: SCREEN,
    os: ['win32'],
    steps: [['DisplaySwitch.exe', '/extend']],
    needs: 'user',
    risk: 'likely',
    undo: [['DisplaySwitch.exe', '/internal']],
    cost: { seconds: 15 },
    chance: 'seldom',
  },
  byHand('detect-screens', SCREEN, { seconds: 45 }, 'seldom', ['linux', 'darwin']),
  byHand('other-cable', SCREEN, { seconds: 180 }, 'mostly'),
  safe('enable-touchpad', 'linux', MISSING, touchpad('enabled'), touchpad('disabled'), {
    cost: { seconds: 5 },
    chance: 'half',
  }),
  byHand('touchpad-key', MISSING, { seconds: 20 }, 'half'),
  byHand('fresh-battery', MISSING, { seconds: 120 }, 'half'),
];
