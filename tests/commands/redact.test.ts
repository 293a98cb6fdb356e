/** `redact` and `report --reveal` as a user has them: the built command line. */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emptyFolder, techsupport } from './cli.ts';

const TEXT = [
  'Nov 24 16:00:01 annas-pc sshd[1]: Accepted password for anna from 192.168.7.12 port 22',
  'PASSWORD=Qr7xWm2pLk version 10.4.2.1 from 1.1.1.1',
  '',
].join('\n');

const folder = (): string => {
  const path = emptyFolder();
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

const piped = async (text: string, args: readonly string[] = [], env = {}) =>
  techsupport(['redact', ...args], {
    stdin: 'pipe',
    env,
    started: ({ stdin }) => {
      stdin?.end(text);
    },
  });

const tokenFiles = (home: string): readonly string[] => {
  const place = join(home, '.local/state/techsupport/tokens');
  return readdirSync(place).map((name) => join(place, name));
};

describe('redact', () => {
  test('is a filter: the text on stdout, what was hidden on stderr', async () => {
    const { status, stdout, stderr } = await piped(TEXT, ['--lang', 'en'], { HOME: folder() });
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/anna|192\.168\.7\.12|Qr7xWm2pLk/);
    expect(stdout).toMatch(/^Nov 24 16:00:01 host-\w{6} sshd\[1\]: Accepted password for user-\w{6} from /);
    expect(stdout).toMatch(/PASSWORD=\[secret\] version 10\.4\.2\.1 from 1\.1\.1\.1\n$/);
    expect(stderr).toMatch(/Hidden: .*secrets 1/);
  });

  test('of a file knows a name from its first line on, wherever the file says that it is one', async () => {
    const home = folder();
    const file = join(home, 'long.log');
    writeFileSync(file, `hannelore was here\n${TEXT}${'x\n'.repeat(300_000)}USER=hannelore\n`);
    const { stdout } = await techsupport(['redact', file], { env: { HOME: home } });
    expect(stdout).not.toContain('hannelore');
    expect(stdout.split('\n')).toHaveLength(300_005);
  });

  test('says in words what it cannot read', async () => {
    const { status, stdout, stderr } = await techsupport(['redact', '/nowhere/x.log']);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain('E_INPUT');
    expect(stderr).not.toContain('    at ');
  });
});

describe('what a token stands for', () => {
  test('is told to the owner, and lies in a file that nobody else can read', async () => {
    const env = { HOME: folder() };
    const { stdout } = await piped(TEXT, [], env);
    const [token = ''] = /host-\w{6}/.exec(stdout) ?? [];
    const told = await techsupport(['report', '--reveal', token], { env });
    expect(told).toMatchObject({ status: 0 });
    expect(told.stdout).toContain('annas-pc');
    const [file = ''] = tokenFiles(env.HOME);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const strange = await techsupport(['report', '--reveal', 'host-zzzzzz'], { env });
    expect(strange).toMatchObject({ status: 64, stdout: '' });
  });

  test('is never a secret', async () => {
    const env = { HOME: folder() };
    await piped(TEXT, [], env);
    for (const asked of ['[secret]', 'secret', 'Qr7xWm2pLk']) {
      expect((await techsupport(['report', '--reveal', asked], { env })).stdout).toBe('');
    }
  });

  test('is encrypted where a passphrase is configured, and not kept where that is wished', async () => {
    const env = { HOME: folder(), MAP_WORDS: 'correct-horse-battery' };
    mkdirSync(join(env.HOME, '.config/techsupport'), { recursive: true });
    const config = join(env.HOME, 'config.yaml');
    writeFileSync(config, 'redact: { passphrase: { env: MAP_WORDS } }\n');
    const { stdout } = await piped(TEXT, ['--config', config], env);
    const [token = ''] = /host-\w{6}/.exec(stdout) ?? [];
    expect(tokenFiles(env.HOME)).toEqual([expect.stringMatching(/\.age$/)]);
    const asked = ['report', '--reveal', token, '--config', config];
    expect((await techsupport(asked, { env })).stdout).toContain('annas-pc');
    expect((await techsupport(asked, { env: { ...env, MAP_WORDS: 'wrong' } })).stdout).toBe('');

    const other = { HOME: folder() };
    writeFileSync(config, 'redact: { tokens: forget }\n');
    await piped(TEXT, ['--config', config], other);
    expect((await techsupport(['report', '--reveal', token], { env: other })).status).toBe(64);
  });
});
