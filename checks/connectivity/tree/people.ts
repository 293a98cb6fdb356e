/** This computer, the router, or the provider: what only a person can tell. */
import type { TreeNode } from '../../../src/contract.ts';
import { cause } from '../../../src/contract.ts';
import {
  ADDRESS,
  against,
  anyOpen,
  causeAmong,
  code,
  conclude,
  lineOrProvider,
  NAMES,
  NO_ANTIVIRUS,
  NO_WAY,
  noneOpen,
  OUT,
  until,
  was,
} from './parts.ts';

const THE_LINE = ['internet-unreachable', 'ipv4-broken'].map(code);
const THE_ROUTER = ['gateway-unreachable', 'apipa-address', 'no-ip-address'].map(code);
const THIS_COMPUTER = ['blocked-by-router', 'firewall-blocks', 'vpn-blocking'].map(code);

/** The same as `against`, but a look that saw nothing has not seen it gone. */
const seenGone = (
  names: readonly string[],
  fixes: readonly string[],
  otherwise: string,
  to: string,
): TreeNode => until((view) => view.looked && noneOpen(...names)(view), fixes, otherwise, to);

export const people: Readonly<Record<string, TreeNode>> = {
  // Which side it is on no sensor of this computer can tell: asked before anything is chosen.
  'NET.6': {
    kind: 'ask',
    question: 'scope',
    to: { yes: 'NET.8', no: 'NET.6A', alone: 'NET.6A', unsure: 'NET.6A' },
    points: { yes: THIS_COMPUTER, no: [...THE_LINE, ...THE_ROUTER] },
    cost: { seconds: 20 },
  },
  'NET.6A': { kind: 'choose', among: ['NET.6L', 'NET.6R', 'NET.6P'], otherwise: 'NET.6X' },
  'NET.6L': {
    kind: 'ask',
    question: 'router-lights',
    to: { on: 'NET.6A', red: 'NET.6P', off: 'NET.6P', dark: 'NET.6C', none: 'NET.6A' },
    unsure: 'NET.6A',
    points: {
      on: [...THIS_COMPUTER, code('apipa-address')],
      red: THE_LINE,
      off: THE_LINE,
      dark: [code('gateway-unreachable')],
    },
    cost: { seconds: 15, away: true },
  },
  'NET.6C': cause(code('gateway-unreachable')),
  'NET.6R': seenGone([...ADDRESS, ...NO_WAY, ...NAMES], ['restart-router'], 'NET.6A', 'NET.6H'),
  'NET.6H': { kind: 'conclude', outcome: 'solved' },
  'NET.6P': {
    kind: 'ask',
    question: 'paid',
    to: { paid: 'NET.6A', unpaid: 'NET.6U', outage: 'NET.6O', unsure: 'NET.6A' },
    points: { paid: [...THE_LINE, ...THE_ROUTER], unpaid: THE_LINE, outage: THE_LINE },
    cost: { seconds: 60 },
  },
  'NET.6X': lineOrProvider,
  'NET.6U': cause(code('internet-unreachable')),
  'NET.6O': cause(code('internet-unreachable')),
  'NET.7': against(
    NAMES,
    ['flush-names-linux', 'flush-names-windows', 'flush-names-macos', 'restart-resolver'],
    'NET.7S',
  ),
  'NET.7S': against(
    NAMES,
    ['other-name-server-linux', 'other-name-server-windows', 'other-name-server-macos'],
    'NET.7R',
    'NET.7O',
  ),
  'NET.7O': { kind: 'conclude', outcome: 'solved' },
  // What the router answers itself a restart may mend; what is changed on the way needs its settings.
  'NET.7R': {
    kind: 'measure',
    branches: [{ when: anyOpen('dns-hijack'), to: 'NET.7H' }],
    otherwise: 'NET.7D',
  },
  'NET.7H': against(['dns-hijack'], ['check-router-names'], 'NET.7C'),
  'NET.7D': against(NAMES, ['restart-router'], 'NET.7C', 'NET.6H'),
  'NET.7C': conclude(...NAMES),
  'NET.8': {
    kind: 'ask',
    question: 'vpn',
    to: { no: 'NET.8M', yes: 'NET.8V', must: 'NET.8M' },
    unsure: 'NET.8M',
    points: { yes: [code('vpn-blocking')], must: [code('vpn-blocking')] },
  },
  'NET.8M': { kind: 'choose', among: ['NET.8E', 'NET.8A', 'NET.8X', 'NET.8R'], otherwise: 'NET.8C' },
  'NET.8V': seenGone(OUT, ['disconnect-tunnel', 'disconnect-vpn'], 'NET.8Q', 'NET.8W'),
  'NET.8W': { kind: 'conclude', outcome: 'solved' },
  'NET.8Q': {
    kind: 'measure',
    branches: [{ when: anyOpen('vpn-blocking'), to: 'NET.8K' }],
    otherwise: 'NET.8M',
  },
  'NET.8K': conclude('vpn-blocking'),
  'NET.8E': {
    kind: 'ask',
    question: 'av',
    to: { can: 'NET.8M', cannot: 'NET.8M', none: 'NET.8M' },
    unsure: 'NET.8M',
    points: { can: [code('firewall-blocks')], cannot: [code('firewall-blocks')] },
  },
  'NET.8A': until(
    (view) => NO_ANTIVIRUS(view) || (view.looked && noneOpen(...OUT)(view)),
    ['pause-antivirus'],
    'NET.8M',
    'NET.8N',
  ),
  // The tool never switches protection off; what its owner paused for a look has to protect again.
  'NET.8N': {
    kind: 'do',
    fixes: ['resume-antivirus'],
    solved: ({ open }) => !open('security/antivirus-off'),
    to: 'NET.8O',
    otherwise: 'NET.8O',
  },
  'NET.8O': was('firewall-blocks'),
  'NET.8X': seenGone(OUT, ['set-automatic-address'], 'NET.8M', 'NET.OK'),
  'NET.8R': seenGone(OUT, ['reset-network-windows', 'reset-network'], 'NET.8M', 'NET.OK'),
  'NET.8C': {
    kind: 'conclude',
    finding: (view) => causeAmong('blocked-by-router', ...ADDRESS)(view) ?? code('blocked-by-router'),
    outcome: 'cause',
  },
};
