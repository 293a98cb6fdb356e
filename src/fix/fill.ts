/** What a finding names, put into the commands of a fix: only what can be nothing but a word there. */
import type { Param, Params } from '../contract.ts';

export type Argv = readonly string[];

export type Filling =
  | { readonly status: 'filled'; readonly argv: Argv }
  /** `missing`: the finding names no such thing. `harmful`: it does, and it is more than a word. */
  | { readonly status: 'unfilled'; readonly name: string; readonly why: 'missing' | 'harmful' };

/** `{adapter}` becomes what the finding calls so; as a whole, or not at all. */
export const filled = (argv: Argv, params: Params): Filling => {
  const words: string[] = [];
  for (const word of argv) {
    const result = filledWord(word, params, argv[0] ?? '');
    if (typeof result !== 'string') return result;
    words.push(result);
  }
  return { status: 'filled', argv: words };
};

const PLACEHOLDER = /\{(\w+)\}/g;

/** What bcdedit calls its entries is written just like a placeholder. */
const BCD_ENTRIES: ReadonlySet<string> = new Set(['current', 'default', 'bootmgr']);

const filledWord = (
  word: string,
  params: Params,
  program: string,
): string | Exclude<Filling, { status: 'filled' }> => {
  let unfilled: Exclude<Filling, { status: 'filled' }> | undefined;
  const text = word.replace(PLACEHOLDER, (placeholder, name: string) => {
    if (program === 'bcdedit' && BCD_ENTRIES.has(name)) return placeholder;
    const value = Object.hasOwn(params, name) ? asText(params[name]) : undefined;
    const isHarmless = value !== undefined && (isWithinScript(word) ? isToken : isWord)(value);
    if (isHarmless) return value;
    unfilled ??= { status: 'unfilled', name, why: value === undefined ? 'missing' : 'harmful' };
    return placeholder;
  });
  return unfilled ?? text;
};

const asText = (value: Param | undefined): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
};

/** A value is a word of its own, the value of an option (`name={adapter}`), or a path that goes on (`{file}.bak`). */
const STANDS_ALONE = /^(?:[\w-]+=)?\{\w+\}(?:\.[\w.-]+)?$/;

/** Elsewhere the word may be a script (sed, PowerShell), where a blank or a slash ends more than a word. */
const isWithinScript = (word: string): boolean => !STANDS_ALONE.test(word);

const MOST_CHARACTERS = 200;

const isToken = (value: string): boolean =>
  value.length <= MOST_CHARACTERS && /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u.test(value) && !value.includes('..');

/** Letters, numbers and what names are made of: no quotes, no `$`, no wildcards, nothing that cannot be seen. */
const WORD = /^[\p{L}\p{N}_/(@][\p{L}\p{M}\p{N} _.:@%+=,/()[\]\\-]*$/u;
const WITH_SLASH = /[\\/]/;
const ABSOLUTE = /^(?:\/(?!\/)|[A-Za-z]:\\)/;
/** `192.0.2.0/24` is no path. */
const PREFIX = /^[0-9A-Fa-f.:]+\/\d{1,3}$/;

const isWord = (value: string): boolean => {
  if (value.length > MOST_CHARACTERS || !WORD.test(value) || value !== value.trim()) return false;
  if (!WITH_SLASH.test(value) || PREFIX.test(value)) return true;
  return ABSOLUTE.test(value) && !value.split(WITH_SLASH).some((part) => part === '..' || part === '.');
};
