// A journal as `journalctl -o short` prints it, of any length: many units, people, addresses and devices, and now
// and then a secret. The same seed gives the same text.
import { closeSync, openSync, writeSync } from 'node:fs';

export const writeJournal = (path, bytes, seed = 1) => {
  const file = openSync(path, 'w');
  let written = 0;
  for (const block of journal(seed)) {
    written += writeSync(file, block);
    if (written >= bytes) break;
  }
  closeSync(file);
};

function* journal(seed) {
  const chance = generator(seed);
  const made = maker(chance);
  for (let second = 0; ; ) {
    const lines = [];
    while (lines.length < 500) {
      if (chance() < 0.3) second++;
      lines.push(`${stamp(second)} buchhaltung-07 ${message(made)}`);
    }
    yield `${lines.join('\n')}\n`;
  }
}

const MONTHS = ['Sep', 'Oct', 'Nov', 'Dec'];
const two = (value) => String(value).padStart(2, '0');
const stamp = (second) => {
  const day = Math.floor(second / 86_400);
  const date = String((day % 28) + 1).padStart(2, ' ');
  const clock = [(second / 3600) % 24, (second / 60) % 60, second % 60].map((part) => two(Math.floor(part)));
  return `${MONTHS[Math.floor(day / 28) % 4]} ${date} ${clock.join(':')}`;
};

/** Mulberry32. */
const generator = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const maker = (chance) => {
  const below = (limit) => Math.floor(chance() * limit);
  const one = (list) => list[below(list.length)];
  const signs = (alphabet, length) => Array.from({ length }, () => one(alphabet)).join('');
  const hex = (length) => signs('0123456789abcdef', length);
  /** A machine speaks to many others, and to the same ones again. */
  const pool = (size, make) => {
    const all = Array.from({ length: size }, make);
    return () => one(all);
  };
  const secret = () => signs('ABCDEFGHKLMNPQRSTUVWXYZabcdefghkmnpqrstuvwxyz23456789', 20);
  const octets = (count) => Array.from({ length: count }, () => below(254) + 1).join('.');
  const mac = pool(200, () => `b8:27:eb:${two(below(80) + 10)}:${hex(2)}:${hex(2)}`);
  const near = pool(300, () => one([`192.168.7.${octets(1)}`, `10.20.${below(8)}.${octets(1)}`]));
  const far = pool(5000, () => `${below(200) + 11}.${octets(3)}`);
  const ip6 = pool(300, () =>
    one([`fe80::${hex(4)}:${hex(4)}:${hex(4)}:${hex(4)}`, `2001:db8:${hex(4)}:${hex(2)}::${hex(4)}`]),
  );
  return {
    below,
    one,
    hex,
    mac,
    ip6,
    fingerprint: pool(12, () => `${secret()}${secret()}abc`),
    ip: () => one([near, near, far])(),
    pid: () => below(400_000) + 300,
    uuid: () => [8, 4, 4, 4, 12].map(hex).join('-'),
    user: () => one(['karoline', 'bthompson', 'mueller', 'oksana.p', 'root', 'root', 'backup', 'postgres']),
    secret,
  };
};

const UNITS = [
  'logrotate',
  'man-db',
  'apt-daily',
  'fstrim',
  'systemd-tmpfiles-clean',
  'NetworkManager-dispatcher',
  'packagekit',
  'fwupd',
  'cups',
  'docker',
  'snapd',
  'anacron',
  'e2scrub_all',
  'dpkg-db-backup',
  'phpsessionclean',
  'certbot',
  'plocate-updatedb',
  'systemd-hostnamed',
  'user-runtime-dir@1000',
  'getty@tty3',
];
const APPS = [
  'org.gnome.Nautilus',
  'org.gnome.Calculator',
  'firefox_firefox',
  'org.mozilla.thunderbird',
  'org.libreoffice.writer',
  'code',
  'org.telegram.desktop',
];
const PATHS = [
  '/index.html',
  '/api/v2/items',
  '/static/app.4f2a.js',
  '/wp-login.php',
  '/robots.txt',
  '/health',
  '/images/logo.png',
  '/search?q=chairs&page=3',
  '/cart/items/3481',
];
const TABLES = ['orders', 'customers', 'sessions', 'stock_levels', 'invoices_2026'];
const DEVICES = ['sda', 'sdb', 'nvme0n1', 'dm-0'];

/** How often, and what. */
const MESSAGES = [
  [
    10,
    (m) =>
      `systemd[1]: Starting ${m.one(UNITS)}.service - ${m.one(['Rotate log files', 'Daily man-db regeneration', 'Discard unused blocks', 'Cleanup of Temporary Directories', 'Firmware update daemon'])}...`,
  ],
  [10, (m) => `systemd[1]: ${m.one(UNITS)}.service: Deactivated successfully.`],
  [
    5,
    (m) =>
      `systemd[1]: ${m.one(UNITS)}.service: Consumed ${m.below(60)}.${m.below(1000)}s CPU time, ${m.below(900)}.${m.below(9)}M memory peak, 0B memory swap peak.`,
  ],
  [
    4,
    (m) =>
      `systemd[${m.pid()}]: app-gnome-${m.one(APPS)}-${m.pid()}.scope: Failed to set 'memory.oom.group' attribute: Permission denied`,
  ],
  [
    8,
    (m) =>
      `kernel: [${m.below(900_000)}.${m.below(999_999)}] audit: type=1400 audit(17${m.below(99_999_999)}.${m.below(999)}:${m.below(90_000)}): apparmor="DENIED" operation="open" class="file" profile="snap.firefox.firefox" name="/proc/${m.pid()}/cgroup" pid=${m.pid()} comm="${m.one(['firefox', 'Web Content', 'Socket Process'])}" requested_mask="r" denied_mask="r" fsuid=1000 ouid=0`,
  ],
  [
    8,
    (m) =>
      `kernel: [${m.below(900_000)}.${m.below(999_999)}] [UFW BLOCK] IN=enp3s0 OUT= MAC=${m.mac()}:${m.mac()}:08:00 SRC=${m.ip()} DST=${m.ip()} LEN=${m.below(1400) + 40} TOS=0x00 PREC=0x00 TTL=${m.below(255)} ID=${m.below(65_535)} DF PROTO=TCP SPT=${m.below(65_535)} DPT=${m.below(1024)} WINDOW=1024 RES=0x00 SYN URGP=0`,
  ],
  [
    6,
    (m) =>
      `kernel: [${m.below(900_000)}.${m.below(999_999)}] usb ${m.below(4)}-${m.below(9)}.${m.below(4)}: new high-speed USB device number ${m.below(127)} using xhci_hcd`,
  ],
  [
    3,
    (m) =>
      `kernel: [${m.below(900_000)}.${m.below(999_999)}] EXT4-fs (${m.one(DEVICES)}1): mounted filesystem ${m.uuid()} r/w with ordered data mode. Quota mode: none.`,
  ],
  [
    5,
    (m) =>
      `kernel: [${m.below(900_000)}.${m.below(999_999)}] pcieport 0000:00:1c.${m.below(8)}: AER: Correctable error message received from 0000:0${m.below(9)}:00.0`,
  ],
  [
    3,
    (m) =>
      `kernel: [${m.below(900_000)}.${m.below(999_999)}] ${m.one(['python3', 'chrome', 'gnome-shell'])}[${m.pid()}]: segfault at ${m.hex(12)} ip 0000${m.hex(12)} sp 0000${m.hex(12)} error 4 in libc.so.6[7f${m.hex(10)}+175000]`,
  ],
  [
    5,
    (m) =>
      `sshd[${m.pid()}]: Failed password for invalid user ${m.one(['admin', 'test', 'oracle', 'ubnt', 'deploy', 'git'])} from ${m.ip()} port ${m.below(65_535)} ssh2`,
  ],
  [
    3,
    (m) =>
      `sshd[${m.pid()}]: Accepted publickey for ${m.user()} from ${m.ip()} port ${m.below(65_535)} ssh2: ED25519 SHA256:${m.fingerprint()}`,
  ],
  [4, (m) => `sshd[${m.pid()}]: Connection closed by ${m.ip()} port ${m.below(65_535)} [preauth]`],
  [
    4,
    (m) =>
      `CRON[${m.pid()}]: pam_unix(cron:session): session opened for user ${m.user()}(uid=${m.below(1100)}) by (uid=0)`,
  ],
  [4, (m) => `CRON[${m.pid()}]: (${m.user()}) CMD (command -v debian-sa1 > /dev/null && debian-sa1 1 1)`],
  [
    2,
    (m) =>
      `sudo[${m.pid()}]: ${m.user()} : TTY=pts/${m.below(9)} ; PWD=/home/${m.user()}/projects ; USER=root ; COMMAND=/usr/bin/apt install ${m.one(['htop', 'vim', 'git'])}`,
  ],
  [
    5,
    (m) =>
      `NetworkManager[${m.pid()}]: <info>  [17${m.below(99_999_999)}.${m.below(9999)}] device (wlp2s0): state change: ${m.one(['ip-config -> ip-check', 'activated -> deactivating', 'config -> need-auth'])} (reason 'none', managed-type: 'full')`,
  ],
  [3, (m) => `dhclient[${m.pid()}]: DHCPACK of ${m.ip()} from ${m.ip()} (xid=0x${m.hex(8)})`],
  [3, (m) => `avahi-daemon[${m.pid()}]: Registering new address record for ${m.ip6()} on wlp2s0.*.`],
  [
    3,
    (m) =>
      `wpa_supplicant[${m.pid()}]: wlp2s0: CTRL-EVENT-SIGNAL-CHANGE above=1 signal=-${m.below(50) + 30} noise=9999 txrate=${m.below(900_000)}`,
  ],
  [3, (m) => `wpa_supplicant[${m.pid()}]: wlp2s0: WPA: Group rekeying completed with ${m.mac()} [GTK=CCMP]`],
  [
    3,
    (m) =>
      `systemd-resolved[${m.pid()}]: Using degraded feature set UDP instead of UDP+EDNS0 for DNS server ${m.ip()}.`,
  ],
  [
    4,
    (m) =>
      `gnome-shell[${m.pid()}]: ${m.one(['Window manager warning: last_user_time', "Can't update stage views actor", 'libinput error: event3  - SYNA2393:00: kernel bug'])} (${m.below(99_999_999)}) is greater than comparison timestamp (${m.below(99_999_999)}).`,
  ],
  [
    3,
    (m) =>
      `rtkit-daemon[${m.pid()}]: Supervising ${m.below(12)} threads of ${m.below(9)} processes of ${m.below(3)} users.`,
  ],
  [
    3,
    (m) =>
      `dbus-daemon[${m.pid()}]: [session uid=1000 pid=${m.pid()}] Activating via systemd: service name='org.freedesktop.${m.one(['Tracker3.Miner', 'portal.Desktop', 'timedate1'])}' unit='${m.one(UNITS)}.service' requested by ':1.${m.below(900)}' (uid=1000 pid=${m.pid()} comm="/usr/libexec/tracker" label="unconfined")`,
  ],
  [
    8,
    (m) =>
      `nginx[${m.pid()}]: ${m.ip()} - - "GET ${m.one(PATHS)} HTTP/1.1" ${m.one([200, 200, 304, 404, 499])} ${m.below(90_000)} "-" "Mozilla/5.0 (X11; Linux x86_64; rv:${m.below(40) + 100}.0) Gecko/20100101 Firefox/${m.below(40) + 100}.0"`,
  ],
  [
    4,
    (m) =>
      `postgres[${m.pid()}]: [${m.below(99)}-1] LOG:  duration: ${m.below(9000)}.${m.below(999)} ms  statement: SELECT id, total FROM ${m.one(TABLES)} WHERE updated_at > now() - interval '${m.below(60)} minutes' LIMIT ${m.below(500)}`,
  ],
  [
    4,
    (m) =>
      `dockerd[${m.pid()}]: time="2026-11-${two(m.below(28) + 1)}T10:${two(m.below(60))}:00.${m.below(999_999_999)}Z" level=${m.one(['info', 'warning'])} msg="ignoring event" container=${m.hex(64)} module=libcontainerd namespace=moby topic=/tasks/delete`,
  ],
  [
    2,
    (m) =>
      `smartd[${m.pid()}]: Device: /dev/${m.one(DEVICES)} [SAT], SMART Usage Attribute: 194 Temperature_Celsius changed from ${m.below(40) + 30} to ${m.below(40) + 30}`,
  ],
  [
    2,
    (m) =>
      `postfix/smtpd[${m.pid()}]: ${m.hex(10).toUpperCase()}: client=mx${m.below(9)}.kunde-beispiel.de[${m.ip()}], from=<${m.user()}@kunde-beispiel.de>`,
  ],
  [
    2,
    (m) =>
      `tracker-miner-fs-3[${m.pid()}]: Could not process 'file:///home/${m.user()}/Dokumente/Rechnung%20${m.below(9999)}.pdf': Datei wurde gelöscht`,
  ],
  [
    2,
    (m) =>
      `fwupd[${m.pid()}]: 0${m.below(9)}:${two(m.below(60))}:${two(m.below(60))}.${m.below(999)} FuEngine             failed to get releases for device ${m.hex(40)}: not supported`,
  ],
  [0.02, (m) => `backup.sh[${m.pid()}]: export RESTIC_PASSWORD=${m.secret()}`],
  [0.02, (m) => `app[${m.pid()}]: POST /login failed: Authorization: Bearer ${m.secret()}${m.secret()}`],
];

const TOTAL = MESSAGES.reduce((sum, [weight]) => sum + weight, 0);

const message = (made) => {
  let left = (made.below(1_000_000) / 1_000_000) * TOTAL;
  for (const [weight, write] of MESSAGES) {
    left -= weight;
    if (left < 0) return write(made);
  }
  return MESSAGES[0][1](made);
};
