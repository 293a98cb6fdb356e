/** Where a desk's secret is to be had: said on the command line, or asked. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { makeOwnFolder } from '../../folders.ts';
import type { DeskWords } from '../../language/desk.en.ts';
import { deskWords } from '../../language/desk.ts';
import type { SecretSource } from '../../ticket/secret.ts';
import type { AddOptions } from '../desk.ts';
import { ask, unlessLeft } from '../ticket/ask.ts';

export type Given = SecretSource | { readonly pasted: string };

export const givenSecret = ({
  secretEnv,
  secretCommand,
  secretFile,
}: AddOptions): SecretSource | undefined => {
  if (secretEnv !== undefined) return { env: secretEnv };
  if (secretFile !== undefined) return { file: secretFile };
  return secretCommand === undefined ? undefined : { command: commandIn(secretCommand) };
};

const commandIn = (text: string): readonly [string, ...string[]] => {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((word) => typeof word === 'string')) {
      const [first, ...rest]: string[] = list;
      if (first !== undefined) return [first, ...rest];
    }
  } catch {
    // Told below.
  }
  const [en, ru] = [deskWords('en'), deskWords('ru')];
  throw new UserError('E_DESK_SETTING', en.bad('["…","…"]'), en.secretCommand, {
    exitCode: EXIT.usage,
    ru: { message: ru.bad('["…","…"]'), hint: ru.secretCommand },
  });
};

/** Nothing where the person left. */
export const askedSecret = async (
  words: DeskWords,
  name: string,
  signal: AbortSignal,
): Promise<Given | undefined> => {
  const { select, password } = await import('@inquirer/prompts');
  const around = { output: process.stderr, signal };
  const choices = (['paste', 'env', 'command', 'file'] as const).map((value) => ({
    value,
    name: words.secretKinds[value],
  }));
  const how = await select({ message: words.askSecret, choices }, around).catch(unlessLeft);
  if (how === undefined) return undefined;
  if (how === 'paste') {
    const pasted = await password({ message: words.askPaste }, around).catch(unlessLeft);
    return pasted === undefined || pasted.trim() === '' ? undefined : { pasted: pasted.trim() };
  }
  if (how === 'env') {
    const env = await ask(words.askEnv, signal, {
      default: `${name.toUpperCase().replaceAll('-', '_')}_TOKEN`,
    });
    return env === undefined ? undefined : { env };
  }
  const text = await ask(how === 'file' ? words.askFile : words.askCommand, signal);
  if (text === undefined) return undefined;
  return how === 'file' ? { file: text } : { command: commandIn(text) };
};

/** Beside the configuration, never in it. Gives the path. */
export const keepSecret = (configPath: string, name: string, secret: string): string => {
  const folder = join(dirname(configPath), 'secrets');
  makeOwnFolder(folder);
  // A file of that name may be what another desk of an older configuration still needs.
  const path = join(folder, `${name}-${randomUUID().slice(0, 8)}`);
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return path;
};
