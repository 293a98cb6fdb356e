/** "Something is broken": what a person is led through. The disks come first: nothing may be tried on a failing one. */
import type { Tree, TreeView } from '../../src/contract.ts';

const DISK = [
  'hardware/disk-smart-failing',
  'hardware/nvme-critical-warning',
  'hardware/disk-smart-predictive',
  'hardware/disk-io-errors',
  'hardware/raid-degraded',
  'hardware/filesystem-errors',
  'hardware/ssd-worn',
] as const;

const PARTS = [
  'hardware/memory-errors',
  'hardware/machine-check',
  'hardware/overheating',
  'hardware/thermal-throttling',
  'hardware/battery-worn',
  'hardware/battery-not-charging',
  'hardware/power-supply-suspect',
] as const;

const LINK = 'hardware/disk-link-resets';

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

export const tree: Tree = {
  start: 'HW.0',
  nodes: {
    'HW.0': {
      kind: 'measure',
      branches: [
        { when: anyOpen(DISK), to: 'HW.1' },
        { when: ({ open }) => open(LINK), to: 'HW.3' },
        { when: anyOpen(PARTS), to: 'HW.31' },
      ],
      otherwise: 'HW.2',
    },
    'HW.1': {
      kind: 'ask',
      question: 'backup',
      to: { yes: 'HW.4', no: 'HW.1.NOISES', unsure: 'HW.1.NOISES' },
    },
    'HW.1.NOISES': {
      kind: 'ask',
      question: 'noises',
      to: { none: 'HW.1.COPY', beeps: 'HW.1.COPY', clicking: 'HW.1.OFF' },
    },
    'HW.1.COPY': {
      kind: 'do',
      fixes: ['copy-files'],
      solved: (view) => !anyOpen(DISK)(view),
      to: 'HW.SOLVED',
      otherwise: 'HW.4',
    },
    'HW.1.OFF': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(DISK), outcome: 'cause' },
    'HW.2': {
      kind: 'ask',
      question: 'trouble',
      to: { disk: 'HW.DISK', device: 'HW.20', other: 'HW.30.FAN' },
    },
    'HW.DISK': {
      kind: 'measure',
      branches: [{ when: ({ looked }) => looked, to: 'HW.DISK.FINE' }],
      otherwise: 'HW.UNEXPLAINED',
    },
    'HW.3': {
      kind: 'do',
      fixes: ['reseat-cable'],
      solved: ({ open }) => !open(LINK),
      to: 'HW.SOLVED',
      otherwise: 'HW.CABLE',
    },
    'HW.CABLE': { kind: 'conclude', finding: LINK, outcome: 'cause' },
    'HW.4': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(DISK), outcome: 'cause' },
    'HW.20': { kind: 'conclude', outcome: 'unexplained' },
    'HW.30.FAN': {
      kind: 'ask',
      question: 'fan',
      to: { warm: 'HW.UNEXPLAINED', silent: 'HW.30.COOLING', loud: 'HW.30.COOLING' },
    },
    'HW.30.COOLING': { kind: 'conclude', outcome: 'unexplained' },
    'HW.31': {
      kind: 'do',
      fixes: [
        'cool-down',
        'original-charger',
        'other-socket',
        'undo-overclock',
        'reseat-memory',
        'test-memory',
        'update-firmware',
        'replace-battery',
      ],
      solved: (view) => !anyOpen(PARTS)(view),
      to: 'HW.SOLVED',
      otherwise: 'HW.32',
    },
    'HW.32': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(PARTS), outcome: 'cause' },
    'HW.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'HW.DISK.FINE': { kind: 'conclude', outcome: 'fine' },
    'HW.UNEXPLAINED': { kind: 'conclude', outcome: 'unexplained' },
  },
};
