/** «A program does not run»: what stops all programs first, then what this one was seen to lack. */
import type { Tree, TreeNode, TreeView } from '../../src/contract.ts';

const isOpen =
  (...codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

const cause = (finding: string): TreeNode => ({ kind: 'conclude', finding, outcome: 'cause' });

/** Does it, then asks: whether a program runs now only the person sees. */
const tried = (fixes: readonly string[], then: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  to: then,
  otherwise: then,
});

const ask = (question: string, to: Readonly<Record<string, string>>): TreeNode => ({
  kind: 'ask',
  question,
  to,
});

const GATES: readonly string[] = [
  'disk-space/system-volume-full',
  'disk-space/readonly-filesystem',
  'updates/pending-reboot',
  'hardware/memory-errors',
  'hardware/disk-io-errors',
  'hardware/disk-smart-failing',
];

const DRIVERS: readonly string[] = [
  'drivers/gpu-library-mismatch',
  'drivers/gpu-fallback',
  'drivers/dkms-missing',
  'drivers/signature-blocked',
  'drivers/firmware-missing',
  'drivers/gpu-resets',
];

export const tree: Tree = {
  start: 'SOFT.0',
  nodes: {
    'SOFT.0': {
      kind: 'measure',
      branches: [{ when: ({ firstOpen }) => firstOpen(GATES) !== undefined, to: 'SOFT.GATE' }],
      otherwise: 'SOFT.2',
    },
    'SOFT.GATE': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(GATES), outcome: 'cause' },
    'SOFT.2': {
      kind: 'measure',
      branches: [
        { when: isOpen('compatibility/app-blocked'), to: 'SOFT.BLOCKED' },
        { when: isOpen('compatibility/app-arch-mismatch'), to: 'SOFT.ARCH' },
        { when: isOpen('compatibility/missing-runtime'), to: 'SOFT.RUNTIME' },
        { when: isOpen('compatibility/app-needs-newer-os'), to: 'SOFT.NEWER' },
      ],
      otherwise: 'SOFT.3',
    },
    'SOFT.BLOCKED': tried(['get-from-maker', 'allow-in-window'], 'SOFT.BLOCKED.STILL'),
    'SOFT.BLOCKED.STILL': ask('still', { yes: 'SOFT.BLOCKED.CAUSE', no: 'SOFT.SOLVED' }),
    'SOFT.BLOCKED.CAUSE': cause('compatibility/app-blocked'),
    'SOFT.ARCH': tried(['install-rosetta', 'get-right-build'], 'SOFT.ARCH.STILL'),
    'SOFT.ARCH.STILL': ask('still', { yes: 'SOFT.ARCH.CAUSE', no: 'SOFT.SOLVED' }),
    'SOFT.ARCH.CAUSE': cause('compatibility/app-arch-mismatch'),
    'SOFT.RUNTIME': tried(['install-runtime'], 'SOFT.RUNTIME.STILL'),
    'SOFT.RUNTIME.STILL': ask('still', { yes: 'SOFT.RUNTIME.CAUSE', no: 'SOFT.SOLVED' }),
    'SOFT.RUNTIME.CAUSE': cause('compatibility/missing-runtime'),
    'SOFT.NEWER': tried(['get-older-version'], 'SOFT.NEWER.STILL'),
    'SOFT.NEWER.STILL': ask('still', { yes: 'SOFT.NEWER.CAUSE', no: 'SOFT.SOLVED' }),
    'SOFT.NEWER.CAUSE': cause('compatibility/app-needs-newer-os'),
    'SOFT.3': {
      kind: 'measure',
      branches: [
        { when: ({ firstOpen }) => firstOpen(DRIVERS) !== undefined, to: 'SOFT.4' },
        { when: isOpen('compatibility/two-antiviruses'), to: 'SOFT.TWO' },
        { when: isOpen('compatibility/app-crash-repeated'), to: 'SOFT.5' },
        { when: ({ looked }) => !looked, to: 'SOFT.UNKNOWN' },
      ],
      otherwise: 'SOFT.5',
    },
    'SOFT.4': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(DRIVERS), outcome: 'cause' },
    'SOFT.TWO': {
      kind: 'do',
      fixes: ['keep-one-antivirus'],
      solved: (view) => !view.open('compatibility/two-antiviruses'),
      to: 'SOFT.TWO.STILL',
      otherwise: 'SOFT.TWO.CAUSE',
    },
    'SOFT.TWO.STILL': ask('still', { yes: 'SOFT.5', no: 'SOFT.SOLVED' }),
    'SOFT.TWO.CAUSE': cause('compatibility/two-antiviruses'),
    'SOFT.5': tried(['update-program'], 'SOFT.5.STILL'),
    'SOFT.5.STILL': ask('still-updated', { yes: 'SOFT.6', no: 'SOFT.SOLVED' }),
    'SOFT.6': tried(['clean-profile', 'pause-overlays'], 'SOFT.6.STILL'),
    'SOFT.6.STILL': ask('still-clean', { yes: 'SOFT.7', no: 'SOFT.CONFLICT' }),
    'SOFT.CONFLICT': { kind: 'conclude', outcome: 'cause' },
    'SOFT.7': ask('changed', {
      update: 'SOFT.7.BACK',
      program: 'SOFT.7.BACK',
      device: 'SOFT.7.BACK',
      nothing: 'SOFT.8',
    }),
    'SOFT.7.BACK': tried(['roll-back', 'reinstall-program'], 'SOFT.7.STILL'),
    'SOFT.7.STILL': ask('still-back', { yes: 'SOFT.8', no: 'SOFT.REGRESSION' }),
    'SOFT.REGRESSION': { kind: 'conclude', outcome: 'cause' },
    'SOFT.8': {
      kind: 'measure',
      branches: [
        { when: isOpen('compatibility/app-crash-repeated'), to: 'SOFT.CRASH' },
        { when: isOpen('compatibility/hardware-below-requirements'), to: 'SOFT.HARDWARE' },
      ],
      otherwise: 'SOFT.TICKET',
    },
    'SOFT.CRASH': cause('compatibility/app-crash-repeated'),
    'SOFT.HARDWARE': cause('compatibility/hardware-below-requirements'),
    'SOFT.TICKET': { kind: 'conclude', outcome: 'unexplained' },
    'SOFT.SOLVED': { kind: 'conclude', outcome: 'solved' },
    'SOFT.UNKNOWN': { kind: 'conclude', outcome: 'unexplained' },
  },
};
