/** Programs that fail, and what an update broke: walked to the end on recorded machines with each fault. */
import { describe, expect, test } from 'vitest';
import { compatibility } from '../../checks/compatibility/index.ts';
import { endsOf, evidenceOf, machine, silent, tell } from './walk.ts';

const tree = compatibility.tree ?? { start: '', nodes: {} };
const everything = Object.keys(tree.nodes);
const HOLDS = 5;

/** Its kernel and its disks are those of the machine; what is wrong comes from the evidence. */
const sick = (code: string, os: 'linux' | 'win32' = 'linux') => {
  const { 'system.platform': _, ...answers } = evidenceOf(code, os);
  return machine(os === 'linux' ? 'ubuntu-24.04' : 'windows-11', answers);
};
const healthy = machine('ubuntu-24.04');

test.each(compatibility.symptoms ?? [])('$id: every suspect is the end of some way', (symptom) => {
  const ends = endsOf(tree, symptom);
  expect(Object.keys(symptom.suspects).filter((code) => !ends.has(code))).toEqual([]);
});

test.each([
  ['program-crashes', 'compatibility/app-blocked', 'linux', ['managed']],
  ['program-crashes', 'compatibility/app-arch-mismatch', 'linux', []],
  ['program-crashes', 'compatibility/missing-runtime', 'linux', []],
  ['program-crashes', 'compatibility/app-needs-newer-os', 'linux', []],
  ['program-crashes', 'disk-space/system-volume-full', 'linux', []],
  ['program-crashes', 'disk-space/readonly-filesystem', 'linux', []],
  ['program-crashes', 'compatibility/app-crash-repeated', 'linux', undefined],
  ['program-crashes', 'compatibility/app-outdated', 'linux', undefined],
  ['program-crashes', 'hardware/memory-errors', 'linux', []],
  ['after-update', 'updates/pending-reboot', 'linux', ['unsaved']],
  ['after-update', 'updates/kernel-modules-missing', 'linux', ['unsaved']],
  ['after-update', 'drivers/gpu-library-mismatch', 'linux', []],
  ['after-update', 'drivers/dkms-missing', 'linux', []],
  ['after-update', 'drivers/signature-blocked', 'linux', []],
  ['after-update', 'drivers/device-load-failed', 'linux', []],
  ['after-update', 'compatibility/app-crash-repeated', 'linux', undefined],
  ['after-update', 'updates/package-db-interrupted', 'linux', []],
] as const)('%s: %s is found', async (symptom, code, os, asked) => {
  const told = await tell({ module: 'compatibility', symptom, on: sick(code, os), cannot: everything });
  expect([told.outcome, told.finding]).toEqual(['cause', code]);
  if (asked !== undefined) expect(told.asked).toEqual(asked);
  expect(told.asked.length).toBeLessThanOrEqual(2);
  expect(told.holds).toBe(HOLDS);
});

describe('told by the person', () => {
  test.each([
    ['blocked', 'compatibility/app-blocked'],
    ['system', 'compatibility/app-arch-mismatch'],
    ['missing', 'compatibility/missing-runtime'],
    ['newer', 'compatibility/app-needs-newer-os'],
  ])('what it says, %s, is %s', async (app, code) => {
    const told = await tell({
      module: 'compatibility',
      symptom: 'program-crashes',
      on: healthy,
      answers: { app, managed: 'work', still: 'yes' },
    });
    expect([told.outcome, told.finding, told.asked[0]]).toEqual(['cause', code, 'app']);
  });

  test('what was taken back and works again was the last change', async () => {
    const told = await tell({
      module: 'compatibility',
      symptom: 'after-update',
      on: healthy,
      answers: { changed: 'update', still: 'no' },
    });
    expect(told).toMatchObject({ outcome: 'solved', at: 'SOFT.REGRESSION', asked: ['changed', 'still'] });
  });

  test('a restart that was waited for is made once, after a yes', async () => {
    const told = await tell({
      module: 'compatibility',
      symptom: 'after-update',
      on: sick('updates/pending-reboot'),
      after: [healthy],
      answers: { unsaved: 'saved', still: 'no' },
    });
    expect(told).toMatchObject({ outcome: 'solved', did: ['SOFT.7.RESTART'] });
  });
});

test('who knows nothing and can do nothing comes to an end', async () => {
  for (const { id } of compatibility.symptoms ?? [])
    for (const on of [healthy, silent('win32')]) {
      const told = await tell({ module: 'compatibility', symptom: id, on, cannot: everything });
      expect(told).toMatchObject({ outcome: 'unexplained', at: 'SOFT.TICKET' });
    }
});
