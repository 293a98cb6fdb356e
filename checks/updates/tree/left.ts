/** Another program in the way, and what is tried where nothing is seen: mildest first. */
import type { TreeNode } from '../../../src/contract.ts';
import { CONFLICT, cause, LOCKED, noneOpen, retried, STORE, seen, UNGUARDED } from './nodes.ts';

export const others: Readonly<Record<string, TreeNode>> = {
  'UPD.5': {
    kind: 'ask',
    question: 'av',
    to: { can: 'UPD.5D', cannot: 'UPD.5.CAUSE', none: 'UPD.5.CLEAN' },
    unsure: 'UPD.5.CAUSE',
    points: { can: [CONFLICT] },
    cost: { seconds: 30 },
  },
  'UPD.5D': retried(['pause-protection'], 'UPD.5.WORKED', 'UPD.5.SAME'),
  // Before anything else goes on: what was paused is on again.
  'UPD.5.WORKED': seen([UNGUARDED], 'UPD.5.ON', 'UPD.5.CAUSE'),
  'UPD.5.ON': {
    kind: 'do',
    fixes: ['protect-again'],
    solved: noneOpen([UNGUARDED]),
    to: 'UPD.5.CAUSE',
    otherwise: 'UPD.5.OFF',
  },
  'UPD.5.SAME': seen([UNGUARDED], 'UPD.5.ON.SAME', 'UPD.5.CLEAN'),
  'UPD.5.ON.SAME': {
    kind: 'do',
    fixes: ['protect-again'],
    solved: noneOpen([UNGUARDED]),
    to: 'UPD.5.CLEAN',
    otherwise: 'UPD.5.OFF',
  },
  'UPD.5.OFF': cause([UNGUARDED]),
  'UPD.5.CLEAN': retried(['clean-start'], 'UPD.5.CAUSE', 'UPD.5.LEFT'),
  'UPD.5.LEFT': seen([CONFLICT], 'UPD.5.CAUSE', 'UPD.REST'),
  'UPD.5.CAUSE': { kind: 'conclude', finding: CONFLICT, outcome: 'cause' },
};

export const left: Readonly<Record<string, TreeNode>> = {
  'UPD.REST': {
    kind: 'choose',
    among: [
      'UPD.R.CHANGED',
      'UPD.R.WAIT',
      'UPD.R.RESTART',
      'UPD.R.NETWORK',
      'UPD.R.BITS',
      'UPD.R.AV',
      'UPD.R.STORE',
    ],
    otherwise: 'UPD.UNKNOWN',
  },
  'UPD.R.CHANGED': {
    kind: 'ask',
    question: 'changed',
    known: ({ changed = [] }) =>
      changed.includes('network') ? 'network' : changed.includes('package') ? 'program' : undefined,
    to: { program: 'UPD.REST', network: 'UPD.REST', power: 'UPD.REST', nothing: 'UPD.REST' },
    unsure: 'UPD.REST',
    points: {
      program: [CONFLICT, 'updates/repository-invalid', 'updates/service-disabled'],
      network: ['updates/download-failed', 'connectivity/internet-unreachable'],
      power: ['updates/package-db-interrupted', STORE],
      nothing: ['updates/pending-reboot', LOCKED],
    },
  },
  'UPD.R.WAIT': retried(['wait-for-installer'], 'UPD.SOLVED', 'UPD.REST'),
  'UPD.R.RESTART': retried(['restart'], 'UPD.SOLVED', 'UPD.REST'),
  'UPD.R.NETWORK': retried(['other-network'], 'UPD.R.LINK', 'UPD.REST'),
  'UPD.R.LINK': { kind: 'conclude', finding: 'updates/download-failed', outcome: 'cause' },
  'UPD.R.BITS': retried(['restart-bits'], 'UPD.SOLVED', 'UPD.REST'),
  'UPD.R.AV': {
    kind: 'ask',
    question: 'av',
    to: { can: 'UPD.5D', cannot: 'UPD.REST', none: 'UPD.REST' },
    unsure: 'UPD.REST',
    points: { can: [CONFLICT], cannot: [CONFLICT] },
    cost: { seconds: 30 },
  },
  'UPD.R.STORE': retried(['repair-store'], 'UPD.SOLVED', 'UPD.REST'),
};
