/** This computer, the router, or the provider: what only a person can tell. */
import type { TreeNode } from '../../../src/contract.ts';
import {
  ADDRESS,
  against,
  anyOpen,
  causeAmong,
  code,
  conclude,
  lineOrProvider,
  NAMES,
  NO_WAY,
  OUT,
} from './parts.ts';

export const people: Readonly<Record<string, TreeNode>> = {
  'NET.6': {
    kind: 'ask',
    question: 'scope',
    to: { yes: 'NET.8', no: 'NET.6L', alone: 'NET.6L', unsure: 'NET.6L' },
  },
  'NET.6L': {
    kind: 'ask',
    question: 'router-lights',
    to: { on: 'NET.6R', red: 'NET.6P', off: 'NET.6P', dark: 'NET.6C', none: 'NET.6P' },
  },
  'NET.6C': lineOrProvider,
  'NET.6R': against([...ADDRESS, ...NO_WAY, ...NAMES], ['restart-router'], 'NET.6P', 'NET.6H'),
  'NET.6H': { kind: 'conclude', outcome: 'solved' },
  'NET.6P': {
    kind: 'ask',
    question: 'paid',
    to: { paid: 'NET.6X', unpaid: 'NET.6U', outage: 'NET.6O', unsure: 'NET.6X' },
  },
  'NET.6X': lineOrProvider,
  'NET.6U': lineOrProvider,
  'NET.6O': lineOrProvider,
  'NET.7': against(NAMES, ['flush-names-linux', 'flush-names-windows', 'flush-names-macos'], 'NET.7S'),
  'NET.7S': against(
    NAMES,
    ['other-name-server-linux', 'other-name-server-windows', 'other-name-server-macos'],
    'NET.7C',
    'NET.7O',
  ),
  'NET.7O': { kind: 'conclude', outcome: 'solved' },
  'NET.7C': conclude(...NAMES),
  'NET.8': { kind: 'ask', question: 'vpn', to: { no: 'NET.8A', yes: 'NET.8V', must: 'NET.8A' } },
  'NET.8V': against(OUT, ['disconnect-vpn'], 'NET.8Q', 'NET.8W'),
  'NET.8W': { kind: 'conclude', outcome: 'solved' },
  'NET.8Q': {
    kind: 'measure',
    branches: [{ when: anyOpen('vpn-blocking'), to: 'NET.8K' }],
    otherwise: 'NET.8A',
  },
  'NET.8K': conclude('vpn-blocking'),
  'NET.8A': against(OUT, [], 'NET.8X', 'NET.8N'),
  'NET.8N': { kind: 'conclude', outcome: 'solved' },
  'NET.8X': against(OUT, ['set-automatic-address'], 'NET.8C'),
  'NET.8C': {
    kind: 'conclude',
    finding: (view) => causeAmong('blocked-by-router', ...ADDRESS)(view) ?? code('blocked-by-router'),
    outcome: 'cause',
  },
};
