/** Security, on three computers that are in order but for one thing. */
import type { Answer } from '../../../src/contract.ts';
import { attributes, type Evidence, exec, file, list, none, raw } from '../evidence.ts';
import { installHistory, laptop, macbook, macPs, netstat, procStats, procTcp, windows } from '../security.ts';

type Answers = Readonly<Record<string, Answer>>;

const row =
  (os: Evidence['os'], base: Answers) =>
  (code: string, what: string, answers: Answers, more: Partial<Evidence> = {}): Evidence => ({
    code: `security/${code}`,
    os,
    from: 'composed',
    what,
    answers: { ...base, ...answers },
    ...more,
  });

const linux = row('linux', laptop);
const mac = row('darwin', macbook);
const win = (
  code: string,
  what: string,
  changes: Parameters<typeof windows>[0],
  more: Partial<Evidence> = {},
  programs: readonly string[] = [],
): Evidence => row('win32', {})(code, what, windows(changes, programs), more);

const quiet = { quiet: true } as const;

const stat = (modifiedAt: string, mode = 0o644): Answer =>
  raw('stat', { type: 'file', bytes: 100, inode: 1, modifiedAt, mode, uid: 1000 });

const UFW_OFF = file('ENABLED=no\nLOGLEVEL=low\n');
const OPEN_SSHD = file('Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\nX11Forwarding yes\n');

/** Four bytes of attributes, then the value, as efivarfs gives them. */
const variable = (...names: readonly string[]): Answer =>
  file(`\x07\0\0\0${names.map((name) => `0\x82\x01${name}\ufffd`).join('')}`);
const SECURE_BOOT_ON = file('\x06\0\0\0\x01');

/** A root of nobody, made for this test: O=Nobody, CN=Helpful Proxy Root. */
const ROOT = file(`-----BEGIN CERTIFICATE-----
MIIBsjCCAVegAwIBAgIUWtB+G1N7oKHXxQedVOzqsy5rAYYwCgYIKoZIzj0EAwIw
LjEPMA0GA1UECgwGTm9ib2R5MRswGQYDVQQDDBJIZWxwZnVsIFByb3h5IFJvb3Qw
HhcNMjYxMTI0MDUxMjUzWhcNMzYxMTIxMDUxMjUzWjAuMQ8wDQYDVQQKDAZOb2Jv
ZHkxGzAZBgNVBAMMEkhlbHBmdWwgUHJveHkgUm9vdDBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABCcNrf4E9+JJSM7KAJUouuvaHuCDDpBIfB3DALxUugX/V9HGEQay
0HHCYUPugLW5Lqm4Zwk+GwYHUOAyvxEUWjmjUzBRMB0GA1UdDgQWBBQ4l0tH3OuX
xNViy2Qgf6pVFjMCmTAfBgNVHSMEGDAWgBQ4l0tH3OuXxNViy2Qgf6pVFjMCmTAP
BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCn0WwUX8oAKPyDFNw4
/Rpjz1WP6oOC52Zn/t3pBqTucQIhAL+gyI1RojH6hu6NOOuScZahK8jmTH184UKy
UugX2swv
-----END CERTIFICATE-----
`);

export const linuxRows: readonly Evidence[] = [
  linux('firewall-off', 'ufw(8): ENABLED=no in ufw.conf, a web server listens', {
    'security.ufw': UFW_OFF,
    'net.listeners': procTcp(8080),
  }),
  linux(
    'firewall-off',
    'firewalld is among what starts',
    {
      'security.ufw': none(),
      'security.autostart': list('firewalld.service'),
      'net.listeners': procTcp(8080),
    },
    quiet,
  ),
  linux(
    'firewall-off',
    'a server without a desktop',
    {
      'security.ufw': UFW_OFF,
      'security.sessions.x': none(),
      'security.sessions.wayland': none(),
      'machine.hardware': attributes({ id: { sys_vendor: 'Supermicro\n', chassis_type: '23\n' } }),
      'net.listeners': procTcp(22, 80, 443),
    },
    quiet,
  ),
  linux('antivirus-off', 'ClamAV whose daily.cld is three weeks old', {
    'security.clamav': list('bytecode.cvd', 'daily.cld', 'main.cvd'),
    'security.stat//var/lib/clamav/daily.cld': stat('2026-11-03T05:00:00.000Z'),
  }),
  linux('antivirus-off', 'no antivirus at all', {}, quiet),
  linux('malware-detected', 'clamd.conf(5): a line of clamav.log, the file is still there', {
    'security.clamav.log': file(
      'Tue Nov 24 10:00:00 2026 -> SelfCheck: Database status OK.\nTue Nov 24 10:02:11 2026 -> /home/lena/Downloads/invoice.exe: Win.Test.EICAR_HDB-1(44d88612fea8a8f36de82e1278abb02f:68) FOUND\n',
    ),
    'security.stat//home/lena/Downloads/invoice.exe': stat('2026-11-24T10:00:00.000Z'),
  }),
  linux('disk-not-encrypted', 'a laptop whose root is a partition', {
    'disk.mounts': file('29 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw\n'),
    'security.mappings': attributes({ nvme0n1: {} }),
  }),
  linux('disk-not-encrypted', 'LVM on LUKS', {}, quiet),
  linux(
    'disk-not-encrypted',
    'a virtual machine',
    {
      'disk.mounts': file('29 1 254:1 / / rw,relatime - ext4 /dev/vda1 rw\n'),
      'machine.hardware': attributes({
        id: { sys_vendor: 'QEMU\n', product_name: 'Standard PC (Q35 + ICH9, 2009)\n', chassis_type: '1\n' },
      }),
    },
    quiet,
  ),
  linux('no-backup', 'no traces of any program', { 'security.list//home/lena/.cache/restic': none() }),
  linux('no-backup', 'restic ran four days ago', {}, quiet),
  linux('no-screen-lock', 'gsettings: idle-delay 0', {
    'security.gsettings/org.gnome.desktop.session': exec('org.gnome.desktop.session idle-delay uint32 0\n'),
  }),
  linux('no-screen-lock', 'GDM signs somebody in', {
    'security.autologin.gdm3': file('[daemon]\nAutomaticLoginEnable = true\nAutomaticLogin = lena\n'),
  }),
  linux('remote-access-open', 'sshd as Debian sets it up, with passwords, and no firewall', {
    'security.ufw': UFW_OFF,
    'security.sshd': OPEN_SSHD,
    'security.sshd.parts': list(),
    'net.listeners': procTcp(22),
  }),
  linux(
    'remote-access-open',
    'a part of the configuration forbids passwords',
    {
      'security.ufw': UFW_OFF,
      'security.sshd': OPEN_SSHD,
      'security.sshd.parts': list('50-keys.conf'),
      'security.part//etc/ssh/sshd_config.d/50-keys.conf': file(
        'PasswordAuthentication no\nKbdInteractiveAuthentication no\n',
      ),
      'net.listeners': procTcp(22),
    },
    quiet,
  ),
  linux('remote-control-tool', 'teamviewerd starts with the computer', {
    processes: procStats('gnome-shell', 'teamviewerd'),
    'security.autostart': list('teamviewerd.service', 'ufw.service'),
  }),
  linux('secure-boot-stale', 'efivarfs: only the certificates of 2011', {
    'security.secure-boot': SECURE_BOOT_ON,
    'security.secure-boot.kek': variable('Microsoft Corporation KEK CA 2011'),
    'security.secure-boot.db': variable(
      'Microsoft Windows Production PCA 2011',
      'Microsoft Corporation UEFI CA 2011',
    ),
  }),
  linux(
    'secure-boot-stale',
    'efivarfs: those of 2023 as well',
    {
      'security.secure-boot': SECURE_BOOT_ON,
      'security.secure-boot.kek': variable(
        'Microsoft Corporation KEK CA 2011',
        'Microsoft Corporation KEK 2K CA 2023',
      ),
      'security.secure-boot.db': variable(
        'Microsoft Corporation UEFI CA 2011',
        'Windows UEFI CA 2023',
        'Microsoft UEFI CA 2023',
      ),
    },
    quiet,
  ),
  linux('unknown-root-ca', 'update-ca-certificates(8): a certificate in /usr/local', {
    'security.roots.debian': list('helpful.crt'),
    'security.root//usr/local/share/ca-certificates/helpful.crt': ROOT,
  }),
  linux('private-files-exposed', 'an id_ed25519 with mode 644', {
    'security.stat//home/lena/.ssh/id_ed25519': stat('2025-03-01T10:00:00.000Z'),
  }),
  linux('private-files-exposed', 'smb.conf(5): a share where guests write', {
    'security.list//home/lena/.ssh': none(),
    processes: procStats('smbd'),
    'security.samba': file(
      '[global]\n  workgroup = WORKGROUP\n[Public]\n  path = /srv/public\n  guest ok = yes\n  read only = no\n',
    ),
  }),
];

export const windowsRows: readonly Evidence[] = [
  win('firewall-off', 'MSFT_NetFirewallProfile: Public is off', {
    firewall: [
      { name: 'Private', enabled: 1 },
      { name: 'Public', enabled: 0 },
    ],
  }),
  win(
    'firewall-off',
    'another firewall is registered and on',
    {
      firewall: [{ name: 'Public', enabled: 0 }],
      products: [
        { class: 'AntiVirusProduct', name: 'Kaspersky', state: 266240 },
        { class: 'FirewallProduct', name: 'Kaspersky', state: 266240 },
      ],
    },
    quiet,
  ),
  win('antivirus-off', 'MSFT_MpComputerStatus: real-time protection is off', {
    products: [{ class: 'AntiVirusProduct', name: 'Windows Defender', state: 393472 }],
    defender: [{ service: true, enabled: true, realTime: false, age: 0, mode: 'Normal' }],
  }),
  win('antivirus-off', 'signatures of 15 days ago', {
    defender: [{ service: true, enabled: true, realTime: true, age: 15, mode: 'Normal' }],
  }),
  win('malware-detected', 'MSFT_MpThreatDetection: status 102, quarantine failed', {
    threats: [
      {
        name: 'Trojan:Win32/Wacatac.B!ml',
        id: '2147735503',
        status: 102,
        at: '2026-11-23T20:00:00.0000000Z',
        resources: ['file:_C:\\Users\\lena\\Downloads\\setup.exe'],
      },
    ],
  }),
  win('disk-not-encrypted', 'System.Volume.BitLockerProtection 2 on a laptop', {
    bitlocker: [{ drive: 'C:', state: 2 }],
  }),
  win('no-backup', 'neither File History nor Windows Backup', { backup: [] }),
  win('no-screen-lock', 'Winlogon AutoAdminLogon on a laptop', {
    lock: [
      {
        autoLogon: '1',
        autoUser: 'lena',
        idle: null,
        console: null,
        saverActive: '1',
        saverSecure: null,
        saverTimeout: null,
        saverProgram: null,
      },
    ],
  }),
  win('no-screen-lock', 'waking asks for the password', {}, quiet),
  win('remote-access-open', 'fDenyTSConnections 0 without NLA', {
    rdp: [{ deny: 0, nla: 0, port: 3389 }],
    listening: [{ port: 3389, address: '::' }],
  }),
  win(
    'remote-control-tool',
    'AnyDesk runs, and its service starts by itself',
    { services: [{ name: 'AnyDesk' }] },
    {},
    ['AnyDesk.exe'],
  ),
  win('secure-boot-stale', 'Microsoft KB5068202: UEFICA2023Status NotStarted', {
    secureBoot: [{ on: 1, status: 'NotStarted', error: null, capable: 0 }],
  }),
  win(
    'secure-boot-stale',
    'NotStarted, and it starts by the new keys already',
    { secureBoot: [{ on: 1, status: 'NotStarted', error: null, capable: 2 }] },
    quiet,
  ),
  win('unknown-root-ca', 'a root that is not in AuthRoot', {
    roots: [
      { subject: 'CN=Helpful Proxy Root, O=Nobody', thumbprint: '00112233445566778899AABBCCDDEEFF00112233' },
    ],
  }),
  win('unknown-root-ca', 'the roots that Windows brings', {}, quiet),
  win('private-files-exposed', 'Win32_OptionalFeature: SMB1Protocol is installed', {
    smb1: [{ parameter: null, feature: 1 }],
  }),
  win('private-files-exposed', 'everybody may write to a share, and the guest account is on', {
    shares: [{ share: 'Photos', sid: 'S-1-1-0', mask: 2032127, guest: 1 }],
  }),
  win('private-files-exposed', 'users may read a private key', {
    sshKeys: [{ path: 'C:\\Users\\lena\\.ssh\\id_rsa', sid: 'S-1-5-32-545', rights: 1179817 }],
  }),
];

const event = (status: string, causedBy: readonly string[]): Answer =>
  exec(
    `${JSON.stringify({
      timestamp: '2026-11-23 14:07:33.000000+0100',
      processImagePath:
        '/Library/Apple/System/Library/CoreServices/XProtect.app/Contents/MacOS/XProtectRemediatorAdload',
      subsystem: 'com.apple.XProtectFramework.PluginAPI',
      category: 'XPEvent.structured',
      eventMessage: JSON.stringify({
        caused_by: causedBy,
        execution_duration: 0.02,
        status_code: 24,
        status_message: status,
      }),
    })}\n{"count":1,"finished":1}\n`,
  );

export const macRows: readonly Evidence[] = [
  mac('firewall-off', 'socketfilterfw: State = 0', {
    'security.mac.firewall': exec('Firewall is disabled. (State = 0)\n'),
  }),
  mac('antivirus-off', 'InstallHistory.plist: no XProtect data for half a year', {
    'security.mac.installs': installHistory('2026-05-01T03:00:00Z'),
  }),
  mac('antivirus-off', 'spctl: assessments disabled', {
    'security.mac.gatekeeper': exec('assessments disabled\n'),
  }),
  mac('antivirus-off', 'csrutil: disabled', {
    'security.mac.integrity': exec('System Integrity Protection status: disabled.\n'),
  }),
  mac('malware-detected', 'an event of XProtect Remediator with a cause', {
    'security.mac.remediator': event('FailedToRemediate', ['/Users/lena/Library/x']),
  }),
  mac(
    'malware-detected',
    'NoThreatDetected',
    { 'security.mac.remediator': event('NoThreatDetected', []) },
    quiet,
  ),
  mac('disk-not-encrypted', 'fdesetup(8): FileVault is Off', {
    'security.mac.filevault': exec('FileVault is Off.\n'),
  }),
  mac('no-backup', 'tmutil(8): No destinations configured', {
    'security.mac.backup.place': exec('tmutil: No destinations configured.\n'),
  }),
  mac(
    'no-backup',
    'tmutil may not tell without Full Disk Access',
    {
      'security.mac.backup.last': exec(
        '',
        80,
        'tmutil: latestbackup requires Full Disk Access privileges.\n',
      ),
    },
    quiet,
  ),
  mac('no-screen-lock', 'sysadminctl: screenLock is off', {
    'security.mac.screen-lock': exec('', 0, '2026-11-24 12:00:00.000 sysadminctl[1:2] screenLock is off\n'),
  }),
  mac('remote-access-open', 'netstat: port 22 listens, sshd_config takes passwords', {
    'net.listeners': netstat(22),
    'security.mac.firewall': exec('Firewall is disabled. (State = 0)\n'),
  }),
  mac('remote-control-tool', 'TeamViewer runs, and has a launch daemon', {
    processes: macPs('/Applications/TeamViewer.app/Contents/MacOS/TeamViewer_Service'),
    'security.mac.daemons': list('com.teamviewer.teamviewer_service.plist'),
  }),
  mac('unknown-root-ca', 'security(1) dump-trust-settings -d', {
    'security.mac.roots': exec(
      'Number of trusted certs = 1\nCert 0: Helpful Proxy Root\n   Number of trust settings : 1\n   Trust Setting 0:\n      Result Type            : kSecTrustSettingsResultTrustRoot\n',
    ),
  }),
  mac('private-files-exposed', 'a key with mode 644', {
    'security.list//Users/lena/.ssh': list('id_rsa', 'id_rsa.pub'),
    'security.stat//Users/lena/.ssh/id_rsa': stat('2025-03-01T10:00:00.000Z'),
  }),
  mac('private-files-exposed', 'guests may use shared folders', {
    'security.mac.guest-share': exec('1\n'),
    'net.listeners': netstat(445),
  }),
];
