/** Chooses the language of a run. */
import type { Language } from '../contract.ts';
import { type CoreWords, en } from './core.en.ts';
import { ru } from './core.ru.ts';

export const words = (language: Language): CoreWords => ({ en, ru })[language];

/** The first of LC_ALL, LC_MESSAGES and LANG that is set, as POSIX says; English where none tells. */
export const languageFrom = (env: Readonly<Record<string, string | undefined>>): Language => {
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return /^ru(_|\.|@|-|$)/i.test(set ?? '') ? 'ru' : 'en';
};
