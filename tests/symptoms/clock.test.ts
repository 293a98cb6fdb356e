/** «The time is wrong», walked to its end on computers with that fault. */
import { describe, expect, test } from 'vitest';
import { clock } from '../../checks/clock/index.ts';
import { machine, proofOf, type Story, tell } from './walk.ts';

const NODES = Object.keys(clock.tree?.nodes ?? {});
const HOLDS = 3;

const story = (rest: Omit<Story, 'module' | 'symptom'>) =>
  tell({ module: 'clock', symptom: 'wrong-time', ...rest });

const ASKED: Readonly<Record<string, readonly string[]>> = {
  'clock/skew': ['unplugged'],
  // While servers confirm the clock, that two systems disagree is one cause among others.
  'clock/rtc-local-time': ['phone-time', 'unplugged'],
};

describe('wrong-time', () => {
  test.each(Object.keys(clock.symptoms?.[0]?.suspects ?? {}))('%s is concluded', async (code) => {
    const told = await story({ ...proofOf(code), cannot: NODES, answers: { unplugged: 'no' } });
    expect([told.outcome, told.finding]).toEqual(['cause', code]);
    // A battery shows only where the mains plug was pulled, and then only to the person.
    expect(told.asked).toEqual(ASKED[code] ?? []);
    expect(told.holds).toBe(HOLDS);
  });

  test('a clock that was set is solved without a question', async () => {
    const told = await story({ ...proofOf('clock/skew'), after: [machine('ubuntu-24.04')] });
    expect(told).toMatchObject({ outcome: 'solved', asked: [], did: ['TIME.SET'] });
  });

  test('a phone that differs by hours beside a clock that servers confirm means the zone', async () => {
    const told = await story({
      on: machine('ubuntu-24.04'),
      answers: { unplugged: 'no', 'phone-time': 'hours', still: 'no' },
    });
    expect(told).toMatchObject({ outcome: 'solved', finding: 'clock/timezone-wrong' });
    expect(told.did).toEqual(['TIME.PERSON.ZONE']);
  });
});
