/** Where servers, network devices and what administers them name people, computers and places. */
import { ADDRESS, type Context, HOST, NAME } from './context.ts';

const PUBLIC_KEY = String.raw`\b(?:ssh-(?:ed25519|rsa|dss)|ecdsa-sha2-nistp\d{3}|sk-ssh-ed25519@openssh\.com) `;

export const SERVICES: readonly Context[] = [
  { kind: 'host', pattern: new RegExp(`(\\bNmap scan report for )(${HOST})(?= \\(|\\r?$)`, 'gm') },
  {
    kind: 'host',
    pattern: new RegExp(`(^[=+-] {1,8}\\S{1,15} IPv[46] )(${HOST})(?= {2,80}\\S)`, 'gm'),
  },
  {
    kind: 'host',
    pattern: new RegExp(
      `(^${ADDRESS} {2,20})(${HOST})(?= {1,40}\\S{1,80} {1,40}(?:linux|windows|macOS|iOS|android|freebsd) )`,
      'gm',
    ),
  },
  // Access logs: from where, and who it was.
  { kind: 'host', pattern: new RegExp(`(^)(${HOST})(?= \\S{1,64} \\S{1,64} \\[\\d\\d\\/[A-Z])`, 'gm') },
  { kind: 'user', pattern: new RegExp(`(^\\S{1,253} \\S{1,64} )(${NAME})(?= \\[\\d\\d\\/[A-Z])`, 'gm') },
  { kind: 'word', pattern: /(\/(?:printers|classes)\/)([\w.-]{2,127})(?=[/ "]|$)/gm },
  { kind: 'host', pattern: new RegExp(`(\\bH=\\(?)(${HOST})(?=[) ])`, 'g') },
  { kind: 'user', pattern: /(\/dav\/(?:files|calendars|addressbooks)\/)([\w.@-]{2,64})(?=\/)/g },
  {
    kind: 'host',
    pattern: new RegExp(`(^[0-9a-f]{8} {2}\\d{4}-\\d\\d-\\d\\d [\\d:]{8} {2})(${HOST})`, 'gm'),
  },
  { kind: 'host', pattern: new RegExp(`(^)(${HOST})(?=[ \\t]{1,20}ansible_\\w{3,30}=)`, 'gm') },
  {
    kind: 'host',
    isLong: true,
    pattern: /(<domain\b[^>\n]{0,200}>\s{0,40}<name>)([^<\n]{2,64})(?=<)/g,
  },
  // Names of accounts in settings, where the key says so.
  {
    kind: 'owner',
    pattern: new RegExp(
      `((?<![\\w-])(?:[\\w.-]{1,40}[._-])?(?:user|user_?name|login)[ \\t]{0,3}(?:=|:)[ \\t]{0,3}["']?)(${NAME})(?=["']?(?:[\\s,;]|$))`,
      'gim',
    ),
  },
  { kind: 'owner', pattern: /("user" ?: ?")([\w.@-]{2,64})(?=")/g },
  { kind: 'user', pattern: /(\bpermitted-logins: )([\w.@-]{2,64})/g },
  { kind: 'user', pattern: /(^")([A-Za-z][\w.@\\-]{1,63})(?="[ \t]{1,20}\*[ \t]{1,20}\S)/gm },
  { kind: 'user', pattern: new RegExp(`(^)(${NAME})(?= : (?:EAP|XAUTH|NTLM) )`, 'gm') },
  { kind: 'host', pattern: new RegExp(`(^)(${HOST})(?= (?:[^\\s:]{1,253} )?: PSK )`, 'gm') },
  {
    kind: 'user',
    pattern: new RegExp(`(^)(${NAME})(?=:(?:\\$(?:apr1|2[aby]|[156])\\$|\\uFDD0|\\[secret))`, 'gm'),
  },
  {
    kind: 'user',
    pattern:
      /(^[\w.-]{1,32}:[x*!]?:\d{4,6}:\d{1,6}:[^:\n]{0,120}:(?:\/[\w.-]{1,40}){0,4}\/)([a-z][\w.-]{1,31})(?=:\/)/gm,
  },
  { kind: 'user', pattern: new RegExp(`(^Login: )(${NAME})(?=[ \\t]{1,40}Name: )`, 'gm') },
  { kind: 'person', pattern: /(^Login: \S{1,40}[ \t]{1,40}Name: )([^\s(][^\r\n]{1,60})/gm },
  // Keys that are shown to everybody tell who it is all the same.
  {
    kind: 'serial',
    pattern: new RegExp(`(${PUBLIC_KEY}AAAA[A-Za-z0-9+/]{8,20})([A-Za-z0-9+/]{32,800}={0,3})`, 'g'),
  },
  { kind: 'user', pattern: new RegExp(`(${PUBLIC_KEY}\\S{40,900} )(${NAME})(?=@)`, 'g') },
  { kind: 'host', pattern: new RegExp(`(${PUBLIC_KEY}\\S{40,900} ${NAME}@)(${HOST})(?=\\s|$)`, 'gm') },
  { kind: 'serial', pattern: /(^(?:\s{4,8}|Primary key fingerprint: |fpr:{9}))([0-9A-F]{40})(?=:?\r?$)/gm },
  { kind: 'person', pattern: /(^uid {1,20}\[[ a-z]{4,10}\] )(\p{L}[^<\n]{1,80}?)(?= <)/gmu },
  // Network devices.
  { kind: 'host', pattern: new RegExp(`(^hostname )(${HOST})(?=\\r?$)`, 'gm') },
  {
    kind: 'user',
    pattern: new RegExp(`(^username )(${NAME})(?= (?:privilege|secret|password|role) )`, 'gm'),
  },
  { kind: 'host', pattern: /(\/system identity set name="?)([\w.-]{2,63})/g },
  { kind: 'host', pattern: /(\bsysName\.0 = (?:STRING: )?"?)([\w.-]{2,253})/g },
  { kind: 'word', pattern: /(\bsysLocation\.0 = (?:STRING: )?"?)([^"\s][^"\r\n]{1,120})/g },
  { kind: 'person', pattern: /(\bsysContact\.0 = (?:STRING: )?"?)([^"\s@][^"@\r\n]{2,60})(?="?\r?$)/gm },
  { kind: 'serial', pattern: /(\bWWN Device Identifier: )([0-9a-f]{16})/g },
  { kind: 'serial', pattern: /((?<![\w-]))([A-Z0-9]{7}(?:-[A-Z0-9]{7}){7})(?![\w-])/g },
  { kind: 'host', pattern: new RegExp(`(\\bclient is "[^"\\n]{1,80}" named ")(${HOST})(?=")`, 'g') },
  // Where somebody lives, and whom they meet.
  {
    kind: 'word',
    pattern:
      /(\b(?:latitude|longitude|lat|lon|lng)\\?["']?[ \t]{0,3}[:=][ \t]{0,3}\\?["']?)(-?\d{1,3}\.\d{3,12})(?![\d.])/gi,
  },
  {
    kind: 'word',
    isLong: true,
    pattern: /(^homeassistant:\r?\n(?: {1,8}[^\n]{1,100}\n){0,4}? {1,8}name: )([^\r\n]{2,60})/gm,
  },
  { kind: 'serial', pattern: /(\bzoom\.us\/(?:j|s|wc|wc\/join)\/)(\d{9,12})/g },
  { kind: 'person', pattern: /(\b(?:display_?name|nick_?name)=["'])([^"'\n]{2,60})(?=["'])/gi },
  {
    kind: 'person',
    pattern:
      /((?<!\p{L}))(\p{Lu}\p{L}{1,30})(?=['’]s (?:AirPods|iPhone|iPad|MacBook|iMac|Mac|(?:Apple )?Watch|Galaxy|Pixel|Buds|Beats|[Hh]eadphones|[Pp]hone|[Ll]aptop|PC)(?!\p{L}))/gu,
  },
];
