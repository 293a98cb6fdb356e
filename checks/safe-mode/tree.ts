/**
 * "It does not start properly": on the computer itself what was measured leads; on another one the words
 * on its screen do. Nothing here touches boot files: that is the end of the tree, for somebody with a copy.
 */
import type { Tree, TreeNode, TreeView } from '../../src/contract.ts';

const HARDWARE = [
  'hardware/disk-smart-failing',
  'hardware/nvme-critical-warning',
  'hardware/disk-io-errors',
  'hardware/filesystem-errors',
  'hardware/raid-degraded',
  'hardware/memory-errors',
  'hardware/machine-check',
  'hardware/overheating',
  'hardware/power-supply-suspect',
] as const;
const SPACE = [
  'disk-space/system-volume-full',
  'disk-space/inodes-exhausted',
  'disk-space/readonly-filesystem',
] as const;
const NEXT = [
  'safe-mode/initramfs-missing',
  'safe-mode/bootloader-damaged',
  'safe-mode/fstab-missing-device',
] as const;
const CRASHES = ['safe-mode/bugcheck', 'safe-mode/restart-loop', 'safe-mode/unexpected-shutdown'] as const;
const STUCK = ['safe-mode/safeboot-flag-stuck'] as const;
const EMERGENCY = ['safe-mode/emergency-mode'] as const;
const LOGIN = ['safe-mode/login-broken'] as const;
const SERVICES = ['safe-mode/failed-services'] as const;
const SLOW = ['safe-mode/slow-start', 'safe-mode/fast-startup'] as const;

const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

/** What was measured is of this computer: of another one it says nothing. */
const here =
  (codes: readonly string[]) =>
  (view: TreeView): boolean =>
    anyOpen(codes)(view) && view.answer('running') !== 'elsewhere';

const cause = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen }) => firstOpen(codes),
  outcome: 'cause',
});
const known = (finding: string): TreeNode => ({ kind: 'conclude', finding, outcome: 'cause' });
const end = (outcome: 'unexplained' | 'solved' | 'cause' = 'unexplained'): TreeNode => ({
  kind: 'conclude',
  outcome,
});
const tried = (fixes: readonly string[], codes: readonly string[], otherwise: string): TreeNode => ({
  kind: 'do',
  fixes,
  solved: (view) => !anyOpen(codes)(view),
  to: 'BOOT.SOLVED',
  otherwise,
});
const ask = (question: string, to: Readonly<Record<string, string>>): TreeNode => ({
  kind: 'ask',
  question,
  to,
});

export const tree: Tree = {
  start: 'BOOT.0',
  adviceFits: ({ answer }) => answer('running') !== 'elsewhere',
  nodes: {
    'BOOT.0': ask('running', { here: 'BOOT.P', elsewhere: 'BOOT.1' }),
    'BOOT.P': {
      kind: 'measure',
      branches: [
        // Repairs on a disk that fails make it worse, and a full one breaks every other repair.
        { when: anyOpen(HARDWARE), to: 'BOOT.HW' },
        { when: anyOpen(EMERGENCY), to: 'BOOT.P.EMERGENCY' },
        { when: anyOpen(SPACE), to: 'BOOT.SPACE' },
        { when: anyOpen(STUCK), to: 'BOOT.X' },
        { when: anyOpen(NEXT), to: 'BOOT.P.NEXT' },
        { when: anyOpen(LOGIN), to: 'BOOT.P.LOGIN' },
        { when: anyOpen(CRASHES), to: 'BOOT.P.CHANGED' },
        { when: ({ open }) => open('safe-mode/safe-mode-active'), to: 'BOOT.S' },
        { when: anyOpen(SERVICES), to: 'BOOT.P.SERVICES' },
        { when: anyOpen(SLOW), to: 'BOOT.P.SLOW' },
        { when: ({ looked }) => !looked, to: 'BOOT.UNKNOWN' },
      ],
      otherwise: 'BOOT.P.STILL',
    },
    'BOOT.HW': cause(HARDWARE),
    'BOOT.SPACE': cause(SPACE),
    'BOOT.P.EMERGENCY': tried(['mark-nofail'], EMERGENCY, 'BOOT.P.EMERGENCY.CAUSE'),
    'BOOT.P.EMERGENCY.CAUSE': cause(EMERGENCY),
    'BOOT.X': ask('key', { yes: 'BOOT.X.CLEAR', no: 'BOOT.X.CAUSE', none: 'BOOT.X.CLEAR' }),
    'BOOT.X.CLEAR': tried(['clear-safeboot', 'remove-rescue-word'], STUCK, 'BOOT.X.CAUSE'),
    'BOOT.X.CAUSE': cause(STUCK),
    'BOOT.P.NEXT': tried(['make-start-image', 'remake-boot-menu', 'mark-nofail'], NEXT, 'BOOT.P.NEXT.CAUSE'),
    'BOOT.P.NEXT.CAUSE': cause(NEXT),
    'BOOT.P.LOGIN': tried(['own-home', 'keep-profile'], LOGIN, 'BOOT.P.LOGIN.CAUSE'),
    'BOOT.P.LOGIN.CAUSE': cause(LOGIN),
    'BOOT.P.CHANGED': ask('changed', {
      update: 'BOOT.P.UNDO',
      program: 'BOOT.P.UNDO',
      device: 'BOOT.P.DEVICE',
      moved: 'BOOT.P.SERVICE',
      power: 'BOOT.P.POWER',
      nothing: 'BOOT.S',
    }),
    'BOOT.P.UNDO': tried(['undo-last-change'], CRASHES, 'BOOT.P.CRASH'),
    'BOOT.P.DEVICE': tried(['unplug-everything'], CRASHES, 'BOOT.P.CRASH'),
    'BOOT.P.POWER': tried(['check-power'], CRASHES, 'BOOT.P.CRASH'),
    'BOOT.P.SERVICE': end(),
    'BOOT.P.CRASH': cause(CRASHES),
    'BOOT.P.SERVICES': tried(['restart-service'], SERVICES, 'BOOT.P.SERVICES.CAUSE'),
    'BOOT.P.SERVICES.CAUSE': cause(SERVICES),
    'BOOT.P.SLOW': tried(['fewer-programs', 'full-restart'], SLOW, 'BOOT.P.SLOW.CAUSE'),
    'BOOT.P.SLOW.CAUSE': cause(SLOW),
    'BOOT.P.STILL': ask('still', { yes: 'BOOT.S', no: 'BOOT.FINE' }),

    'BOOT.1': ask('boot-stage', {
      dark: 'BOOT.A',
      black: 'BOOT.B',
      maker: 'BOOT.C',
      text: 'BOOT.D',
      system: 'BOOT.E',
      login: 'BOOT.F',
      desktop: 'BOOT.S',
    }),
    'BOOT.A': ask('power-tried', { starts: 'BOOT.SOLVED', lights: 'BOOT.B', nothing: 'BOOT.A.DEAD' }),
    'BOOT.A.DEAD': known('hardware/power-supply-suspect'),
    'BOOT.B': ask('picture-tried', {
      picture: 'BOOT.SOLVED',
      beeps: 'BOOT.B.BEEPS',
      nothing: 'BOOT.B.BOARD',
    }),
    'BOOT.B.BEEPS': end(),
    'BOOT.B.BOARD': end(),
    'BOOT.C': ask('disk-listed', {
      starts: 'BOOT.SOLVED',
      yes: 'BOOT.E',
      no: 'BOOT.C.DISK',
      unsure: 'BOOT.E',
    }),
    'BOOT.C.DISK': end(),
    'BOOT.D': ask('boot-text', {
      'no-bootable': 'BOOT.D.ORDER',
      'bcd-code': 'BOOT.D.LOADER',
      'system-code': 'BOOT.D.UNDO',
      'repair-loop': 'BOOT.D.REPAIR',
      'recovery-key': 'BOOT.D.KEY',
      'grub-rescue': 'BOOT.D.LOADER',
      grub: 'BOOT.D.LOADER',
      'vfs-panic': 'BOOT.D.IMAGE',
      emergency: 'BOOT.D.EMERGENCY',
      initramfs: 'BOOT.D.ROOT',
      'mac-sign': 'BOOT.D.MAC',
      'secure-boot': 'BOOT.D.SIGNATURE',
      cmos: 'BOOT.D.CMOS',
      fan: 'BOOT.D.FAN',
      smart: 'BOOT.D.SMART',
      'stop-code': 'BOOT.E',
      other: 'BOOT.D.PHOTO',
    }),
    'BOOT.D.ORDER': ask('disk-listed-order', {
      starts: 'BOOT.SOLVED',
      yes: 'BOOT.D.LOADER',
      no: 'BOOT.C.DISK',
    }),
    'BOOT.D.LOADER': known('safe-mode/bootloader-damaged'),
    'BOOT.D.UNDO': end('cause'),
    'BOOT.D.REPAIR': end('cause'),
    'BOOT.D.KEY': ask('recovery-key', { yes: 'BOOT.D.KEY.TYPE', no: 'BOOT.D.KEY.FIND' }),
    'BOOT.D.KEY.TYPE': known('safe-mode/encryption-guard'),
    'BOOT.D.KEY.FIND': known('safe-mode/encryption-guard'),
    'BOOT.D.IMAGE': known('safe-mode/initramfs-missing'),
    'BOOT.D.EMERGENCY': known('safe-mode/emergency-mode'),
    'BOOT.D.ROOT': end('cause'),
    'BOOT.D.MAC': end('cause'),
    'BOOT.D.SIGNATURE': known('drivers/signature-blocked'),
    'BOOT.D.CMOS': known('clock/cmos-battery'),
    'BOOT.D.FAN': known('hardware/overheating'),
    'BOOT.D.SMART': known('hardware/disk-smart-failing'),
    'BOOT.D.PHOTO': end(),
    'BOOT.E': ask('recovery', { repaired: 'BOOT.E.AGAIN', safe: 'BOOT.S', nothing: 'BOOT.MEDIA' }),
    'BOOT.E.AGAIN': end('solved'),
    'BOOT.F': ask('other-account', {
      works: 'BOOT.F.PROFILE',
      fails: 'BOOT.F.PASSWORD',
      none: 'BOOT.F.PASSWORD',
    }),
    'BOOT.F.PROFILE': known('safe-mode/login-broken'),
    'BOOT.F.PASSWORD': end(),
    'BOOT.S': {
      kind: 'ask',
      question: 'safe-works',
      advice: ['safe-mode/recovery-key', 'safe-mode/virtual-machine', 'safe-mode/enter'],
      to: { works: 'BOOT.S1', fails: 'BOOT.S2', cannot: 'BOOT.MEDIA' },
    },
    'BOOT.S1': end('cause'),
    'BOOT.S2': {
      kind: 'measure',
      branches: [
        { when: here(HARDWARE), to: 'BOOT.HW' },
        { when: here(CRASHES), to: 'BOOT.P.CRASH' },
      ],
      otherwise: 'BOOT.S2.SYSTEM',
    },
    'BOOT.S2.SYSTEM': end(),
    'BOOT.MEDIA': ask('media', { yes: 'BOOT.G', no: 'BOOT.TICKET' }),
    'BOOT.G': ask('backup', { yes: 'BOOT.G.REPAIR', no: 'BOOT.G.COPY', unsure: 'BOOT.G.COPY' }),
    'BOOT.G.REPAIR': end(),
    'BOOT.G.COPY': end(),
    'BOOT.TICKET': end(),
    'BOOT.SOLVED': end('solved'),
    'BOOT.FINE': { kind: 'conclude', outcome: 'fine' },
    'BOOT.UNKNOWN': end(),
  },
};
