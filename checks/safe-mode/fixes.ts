/**
 * Plans that a person agrees to. Nothing here rebuilds boot files, and nothing sets a computer to start in
 * safe mode: that is left to hands. Without steps: the command holds this machine's own names and stands in
 * the finding's words, or a hand does it.
 */
import type { Fix, Os } from '../../src/contract.ts';

const EVERYWHERE = ['linux', 'darwin', 'win32', 'other'] as const;

const byHand = (id: string, codes: readonly string[], os: readonly Os[] = EVERYWHERE): Fix => ({
  id,
  for: codes,
  os,
  steps: [],
  needs: 'person',
  risk: 'example',
});

const CRASHES = ['safe-mode/bugcheck', 'safe-mode/restart-loop'] as const;
const FAST = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power';
const hiberboot = (value: '0' | '1'): readonly string[] => [
  ...['reg', 'add', FAST, '/v', 'HiberbootEnabled', '/t', 'REG_DWORD', '/d', value, '/f'],
];

export const fixes: readonly Fix[] = [
  byHand('find-key', ['safe-mode/encryption-guard', 'safe-mode/safeboot-flag-stuck']),
  {
    id: 'pause-bitlocker',
    for: ['safe-mode/encryption-guard'],
    os: ['win32'],
    steps: [['manage-bde', '-protectors', '-disable', 'C:', '-RebootCount', '2']],
    undo: [['manage-bde', '-protectors', '-enable', 'C:']],
    needs: 'root',
    risk: 'likely',
  },
  byHand('restart-normally', ['safe-mode/safe-mode-active']),
  {
    id: 'clear-safeboot',
    for: ['safe-mode/safeboot-flag-stuck'],
    os: ['win32'],
    steps: [['bcdedit', '/deletevalue', '{current}', 'safeboot']],
    undo: [['bcdedit', '/set', '{current}', 'safeboot', 'minimal']],
    needs: 'root',
    risk: 'likely',
  },
  byHand('remove-rescue-word', ['safe-mode/safeboot-flag-stuck'], ['linux', 'darwin']),
  byHand('mark-nofail', ['safe-mode/emergency-mode', 'safe-mode/fstab-missing-device'], ['linux']),
  byHand('make-start-image', ['safe-mode/initramfs-missing'], ['linux']),
  byHand('remake-boot-menu', ['safe-mode/bootloader-damaged'], ['linux']),
  byHand('startup-repair', ['safe-mode/bootloader-damaged'], ['win32']),
  byHand('check-power', ['safe-mode/unexpected-shutdown', 'safe-mode/restart-loop']),
  byHand('unplug-everything', ['safe-mode/restart-loop', 'safe-mode/bootloader-damaged']),
  byHand('undo-last-change', CRASHES),
  byHand('memory-overnight', CRASHES),
  byHand('restart-service', ['safe-mode/failed-services']),
  byHand('own-home', ['safe-mode/login-broken'], ['linux', 'darwin']),
  byHand('keep-profile', ['safe-mode/login-broken'], ['win32']),
  byHand('fewer-programs', ['safe-mode/slow-start']),
  {
    id: 'full-restart',
    for: ['safe-mode/fast-startup'],
    os: ['win32'],
    steps: [['shutdown', '/g', '/t', '0']],
    needs: 'user',
    risk: 'likely',
  },
  {
    id: 'disable-fast-startup',
    for: ['safe-mode/fast-startup'],
    os: ['win32'],
    steps: [hiberboot('0')],
    undo: [hiberboot('1')],
    needs: 'root',
    risk: 'likely',
  },
  {
    id: 'enable-recovery',
    for: ['safe-mode/no-recovery-path'],
    os: ['win32'],
    steps: [['reagentc', '/enable']],
    undo: [['reagentc', '/disable']],
    needs: 'root',
    risk: 'likely',
  },
  byHand('second-way', ['safe-mode/no-recovery-path']),
];
