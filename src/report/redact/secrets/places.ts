/** Secrets by the place they stand in: armours, headers, files of credentials, connection strings, tags. */
import type { Rule } from './rule.ts';
import { isTelling } from './values.ts';

export const PLACES: readonly Rule[] = [
  {
    isLong: true,
    pattern:
      /(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)((?:(?!-----)[A-Za-z0-9+/=:,\s\\.()-]){1,20000})/g,
  },
  {
    isLong: true,
    pattern:
      /(\bPrivate-Lines: \d{1,4}\r?\n)([A-Za-z0-9+/=]{1,100}(?:\r?\n[A-Za-z0-9+/=]{1,100}){0,200})(?![\w-])/g,
  },
  { pattern: /(\bPrivate-(?:MAC|Hash): )([0-9a-f]{8,80})/g },
];

export const HEADERS: readonly Rule[] = [
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
  // A file of cookies, as browsers and curl keep it.
  {
    pattern:
      /(\t(?:TRUE|FALSE)\t[^\t\n]{1,200}\t(?:TRUE|FALSE)\t\d{1,12}\t[^\t\n]{1,100}\t)([^\t\r\n]{2,4000})/gm,
  },
  // host:port:database:user:password, of .pgpass.
  {
    pattern:
      /(^(?:\*|localhost|[\w.-]{0,100}[g-z.][\w.-]{0,100}):(?:\d{3,5}|\*):[^:\s]{1,63}:[^:\s]{1,63}:)([^:\s]{4,200})$/gm,
  },
  // Network devices, and what speaks to them.
  {
    pattern:
      /(\b(?:SNMP Community String[ \t]{0,20}: ?|snmp-server community |r[ow]community6?[ \t]{1,8}))(\S{2,100})/gi,
    isSecret: (value) => value !== 'public',
  },
  { pattern: /(\b(?:password|secret|key-string|key) [5789] )(\S{6,200})/g },
  { pattern: /( : (?:PSK|EAP|XAUTH|NTLM|PIN) )("[^"\n]{2,200}"|0[sx][\w+/=]{4,200})/g },
  {
    pattern:
      /(^"[\w.@\\-]{1,64}"[ \t]{1,20}(?:\*|"?[\w.-]{1,64}"?)[ \t]{1,20})("[^"\n]{4,100}")(?=[ \t]{1,20}(?:\*|"?[\d.]))/gm,
  },
  { pattern: /(\bjdbc:oracle:[a-z]{1,8}:[\w.-]{1,64}\/)([^@\s"']{2,200})(?=@)/g },
  { pattern: /(\bsqlplus[ \t]{1,3}(?:-\w{1,3}[ \t]{1,3}){0,3}[\w.-]{1,64}\/)([^@\s"']{2,200})(?=@)/g },
  { pattern: /(:)([^@\s"':/]{2,200})(?=@(?:tcp|unix)\()/g },
  { pattern: /(\bWIFI:(?:[TSHRI]:[^;\n]{0,64};){0,5}P:)([^;\n]{2,100})(?=;)/g },
  { pattern: /(\bkey content[ \t]{1,20}:\s)([^\r\n]{1,100})/gi },
  { pattern: /(\bpassphrase\\?["']?[ \t]{0,3}[:=][ \t]{0,3})([^\r\n"]{2,200})/gi, isSecret: isTelling },
];

export const WORDS_AND_TAGS: readonly Rule[] = [
  {
    pattern:
      /(<(?:[a-z]{1,20}:)?(?:\w{0,20}password|keymaterial|secret|token|apikey|psk)(?: [^<>\n]{1,200})?>)([^<]{1,400})/gi,
  },
  {
    pattern:
      /(\b(?:wpa-psk|wpa-passphrase|wireless-key1?|password)[ \t]{1,3}(?:is[ \t]{1,3}|was[ \t]{1,3})?)("[^"\n]{1,100}"|(?<=(?:wpa-psk|wpa-passphrase|wireless-key1?|is|was)[ \t]{1,3})\S{2,100})/gi,
    // 'key_mgmt=WPA-PSK proto=RSN': the next setting.
    isSecret: (value, before) => isTelling(value, before) && !value.includes('='),
  },
];
