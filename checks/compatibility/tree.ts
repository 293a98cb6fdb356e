/** «A program does not run»: what stops all programs first, then what this one was seen to lack, then what changed. */
import type { Tree, TreeNode, TreeView } from '../../src/contract.ts';

const isOpen =
  (...codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

const cause = (...codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen, open }) => firstOpen(codes) ?? codes.find(open),
  outcome: 'cause',
});
/** Told by the person, or measured. */
const known = (finding: string): TreeNode => ({ kind: 'conclude', finding, outcome: 'cause' });
const end = (outcome: 'unexplained' | 'solved'): TreeNode => ({ kind: 'conclude', outcome });

/** Does it, then asks: whether a program runs now only the person sees. */
const tried = (fixes: readonly string[], otherwise: string, to = 'SOFT.SOLVED'): TreeNode => ({
  kind: 'do',
  fixes,
  solved: () => false,
  asks: 'still',
  to,
  otherwise,
});

const GATES: readonly string[] = [
  'disk-space/system-volume-full',
  'disk-space/readonly-filesystem',
  'hardware/memory-errors',
  'hardware/disk-io-errors',
  'hardware/disk-smart-failing',
  'updates/pending-reboot',
];
const DRIVERS: readonly string[] = [
  'drivers/gpu-library-mismatch',
  'drivers/gpu-fallback',
  'drivers/dkms-missing',
  'drivers/signature-blocked',
  'drivers/firmware-missing',
  'drivers/gpu-resets',
  'drivers/device-load-failed',
];
const RESTART = ['updates/pending-reboot', 'updates/kernel-modules-missing'] as const;
const BLOCKED = 'compatibility/app-blocked';
const ARCH = 'compatibility/app-arch-mismatch';
const RUNTIME = 'compatibility/missing-runtime';
const NEWER = 'compatibility/app-needs-newer-os';
const CRASH = 'compatibility/app-crash-repeated';
const OUTDATED = 'compatibility/app-outdated';
const TWO = 'compatibility/two-antiviruses';
const HARDWARE = 'compatibility/hardware-below-requirements';
const HALFWAY = 'updates/package-db-interrupted';

/** What a program says of itself, by what is behind it. */
const SAYS = { blocked: BLOCKED, system: ARCH, missing: RUNTIME, newer: NEWER } as const;
const SAID = ['blocked', 'system', 'missing', 'newer'] as const;

const sayingOf = (view: TreeView): string | undefined =>
  view.firstOpen(GATES) !== undefined
    ? 'several'
    : (SAID.find((answer) => view.open(SAYS[answer])) ?? (view.open(CRASH) ? 'closes' : undefined));

const isSaid =
  (answer: keyof typeof SAYS) =>
  (view: TreeView): boolean =>
    view.open(SAYS[answer]) || view.answer('app') === answer;

export const tree: Tree = {
  start: 'SOFT.0',
  nodes: {
    'SOFT.0': {
      kind: 'measure',
      branches: [{ when: ({ firstOpen }) => firstOpen(GATES) !== undefined, to: 'SOFT.GATE' }],
      otherwise: 'SOFT.1',
    },
    'SOFT.GATE': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(GATES), outcome: 'cause' },
    'SOFT.1': {
      kind: 'ask',
      question: 'app',
      known: sayingOf,
      to: {
        blocked: 'SOFT.2',
        system: 'SOFT.2',
        missing: 'SOFT.2',
        newer: 'SOFT.2',
        closes: 'SOFT.2',
        nothing: 'SOFT.2',
        several: 'SOFT.1.SEVERAL',
      },
      unsure: 'SOFT.2',
      points: {
        blocked: [BLOCKED],
        system: [ARCH],
        missing: [RUNTIME],
        newer: [NEWER],
        closes: [CRASH, OUTDATED],
        several: [
          'disk-space/system-volume-full',
          'disk-space/readonly-filesystem',
          'hardware/memory-errors',
        ],
      },
      cost: { seconds: 30 },
    },
    'SOFT.1.SEVERAL': {
      kind: 'measure',
      branches: [{ when: ({ firstOpen }) => firstOpen(GATES) !== undefined, to: 'SOFT.GATE' }],
      otherwise: 'SOFT.3',
    },
    'SOFT.2': {
      kind: 'measure',
      branches: [
        { when: isSaid('blocked'), to: 'SOFT.BLOCKED' },
        { when: isSaid('system'), to: 'SOFT.ARCH' },
        { when: isSaid('missing'), to: 'SOFT.RUNTIME' },
        { when: isSaid('newer'), to: 'SOFT.NEWER' },
      ],
      otherwise: 'SOFT.3',
    },
    'SOFT.BLOCKED': {
      kind: 'ask',
      question: 'managed',
      to: { mine: 'SOFT.BLOCKED.ALLOW', work: 'SOFT.BLOCKED.CAUSE' },
      unsure: 'SOFT.BLOCKED.ALLOW',
    },
    'SOFT.BLOCKED.ALLOW': tried(['get-from-maker', 'allow-in-window'], 'SOFT.BLOCKED.CAUSE'),
    'SOFT.BLOCKED.CAUSE': known(BLOCKED),
    'SOFT.ARCH': tried(['get-right-build', 'install-rosetta', 'run-in-virtual-machine'], 'SOFT.ARCH.CAUSE'),
    'SOFT.ARCH.CAUSE': known(ARCH),
    'SOFT.RUNTIME': tried(
      ['install-runtime', 'find-library-debian', 'find-library-fedora', 'update-program'],
      'SOFT.RUNTIME.CAUSE',
    ),
    'SOFT.RUNTIME.CAUSE': known(RUNTIME),
    'SOFT.NEWER': tried(['get-older-version', 'run-in-virtual-machine'], 'SOFT.NEWER.CAUSE'),
    'SOFT.NEWER.CAUSE': known(NEWER),
    'SOFT.3': {
      kind: 'measure',
      branches: [
        { when: ({ firstOpen }) => firstOpen(DRIVERS) !== undefined, to: 'SOFT.4' },
        { when: isOpen('performance/out-of-memory'), to: 'SOFT.MEMORY' },
        { when: isOpen(TWO), to: 'SOFT.TWO' },
        { when: isOpen(OUTDATED), to: 'SOFT.5' },
      ],
      otherwise: 'SOFT.REST',
    },
    'SOFT.4': { kind: 'conclude', finding: ({ firstOpen }) => firstOpen(DRIVERS), outcome: 'cause' },
    'SOFT.MEMORY': cause('performance/out-of-memory'),
    'SOFT.TWO': {
      kind: 'do',
      fixes: ['keep-one-antivirus'],
      solved: (view) => !view.open(TWO),
      asks: 'still',
      to: 'SOFT.REST',
      otherwise: 'SOFT.TWO.CAUSE',
    },
    'SOFT.TWO.CAUSE': cause(TWO),
    'SOFT.5': tried(
      [
        'update-programs',
        'update-programs-debian',
        'update-programs-flatpak',
        'update-programs-windows',
        'update-programs-brew',
      ],
      'SOFT.REST',
    ),
    // Mildest first: the newest version, then alone, then the former one.
    'SOFT.REST': {
      kind: 'choose',
      among: ['SOFT.5.ONE', 'SOFT.6', 'SOFT.6.OVERLAYS', 'SOFT.7.ASK', 'SOFT.6.AGAIN'],
      otherwise: 'SOFT.8',
    },
    'SOFT.5.ONE': tried(['update-program'], 'SOFT.REST'),
    'SOFT.6': tried(['clean-profile'], 'SOFT.REST', 'SOFT.CONFLICT'),
    'SOFT.6.OVERLAYS': tried(['pause-overlays'], 'SOFT.REST', 'SOFT.CONFLICT'),
    'SOFT.6.AGAIN': tried(['reinstall-program'], 'SOFT.REST'),
    'SOFT.CONFLICT': end('solved'),
    'SOFT.7': {
      kind: 'measure',
      branches: [
        { when: isOpen(...RESTART), to: 'SOFT.7.UNSAVED' },
        { when: isOpen(HALFWAY), to: 'SOFT.7.HALFWAY' },
        { when: ({ firstOpen }) => firstOpen(DRIVERS) !== undefined, to: 'SOFT.4' },
      ],
      otherwise: 'SOFT.7.ASK',
    },
    'SOFT.7.UNSAVED': {
      kind: 'ask',
      question: 'unsaved',
      to: { saved: 'SOFT.7.RESTART', 'not-now': 'SOFT.7.DUE' },
      unsure: 'SOFT.7.DUE',
    },
    'SOFT.7.RESTART': tried(['restart'], 'SOFT.7.AFTER'),
    'SOFT.7.AFTER': {
      kind: 'measure',
      branches: [{ when: isOpen(...RESTART), to: 'SOFT.7.DUE' }],
      otherwise: 'SOFT.7.ASK',
    },
    'SOFT.7.DUE': cause(...RESTART),
    'SOFT.7.HALFWAY': cause(HALFWAY),
    'SOFT.7.ASK': {
      kind: 'ask',
      question: 'changed',
      known: ({ changed = [] }) =>
        changed.some((kind) => kind === 'driver' || kind === 'kernel' || kind === 'system')
          ? 'update'
          : changed.includes('package')
            ? 'program'
            : changed.includes('device')
              ? 'device'
              : undefined,
      to: {
        update: 'SOFT.7.BACK',
        program: 'SOFT.7.BACK',
        device: 'SOFT.7.BACK',
        nothing: 'SOFT.REST',
      },
      unsure: 'SOFT.REST',
      points: {
        update: [CRASH, 'drivers/gpu-library-mismatch', 'drivers/dkms-missing', ...RESTART],
        program: [CRASH, OUTDATED],
        device: ['drivers/device-load-failed', 'drivers/signature-blocked'],
      },
    },
    'SOFT.7.BACK': tried(['roll-back'], 'SOFT.REST', 'SOFT.REGRESSION'),
    'SOFT.REGRESSION': end('solved'),
    'SOFT.8': {
      kind: 'measure',
      branches: [
        { when: isOpen(CRASH), to: 'SOFT.CRASH' },
        { when: isOpen(OUTDATED), to: 'SOFT.OUTDATED' },
        { when: isOpen(HARDWARE), to: 'SOFT.HARDWARE' },
      ],
      otherwise: 'SOFT.TICKET',
    },
    'SOFT.CRASH': cause(CRASH),
    'SOFT.OUTDATED': cause(OUTDATED),
    'SOFT.HARDWARE': cause(HARDWARE),
    'SOFT.TICKET': end('unexplained'),
    'SOFT.SOLVED': end('solved'),
  },
};
