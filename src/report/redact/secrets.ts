/** What must never leave the machine in any form: found, and replaced by one and the same mark. */
import { COMMAND_RULES } from './secrets/commands.ts';
import { ISSUED } from './secrets/issued.ts';
import { KEY_RULES } from './secrets/keys.ts';
import { HEADERS, PLACES, WORDS_AND_TAGS } from './secrets/places.ts';
import type { Rule } from './secrets/rule.ts';
import { SECRET } from './secrets/values.ts';
import { allOf } from './sieve/all.ts';

export { SECRET_KEY } from './secrets/keys.ts';
export { isHarmless, SECRET } from './secrets/values.ts';

export const RULES: readonly Rule[] = [
  ...PLACES,
  ...ISSUED,
  ...HEADERS,
  ...KEY_RULES,
  ...COMMAND_RULES,
  ...WORDS_AND_TAGS,
];

export interface FoundSecret {
  /** Where it begins. */
  readonly at: number;
  readonly value: string;
}

/** `rules`: those that could find something there. */
export const secretsIn = (text: string, rules: readonly Rule[]): readonly FoundSecret[] =>
  rules.length === 0 ? NONE : rules.flatMap((rule) => found(text, rule));

const NONE: readonly FoundSecret[] = [];

const found = (text: string, { pattern, isSecret }: Rule): readonly FoundSecret[] =>
  allOf(text, pattern).flatMap(({ index, 1: before = '', 2: value = '' }) =>
    value.includes(SECRET) || isSecret?.(value, before) === false
      ? []
      : [{ at: index + before.length, value: value.replace(/^\\?["']|\\?["']$/g, '') }],
  );

/** Like nothing that could stand elsewhere by chance: hidden, and looked for, wherever it stands. */
export const isDistinctSecret = (value: string): boolean =>
  value.length >= 8 && value.length <= 400 && /\d/.test(value) && /\p{L}/u.test(value) && !/\s/.test(value);

type Hold = (token: string) => string;

/** `hold` sets a token aside, so that nothing looks into it again. */
export const hideSecrets = (text: string, rules: readonly Rule[], hold: Hold): string =>
  rules.reduce((hidden, rule) => replaced(hidden, rule, hold), text);

const replaced = (text: string, { pattern, isSecret }: Rule, hold: Hold): string =>
  text.replace(pattern, (whole: string, before: string, value: string) =>
    value.includes(SECRET) || isSecret?.(value, before) === false ? whole : `${before}${hide(value, hold)}`,
  );

const hide = (value: string, hold: Hold): string => {
  const [, quote = ''] = /^(\\?["'])/.exec(value) ?? [];
  return quote !== '' && value.endsWith(quote) && value.length >= 2 * quote.length
    ? `${quote}${hold(SECRET)}${quote}`
    : hold(SECRET);
};
