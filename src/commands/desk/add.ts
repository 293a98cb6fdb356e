/** `desk add`: asks for what is needed, tests it, shows what would be sent, and writes it into the configuration. */
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { deskWords } from '../../language/desk.ts';
import { oneLine } from '../../output/untrusted.ts';
import { DESK_KINDS, DESK_NAMES } from '../../ticket/desk-kinds.ts';
import { type DeskKind, type DeskSettings, deskSettings, makeDesk } from '../../ticket/desks.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import type { AddOptions } from '../desk.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { isPromptable } from '../terminal.ts';
import { agrees, ask, unlessLeft } from '../ticket/ask.ts';
import { environment } from '../ticket/desk.ts';
import { missingKeys, secretKeyOf, settingsFrom } from './needs.ts';
import { askedSecret, givenSecret, keepSecret } from './secret.ts';
import { dryRun, tryOut } from './test.ts';
import { configPath, writeDesk } from './write.ts';

export const add = async (
  named: string | undefined,
  options: AddOptions,
  context: Context,
): Promise<number> => {
  const { config, language } = await setUp(context);
  const words = deskWords(language);
  const interrupt = watchInterrupts();
  const { signal } = interrupt;
  const mayAsk = isPromptable(process);
  const left = () => interrupt.status() ?? EXIT.interrupted;

  const kind = options.kind ?? (mayAsk ? await askedKind(words.askKind, signal) : refuse('--kind'));
  if (kind === undefined) return left();
  const name = named ?? (mayAsk ? await ask(words.askName, signal, kind) : refuse('NAME'));
  if (name === undefined) return left();
  if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(name)) throw bad(name);
  if (Object.hasOwn(config.desks ?? {}, name)) throw taken(name);

  const settings: Record<string, unknown> = { kind, ...settingsFrom(options.set ?? []) };
  for (const { key, about, isOptional } of missingKeys(kind, settings)) {
    if (isOptional && !mayAsk) continue;
    const answer = mayAsk ? await ask(words.askSetting(key, about), signal) : refuse(`--set ${key}=…`);
    if (answer === undefined) return left();
    if (isOptional && answer === '') continue;
    Object.assign(settings, settingsFrom([`${key}=${answer}`]));
  }
  const secretKey = secretKeyOf(kind, settings, givenSecret(options) !== undefined);
  const secret =
    secretKey === undefined
      ? undefined
      : (givenSecret(options) ?? (mayAsk ? await askedSecret(words, name, signal) : refuse('--secret-env')));
  if (secretKey !== undefined && secret === undefined) return left();
  const path = configPath(config.file);
  if (secret !== undefined && 'pasted' in secret) {
    const file = keepSecret(path, name, secret.pasted);
    await printError(words.keptSecret(oneLine(file)));
    put(settings, secretKey ?? [], { file });
  } else if (secret !== undefined) put(settings, secretKey ?? [], secret);

  const parsed = deskSettings.safeParse(settings);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw bad(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const desk = await makeDesk(parsed.data, environment);
  const status = await tryOut(desk, language, signal);
  await printError(dryRun(desk, language));
  if (signal.aborted) return left();
  const agreed = options.yes === true ? 'yes' : await agrees(words.sure(oneLine(path)), signal);
  if (agreed === 'nobody') refuse('--yes');
  if (agreed !== 'yes') {
    await print(`${words.notWritten}\n`);
    return agreed === 'left' ? left() : EXIT.ok;
  }
  const written = await writeDesk(path, name, settings as DeskSettings); // checked above; its defaults stay out
  if (written.status === 'program') {
    await print(`${words.notYaml(oneLine(path))}\n${written.text}`);
    return EXIT.warning;
  }
  await print(`${words.written(name, oneLine(path))}\n`);
  return status === EXIT.unknown ? EXIT.ok : status;
};

const askedKind = async (message: string, signal: AbortSignal): Promise<DeskKind | undefined> => {
  const { select } = await import('@inquirer/prompts');
  const choices = DESK_KINDS.map((value) => ({ value, name: DESK_NAMES[value] }));
  return select<DeskKind>({ message, choices }, { output: process.stderr, signal }).catch(unlessLeft);
};

const put = (
  settings: Record<string, unknown>,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): void => {
  if (rest.length === 0) settings[key] = value;
  else {
    const inner = { ...(settings[key] as Record<string, unknown> | undefined) };
    put(inner, rest, value);
    settings[key] = inner;
  }
};

const refuse = (what: string): never => {
  const [en, ru] = [deskWords('en'), deskWords('ru')];
  throw new UserError('E_NEEDED', en.needed(what), en.badHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.needed(what), hint: ru.badHint },
  });
};

const bad = (what: string): UserError => {
  const shown = oneLine(what).slice(0, 200);
  const [en, ru] = [deskWords('en'), deskWords('ru')];
  return new UserError('E_DESK_SETTING', en.bad(shown), en.badHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.bad(shown), hint: ru.badHint },
  });
};

const taken = (name: string): UserError => {
  const [en, ru] = [deskWords('en'), deskWords('ru')];
  return new UserError('E_DESK_TAKEN', en.taken(name), en.takenHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.taken(name), hint: ru.takenHint },
  });
};
