/** "It isn't there": a person is asked to plug in, and what is seen is compared (fault catalogue 6, HW.20 to HW.23). */
import type { Tree, TreeView } from '../../src/contract.ts';

const ELECTRIC = [
  'peripherals/usb-overcurrent',
  'peripherals/usb-enumeration-failed',
  'peripherals/usb-low-power',
  'peripherals/usb-bandwidth',
  'peripherals/usb-flapping',
] as const;

const DRIVER = [
  'updates/kernel-modules-missing',
  'drivers/device-no-driver',
  'drivers/firmware-missing',
  'drivers/device-disabled',
] as const;

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

const hasAppeared = ({ appeared }: TreeView): boolean => appeared === true;

export const tree: Tree = {
  start: 'DEV.0',
  nodes: {
    'DEV.0': {
      kind: 'ask',
      question: 'device-kind',
      known: (view) => (anyOpen(ELECTRIC)(view) ? 'usb' : undefined),
      to: {
        usb: 'DEV.USB',
        disk: 'DEV.DISK',
        bluetooth: 'DEV.BT',
        camera: 'DEV.CAM',
        screen: 'DEV.SCREEN',
        input: 'DEV.INPUT',
      },
    },
    'DEV.USB': {
      kind: 'measure',
      branches: [
        { when: anyOpen(ELECTRIC), to: 'DEV.ELECTRIC' },
        { when: anyOpen(DRIVER), to: 'DEV.DRIVER' },
      ],
      otherwise: 'DEV.POWER',
    },
    'DEV.ELECTRIC': {
      kind: 'do',
      fixes: ['other-port'],
      solved: hasAppeared,
      to: 'DEV.SEEN',
      otherwise: 'DEV.ELSEWHERE.ELECTRIC',
    },
    'DEV.ELSEWHERE.ELECTRIC': {
      kind: 'ask',
      question: 'other-computer',
      to: { yes: 'DEV.PORT.CAUSE', no: 'DEV.BROKEN', cannot: 'DEV.PORT.CAUSE' },
    },
    'DEV.POWER': {
      kind: 'ask',
      question: 'device-power',
      to: { yes: 'DEV.UNPLUG', no: 'DEV.SWITCH.ON', 'no-lights': 'DEV.UNPLUG' },
    },
    'DEV.SWITCH.ON': {
      kind: 'do',
      fixes: [],
      solved: hasAppeared,
      to: 'DEV.SEEN',
      otherwise: 'DEV.PLUG.LOOK',
    },
    // What is plugged in and seen would be seen before and after: it has to go first.
    'DEV.UNPLUG': { kind: 'do', fixes: [], solved: () => false, to: 'DEV.PLUG', otherwise: 'DEV.PLUG' },
    'DEV.PLUG': {
      kind: 'do',
      fixes: [],
      solved: hasAppeared,
      to: 'DEV.SEEN',
      otherwise: 'DEV.PLUG.LOOK',
    },
    'DEV.PLUG.LOOK': {
      kind: 'measure',
      branches: [{ when: anyOpen(ELECTRIC), to: 'DEV.ELECTRIC' }],
      otherwise: 'DEV.ELSEWHERE',
    },
    'DEV.ELSEWHERE': {
      kind: 'ask',
      question: 'other-computer',
      to: { yes: 'DEV.OTHER.PORT', no: 'DEV.DEAD', cannot: 'DEV.OTHER.PORT' },
    },
    'DEV.OTHER.PORT': {
      kind: 'do',
      fixes: ['other-port'],
      solved: hasAppeared,
      to: 'DEV.SEEN',
      otherwise: 'DEV.NOT.SEEN',
    },
    'DEV.SEEN': {
      kind: 'measure',
      branches: [
        { when: anyOpen(DRIVER), to: 'DEV.DRIVER' },
        { when: ({ open }) => open('peripherals/storage-not-mounted'), to: 'DEV.DISK.CAUSE' },
      ],
      otherwise: 'DEV.WORKS',
    },
    'DEV.WORKS': { kind: 'ask', question: 'works', to: { yes: 'DEV.SOLVED', no: 'DEV.NO.CAUSE' } },
    'DEV.DISK': {
      kind: 'measure',
      branches: [{ when: ({ open }) => open('peripherals/storage-not-mounted'), to: 'DEV.DISK.CAUSE' }],
      otherwise: 'DEV.USB',
    },
    'DEV.BT': {
      kind: 'measure',
      branches: [{ when: ({ open }) => open('peripherals/bluetooth-off'), to: 'DEV.BT.ON' }],
      otherwise: 'DEV.BT.PAIR',
    },
    'DEV.BT.ON': {
      kind: 'do',
      fixes: ['bluetooth-unblock', 'bluetooth-service', 'bluetooth-power', 'bluetooth-service-windows'],
      solved: ({ open }) => !open('peripherals/bluetooth-off'),
      to: 'DEV.BT.PAIR',
      otherwise: 'DEV.BT.OFF',
    },
    'DEV.BT.PAIR': {
      kind: 'ask',
      question: 'bt-pairing',
      to: { yes: 'DEV.BT.AGAIN', no: 'DEV.BT.MODE' },
    },
    'DEV.BT.MODE': {
      kind: 'do',
      fixes: [],
      solved: hasAppeared,
      to: 'DEV.SOLVED',
      otherwise: 'DEV.BT.AGAIN',
    },
    'DEV.BT.AGAIN': {
      kind: 'do',
      fixes: [],
      solved: hasAppeared,
      to: 'DEV.SOLVED',
      otherwise: 'DEV.BT.CAUSE',
    },
    'DEV.CAM': {
      kind: 'measure',
      branches: [{ when: ({ open }) => open('peripherals/camera-blocked'), to: 'DEV.CAM.CAUSE' }],
      otherwise: 'DEV.CAM.SHUTTER',
    },
    'DEV.CAM.SHUTTER': {
      kind: 'ask',
      question: 'cam-shutter',
      to: { open: 'DEV.USB', closed: 'DEV.SOLVED', none: 'DEV.USB' },
    },
    'DEV.SCREEN': {
      kind: 'measure',
      branches: [{ when: ({ open }) => open('peripherals/display-not-detected'), to: 'DEV.SCREEN.CAUSE' }],
      otherwise: 'DEV.SCREEN.INPUT',
    },
    'DEV.SCREEN.INPUT': {
      kind: 'ask',
      question: 'monitor-input',
      to: { yes: 'DEV.SCREEN.CABLE', wrong: 'DEV.SOLVED', unsure: 'DEV.SCREEN.CABLE' },
    },
    'DEV.SCREEN.CABLE': {
      kind: 'do',
      fixes: [],
      solved: hasAppeared,
      to: 'DEV.SOLVED',
      otherwise: 'DEV.SCREEN.NOT',
    },
    'DEV.INPUT': {
      kind: 'measure',
      branches: [{ when: ({ open }) => open('peripherals/input-missing'), to: 'DEV.INPUT.CAUSE' }],
      otherwise: 'DEV.USB',
    },
    'DEV.PORT.CAUSE': {
      kind: 'conclude',
      finding: ({ firstOpen }) => firstOpen(ELECTRIC),
      outcome: 'cause',
    },
    'DEV.BROKEN': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(ELECTRIC), outcome: 'cause' },
    'DEV.DEAD': { kind: 'conclude', finding: 'peripherals/not-detected', outcome: 'cause' },
    'DEV.NOT.SEEN': { kind: 'conclude', finding: 'peripherals/not-detected', outcome: 'cause' },
    'DEV.DRIVER': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(DRIVER), outcome: 'cause' },
    'DEV.NO.CAUSE': { kind: 'conclude', outcome: 'unexplained' },
    'DEV.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'DEV.DISK.CAUSE': {
      kind: 'conclude',
      finding: 'peripherals/storage-not-mounted',
      outcome: 'cause',
    },
    'DEV.BT.OFF': { kind: 'conclude', finding: 'peripherals/bluetooth-off', outcome: 'cause' },
    'DEV.BT.CAUSE': { kind: 'conclude', finding: 'peripherals/bluetooth-pairing', outcome: 'cause' },
    'DEV.CAM.CAUSE': { kind: 'conclude', finding: 'peripherals/camera-blocked', outcome: 'cause' },
    'DEV.SCREEN.CAUSE': { kind: 'conclude', finding: 'peripherals/display-not-detected', outcome: 'cause' },
    'DEV.SCREEN.NOT': { kind: 'conclude', finding: 'peripherals/display-not-detected', outcome: 'cause' },
    'DEV.INPUT.CAUSE': { kind: 'conclude', finding: 'peripherals/input-missing', outcome: 'cause' },
  },
};
