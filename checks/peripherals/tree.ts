/** "It isn't there": a person is asked to plug in, and what is seen is compared (fault catalogue 6, HW.20 to HW.23). */
import type { Tree } from '../../src/contract.ts';
import { bluetooth } from './tree/bluetooth.ts';
import { camera } from './tree/camera.ts';
import { input } from './tree/input.ts';
import { plug } from './tree/plug.ts';
import { screen } from './tree/screen.ts';
import { anyOpen, ELECTRIC } from './tree/shared.ts';

export const tree: Tree = {
  start: 'HW.20',
  // Nothing that is plugged in can be told from nothing that works: only trying it out brings these to light.
  unseen: [
    'peripherals/not-detected',
    'peripherals/bluetooth-pairing',
    'peripherals/camera-blocked',
    'peripherals/display-not-detected',
    'peripherals/input-missing',
  ],
  nodes: {
    'HW.20': {
      kind: 'ask',
      question: 'device-kind',
      known: (view) => (anyOpen(ELECTRIC)(view) ? 'usb' : undefined),
      to: {
        usb: 'HW.20.NEW',
        disk: 'HW.20.DISK',
        bluetooth: 'HW.20.BT',
        camera: 'HW.20.CAM',
        screen: 'HW.20.SCREEN',
        input: 'HW.20.INPUT',
      },
      unsure: 'HW.20.NEW',
      points: {
        disk: ['peripherals/storage-not-mounted'],
        bluetooth: ['peripherals/bluetooth-off', 'peripherals/bluetooth-pairing'],
        camera: ['peripherals/camera-blocked'],
        screen: ['peripherals/display-not-detected'],
        input: ['peripherals/input-missing'],
      },
    },
    ...plug,
    ...bluetooth,
    ...camera,
    ...screen,
    ...input,
    'HW.SOLVED': { kind: 'conclude', outcome: 'solved' },
  },
};
