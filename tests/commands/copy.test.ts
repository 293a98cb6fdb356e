/** `report --for … --copy` and `--qr`, as a user has them. */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emptyFolder, techsupport } from './cli.ts';

/** A folder with an xclip of our own making: the first in PATH. */
const xclip = (script: string) => {
  const folder = emptyFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, 'xclip');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  const env = { PATH: `${folder}${delimiter}${process.env.PATH}`, DISPLAY: ':77', HOME: folder };
  return { env, taken: join(folder, 'taken') };
};

describe.skipIf(process.platform === 'win32')('report --copy', () => {
  test('puts on the clipboard what it prints, though the program that holds it stays', async () => {
    const { env, taken } = xclip(
      'cat > "$HOME/taken"; echo "$@" > "$HOME/args"; sleep 30 & echo $! > "$HOME/pid"',
    );
    const ended = await techsupport(['report', 'disk-space', '--for', 'chat', '--copy'], { env });
    process.kill(Number(readFileSync(join(env.HOME, 'pid'), 'utf8')));
    expect(ended).toMatchObject({ status: 0, stdout: `${readFileSync(taken, 'utf8')}\n` });
    expect(readFileSync(join(env.HOME, 'args'), 'utf8')).toBe('-selection clipboard -in\n');
    expect(ended.stderr).toContain('The text is on the clipboard (xclip).');
    expect(ended.stdout).toContain('TSA 001/');
  });

  test('ends a program that hangs, and says that nothing took it', async () => {
    const { env } = xclip('echo $$ > "$HOME/pid"; exec sleep 300');
    const ended = await techsupport(['report', 'disk-space', '--for', 'chat', '--copy'], { env });
    expect(ended.status).toBe(0);
    expect(ended.stdout).toContain('TSA 001/');
    expect(ended.stderr).toContain('The text is not on the clipboard: this failed: xclip');
    const pid = readFileSync(join(env.HOME, 'pid'), 'utf8').trim();
    expect(isRunning(Number(pid))).toBe(false);
  }, 30_000);

  test('asks no program for a screen that is not there', async () => {
    const { env, taken } = xclip('cat > "$HOME/taken"');
    const around = { env: { ...env, DISPLAY: undefined } };
    const ended = await techsupport(['report', 'disk-space', '--for', 'chat', '--copy'], around);
    expect(ended.stderr).toContain('The text is not on the clipboard: there is no program for it here');
    expect(existsSync(taken)).toBe(false);
  });

  test('is refused without what to copy', async () => {
    const ended = await techsupport(['report', '--copy']);
    expect(ended).toMatchObject({ status: 64, stdout: '' });
    expect(ended.stderr).toContain('E_REPORT_COPY');
  });
});

describe('what would do nothing is refused, before anything is read', () => {
  test.each([
    [['--for', 'email', '--output', 'x'], 'With --for email no file is written: --output would do nothing.'],
    [['--for', 'chat', '--preview', '--logs'], '--preview, --logs would do nothing'],
    [['--for', 'url', '--encrypt-to', 'age1x'], '--encrypt-to would do nothing'],
    [['--qr', '--preview'], 'With --qr no file is written: --preview would do nothing.'],
    [['--qr', '--encrypt-to', 'age1x'], '--encrypt-to would do nothing'],
    [['--for', 'chat', '--qr', '--output', 'x'], '--output would do nothing'],
  ])('report %j', async (args, why) => {
    const { env } = xclip('');
    // The form that --for url needs.
    writeFileSync(join(env.HOME, 'techsupport.yaml'), 'report: { url: "https://a.example/new" }\n');
    const around = { env, cwd: env.HOME };
    const ended = await techsupport(['report', '--config', 'techsupport.yaml', ...args], around);
    expect(ended).toMatchObject({ status: 64, stdout: '' });
    expect(ended.stderr).toContain(why);
    const russian = ['report', '--config', 'techsupport.yaml', '--lang', 'ru', ...args];
    expect((await techsupport(russian, around)).stderr).toContain('ничего бы не изменило');
  });

  test('but --qr with a file draws and writes it, encrypted', async () => {
    const { env } = xclip('');
    const key = await identityToRecipient(await generateIdentity());
    const args = ['report', 'disk-space', '--qr', '--output', 'x', '--encrypt-to', key];
    expect((await techsupport(args, { env, cwd: env.HOME })).status).toBe(0);
    expect(readFileSync(join(env.HOME, 'x'), 'latin1')).toMatch(/^age-encryption/);
  });
});

describe('report --qr', () => {
  test('draws instead of writing a file, in ASCII for a terminal that shows no more', async () => {
    const { env } = xclip('');
    const args = ['report', 'disk-space', '--qr'];
    const drawn = await techsupport(args, { env, cwd: env.HOME });
    expect(drawn.status).toBe(0);
    expect(drawn.stdout).toMatch(/^[ ▀▄█\n]+$/);
    const plain = await techsupport(args, { env: { ...env, TERM: 'dumb' }, cwd: env.HOME });
    expect(plain.stdout).toMatch(/^[ #\n]+$/);
    expect(plain.stderr).toContain('There was no room for more');
    expect(readdirSync(env.HOME).filter((name) => name.endsWith('.gz'))).toEqual([]);
  });

  test('stands beside the text that is pasted, not in it', async () => {
    const { env } = xclip('');
    const ended = await techsupport(['report', 'disk-space', '--for', 'chat', '--qr'], { env });
    expect(ended.stdout).not.toMatch(/[▀▄█]/);
    expect(ended.stderr).toMatch(/^[ ▀▄█]{40,}$/m);
  });
});

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
