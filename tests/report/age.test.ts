/** Encrypted reports: among ourselves, and with age itself in both directions. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateHybridIdentity, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { decrypted } from '../../src/report/age/decrypt.ts';
import { encryptFor } from '../../src/report/age/encrypt.ts';
import { identityPath } from '../../src/report/age/identity.ts';

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'techsupport-age-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

const hasAge = (() => {
  try {
    execFileSync('age', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('SKIPPED: age itself is not here (Debian: age)');
    return false;
  }
})();

const keyIn = (at: string, secret: string, mode = 0o600): string => {
  const path = join(at, 'identity.txt');
  writeFileSync(path, `# created: 2026-01-01\n# public key: x\n${secret}\n`, { mode });
  chmodSync(path, mode);
  return path;
};

const REPORT = Buffer.from('a report, as it may be '.repeat(9000));

const failure = async (content: Buffer, identity?: string): Promise<UserError> => {
  const error: unknown = await decrypted(content, identity).catch((cause: unknown) => cause);
  if (error instanceof UserError) return error;
  throw new Error(`no refusal: ${String(error)}`);
};

test('each of the recipients opens it, and nobody else', async () => {
  const [one, two, stranger] = await Promise.all([
    generateIdentity(),
    generateIdentity(),
    generateIdentity(),
  ]);
  const encrypt = await encryptFor([await identityToRecipient(one), await identityToRecipient(two)]);
  const bytes = await encrypt(REPORT);
  expect(bytes.includes('a report')).toBe(false);
  for (const own of [one, two]) {
    expect((await decrypted(bytes, keyIn(folder(), own))).equals(REPORT)).toBe(true);
  }
  expect(await failure(bytes, keyIn(folder(), stranger))).toMatchObject({ code: 'E_AGE_NOT_FOR_US' });
});

test('a key that a quantum computer cannot break does too', async () => {
  const identity = await generateHybridIdentity();
  const bytes = await (await encryptFor([await identityToRecipient(identity)]))(REPORT);
  expect((await decrypted(bytes, keyIn(folder(), identity))).equals(REPORT)).toBe(true);
});

test('what is not encrypted stays as it is, without any key', async () => {
  expect(await decrypted(REPORT, '/nowhere')).toBe(REPORT);
});

test('what is no recipient is refused; a secret key is not repeated', async () => {
  const refusal = (text: string) => encryptFor([text]).catch((cause: unknown) => cause);
  expect(await refusal('age1nonsense')).toMatchObject({ code: 'E_AGE_RECIPIENT' });
  expect(await refusal('ssh-ed25519 AAAA')).toMatchObject({ code: 'E_AGE_RECIPIENT' });
  const secret = await generateIdentity();
  const error = await refusal(secret);
  expect(error).toMatchObject({ hint: expect.stringContaining('secret half') });
  expect(String(error)).not.toContain(secret.slice(16));
});

test('a report that was cut or changed is refused as a whole', async () => {
  const identity = await generateIdentity();
  const path = keyIn(folder(), identity);
  const bytes = await (await encryptFor([await identityToRecipient(identity)]))(REPORT);
  const refusal = expect.objectContaining({ code: expect.stringMatching(/^E_AGE_(?:DAMAGED|NOT_FOR_US)$/) });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 22, max: bytes.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(await failure(changed, path)).toEqual(refusal);
        expect(await failure(bytes.subarray(0, at), path)).toEqual(refusal);
      },
    ),
    { numRuns: 60 },
  );
  expect(await failure(Buffer.concat([bytes, Buffer.from('more')]), path)).toEqual(refusal);
  expect(await failure(Buffer.from('age-encryption.org/v1\n-> \u001b[31m garbage'), path)).toMatchObject({
    code: 'E_AGE_DAMAGED',
    message: expect.not.stringContaining('\u001b'),
  });
});

test('the key is looked for where it is named, in the environment, and in its usual place', () => {
  const env = { HOME: '/home/a', XDG_CONFIG_HOME: undefined, TECHSUPPORT_IDENTITY: undefined };
  expect(identityPath('/x', env, 'linux')).toBe('/x');
  expect(identityPath(undefined, { ...env, TECHSUPPORT_IDENTITY: '/y' }, 'linux')).toBe('/y');
  expect(identityPath(undefined, env, 'linux')).toBe('/home/a/.config/techsupport/identity.txt');
  expect(identityPath(undefined, { XDG_CONFIG_HOME: '/c' }, 'linux')).toBe('/c/techsupport/identity.txt');
  expect(identityPath(undefined, { APPDATA: 'C:\\A' }, 'win32')).toBe('C:\\A\\techsupport\\identity.txt');
  expect(identityPath(undefined, {}, 'linux')).toBeUndefined();
});

test('a key that others can read, that is none or that is not there is refused in words', async () => {
  const secret = await generateIdentity();
  const bytes = await (await encryptFor([await identityToRecipient(secret)]))(REPORT);
  const at = folder();
  expect(await failure(bytes, join(at, 'missing'))).toMatchObject({ code: 'E_AGE_NO_IDENTITY' });
  for (const mode of [0o640, 0o604, 0o644]) {
    const error = await failure(bytes, keyIn(at, secret, mode));
    if (process.platform !== 'win32') expect(error.hint).toContain('chmod 600');
  }
  const key = keyIn(at, secret);
  symlinkSync(key, join(at, 'link'));
  expect((await decrypted(bytes, join(at, 'link'))).equals(REPORT)).toBe(true);
  for (const content of ['', 'nothing', `${secret}\nrubbish`, 'AGE-SECRET-KEY-1AAAA']) {
    writeFileSync(key, content);
    const error = await failure(bytes, key);
    expect(error.code, content).toBe('E_AGE_IDENTITY');
    expect(error.message + error.hint).not.toContain(secret);
  }
  writeFileSync(key, 'age-encryption.org/v1\n-> scrypt x 18\n');
  expect((await failure(bytes, key)).say('ru').message).toContain('паролем');
  expect(await failure(bytes, at)).toMatchObject({ code: 'E_AGE_IDENTITY' });
});

test.runIf(hasAge)('age opens what we encrypt, and we open what age encrypts', async () => {
  const at = folder();
  const key = join(at, 'key.txt');
  execFileSync('age-keygen', ['-o', key], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', key], { encoding: 'utf8' }).trim();
  const ours = join(at, 'ours.age');
  writeFileSync(ours, await (await encryptFor([recipient]))(REPORT));
  expect(execFileSync('age', ['-d', '-i', key, ours], { maxBuffer: 1e8 }).equals(REPORT)).toBe(true);
  writeFileSync(join(at, 'plain'), REPORT);
  for (const options of [[], ['-a']]) {
    const theirs = join(at, `theirs${options.length}.age`);
    execFileSync('age', [...options, '-r', recipient, '-o', theirs, join(at, 'plain')]);
    expect((await decrypted(readFileSync(theirs), key)).equals(REPORT)).toBe(true);
  }
});
