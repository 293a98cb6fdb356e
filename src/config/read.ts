/** Reads a configuration file and holds it against what is allowed. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { defaultLoaders } from 'lilconfig';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Language, Settings } from '../contract.ts';
import { UserError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { deskSettings } from '../ticket/desks.ts';
import { secretSource } from '../ticket/secret-source.ts';
import type { Config, LoadOptions } from './load.ts';
import { describe } from './mistakes.ts';
import { clearSecrets } from './secrets.ts';
import { merge, settingsSchema } from './settings.ts';

export const readConfig = async (path: string, options: LoadOptions): Promise<Partial<Config>> =>
  validate(path, (await contentOf(path)) ?? {}, options);

const contentOf = async (path: string): Promise<unknown> => {
  const load = LOADERS[extname(path)] ?? parseText;
  try {
    const content = await load(path, await readFile(path, 'utf8'));
    // An alias or a program can make what is no plain data: circles, numbers without end.
    JSON.stringify(content);
    return content;
  } catch (cause) {
    const [why = ''] = textOf(cause).split('\n');
    throw mistake(
      { en: [why], ru: [why] },
      { en: `Cannot read the configuration ${path}`, ru: `Не удалось прочитать настройки ${path}` },
      {
        en: 'Put the file right, or name another one with --config FILE.',
        ru: 'Исправьте файл или укажите другой: --config ФАЙЛ.',
      },
      cause,
    );
  }
};

/** A program may throw anything. */
const textOf = (cause: unknown): string => {
  if (cause instanceof Error) return cause.message;
  return typeof cause === 'string' ? cause : typeof cause;
};

/** JSON is YAML. */
const parseText = (_path: string, text: string): unknown =>
  parseYaml(text, { prettyErrors: true, logLevel: 'error' });

const LOADERS: Readonly<Record<string, (path: string, text: string) => unknown>> = {
  '.js': (path, text) => defaultLoaders['.js']?.(path, text),
  '.mjs': (path, text) => defaultLoaders['.mjs']?.(path, text),
  '.json': (path, text) => defaultLoaders['.json']?.(path, text),
};

const validate = async (path: string, content: unknown, options: LoadOptions): Promise<Partial<Config>> => {
  const secrets = clearSecrets(content);
  if (secrets.length > 0) {
    throw mistake(
      { en: secrets, ru: secrets },
      {
        en: `${path} holds a secret in clear`,
        ru: `В файле ${path} секрет записан открытым текстом`,
      },
      {
        en: 'Say where it is to be had instead: secret: { env: NAME } or secret: { command: [program, argument] }. Treat what stood there as known to others.',
        ru: 'Укажите, откуда его взять: secret: { env: ИМЯ } или secret: { command: [программа, аргумент] }. Считайте, что прежний секрет известен посторонним.',
      },
    );
  }
  const named = isRecord(content) ? options.checkIds.filter((id) => Object.hasOwn(content, id)) : [];
  const defaults = new Map(
    await Promise.all(named.map(async (id) => [id, await options.defaultsOf(id)] as const)),
  );
  const modules = Object.fromEntries(
    [...defaults].map(([id, settings]) => [id, settingsSchema(settings).optional()]),
  );
  const parsed = z.strictObject({ ...general(options.checkIds), ...modules }).safeParse(content);
  if (!parsed.success) {
    const keysAt = (at: readonly PropertyKey[]) => keysOf(at, options.checkIds, defaults);
    const lines = (language: Language) => describe(parsed.error.issues, content, keysAt, language);
    throw mistake(
      { en: lines('en'), ru: lines('ru') },
      { en: `The configuration ${path} has a mistake`, ru: `В настройках ${path} ошибка` },
      {
        en: 'Put the file right, or name another one with --config FILE.',
        ru: 'Исправьте файл или укажите другой: --config ФАЙЛ.',
      },
    );
  }
  const { data } = parsed;
  const settings = [...defaults].map(([id, before]) => {
    // The schema of this key was made from the module's own settings.
    const changes = (data as Readonly<Record<string, Settings | undefined>>)[id];
    return [id, merge(before, changes ?? {})] as const;
  });
  const {
    language,
    timeout,
    failOn,
    accessible,
    checks,
    desks,
    contact,
    requestKey,
    trees,
    redact,
    report,
    history,
  } = data;
  return {
    ...(language !== undefined && { language }),
    ...(timeout !== undefined && { timeout }),
    ...(failOn !== undefined && { failOn }),
    ...(accessible !== undefined && { accessible }),
    ...(checks !== undefined && { checks }),
    ...(desks !== undefined && { desks }),
    ...(contact !== undefined && { contact }),
    ...(requestKey !== undefined && { requestKey }),
    ...(trees !== undefined && { trees }),
    ...(redact !== undefined && { redact }),
    ...(report !== undefined && { report }),
    ...(history !== undefined && { history }),
    settings: Object.fromEntries(settings),
  };
};

const MAX_TIMEOUT_S = 600;
const MAX_TREES = 50;

/** As it is given on the command line. */
const DESK_NAME = /^[a-z0-9][a-z0-9-]{0,30}$/;

const contactSchema = z.strictObject({
  name: z.string().default(''),
  email: z.string().default(''),
  phone: z.string().default(''),
});

const general = (checkIds: readonly string[]) => ({
  language: z.enum(['en', 'ru']).optional(),
  timeout: z.number().positive().max(MAX_TIMEOUT_S).optional(),
  failOn: z.enum(['warning', 'critical']).optional(),
  accessible: z.boolean().optional(),
  checks: z.array(z.enum(checkIds)).min(1).optional(),
  /** By name; the first one is meant where none is named. */
  desks: z.record(z.string().regex(DESK_NAME), deskSettings).optional(),
  contact: contactSchema.optional(),
  /** Of the support team: what an agent asks for in a reply must be signed with it. */
  requestKey: secretSource.optional(),
  /** What is in them is told with its line, by those who use them. */
  trees: z.array(z.unknown()).max(MAX_TREES).optional(),
  redact: redactSchema.optional(),
  report: reportSchema.optional(),
  history: z.enum(['on', 'off']).optional(),
});

const redactSchema = z.strictObject({
  keep: z.array(z.string()).default([]),
  words: z.array(z.string()).default([]),
  level: z.enum(['standard', 'strict']).default('standard'),
  keepVendors: z.boolean().default(false),
  tokens: z.enum(['keep', 'forget']).default('keep'),
  passphrase: secretSource.optional(),
});

const reportSchema = z.strictObject({
  encryptTo: z.array(z.string()).default([]),
  url: z.url({ protocol: /^(?:https?|mailto)$/ }).optional(),
});

/** The keys that are allowed at a path: for "did you mean". */
const keysOf = (
  path: readonly PropertyKey[],
  checkIds: readonly string[],
  defaults: ReadonlyMap<string, Settings>,
): readonly string[] => {
  const [first, ...rest] = path;
  if (first === undefined) return [...Object.keys(general(checkIds)), ...checkIds];
  if (first === 'redact') return Object.keys(redactSchema.shape);
  if (first === 'report') return Object.keys(reportSchema.shape);
  if (first === 'contact') return Object.keys(contactSchema.shape);
  const at = rest.reduce<unknown>(
    (value, key) => (Array.isArray(value) ? value[0] : isRecord(value) ? value[String(key)] : undefined),
    defaults.get(String(first)),
  );
  return isRecord(at) ? Object.keys(at) : [];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MAX_LINES = 8;

const mistake = (
  lines: Readonly<Record<Language, readonly string[]>>,
  message: Readonly<Record<Language, string>>,
  hint: Readonly<Record<Language, string>>,
  cause?: unknown,
): UserError => {
  const told = (language: Language) =>
    `${message[language]}:\n${lines[language]
      .slice(0, MAX_LINES)
      .map((line) => `  ${line}`)
      .join('\n')}`;
  return new UserError('E_CONFIG', told('en'), hint.en, {
    exitCode: EXIT.config,
    ru: { message: told('ru'), hint: hint.ru },
    ...(cause !== undefined && { cause }),
  });
};
