/** «It freezes»: the disk that does not answer first, then what the logs know, then what is seen when it hangs. */
import type { TreeNode } from '../../../src/contract.ts';
import { anyOpen, cause, FAILING, FULL, HEAT, MEMORY, tried } from './nodes.ts';

const LINK = 'hardware/disk-link-resets';
const GRAPHICS = 'drivers/gpu-resets';
const PARTS = ['hardware/memory-errors', 'hardware/machine-check'] as const;
const OFF = 'safe-mode/unexpected-shutdown';
const CRASHED = ['safe-mode/bugcheck', 'safe-mode/restart-loop'] as const;

export const freezes: Readonly<Record<string, TreeNode>> = {
  'SLOW.F': {
    kind: 'measure',
    branches: [
      { when: anyOpen(...FAILING), to: 'SLOW.DISK' },
      { when: anyOpen(...PARTS), to: 'SLOW.F.PARTS' },
      { when: anyOpen(LINK), to: 'SLOW.F.LINK' },
      { when: anyOpen(...FULL), to: 'SLOW.FULL' },
      { when: anyOpen(...MEMORY), to: 'SLOW.MEMORY' },
      { when: anyOpen(GRAPHICS), to: 'SLOW.F.GRAPHICS' },
      { when: anyOpen(...HEAT), to: 'SLOW.HEAT' },
      { when: anyOpen(...CRASHED), to: 'SLOW.F.CRASHED' },
    ],
    otherwise: 'SLOW.F.ASK',
  },
  'SLOW.F.PARTS': cause(...PARTS),
  'SLOW.F.LINK': cause(LINK),
  'SLOW.F.GRAPHICS': cause(GRAPHICS),
  'SLOW.F.CRASHED': cause(...CRASHED),
  'SLOW.F.ASK': {
    kind: 'ask',
    question: 'freeze',
    to: { both: 'SLOW.F.PROGRAM', light: 'SLOW.F.REST', neither: 'SLOW.F.REST' },
    unsure: 'SLOW.F.REST',
    points: {
      both: MEMORY,
      light: [GRAPHICS],
      neither: [OFF, 'hardware/disk-io-errors', LINK, 'hardware/overheating', ...PARTS],
    },
    cost: { seconds: 30 },
  },
  // The computer itself goes on: what hangs is a program.
  'SLOW.F.PROGRAM': {
    kind: 'measure',
    branches: [
      { when: anyOpen('performance/runaway-process', 'performance/cpu-saturated'), to: 'SLOW.BUSY' },
      { when: anyOpen('performance/disk-saturated'), to: 'SLOW.QUEUE' },
    ],
    otherwise: 'SLOW.F.REST',
  },
  'SLOW.F.REST': {
    kind: 'choose',
    among: [
      'SLOW.F.SINCE',
      'SLOW.F.CHANGED',
      'SLOW.F.CLOSE',
      'SLOW.F.CLEAN',
      'SLOW.F.UNDO',
      'SLOW.F.CABLES',
      'SLOW.F.TEST',
    ],
    otherwise: 'SLOW.F.END',
  },
  'SLOW.F.SINCE': {
    kind: 'ask',
    question: 'since',
    to: { sudden: 'SLOW.F.REST', sometimes: 'SLOW.F.REST', long: 'SLOW.F.REST' },
    unsure: 'SLOW.F.REST',
    points: {
      sudden: [GRAPHICS, 'hardware/disk-io-errors', LINK],
      sometimes: [...MEMORY, 'hardware/overheating'],
      long: [...PARTS, OFF],
    },
  },
  'SLOW.F.CHANGED': {
    kind: 'ask',
    question: 'changed',
    known: ({ changed = [] }) =>
      changed.some((kind) => kind === 'driver' || kind === 'kernel' || kind === 'system')
        ? 'update'
        : changed.includes('device')
          ? 'device'
          : changed.includes('package')
            ? 'program'
            : undefined,
    to: {
      update: 'SLOW.F.REST',
      program: 'SLOW.F.REST',
      device: 'SLOW.F.REST',
      moved: 'SLOW.F.MOVED',
      power: 'SLOW.F.REST',
      nothing: 'SLOW.F.REST',
    },
    unsure: 'SLOW.F.REST',
    points: {
      update: [GRAPHICS],
      program: [...MEMORY, GRAPHICS],
      device: PARTS,
      moved: [LINK, 'hardware/disk-io-errors'],
      power: [OFF, 'hardware/disk-io-errors'],
      nothing: ['hardware/overheating', ...PARTS],
    },
  },
  'SLOW.F.MOVED': { kind: 'conclude', outcome: 'unexplained' },
  'SLOW.F.CLOSE': tried(['close-programs'], 'SLOW.F.REST'),
  'SLOW.F.CLEAN': tried(['clear-vents'], 'SLOW.F.REST'),
  'SLOW.F.UNDO': tried(['undo-update'], 'SLOW.F.REST'),
  'SLOW.F.CABLES': tried(['check-cables', 'reseat-modules'], 'SLOW.F.REST'),
  'SLOW.F.TEST': tried(['test-memory'], 'SLOW.F.REST'),
  'SLOW.F.END': {
    kind: 'measure',
    branches: [{ when: anyOpen(OFF), to: 'SLOW.F.OFF' }],
    otherwise: 'SLOW.F.REPORT',
  },
  'SLOW.F.OFF': cause(OFF),
  'SLOW.F.REPORT': { kind: 'conclude', outcome: 'unexplained' },
};
