/** Blue screens, starts that fail or take long, and signing in: walked to the end on recorded machines. */
import { describe, expect, test } from 'vitest';
import { safeMode } from '../../checks/safe-mode/index.ts';
import { endsOf, evidenceOf, machine, silent, tell } from './walk.ts';

const tree = safeMode.tree ?? { start: '', nodes: {} };
const HOLDS = 23;

const sick = (code: string, os: 'linux' | 'win32' = 'linux', word = '') =>
  machine(os === 'linux' ? 'ubuntu-24.04' : 'windows-11', evidenceOf(code, os, word));
const healthy = machine('ubuntu-24.04');
const everything = Object.keys(tree.nodes);

test.each(safeMode.symptoms ?? [])('$id: every suspect is the end of some way', (symptom) => {
  const ends = endsOf(tree, symptom);
  expect(Object.keys(symptom.suspects).filter((code) => !ends.has(code))).toEqual([]);
});

describe('found on the computer itself', () => {
  test.each([
    ['blue-screen', 'safe-mode/bugcheck', 'linux', 'changed'],
    ['blue-screen', 'hardware/memory-errors', 'linux', ''],
    ['blue-screen', 'hardware/machine-check', 'linux', ''],
    ['blue-screen', 'hardware/disk-smart-failing', 'linux', ''],
    ['blue-screen', 'hardware/disk-io-errors', 'linux', ''],
    ['blue-screen', 'drivers/gpu-resets', 'linux', ''],
    ['blue-screen', 'hardware/overheating', 'linux', ''],
    ['blue-screen', 'drivers/device-load-failed', 'linux', ''],
    ['blue-screen', 'safe-mode/restart-loop', 'linux', 'changed'],
    ['does-not-start', 'safe-mode/bootloader-damaged', 'linux', ''],
    ['does-not-start', 'safe-mode/emergency-mode', 'linux', ''],
    ['does-not-start', 'safe-mode/restart-loop', 'linux', 'changed'],
    ['does-not-start', 'hardware/disk-smart-failing', 'linux', 'running'],
    ['does-not-start', 'disk-space/system-volume-full', 'linux', 'running'],
    ['does-not-start', 'safe-mode/initramfs-missing', 'linux', ''],
    ['cannot-sign-in', 'safe-mode/login-broken', 'linux', ''],
    ['cannot-sign-in', 'disk-space/system-volume-full', 'linux', ''],
    ['cannot-sign-in', 'clock/skew', 'linux', ''],
    ['cannot-sign-in', 'safe-mode/failed-services', 'linux', ''],
    ['cannot-sign-in', 'connectivity/internet-unreachable', 'linux', ''],
    ['slow-start', 'hardware/disk-io-errors', 'linux', ''],
    ['slow-start', 'performance/system-on-hdd', 'linux', ''],
    ['slow-start', 'safe-mode/slow-start', 'linux', ''],
    ['slow-start', 'performance/startup-load', 'linux', ''],
    ['slow-start', 'updates/pending-reboot', 'linux', 'unsaved'],
    ['slow-start', 'safe-mode/failed-services', 'linux', ''],
  ] as const)('%s: %s', async (symptom, code, os, first) => {
    const told = await tell({
      module: 'safe-mode',
      symptom,
      on: sick(code, os, code === 'clock/skew' ? 'servers' : ''),
      answers: { running: 'here', still: 'yes' },
      cannot: everything,
    });
    expect([told.outcome, told.finding]).toEqual(['cause', code]);
    expect(told.asked[0] ?? '').toBe(first);
    expect(told.holds).toBe(HOLDS);
  });
});

describe('told by the person', () => {
  const answers = { running: 'elsewhere', still: 'yes' } as const;
  test.each([
    ['does-not-start', { 'boot-stage': 'text', 'boot-text': 'grub' }, 'safe-mode/bootloader-damaged'],
    [
      'does-not-start',
      { 'boot-stage': 'text', 'boot-text': 'recovery-key', 'bitlocker-key': 'what' },
      'safe-mode/encryption-guard',
    ],
    ['does-not-start', { 'boot-stage': 'text', 'boot-text': 'emergency' }, 'safe-mode/emergency-mode'],
    ['does-not-start', { 'boot-stage': 'text', 'boot-text': 'smart' }, 'hardware/disk-smart-failing'],
    ['does-not-start', { 'boot-stage': 'text', 'boot-text': 'vfs-panic' }, 'safe-mode/initramfs-missing'],
    ['does-not-start', { 'boot-stage': 'dark', 'power-tried': 'nothing' }, 'hardware/power-supply-suspect'],
    ['cannot-sign-in', { managed: 'work', 'phone-time': 'other' }, 'clock/skew'],
  ] as const)('%s, %j: %s', async (symptom, more, code) => {
    const told = await tell({
      module: 'safe-mode',
      symptom,
      on: healthy,
      answers: { ...answers, ...more },
    });
    expect([told.outcome, told.finding]).toEqual(['cause', code]);
    expect(told.asked.length).toBeLessThanOrEqual(4);
  });

  test('a picture that was on another input was the whole trouble', async () => {
    const told = await tell({
      module: 'safe-mode',
      symptom: 'does-not-start',
      on: healthy,
      answers: { ...answers, 'boot-stage': 'black', 'monitor-input': 'wrong' },
    });
    expect(told).toMatchObject({ outcome: 'solved', asked: ['running', 'boot-stage', 'monitor-input'] });
  });

  test('what works in safe mode is undone from there, until a normal start works', async () => {
    const told = await tell({
      module: 'safe-mode',
      symptom: 'does-not-start',
      on: silent('win32'),
      answers: { running: 'elsewhere', 'boot-stage': 'desktop', 'safe-works': 'works', still: 'no' },
    });
    expect(told).toMatchObject({ outcome: 'solved', at: 'BOOT.S1.GOOD' });
    expect(told.did).toHaveLength(1);
  });
});

test('who knows nothing and can do nothing comes to an end', async () => {
  for (const { id } of safeMode.symptoms ?? [])
    for (const on of [healthy, silent('win32')]) {
      const told = await tell({ module: 'safe-mode', symptom: id, on, cannot: everything });
      expect(['unexplained', 'cause', 'fine']).toContain(told.outcome);
    }
});
