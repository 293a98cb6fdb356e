/** The second blind list, continued: Windows, macOS, and programs of people and developers. */
import * as w from './blind-words.ts';

const { line } = w;

export const DESKS: readonly w.Made[] = [
  line(
    'nbtstat -A',
    (name, group, mac) =>
      `       NetBIOS Remote Machine Name Table\n\n       Name               Type         Status\n    ---------------------------------------------\n    ${name.padEnd(15)}<00>  UNIQUE      Registered\n    ${group.padEnd(15)}<00>  GROUP       Registered\n\n    MAC Address = ${mac}`,
    (c) => w.bigHost(c).slice(0, 14),
    w.netbios,
    w.winMac,
  ),
  line(
    'cmdkey /list',
    (target, user) =>
      `Currently stored credentials:\n\n    Target: Domain:target=${target}\n    Type: Domain Password\n    User: CONTOSO\\${user}\n    Saved for this logon only`,
    w.host,
    w.user,
  ),
  line(
    'dsregcmd /status',
    (name, id, tenant, mail) =>
      `             AzureAdJoined : YES\n               Device Name : ${name}\n                  DeviceId : ${id}\n                TenantName : ${tenant} GmbH\n      Executing Account Name : AzureAD\\X, ${mail}`,
    w.bigHost,
    w.uuid,
    w.last,
    w.mail,
  ),
  line(
    'gpresult /r',
    (domain, user, person, site) =>
      `RSOP data for ${domain}\\${user} on PC : Logging Mode\n    CN=${person},OU=Users,DC=x,DC=local\n    Site Name:                   ${site}\n    Connected over a slow link?: No`,
    w.netbios,
    w.user,
    w.person,
    w.last,
  ),
  line(
    'wmic bios',
    (serial) => `Manufacturer  SerialNumber  SMBIOSBIOSVersion\nLENOVO        ${serial}  N2IET98W (1.76 )`,
    w.serial,
  ),
  line(
    'slmgr /dlv',
    (key, id) =>
      `Name: Windows(R), Professional edition\nActivation ID: ${id}\nPartial Product Key: ${key}\nLicense Status: Licensed`,
    (c) => c.upper(5),
    w.uuid,
  ),
  line(
    'event 1149',
    (user, domain, ip) =>
      `Remote Desktop Services: User authentication succeeded:\n\nUser: ${user}\nDomain: ${domain}\nSource Network Address: ${ip}`,
    w.user,
    w.netbios,
    w.wan,
  ),
  line(
    'PowerShell history',
    (server, user, pass) =>
      `$p = ConvertTo-SecureString '${pass}' -AsPlainText -Force\n$c = New-Object PSCredential('${user}', $p)\nEnter-PSSession -ComputerName ${server} -Credential $c`,
    w.host,
    w.user,
    w.password,
  ),
  line(
    'dscl',
    (user, person, guid) =>
      `NFSHomeDirectory: /Users/${user}\nRealName:\n ${person}\nGeneratedUID: ${guid}\nUserShell: /bin/zsh`,
    w.user,
    w.person,
    (c) => w.uuid(c).toUpperCase(),
  ),
  line(
    'ioreg',
    (serial, uuid) =>
      `    "IOPlatformSerialNumber" = "${serial}"\n    "IOPlatformUUID" = "${uuid}"\n    "model" = <"MacBookPro18,3">`,
    w.serial,
    (c) => w.uuid(c).toUpperCase(),
  ),
  line('networksetup', (ssid) => `Current Wi-Fi Network: ${ssid}`, w.ssid),
  line(
    'defaults read MobileMeAccounts',
    (mail, name, id) =>
      `    Accounts =     (\n                {\n            AccountDescription = iCloud;\n            AccountID = "${mail}";\n            DisplayName = "${name}";\n            AccountDSID = ${id};`,
    w.mail,
    w.person,
    (c) => c.digits(10),
  ),
  line(
    'security find-internet-password',
    (server, account) =>
      `keychain: "/Users/x/Library/Keychains/login.keychain-db"\nclass: "inet"\nattributes:\n    "acct"<blob>="${account}"\n    "srvr"<blob>="${server}"`,
    w.fqdn,
    w.user,
  ),
  line(
    'curl -v',
    (host, ip, cookie) =>
      `*   Trying ${ip}:443...\n* Connected to ${host} (${ip}) port 443\n< HTTP/2 302\n< set-cookie: session_id=${cookie}; Path=/; HttpOnly`,
    w.fqdn,
    w.wan,
    (c) => c.mixed(28),
  ),
  line(
    'git remote -v',
    (token, owner) => `origin\thttps://oauth2:${token}@gitlab.example.org/${owner}/notes.git (fetch)`,
    (c) => c.mixed(20),
    w.user,
  ),
  line(
    '.npmrc',
    (token) => `registry=https://npm.example.org/\n//npm.example.org/:_authToken=${token}`,
    (c) => c.mixed(36),
  ),
  line(
    'application.properties',
    (host, user, pass, key) =>
      `spring.datasource.url=jdbc:postgresql://${host}:5432/orders\nspring.datasource.username=${user}\nspring.datasource.password=${pass}\nserver.ssl.key-store-password=${key}`,
    w.fqdn,
    w.user,
    w.plainPassword,
    w.plainPassword,
  ),
  line(
    'docker compose',
    (user, pass, key) =>
      `    environment:\n      POSTGRES_USER: ${user}\n      POSTGRES_PASSWORD: ${pass}\n      - SECRET_KEY_BASE=${key}`,
    w.user,
    w.plainPassword,
    (c) => c.hex(64),
  ),
  line(
    '.htpasswd',
    (user, hash) => `${user}:$apr1$${hash}`,
    w.user,
    (c) => `${c.mixed(8)}$${c.mixed(22)}`,
  ),
  line(
    'syncthing',
    (id, host, ip) =>
      `[ABCDE] INFO: Established secure connection to ${id} at ${ip}:22000/tcp-client/TLS1.3\n[ABCDE] INFO: Device ${id} client is "syncthing v1.27.7" named "${host}"`,
    (c) => Array.from({ length: 8 }, () => c.upper(7)).join('-'),
    w.host,
    w.wan,
  ),
  line(
    'nextcloud.log',
    (ip, user, file) =>
      `{"reqId":"a1","level":2,"time":"2026-11-24T10:00:00+00:00","remoteAddr":"${ip}","user":"${user}","app":"core","method":"GET","url":"/remote.php/dav/files/${file}/","message":"Login failed"}`,
    w.wan,
    w.user,
    w.user,
  ),
  line(
    'Home Assistant',
    (place, lat, long, token) =>
      `homeassistant:\n  name: ${place}\n  latitude: ${lat}\n  longitude: ${long}\n  api_password: ${token}`,
    w.last,
    (c) => `5${c.digits(1)}.${c.digits(5)}`,
    (c) => `1${c.digits(1)}.${c.digits(5)}`,
    w.plainPassword,
  ),
  line(
    'zoom log',
    (meeting, pass, name) =>
      `Joining https://us02web.zoom.us/j/8${meeting}?pwd=${pass} as display_name="${name}"`,
    (c) => c.digits(10),
    (c) => c.mixed(22),
    w.person,
  ),
];

export const KEPT_TOO: readonly string[] = [
  'Starting Nmap 7.94SVN ( https://nmap.org ) at 2026-11-24 10:00 CET',
  '443/tcp open  https   nginx 1.22.1',
  'daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin',
  'wtmp begins Tue Nov 24 08:00:01 2026',
  'Controller is up: yes, Discoverable: no, Pairing mode 0x00000180',
  'dovecot: master: Dovecot v2.3.19.1 (9b53102964) starting up for imap, lmtp (core dumps disabled)',
  'repository 7c2b8d1f opened (version 2, compression level auto)',
  'PLAY RECAP *********************************************************************',
  '\tfreq: 5180, tx bitrate: 866.7 MBit/s VHT-MCS 9 80MHz short GI VHT-NSS 2',
  'hw_mode=g, channel=6, ieee80211n=1, wmm_enabled=1',
  'Checking Power Mode: drive state is: active/idle, LBA48 sectors: 976773168',
  'SNMPv2-MIB::sysUpTime.0 = Timeticks: (12345678) 1 day, 10:17:36.78',
  'interface GigabitEthernet0/1 switchport mode access, spanning-tree portfast',
  'License Status: Licensed, Remaining Windows rearm count: 1001',
  'User Policies: The following GPOs were not applied because they were filtered out',
  'SMBIOSBIOSVersion N2IET98W (1.76 )',
  '"IOProviderClass" = "IOPlatformExpertDevice", "board-id" = <"Mac-827FB448E656EC26">',
  '* ALPN: server accepted h2, TLSv1.3 (OUT), TLS handshake, Finished (20):',
  'npm warn deprecated inflight@1.0.6: This module is not supported, and leaks memory.',
  'image: postgres:16.4-alpine, restart: unless-stopped, ports 5432:5432',
  'syncthing v1.27.7 "Gold Grasshopper" (go1.22.3 linux-amd64) debian@buildd 2026-05-13 08:33:39 UTC',
  'homeassistant.core Starting Home Assistant 2026.11.2, Python 3.13.0',
];
