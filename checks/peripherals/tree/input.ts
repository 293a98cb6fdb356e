/** Keyboard, mouse, touchpad: how it is connected decides what can be wrong with it. */
import { cause, isOpen, type TreeNode } from '../../../src/contract.ts';
import { anyOpen, ELECTRIC, felt } from './shared.ts';

const MISSING = 'peripherals/input-missing';
const BLUETOOTH_OFF = 'peripherals/bluetooth-off';

const INPUT_DRIVER = [
  'drivers/device-start-failed',
  'drivers/device-no-driver',
  'drivers/device-load-failed',
  'drivers/device-disabled',
] as const;

export const input: Readonly<Record<string, TreeNode>> = {
  'HW.20.INPUT': {
    kind: 'measure',
    branches: [
      { when: isOpen(MISSING), to: 'HW.23.INPUT' },
      { when: anyOpen(ELECTRIC), to: 'HW.22' },
      { when: anyOpen(INPUT_DRIVER), to: 'HW.23' },
    ],
    otherwise: 'HW.INPUT',
  },
  'HW.23.INPUT': {
    kind: 'do',
    fixes: ['enable-touchpad', 'touchpad-key', 'fresh-battery'],
    solved: ({ open }) => !open(MISSING),
    to: 'HW.SOLVED',
    otherwise: 'HW.INPUT.CAUSE',
  },
  'HW.INPUT.CAUSE': cause(MISSING),
  'HW.INPUT': {
    kind: 'ask',
    question: 'input-kind',
    to: { 'built-in': 'HW.INPUT.KEY', cable: 'HW.21', wireless: 'HW.INPUT.WIRELESS' },
    unsure: 'HW.INPUT.WIRELESS',
    points: {
      'built-in': [MISSING],
      cable: ['peripherals/usb-enumeration-failed', 'drivers/device-start-failed'],
      wireless: [BLUETOOTH_OFF, MISSING],
    },
  },
  'HW.INPUT.KEY': felt(['touchpad-key'], 'HW.INPUT.CAUSE'),
  'HW.INPUT.WIRELESS': {
    kind: 'measure',
    branches: [{ when: isOpen(BLUETOOTH_OFF), to: 'HW.INPUT.BT' }],
    otherwise: 'HW.INPUT.BATTERY',
  },
  'HW.INPUT.BT': {
    kind: 'do',
    fixes: [
      'bluetooth-unblock',
      'bluetooth-service',
      'bluetooth-power',
      'bluetooth-service-windows',
      'bluetooth-key',
    ],
    solved: ({ open }) => !open(BLUETOOTH_OFF),
    to: 'HW.24.WORKS',
    otherwise: 'HW.BT.OFF',
  },
  'HW.INPUT.BATTERY': felt(['fresh-battery'], 'HW.21'),
};
