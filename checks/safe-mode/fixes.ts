/**
 * Plans that a person agrees to. Nothing here rebuilds boot files, and nothing sets a computer to start in
 * safe mode: that is left to hands. Without steps: the command holds this machine's own names and stands in
 * the finding's words, or a hand does it.
 */
import type { Chance, Effort, Fix, Touch } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

interface Figures {
  readonly cost: Effort;
  readonly chance: Chance;
  readonly touches?: readonly Touch[];
  readonly os?: Fix['os'];
  /** Only where nothing can be lost by it. */
  readonly risk?: Fix['risk'];
}

const byHand = (id: string, codes: readonly string[], figures: Figures): Fix => ({
  id,
  for: codes,
  os: EVERYWHERE,
  steps: [],
  needs: 'person',
  risk: 'example',
  ...figures,
});

/** Done from within safe mode: whoever is there once does the next from there too. */
const inSafeMode = (id: string, codes: readonly string[], seconds: number, chance: Chance): Fix =>
  byHand(id, codes, {
    cost: { seconds, risk: 'some', admin: true, opening: 'safe-mode' },
    chance,
    touches: ['session', 'packages'],
  });

const CRASHES = ['safe-mode/bugcheck', 'safe-mode/restart-loop'] as const;
const SLOW = 'safe-mode/slow-start';
const FAST = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power';
const hiberboot = (value: '0' | '1'): readonly string[] => [
  ...['reg', 'add', FAST, '/v', 'HiberbootEnabled', '/t', 'REG_DWORD', '/d', value, '/f'],
];

const DRIVERS = ['drivers/gpu-resets', 'drivers/device-load-failed'] as const;
const LINUX = { os: ['linux'] } as const;

export const fixes: readonly Fix[] = [
  byHand('find-key', ['safe-mode/encryption-guard', 'safe-mode/safeboot-flag-stuck'], {
    cost: { seconds: 600, away: true },
    chance: 'half',
    risk: 'safe',
  }),
  {
    id: 'pause-bitlocker',
    for: ['safe-mode/encryption-guard'],
    os: ['win32'],
    steps: [['manage-bde', '-protectors', '-disable', 'C:', '-RebootCount', '2']],
    undo: [['manage-bde', '-protectors', '-enable', 'C:']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 30, risk: 'some', admin: true },
    chance: 'mostly',
    touches: ['boot', 'policy'],
  },
  byHand('restart-normally', ['safe-mode/safe-mode-active'], {
    cost: { seconds: 30, opening: 'restart' },
    chance: 'mostly',
    touches: ['session'],
  }),
  {
    id: 'clear-safeboot',
    for: ['safe-mode/safeboot-flag-stuck'],
    os: ['win32'],
    steps: [['bcdedit', '/deletevalue', '{current}', 'safeboot']],
    undo: [['bcdedit', '/set', '{current}', 'safeboot', 'minimal']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 30, risk: 'some', admin: true },
    chance: 'surely',
    touches: ['boot'],
  },
  byHand('remove-rescue-word', ['safe-mode/safeboot-flag-stuck'], {
    cost: { seconds: 300, risk: 'some', admin: true },
    chance: 'surely',
    touches: ['boot'],
    os: ['linux', 'darwin'],
  }),
  byHand('mark-nofail', ['safe-mode/emergency-mode', 'safe-mode/fstab-missing-device'], {
    cost: { seconds: 300, risk: 'some', admin: true },
    chance: 'mostly',
    touches: ['boot'],
    ...LINUX,
  }),
  byHand('make-start-image', ['safe-mode/initramfs-missing'], {
    cost: { seconds: 300, risk: 'some', admin: true },
    chance: 'mostly',
    touches: ['boot', 'disk'],
    ...LINUX,
  }),
  ...(
    [
      ['make-image-debian', ['update-initramfs', '-c', '-k', '{release}']],
      ['make-image-dracut', ['dracut', '--force', '--kver', '{release}']],
    ] as const
  ).map(
    ([id, argv]): Fix => ({
      id,
      for: ['safe-mode/initramfs-missing'],
      ...LINUX,
      steps: [argv],
      needs: 'root',
      risk: 'likely',
      cost: { seconds: 90, admin: true },
      chance: 'mostly',
      touches: ['boot', 'disk'],
    }),
  ),
  byHand('remake-boot-menu', ['safe-mode/bootloader-damaged'], {
    cost: { seconds: 300, risk: 'some', admin: true },
    chance: 'half',
    touches: ['boot'],
    ...LINUX,
  }),
  byHand('startup-repair', ['safe-mode/bootloader-damaged'], {
    cost: { seconds: 1200, opening: 'restart' },
    chance: 'half',
    touches: ['boot', 'session'],
    os: ['win32'],
  }),
  byHand(
    'check-power',
    ['safe-mode/unexpected-shutdown', 'safe-mode/restart-loop', 'hardware/machine-check'],
    { cost: { seconds: 180 }, chance: 'seldom', risk: 'safe', touches: ['session'] },
  ),
  byHand('unplug-everything', ['safe-mode/restart-loop', 'safe-mode/bootloader-damaged', ...DRIVERS, SLOW], {
    cost: { seconds: 120, opening: 'restart' },
    chance: 'seldom',
    touches: ['session'],
  }),
  byHand('undo-last-change', [...CRASHES, ...DRIVERS], {
    cost: { seconds: 900, risk: 'some', admin: true, opening: 'restart' },
    chance: 'half',
    touches: ['packages', 'session'],
  }),
  byHand('cool-down', ['hardware/overheating', 'hardware/machine-check'], {
    cost: { seconds: 600 },
    chance: 'half',
    risk: 'safe',
  }),
  byHand('memory-overnight', [...CRASHES, 'hardware/memory-errors'], {
    cost: { seconds: 3600, opening: 'restart' },
    chance: 'seldom',
    touches: ['session'],
  }),
  inSafeMode('roll-back-driver', [...DRIVERS, 'safe-mode/bugcheck'], 300, 'half'),
  inSafeMode('uninstall-update', CRASHES, 900, 'half'),
  inSafeMode('start-by-halves', ['safe-mode/restart-loop', 'safe-mode/bugcheck'], 1800, 'half'),
  inSafeMode('uninstall-program', ['safe-mode/bugcheck'], 600, 'seldom'),
  byHand('restart-service', ['safe-mode/failed-services'], {
    cost: { seconds: 120, admin: true },
    chance: 'half',
  }),
  {
    id: 'restart-unit',
    for: ['safe-mode/failed-services'],
    ...LINUX,
    steps: [['systemctl', 'restart', '{name}']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 20, admin: true },
    chance: 'half',
  },
  byHand('own-home', ['safe-mode/login-broken'], {
    cost: { seconds: 120, risk: 'some', admin: true },
    chance: 'mostly',
    os: ['linux', 'darwin'],
  }),
  byHand('keep-profile', ['safe-mode/login-broken'], {
    cost: { seconds: 120, opening: 'restart' },
    chance: 'half',
    touches: ['session'],
    os: ['win32'],
  }),
  byHand('check-layout', ['safe-mode/login-broken'], {
    cost: { seconds: 60 },
    chance: 'seldom',
    risk: 'safe',
  }),
  byHand('fewer-programs', [SLOW, 'performance/startup-load'], {
    cost: { seconds: 300, opening: 'restart' },
    chance: 'half',
  }),
  byHand('restart-once', ['updates/pending-reboot', SLOW], {
    cost: { seconds: 30, opening: 'restart' },
    chance: 'seldom',
    touches: ['session'],
  }),
  {
    id: 'full-restart',
    for: ['safe-mode/fast-startup'],
    os: ['win32'],
    steps: [['shutdown', '/g', '/t', '0']],
    needs: 'user',
    risk: 'likely',
    cost: { seconds: 30, opening: 'restart' },
    chance: 'mostly',
    touches: ['session'],
  },
  {
    id: 'disable-fast-startup',
    for: ['safe-mode/fast-startup'],
    os: ['win32'],
    steps: [hiberboot('0')],
    undo: [hiberboot('1')],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 20, admin: true },
    chance: 'surely',
  },
  {
    id: 'enable-recovery',
    for: ['safe-mode/no-recovery-path'],
    os: ['win32'],
    steps: [['reagentc', '/enable']],
    undo: [['reagentc', '/disable']],
    needs: 'root',
    risk: 'likely',
    cost: { seconds: 30, admin: true },
    chance: 'mostly',
    touches: ['boot'],
  },
  byHand('second-way', ['safe-mode/no-recovery-path'], { cost: { seconds: 1800 }, chance: 'mostly' }),
];
