/** «It is slow» and «It freezes», walked to the end on recorded machines with each fault. */
import { describe, expect, test } from 'vitest';
import { performance } from '../../checks/performance/index.ts';
import { endsOf, evidenceOf, machine, silent, tell } from './walk.ts';

const ubuntu = (code: string) => machine('ubuntu-24.04', evidenceOf(code, 'linux'));
const healthy = machine('ubuntu-24.04');
const tree = performance.tree ?? { start: '', nodes: {} };
const HOLDS = 6;

/** What is measured is told without a question, but for habits: those are one cause among others. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'computer-slow performance/long-uptime': ['slow-what', 'unsaved'],
  'computer-slow performance/system-on-hdd': ['slow-what'],
  'computer-slow performance/power-saver': ['slow-what', 'still'],
  'computer-slow performance/low-ram': ['slow-what'],
  'computer-slow performance/startup-load': ['slow-what', 'still'],
};

describe.each(performance.symptoms ?? [])('$id', (symptom) => {
  test('every suspect is the end of some way', () => {
    expect(Object.keys(symptom.suspects).filter((code) => !endsOf(tree, symptom).has(code))).toEqual([]);
  });

  const codes = Object.keys(symptom.suspects).filter((code) => code !== 'safe-mode/unexpected-shutdown');
  test.each(codes)('%s is found', async (code) => {
    const told = await tell({
      module: 'performance',
      symptom: symptom.id,
      on: ubuntu(code),
      answers: { 'slow-what': 'everything', unsaved: 'not-now', still: 'yes' },
    });
    expect([told.outcome, told.finding]).toEqual(['cause', code]);
    expect(told.asked).toEqual(ASKED[`${symptom.id} ${code}`] ?? []);
    expect(told.holds).toBe(HOLDS);
  });
});

describe('computer-slow', () => {
  const story = { module: 'performance', symptom: 'computer-slow' } as const;

  test('who closes what holds the memory is done', async () => {
    const told = await tell({ ...story, on: ubuntu('performance/memory-pressure'), after: [healthy] });
    expect(told).toMatchObject({ outcome: 'solved', asked: [], did: ['SLOW.MEMORY'] });
  });

  test('a setting that was put right and did not help is not the cause', async () => {
    const told = await tell({
      ...story,
      on: ubuntu('performance/power-saver'),
      after: [healthy],
      answers: { 'slow-what': 'everything', still: 'yes' },
    });
    expect(told).toMatchObject({ outcome: 'unexplained', did: expect.arrayContaining(['SLOW.POWER']) });
    expect(told.at).toBe('SLOW.REPORT');
  });

  test('of a slow start, what starts along is told', async () => {
    const told = await tell({
      ...story,
      on: ubuntu('safe-mode/slow-start'),
      answers: { 'slow-what': 'start' },
    });
    expect(told).toMatchObject({ outcome: 'cause', finding: 'safe-mode/slow-start', asked: ['slow-what'] });
  });

  test('where nothing is wrong now and the person says so, it is fine', async () => {
    const told = await tell({ ...story, on: healthy, answers: { 'slow-what': 'everything', still: 'no' } });
    expect(told).toMatchObject({ outcome: 'fine', asked: ['slow-what', 'still'] });
  });

  test('a freeze that was called slow is asked about as one', async () => {
    const told = await tell({ ...story, on: healthy, answers: { 'slow-what': 'freezes', freeze: 'light' } });
    expect(told.asked.slice(0, 2)).toEqual(['slow-what', 'freeze']);
    expect(told).toMatchObject({ outcome: 'unexplained', at: 'SLOW.F.REPORT' });
  });

  test('without a person what is measured is told all the same', async () => {
    const told = await tell({
      ...story,
      on: ubuntu('performance/long-uptime'),
      cannot: Object.keys(tree.nodes),
    });
    expect(told).toMatchObject({ outcome: 'cause', finding: 'performance/long-uptime' });
  });
});

describe('freezes', () => {
  const story = { module: 'performance', symptom: 'freezes' } as const;

  test('that it was switched off hard is told where nothing says why it hung', async () => {
    const told = await tell({
      ...story,
      on: ubuntu('safe-mode/unexpected-shutdown'),
      answers: { freeze: 'neither' },
      cannot: Object.keys(tree.nodes),
    });
    expect(told).toMatchObject({ outcome: 'cause', finding: 'safe-mode/unexpected-shutdown' });
    expect(told.asked[0]).toBe('freeze');
  });

  test('where nothing could be looked at the person is asked, and it ends', async () => {
    const told = await tell({ ...story, on: silent('linux'), answers: { freeze: 'neither', still: 'yes' } });
    expect(told.asked[0]).toBe('freeze');
    expect(told.outcome).toBe('unexplained');
  });
});
