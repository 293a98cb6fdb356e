/** It works, but not everything, or not well. */
import type { TreeNode } from '../../../src/contract.ts';
import { against, anyOpen, conclude, ONE_SITE, POOR } from './parts.ts';

export const above: Readonly<Record<string, TreeNode>> = {
  'NET.9': {
    kind: 'ask',
    question: 'one-site',
    known: (view) => (anyOpen(...ONE_SITE)(view) ? 'one' : undefined),
    to: { all: 'NET.10', one: 'NET.9M', program: 'NET.9P' },
  },
  'NET.9M': {
    kind: 'measure',
    branches: [
      { when: anyOpen('hosts-override'), to: 'NET.9H' },
      { when: anyOpen(...ONE_SITE), to: 'NET.9C' },
    ],
    otherwise: 'NET.9U',
  },
  'NET.9H': against(['hosts-override'], ['remove-hosts-lines'], 'NET.9C'),
  'NET.9C': conclude(...ONE_SITE),
  'NET.9U': { kind: 'conclude', outcome: 'unexplained' },
  'NET.9P': { kind: 'conclude', outcome: 'unexplained' },
  'NET.10': {
    kind: 'measure',
    branches: [
      { when: anyOpen('wifi-weak-signal'), to: 'NET.10W' },
      { when: anyOpen('ethernet-slow-link'), to: 'NET.10E' },
      { when: anyOpen(...POOR), to: 'NET.10C' },
    ],
    otherwise: 'NET.10Q',
  },
  'NET.10W': against(['wifi-weak-signal'], ['move-closer'], 'NET.10C'),
  'NET.10E': against(['ethernet-slow-link'], ['replace-cable'], 'NET.10C'),
  'NET.10C': conclude(...POOR),
  'NET.10Q': { kind: 'ask', question: 'still', to: { yes: 'NET.10U', no: 'NET.FINE' } },
  'NET.10U': { kind: 'conclude', outcome: 'unexplained' },
  'NET.FINE': { kind: 'conclude', outcome: 'fine' },
};
