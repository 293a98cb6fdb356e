import { describe, expect, test } from 'vitest';
import { tree } from '../../../checks/safe-mode/tree.ts';
import type { TreeNode, TreeView } from '../../../src/contract.ts';

const view = (
  open: readonly string[],
  answers: Readonly<Record<string, string>> = {},
  looked = true,
): TreeView => ({
  open: (code) => open.includes(code),
  firstOpen: (codes) => codes.find((code) => open.includes(code)),
  answer: (question) => answers[question],
  looked,
});

const nodeAt = (at: string): TreeNode => {
  const node = tree.nodes[at];
  if (node === undefined) throw new Error(`no node ${at}`);
  return node;
};

const measured = (at: string, seen: TreeView): string => {
  const node = nodeAt(at);
  if (node.kind !== 'measure') return at;
  return measured(node.branches.find(({ when }) => when(seen))?.to ?? node.otherwise, seen);
};

const answered = (at: string, answer: string): string => {
  const node = nodeAt(at);
  const to = node.kind === 'ask' ? node.to[answer] : undefined;
  if (to === undefined) throw new Error(`${at} does not ask, or knows no ${answer}`);
  return to;
};

const concluded = (at: string, seen: TreeView): string | undefined => {
  const node = nodeAt(at);
  if (node.kind === 'do' || node.kind === 'choose') return concluded(node.otherwise, seen);
  if (node.kind === 'measure') return concluded(measured(at, seen), seen);
  if (node.kind !== 'conclude') throw new Error(`${at} is no end`);
  return typeof node.finding === 'function' ? node.finding(seen) : node.finding;
};

describe('on the computer itself', () => {
  test.each([
    'safe-mode/emergency-mode',
    'safe-mode/initramfs-missing',
    'safe-mode/bootloader-damaged',
    'safe-mode/fstab-missing-device',
    'safe-mode/login-broken',
    'safe-mode/failed-services',
    'safe-mode/slow-start',
    'safe-mode/fast-startup',
  ])('%s leads to what can be tried, then to itself', (code) => {
    const seen = view([code]);
    const at = measured('BOOT.P', seen);
    const node = nodeAt(at);
    expect(node.kind).toBe('do');
    expect(node.kind === 'do' && node.solved(seen)).toBe(false);
    expect(node.kind === 'do' && node.solved(view([]))).toBe(true);
    expect(concluded(at, seen)).toBe(code);
  });

  test.each(['safe-mode/bugcheck', 'safe-mode/restart-loop', 'safe-mode/unexpected-shutdown'])(
    '%s asks what changed',
    (code) => {
      const seen = view([code]);
      expect(measured('BOOT.P', seen)).toBe('BOOT.P.CHANGED');
      for (const answer of ['update', 'program', 'device', 'power'])
        expect(concluded(answered('BOOT.P.CHANGED', answer), seen)).toBe(code);
      expect(concluded(answered('BOOT.P.CHANGED', 'nothing'), seen)).toBe(code);
    },
  );

  test('a failing disk comes before every repair', () => {
    const seen = view([
      'safe-mode/emergency-mode',
      'safe-mode/safeboot-flag-stuck',
      'hardware/disk-smart-failing',
    ]);
    expect(concluded(measured('BOOT.P', seen), seen)).toBe('hardware/disk-smart-failing');
  });

  test('without the key the setting of safe mode is named and not taken back', () => {
    const seen = view(['safe-mode/safeboot-flag-stuck', 'safe-mode/safe-mode-active']);
    expect(measured('BOOT.P', seen)).toBe('BOOT.X');
    expect(nodeAt(answered('BOOT.X', 'no')).kind).toBe('conclude');
    expect(concluded('BOOT.X.CAUSE', seen)).toBe('safe-mode/safeboot-flag-stuck');
    expect(nodeAt(answered('BOOT.X', 'yes')).kind).toBe('do');
  });

  test('in safe mode it is asked whether the trouble stays away', () => {
    expect(measured('BOOT.P', view(['safe-mode/safe-mode-active']))).toBe('BOOT.S');
    const sick = view(['hardware/memory-errors'], { running: 'here' });
    expect(concluded(measured(answered('BOOT.S', 'fails'), sick), sick)).toBe('hardware/memory-errors');
  });

  test('what could not be looked at is not called fine', () => {
    expect(measured('BOOT.P', view([], {}, false))).toBe('BOOT.P.STILL');
    expect(nodeAt('BOOT.P.STILL')).toMatchObject({ unsure: 'BOOT.P.CHANGED' });
    expect(measured('BOOT.P', view([]))).toBe('BOOT.P.STILL');
  });
});

describe('on another computer', () => {
  test('nothing measured there is held against the one that is down', () => {
    const other = view(['hardware/disk-smart-failing', 'safe-mode/bugcheck'], { running: 'elsewhere' });
    expect(measured(answered('BOOT.S', 'fails'), other)).toBe('BOOT.S2.SYSTEM');
  });

  test.each([
    ['bcd-code', 'safe-mode/bootloader-damaged'],
    ['grub-rescue', 'safe-mode/bootloader-damaged'],
    ['grub', 'safe-mode/bootloader-damaged'],
    ['vfs-panic', 'safe-mode/initramfs-missing'],
    ['emergency', 'safe-mode/emergency-mode'],
    ['secure-boot', 'drivers/signature-blocked'],
    ['fan', 'hardware/overheating'],
    ['smart', 'hardware/disk-smart-failing'],
    ['cmos', 'clock/cmos-battery'],
  ])('the words %s mean %s', (words, code) => {
    expect(concluded(answered('BOOT.D', words), view([]))).toBe(code);
  });

  test('«no bootable device» is the loader only where the disk is seen', () => {
    const at = answered('BOOT.D', 'no-bootable');
    expect(concluded(answered(at, 'yes'), view([]))).toBe('safe-mode/bootloader-damaged');
    expect(answered(at, 'no')).toBe('BOOT.C.DISK');
  });

  test.each([
    ['stop-memory', 'hardware/memory-errors'],
    ['stop-disk', 'hardware/disk-io-errors'],
    ['stop-board', 'hardware/machine-check'],
  ])('the stop code %s means %s', (words, code) => {
    expect(concluded(answered(answered('BOOT.D', 'stop-code'), words), view([]))).toBe(code);
  });

  test('every stage leads on, and the recovery key guards', () => {
    for (const stage of ['dark', 'black', 'maker', 'text', 'system', 'login', 'desktop'])
      expect(nodeAt(measured(answered('BOOT.1', stage), view([]))).kind).toBe('ask');
    expect(concluded(answered(answered('BOOT.D', 'recovery-key'), 'no'), view([]))).toBe(
      'safe-mode/encryption-guard',
    );
  });
});
