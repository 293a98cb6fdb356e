/** What must never leave the machine in any form: found, and replaced by one and the same mark. */
import { COMMAND_RULES } from './secrets/commands.ts';
import { ISSUED } from './secrets/issued.ts';
import { KEY_RULES } from './secrets/keys.ts';
import { HEADERS, PLACES, WORDS_AND_TAGS } from './secrets/places.ts';
import type { Rule } from './secrets/rule.ts';
import { SECRET } from './secrets/values.ts';

export { SECRET_KEY } from './secrets/keys.ts';
export { isHarmless, SECRET } from './secrets/values.ts';

const RULES: readonly Rule[] = [
  ...PLACES,
  ...ISSUED,
  ...HEADERS,
  ...KEY_RULES,
  ...COMMAND_RULES,
  ...WORDS_AND_TAGS,
];

/** Every secret in a text, with where it begins. */
export const secretsIn = (text: string): readonly { readonly at: number; readonly value: string }[] =>
  RULES.flatMap(({ pattern, isSecret }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 1: before = '', 2: value = '' }) =>
      value.includes(SECRET) || isSecret?.(value, before) === false
        ? []
        : [{ at: index + before.length, value: value.replace(/^\\?["']|\\?["']$/g, '') }],
    ),
  );

/** Like nothing that could stand elsewhere by chance: hidden, and looked for, wherever it stands. */
export const isDistinctSecret = (value: string): boolean =>
  value.length >= 8 && value.length <= 400 && /\d/.test(value) && /\p{L}/u.test(value) && !/\s/.test(value);

/** `hold` sets a token aside, so that nothing looks into it again. */
export const hideSecrets = (text: string, hold: (token: string) => string): string =>
  RULES.reduce(
    (rest, { pattern, isSecret }) =>
      rest.replace(pattern, (whole: string, before: string, value: string) =>
        value.includes(SECRET) || isSecret?.(value, before) === false
          ? whole
          : `${before}${hide(value, hold)}`,
      ),
    text,
  );

const hide = (value: string, hold: (token: string) => string): string => {
  const [, quote = ''] = /^(\\?["'])/.exec(value) ?? [];
  return quote !== '' && value.endsWith(quote) && value.length >= 2 * quote.length
    ? `${quote}${hold(SECRET)}${quote}`
    : hold(SECRET);
};
