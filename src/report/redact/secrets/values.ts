/** What a secret looks like, and what stands in its place without being one. */

export const SECRET = '[secret]';

const QUOTED = String.raw`\\"[^"\\\n]{1,400}\\"|"(?:[^"\\\n]|\\[^\n]){1,400}"|'[^'\n]{1,400}'`;
/** As a pattern: quoted, or up to what ends a word. */
export const VALUE = String.raw`${QUOTED}|[^\s"',;&<>\\}]{1,400}`;

/** Values that tell a state, name a file or stand for a value: no secrets. */
const HARMLESS =
  /^(?:yes|no|true|false|on|off|y|n|none|null|nil|undefined|files?|compat|sss|systemd|db|nis|ldap|winbind|required|requisite|sufficient|optional|include|ask|prompt|auto|default|empty|set|unset|expired|invalid|wrong|incorrect|error|failed|failure|missing|never|locked|enabled|disabled|changed|present|absent|authentication|for|is|not|and|or|in|to|must|unknown|\*+|x+|!+|[-.]+|\[secret\]|\d{1,3}|\$\{.{0,40}|\$[A-Z_]{1,40}|\$\d?|\(null\)|\([a-z]{2,20}|\{|\[|\(|<.{0,40})$|^(?:~|\.{0,2})\/(?:[a-z][a-z0-9._-]{1,60}|[A-Z][a-z]{1,30})\/|^\/(?:home|root|etc|tmp)\b|^[a-z]:\\|\.(?:pem|key|crt|cer|json|ya?ml)$/i;

const bare = (value: string): string => value.replace(/^\\?["']|\\?["']$/g, '');

export const isHarmless = (value: string): boolean => HARMLESS.test(bare(value)) || value.includes(SECRET);

const NUMBER = /^(?:\d+|0x[0-9a-f]{1,8})$/i;

/** `before`: the key and what stands between. */
export const isTelling = (value: string, before: string): boolean => {
  if (isHarmless(value)) return false;
  const inner = bare(value);
  // "Unexpected token: foo", "tokens: 4096": words of programs, not values of theirs.
  return /token|session/i.test(before) ? inner.length >= 6 && !NUMBER.test(inner) : inner.length >= 2;
};

/** No word of a language and no plain number: letters and digits, or signs within. */
export const isMade = (value: string): boolean => {
  const inner = bare(value);
  if (inner.length < 6 || isHarmless(value)) return false;
  return (/\d/.test(inner) && /\p{L}/u.test(inner)) || /^\d{8,}$/.test(inner);
};

/** Made by chance: all kinds of characters, or hexadecimal and long. A version, a date or a name are not. */
export const isRandom = (value: string): boolean => {
  const inner = bare(value).replace(/=+$/, '');
  if (inner.length < 10 || !/^[\w+/.~-]+$/.test(inner) || isHarmless(value)) return false;
  if (/^[0-9a-f]{32,}$/i.test(inner)) return true;
  return /[a-z]/.test(inner) && /[A-Z]/.test(inner) && /\d/.test(inner) && bitsEach(inner) > 3;
};

/** Shannon's entropy of one character. */
const bitsEach = (text: string): number => {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (bits, count) => bits - (count / text.length) * Math.log2(count / text.length),
    0,
  );
};
