/** Computers, shares and people where networks of files, mail and addresses name them. */
import { ADDRESS, type Context, HOST, NAME } from './context.ts';

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ';
/** `\\host\`, plain or escaped once; in an escaped text `"\\Device\\…"` is no host. */
const UNC = String.raw`(?<![\w\\:])(?:\\\\(?=[^\s\\]{2,80}\\(?!\\))|\\{4}(?=[^\s\\]{2,80}\\\\(?!\\)))`;

export const SHARES: readonly Context[] = [
  { kind: 'host', pattern: new RegExp(`(${UNC})(${HOST})(?=\\\\)`, 'g') },
  {
    kind: 'word',
    pattern: new RegExp(`(${UNC}[^\\s\\\\]{2,80}\\\\{1,2})(?![^\\s\\\\]{1,8}\\$)([\\w.-]{2,80})`, 'g'),
  },
  {
    kind: 'user',
    pattern: new RegExp(
      `(${UNC}[^\\s\\\\]{2,80}\\\\{1,2}(?:homes?|users|profiles?)\\\\{1,2})([\\w.-]{2,64})`,
      'gi',
    ),
  },
  { kind: 'host', pattern: /(\bLogon Server[ .\t]{0,40}:[ \t]{1,40}\\\\)([\w.-]{2,63})/gi },
  {
    kind: 'host',
    pattern: new RegExp(
      `(^\\/\\/)(${HOST})(?=\\/\\S{1,200} (?:on )?\\/\\S{0,200} (?:type )?(?:cifs|smb))`,
      'gm',
    ),
  },
  {
    kind: 'word',
    pattern:
      /(^\/\/[^\s/]{1,253}\/)([\w$.-]{2,80})(?=[^\s]{0,200} (?:on )?\/\S{0,200} (?:type )?(?:cifs|smb))/gm,
  },
  {
    kind: 'host',
    pattern: new RegExp(
      `(\\b(?:cifs|smb\\w{0,10})[ \\t](?:[^\\n]{0,200}?[ '"])?\\/\\/)(${HOST})(?=\\/)`,
      'g',
    ),
  },
  { kind: 'host', pattern: /(\bcifs[ \t][^\n]{0,300}?[(, ]dom(?:ain)?=)([\w.-]{2,63})/g },
  { kind: 'user', pattern: /(\bcifs[ \t][^\n]{0,300}?[(, ]user(?:name)?=)([\w.-]{2,63})/g },
  {
    kind: 'host',
    pattern: new RegExp(`(^)(${HOST})(?=:\\/\\S{0,200} (?:on )?\\/\\S{1,200} (?:type )?nfs)`, 'gm'),
  },
  // smbstatus: number, user, group, computer.
  {
    kind: 'user',
    pattern: /(^\d{1,8} {1,8})([A-Za-z][\w.\\-]{1,63})(?= {1,20}\S{1,64} {1,20}\S{1,253} {1,40}\(ipv[46]:)/gm,
  },
  {
    kind: 'word',
    pattern: /(^\d{1,8} {1,8}\S{1,64} {1,20})([A-Za-z][\w.-]{1,63})(?= {1,20}\S{1,253} {1,40}\(ipv[46]:)/gm,
  },
  {
    kind: 'host',
    pattern: /(^\d{1,8} {1,8}\S{1,64} {1,20}\S{1,64} {1,20})([A-Za-z][\w.-]{1,62})(?= {1,40}\(ipv[46]:)/gm,
  },
  // last, w: user, terminal, from where, when.
  {
    kind: 'user',
    pattern: new RegExp(
      `(^)(?!reboot )([a-z][\\w.-]{1,31})(?= {1,32}(?:pts\\/|tty)\\d{1,4} {1,20}\\S{1,60} {1,24}(?:${DAY}|\\d\\d:\\d\\d|\\d\\d?[A-Z][a-z]{2}\\d\\d))`,
      'gm',
    ),
  },
  {
    kind: 'host',
    pattern: new RegExp(`(^[a-z][\\w.-]{1,31} {1,32}pts\\/\\d{1,4} {1,20})(${HOST})(?= {1,24}${DAY})`, 'gm'),
  },
  { kind: 'host', pattern: new RegExp(`('[\\w.-]{1,80}'@')(${HOST})(?=')`, 'g') },
  // arp -a, ping, traceroute.
  { kind: 'host', pattern: new RegExp(`(^)(${HOST})(?= \\(${ADDRESS}\\) at )`, 'gm') },
  {
    kind: 'host',
    pattern: new RegExp(
      `(^(?:PING | ?\\d{1,2} {2}|traceroute to )|\\bbytes from )(${HOST})(?= \\(${ADDRESS}\\))`,
      'gm',
    ),
  },
  {
    kind: 'host',
    pattern: new RegExp(
      `(\\bDHCP(?:ACK|REQUEST|OFFER|INFORM)\\(\\S{1,32}\\) ${ADDRESS} \\S{2,40} )(${HOST})(?=\\r?$)`,
      'gm',
    ),
  },
  {
    kind: 'host',
    pattern: new RegExp(`(\\b(?:relay=|client=|(?:dis)?connect(?:ed)? (?:from|to) ))(${HOST})(?=\\[)`, 'g'),
  },
  { kind: 'word', pattern: /(^device for )([\w.-]{2,127})(?=: )/gm },
  { kind: 'word', pattern: /(^printer )([\w.-]{2,127})(?= (?:is |now |disabled |faulted))/gm },
  {
    kind: 'word',
    pattern: /(^\* \((?:Dis)?[Cc]onnect(?:ed|ing)\) {1,8}[^"\n]{1,200}")([^"\n]{2,80})(?=")/gm,
  },
  // Directories.
  {
    kind: 'user',
    pattern: /(\b(?:uid|sAMAccountName|userPrincipalName)=)([A-Za-z][\w.-]{1,63})(?=[,)"'+]|$)/gim,
  },
  {
    kind: 'person',
    pattern:
      /(\bcn=)(?!(?:users|computers|builtin|schema|configuration|services|sites|system|policies|partitions|servers|subnets|domain |microsoft |admin|manager|config|monitor|accounts|groups?,)[^,\n]{0,40},)([^,=\n"'()]{2,64})(?=,(?:ou|dc|cn|o)=)/gi,
  },
  {
    kind: 'host',
    pattern:
      /((?<=[,"' ]|^|[:,] )dc=)(?!(?:com|net|org|edu|gov|int|local|lan|corp|internal|intranet|home|private|test|example|[a-z]{2})(?![\w-]))([\w-]{2,63})(?=[,"'\s)]|$)/gim,
  },
  {
    kind: 'user',
    pattern: new RegExp(
      `(^(?:uid|sAMAccountName|SamAccountName)[ \\t]{0,20}:[ \\t]{1,4})(${NAME})(?=\\r?$)`,
      'gm',
    ),
  },
  {
    kind: 'person',
    pattern:
      /(^(?:sn|givenName|GivenName|Surname|initials)[ \t]{0,20}:[ \t]{1,4})(\p{L}[\p{L} .'-]{1,60})(?=\r?$)/gmu,
  },
];
