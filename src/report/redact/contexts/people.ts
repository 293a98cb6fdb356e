/** Where programs name users and people. */
import { type Context, NAME } from './context.ts';

export const USERS: readonly Context[] = [
  {
    kind: 'user',
    pattern: new RegExp(
      `(\\b(?:invalid )?user(?:[ =]["']|=| )(?!name))(${NAME})(?= (?:from|by|at|via|does)\\b|["'] |["'(]|(?<=user=[\\w.-]{1,63}),)`,
      'g',
    ),
  },
  {
    kind: 'user',
    pattern: new RegExp(
      `(\\b(?:Accepted|Failed) [\\w/-]{1,40} for (?:invalid user )?)(${NAME})(?= from)`,
      'g',
    ),
  },
  { kind: 'user', pattern: new RegExp(`(\\b(?:opened|closed) for user )(${NAME})`, 'g') },
  {
    kind: 'user',
    pattern: new RegExp(`(\\b(?:username|ruser|logname|acct|auid)=["']?)(?!unset)(${NAME})`, 'g'),
  },
  { kind: 'user', pattern: new RegExp(`(\\bsudo(?:\\[\\d{1,10}\\])?: {1,12})(${NAME})(?= : )`, 'g') },
  { kind: 'user', pattern: new RegExp(`(^(?:USER|LOGNAME|USERNAME|SUDO_USER|OWNER)=)(${NAME})$`, 'gm') },
  { kind: 'user', pattern: /("(?:user_?name|login|logged_?in_?user|owner)" ?: ?")([\w. @\\-]{2,64})(?=")/gi },
  {
    kind: 'user',
    pattern:
      /(^[ \t]*(?:User ?name|Logged on user|Registered owner)[ .\t]{0,40}: ?)(\S[^\r\n]{0,62}\S)[ \t]*$/gim,
  },
  { kind: 'user', pattern: /((?<![\w-])(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{7,11}\\{1,2})([\w.-]{1,64})/g },
  {
    kind: 'person',
    pattern: /(^[\w.-]{1,32}:[^:\n]{0,120}:\d{4,6}:\d{1,6}:)([^:,\n]{3,80})(?=(?:,[^:\n]{0,80})?:\/)/gm,
  },
  {
    kind: 'person',
    pattern:
      /(\b(?:GECOS|Real Name|RealName|Full Name)\b[ .\t"]{0,30}[:=][ \t"]{0,20})([^\s"][^\n\r"]{1,60})/g,
  },
  {
    kind: 'user',
    pattern:
      /(^[ \t]*(?:Имя пользователя|Имя учетной записи|Account Name|User name|Run As User|Logon account|Запуск от имени)(?::[ \t]{0,40}|[ \t]{2,60}))([^\s:$][^\r\n:$]{1,62}?)[ \t]{0,40}\r?$/gim,
  },
  { kind: 'user', pattern: /(<Data Name=["'](?:Target|Subject)?UserName["']>)([^<$]{2,64})(?=<)/g },
  {
    kind: 'user',
    isLong: true,
    pattern: /(^[ \t]*USERNAME[ \t]{1,40}SESSIONNAME[^\n]{0,80}\n[ >])([\w.-]{2,64})/gm,
  },
  {
    kind: 'user',
    pattern:
      /((?<![\w\\.:-])(?!(?:HK[A-Z]{2,3}|HKEY_\w+|BUILTIN|AUTHORITY|NT|SERVICE|MANAGER|ROOT|PCI|USB|USBSTOR|ACPI|HID|SWD|STORAGE|SCSI|HDAUDIO|DISPLAY|BTH\w*|UEFI|IDE|DEV|SYSTEM|SOFTWARE)\\)(?=[A-Z][A-Z0-9-]{1,14}\\))([A-Z][A-Z0-9-]{1,14}\\{1,2}(?!VID_|VEN_|DISK|x[0-9a-f]{2})(?=[\w.]{0,40}[a-z0-9])[\w.-]{2,64})(?![\w\\])/g,
  },
  { kind: 'user', pattern: /(^(?:whoami\r?\n)?)([a-z0-9][a-z0-9-]{1,14}\\[a-z][\w.-]{1,63})(?=\r?$)/gm },
  { kind: 'user', pattern: /(^)([A-Za-z0-9][\w.-]{1,14}\\[A-Za-z][\w.-]{1,63})(?=[ \t]{1,40}S-1-5-21-)/gm },
  {
    kind: 'host',
    pattern:
      /(^[ \t]*(?:Account Domain|Workstation Name|Source Workstation|Домен учетной записи|Имя рабочей станции|Рабочая станция)[ .\t]{0,40}:[ \t]{1,40})(?!NT |Font |Window )([\w.-]{2,253})(?=[ \t]{0,40}\r?$)/gim,
  },
  { kind: 'user', pattern: /(\b(?:anonymous_)?identity=")([^"\n@]{2,64})(?=")/g },
  { kind: 'word', pattern: /(\bVERIFY OK: [^\n]{0,200}?\bO=)([^,\n]{2,64})/g },
  { kind: 'user', pattern: /(^)([a-z][\w.-]{0,31})(?=:[x*!]?:[1-9]\d{3,5}:\d{1,6}:)/gm },
  { kind: 'user', pattern: /(\b[ue]?uid=[1-9]\d{3,9}\()([a-z][\w.-]{0,31})(?=\))/g },
  {
    kind: 'user',
    pattern:
      /(\b(?:[Ss]ession \S{1,12} (?:of|for)|[Ss]lice of|[Mm]anager for) user )([a-z][\w.-]{0,31})(?![\w-])/g,
  },
  { kind: 'user', pattern: /(\(to [\w.-]{1,32}\) )([a-z][\w.-]{0,31})(?= on )/g },
  { kind: 'user', pattern: /(\bsudo: )([a-z][\w.-]{0,31})(?= is not )/g },
  { kind: 'user', pattern: /((?:[Пп]ользовател[ьяюе]|учетная запись) )([a-z][\w.-]{1,31})(?=[:,.(»"]|$)/gm },
  // The columns of ls, ps and who: often a service's, so not learned.
  { kind: 'owner', pattern: /(^[bcdlps-][r-][w-][\w-]{7}[.+@]? {1,4}\d{1,6} )([a-z][\w.-]{1,31})(?= )/gm },
  {
    kind: 'owner',
    pattern:
      /(^[bcdlps-][r-][w-][\w-]{7}[.+@]? {1,4}\d{1,6} {1,4}[^\s]{1,64} {1,20})([a-z][\w.-]{1,31})(?= {1,12}\d)/gm,
  },
  {
    kind: 'owner',
    pattern: /(^)([a-z][\w.-]{1,31})(?= {1,32}\d{1,8} {1,4}\d{1,3}\.\d {1,4}\d{1,3}\.\d {1,8}\d)/gm,
  },
  {
    kind: 'owner',
    pattern:
      /(^)([a-z][\w.-]{1,31})(?= {1,32}(?:pts\/|tty|console|:)\d{0,4} {1,20}(?:\d{4}-|[A-Z][a-z]{2} |\(|:))/gm,
  },
  {
    kind: 'person',
    pattern: /(^[ \t]*(?:Full Name|Полное имя)[ \t]{2,40})(\S[^\r\n]{2,60})/gm,
  },
  {
    kind: 'person',
    pattern:
      /(^[ \t]*(?:displayName|cn|gecos|Зарегистрированный владелец|Registered Owner|Владелец)[ \t]{0,10}:[ \t]{1,20})([^\s\d][^\r\n]{2,60})/gm,
  },
  {
    kind: 'person',
    isLong: true,
    pattern: /(^\[user\]\r?\n(?:[ \t]{1,8}(?!name)[^\n]{1,200}\n){0,4}[ \t]{0,8}name = )([^\r\n]{2,80})/gm,
  },
  {
    kind: 'person',
    pattern:
      /(^(?:Author|Committer|Commit|Signed-off-by|From|To|Cc|Reply-To):[ \t]{1,8}"?)([^\s<"@][^<"@\r\n]{1,80}?)(?="? <)/gm,
  },
  { kind: 'person', pattern: /(^[ \t]*User Name: )([^\s(][^(\r\n]{1,60}?)(?= \()/gm },
  {
    kind: 'person',
    pattern: /("(?:full_?name|real_?name)" ?: ?")([^"\n/ ]{1,40} [^"\n/]{1,60})(?=")/gi,
  },
];
