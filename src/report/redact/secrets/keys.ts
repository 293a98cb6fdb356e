/** Names of keys beside which a secret stands: `password=`, `"apiKey":`, `<add key="SmtpPassword" value=`. */
import type { Rule } from './rule.ts';
import { isMade, isRandom, isTelling, VALUE } from './values.ts';

const KEY_WORDS = [
  'passw(?:or)?d',
  'passphrase',
  'passwort',
  'passcode',
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
  'hmac[_-]?key',
  'client-key-data',
  'pre-?shared-?key',
  'recovery[_ -]?key',
  'wep[_-]?key',
  'wpa[_-]?key',
  'wpa[_-]?psk',
  'psk(?<![a-z]psk)',
  'pwd(?<![a-z]pwd)',
  'pass(?<![a-z]pass)',
  '(?:db|smtp|imap|ftp|ldap|mail|root|user|admin|bind|root)_?(?:pass|pw|pwd)(?![a-z])',
  'authtok',
  'cli_auth',
  'credentials?',
  'session[_-]?id',
  'keymaterial',
  'key content',
  '[?&](?:key|sig|code|auth|signature)',
].join('|');

/** A key by whose name its value is a secret, in plain data. */
export const SECRET_KEY = new RegExp(
  `(?:${KEY_WORDS})s?\\d{0,2}$|^(?:proxy-)?authorization$|^(?:set-)?cookie2?$|^x-[a-z-]*(?:key|auth)$`,
  'i',
);

/** What stands between a key and its value, also where these are no neighbours. */
const BETWEEN = [
  String.raw`(?:\[\d{0,3}\])?\\?["']?[ \t]{0,3}(?:=>|:=|[:=])[ \t]{0,40}`,
  String.raw`["'][ \t]{1,3}value=`,
  // Not the next key of an object.
  String.raw`["'],[ \t]{0,3}(?!["'][^"'\n]{0,100}["'][ \t]{0,3}:)`,
  String.raw`[ \t]{1,40}REG_\w{2,12}[ \t]{1,40}`,
].join('|');

/** The value may stand on the line below. */
const BELOW = [
  String.raw`</key>\s{0,40}<string>`,
  String.raw`\r?\n[ \t]{1,40}value:[ \t]{1,4}`,
  String.raw`>\s{0,40}<value>`,
].join('|');

export const KEY_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`((?:${KEY_WORDS})[\\w.-]{0,30}(?:${BETWEEN}))(${VALUE})`, 'gi'),
    isSecret: isTelling,
  },
  {
    isLong: true,
    pattern: new RegExp(`((?:${KEY_WORDS})[\\w.-]{0,30}(?:${BELOW}))(${VALUE})`, 'gi'),
    isSecret: isTelling,
  },
  // Words between: 'temporary password is generated for root@localhost: …'.
  {
    pattern: /(\b(?:password|passcode|token|secret)[ \t]{1,3}[\w@'. ]{2,60}:[ \t]{1,3})([^\s"'<>]{6,200})/gi,
    isSecret: isMade,
  },
  {
    pattern: /(парол[ьяюе][ \t]{1,3}[\p{L}\d'«».,() ]{1,60}[:=–—-][ \t]{0,3})([^\s"'<>]{4,200})/giu,
    isSecret: isMade,
  },
  // Words without a sign between: 'password x1y2z3', 'requirepass x'.
  {
    pattern: /((?<![\w-])password[ \t]{1,3})([^\s"',;<>]{6,200})/gi,
    isSecret: (value) => isMade(value) && !/^(?:sha|md|aes|pam_|pbkdf|x?crypt)|[(:=]/i.test(value),
  },
  { pattern: /(^[ \t]{0,20}(?:requirepass|masterauth|bindpw|rootpw|rootbindpw)[ \t]{1,8})(\S{2,200})/gim },
  {
    pattern:
      /((?<![\w])(?:private-key|preshared-key|secret|token|key|option key|option password)[ \t]{1,3})("[^"\n]{8,400}"|'[^'\n]{8,400}'|[\w+/=~.-]{20,400})/gi,
    isSecret: isRandom,
  },
  // A random value beside a key whose name says less.
  {
    pattern:
      /((?:key|auth|sig|signature|cred|seed|nonce|salt|otp)(?<!public[_-]?key|host[_-]?key)\\?["']?[ \t]{0,3}(?:=>|:=|[:=])[ \t]{0,3})(\\?["']?[\w+/~.-]{16,400}={0,2}\\?["']?)(?![\w+/.-])/gi,
    isSecret: (value) => isRandom(value) && !/^[\\"']{0,2}[0-9a-f]+[\\"']{0,2}$/i.test(value),
  },
  {
    pattern:
      /((?<![A-Za-z])(?:puk|pin)\d?(?:[ _-]?code)?\\?["']?[ \t]{0,3}[:=][ \t]{0,3}\\?["']?)(\d{4,8})(?!\d)/gi,
  },
  { pattern: /(содержимое ключа[ \t]{0,20}:[ \t]{1,3})([^\r\n]{1,100})/gi },
  {
    pattern: /("(?:d|k|p|q|dp|dq|qi)" ?: ?")([\w-]{40,2000})(?=")/g,
    isSecret: (value) => !/^[0-9a-f]+$/i.test(value),
  },
];
