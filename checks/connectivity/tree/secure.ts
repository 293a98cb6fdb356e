/** «Not private», and nothing that was measured says why: that one site, the clock, the network, or the antivirus. */
import type { TreeNode } from '../../../src/contract.ts';
import { cause } from '../../../src/contract.ts';
import { code, conclude, NO_ANTIVIRUS, SECURE, said, tryOut, was } from './parts.ts';

export const secure: Readonly<Record<string, TreeNode>> = {
  'NET.5A': {
    kind: 'choose',
    among: ['NET.5O', 'NET.5K', 'NET.5G', 'NET.5GP', 'NET.5V', 'NET.5VP'],
    otherwise: 'NET.5U',
  },
  'NET.5O': {
    kind: 'ask',
    question: 'one-site',
    to: { all: 'NET.5A', one: 'NET.5E', program: 'NET.5A' },
    unsure: 'NET.5A',
    points: {
      one: [code('site-certificate-invalid')],
      all: ['clock/skew', code('captive-portal'), code('tls-failure'), 'security/unknown-root-ca'],
    },
  },
  'NET.5E': cause(code('site-certificate-invalid')),
  'NET.5K': {
    kind: 'ask',
    question: 'phone-time',
    to: { same: 'NET.5A', hours: 'NET.5A', minutes: 'NET.5TC', date: 'NET.5TC' },
    unsure: 'NET.5A',
    points: { minutes: ['clock/skew'], date: ['clock/skew'] },
  },
  'NET.5G': {
    kind: 'ask',
    question: 'public',
    to: { yes: 'NET.5A', no: 'NET.5A' },
    unsure: 'NET.5A',
    points: { yes: [code('captive-portal'), code('dns-hijack')] },
  },
  'NET.5GP': tryOut(
    ['open-sign-in-linux', 'open-sign-in-windows', 'open-sign-in-macos', 'sign-in'],
    'NET.5GC',
    'NET.5A',
    said('public', 'no'),
  ),
  'NET.5GC': was('captive-portal'),
  'NET.5V': {
    kind: 'ask',
    question: 'av',
    to: { can: 'NET.5A', cannot: 'NET.5A', none: 'NET.5A' },
    unsure: 'NET.5A',
    points: { can: [code('tls-failure'), 'security/unknown-root-ca'], cannot: [code('tls-failure')] },
  },
  'NET.5VP': tryOut(['pause-antivirus'], 'NET.5VN', 'NET.5A', NO_ANTIVIRUS),
  // What was paused for a look has to protect again, whatever it did.
  'NET.5VN': {
    kind: 'do',
    fixes: ['resume-antivirus'],
    solved: ({ open }) => !open('security/antivirus-off'),
    to: 'NET.5VC',
    otherwise: 'NET.5VC',
  },
  'NET.5VC': was('tls-failure'),
  'NET.5U': conclude(...SECURE),
};
