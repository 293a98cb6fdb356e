/** Signing in, and what is tried in safe mode: all of it behind one restart. */
import type { TreeNode } from '../../../src/contract.ts';
import {
  ask,
  CRASHES,
  cause,
  end,
  HARDWARE,
  here,
  known,
  LOGIN,
  lived,
  SERVICES,
  SPACE,
  STUCK,
} from './nodes.ts';

const CLOCK = 'clock/skew';
const NET = 'connectivity/internet-unreachable';
const STORE = 'updates/component-store-corrupt';
/** Nobody signs in where these are so; a clock that is off and a missing network only where others decide. */
const SIGN_IN = { time: [CLOCK], network: [NET] } as const;

export const inside: Readonly<Record<string, TreeNode>> = {
  'BOOT.F': {
    kind: 'measure',
    branches: [
      { when: here(LOGIN), to: 'BOOT.P.LOGIN' },
      { when: here(SPACE), to: 'BOOT.SPACE' },
      { when: here(SIGN_IN.time), to: 'BOOT.F.CLOCK' },
      { when: here(SERVICES), to: 'BOOT.P.SERVICES' },
      { when: here(SIGN_IN.network), to: 'BOOT.F.NETWORK' },
    ],
    otherwise: 'BOOT.F.MANAGED',
  },
  'BOOT.F.CLOCK': known(CLOCK),
  'BOOT.F.NETWORK': cause([NET]),
  'BOOT.F.MANAGED': ask('managed', { mine: 'BOOT.F.REST', work: 'BOOT.F.WORK' }, 'BOOT.F.REST', {
    points: { work: [CLOCK, NET] },
  }),
  'BOOT.F.WORK': ask('phone-time', { same: 'BOOT.F.DESK', other: 'BOOT.F.CLOCK' }, 'BOOT.F.DESK'),
  'BOOT.F.DESK': end(),
  'BOOT.F.REST': {
    kind: 'choose',
    among: ['BOOT.F.LAYOUT', 'BOOT.F.TIME', 'BOOT.F.ACCOUNT'],
    otherwise: 'BOOT.F.PASSWORD',
  },
  'BOOT.F.LAYOUT': lived(['check-layout'], 'BOOT.F.REST'),
  'BOOT.F.TIME': ask('phone-time', { same: 'BOOT.F.REST', other: 'BOOT.F.CLOCK' }, 'BOOT.F.REST', {
    points: { other: [CLOCK] },
    cost: { seconds: 20 },
  }),
  'BOOT.F.ACCOUNT': ask(
    'other-account',
    { works: 'BOOT.F.PROFILE', fails: 'BOOT.F.REST', none: 'BOOT.F.REST' },
    'BOOT.F.REST',
    {
      points: { works: LOGIN, fails: ['disk-space/system-volume-full', ...SERVICES, CLOCK, NET] },
      cost: { seconds: 60 },
    },
  ),
  'BOOT.F.PROFILE': known('safe-mode/login-broken'),
  'BOOT.F.PASSWORD': end(),
  'BOOT.S': {
    kind: 'ask',
    question: 'safe-works',
    advice: ['safe-mode/recovery-key', 'safe-mode/virtual-machine', 'safe-mode/enter'],
    to: { works: 'BOOT.S1', fails: 'BOOT.S2', cannot: 'BOOT.MEDIA' },
    unsure: 'BOOT.S2',
    cost: { seconds: 120, opening: 'safe-mode' },
  },
  // One at a time, newest first, and a normal start after each.
  'BOOT.S1': lived(['roll-back-driver'], 'BOOT.S1.UPDATE', 'BOOT.S1.LEFT'),
  'BOOT.S1.UPDATE': lived(['uninstall-update', 'uninstall-program'], 'BOOT.S1.HALVES', 'BOOT.S1.LEFT'),
  'BOOT.S1.HALVES': lived(['start-by-halves'], 'BOOT.S1.END', 'BOOT.S1.LEFT'),
  'BOOT.S1.END': end('cause'),
  // What was set for safe mode is taken back before it is over.
  'BOOT.S1.LEFT': {
    kind: 'measure',
    branches: [{ when: here(STUCK), to: 'BOOT.X' }],
    otherwise: 'BOOT.S1.GOOD',
  },
  'BOOT.S1.GOOD': end('solved'),
  'BOOT.S2': {
    kind: 'measure',
    branches: [
      { when: here(HARDWARE), to: 'BOOT.HW' },
      { when: here([STORE]), to: 'BOOT.S2.STORE' },
      { when: here(CRASHES), to: 'BOOT.P.CRASH' },
    ],
    otherwise: 'BOOT.S2.SYSTEM',
  },
  'BOOT.S2.STORE': known(STORE),
  'BOOT.S2.SYSTEM': end(),
};
