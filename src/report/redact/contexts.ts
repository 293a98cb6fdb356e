/** Places in programs' output that say of what stands there: this is a user, a host, a network's name, a serial number. */

export type Kind = 'user' | 'person' | 'host' | 'domains' | 'ssid' | 'serial' | 'id';

/** Group 1 stays, group 2 is the value. Line by line, every repetition bounded. */
interface Context {
  readonly kind: Kind;
  readonly pattern: RegExp;
}

const NAME = '[A-Za-z_][\\w.-]{0,62}';
const SERIAL_KEY = `(?:serial[ _-]?(?:number|no|num|n)|iserial|id_serial(?:_short)?|id_wwn(?:_with_extension)?|serial|ioplatformserialnumber|service ?tag|asset ?tag|lu wwn device id|logical unit id|hardware uuid|iccid|imei|meid|unique_?id|device_?serial)`;

export const CONTEXTS: readonly Context[] = [
  // Host names and domains.
  { kind: 'host', pattern: /(^Linux )(?!version )([\w.-]{1,253})(?= \d+\.\d+)/gm },
  { kind: 'host', pattern: /(^Darwin )([\w.-]{1,253})(?= \d+\.\d+)/gm },
  {
    kind: 'host',
    pattern:
      /(^(?:<\d{1,3}>\d? ?)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]{5,18}(?:Z|[+-]\d\d:?\d\d)) )([A-Za-z][\w.-]{0,253})(?= [\w./@ ()-]{1,80}(?:\[\d{1,10}\])?:)/gm,
  },
  {
    kind: 'host',
    pattern:
      /(^[ \t]*(?:(?:Static |Pretty |Transient )?hostname|Host Name|Computer ?Name|LocalHostName|Node Name|nodename)[ .\t]{0,60}[:=][ \t]{0,20}"?)([\w.-]{2,253})/gim,
  },
  {
    kind: 'host',
    pattern: /("(?:host_?name|fqdn|computer_?name|csname|dnshostname|__server)" ?: ?")([\w.-]{2,253})(?=")/gi,
  },
  { kind: 'host', pattern: /(\b(?:client-hostname|host-name|hostname) ")([\w.-]{1,253})(?=")/g },
  { kind: 'host', pattern: /(\b(?:HOSTNAME|COMPUTERNAME|HOST|LOGONSERVER)=(?:\\\\)?)([\w.-]{2,253})/g },
  { kind: 'host', pattern: /((?<![\w-]))((?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{7,11})(?![\w-])/g },
  {
    kind: 'host',
    pattern:
      /((?<![\w-]))(\w[\w-]{0,30}s?-(?:MacBook|iMac|Mac-mini|iPhone|iPad)(?:-(?:Pro|Air|\d{1,2})){0,2})(?![\w-])/g,
  },
  { kind: 'domains', pattern: /(^[ \t]*(?:search|domain)[ \t]{1,8})([a-z0-9][\w. -]{1,300})$/gim },
  { kind: 'domains', pattern: /(\b(?:domain-name|domain-search) )((?:"[\w., -]{2,200}"(?:, ?)?){1,8})/g },
  {
    kind: 'domains',
    pattern:
      /(^[ \t]*(?:Primary Dns Suffix|Connection-specific DNS Suffix|DNS Suffix Search List\.?|DNS Domain|Domain|IP[46]\.DOMAIN\S{0,6}|IP[46]\.SEARCHES\S{0,6}|search domain\[\d\]|domain)[ .\t]{0,60}: ?[ \t]{0,20})([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,8})/gim,
  },
  // Users and people.
  {
    kind: 'user',
    pattern: new RegExp(
      `(\\b(?:invalid )?user[ =](?!name)["']?)(${NAME})(?= (?:from|by|at|via|does)\\b|["'] |["',]|\\()`,
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
  // Networks' names.
  {
    kind: 'ssid',
    pattern:
      /(^[ \t]*(?:SSID|Current Wi-Fi Network|Profile|All User Profile|SSID name|802-11-wireless\.ssid)(?: ?\d{1,3})?[ \t]{0,30}: {1,20}"?)([^\s"-][^\r\n"]{0,31})/gm,
  },
  { kind: 'ssid', pattern: /(\bE?SSID[:=] ?["'])([^\r\n"']{1,32})(?=["'])/gi },
  { kind: 'ssid', pattern: /(\\?"(?:e?ssid|wifi_?name)\\?" ?: ?\\?")([^\r\n"\\]{1,32})(?=\\?")/gi },
  { kind: 'ssid', pattern: /(^[ \t]*ssid[ =])([^\s"][^\r\n"]{0,31})$/gm },
  {
    kind: 'ssid',
    pattern: /(^[ \t]{2,40})(\S(?:[^\r\n]{0,30}\S)?)(?= (?:[0-9a-f]{2}:){5}[0-9a-f]{2} -\d{2})/gm,
  },
  {
    kind: 'ssid',
    pattern:
      /(^[* ] {1,8}(?:[0-9A-F]{2}:){5}[0-9A-F]{2} {2})(\S(?:[^\r\n]{0,30}\S)?)(?= {2,40}(?:Infra|Ad-Hoc|Mesh) )/gm,
  },
  { kind: 'ssid', pattern: /(^)(\S(?:[^\r\n]{0,30}\S)?)(?= {2,40}[0-9a-f]{8}-[0-9a-f-]{27} {2}wifi )/gm },
  // Serial numbers and ids of this machine.
  {
    kind: 'serial',
    pattern: new RegExp(
      `(\\b${SERIAL_KEY}\\\\?["']?(?:\\s\\([a-z]{1,12}\\))?[ \\t.]{0,40}[:=][ \\t]{0,24}\\\\?["']?)([A-Za-z0-9][\\w./:+-]{3,63})`,
      'gi',
    ),
  },
  { kind: 'serial', pattern: /(\biSerial {1,24}\d{1,3} )(\S[^\r\n]{2,63})/gm },
  {
    kind: 'serial',
    pattern: /(\/by-id\/(?:ata|nvme|usb|scsi|mmc|virtio)-[^\s/"']{1,120}_)([A-Za-z0-9-]{6,40})/g,
  },
  { kind: 'serial', pattern: /(\/UDisks2\/drives\/[^\s"'\\]{0,120}_)([A-Za-z0-9-]{4,60})(?![\w-])/g },
  { kind: 'serial', pattern: /(\b(?:eui|naa|wwn)[.-](?:0x)?)([0-9a-fA-F]{16,32})/g },
  {
    kind: 'id',
    pattern:
      /(\b(?:machine|boot|product|host)[ _-]?id\\?["']?[ \t.]{0,30}[:=][ \t"'\\]{0,20})([0-9a-f]{32})(?![0-9a-f])/gi,
  },
  { kind: 'id', pattern: /(\/journal\/)([0-9a-f]{32})/g },
  { kind: 'id', pattern: /(\b(?:PART)?UUID\\?["']?[=:] ?\\?["']?)([0-9A-F]{4}-[0-9A-F]{4})(?![-\w])/g },
];

/** Folders for everyone, among those of users. */
export const SHARED =
  /^(?:public|shared|all|default|default user|all users|guest|\.\w+|cdrom\d?|floppy|dvd|usb\d?|disk|%(?![0-9a-f]{2}).*)$/i;

const NO_VALUE =
  /^(?:not|none|null|n\/a|na|to|default|system|unknown|unspecified|invalid|empty|off|any|hidden|true|false|yes|no|0+|0x0+|x+|\.+|-+|8250\S*|console|number|string|chassis|o\.e\.m\.|oem|filled|disabled|enabled|port|ports|driver|usb|uart|bus|line|killer|getty|tty\w*|auto|random|b?ssid|name|profile|password|key|user|username|hostname|serial|mode|type|[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.\d)$/i;

/** Whether something stands there at all: 'Not Specified' and 'To be filled by O.E.M.' are no serial numbers. */
export const isValue = (value: string, kind?: Kind): boolean =>
  value.length > 1 && !NO_VALUE.test(value) && (kind !== 'serial' || /\d|^[A-Z]{6,}$/.test(value));

/** A home folder, on the three systems, also within URLs and within text that is escaped once or twice. */
export const HOME =
  /((?:\/|%2F)(?:home|Users|export(?:\/|%2F)home|var(?:\/|%2F)home|run(?:\/|%2F)media|media)(?:\/|%2F))((?:(?!%2F)[^\s/\\"'`:;,<>|()[\]{}*?\uFDD0]){1,64})|((?<![A-Za-z])[A-Za-z](?::|%3A)(?:\\{1,4}|\/|%5C|%2F)(?:Users|Documents and Settings)(?:\\{1,4}|\/|%5C|%2F))((?:(?!%5C|%2F)[^\\/:*?"'<>|\r\n,;\uFDD0]){1,64}(?=\\|\/|%5C|%2F)|(?:(?!%5C|%2F)[^\s\\/:*?"'<>|,;\uFDD0]){1,64})/gi;
