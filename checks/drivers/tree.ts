/** "A device does not work": what a person is led through. Measured first; asked only what no sensor knows. */
import type { Tree, TreeView } from '../../src/contract.ts';

/** A driver, its firmware or its permission is missing: installing it is the cure. */
const MISSING = [
  'drivers/firmware-missing',
  'drivers/dkms-missing',
  'drivers/signature-blocked',
  'drivers/device-no-driver',
  'drivers/gpu-fallback',
] as const;

/** The driver is there, and something is wrong with it or with the device. */
const FAILING = [
  'drivers/device-load-failed',
  'drivers/device-start-failed',
  'drivers/registry-damaged',
  'drivers/resource-conflict',
  'drivers/gpu-resets',
] as const;

const OFF = 'drivers/device-disabled';
const MISMATCH = 'drivers/gpu-library-mismatch';
const TAINTED = 'drivers/kernel-tainted';

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

const noneOpen = (view: TreeView): boolean => !anyOpen([...MISSING, ...FAILING])(view);

export const tree: Tree = {
  start: 'DRIVERS.0',
  nodes: {
    'DRIVERS.0': {
      kind: 'measure',
      branches: [
        { when: ({ open }) => open(MISMATCH), to: 'DRIVERS.RESTART' },
        { when: anyOpen([...MISSING, ...FAILING]), to: 'DRIVERS.1' },
        { when: ({ open }) => open(OFF), to: 'DRIVERS.ENABLE' },
        { when: ({ open }) => open(TAINTED), to: 'DRIVERS.TAINTED' },
        { when: ({ looked }) => !looked, to: 'DRIVERS.UNKNOWN' },
      ],
      otherwise: 'DRIVERS.FINE',
    },
    'DRIVERS.1': {
      kind: 'ask',
      question: 'managed',
      to: { mine: 'DRIVERS.2', work: 'DRIVERS.MANAGED' },
      unsure: 'DRIVERS.MANAGED',
    },
    'DRIVERS.2': {
      kind: 'ask',
      question: 'changed',
      to: {
        update: 'DRIVERS.3',
        driver: 'DRIVERS.4',
        device: 'DRIVERS.3',
        moved: 'DRIVERS.6',
        nothing: 'DRIVERS.3',
      },
      unsure: 'DRIVERS.3',
      points: {
        driver: ['drivers/device-load-failed', 'drivers/gpu-resets'],
        device: ['drivers/device-no-driver', 'drivers/resource-conflict'],
        moved: ['drivers/device-start-failed'],
      },
    },
    // The system's own channel first, then the page of the computer's maker, then that of the chip's.
    'DRIVERS.3': {
      kind: 'do',
      fixes: [
        'load-module',
        'install-ubuntu-drivers',
        'build-modules',
        'scan-devices',
        'install-firmware',
        'enrol-key',
        'allow-extension',
        'install-official-driver',
      ],
      solved: noneOpen,
      to: 'DRIVERS.SOLVED',
      otherwise: 'DRIVERS.5',
    },
    'DRIVERS.4': {
      kind: 'do',
      fixes: ['roll-back-driver'],
      solved: noneOpen,
      to: 'DRIVERS.SOLVED',
      otherwise: 'DRIVERS.3',
    },
    'DRIVERS.5': {
      kind: 'measure',
      branches: [{ when: anyOpen(FAILING), to: 'DRIVERS.6' }],
      otherwise: 'DRIVERS.CAUSE',
    },
    'DRIVERS.6': {
      kind: 'do',
      fixes: ['restart-device', 'reinstall-device', 'take-power-away', 'other-socket'],
      solved: noneOpen,
      to: 'DRIVERS.SOLVED',
      otherwise: 'DRIVERS.CAUSE',
    },
    'DRIVERS.RESTART': {
      kind: 'ask',
      question: 'unsaved',
      to: { saved: 'DRIVERS.7', later: 'DRIVERS.MISMATCH' },
      unsure: 'DRIVERS.MISMATCH',
    },
    'DRIVERS.7': {
      kind: 'do',
      fixes: ['restart-computer'],
      solved: ({ open }) => !open(MISMATCH),
      to: 'DRIVERS.SOLVED',
      otherwise: 'DRIVERS.MISMATCH',
    },
    'DRIVERS.ENABLE': {
      kind: 'do',
      fixes: ['enable-device-windows', 'enable-device'],
      solved: ({ open }) => !open(OFF),
      to: 'DRIVERS.SOLVED',
      otherwise: 'DRIVERS.OFF',
    },
    'DRIVERS.MANAGED': {
      kind: 'conclude',
      finding: ({ firstOpen }) => firstOpen([...MISSING, ...FAILING]),
      outcome: 'cause',
    },
    'DRIVERS.CAUSE': {
      kind: 'conclude',
      finding: ({ firstOpen }) => firstOpen([...MISSING, ...FAILING]),
      outcome: 'cause',
    },
    'DRIVERS.OFF': { kind: 'conclude', finding: OFF, outcome: 'cause' },
    'DRIVERS.MISMATCH': { kind: 'conclude', finding: MISMATCH, outcome: 'cause' },
    'DRIVERS.TAINTED': { kind: 'conclude', finding: TAINTED, outcome: 'cause' },
    'DRIVERS.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'DRIVERS.FINE': { kind: 'conclude', outcome: 'fine' },
    'DRIVERS.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
