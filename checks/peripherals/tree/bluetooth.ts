/** Bluetooth: switched on, charged, ready to pair, then paired anew. */
import { cause, isOpen, type TreeNode } from '../../../src/contract.ts';
import { anyOpen, felt, first, isRoot, SOUND } from './shared.ts';

const OFF = 'peripherals/bluetooth-off';

const ADAPTER = [
  'drivers/device-no-driver',
  'drivers/firmware-missing',
  'drivers/device-disabled',
  'drivers/device-start-failed',
] as const;

export const bluetooth: Readonly<Record<string, TreeNode>> = {
  'HW.20.BT': {
    kind: 'measure',
    branches: [
      { when: isRoot(OFF), to: 'HW.23.BT' },
      { when: anyOpen(ADAPTER), to: 'HW.23' },
      { when: isOpen(OFF), to: 'HW.23.BT' },
      { when: anyOpen(SOUND), to: 'HW.BT.SOUND' },
    ],
    otherwise: 'HW.BT.POWER',
  },
  'HW.23.BT': {
    kind: 'do',
    fixes: [
      'bluetooth-unblock',
      'bluetooth-service',
      'bluetooth-power',
      'bluetooth-service-windows',
      'bluetooth-key',
    ],
    solved: ({ open }) => !open(OFF),
    to: 'HW.BT.POWER',
    otherwise: 'HW.BT.OFF',
  },
  'HW.BT.OFF': cause(OFF),
  'HW.BT.POWER': {
    kind: 'ask',
    question: 'device-power',
    to: { yes: 'HW.BT.MODE', no: 'HW.BT.CHARGE', 'no-lights': 'HW.BT.MODE' },
    unsure: 'HW.BT.MODE',
    points: { no: ['peripherals/bluetooth-pairing'] },
  },
  'HW.BT.CHARGE': felt(['switch-on'], 'HW.BT.MODE', 'HW.BT.HEARD'),
  'HW.BT.MODE': {
    kind: 'ask',
    question: 'bt-pairing',
    to: { yes: 'HW.BT', no: 'HW.BT.READY' },
    unsure: 'HW.BT.READY',
    points: { no: ['peripherals/bluetooth-pairing'] },
  },
  'HW.BT.READY': felt(['pairing-mode'], 'HW.BT', 'HW.BT.HEARD'),
  'HW.BT': {
    kind: 'choose',
    among: ['HW.BT.CONNECT', 'HW.BT.AGAIN', 'HW.BT.NEAR', 'HW.BT.DRAIN'],
    otherwise: 'HW.BT.CAUSE',
  },
  'HW.BT.CONNECT': felt(['connect-again'], 'HW.BT', 'HW.BT.HEARD'),
  'HW.BT.AGAIN': felt(['pair-again'], 'HW.BT', 'HW.BT.HEARD'),
  'HW.BT.NEAR': felt(['no-disturbance'], 'HW.BT', 'HW.BT.HEARD'),
  'HW.BT.DRAIN': felt(['drain-power'], 'HW.BT', 'HW.BT.HEARD'),
  'HW.BT.HEARD': {
    kind: 'measure',
    branches: [{ when: anyOpen(SOUND), to: 'HW.BT.SOUND' }],
    otherwise: 'HW.SOLVED',
  },
  'HW.BT.SOUND': first(SOUND),
  'HW.BT.CAUSE': cause('peripherals/bluetooth-pairing'),
};
