/** Real commands, in folders of their own. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { doneFrom } from '../../src/fix/done.ts';
import { journals } from '../../src/fix/journal.ts';
import { type Question, runPlan } from '../../src/fix/run.ts';
import { takeBack } from '../../src/fix/undo.ts';
import { around, folder, lookFor, planOf } from './around.ts';

const options = (file: string) => ({ title: 'Made up', before: lookFor(file), patienceMs: 0 });

const trouble = () => {
  const place = folder();
  const file = join(place, 'trouble');
  writeFileSync(file, 'as it was');
  return { place, file, state: join(place, 'state') };
};

/** Moves it out of the way, in two steps that each have their way back. */
const moved = (file: string) =>
  planOf({
    steps: [
      ['cp', '-p', file, `${file}.techsupport-backup`],
      ['rm', file],
    ],
    undo: [
      ['rm', '-f', `${file}.techsupport-backup`],
      ['cp', '-p', `${file}.techsupport-backup`, file],
    ],
  });

const newest = async (state: string) => {
  const [kept] = journals([state]);
  if (kept === undefined) throw new Error('no journal');
  return doneFrom(kept);
};

describe('a fix that runs', () => {
  test('ends the trouble, is verified by a fresh look, and is taken back', async () => {
    const { file, state } = trouble();
    const outcome = await runPlan(
      moved(file),
      around(state, () => lookFor(file)),
      options(file),
    );
    expect(outcome).toMatchObject({ kind: 'ran', ended: 'all', effect: 'gone', appeared: [] });
    expect(existsSync(file)).toBe(false);
    const done = await newest(state);
    expect(done).toMatchObject({ state: 'done', begun: 2, steps: 2, effect: 'gone' });
    const back = await takeBack(done, around(state, () => lookFor(file)) as never);
    expect(back).toMatchObject({ kind: 'undone', ended: 'all' });
    expect(readFileSync(file, 'utf8')).toBe('as it was');
    expect(existsSync(`${file}.techsupport-backup`)).toBe(false);
    expect(await newest(state)).toMatchObject({ state: 'undone', back: [] });
  });

  test('that does not help says so', async () => {
    const { file, state } = trouble();
    const run = (steps: string[][], param?: () => string) =>
      runPlan(
        planOf({ steps }),
        around(state, () => lookFor(file, param)),
        options(file),
      );
    expect(await run([['true']])).toMatchObject({ effect: 'same' });
    expect(await run([['true']], () => 'otherwise')).toMatchObject({ effect: 'changed' });
  });

  test('whose evidence can no longer be read has not helped', async () => {
    const { file, state } = trouble();
    const look = () => ({ findings: [], blind: new Set<string>(), unread: new Set(['made-up.read']) });
    const outcome = await runPlan(planOf({ steps: [['true']] }), around(state, look), options(file));
    expect(outcome).toMatchObject({ effect: 'unknown' });
  });

  test('tells what is there that was not there before', async () => {
    const { file, state } = trouble();
    const look = () => ({
      ...lookFor(file),
      findings: [{ code: 'made-up/worse', severity: 'critical', params: {}, evidence: [] }],
    });
    const outcome = await runPlan(planOf({ steps: [['true']] }), around(state, look), options(file));
    expect(outcome).toMatchObject({ effect: 'gone', appeared: [{ code: 'made-up/worse' }] });
  });

  test('stops at the first step that fails, with what the program said', async () => {
    const { file, state, place } = trouble();
    const plan = planOf({
      steps: [
        ['ls', join(place, 'nothing')],
        ['touch', join(place, 'second')],
      ],
    });
    const outcome = await runPlan(
      plan,
      around(state, () => lookFor(file)),
      options(file),
    );
    expect(outcome).toMatchObject({ kind: 'ran', ended: 'failed' });
    expect(JSON.stringify(outcome)).toContain('No such file');
    expect(existsSync(join(place, 'second'))).toBe(false);
    expect(await newest(state)).toMatchObject({ state: 'failed', begun: 1 });
  });

  test('is not run where nothing can be written down', async () => {
    const { file, place } = trouble();
    const notAFolder = join(place, 'file');
    writeFileSync(notAFolder, '');
    const outcome = await runPlan(
      moved(file),
      around(notAFolder, () => lookFor(file)),
      options(file),
    );
    expect(outcome).toMatchObject({ kind: 'not-journalled' });
    expect(existsSync(file)).toBe(true);
  });

  test('begins no further step when it is interrupted', async () => {
    const { file, state } = trouble();
    const controller = new AbortController();
    const surroundings = around(state, () => lookFor(file), {
      signal: controller.signal,
      tell: (event) => {
        if (event.kind === 'step-ended') controller.abort();
      },
    });
    expect(await runPlan(moved(file), surroundings, options(file))).toMatchObject({ ended: 'interrupted' });
    expect(existsSync(file)).toBe(true);
  });

  test('keeps its journal from everybody else', async () => {
    const { file, state } = trouble();
    await runPlan(
      moved(file),
      around(state, () => lookFor(file)),
      options(file),
    );
    const { kept } = await newest(state);
    expect(statSync(kept.path).mode & 0o077).toBe(0);
    expect(statSync(join(state, 'fixes')).mode & 0o077).toBe(0);
  });

  test('a journal in a folder of somebody else is not believed', () => {
    const place = folder();
    mkdirSync(join(place, 'fixes'));
    writeFileSync(join(place, 'fixes', 'x.jsonl'), '{"kind":"planned"}\nno json\n');
    expect(journals([place])).toEqual([]);
  });
});

describe('what needs a yes', () => {
  const asked = async (answers: readonly (boolean | undefined)[], touches: readonly 'network'[] = []) => {
    const { file, state } = trouble();
    const questions: Question[] = [];
    const outcome = await runPlan(
      { ...moved(file), risk: 'likely', touches },
      around(state, () => lookFor(file), {
        ask: async (question) => {
          questions.push(question);
          return answers[questions.length - 1];
        },
        situation: { open: new Set(), looked: new Set(), session: 'ssh' },
      }),
      options(file),
    );
    return { kinds: questions.map(({ kind }) => kind), kind: outcome.kind, isThere: existsSync(file) };
  };

  test('runs after it, and only then', async () => {
    expect(await asked([true])).toEqual({ kinds: ['consent'], kind: 'ran', isThere: false });
    expect(await asked([false])).toEqual({ kinds: ['consent'], kind: 'declined', isThere: true });
    expect(await asked([undefined])).toEqual({ kinds: ['consent'], kind: 'left', isThere: true });
  });

  test('is asked apart where the connection may be lost', async () => {
    expect(await asked([true, true], ['network'])).toMatchObject({
      kinds: ['guard', 'consent'],
      kind: 'ran',
    });
    expect(await asked([false], ['network'])).toMatchObject({
      kinds: ['guard'],
      kind: 'declined',
      isThere: true,
    });
  });
});

describe('where nobody is', () => {
  const alone = async (more: Partial<ReturnType<typeof moved>>, situation = {}) => {
    const { file, state } = trouble();
    const surroundings = around(state, () => lookFor(file));
    const outcome = await runPlan(
      { ...moved(file), ...more },
      { ...surroundings, situation: { ...surroundings.situation, ...situation } },
      options(file),
    );
    return { outcome, isThere: existsSync(file), journal: journals([state]).length };
  };

  test('only what is safe is run', async () => {
    expect((await alone({})).isThere).toBe(false);
    for (const more of [
      { risk: 'likely' },
      { risk: 'example' },
      { way: 'example' },
      { way: 'person' },
    ] as const) {
      const { outcome, isThere, journal } = await alone(more);
      expect(outcome.kind).toBe('not-unattended');
      expect({ isThere, journal }).toEqual({ isThere: true, journal: 0 });
    }
  });

  test('what has to be asked stops it', async () => {
    const found = await alone({ touches: ['network'] }, { session: 'ssh' });
    expect(found).toMatchObject({ outcome: { kind: 'stopped' }, isThere: true, journal: 0 });
    const unknown = await alone({ touches: ['download'] }, {});
    expect(unknown).toMatchObject({
      outcome: { kind: 'stopped', guards: [{ id: 'metered' }] },
      isThere: true,
    });
  });

  test('rights that only a password gives are not had', async () => {
    const { outcome, isThere } = await alone({ needs: 'root' });
    expect(outcome).toMatchObject({ kind: 'no-rights' });
    expect(isThere).toBe(true);
  });
});
