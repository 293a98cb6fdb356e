/** What Linux and its tools print, as people paste it: written without a look at the rules. */
import {
  base64,
  fqdn,
  host,
  lan,
  line,
  type Made,
  mac,
  plainPassword,
  serial,
  ssid,
  user,
  uuid,
  wan,
} from './blind-words.ts';

export const SYSTEM: readonly Made[] = [
  line(
    'journalctl sshd',
    (h, u, i, f) =>
      `Nov 26 08:14:03 ${h} sshd[2211]: Accepted publickey for ${u} from ${i} port 50122 ssh2: ED25519 SHA256:${f}`,
    host,
    user,
    wan,
    base64(43),
  ),
  line(
    'journalctl sudo',
    (h, u) =>
      `Nov 26 08:15:44 ${h} sudo[3111]:  ${u} : TTY=pts/1 ; PWD=/home/${u}/src ; USER=root ; COMMAND=/usr/bin/apt update`,
    host,
    user,
  ),
  line(
    'journalctl NetworkManager',
    (s, i) =>
      `NetworkManager[811]: <info>  [1732608843.1123] device (wlp3s0): Activation: starting connection '${s}' (${i})`,
    ssid,
    uuid,
  ),
  line(
    'journalctl wpa_supplicant',
    (m, s) => `wpa_supplicant[702]: wlp3s0: Trying to associate with ${m} (SSID='${s}' freq=5180 MHz)`,
    mac,
    ssid,
  ),
  line('dmesg usb', (s) => `[    4.112233] usb 1-4: SerialNumber: ${s}`, serial),
  line(
    'dmesg wlan',
    (a, b) => `[   31.443311] wlp3s0: authenticate with ${a} (local address=${b})`,
    mac,
    mac,
  ),
  line(
    'ip address',
    (m, i) =>
      `2: eno1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n    link/ether ${m} brd ff:ff:ff:ff:ff:ff\n    inet ${i}/24 metric 100 brd 192.168.0.255 scope global dynamic eno1`,
    mac,
    lan,
  ),
  line(
    'ss',
    (a, b) => `ESTAB 0      0      ${a}:51514      ${b}:443   users:(("firefox",pid=3120,fd=97))`,
    lan,
    wan,
  ),
  line('arp -a', (h, i, m) => `${h} (${i}) at ${m} [ether] on eno1`, host, lan, mac),
  line('ip neigh', (i, m) => `${i} dev eno1 lladdr ${m} REACHABLE`, lan, mac),
  line(
    'nmcli device wifi',
    (m, s) =>
      `IN-USE  BSSID              SSID                MODE   CHAN  RATE        SIGNAL  BARS  SECURITY\n*       ${m}  ${s.padEnd(18)}  Infra  44    540 Mbit/s  82      ▂▄▆█  WPA2`,
    mac,
    ssid,
  ),
  line(
    'nmcli -t connection show',
    (s, p) => `802-11-wireless.ssid:${s}\n802-11-wireless-security.psk:${p}`,
    ssid,
    plainPassword,
  ),
  line('iwctl', (p, s) => `iwctl --passphrase ${p} station wlan0 connect "${s}"`, plainPassword, ssid),
  line(
    'wpa_supplicant.conf',
    (s, p, i, w) => `network={\n\tssid="${s}"\n\tpsk="${p}"\n\tidentity="${i}"\n\tpassword="${w}"\n}`,
    ssid,
    plainPassword,
    user,
    plainPassword,
  ),
  line(
    'lsblk',
    (s, i) =>
      `NAME        SIZE MODEL                SERIAL          UUID\nnvme0n1   476.9G SAMSUNG MZVLB512HBJQ ${s}\n└─nvme0n1p2 475G                                      ${i}`,
    serial,
    uuid,
  ),
  line(
    'smartctl',
    (s, w) =>
      `Device Model:     WDC WD40EFRX-68N32N0\nSerial Number:    WD-${s}\nLU WWN Device Id: 5 0014ee ${w}`,
    serial,
    (c) => c.hex(9),
  ),
  line(
    'dmidecode',
    (s, a, i) => `\tProduct Name: 20XW004QGE\n\tSerial Number: ${s}\n\tAsset Tag: ${a}\n\tUUID: ${i}`,
    serial,
    (c) => `INV-${c.digits(5)}`,
    uuid,
  ),
  line('who', (u, i) => `${u}  pts/0        2026-11-26 09:12 (${i})`, user, wan),
  line(
    'w',
    (u, i) =>
      ` 09:14:22 up 12 days,  3:41,  1 user,  load average: 0.14, 0.22, 0.19\nUSER     TTY      FROM             LOGIN@   IDLE   JCPU   PCPU WHAT\n${u} pts/0    ${i}   09:12    1.00s  0.05s  0.01s w`,
    user,
    wan,
  ),
  line('last', (u, h) => `${u}  pts/1        ${h}  Thu Nov 26 09:12   still logged in`, user, fqdn),
  line(
    'smbstatus',
    (u, g, h, i) =>
      `PID     Username     Group        Machine                                   Protocol Version  Encryption           Signing\n4411    ${u} ${g} ${h} (ipv4:${i}:51221)   SMB3_11           -                    partial(AES-128-CMAC)`,
    user,
    (c) => `grp${c.lower(6)}`,
    host,
    lan,
  ),
];
