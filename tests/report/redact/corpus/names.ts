/** Names of computers, domains and wireless networks. */
import { type Kind, kind, syslog } from './kind.ts';
import type { Chance } from './random.ts';
import { company, firstName, lastName, login, place } from './words.ts';

const windowsHost = (c: Chance): string =>
  c.pick([
    `DESKTOP-${c.upper(7)}`,
    `LAPTOP-${c.upper(8)}`,
    `PC-${lastName(c).toUpperCase()}-${c.int(10, 99)}`,
    `WS${c.digits(5)}${c.pick(['A', 'K', 'M'])}`,
  ]);
const unixHost = (c: Chance): string =>
  c.pick([
    `${place(c)}-${c.lower(3)}-${c.int(1, 40)}`,
    `${firstName(c).toLowerCase()}s-${c.pick(['thinkpad', 'nuc', 'xps', 'server'])}${c.int(2, 99)}`,
    `srv${c.digits(4)}${c.lower(2)}`,
  ]);
const host = (c: Chance): string => (c.int(0, 1) === 0 ? windowsHost(c) : unixHost(c));
const network = (c: Chance): string =>
  c.pick([
    `${lastName(c)}-WLAN-${c.int(10, 99)}`,
    `FRITZ!Box ${c.digits(4)} ${c.upper(2)}`,
    `${firstName(c)} ${place(c)} ${c.int(10, 99)}`,
    `TP-LINK_${c.upper(4)}${c.digits(2)}`,
    `${company(c)}-Guest5G`,
  ]);
const domain = (c: Chance): string => `${company(c)}.${c.pick(['com', 'de', 'org', 'net', 'co.uk', 'ru'])}`;

export const NAMES: readonly Kind[] = [
  kind('network', 'SSID', network, [
    (v) => `    SSID                   : ${v}\n    Network type           : Infrastructure`,
    (v) => `SSID 3 : ${v}\n    Network type            : Infrastructure`,
    (v) => `    All User Profile     : ${v}`,
    (v) => `    Все профили пользователей     : ${v}`,
    (v) => `wlan0     IEEE 802.11  ESSID:"${v}"  `,
    (v) => `\tSSID: ${v}\n\tsupported rates: 6.0* 9.0`,
    (v) => `network={\n\tssid="${v}"\n\tkey_mgmt=WPA-PSK\n}`,
    (v) => `Current Wi-Fi Network: ${v}`,
    (v, c) =>
      `${syslog(c, 'wpa_supplicant')}wlan0: Trying to associate with 00:00:00:00:00:00 (SSID='${v}' freq=5180 MHz)`,
    (v) => `802-11-wireless.ssid:                   ${v}`,
    (v, c) =>
      `${syslog(c, 'NetworkManager')}<info>  [1741763671.1133] device (wlan0): Activation: starting connection '${v}'`,
    (v) => `<SSIDConfig><SSID><name>${v}</name></SSID></SSIDConfig>`,
    (v) =>
      `            Current Network Information:\n                ${v}:\n                  PHY Mode: 802.11ax`,
  ]),
  kind('network', 'host name', host, [
    (v) => `Host Name:                 ${v}\nOS Name:                   Microsoft Windows 11 Pro`,
    (v) => `Имя узла:                         ${v}\nНазвание ОС:               Майкрософт Windows 10 Pro`,
    (v) => ` Static hostname: ${v}\n       Icon name: computer-laptop`,
    (v) => `Linux ${v} 6.1.0-28-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 x86_64 GNU/Linux`,
    (v) => `Mar 12 08:14:31 ${v} systemd[1]: Started Daily apt download activities.`,
    (v) => `2026-03-12T08:14:31.113+01:00 ${v} kernel: usb 1-2: new high-speed USB device`,
    (v) => `COMPUTERNAME=${v}`,
    (v) => `   Host Name . . . . . . . . . . . . : ${v}`,
    (v) => `"hostname": "${v}",`,
    (v) => `Computer Name: ${v}`,
    (v) => `127.0.1.1\t${v}`,
    (v) => `root@${v}:/etc#`,
    (v) => `PSComputerName        : ${v}`,
    (v) => `NetBIOS имя компьютера: ${v}`,
    (v) => `Event[0]\n  Log Name: System\n  Source: Service Control Manager\n  Computer: ${v}`,
    (v) => `<Computer>${v}</Computer>`,
    (v) => `Hostname: ${v}\nStatus: online`,
  ]),
  kind(
    'network',
    'internal name',
    (c) => `${unixHost(c)}.${c.pick(['lan', 'local', 'corp', 'internal', 'home.arpa'])}`,
    [
      (v) => `PING ${v} (10.0.0.7) 56(84) bytes of data.`,
      (v) => `ssh: Could not resolve hostname ${v}: Name or service not known`,
      (v) => `//${v}/share on /mnt/share type cifs (rw,relatime,vers=3.1.1)`,
      (v) => `10.0.0.7\t${v}`,
      (v) => `;; QUESTION SECTION:\n;${v}.\t\tIN\tA`,
      (v) => `http://${v}:8096/web/index.html`,
      (v) => `lpstat: device for Office: ipp://${v}/ipp/print`,
    ],
  ),
  kind(
    'network',
    'AD domain',
    (c) => `${c.pick(['ad', 'corp', 'int'])}.${company(c)}.${c.pick(['local', 'net', 'com'])}`,
    [
      (v) => `Domain:                    ${v}`,
      (v) => `Домен:                     ${v}`,
      (v) => `   Primary Dns Suffix  . . . . . . . : ${v}`,
      (v) => `   DNS-суффикс подключения . . . . . : ${v}`,
      (v) => `search ${v}`,
      (v) => `[sssd]\ndomains = ${v}`,
      (v) => `USERDNSDOMAIN=${v}`,
      (v) => `   Connection-specific DNS Suffix  . : ${v}`,
      (v) => `realm-name: ${v}\nconfigured: kerberos-member`,
      (v) => `nltest /dsgetdc:${v}`,
      (v) =>
        `The processing of Group Policy failed. Windows could not resolve the computer name in domain ${v}.`,
    ],
  ),
  kind(
    'network',
    'name of an own server',
    (c) => `${c.pick(['db', 'git', 'jenkins', 'files', 'app'])}${c.int(2, 30)}.${domain(c)}`,
    [
      (v) => `DB_HOST=${v}`,
      (v) => `Host: ${v}\r\nUser-Agent: curl/8.5.0\r`,
      (v, c) => `${syslog(c, 'sshd')}reverse mapping checking getaddrinfo for ${v} [10.0.0.7] failed.`,
      (v) => `smtp_server = ${v}`,
      (v) => `Host work\n    HostName ${v}\n    Port 22`,
      (v) => `"server": "${v}",`,
      (v) => `url = https://${v}/team/tools.git`,
      (v) => `Received: from ${v} (unknown [10.0.0.7])`,
      (v) => `remote ${v} 1194\nproto udp`,
      (v) => `jdbc:postgresql://${v}:5432/orders`,
      (v) => `    "hosts": ["tcp://${v}:2376"]`,
    ],
  ),
  kind('identity', 'user, Linux', login, [
    (v, c) => `${syslog(c, 'sshd')}Accepted publickey for ${v} from 10.0.0.7 port 51022 ssh2: ED25519`,
    (v, c) => `${syslog(c, 'sudo')}   ${v} : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/apt update`,
    (v, c) => `${syslog(c, 'CRON')}pam_unix(cron:session): session opened for user ${v}(uid=1000) by (uid=0)`,
    (v) => `${v}:x:1001:1001::/srv/data:/bin/bash`,
    (v) => `uid=1000(${v}) gid=100(users) groups=100(users),27(sudo)`,
    (v) => `USER=${v}`,
    (v) => `drwxr-xr-x 2 ${v} ${v} 4096 Mar 12 08:14 Projects`,
    (v) => `${v.padEnd(20)} 31207  0.3  1.2 412332 98112 ?  Sl  08:14  0:12 /usr/lib/firefox/firefox`,
    (v) => `${v}  pts/0        2026-03-12 08:14 (10.0.0.7)`,
    (v, c) => `${syslog(c, 'systemd-logind')}New session 4 of user ${v}.`,
    (v, c) => `${syslog(c, 'su')}(to root) ${v} on pts/0`,
    (v) => `Группы пользователя ${v}: sudo docker`,
    (v) => `sudo: ${v} is not in the sudoers file.  This incident will be reported.`,
  ]),
  kind('identity', 'user, Windows', (c) => login(c).replace(/[._]/g, ''), [
    (v) => `User name                    ${v}\nFull Name                    `,
    (v) => `Имя пользователя                         ${v}`,
    (v) => `\tAccount Name:\t\t${v}\n\tAccount Domain:\t\tWORKGROUP`,
    (v) => `USERNAME=${v}`,
    (v) =>
      ` USERNAME              SESSIONNAME        ID  STATE\n>${v}               console             1  Active`,
    (v) => `BOREALIS\\${v}`,
    (v) => `"C:\\Windows\\explorer.exe","4120","Console","1","142,332 K","Running","BOREALIS\\${v}"`,
    (v) => `Registered Owner:          ${v}`,
    (v) => `whoami\r\nborealis\\${v}\r`,
    (v) => `Имя учетной записи:\t${v}`,
    (v) => `<Data Name='TargetUserName'>${v}</Data>`,
    (v) => `TaskName: \\Backup\nRun As User: ${v}`,
  ]),
  kind('identity', 'home, Linux', login, [
    (v) => `/home/${v}/.config/google-chrome/Default/Preferences: Permission denied`,
    (v) => `  File "/home/${v}/venv/lib/python3.11/site-packages/requests/api.py", line 59, in request`,
    (v) => `HOME=/home/${v}`,
    (v) => `/dev/sdb1 on /media/${v}/BACKUP type vfat (rw,nosuid,nodev)`,
    (v) => `file:///home/${v}/Desktop/readme.html`,
    (v) => `Exec=/home/${v}/bin/run.sh --quiet`,
  ]),
  kind('identity', 'home, macOS', login, [
    (v) => `Path:                  /Users/${v}/Applications/Editor.app/Contents/MacOS/Editor`,
    (v) => `dyld: Library not loaded: /Users/${v}/lib/libfoo.dylib`,
    (v) => `"executable" : "\\/Users\\/${v}\\/bin\\/tool",`,
    (v) => `npm ERR! enoent ENOENT: no such file or directory, open '/Users/${v}/code/package.json'`,
  ]),
  kind('identity', 'home, Windows', login, [
    (v) => `Faulting application path: C:\\Users\\${v}\\AppData\\Local\\Programs\\app\\app.exe`,
    (v) => `USERPROFILE=C:\\Users\\${v}`,
    (v) => `  "path": "C:\\\\Users\\\\${v}\\\\Documents\\\\report.docx"`,
    (v) => `at Main() in D:\\Users\\${v}\\src\\Program.cs:line 14`,
    (v) => `/mnt/c/Users/${v}/Downloads/setup.exe`,
    (v) => `file:///C:/Users/${v}/AppData/Local/Temp/a.html`,
    (v) => `    ProfileImagePath    REG_EXPAND_SZ    C:\\Users\\${v}`,
  ]),
];
