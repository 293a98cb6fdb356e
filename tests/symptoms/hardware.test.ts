/** Complaints about disks, heat, power and battery, walked to their ends on computers with those faults. */
import { describe, expect, test } from 'vitest';
import { hardware } from '../../checks/hardware/index.ts';
import { endsOf, evidenceOf, machine, type Story, tell } from './walk.ts';

const UBUNTU = 'ubuntu-24.04';
const HEALTHY = machine(UBUNTU);

const ubuntu = (code: string) => machine(UBUNTU, evidenceOf(code, 'linux'));

const story = (symptom: string, rest: Omit<Story, 'module' | 'symptom'>): Story => ({
  module: 'hardware',
  symptom,
  ...rest,
});

describe('what is measured is what is concluded, whatever was tried', () => {
  test.each([
    ['battery', 'hardware/battery-worn'],
    ['battery', 'hardware/battery-not-charging'],
    ['battery', 'hardware/thermal-throttling'],
    ['battery', 'performance/runaway-process'],
    ['battery', 'performance/power-saver'],
    ['switches-off', 'hardware/overheating'],
    ['switches-off', 'hardware/machine-check'],
    ['switches-off', 'hardware/memory-errors'],
    ['switches-off', 'safe-mode/bugcheck'],
    ['hot-and-loud', 'hardware/overheating'],
    ['hot-and-loud', 'performance/runaway-process'],
    ['hot-and-loud', 'performance/background-maintenance'],
    ['disk-failing', 'hardware/disk-smart-failing'],
    ['disk-failing', 'hardware/disk-smart-predictive'],
    ['disk-failing', 'hardware/nvme-critical-warning'],
    ['disk-failing', 'hardware/disk-io-errors'],
    ['disk-failing', 'hardware/filesystem-errors'],
    ['disk-failing', 'hardware/disk-link-resets'],
  ])('%s: %s', async (symptom, code) => {
    const told = await tell(story(symptom, { on: ubuntu(code), answers: { still: 'yes', backup: 'yes' } }));
    expect([told.outcome, told.finding]).toEqual(['cause', code]);
    expect(told.asked.filter((question) => !['backup', 'still'].includes(question))).toEqual([]);
  });

  test('a computer that cools down is solved without a question', async () => {
    const told = await tell(story('hot-and-loud', { on: ubuntu('hardware/overheating'), after: [HEALTHY] }));
    expect(told).toMatchObject({ outcome: 'solved', asked: [], did: ['HW.31.VENTS'] });
  });

  test('who has no copy copies first, and a disk that clicks is switched off', async () => {
    const on = machine('debian-12-disk');
    expect((await tell(story('disk-failing', { on, answers: { backup: 'no' } }))).did).toEqual(['HW.1.COPY']);
    expect(
      await tell(story('disk-failing', { on, answers: { backup: 'no', noises: 'clicking' } })),
    ).toMatchObject({ at: 'HW.1.OFF', finding: 'hardware/disk-smart-failing', did: [] });
  });
});

describe('what only a person sees, hears or feels', () => {
  test.each([
    ['battery', { power: 'yes', still: 'yes' }, 'HW.BATTERY.NOT', 'hardware/battery-not-charging'],
    ['battery', { power: 'yes', still: 'no' }, 'HW.BATTERY.WAS', 'hardware/battery-not-charging'],
    [
      'battery',
      { power: 'no', changed: 'program', still: 'no' },
      'HW.32.LOAD.TOLD',
      'performance/runaway-process',
    ],
    ['battery', { power: 'no', changed: 'nothing' }, 'HW.BATTERY.WORN', undefined],
    ['switches-off', { fan: 'silent', still: 'yes' }, 'HW.32.COOLING', 'hardware/overheating'],
    ['switches-off', { power: 'no', still: 'no' }, 'HW.OFF.WORN', 'hardware/battery-worn'],
    ['switches-off', { power: 'yes', still: 'no' }, 'HW.OFF.SUPPLY', 'hardware/power-supply-suspect'],
    ['switches-off', { power: 'desktop' }, 'HW.OFF.SUSPECT', 'hardware/power-supply-suspect'],
    ['hot-and-loud', { fan: 'silent', still: 'no' }, 'HW.32.COOLED', 'hardware/overheating'],
    ['hot-and-loud', { since: 'weeks', still: 'yes' }, 'HW.32.COOLING', 'hardware/overheating'],
    ['hot-and-loud', { since: 'today', still: 'no' }, 'HW.32.WAITED', 'performance/background-maintenance'],
    ['disk-failing', { noises: 'clicking' }, 'HW.1.OFF.HEARD', 'hardware/disk-smart-predictive'],
    ['disk-failing', { noises: 'beeps' }, 'HW.32.BEEPS', 'hardware/memory-errors'],
  ])('%s, %j: %s', async (symptom, answers, at, finding) => {
    const told = await tell(story(symptom, { on: HEALTHY, answers }));
    expect([told.at, told.finding]).toEqual([at, finding]);
    expect(told.asked.length).toBeLessThan(told.holds);
  });

  test('a computer that went off without a word is told as that', async () => {
    const { did, ...told } = await tell(
      story('switches-off', { on: ubuntu('safe-mode/unexpected-shutdown') }),
    );
    expect([told.at, told.finding]).toEqual(['HW.32.GONE', 'safe-mode/unexpected-shutdown']);
    expect(did.length).toBeGreaterThan(0);
  });

  test('a healthy disk without a copy ends at the copy', async () => {
    const on = ubuntu('security/no-backup');
    expect(await tell(story('disk-failing', { on, answers: { noises: 'none' } }))).toMatchObject({
      finding: 'security/no-backup',
      asked: ['noises'],
      did: ['HW.0.COPY'],
    });
  });
});

test.each((hardware.symptoms ?? []).map((symptom) => [symptom.id, symptom] as const))(
  '%s: every suspect can be concluded',
  (_, symptom) => {
    const ends = endsOf(hardware.tree ?? { start: '', nodes: {} }, symptom);
    expect(Object.keys(symptom.suspects).filter((code) => !ends.has(code))).toEqual([]);
  },
);
