import { expect, test } from 'vitest';
import { checkIds } from '../../checks/index.ts';
import { updates } from '../../checks/updates/index.ts';
import { lookOf, sawAll } from '../../src/commands/fix/look.ts';
import { doneFrom } from '../../src/fix/done.ts';
import { continueJournal, journals } from '../../src/fix/journal.ts';
import { rememberPause } from '../../src/fix/pause.ts';
import { emptyFolder } from '../commands/cli.ts';

const PAUSE = {
  fix: 'pause-protection',
  module: 'updates',
  target: { code: 'updates/conflicting-software' },
  risk: 'likely',
  touches: ['policy'],
  pauses: 'security',
} as const;

const pending = async (folder: string) =>
  (await Promise.all(journals([folder]).map(doneFrom))).map(({ reminder }) => reminder);

test('a paused protection is remembered until somebody says or sees that it is settled', async () => {
  const folder = emptyFolder();
  await rememberPause(PAUSE, 'Pause the antivirus', [folder]);
  expect(await pending(folder)).toEqual(['security']);
  const [kept] = journals([folder]);
  if (kept === undefined) throw new Error('nothing was kept');
  await continueJournal(kept).write({ kind: 'reminded', by: 'machine' });
  expect(await pending(folder)).toEqual([undefined]);
});

test('what pauses nothing is not remembered', async () => {
  const folder = emptyFolder();
  const { pauses: _, ...rest } = PAUSE;
  await rememberPause(rest, 'Restart', [folder]);
  expect(journals([folder])).toEqual([]);
});

test('the fix that pauses an antivirus says which module has to see it on again', () => {
  const fix = updates.fixes.find(({ id }) => id === 'pause-protection');
  expect(checkIds).toContain(fix?.pauses);
});

test('what could not be looked at, wholly or in part, is not taken for seen', () => {
  const unread = { source: 'av', reason: 'denied', why: '', remedy: '' } as const;
  expect(sawAll({ status: 'ok', unknown: [] })).toBe(true);
  expect(sawAll({ status: 'warning', unknown: [] })).toBe(true);
  expect(sawAll({ status: 'warning', unknown: [unread] })).toBe(false);
  expect(sawAll({ status: 'skipped', unknown: [] })).toBe(false);
  expect(sawAll({ status: 'unknown', unknown: [] })).toBe(false);
});

test('a check that does not apply any more has seen nothing', () => {
  const check = { name: '', durationMs: 0, findings: [], unknown: [], metrics: [] };
  const checks = [
    { ...check, id: 'a', status: 'skipped' as const },
    { ...check, id: 'b', status: 'ok' as const },
  ];
  expect([...lookOf({ checks }).blind]).toEqual(['a']);
});
