/** Complaints about devices, walked to their ends on computers with those faults. */
import { describe, expect, test } from 'vitest';
import { peripherals } from '../../checks/peripherals/index.ts';
import { endsOf, evidenceOf, machine, questionsOf, type Story, tell } from './walk.ts';

const UBUNTU = 'ubuntu-24.04';
const HEALTHY = machine(UBUNTU);
/** The fault on a computer whose kernel is its own: that of the evidence has no modules there. */
const ubuntu = (code: string) => {
  const { 'system.platform': _, ...fault } = evidenceOf(code, 'linux');
  return machine(UBUNTU, code === 'updates/kernel-modules-missing' ? evidenceOf(code, 'linux') : fault);
};

const story = (symptom: string, rest: Omit<Story, 'module' | 'symptom'>): Story => ({
  module: 'peripherals',
  symptom,
  ...rest,
});

/** What is measured is concluded; what a step is for is tried before. */
const MEASURED: readonly (readonly [symptom: string, code: string, did: readonly string[]])[] = [
  ['drive-not-seen', 'updates/kernel-modules-missing', []],
  ['drive-not-seen', 'hardware/disk-io-errors', []],
  ['new-device', 'drivers/device-no-driver', ['HW.23']],
  ['new-device', 'drivers/firmware-missing', ['HW.23']],
  ['new-device', 'drivers/signature-blocked', ['HW.23']],
  ['new-device', 'drivers/device-start-failed', ['HW.23']],
  ['new-device', 'drivers/resource-conflict', ['HW.23']],
  ['new-device', 'updates/pending-reboot', []],
  ['no-picture', 'drivers/gpu-fallback', ['HW.23']],
  ['no-picture', 'drivers/gpu-resets', ['HW.23']],
  ['bluetooth', 'peripherals/bluetooth-off', ['HW.23.BT']],
  ['bluetooth', 'drivers/firmware-missing', ['HW.23']],
  ['bluetooth', 'audio/bluetooth-call-profile', []],
  ['camera-or-microphone', 'peripherals/camera-blocked', ['HW.23.CAM']],
  ['camera-or-microphone', 'audio/mic-muted', ['HW.23.MIC']],
  ['camera-or-microphone', 'audio/mic-blocked', ['HW.23.MIC']],
  ['keyboard-or-mouse', 'peripherals/input-missing', ['HW.23.INPUT']],
  ['keyboard-or-mouse', 'drivers/device-start-failed', ['HW.23']],
];

describe('what is measured needs no question', () => {
  test.each(MEASURED)('%s: %s', async (symptom, code, did) => {
    const told = await tell(story(symptom, { on: ubuntu(code) }));
    expect(told).toMatchObject({ outcome: 'cause', finding: code, asked: [], did });
  });

  test('a disk that is closed is opened, and that is seen', async () => {
    const on = ubuntu('peripherals/storage-not-mounted');
    expect(await tell(story('drive-not-seen', { on, after: [HEALTHY] }))).toMatchObject({
      outcome: 'solved',
      asked: [],
      did: ['HW.23.DISK'],
    });
    expect(await tell(story('drive-not-seen', { on, answers: { 'data-on-disk': 'no' } }))).toMatchObject({
      finding: 'peripherals/storage-not-mounted',
      at: 'HW.23.EMPTY',
      asked: ['data-on-disk'],
    });
  });

  test.each(['usb-enumeration-failed', 'usb-overcurrent', 'usb-low-power', 'usb-bandwidth', 'usb-flapping'])(
    'an electrical fault is tried at another port before it is blamed: %s',
    async (name) => {
      const on = ubuntu(`peripherals/${name}`);
      const told = await tell(story('drive-not-seen', { on, answers: { 'other-computer': 'yes' } }));
      expect(told).toMatchObject({ finding: `peripherals/${name}`, at: 'HW.22.CAUSE' });
      expect(told.did).toContain('HW.22.PORT');
    },
  );
});

/** Only trying and asking shows these: answers, where it ends, and the fault. */
const ASKED: readonly (readonly [
  symptom: string,
  answers: Readonly<Record<string, string>>,
  at: string,
  finding: string | undefined,
  asked: number,
])[] = [
  ['drive-not-seen', { 'other-computer': 'no' }, 'HW.21.DEAD', 'peripherals/not-detected', 2],
  ['drive-not-seen', { 'other-computer': 'yes' }, 'HW.21.HERE', 'peripherals/not-detected', 2],
  ['new-device', {}, 'HW.21.NOT.SEEN', 'peripherals/not-detected', 2],
  [
    'no-picture',
    { 'monitor-input': 'wrong', still: 'no' },
    'HW.SCREEN.WAS',
    'peripherals/display-not-detected',
    2,
  ],
  [
    'bluetooth',
    { 'device-power': 'yes', 'bt-pairing': 'yes' },
    'HW.BT.CAUSE',
    'peripherals/bluetooth-pairing',
    5,
  ],
  ['bluetooth', { 'device-power': 'no', still: 'no' }, 'HW.SOLVED', undefined, 2],
  [
    'camera-or-microphone',
    { 'mic-level': 'yes', 'cam-shutter': 'closed', still: 'no' },
    'HW.CAM.SHUT',
    'peripherals/camera-blocked',
    3,
  ],
  ['camera-or-microphone', { 'mic-level': 'no', still: 'no' }, 'HW.MIC.WAS', 'audio/mic-muted', 2],
  ['camera-or-microphone', { 'mic-level': 'no', still: 'yes' }, 'HW.MIC.BLOCKED', 'audio/mic-blocked', 2],
  [
    'keyboard-or-mouse',
    { 'input-kind': 'built-in', still: 'yes' },
    'HW.INPUT.CAUSE',
    'peripherals/input-missing',
    2,
  ],
  [
    'keyboard-or-mouse',
    { 'input-kind': 'cable', 'other-computer': 'no' },
    'HW.21.DEAD',
    'peripherals/not-detected',
    3,
  ],
];

describe('what only a person sees', () => {
  test.each(ASKED)('%s, %j: %s', async (symptom, answers, at, finding, questions) => {
    const told = await tell(story(symptom, { on: HEALTHY, answers }));
    expect([told.at, told.finding]).toEqual([at, finding]);
    expect(told.asked.length).toBeLessThanOrEqual(questions);
    expect(told.holds).toBe(questionsOf(peripherals.tree ?? { start: '', nodes: {} }).size);
  });

  test('who saw the maker’s logo and then nothing has a driver to suspect', async () => {
    const answers = { 'monitor-input': 'yes', 'boot-stage': 'logo', still: 'yes' };
    const told = await tell(story('no-picture', { on: HEALTHY, answers }));
    // Asked only where the figures say that it pays.
    if (told.asked.includes('boot-stage')) expect(told.finding).toBe('drivers/gpu-fallback');
    else expect(told.finding).toBe('peripherals/display-not-detected');
  });

  test('a headset that no look explains is connected again before it is given up', async () => {
    const answers = { 'device-power': 'yes', 'bt-pairing': 'yes', still: 'yes' };
    const { did } = await tell(story('bluetooth', { on: HEALTHY, answers }));
    expect(did).toEqual(['HW.BT.CONNECT']);
  });

  test('Bluetooth that is off is asked about only where the device is without a cable', async () => {
    const on = ubuntu('peripherals/bluetooth-off');
    const answers = { 'input-kind': 'wireless' };
    expect(await tell(story('keyboard-or-mouse', { on, answers }))).toMatchObject({
      finding: 'peripherals/bluetooth-off',
      asked: ['input-kind'],
    });
  });
});

test.each((peripherals.symptoms ?? []).map((symptom) => [symptom.id, symptom] as const))(
  '%s: every suspect can be concluded',
  (_, symptom) => {
    const ends = endsOf(peripherals.tree ?? { start: '', nodes: {} }, symptom);
    expect(Object.keys(symptom.suspects).filter((code) => !ends.has(code))).toEqual([]);
  },
);
