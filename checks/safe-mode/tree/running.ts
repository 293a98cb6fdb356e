/** On the computer itself: what this start and the ones before it left behind. */
import type { TreeNode, TreeView } from '../../../src/contract.ts';
import {
  anyOpen,
  ask,
  CRASHES,
  cause,
  DRIVER,
  EMERGENCY,
  end,
  HARDWARE,
  known,
  LOGIN,
  lived,
  NEXT,
  SERVICES,
  SLOW,
  SPACE,
  STUCK,
  tried,
} from './nodes.ts';

const HDD = 'performance/system-on-hdd';
const MANY = 'performance/startup-load';
const DUE = 'updates/pending-reboot';

const broughtBy = ({ changed = [] }: TreeView): string | undefined =>
  changed.some((kind) => kind === 'driver' || kind === 'kernel' || kind === 'system')
    ? 'update'
    : changed.includes('device')
      ? 'device'
      : changed.includes('package')
        ? 'program'
        : undefined;

/** What a stop code speaks for (table B of the fault catalogue). */
const STOP_CODES = {
  'stop-memory': ['hardware/memory-errors'],
  'stop-disk': ['hardware/disk-io-errors', 'hardware/disk-smart-failing'],
  'stop-driver': ['drivers/device-load-failed', 'safe-mode/bugcheck'],
  'stop-graphics': ['drivers/gpu-resets', 'hardware/overheating'],
  'stop-board': ['hardware/machine-check', 'hardware/overheating'],
  'stop-system': ['safe-mode/bugcheck', 'safe-mode/restart-loop'],
} as const;

export const running: Readonly<Record<string, TreeNode>> = {
  'BOOT.P': {
    kind: 'measure',
    branches: [
      // Repairs on a disk that fails make it worse, and a full one breaks every other repair.
      { when: anyOpen(HARDWARE), to: 'BOOT.HW' },
      { when: anyOpen(EMERGENCY), to: 'BOOT.P.EMERGENCY' },
      { when: anyOpen(SPACE), to: 'BOOT.SPACE' },
      { when: anyOpen(STUCK), to: 'BOOT.X' },
      { when: anyOpen(NEXT), to: 'BOOT.P.NEXT' },
      { when: anyOpen(LOGIN), to: 'BOOT.P.LOGIN' },
      { when: anyOpen(DRIVER), to: 'BOOT.P.DRIVER' },
      { when: anyOpen(CRASHES), to: 'BOOT.P.CHANGED' },
      { when: ({ open }) => open('safe-mode/safe-mode-active'), to: 'BOOT.S' },
      { when: anyOpen([...SLOW, HDD, MANY]), to: 'BOOT.T' },
      { when: anyOpen(SERVICES), to: 'BOOT.P.SERVICES' },
    ],
    otherwise: 'BOOT.P.STILL',
  },
  'BOOT.HW': cause(HARDWARE),
  'BOOT.SPACE': cause(SPACE),
  'BOOT.P.EMERGENCY': tried(['mark-nofail'], EMERGENCY, 'BOOT.P.EMERGENCY.CAUSE'),
  'BOOT.P.EMERGENCY.CAUSE': cause(EMERGENCY),
  'BOOT.X': ask(
    'disk-password',
    { yes: 'BOOT.X.CLEAR', no: 'BOOT.X.CAUSE', none: 'BOOT.X.CLEAR' },
    'BOOT.X.CAUSE',
  ),
  'BOOT.X.CLEAR': tried(['clear-safeboot', 'remove-rescue-word'], STUCK, 'BOOT.X.CAUSE'),
  'BOOT.X.CAUSE': cause(STUCK),
  'BOOT.P.NEXT': tried(
    ['make-start-image', 'make-image-debian', 'make-image-dracut', 'remake-boot-menu', 'mark-nofail'],
    NEXT,
    'BOOT.P.NEXT.CAUSE',
  ),
  'BOOT.P.NEXT.CAUSE': cause(NEXT),
  'BOOT.P.LOGIN': tried(['own-home', 'keep-profile'], LOGIN, 'BOOT.P.LOGIN.CAUSE'),
  'BOOT.P.LOGIN.CAUSE': cause(LOGIN),
  'BOOT.P.DRIVER': lived(['roll-back-driver'], 'BOOT.P.DRIVER.CAUSE'),
  'BOOT.P.DRIVER.CAUSE': cause(DRIVER),
  'BOOT.P.CHANGED': ask(
    'changed',
    {
      update: 'BOOT.P.UNDO',
      program: 'BOOT.P.UNDO',
      device: 'BOOT.P.DEVICE',
      moved: 'BOOT.P.SERVICE',
      power: 'BOOT.P.POWER',
      nothing: 'BOOT.P.REST',
    },
    'BOOT.P.REST',
    { known: broughtBy },
  ),
  'BOOT.P.UNDO': lived(['undo-last-change'], 'BOOT.P.REST'),
  'BOOT.P.DEVICE': lived(['unplug-everything'], 'BOOT.P.REST'),
  'BOOT.P.POWER': lived(['check-power'], 'BOOT.P.REST'),
  'BOOT.P.SERVICE': end(),
  // The crash itself is known, if anything; what it comes from only trying shows.
  'BOOT.P.REST': {
    kind: 'choose',
    among: [
      'BOOT.P.TEXT',
      'BOOT.P.COOL',
      'BOOT.P.UNDO',
      'BOOT.P.DEVICE',
      'BOOT.P.POWER',
      'BOOT.P.SAFE',
      'BOOT.P.MEMORY',
    ],
    otherwise: 'BOOT.P.END',
  },
  'BOOT.P.TEXT': ask(
    'stop-text',
    {
      'stop-memory': 'BOOT.P.REST',
      'stop-disk': 'BOOT.P.REST',
      'stop-driver': 'BOOT.P.REST',
      'stop-graphics': 'BOOT.P.REST',
      'stop-board': 'BOOT.P.REST',
      'stop-system': 'BOOT.P.REST',
      other: 'BOOT.P.REST',
    },
    'BOOT.P.REST',
    { points: STOP_CODES, cost: { seconds: 30 } },
  ),
  'BOOT.P.SAFE': ask(
    'safe-works',
    { works: 'BOOT.S1', fails: 'BOOT.P.REST', cannot: 'BOOT.P.REST' },
    'BOOT.P.REST',
    {
      advice: ['safe-mode/recovery-key', 'safe-mode/virtual-machine', 'safe-mode/enter'],
      points: {
        works: ['drivers/gpu-resets', 'drivers/device-load-failed', 'safe-mode/bugcheck'],
        fails: ['hardware/memory-errors', 'hardware/machine-check', 'hardware/disk-io-errors'],
      },
      cost: { seconds: 120, opening: 'safe-mode' },
    },
  ),
  'BOOT.P.COOL': lived(['cool-down'], 'BOOT.P.REST'),
  'BOOT.P.MEMORY': lived(['memory-overnight'], 'BOOT.P.REST'),
  'BOOT.P.END': {
    kind: 'measure',
    branches: [{ when: anyOpen(CRASHES), to: 'BOOT.P.CRASH' }],
    otherwise: 'BOOT.UNKNOWN',
  },
  'BOOT.P.CRASH': cause(CRASHES),
  'BOOT.P.SERVICES': tried(['restart-service', 'restart-unit'], SERVICES, 'BOOT.P.SERVICES.CAUSE'),
  'BOOT.P.SERVICES.CAUSE': cause(SERVICES),
  'BOOT.P.STILL': ask('still', { yes: 'BOOT.P.CHANGED', no: 'BOOT.FINE' }, 'BOOT.P.CHANGED'),

  'BOOT.T': {
    kind: 'measure',
    branches: [
      { when: anyOpen(HARDWARE), to: 'BOOT.HW' },
      { when: anyOpen(SPACE), to: 'BOOT.SPACE' },
      { when: anyOpen([HDD]), to: 'BOOT.T.HDD' },
      { when: anyOpen(SLOW), to: 'BOOT.P.SLOW' },
      { when: anyOpen([MANY]), to: 'BOOT.T.MANY' },
      { when: anyOpen([DUE]), to: 'BOOT.T.DUE' },
      { when: anyOpen(SERVICES), to: 'BOOT.P.SERVICES' },
    ],
    otherwise: 'BOOT.T.WHAT',
  },
  'BOOT.T.HDD': known(HDD),
  'BOOT.P.SLOW': tried(['fewer-programs', 'full-restart'], SLOW, 'BOOT.P.SLOW.CAUSE'),
  'BOOT.P.SLOW.CAUSE': cause(SLOW),
  'BOOT.T.MANY': tried(['fewer-programs'], [MANY], 'BOOT.T.MANY.CAUSE'),
  'BOOT.T.MANY.CAUSE': known(MANY),
  'BOOT.T.DUE': ask(
    'unsaved',
    { saved: 'BOOT.T.RESTART', 'not-now': 'BOOT.T.DUE.CAUSE' },
    'BOOT.T.DUE.CAUSE',
  ),
  'BOOT.T.RESTART': lived(['restart-once'], 'BOOT.T.LEFT'),
  'BOOT.T.LEFT': {
    kind: 'measure',
    branches: [{ when: anyOpen([DUE]), to: 'BOOT.T.DUE.CAUSE' }],
    otherwise: 'BOOT.T.WHAT',
  },
  'BOOT.T.DUE.CAUSE': known(DUE),
  'BOOT.T.WHAT': ask(
    'slow-what',
    { start: 'BOOT.T.REST', everything: 'BOOT.T.ALL', waiting: 'BOOT.T.WAITING' },
    'BOOT.T.REST',
  ),
  'BOOT.T.ALL': end(),
  'BOOT.T.WAITING': end(),
  'BOOT.T.REST': {
    kind: 'choose',
    among: ['BOOT.T.FEWER', 'BOOT.T.UNPLUG', 'BOOT.T.AGAIN'],
    otherwise: 'BOOT.T.UNKNOWN',
  },
  'BOOT.T.FEWER': lived(['fewer-programs'], 'BOOT.T.REST'),
  'BOOT.T.UNPLUG': lived(['unplug-everything'], 'BOOT.T.REST'),
  'BOOT.T.AGAIN': lived(['restart-once'], 'BOOT.T.REST'),
  'BOOT.T.UNKNOWN': end(),
};
