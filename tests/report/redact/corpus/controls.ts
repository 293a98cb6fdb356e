/** Lines that are nobody's own and that an analysis needs: each must come out as it went in. */

import { syslog } from './kind.ts';
import { type Chance, UPPER } from './random.ts';

type Line = (chance: Chance) => string;

const version = (c: Chance): string => `${c.int(1, 30)}.${c.int(0, 40)}.${c.int(0, 9999)}.${c.int(0, 9999)}`;
const small = (c: Chance): string => `${c.int(1, 30)}.${c.int(0, 40)}.${c.int(0, 200)}.${c.int(0, 200)}`;
const time = (c: Chance): string =>
  [c.int(0, 23), c.int(0, 59), c.int(0, 59)].map((part) => String(part).padStart(2, '0')).join(':');
const slot = (c: Chance): string => `0000:${c.hex(2)}:${c.int(10, 19)}.${c.int(0, 7)}`;

const VERSIONS: readonly Line[] = [
  (c) => `DriverVersion : ${version(c)}`,
  (c) => `"version": "${small(c)}",`,
  (c) => `Google Chrome ${c.int(90, 140)}.0.${c.int(1000, 9000)}.${c.int(10, 200)}`,
  (c) => `ii  libfoo${c.int(1, 9)}:amd64  ${small(c)}-${c.int(1, 4)}  amd64  a library`,
  (c) =>
    `Faulting module name: ntdll.dll, version: 10.0.${c.int(10000, 26000)}.${c.int(1, 4000)}, time stamp: 0x${c.hex(8)}`,
  (c) => `BIOS Version: LENOVO N32ET${c.int(10, 99)}W (1.${c.int(10, 60)} )`,
  (c) => `nvidia driver version ${c.int(400, 560)}.${c.int(10, 200)}.0${c.int(1, 9)}`,
  (c) => `OS Version: 10.0.${c.int(19041, 26100)} N/A Build ${c.int(19041, 26100)}`,
  (c) => `Microsoft Windows [Version 10.0.${c.int(19041, 26100)}.${c.int(100, 5000)}]`,
  (c) => `Firmware Version: ${small(c)}`,
  (c) => `<package id="Newtonsoft" version="${small(c)}" />`,
  (c) => `Linux version 6.${c.int(1, 12)}.0-${c.int(10, 40)}-amd64 (debian-kernel@lists.debian.org)`,
  (c) => `openssl 3.0.${c.int(1, 16)} ${c.int(1, 28)} Oct 2024`,
  (c) =>
    `Get:${c.int(2, 80)} http://deb.debian.org/debian bookworm/main amd64 curl amd64 7.88.1-10+deb12u${c.int(1, 9)} [${c.int(200, 400)} kB]`,
  (c) => `requests==2.${c.int(10, 40)}.${c.int(0, 9)}`,
  (c) => `installed version ${small(c)}, available ${small(c)}`,
  (c) => `Version: ${small(c)}`,
];
const TIMES: readonly Line[] = [
  (c) => `started at ${time(c)}.${c.digits(6)}`,
  (c) => `2026-03-${c.int(10, 28)}T${time(c)}Z level=info msg="ready"`,
  (c) => `[${String(c.int(1, 99999)).padStart(5)}.${c.digits(6)}] ACPI: Core revision 20220331`,
  (c) => `Thu Mar ${c.int(10, 28)} ${time(c)} CET 2026`,
  (c) =>
    `uptime ${c.int(2, 90)} days, ${c.int(1, 23)}:${c.int(10, 59)}, load average: 0.${c.int(10, 99)}, 0.31, 0.22`,
  (c) => `expires 2027-0${c.int(1, 9)}-${c.int(10, 28)}`,
  (c) => `epoch 17${c.digits(8)}`,
  (c) => `${c.int(10, 28)}.03.2026 ${time(c)} Служба запущена`,
];
const CODES: readonly Line[] = [
  (c) => `Error 0x8007${c.hex(4)}: the operation failed`,
  (c) => `Exception code: 0xc000${c.hex(4)}`,
  (c) => `Stop code: 0x0000${c.hex(4)} (0x${c.hex(16)}, 0x${c.hex(16)})`,
  (c) => `exit status ${c.int(1, 255)}, errno ${c.int(1, 130)} (ECONNREFUSED)`,
  (c) => `Event ID: ${c.int(1000, 9999)}`,
  (c) => `RIP: 0010:page_fault_oops+0x${c.hex(3)}/0x${c.hex(3)}`,
  (c) => `ORA-0${c.digits(4)}: table or view does not exist`,
  (c) => `HTTP/1.1 ${c.pick([301, 404, 500, 502, 503])} in ${c.int(10, 900)} ms`,
  (c) =>
    `segfault at ${c.int(1, 9)}0 ip 00007f${c.hex(10)} sp 00007ff${c.hex(9)} error 4 in libc.so.6[7f${c.hex(10)}+155000]`,
];
const DEVICES: readonly Line[] = [
  (c) => `${slot(c)} Ethernet controller [0200]: Intel Corporation [8086:${c.hex(4)}] (rev 0${c.int(1, 9)})`,
  (c) =>
    `Bus 00${c.int(1, 4)} Device 00${c.int(1, 9)}: ID ${c.hex(4)}:${c.hex(4)} Linux Foundation 3.0 root hub`,
  (c) => `nvme ${slot(c)}: PCIe Bus Error: severity=Corrected, type=Physical Layer`,
  (c) => `PCI\\VEN_8086&DEV_${c.hex(4).toUpperCase()}&SUBSYS_${c.hex(8).toUpperCase()}&REV_${c.int(10, 30)}`,
  (c) => `pci ${slot(c)}: reg 0x10: [mem 0x${c.hex(8)}-0x${c.hex(8)} 64bit pref]`,
  (c) => `Model: Samsung SSD 9${c.int(60, 90)} PRO 1TB, Firmware: ${c.digits(1)}B2QGXA7`,
  (c) =>
    `eth${c.int(0, 9)}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu ${c.int(1280, 9000)} qdisc fq_codel state UP`,
  (c) =>
    `wlp${c.int(1, 9)}s${c.int(0, 9)}: associated, signal -${c.int(30, 80)} dBm, ${c.int(100, 900)} Mbit/s`,
  (c) => `sda${c.int(1, 9)}  8:${c.int(1, 15)}  0  ${c.int(10, 900)}.${c.int(1, 9)}G  0 part`,
  (c) => `CPU ${c.int(1, 64)}: Intel(R) Core(TM) i7-${c.digits(4)}U CPU @ 1.${c.int(10, 99)}GHz`,
];
const IDENTIFIERS: readonly Line[] = [
  (c) => `commit ${c.hex(40)}`,
  (c) => `sha256:${c.hex(64)}`,
  (c) => `${c.hex(64)}  package_${c.int(2, 90)}.deb`,
  (c) => `HEAD is now at ${c.hex(7)} Fix the build`,
  (c) => `integrity sha512-${c.base64(86)}==`,
  () => 'Account SID S-1-5-18 (SYSTEM), S-1-5-32-544, S-1-1-0',
  (c) => `GUID partition type C12A7328-F81F-11D2-BA4B-00A0C93EC93B, LBA ${c.int(2048, 9999)}`,
  (c) => `type=0FC63DAF-8483-4772-8E79-3D69D8477DE4 size=${c.int(2048, 99999)}`,
  (c) => `CLSID {00000000-0000-0000-C000-000000000046} used ${c.int(1, 99)} times`,
  (c) =>
    `DCOM 10016 CLSID {2593F8B9-4EAF-457C-B68A-50F6B8EA6B54} APPID {15C20B67-12E7-4BB6-92BB-7AFF07997402} count ${c.int(1, 99)}`,
  (c) => `BuildID[sha1]=${c.hex(40)}, stripped`,
  (c) => `uuid 0000180${c.hex(1)}-0000-1000-8000-00805f9b34fb (GATT)`,
  (c) => `Power Scheme GUID: 381b4222-f694-41f0-9685-ff5bb260df2e (Balanced), ${c.int(1, 99)}`,
  (c) => `md5 ${c.hex(32)} *install_${c.int(1, 99)}.iso`,
];
const PLACES: readonly Line[] = [
  (c) => `/usr/share/doc/package-${c.int(2, 99)}/README.Debian`,
  (c) => `C:\\Windows\\System32\\drivers\\driver${c.int(2, 99)}.sys`,
  (c) => `/Library/Extensions/Driver${c.int(2, 99)}.kext`,
  (c) => `listening on 127.0.0.1:${c.int(1025, 60000)}`,
  (c) =>
    `nameserver ${c.pick(['8.8.8.8', '1.1.1.1', '9.9.9.9', '8.8.4.4', '2606:4700:4700::1111', '2001:4860:4860::8888'])} # ${c.int(1, 99)}`,
  (c) => `http://localhost:${c.int(1025, 60000)}/health`,
  (c) => `inet6 ::1/128 scope host, index ${c.int(1, 99)}`,
  (c) =>
    `netmask 255.255.${c.pick([255, 254, 252, 240])}.0 broadcast 255.255.255.255 metric ${c.int(1, 999)}`,
  (c) => `224.0.0.251 ff02::fb igmp ${c.int(1, 99)}`,
  (c) => `systemd[1]: Started user-runtime-dir@${c.int(100, 999)}.service - User Runtime Directory.`,
  (c) => `HKLM\\SYSTEM\\CurrentControlSet\\Services\\Dnscache start ${c.int(1, 4)}`,
  (c) => `/sys/devices/pci${slot(c).slice(0, 7)}/${slot(c)}/net/eth0`,
  (c) => `https://www.kernel.org/doc/html/v6.${c.int(1, 12)}/admin-guide/`,
  (c) =>
    `${syslog(c, 'systemd').replace(/workbench /, '')}Reached target network-online.target - Network is Online.`,
  (c) =>
    `apt: E: Failed to fetch http://security.debian.org/debian-security/dists/bookworm/InRelease ${c.int(400, 599)}`,
];
const SIZES: readonly Line[] = [
  (c) => `/dev/sda1  ${c.digits(8)}  ${c.digits(7)}  ${c.digits(7)}  ${c.int(1, 99)}% /boot`,
  (c) => `MemTotal:       ${c.digits(8)} kB`,
  (c) => `Total Bytes: ${c.digits(12)} in ${c.digits(5)} files`,
  (c) => `rx_bytes: ${c.digits(14)} tx_bytes: ${c.digits(13)}`,
  (c) => `inode ${c.digits(15)} links ${c.int(1, 9)}`,
  (c) => `pid ${c.digits(5)} tid ${c.digits(6)} nice -${c.int(1, 20)}`,
  (c) => `Power_On_Hours 0x0032 099 099 000 Old_age Always - ${c.digits(5)}`,
  (c) => `256 ${c.digits(9)} sectors, 512 bytes each (${c.digits(3)} GB)`,
  (c) => `port ${c.int(1025, 60000)}/tcp open, latency ${c.int(2, 900)} ms`,
  (c) => `timestamp ${c.digits(16)} monotonic ${c.digits(11)}`,
];
/** Words that look as though a secret followed. */
const WORDS: readonly Line[] = [
  (c) => `Enter password: (attempt ${c.int(1, 9)})`,
  (c) => `password authentication failed after ${c.int(2, 900)} ms`,
  (c) => `Unexpected token < in JSON at position ${c.int(10, 9999)}`,
  (c) => `passwd: files systemd # ${c.int(1, 99)}`,
  (c) => `max_tokens: ${c.int(100, 9999)}`,
  (c) => `PasswordAuthentication no # ${c.int(1, 99)}`,
  (c) => `key ${c.chars(UPPER, 1)} pressed ${c.int(2, 99)} times`,
  (c) => `Monkey patching loaded in ${c.int(2, 999)} ms`,
  (c) => `user 0.${c.int(10, 99)}s, system 0.${c.int(10, 99)}s, host busy`,
  (c) => `Secret Service: org.freedesktop.secrets started (${c.int(100, 9999)})`,
  (c) => `keyboard: layout us, model pc${c.int(101, 109)}`,
  (c) => `session ${c.int(1, 99)} closed for user root`,
  (c) => `Пароль не задан, попытка ${c.int(1, 99)}`,
  (c) => `serial8250: too much work for irq${c.int(1, 20)}`,
];

const GROUPS: Readonly<Record<string, readonly Line[]>> = {
  'versions and builds': VERSIONS,
  'times and dates': TIMES,
  'error codes and addresses in memory': CODES,
  'slots, ids and names of devices': DEVICES,
  'hashes and well-known ids': IDENTIFIERS,
  'paths, services, well-known addresses': PLACES,
  'sizes, counts, ports': SIZES,
  'words beside which no secret stands': WORDS,
};

export interface Control {
  readonly group: string;
  readonly text: string;
}

/** Each line so many times, every time with other numbers. */
export const controls = (chance: Chance, times: number): readonly Control[] =>
  Object.entries(GROUPS).flatMap(([group, lines]) =>
    Array.from({ length: times }, () => lines.map((line) => ({ group, text: line(chance) }))).flat(),
  );
