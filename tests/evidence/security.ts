/** Computers for the rows of the security check: what each answers when nothing is wrong. */
import type { Answer } from '../../src/contract.ts';
import { attributes, exec, file, list, none, raw } from './evidence.ts';

export const NOW = Date.UTC(2026, 10, 24, 12);

const clock = raw('clock', { epochMs: NOW, timeZone: 'Europe/Berlin' });

const platform = (name: 'linux' | 'win32' | 'darwin', release: string): Answer =>
  raw('system', { platform: name, release, arch: 'x64', hostname: 'lena', bootedSecondsAgo: 3600 });

const user = (home: string, uid: number): Answer =>
  raw('user', { name: 'lena', home, uid, elevated: uid === 0 });

/** proc_net(5): ssh and printing; `open` are ports that listen to everybody. */
export const procTcp = (...open: readonly number[]): Answer =>
  file(
    [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      '   0: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 21391 1 0000000000000000 100 0 0 10 0',
      '   1: 2A00A8C0:D431 22D8B85D:01BB 01 00000000:00000000 02:000009F1 00000000  1000        0 40122 2 0000000000000000 24 4 30 10 -1',
      ...open.map(
        (port, at) =>
          `   ${at + 2}: 00000000:${port.toString(16).toUpperCase().padStart(4, '0')} 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 2138${at} 1 0000000000000000 100 0 0 10 0`,
      ),
      '',
    ].join('\n'),
  );

/** proc_pid_stat(5) of some programs, and of init. */
export const procStats = (...names: readonly string[]): Answer =>
  attributes(
    Object.fromEntries(
      ['systemd', ...names].map((name, at) => [
        String(at + 1),
        {
          stat: `${at + 1} (${name}) S 1 1 1 0 -1 4194560 12345 98765 10 20 15 30 40 50 20 0 1 0 ${100 + at} 170000000 3000 18446744073709551615 1 1 0 0 0 0 671173123 4096 1260 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n`,
        },
      ]),
    ),
  );

const dmi = (chassis: string): Answer =>
  attributes({
    id: {
      sys_vendor: 'LENOVO\n',
      product_name: '20XW\n',
      product_version: 'ThinkPad X1\n',
      chassis_type: `${chassis}\n`,
    },
  });

const mountinfo = (source: string): Answer =>
  file(`29 1 253:1 / / rw,relatime shared:1 - ext4 ${source} rw\n`);

/** A laptop with Debian and GNOME, encrypted, with everything in order. */
export const laptop: Readonly<Record<string, Answer>> = {
  'system.platform': platform('linux', '6.12.57-amd64'),
  'system.clock': clock,
  'system.user': user('/home/lena', 1000),
  'system.container.docker': none(),
  'machine.hardware': dmi('10'),
  'security.sessions.x': list('gnome-xorg.desktop'),
  'security.sessions.wayland': list('gnome.desktop'),
  'security.autostart': list('NetworkManager.service', 'cups.path', 'ufw.service'),
  'security.autostart.early': list('apparmor.service'),
  'security.timers': list('apt-daily.timer', 'dpkg-db-backup.timer', 'fstrim.timer'),
  'security.ufw': file('# /etc/ufw/ufw.conf\n#\nENABLED=yes\nLOGLEVEL=low\n'),
  'net.listeners': procTcp(),
  'net.listeners.6': none(),
  processes: procStats('gnome-shell', 'cupsd'),
  'security.sshd': none(),
  'disk.mounts': mountinfo('/dev/mapper/vg-root'),
  'security.mappings': attributes({
    'dm-0': { 'dm/name': 'nvme0n1p3_crypt\n', 'dm/uuid': 'CRYPT-LUKS2-0123456789abcdef-nvme0n1p3_crypt\n' },
    'dm-1': { 'dm/name': 'vg-root\n', 'dm/uuid': 'LVM-abcdefabcdefabcdef\n' },
    nvme0n1: {},
  }),
  'security.below/dm-1': list('dm-0'),
  'security.desktop': raw('env', { values: { XDG_CURRENT_DESKTOP: 'GNOME' } }),
  'security.gsettings/org.gnome.desktop.screensaver': exec(
    'org.gnome.desktop.screensaver idle-activation-enabled true\norg.gnome.desktop.screensaver lock-delay uint32 0\norg.gnome.desktop.screensaver lock-enabled true\n',
  ),
  'security.gsettings/org.gnome.desktop.session': exec('org.gnome.desktop.session idle-delay uint32 300\n'),
  'security.autologin.gdm3': file('[daemon]\n#AutomaticLoginEnable = true\n#AutomaticLogin = user1\n'),
  'security.secure-boot': none(),
  'security.list//home/lena/.ssh': list('config', 'id_ed25519', 'id_ed25519.pub', 'known_hosts'),
  'security.stat//home/lena/.ssh/id_ed25519': raw('stat', {
    type: 'file',
    bytes: 411,
    inode: 7,
    modifiedAt: '2025-03-01T10:00:00.000Z',
    mode: 0o600,
    uid: 1000,
  }),
  'security.list//home/lena/.cache/restic': list('a'.repeat(64), 'CACHEDIR.TAG'),
  [`security.stat//home/lena/.cache/restic/${'a'.repeat(64)}/snapshots`]: raw('stat', {
    type: 'folder',
    bytes: 4096,
    inode: 9,
    modifiedAt: '2026-11-20T20:00:00.000Z',
  }),
};

const part = (...value: readonly unknown[]): unknown => ({ value });

/** Windows 11 on a laptop, everything in order: the batch of the security check, in parts. */
const windowsParts: Readonly<Record<string, unknown>> = {
  firewall: part(...['Domain', 'Private', 'Public'].map((name) => ({ name, enabled: 1 }))),
  networks: part({ category: 1 }),
  products: part({ class: 'AntiVirusProduct', name: 'Windows Defender', state: 397568 }),
  defender: part({ service: true, enabled: true, realTime: true, age: 0, mode: 'Normal' }),
  threats: part(),
  backup: part({ name: 'File History', kind: 'copy', last: '2026-11-23T18:00:00.0000000Z' }),
  lock: part({
    autoLogon: '0',
    autoUser: 'lena',
    idle: null,
    console: null,
    saverActive: '1',
    saverSecure: null,
    saverTimeout: null,
    saverProgram: null,
  }),
  rdp: part({ deny: 1, nla: 1, port: 3389 }),
  listening: part({ port: 135, address: '0.0.0.0' }, { port: 5040, address: '0.0.0.0' }),
  services: part({ name: 'WinDefend' }, { name: 'Dhcp' }),
  secureBoot: part({ on: 1, status: 'Updated', error: null, capable: 2 }),
  roots: part({
    subject:
      'CN=Microsoft Root Certificate Authority 2010, O=Microsoft Corporation, L=Redmond, S=Washington, C=US',
    thumbprint: '3B1EFD3A66EA28B16697394703A72CA340A05BD5',
  }),
  shares: part(),
  smb1: part({ parameter: null, feature: 2 }),
  sshKeys: part(),
};

const READS = [
  'firewall',
  'networks',
  'products',
  'defender',
  'threats',
  'backup',
  'lock',
  'rdp',
  'listening',
  'services',
  'secure-boot',
  'roots',
  'shares',
  'smb1',
  'ssh-keys',
] as const;

const process = (id: number, name: string) => ({
  id,
  parent: 4,
  name,
  kernel: 100,
  user: 100,
  bytes: 1000,
  started: 638_000_000_000_000_000,
});

/** Windows with some parts of the batch changed; `programs` run beside the system's own. */
export const windows = (
  changes: Readonly<Record<string, readonly unknown[] | { readonly denied: string }>> = {},
  programs: readonly string[] = [],
): Readonly<Record<string, Answer>> => {
  const changed = Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, Array.isArray(value) ? { value } : value]),
  );
  const batch = exec(JSON.stringify({ ...windowsParts, ...changed }));
  const machine = exec(
    JSON.stringify({
      system: { Manufacturer: 'Dell Inc.', Model: 'XPS 13', PCSystemType: 2, HypervisorPresent: true },
      board: { Manufacturer: 'Dell Inc.' },
      chassis: [10],
      firmware: 2,
      build: '26200',
      lock: changed.bitlocker ?? part({ drive: 'C:', state: 1 }),
    }),
  );
  const look = {
    at: 638_100_000_000_000_000,
    processes: ['System', 'explorer.exe', ...programs].map((name, at) => process(4 + at, name)),
  };
  return {
    'system.platform': platform('win32', '10.0.26200'),
    'system.clock': clock,
    'system.user': user('C:\\Users\\lena', -1),
    'machine.hardware': machine,
    'machine.bitlocker': machine,
    processes: exec(JSON.stringify({ first: look, second: { ...look, at: look.at + 10_000_000 } })),
    ...Object.fromEntries(READS.map((name) => [`security.windows.${name}`, batch])),
  };
};

/** netstat(1) of macOS; `open` are ports that listen to everybody. */
export const netstat = (...open: readonly number[]): Answer =>
  exec(
    [
      'Active Internet connections (including servers)',
      'Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    ',
      'tcp4       0      0  192.168.0.42.52100     17.57.146.20.5223      ESTABLISHED',
      'tcp4       0      0  127.0.0.1.631          *.*                    LISTEN     ',
      'tcp6       0      0  ::1.631                *.*                    LISTEN     ',
      ...open.map(
        (port) => `tcp46      0      0  *.${port}                 *.*                    LISTEN     `,
      ),
      '',
    ].join('\n'),
  );

/** ps(1) as the shared read asks for it. */
export const macPs = (...paths: readonly string[]): Answer =>
  exec(
    ['/sbin/launchd', '/System/Library/CoreServices/Finder.app/Contents/MacOS/Finder', ...paths]
      .map(
        (path, at) =>
          `${String(at + 1).padStart(5)}     0   0.0  12000   0:01.23 02-03:04:05  0 Ss   ${path}`,
      )
      .join('\n'),
  );

export const installHistory = (date: string): Answer =>
  file(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<array>
	<dict>
		<key>date</key>
		<date>2025-10-01T08:00:00Z</date>
		<key>displayName</key>
		<string>macOS 26.0.1</string>
		<key>displayVersion</key>
		<string>26.0.1</string>
		<key>processName</key>
		<string>softwareupdated</string>
	</dict>
	<dict>
		<key>date</key>
		<date>${date}</date>
		<key>displayName</key>
		<string>XProtectPlistConfigData</string>
		<key>displayVersion</key>
		<string>5325</string>
		<key>packageIdentifiers</key>
		<array>
			<string>com.apple.pkg.XProtectPlistConfigData_10_15.16U4400</string>
		</array>
		<key>processName</key>
		<string>softwareupdated</string>
	</dict>
</array>
</plist>
`);

const unset = (domain: string, key: string): Answer =>
  exec(
    '',
    1,
    `2026-11-24 12:00:00.000 defaults[1234:5678] \nThe domain/default pair of (${domain}, ${key}) does not exist\n`,
  );

const destination = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
	<key>Destinations</key>
	<array>
		<dict>
			<key>ID</key>
			<string>3F2504E0-4F89-11D3-9A0C-0305E82C3301</string>
			<key>Kind</key>
			<string>Local</string>
			<key>Name</key>
			<string>Backup</string>
		</dict>
	</array>
</dict>
</plist>
`;

/** A MacBook, everything in order. */
export const macbook: Readonly<Record<string, Answer>> = {
  'system.platform': platform('darwin', '25.1.0'),
  'system.clock': clock,
  'system.user': user('/Users/lena', 501),
  'machine.hardware': exec('hw.model: MacBookAir10,1\nhw.optional.arm64: 1\nkern.hv_vmm_present: 0\n'),
  'net.listeners': netstat(),
  processes: macPs(),
  'security.sshd': file('Include /etc/ssh/sshd_config.d/*\nSubsystem sftp /usr/libexec/sftp-server\n'),
  'security.sshd.parts': list('100-macos.conf'),
  'security.part//etc/ssh/sshd_config.d/100-macos.conf': file('UsePAM yes\nAcceptEnv LANG LC_*\n'),
  'security.mac.firewall': exec('Firewall is enabled. (State = 1)\n'),
  'security.mac.gatekeeper': exec('assessments enabled\n'),
  'security.mac.integrity': exec('System Integrity Protection status: enabled.\n'),
  'security.mac.filevault': exec('FileVault is On.\n'),
  'security.mac.installs': installHistory('2026-11-10T03:00:00Z'),
  'security.mac.backup.place': exec(destination),
  'security.mac.backup.last': exec(
    '/Volumes/.timemachine/3F2504E0/2026-11-23-203000.backup/2026-11-23-203000.backup\n',
  ),
  'security.mac.screen-lock': exec(
    '',
    0,
    '2026-11-24 12:00:00.000 sysadminctl[1234:5678] screenLock delay is immediate\n',
  ),
  'security.mac.idle': exec('300\n'),
  'security.mac.autologin': unset('/Library/Preferences/com.apple.loginwindow', 'autoLoginUser'),
  'security.mac.guest-share': unset(
    '/Library/Preferences/SystemConfiguration/com.apple.smb.server',
    'AllowGuestAccess',
  ),
  'security.mac.daemons': list('com.apple.installer.osmessagetracing.plist'),
  'security.mac.agents': list(),
  'security.mac.roots': exec('', 1, 'SecTrustSettingsCopyCertificates: No Trust Settings were found.\n'),
  'security.mac.roots.own': exec('', 1, 'SecTrustSettingsCopyCertificates: No Trust Settings were found.\n'),
  'security.mac.remediator': exec(''),
  'security.list//Users/lena/.ssh': none(),
};
