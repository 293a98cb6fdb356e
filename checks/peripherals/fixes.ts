/** Plans that a person agrees to. Nothing here formats, and nothing touches a driver. */
import type { Fix } from '../../src/contract.ts';

const ELECTRIC = [
  'peripherals/not-detected',
  'peripherals/usb-enumeration-failed',
  'peripherals/usb-overcurrent',
  'peripherals/usb-bandwidth',
  'peripherals/usb-low-power',
  'peripherals/usb-flapping',
] as const;

export const fixes: readonly Fix[] = [
  {
    id: 'bluetooth-unblock',
    for: ['peripherals/bluetooth-off'],
    os: ['linux'],
    steps: [['rfkill', 'unblock', 'bluetooth']],
    needs: 'user',
    risk: 'safe',
    undo: [['rfkill', 'block', 'bluetooth']],
  },
  {
    id: 'bluetooth-service',
    for: ['peripherals/bluetooth-off'],
    os: ['linux'],
    steps: [['systemctl', 'start', 'bluetooth.service']],
    needs: 'root',
    risk: 'safe',
    undo: [['systemctl', 'stop', 'bluetooth.service']],
  },
  {
    id: 'bluetooth-power',
    for: ['peripherals/bluetooth-off'],
    os: ['linux'],
    steps: [['bluetoothctl', 'power', 'on']],
    needs: 'user',
    risk: 'safe',
    undo: [['bluetoothctl', 'power', 'off']],
  },
  {
    id: 'bluetooth-service-windows',
    for: ['peripherals/bluetooth-off'],
    os: ['win32'],
    steps: [['sc.exe', 'start', 'bthserv']],
    needs: 'root',
    risk: 'safe',
    undo: [['sc.exe', 'stop', 'bthserv']],
  },
  {
    id: 'other-port',
    for: ELECTRIC,
    os: ['linux', 'darwin', 'win32'],
    steps: [],
    needs: 'person',
    risk: 'safe',
  },
  {
    id: 'open-disk',
    for: ['peripherals/storage-not-mounted'],
    os: ['linux', 'darwin', 'win32'],
    steps: [],
    needs: 'person',
    risk: 'safe',
  },
];
