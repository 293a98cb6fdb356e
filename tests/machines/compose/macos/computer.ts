/**
 * MacBooks with an Intel processor and with Apple's own. Composed in the form in which ifconfig(8), netstat(1),
 * scutil(8), system_profiler(8), diskutil(8), pmset(1), plist files and their kin answer.
 */
import { exec } from '../../../evidence/evidence.ts';
import { installHistory, macPs, netstat } from '../../../evidence/security.ts';
import { clock, NOW, online, unixPing } from '../net.ts';
import type { World } from '../world.ts';
import { profiler } from './profile.ts';

export interface Model {
  readonly chip: 'intel' | 'apple';
  /** `26.1` and its kernel, `25.1.0`. */
  readonly version: string;
  readonly darwin: string;
}

export const plist = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${body}\n</plist>\n`;

const GB = 1e9;

const IFCONFIG = `lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
	options=1203<RXCSUM,TXCSUM,TXSTATUS,SW_TIMESTAMP>
	inet 127.0.0.1 netmask 0xff000000
	inet6 ::1 prefixlen 128
	inet6 fe80::1%lo0 prefixlen 64 scopeid 0x1
gif0: flags=8010<POINTOPOINT,MULTICAST> mtu 1280
stf0: flags=0<> mtu 1280
en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	ether 3c:22:fb:01:02:03
	inet6 fe80::8b7:1281:7499:b504%en0 prefixlen 64 secured scopeid 0x8
	inet 192.168.178.31 netmask 0xffffff00 broadcast 192.168.178.255
	media: autoselect
	status: active
awdl0: flags=8943<UP,BROADCAST,RUNNING,PROMISC,SIMPLEX,MULTICAST> mtu 1484
	ether 1e:06:52:da:9b:86
	inet6 fe80::1c06:52ff:feda:9b86%awdl0 prefixlen 64 scopeid 0xa
	media: autoselect
	status: active
bridge0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	ether 82:00:31:81:83:04
	media: <unknown type>
	status: inactive
utun0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380
	inet6 fe80::ce81:b1c:bd2c:69e%utun0 prefixlen 64 scopeid 0xf
`;

const ROUTES = `Routing tables

Internet:
Destination        Gateway            Flags        Netif Expire
default            192.168.178.1      UGScg          en0
127                127.0.0.1          UCS            lo0
127.0.0.1          127.0.0.1          UH             lo0
192.168.178        link#8             UCS            en0      !
192.168.178.1      3c:a6:2f:1:2:3     UHLWIir        en0   1183

Internet6:
Destination                             Gateway                         Flags         Netif Expire
::1                                     ::1                             UHL             lo0
fe80::%lo0/64                           fe80::1%lo0                     UcI             lo0
`;

const DNS =
  'DNS configuration\n\nresolver #1\n  nameserver[0] : 192.168.178.1\n  if_index : 8 (en0)\n  flags    : Request A records\n  reach    : 0x00020002 (Reachable,Directly Reachable Address)\n\nresolver #2\n  domain   : local\n  options  : mdns\n';

const TOP = ['9.80% user, 12.40% sys, 77.80%', '4.16% user, 3.33% sys, 92.51%']
  .map(
    (shares) =>
      `Processes: 512 total, 2 running, 510 sleeping, 2400 threads\n2026/11/24 13:00:00\nLoad Avg: 1.42, 1.61, 1.55\nCPU usage: ${shares} idle\n`,
  )
  .join('\n');

const IOREG = plist(
  '<array><dict><key>Statistics</key><dict><key>Operations (Read)</key><integer>910000</integer><key>Operations (Write)</key><integer>640000</integer><key>Total Time (Read)</key><integer>310000000000</integer><key>Total Time (Write)</key><integer>120000000000</integer></dict></dict></array>',
);

const MOUNT = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s6 on /System/Volumes/VM (apfs, local, noexec, journaled, noatime, nobrowse)
/dev/disk3s2 on /System/Volumes/Preboot (apfs, local, journaled, nobrowse)
/dev/disk3s4 on /System/Volumes/Update (apfs, local, journaled, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect, root data)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
`;

const ago = (days: number): string => `${new Date(NOW - days * 86_400_000).toISOString().slice(0, 19)}Z`;

const NOT_SET = exec('', 1, 'The domain/default pair does not exist\n');

const NO_TRUST = exec('', 1, 'SecTrustSettingsCopyCertificates: No Trust Settings were found.\n');

const DESTINATION = plist(
  '<dict><key>Destinations</key><array><dict><key>ID</key><string>3F2504E0-4F89-11D3-9A0C-0305E82C3301</string><key>Kind</key><string>Local</string><key>Name</key><string>Backup</string></dict></array></dict>',
);

const UNSET_PLIST = exec('', 1, 'file does not exist or is not readable or is not a regular file\n');

export const space = (freeGb: number) => ({
  totalBytes: 494 * GB,
  freeBytes: freeGb * GB,
  availableBytes: freeGb * GB,
  files: 4_000_000_000,
  freeFiles: 3_000_000_000,
});

export const macos = ({ chip, version, darwin }: Model): World => ({
  os: 'darwin',
  programs: {
    'sysctl -n kern.safeboot': '0\n',
    nvram: exec('', 1, "nvram: Error getting variable - 'boot-args': (iokit/common) data was not found\n"),
    last: 'reboot time                                Sat Nov 21 12:04\nshutdown time                              Sat Nov 21 12:02\n\nwtmp begins Mon Jan  5 09:12\n',
    'launchctl list':
      'PID\tStatus\tLabel\n455\t0\tcom.apple.softwareupdated\n-\t0\tcom.apple.mdworker.shared\n',
    'diskutil apfs': plist(
      '<dict><key>Containers</key><array><dict><key>Volumes</key><array><dict><key>Roles</key><array><string>System</string></array></dict><dict><key>Roles</key><array><string>Data</string></array></dict><dict><key>Roles</key><array><string>Recovery</string></array></dict></array></dict></array></dict>',
    ),
    arch:
      chip === 'apple' ? exec('', 1, 'arch: posix_spawnp: /usr/bin/true: Bad CPU type in executable\n') : '',
    find: '',
    'sysctl vm.loadavg':
      'vm.loadavg: { 1.42 1.61 1.55 }\nhw.logicalcpu: 8\nhw.memsize: 17179869184\nkern.memorystatus_vm_pressure_level: 1\nvm.swapusage: total = 1024.00M  used = 120.25M  free = 903.75M  (encrypted)\n',
    sysctl: `hw.model: ${chip === 'apple' ? 'MacBookPro18,3' : 'MacBookPro16,2'}\n${chip === 'apple' ? 'hw.optional.arm64: 1\n' : ''}kern.hv_vmm_present: 0\n`,
    ifconfig: IFCONFIG,
    'netstat -rn': ROUTES,
    'netstat -an': netstat(),
    arp: '? (192.168.178.1) at 3c:a6:2f:1:2:3 on en0 ifscope [ethernet]\n',
    'scutil --dns': DNS,
    'scutil --proxy':
      '<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n  }\n  FTPPassive : 1\n  HTTPEnable : 0\n}\n',
    system_profiler: profiler(version),
    ping: unixPing(),
    ping6: unixPing(),
    mount: MOUNT,
    'diskutil list -plist': plist('<dict><key>AllDisksAndPartitions</key><array/></dict>'),
    'diskutil appleRAID': plist('<dict><key>AppleRAIDSets</key><array/></dict>'),
    'launchctl print': 'system/com.apple.audio.coreaudiod = {\n\tactive count = 3\n\tstate = running\n}\n',
    osascript: 'output volume:44, input volume:75, alert volume:100, output muted:false\n',
    kmutil:
      '    1  143 0                  0          0          com.apple.kpi.bsd (25.1.0) 7D4C6B3A-1111-2222-3333-444455556666 <>\n',
    systemextensionsctl: '0 extension(s)\n',
    'pmset -g':
      ` System-wide power settings:\nCurrently in use:\n standby              1\n lowpowermode         0\n${chip === 'apple' ? ' powermode            0\n' : ''} sleep                1\n`.trimStart(),
    'pmset -g batt':
      "Now drawing from 'AC Power'\n -InternalBattery-0 (id=4653155)\t100%; charged; 0:00 remaining present: true\n",
    top: TOP,
    ioreg: IOREG,
    'diskutil info': plist(
      '<dict><key>MediaName</key><string>APPLE SSD AP0512Q</string><key>BusProtocol</key><string>Apple Fabric</string><key>SolidState</key><true/></dict>',
    ),
    'tmutil status': plist('<dict><key>Running</key><false/></dict>'),
    'pmset -g therm':
      chip === 'apple'
        ? 'Note: No thermal warning level has been recorded\nNote: No performance warning level has been recorded\nNote: No CPU power status has been recorded\n'
        : 'Note: No thermal warning level has been recorded\nCPU Power notify\n\tCPU_Scheduler_Limit \t= 100\n\tCPU_Available_CPUs \t= 8\n\tCPU_Speed_Limit \t= 100\n',
    'ps -Ao': macPs('/usr/sbin/cupsd'),
    'ps -axo': '    1 /sbin/launchd\n  455 /usr/libexec/softwareupdated\n',
    'log show': '{"count":0,"finished":1}\n',
    lpstat: 'scheduler is running\nno system default destination\n',
    defaults: (argv) => (argv.at(-1) === 'idleTime' ? '300\n' : NOT_SET),
    'tmutil latestbackup':
      '/Volumes/.timemachine/3F2504E0/2026-11-23-203000.backup/2026-11-23-203000.backup\n',
    'tmutil destinationinfo': DESTINATION,
    fdesetup: 'FileVault is On.\n',
    '/usr/libexec/ApplicationFirewall/socketfilterfw': 'Firewall is enabled. (State = 1)\n',
    spctl: 'assessments enabled\n',
    csrutil: 'System Integrity Protection status: enabled.\n',
    security: NO_TRUST,
    systemsetup: 'You need administrator access to run this tool... exiting!\n',
    sysadminctl: exec(
      '',
      0,
      '2026-11-24 12:00:00.000 sysadminctl[1234:5678] screenLock delay is immediate\n',
    ),
    plutil: (argv) =>
      /Managed/.test(argv.at(-1) ?? '')
        ? UNSET_PLIST
        : exec(plist(`<dict><key>LastSuccessfulDate</key><date>${ago(1)}</date></dict>`)),
    [chip === 'apple' ? '/opt/homebrew/bin/brew' : '/usr/local/bin/brew']: '',
  },
  files: {
    '/etc/hosts':
      '##\n# Host Database\n##\n127.0.0.1\tlocalhost\n255.255.255.255\tbroadcasthost\n::1             localhost\n',
    '/System/Library/CoreServices/SystemVersion.plist': plist(
      `<dict>\n\t<key>ProductBuildVersion</key>\n\t<string>25B78</string>\n\t<key>ProductName</key>\n\t<string>macOS</string>\n\t<key>ProductVersion</key>\n\t<string>${version}</string>\n</dict>`,
    ),
    '/Library/Receipts/InstallHistory.plist': installHistory('2026-11-21T03:00:00Z'),
    '/var/log/install.log': `${ago(1).slice(0, 19).replace('T', ' ')}+00 mac softwareupdated[455]: SUScan: Scan complete\n`,
    '/etc/localtime': 'TZif2\nCET-1CEST,M3.5.0,M10.5.0/3\n',
    '/etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*\nSubsystem sftp /usr/libexec/sftp-server\n',
    '/etc/ssh/sshd_config.d/100-macos.conf': 'UsePAM yes\nAcceptEnv LANG LC_*\n',
    '/Library/LaunchDaemons/com.apple.installer.osmessagetracing.plist': '',
  },
  folders: ['/Library/Logs/DiagnosticReports', '/Library/LaunchAgents', '/Users/anna'],
  env: {},
  user: { name: 'anna', home: '/Users/anna', uid: 501, elevated: false },
  system: {
    platform: 'darwin',
    release: darwin,
    arch: chip === 'apple' ? 'arm64' : 'x64',
    hostname: 'mac',
    bootedSecondsAgo: 3 * 86_400,
  },
  clock: clock(),
  spaces: { '/': space(231), '/System/Volumes/Data': space(231) },
  net: online,
});
