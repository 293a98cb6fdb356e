/** What Windows and macOS print: written without a look at the rules. */
import {
  bigHost,
  domain,
  first,
  host,
  lan,
  last,
  line,
  type Made,
  mac,
  netbios,
  person,
  plainPassword,
  serial,
  share,
  sid,
  ssid,
  user,
  uuid,
  wan,
  winMac,
} from './blind-words.ts';

export const WINDOWS: readonly Made[] = [
  line(
    'net use',
    (h, s, d, u, p) => `net use Z: \\\\${h}\\${s} /user:${d}\\${u} ${p}`,
    bigHost,
    share,
    netbios,
    user,
    plainPassword,
  ),
  line(
    'net use list',
    (h, s) =>
      `Status       Local     Remote                    Network\n-------------------------------------------------------------------------------\nOK           Z:        \\\\${h}\\${s}           Microsoft Windows Network`,
    bigHost,
    share,
  ),
  line('UNC', (h, u) => `\\\\${h}\\homes\\${u}\\plan.docx: Access is denied.`, host, user),
  line(
    'systeminfo',
    (h, o, p, d, l) =>
      `Host Name:                     ${h}\nRegistered Owner:              ${o}\nProduct ID:                    ${p}\nDomain:                        ${d}.local\nLogon Server:                  \\\\${l}`,
    bigHost,
    person,
    (c) => `00330-${c.digits(5)}-${c.digits(5)}-AA${c.digits(3)}`,
    domain,
    bigHost,
  ),
  line(
    'ipconfig /all',
    (h, d, m, i) =>
      `   Host Name . . . . . . . . . . . . : ${h}\n   Primary Dns Suffix  . . . . . . . : ${d}.local\n   Physical Address. . . . . . . . . : ${m}\n   IPv4 Address. . . . . . . . . . . : ${i}(Preferred)`,
    bigHost,
    domain,
    winMac,
    lan,
  ),
  line(
    'whoami /all',
    (d, u, s) =>
      `User Name          SID\n================== ==============================================\n${d}\\${u} ${s}`,
    domain,
    user,
    sid,
  ),
  line(
    'Get-ADUser',
    (n, d, g, s, u) =>
      `DistinguishedName : CN=${n},OU=Staff,DC=${d},DC=local\nGivenName         : ${g}\nName              : ${n}\nSamAccountName    : ${u}\nSurname           : ${s}`,
    person,
    domain,
    first,
    last,
    user,
  ),
  line(
    'event 4625',
    (a, d, w, i) =>
      `Account For Which Logon Failed:\n\tSecurity ID:\t\tNULL SID\n\tAccount Name:\t\t${a}\n\tAccount Domain:\t\t${d}\nNetwork Information:\n\tWorkstation Name:\t${w}\n\tSource Network Address:\t${i}`,
    user,
    netbios,
    bigHost,
    wan,
  ),
  line(
    'netsh wlan show profile',
    (s, k) => `    SSID name              : "${s}"\n    Key Content            : ${k}`,
    ssid,
    plainPassword,
  ),
  line(
    'quser',
    (u) =>
      ` USERNAME              SESSIONNAME        ID  STATE   IDLE TIME  LOGON TIME\n>${u}         console             1  Active      none   11/26/2026 9:01 AM`,
    user,
  ),
];

export const MAC: readonly Made[] = [
  line(
    'system_profiler',
    (s, i, n, p) =>
      `      Serial Number (system): ${s}\n      Hardware UUID: ${i}\n      Computer Name: ${n}’s MacBook Pro\n      User Name: ${p} (${n.toLowerCase()})`,
    serial,
    (c) => uuid(c).toUpperCase(),
    first,
    person,
  ),
  line(
    'scutil --dns',
    (d, i) => `resolver #1\n  search domain[0] : ${d}.lan\n  nameserver[0] : ${i}`,
    domain,
    lan,
  ),
  line(
    'scutil --nc list',
    (n) =>
      `* (Disconnected)   1B2C3D4E-0000-4000-8000-0A0B0C0D0E0F PPP --> L2TP       "${n}"                  [PPP:L2TP]`,
    (c) => `Work ${last(c)}`,
  ),
  line(
    'log show',
    (m, s) =>
      `2026-11-26 09:12:03.123456+0100 0x1a2b     Default     0x0                  312    0    airportd: [com.apple.WiFiManager:] Associated to SSID "${s}", BSSID ${m}`,
    mac,
    ssid,
  ),
  line('networksetup', (s) => `Current Wi-Fi Network: ${s}`, ssid),
];
