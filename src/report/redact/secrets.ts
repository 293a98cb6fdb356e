/** What must never leave the machine in any form: found, and replaced by one and the same mark. */

export const SECRET = '[secret]';

/** Group 1 stays, group 2 is the secret. Every repetition is bounded: no text can make these slow. */
interface Rule {
  readonly pattern: RegExp;
  readonly isSecret?: (value: string, before: string) => boolean;
}

const QUOTED = String.raw`\\"[^"\\\n]{1,400}\\"|"(?:[^"\\\n]|\\[^\n]){1,400}"|'[^'\n]{1,400}'`;
const VALUE = String.raw`${QUOTED}|[^\s"',;&<>\\}]{1,400}`;

const KEY_WORDS = [
  'passw(?:or)?d',
  'passphrase',
  'passwort',
  'mot_de_passe',
  'пароль',
  'secret',
  'token',
  'api[_-]?key',
  'access[_-]?key(?:[_-]?id)?',
  'account[_-]?key',
  'shared[_-]?key',
  'private[_-]?key',
  'encryption[_-]?key',
  'auth[_-]?key',
  'master[_-]?key',
  'signing[_-]?key',
  'pre-?shared-?key',
  'recovery[_ -]?key',
  'wep[_-]?key',
  'wpa[_-]?key',
  'wpa[_-]?psk',
  '(?<![a-z])psk',
  '(?<![a-z])sae_password',
  '(?<![a-z])pwd',
  '(?<![a-z])pass',
  'credentials?',
  'session[_-]?id',
  'keymaterial',
  'key content',
  '(?<=[?&])(?:key|sig|code|auth|signature)',
].join('|');

/** A key by whose name its value is a secret, in plain data. */
export const SECRET_KEY = new RegExp(
  `(?:${KEY_WORDS})s?\\d{0,2}$|^(?:proxy-)?authorization$|^(?:set-)?cookie2?$|^x-[a-z-]*(?:key|auth)$`,
  'i',
);

/** Values that tell a state, name a file or stand for a value: no secrets. */
const HARMLESS =
  /^(?:yes|no|true|false|on|off|y|n|none|null|nil|undefined|files?|compat|sss|systemd|db|nis|ldap|winbind|required|requisite|sufficient|optional|include|ask|prompt|auto|default|empty|set|unset|expired|invalid|wrong|incorrect|error|failed|failure|missing|never|locked|enabled|disabled|changed|present|absent|authentication|for|is|not|and|or|in|to|must|unknown|\*+|x+|!+|[-.]+|\[secret\]|\d{1,3}|\$\{.{0,40}|\$[A-Z_]{1,40}|\$\d?|\(null\)|\{|\[|\(|<.{0,40})$|^(?:~|\.{0,2})\/[\w.-]{1,60}\/|^\/(?:home|root|etc|tmp)\b|^[a-z]:\\|\.(?:pem|key|crt|cer|json|ya?ml)$/i;

export const isHarmless = (value: string): boolean =>
  HARMLESS.test(value.replace(/^\\?["']|\\?["']$/g, '')) || value.includes(SECRET);

const NUMBER = /^(?:\d+|0x[0-9a-f]{1,8})$/i;

const isTelling = (value: string, before: string): boolean => {
  if (isHarmless(value)) return false;
  const bare = value.replace(/^\\?["']|\\?["']$/g, '');
  // "Unexpected token: foo", "tokens: 4096": words of programs, not values of theirs.
  return /token|session/i.test(before) ? bare.length >= 6 && !NUMBER.test(bare) : bare.length >= 2;
};

const PREFIXES = [
  'gh[pousr]_[A-Za-z0-9]{20,255}',
  'github_pat_[A-Za-z0-9_]{20,255}',
  'gl(?:pat|dt|rt|ptt|cbt)-[\\w-]{16,100}',
  'xox[abeoprs]-[\\w-]{10,200}',
  'xapp-[\\w-]{10,200}',
  '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}',
  'sk-[A-Za-z0-9_-]{16,200}',
  '[prs]k_(?:live|test)_[A-Za-z0-9]{10,200}',
  'whsec_[A-Za-z0-9]{16,100}',
  'AIza[\\w-]{30,45}',
  'ya29\\.[\\w-]{20,400}',
  'GOCSPX-[\\w-]{20,40}',
  'npm_[A-Za-z0-9]{30,50}',
  'pypi-[\\w-]{40,400}',
  'SG\\.[\\w-]{16,40}\\.[\\w-]{16,80}',
  'hf_[A-Za-z0-9]{20,60}',
  'dop_v1_[a-f0-9]{40,80}',
  'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{20,60}',
  'sq0[a-z]{3}-[\\w-]{20,60}',
  'tskey-[\\w-]{12,100}',
  'AGE-SECRET-KEY-1[A-Z0-9]{40,80}',
  'hvs\\.[\\w-]{20,200}',
  'dapi[a-f0-9]{32}',
  'key-[a-f0-9]{32}',
  'EAA[A-Za-z0-9]{40,300}',
  '\\d{8,10}:AA[\\w-]{30,40}',
  'eyJ[\\w-]{8,2000}\\.[\\w-]{8,4000}(?:\\.[\\w-]{0,2000}){0,3}',
].join('|');

const RULES: readonly Rule[] = [
  {
    pattern:
      /(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)((?:(?!-----)[A-Za-z0-9+/=:,\s\\.()-]){1,20000})/g,
  },
  { pattern: new RegExp(`((?<![A-Za-z0-9_-]))(${PREFIXES})`, 'g') },
  { pattern: /(https:\/\/hooks\.slack\.com\/(?:services|workflows)\/)([\w/-]{8,200})/g },
  { pattern: /(https:\/\/(?:\w{1,20}\.)?discord(?:app)?\.com\/api\/webhooks\/)([\w/-]{8,200})/g },
  { pattern: /(https:\/\/[\w.-]{1,80}\.webhook\.office\.com\/)([^\s"'<>]{8,300})/g },
  {
    pattern:
      /(\b(?:proxy-)?authorization\\?["']?[ \t]{0,3}[:=][ \t]{0,3}\\?["']?(?:(?:basic|bearer|digest|token|negotiate|ntlm|apikey)[ \t]{1,3})?)([^\s"'\\]{1,4000})/gi,
  },
  { pattern: /(\bbearer[ \t]{1,3})([\w.~+/=-]{12,4000})/gi, isSecret: (value) => /\d|[A-Z]/.test(value) },
  {
    pattern: /(\bbasic[ \t]{1,3})([A-Za-z0-9+/]{8,400}={0,2})/gi,
    isSecret: (value) => /=$|\d/.test(value),
  },
  {
    pattern:
      /(\b(?:set-)?cookie2?\\?["']?[ \t]{0,3}:[ \t]{0,3}\\?["']?)([\w.-]{1,100}=[^\r\n"'\\]{2,4000})/gi,
  },
  {
    pattern:
      /((?<![\w$]))(\$(?:1|2[abxy]|5|6|7|y|gy|md5|sha1|argon2(?:id?|d)|apr1|scrypt)\$[\w./$=,+-]{8,300})/g,
  },
  { pattern: /(\bkey content[ \t]{1,20}:\s)([^\r\n]{1,100})/gi },
  { pattern: /(\bpassphrase\\?["']?[ \t]{0,3}[:=][ \t]{0,3})([^\r\n"]{2,200})/gi, isSecret: isTelling },
  {
    pattern: new RegExp(
      `((?:${KEY_WORDS})[\\w.-]{0,30}(?:\\[\\d{0,3}\\])?\\\\?["']?[ \\t]{0,3}(?:=>|:=|[:=])[ \\t]{0,3})(${VALUE})`,
      'gi',
    ),
    isSecret: isTelling,
  },
  {
    pattern: new RegExp(
      `((?<=\\s)--?(?:[a-z]{1,20}-){0,3}(?:password|passwd|pass|token|secret|api-?key|psk|passphrase|auth)[ \\t]{1,3})(?!-)(${VALUE})`,
      'gi',
    ),
    isSecret: isTelling,
  },
  { pattern: /(<(?:[a-z]{1,20}:)?(?:\w{0,20}password|keymaterial|secret|token|apikey|psk)>)([^<]{1,400})/gi },
  { pattern: /(\bsshpass[ \t]{1,3}-p[ \t]{0,3})(\S{1,200})/g },
  { pattern: /(\bmy(?:sql|sqldump|sqladmin)\s[^\n]{0,200}?\s-p)([^\s-]\S{0,100})/g },
  { pattern: /(\bpass:)(\S{3,200})/g },
  { pattern: /(\s(?:-u|--user|--proxy-user)[ =]{1,3}["']?[\w.@\\-]{1,80}:)([^\s"']{2,200})/g },
  { pattern: /(\s-U[ \t]{0,3}[\w.\\-]{1,80}%)(\S{2,200})/g },
  { pattern: /(\blogin[ \t]{1,3}\S{1,80}[ \t]{1,3}password[ \t]{1,3})(\S{1,200})/g },
  { pattern: /(\bidentified[ \t]{1,3}by[ \t]{1,3})('[^'\n]{1,200}'|"[^"\n]{1,200}")/gi },
  {
    pattern:
      /(\b(?:wpa-psk|wpa-passphrase|wireless-key1?|password)[ \t]{1,3}(?:is[ \t]{1,3}|was[ \t]{1,3})?)("[^"\n]{1,100}"|(?<=(?:wpa-psk|wpa-passphrase|wireless-key1?|is|was)[ \t]{1,3})\S{2,100})/gi,
    isSecret: isTelling,
  },
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
