/** Addresses in the outputs of network tools, logs and kernel tables. */
import { type Kind, kind, syslog } from './kind.ts';
import type { Chance } from './random.ts';

const octets = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.int(2, 253)).join('.');
const privateV4 = (chance: Chance): string =>
  chance.pick([
    `192.168.${octets(chance, 2)}`,
    `10.${octets(chance, 3)}`,
    `172.${chance.int(16, 31)}.${octets(chance, 2)}`,
  ]);
const publicV4 = (chance: Chance): string =>
  `${chance.pick([23, 34, 45, 51, 62, 80, 91, 95, 104, 138, 151, 178, 188, 195, 213, 217])}.${octets(chance, 3)}`;
const anyV4 = (chance: Chance): string => (chance.int(0, 1) === 0 ? privateV4(chance) : publicV4(chance));
const turnedHex = (chance: Chance): string =>
  `${chance.hex(2)}${chance.chars('23456789abcdef', 1)}${chance.hex(1)}A8C0`.toUpperCase();
const group = (chance: Chance): string => chance.chars('123456789abcdef', 1) + chance.hex(3);
const groups = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => group(chance)).join(':');
const globalV6 = (chance: Chance): string =>
  chance.pick([
    `2a02:${groups(chance, 7)}`,
    `2003:${groups(chance, 3)}::${groups(chance, 2)}`,
    `2600:${groups(chance, 2)}::${group(chance)}`,
  ]);
const ula = (chance: Chance): string => `fd${chance.hex(2)}:${groups(chance, 2)}::${groups(chance, 2)}`;
const linkLocal = (chance: Chance): string => `fe80::${groups(chance, 4)}`;
const pairs = (chance: Chance, separator: string): string =>
  [chance.pick(['3c', '8c', 'd4', 'f0', 'a4', '54']), ...Array.from({ length: 5 }, () => chance.hex(2))].join(
    separator,
  );

export const NETWORK: readonly Kind[] = [
  kind('network', 'IPv4, private', privateV4, [
    (v) =>
      `2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n    inet ${v}/24 brd 10.255.255.255 scope global dynamic noprefixroute eth0`,
    (v) => `   IPv4 Address. . . . . . . . . . . : ${v}(Preferred)`,
    (v) => `   IPv4-адрес. . . . . . . . . . . . : ${v}(Основной)`,
    (v) => `\tinet ${v} netmask 0xffffff00 broadcast 10.255.255.255`,
    (v) => `default via ${v} dev wlp3s0 proto dhcp metric 600`,
    (v, c) => `${syslog(c, 'dhclient')}DHCPACK of ${v} from 10.0.0.1 (xid=0x6b8b4567)`,
    (v) => `? (${v}) at (incomplete) on en0 ifscope [ethernet]`,
    (v) => `IP4.ADDRESS[1]:                         ${v}/24`,
    (v) => `Nmap scan report for ${v}\nHost is up (0.0042s latency).`,
    (v) => `        "IPAddress": "${v}",\n        "IPPrefixLen": 16,`,
    (v) => `kube-system   coredns-5dd5756b68-xk2pv   1/1     Running   0   12d   ${v}   node-a`,
    (v) => `nameserver ${v}`,
  ]),
  kind('network', 'IPv4, public', publicV4, [
    (v, c) => `${syslog(c, 'sshd')}Failed password for invalid user oracle from ${v} port 40122 ssh2`,
    (v) => `${v} - - [12/Mar/2026:08:14:31 +0100] "GET /login HTTP/1.1" 200 5316 "-" "curl/8.5.0"`,
    (v) => ` 9  ae-1.r20.frnkge13.de.bb.gin.ntt.net (${v})  18.213 ms  18.190 ms`,
    (v) => `64 bytes from ${v}: icmp_seq=1 ttl=55 time=12.4 ms`,
    (v) => `Non-authoritative answer:\nName:\tvpn.invalid\nAddress: ${v}`,
    (v, c) =>
      `[48213.113] [UFW BLOCK] IN=eth0 OUT= SRC=${v} DST=10.0.0.5 LEN=40 PROTO=TCP SPT=${c.int(1025, 60000)} DPT=23`,
    (v) => `  endpoint: ${v}:51820\n  allowed ips: 0.0.0.0/0`,
    (v) => `Your public IP is ${v}`,
    (v) => `Не удалось подключиться к ${v}: время ожидания истекло`,
    (v) => `The following fatal alert was received. Source Network Address:\t${v}`,
  ]),
  kind('network', 'IPv4 with port', anyV4, [
    (v) => `tcp        0      0 ${v}:22        10.9.9.9:51514     ESTABLISHED 1207/sshd: session`,
    (v) => `  TCP    ${v}:49723    0.0.0.0:0              LISTENING       4`,
    (v) => `ESTAB 0 0 ${v}:41222 10.9.9.9:https users:(("firefox",pid=3120,fd=88))`,
    (v) => `dial tcp ${v}:6443: connect: connection refused`,
    (v) =>
      `Error: connect ECONNREFUSED ${v}:5432\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)`,
    (v) => `time="2026-03-12T08:14:31Z" level=error msg="read tcp ${v}:55012->10.9.9.9:443: i/o timeout"`,
  ]),
  kind('network', 'IPv4 in a URL', anyV4, [
    (v) => `curl: (28) Failed to connect to http://${v}:8080/health after 21003 ms`,
    (v) => `Get "https://${v}:10250/containerLogs/default/web/app": EOF`,
    (v) => `http_proxy=http://${v}:3128`,
    (v) => `rtsp://${v}:554/stream1`,
    (v) => `[remote "origin"]\n\turl = http://${v}/team/tools.git`,
    (v) => `<link>http://${v}/cgi-bin/luci</link>`,
  ]),
  kind('network', 'IPv4 in /proc tables', turnedHex, [
    (v) =>
      `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\neth0\t00000000\t${v}\t0003\t0\t0\t100\t00000000\t0\t0\t0`,
    (v) =>
      `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n   1: ${v}:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 20123 1 0000000000000000 100 0 0 10 0`,
  ]),
  kind('network', 'IPv6, global', globalV6, [
    (v) =>
      `    inet6 ${v}/64 scope global dynamic mngtmpaddr noprefixroute\n       valid_lft 86390sec preferred_lft 14390sec`,
    (v) => `   IPv6 Address. . . . . . . . . . . : ${v}(Preferred)`,
    (v) => `   Временный IPv6-адрес. . . . . . . : ${v}(Основной)`,
    (v) => `curl: (7) Failed to connect to [${v}]:443`,
    (v, c) => `${syslog(c, 'sshd')}Connection closed by ${v} port 51022 [preauth]`,
    (v) => `\tinet6 ${v} prefixlen 64 autoconf temporary`,
    (v) => `"globalIPv6Address": "${v}",`,
  ]),
  kind('network', 'IPv6, unique local', ula, [
    (v) => `    inet6 ${v}/64 scope global noprefixroute`,
    (v) => `nameserver ${v}`,
    (v) => `IP6.ADDRESS[1]:                         ${v}/64`,
    (v) => `dial udp [${v}]:53: connect: network is unreachable`,
  ]),
  kind('network', 'IPv6, link-local with zone', linkLocal, [
    (v) => `   Link-local IPv6 Address . . . . . : ${v}%12(Preferred)`,
    (v) => `\tinet6 ${v}%en0 prefixlen 64 secured scopeid 0x6`,
    (v) => `default via ${v} dev wlan0 proto ra metric 1024 expires 1798sec`,
    (v) => `DNS Servers: ${v}%wlan0`,
    (v) => `nameserver ${v}%eth0`,
  ]),
  kind('network', 'MAC', (c) => pairs(c, ':'), [
    (v) => `    link/ether ${v} brd ff:ff:ff:ff:ff:ff permaddr 00:00:00:00:00:00`,
    (v) => `\tether ${v}  txqueuelen 1000  (Ethernet)`,
    (v) => `10.0.0.7 dev eth0 lladdr ${v} REACHABLE`,
    (v, c) => `${syslog(c, 'dhcpd')}DHCPREQUEST for 10.0.0.7 from ${v} via eth0`,
    (v) => `Hardware Port: Wi-Fi\nDevice: en0\nEthernet Address: ${v}`,
    (v) => `[    2.113] r8169 0000:02:00.0 eth0: RTL8168h/8111h, ${v}, XID 541, IRQ 126`,
    (v) => `        logical name: enp2s0\n        serial: ${v}\n        size: 1Gbit/s`,
    (v) => `  "MacAddress": "${v}",`,
    (v) => `GENERAL.HWADDR:                         ${v}`,
  ]),
  kind('network', 'MAC, Windows', (c) => pairs(c, '-').toUpperCase(), [
    (v) => `   Physical Address. . . . . . . . . : ${v}`,
    (v) => `   Физический адрес. . . . . . . . . : ${v}`,
    (v) => `  10.0.0.7              ${v}     dynamic`,
    (v) => `Ethernet        Realtek PCIe GbE Family Controller   ${v}   1 Gbps`,
    (v) => `"Ethernet","Realtek","${v}","\\Device\\Tcpip_{BE2D}"`,
  ]),
  kind(
    'network',
    'MAC, dotted and bare',
    (c) => (c.int(0, 1) === 0 ? `${c.hex(3)}a.${c.hex(4)}.b${c.hex(3)}` : `d${c.hex(4)}e${c.hex(5)}a`),
    [
      (v) => (v.includes('.') ? `Internet  10.1.1.5   12   ${v}  ARPA   Vlan10` : `MACAddress=${v}`),
      (v) => (v.includes('.') ? `  10    ${v}    DYNAMIC     Gi1/0/12` : `"mac": "${v}"`),
      (v) =>
        v.includes('.') ? `%SW_MATM-4-MACFLAP_NOTIF: Host ${v} in vlan 10 is flapping` : `mac_addr: ${v}`,
    ],
  ),
  kind('network', 'BSSID', (c) => pairs(c, ':'), [
    (v) => `    BSSID 1                 : ${v}\n         Signal             : 84%`,
    (v) => `BSS ${v}(on wlan0) -- associated\n\tfreq: 5180`,
    (v) => `Connected to ${v} (on wlan0)`,
    (v, c) =>
      `${syslog(c, 'wpa_supplicant')}wlan0: CTRL-EVENT-CONNECTED - Connection to ${v} completed [id=0 id_str=]`,
    (v) => `[  113.420] wlan0: authenticate with ${v} (local address=02:00:00:00:00:01)`,
    (v) => `          Cell 01 - Address: ${v}\n                    Channel:36`,
    (v) => `wlan0     IEEE 802.11  Mode:Managed  Frequency:5.18 GHz  Access Point: ${v}`,
  ]),
];
