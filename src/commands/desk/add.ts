/** `desk add`: asks for what is needed, tests it, shows what would be sent, and writes it into the configuration. */
import { rmSync } from 'node:fs';
import type { Language } from '../../contract.ts';
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
  const name = named ?? (mayAsk ? await ask(words.askName, signal, { default: kind }) : refuse('NAME'));
  if (name === undefined) return left();
  if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(name)) throw bad(name);
  if (Object.hasOwn(config.desks ?? {}, name)) throw taken(name);

  const settings: Record<string, unknown> = { kind, ...settingsFrom(options.set ?? []) };
  for (const { key, about, isOptional, wrong } of missingKeys(kind, settings)) {
    if (isOptional && !mayAsk) continue;
    const validate = (answer: string) => {
      const what = wrong(answer);
      return what === undefined ? true : words.bad(what);
    };
    const answer = mayAsk
      ? await ask(words.askSetting(key, about), signal, { validate })
      : refuse(`--set ${key}=…`);
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
  const around: Around = {
    path: configPath(config.file),
    name,
    language,
    signal,
    isAgreed: options.yes === true,
  };
  const file =
    secret !== undefined && 'pasted' in secret ? keepSecret(around.path, name, secret.pasted) : undefined;
  const source = file === undefined ? secret : { file };
  if (source !== undefined) put(settings, secretKey ?? [], source);
  let isAdded = false;
  try {
    const outcome = await addSettings(settings, around);
    isAdded = outcome.isAdded;
    if (isAdded && file !== undefined) await printError(words.keptSecret(oneLine(file)));
    return outcome.status ?? left();
  } finally {
    // A secret that no desk uses is not left lying about.
    if (!isAdded && file !== undefined) rmSync(file, { force: true });
  }
};

interface Around {
  readonly path: string;
  readonly name: string;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly isAgreed: boolean;
}

interface Outcome {
  /** Or it is printed for a configuration that we do not write. */
  readonly isAdded: boolean;
  /** None where the person left. */
  readonly status?: number;
}

/** Tests the desk, shows what would be sent, and writes it after a yes. */
const addSettings = async (settings: Record<string, unknown>, around: Around): Promise<Outcome> => {
  const { path, name, language, signal, isAgreed } = around;
  const words = deskWords(language);
  const parsed = deskSettings.safeParse(settings);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw bad(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const desk = await makeDesk(parsed.data, environment);
  const status = await tryOut(desk, language, signal);
  await printError(dryRun(desk, language));
  if (signal.aborted) return { isAdded: false };
  const agreed = isAgreed ? 'yes' : await agrees(words.sure(oneLine(path)), signal);
  if (agreed === 'nobody') refuse('--yes');
  if (agreed !== 'yes') {
    await print(`${words.notWritten}\n`);
    return agreed === 'left' ? { isAdded: false } : { isAdded: false, status: EXIT.ok };
  }
  const written = await writeDesk(path, name, settings as DeskSettings); // checked above; its defaults stay out
  if (written.status === 'program') {
    await print(`${words.notYaml(oneLine(path))}\n${written.text}`);
    return { isAdded: true, status: EXIT.warning };
  }
  await print(`${words.written(name, oneLine(path))}\n`);
  return { isAdded: true, status: status === EXIT.unknown ? EXIT.ok : status };
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
