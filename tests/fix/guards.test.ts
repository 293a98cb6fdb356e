import { describe, expect, test } from 'vitest';
import type { Touch } from '../../src/contract.ts';
import { guardsFor, modulesFor, type Situation } from '../../src/fix/guards.ts';

const well: Situation = {
  open: new Set(),
  looked: new Set(['hardware', 'updates', 'disk-space', 'safe-mode']),
  session: 'local',
  power: { kind: 'mains' },
  metered: false,
  managed: false,
};

const ask = (touches: readonly Touch[], situation: Partial<Situation>, seconds = 120) =>
  guardsFor({ touches, cost: { seconds } }, { ...well, ...situation }).map(
    ({ id, verdict, because }) => `${id} ${verdict} ${because}`,
  );

describe('the guards', () => {
  test('nothing stands against what touches nothing, whatever is wrong', () => {
    expect(
      guardsFor({ touches: [] }, { open: new Set(['hardware/disk-smart-failing']), looked: new Set() }),
    ).toEqual([]);
  });

  test('a well computer is asked only about what no machine knows', () => {
    const all: Touch[] = ['disk', 'packages', 'network', 'session', 'boot', 'policy', 'download'];
    expect(ask(all, {})).toEqual(['unsaved-work asks unknown']);
  });

  test.each<[string, Touch, Partial<Situation>]>([
    ['failing-disk stops found', 'disk', { open: new Set(['hardware/disk-smart-failing']) }],
    ['failing-disk stops found', 'packages', { open: new Set(['hardware/disk-io-errors']) }],
    ['encryption-key asks found', 'boot', { open: new Set(['safe-mode/encryption-guard']) }],
    ['remote-session asks found', 'network', { session: 'ssh' }],
    ['remote-session asks found', 'network', { session: 'rdp' }],
    ['battery stops found', 'boot', { power: { kind: 'battery', percent: 49 } }],
    ['battery asks found', 'boot', { power: { kind: 'battery', percent: 50 } }],
    ['battery asks found', 'packages', { power: { kind: 'battery', percent: null } }],
    ['managed stops found', 'policy', { managed: true }],
    ['metered asks found', 'download', { metered: true }],
    ['packages-busy stops found', 'packages', { open: new Set(['updates/package-manager-locked']) }],
    ['low-space stops found', 'download', { open: new Set(['disk-space/system-volume-full']) }],
  ])('%s, for %s', (expected, touch, situation) => {
    expect(ask([touch], situation)).toEqual([expected]);
  });

  test('what could not be measured is asked, never taken for harmless', () => {
    const blind: Situation = { open: new Set(), looked: new Set() };
    const all: Touch[] = ['disk', 'packages', 'network', 'session', 'boot', 'policy', 'download'];
    const guards = guardsFor({ touches: all }, blind);
    expect(guards).toHaveLength(9);
    expect(guards.filter(({ verdict, because }) => verdict !== 'asks' || because !== 'unknown')).toEqual([]);
  });

  test('a step of seconds is over before a battery is', () => {
    expect(ask(['disk'], { power: { kind: 'battery', percent: 10 } }, 10)).toEqual([]);
  });

  test('their modules are measured beforehand', () => {
    expect(modulesFor(['packages', 'download'])).toEqual(['hardware', 'updates', 'disk-space']);
    expect(modulesFor(['network'])).toEqual([]);
  });
});
