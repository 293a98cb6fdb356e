/** A fix that is killed: between its steps, and in the middle of one. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { beforeAll, expect, test } from 'vitest';
import { doneFrom } from '../../src/fix/done.ts';
import { journals } from '../../src/fix/journal.ts';
import type { Plan } from '../../src/fix/plan.ts';
import { takeBack } from '../../src/fix/undo.ts';
import { around, folder, lookFor, planOf } from './around.ts';

/** As one file that every Node can run. */
const child = join(folder(), 'killed-child.mjs');
beforeAll(async () => {
  await build({
    entry: { 'killed-child': fileURLToPath(new URL('killed-child.ts', import.meta.url)) },
    outDir: dirname(child),
    outExtension: () => ({ js: '.mjs' }),
    config: false,
    format: 'esm',
    target: 'node20',
    noExternal: [/./],
    silent: true,
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
});

/** Kills it with a signal that nobody can catch, as soon as it has said this. */
const killedAt = (moment: string, plan: Plan, place: string, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const planFile = join(place, 'plan.json');
    writeFileSync(planFile, JSON.stringify(plan));
    const run = spawn(process.execPath, [child, planFile, join(place, 'state'), file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let errors = '';
    run.stdout.on('data', (text) => {
      said += text;
      if (said.includes(moment)) run.kill('SIGKILL');
    });
    run.stderr.on('data', (text) => {
      errors += text;
    });
    run.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`${said}${errors}`)),
    );
  });

const newest = async (place: string) => {
  const [kept] = journals([join(place, 'state')]);
  if (kept === undefined) throw new Error('no journal');
  return doneFrom(kept);
};

const edit = (file: string, second: readonly string[]): Plan =>
  planOf({
    steps: [['cp', '-p', file, `${file}.techsupport-backup`], second, ['touch', `${file}.third`]],
    undo: [
      ['rm', '-f', `${file}.techsupport-backup`],
      ['mv', `${file}.techsupport-backup`, file],
      ['rm', '-f', `${file}.third`],
    ],
  });

const made = () => {
  const place = folder();
  const file = join(place, 'settings');
  writeFileSync(file, 'proxy = dead\n');
  return { place, file };
};

test.skipIf(process.platform === 'win32')(
  'killed between its steps: seen, and taken back without loss',
  async () => {
    const { place, file } = made();
    await killedAt('step-ended 2', edit(file, ['sed', '-i', 's/^/# /', file]), place, file);
    expect(readFileSync(file, 'utf8')).toBe('# proxy = dead\n');
    const done = await newest(place);
    expect(done).toMatchObject({ state: 'interrupted', begun: 2, steps: 3 });
    expect(done.back).toHaveLength(2);
    const { act, tell, rights, signal } = around(join(place, 'state'), () => lookFor(file));
    expect(await takeBack(done, { act, tell, rights, signal })).toMatchObject({
      kind: 'undone',
      ended: 'all',
    });
    expect(readFileSync(file, 'utf8')).toBe('proxy = dead\n');
    expect(existsSync(`${file}.techsupport-backup`)).toBe(false);
    expect((await newest(place)).state).toBe('undone');
  },
);

test.skipIf(process.platform === 'win32')(
  'killed in its first step: an older copy is never taken for the file',
  async () => {
    const { place, file } = made();
    writeFileSync(`${file}.techsupport-backup`, 'of another time\n');
    const plan = edit(file, ['sed', '-i', 's/^/# /', file]);
    await killedAt('step-begun 1', { ...plan, steps: [['sleep', '3'], ...plan.steps.slice(1)] }, place, file);
    const done = await newest(place);
    expect(done).toMatchObject({ state: 'interrupted', begun: 1 });
    const { act, tell, rights, signal } = around(join(place, 'state'), () => lookFor(file));
    await takeBack(done, { act, tell, rights, signal });
    expect(readFileSync(file, 'utf8')).toBe('proxy = dead\n');
  },
);

test.skipIf(process.platform === 'win32')('a line that a crash cut off is passed over', async () => {
  const { place, file } = made();
  await killedAt('step-ended 1', edit(file, ['true']), place, file);
  const { kept } = await newest(place);
  writeFileSync(kept.path, `${readFileSync(kept.path, 'utf8')}{"kind":"begun","st`);
  expect(await newest(place)).toMatchObject({ state: 'interrupted', begun: 1 });
});
