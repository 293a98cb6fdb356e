/** «It does not print», walked to its end on computers with that fault. */
import { describe, expect, test } from 'vitest';
import { printing } from '../../checks/printing/index.ts';
import { evidenceOf, machine, proofOf, type Story, silent, tell } from './walk.ts';

const NODES = Object.keys(printing.tree?.nodes ?? {});
const HOLDS = 5;

const story = (rest: Omit<Story, 'module' | 'symptom'>) =>
  tell({ module: 'printing', symptom: 'does-not-print', ...rest });

const ubuntu = (code: string) => machine('ubuntu-24.04', evidenceOf(code, 'linux'));

/** Whether it has power and stands where it stood, no computer sees. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'printing/printer-offline': ['device-power', 'printer-moved'],
};

describe('does-not-print', () => {
  const codes = Object.keys(printing.symptoms?.[0]?.suspects ?? {});
  // On that computer a paused queue is why they are stuck.
  test.each(codes.filter((code) => code !== 'printing/jobs-stuck'))('%s is concluded', async (code) => {
    const told = await story({ ...proofOf(code), cannot: NODES });
    expect([told.outcome, told.finding, told.asked]).toEqual(['cause', code, ASKED[code] ?? []]);
    expect(told.holds).toBe(HOLDS);
  });

  test('jobs that a paused queue holds up are blamed on the queue, and go on with it', async () => {
    const on = proofOf('printing/jobs-stuck').on;
    expect(await story({ on, cannot: NODES })).toMatchObject({ finding: 'printing/queue-paused', asked: [] });
    const told = await story({ on, after: [machine('ubuntu-24.04')] });
    expect(told).toMatchObject({ outcome: 'solved', did: ['PRINT.QUEUE'] });
  });

  test('a printer that was off is on again: one question', async () => {
    const told = await story({
      on: ubuntu('printing/printer-offline'),
      after: [machine('ubuntu-24.04')],
      answers: { 'device-power': 'no' },
    });
    expect(told).toMatchObject({ outcome: 'solved', asked: ['device-power'], did: ['PRINT.POWER'] });
  });

  test('a printer that shows a message where the computer sees nothing needs somebody', async () => {
    const told = await story({
      on: silent('win32'),
      answers: { 'printer-panel': 'message', printed: 'no' },
      cannot: NODES,
    });
    expect([told.outcome, told.finding]).toEqual(['cause', 'printing/supplies-or-paper']);
    expect(told.asked.length).toBeLessThan(HOLDS);
  });
});
