/** «There is no sound», walked to its end on computers with that fault. */
import { describe, expect, test } from 'vitest';
import { audio } from '../../checks/audio/index.ts';
import { evidenceOf, machine, proofOf, type Story, tell } from './walk.ts';

const NODES = Object.keys(audio.tree?.nodes ?? {});
const HOLDS = 5;

const story = (rest: Omit<Story, 'module' | 'symptom'>) =>
  tell({ module: 'audio', symptom: 'no-sound', ...rest });

const ubuntu = (code: string) => machine('ubuntu-24.04', evidenceOf(code, 'linux'));
const healthy = machine('ubuntu-24.04');

describe('no-sound', () => {
  test.each(Object.keys(audio.symptoms?.[0]?.suspects ?? {}))('%s is concluded', async (code) => {
    const told = await story({ ...proofOf(code), cannot: NODES });
    expect([told.outcome, told.finding]).toEqual(['cause', code]);
    // What audio sees itself needs no question; a driver may be that of something else.
    if (code.startsWith('audio/')) expect(told.asked).toEqual([]);
    else expect(told.asked.length).toBeLessThan(HOLDS);
    expect(told.holds).toBe(HOLDS);
  });

  test('what was muted is unmuted, and that is seen, not asked', async () => {
    const told = await story({ on: ubuntu('audio/muted'), after: [healthy] });
    expect(told).toMatchObject({ outcome: 'solved', asked: [], did: ['SOUND.MUTED'] });
  });

  test('whether another output is the right one only ears know', async () => {
    const told = await story({
      on: ubuntu('audio/wrong-output'),
      after: [healthy],
      answers: { still: 'no' },
    });
    expect(told).toMatchObject({ outcome: 'solved', finding: 'audio/wrong-output', asked: ['still'] });
  });

  test('a sound that comes from another device goes there by mistake', async () => {
    const told = await story({
      on: healthy,
      answers: { 'output-wish': 'headphones', hear: 'other', changed: 'nothing', still: 'no' },
    });
    expect(told.outcome).toBe('solved');
    expect(told.asked.length).toBeLessThanOrEqual(HOLDS);
  });
});
