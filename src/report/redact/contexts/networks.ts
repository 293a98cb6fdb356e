/** Where programs name wireless networks. */
import type { Context } from './context.ts';

export const NETWORKS: readonly Context[] = [
  {
    kind: 'ssid',
    pattern:
      /(^[ \t]*(?:SSID|Current Wi-Fi Network|Profile|All User Profile|SSID name|802-11-wireless\.ssid(?=: ))(?: ?\d{1,3})?[ \t]{0,30}: {1,20}"?)([^\s"-][^\r\n"]{0,31})/gm,
  },
  { kind: 'ssid', pattern: /(^802-11-wireless\.ssid:)([^\s"-][^\r\n"]{0,31})/gm },
  {
    kind: 'ssid',
    pattern: /(\bstation \S{1,15} connect(?:-hidden)? ["']?)([^\s"'][^\r\n"']{0,31})/g,
  },
  { kind: 'ssid', pattern: /(\bSSID ")([^"\r\n]{1,32})(?=")/g },
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
      /(^[* ] {1,8}(?:[0-9A-F]{2}:){5}[0-9A-F]{2} {2})(\S(?:[^\r\n]{0,30}\S)?)(?= {2,40}(?:Infra|Ad-Hoc|Mesh) )/gim,
  },
  { kind: 'ssid', pattern: /(^)(\S(?:[^\r\n]{0,30}\S)?)(?= {2,40}[0-9a-f]{8}-[0-9a-f-]{27} {2}wifi )/gm },
  { kind: 'ssid', pattern: /(^[ \t]*Все профили пользователей[ \t]{0,30}: )([^\s"][^\r\n"]{0,31})/gm },
  { kind: 'ssid', pattern: /(\bstarting connection ')(?!Wired |eth|lo')([^'\n]{1,32})(?=')/g },
  {
    kind: 'ssid',
    isLong: true,
    pattern: /(<SSID>\s{0,20}(?:<hex>[0-9A-F]{2,64}<\/hex>\s{0,20})?<name>)([^<]{1,32})(?=<)/g,
  },
  {
    kind: 'ssid',
    isLong: true,
    pattern: /(\bCurrent Network Information:\r?\n[ \t]{1,20})([^\s:][^\r\n]{0,31}?)(?=:\r?$)/gm,
  },
  { kind: 'ssid', pattern: /(\bWIFI:(?:[THR]:[^;\n]{0,64};){0,4}S:)([^;\n]{1,32})(?=;)/g },
];
