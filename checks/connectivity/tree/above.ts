/** Most of it works, but one site does not. */
import type { TreeNode } from '../../../src/contract.ts';
import { cause } from '../../../src/contract.ts';
import {
  against,
  anyOpen,
  BROKEN,
  code,
  conclude,
  NO_ANTIVIRUS,
  NO_VPN,
  ONE_SITE,
  tryOut,
  was,
  wrongClock,
} from './parts.ts';

export const above: Readonly<Record<string, TreeNode>> = {
  // The way in of those who cannot open one site.
  'NET.9': {
    kind: 'measure',
    branches: [{ when: (view) => anyOpen(...BROKEN)(view) || wrongClock(view), to: 'NET.1' }],
    otherwise: 'NET.9M',
  },
  'NET.9A': {
    kind: 'ask',
    question: 'one-site',
    to: { all: 'NET.9S', one: 'NET.9M', program: 'NET.9P' },
    unsure: 'NET.9S',
  },
  'NET.9S': {
    kind: 'ask',
    question: 'still',
    to: { yes: 'NET.10M', no: 'NET.FINE' },
    unsure: 'NET.10M',
  },
  'NET.9M': {
    kind: 'measure',
    branches: [
      { when: anyOpen('hosts-override'), to: 'NET.9H' },
      { when: anyOpen(...ONE_SITE), to: 'NET.9C' },
    ],
    otherwise: 'NET.9Q',
  },
  'NET.9H': against(['hosts-override'], ['remove-hosts-lines'], 'NET.9C'),
  'NET.9C': conclude(...ONE_SITE),
  // Every site that was tried opens: theirs is not among them.
  'NET.9Q': {
    kind: 'choose',
    among: ['NET.9E', 'NET.9B', 'NET.9D', 'NET.9V', 'NET.9VD', 'NET.9N', 'NET.9G', 'NET.9GD'],
    otherwise: 'NET.9U',
  },
  'NET.9E': {
    kind: 'ask',
    question: 'elsewhere',
    to: { no: 'NET.9X', yes: 'NET.9Q', cannot: 'NET.9Q' },
    unsure: 'NET.9Q',
    points: {
      no: [code('site-down'), code('site-certificate-invalid')],
      yes: [
        code('hosts-override'),
        code('dns-bad-answers'),
        code('firewall-blocks'),
        code('proxy-misconfigured'),
        code('tls-failure'),
      ],
    },
    cost: { seconds: 40 },
  },
  'NET.9X': cause(code('site-down')),
  'NET.9B': tryOut(['clear-site-data'], 'NET.9BC', 'NET.9Q'),
  'NET.9BC': { kind: 'conclude', outcome: 'solved' },
  'NET.9D': tryOut(['flush-names-linux', 'flush-names-windows', 'flush-names-macos'], 'NET.9NC', 'NET.9Q'),
  'NET.9V': {
    kind: 'ask',
    question: 'vpn',
    to: { no: 'NET.9Q', yes: 'NET.9Q', must: 'NET.9Q' },
    unsure: 'NET.9Q',
    points: { yes: [code('vpn-blocking')], must: [code('vpn-blocking')] },
  },
  'NET.9VD': tryOut(['disconnect-vpn'], 'NET.9VC', 'NET.9Q', NO_VPN),
  'NET.9VC': was('vpn-blocking'),
  'NET.9N': tryOut(
    ['other-name-server-linux', 'other-name-server-windows', 'other-name-server-macos'],
    'NET.9NC',
    'NET.9Q',
  ),
  'NET.9NC': was('dns-bad-answers'),
  'NET.9G': {
    kind: 'ask',
    question: 'av',
    to: { can: 'NET.9Q', cannot: 'NET.9Q', none: 'NET.9Q' },
    unsure: 'NET.9Q',
    points: {
      can: [code('firewall-blocks'), code('tls-failure')],
      cannot: [code('firewall-blocks'), code('tls-failure')],
    },
  },
  'NET.9GD': tryOut(['pause-antivirus'], 'NET.8N', 'NET.9Q', NO_ANTIVIRUS),
  'NET.9U': { kind: 'conclude', outcome: 'unexplained' },
  'NET.9P': { kind: 'conclude', outcome: 'unexplained' },
  'NET.FINE': { kind: 'conclude', outcome: 'fine' },
};
