/** «Updates do not install», walked to the end on recorded machines with each fault. */
import { describe, expect, test } from 'vitest';
import { updates } from '../../checks/updates/index.ts';
import { endsOf, evidenceOf, machine, silent, tell } from './walk.ts';

const tree = updates.tree ?? { start: '', nodes: {} };
const [symptom] = updates.symptoms ?? [];
const HOLDS = 8;

/** Its kernel and its disks are those of the machine; what is wrong comes from the evidence. */
const sick = (code: string, os: 'linux' | 'win32' = 'linux', word = '') => {
  const { 'system.platform': _, ...answers } = evidenceOf(code, os, word);
  return machine(os === 'linux' ? 'ubuntu-24.04' : 'windows-11', answers);
};
const healthy = machine('ubuntu-24.04');

const story = { module: 'updates', symptom: 'updates-fail' } as const;

test('every suspect is the end of some way', () => {
  const ends = symptom === undefined ? new Set() : endsOf(tree, symptom);
  expect(Object.keys(symptom?.suspects ?? {}).filter((code) => !ends.has(code))).toEqual([]);
});

describe('found', () => {
  test.each([
    ['updates/pending-reboot', 'linux', '', ['unsaved']],
    ['updates/package-manager-locked', 'win32', 'MSIExecute', []],
    ['disk-space/boot-partition-full', 'linux', '', ['backup']],
    ['disk-space/esp-full', 'win32', '', []],
    ['clock/skew', 'linux', 'servers', []],
    ['connectivity/internet-unreachable', 'linux', '', []],
    ['updates/download-failed', 'linux', '', []],
    ['updates/insufficient-space', 'win32', '', ['backup']],
    ['updates/service-disabled', 'linux', '', ['managed']],
    ['updates/package-db-interrupted', 'linux', '', []],
    ['updates/conflicting-software', 'win32', '', ['av']],
    ['updates/component-store-corrupt', 'win32', '', ['power']],
    ['updates/repository-invalid', 'linux', '', []],
    ['updates/release-eol', 'linux', '', []],
  ] as const)('%s', async (code, os, word, asked) => {
    const told = await tell({
      ...story,
      on: sick(code, os, word),
      answers: { managed: 'mine', still: 'yes' },
    });
    expect([told.outcome, told.finding]).toEqual(['cause', code]);
    expect(told.asked).toEqual(asked);
    expect(told.holds).toBe(HOLDS);
  });
});

test('a full disk is told before what is short for the update alone', async () => {
  const on = sick('disk-space/update-space-low', 'win32');
  const told = await tell({ ...story, on, answers: { backup: 'yes' } });
  expect(told).toMatchObject({
    finding: 'disk-space/system-volume-full',
    did: ['UPD.2D', 'UPD.2.MOVE'],
    asked: ['backup'],
  });
});

describe('done', () => {
  test('what was half-way is finished, and the update installs', async () => {
    const told = await tell({
      ...story,
      on: sick('updates/package-db-interrupted'),
      after: [healthy],
      answers: { still: 'no' },
    });
    expect(told).toMatchObject({ outcome: 'solved', did: ['UPD.4.FINISH', 'UPD.8'], asked: ['still'] });
  });

  test('an update that installs while the other program is paused convicts it', async () => {
    const told = await tell({
      ...story,
      on: sick('updates/conflicting-software', 'win32'),
      answers: { av: 'can', still: 'no' },
    });
    expect(told).toMatchObject({ finding: 'updates/conflicting-software', asked: ['av', 'still'] });
  });

  test('protection that is off after that is told before anything else', async () => {
    const off = sick('security/antivirus-off', 'win32');
    const told = await tell({
      ...story,
      on: sick('updates/conflicting-software', 'win32'),
      after: [off],
      answers: { av: 'can', still: 'no' },
    });
    expect(told).toMatchObject({ finding: 'security/antivirus-off', did: ['UPD.5D', 'UPD.5.ON'] });
  });

  test('a restart is asked for, and nobody is restarted who said no', async () => {
    const told = await tell({
      ...story,
      on: sick('updates/pending-reboot'),
      answers: { unsaved: 'not-now' },
    });
    expect(told).toMatchObject({ finding: 'updates/pending-reboot', did: [] });
  });

  test('where nothing is found and nobody can do anything, it ends in a report', async () => {
    for (const on of [healthy, silent('win32')]) {
      const told = await tell({ ...story, on, cannot: Object.keys(tree.nodes) });
      expect([told.outcome, told.at]).toEqual(['unexplained', 'UPD.UNKNOWN']);
    }
  });
});
