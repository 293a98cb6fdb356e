/** What must never leave the machine in any form: found, and replaced by one and the same mark. */
import { escaped } from './patterns.ts';
import { COMMAND_RULES } from './secrets/commands.ts';
import { ISSUED } from './secrets/issued.ts';
import { KEY_RULES } from './secrets/keys.ts';
import { HEADERS, PLACES, WORDS_AND_TAGS } from './secrets/places.ts';
import type { Rule } from './secrets/rule.ts';
import { SECRET } from './secrets/values.ts';
import { allOf } from './sieve/all.ts';
import { requiredBy } from './sieve/required.ts';

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

/** Whether a pattern could match in the text at hand. */
type May = (pattern: RegExp) => boolean;

export interface FoundSecret {
  /** Where it begins. */
  readonly at: number;
  readonly value: string;
}

/** Secrets on one line. */
export const secretsOnLine = (line: string, may: May): readonly FoundSecret[] => {
  let all: readonly FoundSecret[] = [];
  for (const rule of LINE_RULES) {
    if (!may(rule.pattern)) continue;
    const more = found(line, rule);
    if (more.length > 0) all = [...all, ...more];
  }
  return all;
};

/** Secrets of many lines: keys, and values below their names. */
export const longSecrets = (text: string): readonly FoundSecret[] =>
  LONG_RULES.flatMap((rule) => (rule.hint.test(text) ? found(text, rule) : []));

const found = (text: string, { pattern, isSecret }: Rule): readonly FoundSecret[] =>
  allOf(text, pattern).flatMap(({ index, 1: before = '', 2: value = '' }) =>
    value.includes(SECRET) || isSecret?.(value, before) === false
      ? []
      : [{ at: index + before.length, value: value.replace(/^\\?["']|\\?["']$/g, '') }],
  );

/** With what each cannot match without: they are tried on whole texts, so seldom in vain. */
const LONG_RULES = RULES.filter(({ isLong }) => isLong).map((rule) => ({
  ...rule,
  hint: new RegExp((requiredBy(rule.pattern) ?? ['']).map(escaped).join('|'), 'i'),
}));
const LINE_RULES = RULES.filter(({ isLong }) => !isLong);

/** Like nothing that could stand elsewhere by chance: hidden, and looked for, wherever it stands. */
export const isDistinctSecret = (value: string): boolean =>
  value.length >= 8 && value.length <= 400 && /\d/.test(value) && /\p{L}/u.test(value) && !/\s/.test(value);

type Hold = (token: string) => string;

/** `hold` sets a token aside, so that nothing looks into it again. */
export const hideSecretsOnLine = (line: string, may: May, hold: Hold): string => {
  let text = line;
  for (const rule of LINE_RULES) if (may(rule.pattern)) text = replaced(text, rule, hold);
  return text;
};

export const hideLongSecrets = (text: string, hold: Hold): string => {
  let hidden = text;
  for (const rule of LONG_RULES) if (rule.hint.test(hidden)) hidden = replaced(hidden, rule, hold);
  return hidden;
};

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
