/** The language of the command line, before it is parsed: help and errors are told in it too. */
import type { Language } from '../contract.ts';
import { languageFrom } from './language.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `--lang`, then what POSIX says. */
export const spokenLanguage = (argv: readonly string[], env: Env): Language => {
  const at = argv.indexOf('--lang');
  const asked = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice(7);
  return asked === 'en' || asked === 'ru' ? asked : languageFrom(env);
};
