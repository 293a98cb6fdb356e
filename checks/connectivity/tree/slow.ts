/** It works, but slowly, or now and then: which segment is guilty. */
import type { TreeNode } from '../../../src/contract.ts';
import { cause } from '../../../src/contract.ts';
import {
  against,
  anyOpen,
  BROKEN,
  code,
  conclude,
  DRIVERS,
  firstOf,
  NO_VPN,
  named,
  OWN_BUSY,
  POOR,
  POWER_SAVER,
  said,
  tryOut,
  was,
} from './parts.ts';

const LINE = ['path-quality-poor', 'slow-throughput'];

/** What was measured. */
const measured: Readonly<Record<string, TreeNode>> = {
  // The way in of those whose internet is slow or drops; what is not there at all is no slow one.
  'NET.10': {
    kind: 'measure',
    branches: [{ when: anyOpen(...BROKEN), to: 'NET.1' }],
    otherwise: 'NET.10M',
  },
  'NET.10M': {
    kind: 'measure',
    branches: [
      { when: anyOpen('wifi-weak-signal'), to: 'NET.10W' },
      { when: anyOpen('ethernet-slow-link'), to: 'NET.10E' },
      { when: anyOpen('mtu-blackhole'), to: 'NET.10T' },
      { when: anyOpen('dns-slow'), to: 'NET.10N' },
      { when: anyOpen('ipv6-broken'), to: 'NET.10I' },
      { when: firstOf([...DRIVERS, OWN_BUSY]), to: 'NET.10A' },
      { when: anyOpen(...LINE), to: 'NET.10G' },
    ],
    otherwise: 'NET.10S',
  },
  'NET.10W': against(['wifi-weak-signal'], ['move-closer', 'other-band', 'change-channel'], 'NET.10C'),
  'NET.10E': against(['ethernet-slow-link'], ['negotiate-speed', 'replace-cable'], 'NET.10C'),
  'NET.10T': against(['mtu-blackhole'], ['disconnect-vpn', 'set-mtu'], 'NET.10C'),
  'NET.10N': against(
    ['dns-slow'],
    ['other-name-server-linux', 'other-name-server-windows', 'other-name-server-macos'],
    'NET.10C',
    'NET.7O',
  ),
  'NET.10I': against(['ipv6-broken'], ['prefer-ipv4', 'restart-router'], 'NET.10C'),
  'NET.10A': named([...DRIVERS, OWN_BUSY]),
  // What loses or crawls is the line or the radio: the cheapest of what may end it comes first.
  'NET.10G': {
    kind: 'choose',
    among: ['NET.10GP', 'NET.10GK', 'NET.10GR'],
    otherwise: 'NET.10C',
  },
  'NET.10GP': against(LINE, ['pause-transfers'], 'NET.10G'),
  'NET.10GK': against(LINE, ['use-cable'], 'NET.10G'),
  'NET.10GR': against(LINE, ['restart-router'], 'NET.10G', 'NET.6H'),
  'NET.10C': conclude(...POOR),
};

/** Nothing was: what happens now and then is seen by the person alone. */
const told: Readonly<Record<string, TreeNode>> = {
  'NET.10S': {
    kind: 'choose',
    among: [
      'NET.10SW',
      'NET.10F',
      'NET.10SD',
      'NET.10SV',
      'NET.10V',
      'NET.10SB',
      'NET.10SX',
      'NET.10SJ',
      'NET.10SK',
      'NET.10SP',
      'NET.10SR',
    ],
    otherwise: 'NET.10Z',
  },
  'NET.10SW': {
    kind: 'ask',
    question: 'where',
    to: { same: 'NET.10S', next: 'NET.10S', further: 'NET.10S', floor: 'NET.10S' },
    unsure: 'NET.10S',
    points: {
      same: LINE.map(code),
      further: [code('wifi-weak-signal')],
      floor: [code('wifi-weak-signal')],
    },
  },
  'NET.10F': tryOut(['move-closer'], 'NET.10FC', 'NET.10S', said('where', 'same')),
  'NET.10FC': was('wifi-weak-signal'),
  'NET.10SD': {
    kind: 'ask',
    question: 'scope-well',
    to: { yes: 'NET.10S', no: 'NET.10S', alone: 'NET.10S' },
    unsure: 'NET.10S',
    points: {
      yes: [...DRIVERS, OWN_BUSY, POWER_SAVER, code('vpn-blocking'), code('wifi-auth-failed')],
      no: LINE.map(code),
    },
    cost: { seconds: 30 },
  },
  'NET.10SV': {
    kind: 'ask',
    question: 'vpn',
    to: { no: 'NET.10S', yes: 'NET.10S', must: 'NET.10S' },
    unsure: 'NET.10S',
    points: { yes: [code('vpn-blocking')], must: [code('vpn-blocking')] },
  },
  'NET.10V': tryOut(['disconnect-vpn'], 'NET.10VC', 'NET.10S', NO_VPN),
  'NET.10VC': was('vpn-blocking'),
  'NET.10SB': tryOut(['pause-transfers'], 'NET.10BC', 'NET.10S'),
  'NET.10BC': was('slow-throughput'),
  'NET.10SX': {
    kind: 'ask',
    question: 'changed',
    known: ({ changed = [] }) =>
      changed.some((kind) => kind === 'driver' || kind === 'kernel' || kind === 'system')
        ? 'update'
        : changed.includes('device')
          ? 'device'
          : undefined,
    to: {
      update: 'NET.10S',
      program: 'NET.10S',
      device: 'NET.10S',
      moved: 'NET.10S',
      power: 'NET.10S',
      nothing: 'NET.10S',
    },
    unsure: 'NET.10S',
    points: {
      update: DRIVERS,
      program: [code('vpn-blocking'), OWN_BUSY],
      moved: [code('wifi-weak-signal')],
      power: LINE.map(code),
    },
  },
  'NET.10SJ': tryOut(['join-wifi'], 'NET.10JC', 'NET.10S'),
  'NET.10JC': was('wifi-auth-failed'),
  'NET.10SK': tryOut(['use-cable'], 'NET.10FC', 'NET.10S'),
  // What the contract promises first: then a speed can be judged.
  'NET.10SP': {
    kind: 'ask',
    question: 'plan',
    to: { little: 'NET.10PC', middle: 'NET.10PM', much: 'NET.10PM' },
    // Without a promise no speed is too low.
    unsure: 'NET.10S',
    points: { little: [code('slow-throughput')] },
    cost: { seconds: 30 },
  },
  'NET.10PC': cause(code('slow-throughput')),
  'NET.10PM': {
    kind: 'ask',
    question: 'metered',
    to: { yes: 'NET.10PS', no: 'NET.10S' },
    unsure: 'NET.10S',
  },
  'NET.10PS': {
    kind: 'ask',
    question: 'speed',
    to: { less: 'NET.10YC', half: 'NET.10S', cannot: 'NET.10S' },
    unsure: 'NET.10S',
    points: { less: [code('slow-throughput')] },
    cost: { seconds: 90 },
  },
  'NET.10YC': cause(code('slow-throughput')),
  'NET.10SR': tryOut(['restart-router'], 'NET.6H', 'NET.10S'),
  // Saving power slows a radio down, but seldom alone.
  'NET.10Z': {
    kind: 'measure',
    branches: [{ when: firstOf([POWER_SAVER]), to: 'NET.10ZC' }],
    otherwise: 'NET.10U',
  },
  'NET.10ZC': named([POWER_SAVER]),
  'NET.10U': { kind: 'conclude', outcome: 'unexplained' },
};

export const slow: Readonly<Record<string, TreeNode>> = { ...measured, ...told };
