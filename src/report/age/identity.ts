/** The file with the secret key that opens encrypted reports. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { oneLine } from '../../output/untrusted.ts';

type Env = Readonly<Record<string, string | undefined>>;

const MAX_BYTES = 64 * 1024;

/** Named by the person, by the environment, or in its usual place. */
export const identityPath = (named: string | undefined, env: Env, platform: string): string | undefined => {
  const { join } = platform === 'win32' ? win32 : posix;
  const folder =
    platform === 'win32'
      ? env.APPDATA
      : env.XDG_CONFIG_HOME || (env.HOME === undefined ? undefined : join(env.HOME, '.config'));
  return (
    named || env.TECHSUPPORT_IDENTITY || (folder ? join(folder, 'techsupport', 'identity.txt') : undefined)
  );
};

/** The keys in the file, as age-keygen wrote them. */
export const readIdentities = (path: string): readonly string[] => {
  const text = contentOf(path);
  if (/^age-encryption\.org\/|^-----BEGIN AGE/.test(text)) throw refused(path, PASSPHRASE);
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0 || !lines.every((line) => /^AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]+$/.test(line))) {
    throw refused(path, NO_KEY);
  }
  return lines;
};

const contentOf = (path: string): string => {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw noIdentity(path, cause);
  }
  try {
    // Of the open file: what lies under the name may change in between.
    const { mode, size } = fstatSync(file);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) throw refused(path, NO_KEY);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw refused(path, openToOthers(path));
    if (size > MAX_BYTES) throw refused(path, NO_KEY);
    const content = Buffer.alloc(size);
    return content.toString('utf8', 0, readSync(file, content, 0, size, 0));
  } finally {
    closeSync(file);
  }
};

type Why = Readonly<Record<'en' | 'ru', { readonly why: string; readonly hint: string }>>;

const NO_KEY: Why = {
  en: { why: 'no secret key of age is in it', hint: 'age-keygen makes such a file.' },
  ru: { why: 'секретного ключа age в нём нет', hint: 'Такой файл создаёт age-keygen.' },
};

const PASSPHRASE: Why = {
  en: {
    why: 'it is itself encrypted with a passphrase',
    hint: 'Decrypt the report with age itself: age -d -i IDENTITY REPORT.tar.gz.age > REPORT.tar.gz',
  },
  ru: {
    why: 'он сам зашифрован паролем',
    hint: 'Расшифруйте отчёт самим age: age -d -i КЛЮЧ ОТЧЁТ.tar.gz.age > ОТЧЁТ.tar.gz',
  },
};

const openToOthers = (path: string): Why => ({
  en: { why: 'others on this computer can read it', hint: `Close it: chmod 600 ${oneLine(path)}` },
  ru: { why: 'его могут читать другие на этом компьютере', hint: `Закройте его: chmod 600 ${oneLine(path)}` },
});

const refused = (path: string, { en, ru }: Why): UserError =>
  new UserError('E_AGE_IDENTITY', `The identity ${oneLine(path)} is not used: ${en.why}`, en.hint, {
    exitCode: EXIT.usage,
    ru: { message: `Ключ ${oneLine(path)} не используется: ${ru.why}`, hint: ru.hint },
  });

export const noIdentity = (path: string | undefined, cause?: unknown): UserError => {
  const at = path === undefined ? '' : `: ${oneLine(path)}`;
  const why = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new UserError(
    'E_AGE_NO_IDENTITY',
    `The report is encrypted, and there is no identity to open it with${at}${why}`,
    'Name the file with your secret key: --identity FILE, or TECHSUPPORT_IDENTITY.',
    {
      cause,
      exitCode: EXIT.usage,
      ru: {
        message: `Отчёт зашифрован, а ключа, чтобы открыть его, нет${at}${why}`,
        hint: 'Укажите файл с вашим секретным ключом: --identity ФАЙЛ или TECHSUPPORT_IDENTITY.',
      },
    },
  );
};

/** It looked like a key, and is none. */
export const noKeyIn = (path: string): UserError => refused(path, NO_KEY);
