/** Programs that do not run, on three computers that are in order but for one thing. */
import type { Answer } from '../../../src/contract.ts';
import { attributes, corpus, type Evidence, exec, file, json, list, none, raw } from '../evidence.ts';

type Answers = Evidence['answers'];

const NOW = Date.UTC(2026, 10, 26, 12);
const HOUR = 3_600_000;
const UP_SECONDS = 20_000;

const platform = (name: 'linux' | 'win32' | 'darwin', arch = 'x64'): Answer =>
  raw('system', {
    platform: name,
    release: '6.12.57-amd64',
    arch,
    hostname: 'lena',
    bootedSecondsAgo: UP_SECONDS,
  });
const clock = raw('clock', { epochMs: NOW, timeZone: 'Europe/Berlin' });
const user = raw('user', { name: 'lena', home: '/Users/lena', uid: 501, elevated: false });

const dmi = (maker: string, model: string): Answer =>
  attributes({ id: { sys_vendor: `${maker}\n`, product_name: `${model}\n`, chassis_type: '10\n' } });

const entry = (hoursAgo: number, fields: Readonly<Record<string, string>>): string =>
  JSON.stringify({ __REALTIME_TIMESTAMP: String((NOW - hoursAgo * HOUR) * 1000), PRIORITY: '2', ...fields });

const COREDUMP = 'fc2e22bc6ee647b6b90729ab34a250b1';
const SPAWN_FAILED = '641257651c1b4ec9a8624d7a40a9e1e7';

/** As systemd 252 writes it down. */
const dumped = (program: string, ...hoursAgo: readonly number[]): string =>
  hoursAgo
    .map((hours) =>
      entry(hours, {
        MESSAGE_ID: COREDUMP,
        COREDUMP_EXE: `/usr/bin/${program}`,
        COREDUMP_COMM: program.slice(0, 15),
        MESSAGE: `Process 4321 (${program}) of user 1000 dumped core.\n\nStack trace of thread 4321:\n#0  0x00007f3c1a2b3c4d n/a (libgtk-4.so.1 + 0x1b3c4d)\n#1  0x0000 main (${program} + 0x12)`,
      }),
    )
    .join('\n');

const spawn = (path: string, errno: number, why: string): string =>
  entry(1 / 2, {
    MESSAGE_ID: SPAWN_FAILED,
    EXECUTABLE: path,
    ERRNO: String(errno),
    MESSAGE: `tool.service: Failed at step EXEC spawning ${path}: ${why}`,
  });

const said = (text: string, hoursAgo = 5): Answer => exec(`${entry(hoursAgo, { MESSAGE: text })}\n`);

/** dmesg -r, so many seconds ago. */
const kernel = (secondsAgo: number, ...texts: readonly string[]): Answer =>
  exec(
    [
      '<6>[    0.000000] Linux version 6.12.57',
      ...texts.map((text) => `<6>[${(UP_SECONDS - secondsAgo).toFixed(6)}] ${text}`),
      '',
    ].join('\n'),
  );

const stat = (pid: number, name: string): string =>
  `${pid} (${name}) S 1 1 1 0 -1 4194560 12345 98765 10 20 15 30 40 50 20 0 1 0 ${100 + pid} 170000000 3000 18446744073709551615 1 1 0 0 0 0 671173123 4096 1260 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n`;
const running = (...names: readonly string[]): Answer =>
  attributes(
    Object.fromEntries(
      ['systemd', ...names].map((name, at) => [String(at + 1), { stat: stat(at + 1, name) }]),
    ),
  );

const MODERN = 'fpu cx16 lahf_lm popcnt pni sse4_1 sse4_2 ssse3 avx avx2 bmi1 bmi2 f16c fma abm movbe xsave';
const cpu = (flags: string): Answer =>
  file(`processor\t: 0\nvendor_id\t: GenuineIntel\nflags\t\t: ${flags}\n\n`);
const release = (id: string, version: string): Answer =>
  file(`ID="${id}"\nVERSION_ID="${version}"\nPRETTY_NAME="${id} ${version}"\n`);

const laptop: Answers = {
  'system.platform': platform('linux'),
  'system.clock': clock,
  'system.user': user,
  'system.container.docker': none(),
  'machine.hardware': dmi('Dell Inc.', 'Latitude 7440'),
  'system.os-release': release('debian', '13'),
  'kernel.log': kernel(100),
  processes: running('gnome-shell', 'clamd'),
  'disk.mounts': file(
    '29 1 253:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n30 29 253:2 / /data rw,noexec shared:2 - ext4 /dev/sda2 rw\n',
  ),
  'programs.noexec': file('/dev/sda1 / ext4 rw,relatime 0 0\n/dev/sda2 /data ext4 rw,noexec,relatime 0 0\n'),
  'programs.journal': exec(dumped('rare-tool', 30)),
  'programs.loader': exec('', 1),
  'programs.apport': none(),
  'programs.processor': cpu(MODERN),
  'programs.memory': file('MemTotal:       16313724 kB\nMemFree:         1000000 kB\n'),
  'programs.flatpak': none(),
  'programs.snap': none(),
};

const row =
  (os: Evidence['os'], base: Answers) =>
  (code: string, what: string, answers: Answers, more: Partial<Evidence> = {}): Evidence => ({
    code: `compatibility/${code}`,
    os,
    from: 'composed',
    what,
    answers: { ...base, ...answers },
    ...more,
  });

const quiet = { quiet: true } as const;
const linux = row('linux', laptop);
const TOOL =
  './tool: error while loading shared libraries: libfuse.so.2: cannot open shared object file: No such file or directory';
const DENIED =
  'audit: type=1400 audit(1795694100.123:80): apparmor="DENIED" operation="exec" class="file" profile="browser" name="/opt/viewer/viewer" pid=4321 comm="browser" requested_mask="x" denied_mask="x" fsuid=1000 ouid=0';

export const linuxRows: readonly Evidence[] = [
  linux('app-arch-mismatch', 'sd-messages.h: a service whose program the kernel refused with ENOEXEC', {
    'programs.journal': exec(spawn('/opt/tool/tool', 8, 'Exec format error')),
  }),
  linux('app-arch-mismatch', 'bash: cannot execute binary file', {
    'programs.loader': said('bash: line 1: ./tool-arm64: cannot execute binary file: Exec format error'),
  }),
  linux(
    'app-arch-mismatch',
    'a service whose program is not there',
    {
      'programs.journal': exec(spawn('/opt/tool/tool', 2, 'No such file or directory')),
    },
    quiet,
  ),
  linux('missing-runtime', 'ld.so(8): an AppImage without libfuse2', {
    'programs.loader': said(TOOL),
    'programs.libraries': exec('2 libs found in cache\n\tlibc.so.6 (libc6,x86-64) => /lib/libc.so.6\n'),
  }),
  linux(
    'missing-runtime',
    'the library has been installed since',
    {
      'programs.loader': said(TOOL),
      'programs.libraries': exec(
        '2 libs found in cache\n\tlibfuse.so.2 (libc6,x86-64) => /lib/libfuse.so.2\n',
      ),
    },
    quiet,
  ),
  linux('app-needs-newer-os', 'ld.so(8): a version of the C library that is not there', {
    'programs.loader': said(
      "/opt/tool/tool: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.43' not found (required by /opt/tool/tool)",
    ),
  }),
  linux(
    'app-needs-newer-os',
    'five days ago',
    {
      'programs.loader': said(
        "/opt/tool/tool: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.43' not found (required by /opt/tool/tool)",
        120,
      ),
    },
    quiet,
  ),
  linux('app-crash-repeated', 'systemd-coredump: three in two days', {
    'programs.journal': exec(dumped('photo-sorter', 2, 20, 40)),
  }),
  linux('app-crash-repeated', 'the kernel: three segfaults', {
    'programs.journal': none('denied', 'the system journal is closed to this user'),
    'kernel.log': kernel(
      500,
      ...[1, 2, 3].map(
        (at) =>
          `photo-sorter[432${at}]: segfault at 0 ip 00007f3c1a2b3c4d sp 00007ffd12345678 error 4 in libgtk-4.so.1[7f3c1a000000+400000] likely on CPU 2 (core 2, socket 0)`,
      ),
    ),
  }),
  linux(
    'app-crash-repeated',
    'three programs once each',
    {
      'programs.journal': exec([dumped('one', 2), dumped('two', 3), dumped('three', 4)].join('\n')),
    },
    quiet,
  ),
  linux(
    'app-crash-repeated',
    'three times, three weeks ago',
    {
      'programs.journal': exec(dumped('photo-sorter', 500, 510, 520)),
    },
    quiet,
  ),
  linux('app-blocked', 'apparmor(7): a program below /opt', { 'kernel.log': kernel(600, DENIED) }),
  linux('app-blocked', 'Ubuntu 24.04: an AppImage may not make a sandbox', {
    'kernel.log': kernel(
      600,
      'audit: type=1400 audit(1795694100.123:81): apparmor="DENIED" operation="capable" class="cap" profile="unprivileged_userns" pid=4321 comm="editor" capability=21  capname="sys_admin"',
    ),
  }),
  linux('app-blocked', 'audit2why(8): SELinux in enforcing mode', {
    'kernel.log': kernel(
      600,
      'audit: type=1400 audit(1795694100.123:82): avc:  denied  { execmem } for  pid=4321 comm="game" scontext=u:r:t:s0 tcontext=u:r:t:s0 tclass=process permissive=0',
    ),
  }),
  linux('app-blocked', 'a service on a volume with noexec', {
    'programs.journal': exec(spawn('/data/tool', 13, 'Permission denied')),
  }),
  linux('app-blocked', 'the same denial two hours ago', { 'kernel.log': kernel(7500, DENIED) }, quiet),
  linux(
    'app-blocked',
    'a server whose snaps are kept from mkdir and bind, as they should be',
    {
      'kernel.log': corpus('machines/hotsos-kubernetes/sos_commands/kernel/dmesg'),
      'system.platform': raw('system', {
        platform: 'linux',
        release: '5.4.0-97-generic',
        arch: 'x64',
        hostname: 'lena',
        bootedSecondsAgo: 400,
      }),
    },
    { from: 'corpus', quiet: true },
  ),
  linux('app-outdated', 'apt-get(8): twelve to upgrade', {
    'packages.upgrade-size/apt': exec(
      'Reading package lists...\n12 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\nNeed to get 35.1 MB of archives.\nAfter this operation, 1,024 kB of additional disk space will be used.\n',
      1,
    ),
  }),
  linux('app-outdated', 'flatpak(1): one', { 'programs.flatpak': exec('org.gimp.GIMP\n') }),
  linux('hardware-below-requirements', 'AlmaLinux 8 on a processor without SSE 4.2', {
    'system.os-release': release('almalinux', '8.10'),
    'programs.processor': cpu('fpu cx16 lahf_lm pni ssse3'),
  }),
  linux('hardware-below-requirements', 'Rocky Linux 9 on a processor without AVX2', {
    'system.os-release': release('rocky', '9.6'),
    'programs.processor': cpu('fpu cx16 lahf_lm popcnt pni sse4_1 sse4_2 ssse3 avx'),
  }),
  linux(
    'hardware-below-requirements',
    'CentOS 7: what comes next is another matter',
    {
      'system.os-release': corpus('os-release/jc-generic/os-release-centos', file),
      'programs.processor': cpu('fpu pni'),
    },
    { from: 'corpus', quiet: true },
  ),
  linux(
    'hardware-below-requirements',
    'Rocky Linux 9 in a virtual machine',
    {
      'system.os-release': release('rocky', '9.6'),
      'programs.processor': cpu('fpu pni'),
      'machine.hardware': dmi('QEMU', 'Standard PC (Q35 + ICH9, 2009)'),
    },
    quiet,
  ),
  linux('two-antiviruses', 'proc_pid_stat(5): ClamAV on access beside Microsoft Defender', {
    processes: running('clamonacc', 'wdavdaemon', 'wdavdaemon'),
  }),
  linux(
    'two-antiviruses',
    'one with several programs',
    { processes: running('wdavdaemon', 'wdavdaemon_ent', 'clamd') },
    quiet,
  ),
];

const COMPUTER = {
  memory: 17_000_000_000,
  disk: 512_110_190_592,
  cores: 8,
  processor: 'Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz',
  maker: 'GenuineIntel',
  identity: 'Intel64 Family 6 Model 142 Stepping 10',
  bits: 64,
  firmware: 2,
  secureBoot: 1,
  tpm2: 1,
};
const WIN10 = { arch: 'AMD64', major: 10, minor: 0, build: 19_045 };
const DEFENDER = { name: 'Windows Defender', guid: '{D68DDC3A-831F-4fae-9E44-DA132C1ACF46}', state: 397_568 };

const windows = (parts: Readonly<Record<string, unknown>>): Answers => {
  const answer = json({
    programs: { value: [] },
    own: { value: [WIN10] },
    products: { value: [DEFENDER] },
    computer: { value: [COMPUTER] },
    winget: { absent: 'CommandNotFound' },
    ...parts,
  });
  return Object.fromEntries(
    ['heads', 'own', 'antiviruses', 'computer', 'winget'].map((part) => [`programs.windows.${part}`, answer]),
  );
};

interface Event {
  readonly log?: string;
  readonly provider: string;
  readonly id: number;
  readonly hours: number;
  readonly data: readonly (string | readonly [name: string, value: string])[];
}

const events = (...all: readonly Event[]): Answers => ({
  'windows.events': json({
    logs: [
      { log: 'System', state: 'ok' },
      { log: 'Application', state: 'ok' },
    ],
    events: all.map(({ log = 'Application', provider, id, hours, data }) => ({
      log,
      provider,
      id,
      at: new Date(NOW - hours * HOUR).toISOString(),
      data: data.map((value) =>
        typeof value === 'string' ? { n: '', v: value } : { n: value[0], v: value[1] },
      ),
    })),
  }),
});

const crash = (program: string, code: string, hours: number, module = 'ntdll.dll'): Event => ({
  provider: 'Application Error',
  id: 1000,
  hours,
  data: [program, '1.2.3.4', '65a1b2c3', module, '10.0.19041.1', '12345678', code, '000000000001a2b3'],
});

const win = row('win32', {
  'system.platform': platform('win32'),
  'system.clock': clock,
  'machine.hardware': json({
    system: { Manufacturer: 'LENOVO', Model: '20KS', PCSystemType: 2, HypervisorPresent: true },
    board: { Manufacturer: 'LENOVO' },
    chassis: [10],
    firmware: 2,
    build: '19045',
  }),
  ...windows({}),
  ...events(crash('rare.exe', 'c0000005', 30)),
});

export const windowsRows: readonly Evidence[] = [
  win(
    'app-arch-mismatch',
    'Microsoft, PE format: a program for ARM64 on x86-64',
    windows({
      programs: { value: [{ name: 'setup-arm64.exe', machine: 0xaa64, old: 0, major: 6, minor: 2 }] },
    }),
  ),
  win(
    'app-arch-mismatch',
    'a program of 16-bit Windows',
    windows({
      programs: { value: [{ name: 'CHESS.EXE', machine: 0, old: 1, major: 0, minor: 0 }] },
    }),
  ),
  win(
    'app-arch-mismatch',
    'Windows 11 on ARM runs programs for x86-64',
    windows({
      own: { value: [{ arch: 'ARM64', major: 10, minor: 0, build: 26_100 }] },
      programs: { value: [{ name: 'setup.exe', machine: 0x8664, old: 0, major: 6, minor: 0 }] },
    }),
    quiet,
  ),
  win(
    'missing-runtime',
    'NTSTATUS 0xC0000135 in Application Error 1000',
    events(crash('editor.exe', 'c0000135', 5)),
  ),
  win(
    'missing-runtime',
    'Application Popup 26 of a Russian Windows',
    events({
      log: 'System',
      provider: 'Application Popup',
      id: 26,
      hours: 5,
      data: [
        'editor.exe - Системная ошибка',
        'Не удается продолжить выполнение кода, поскольку система не обнаружила VCRUNTIME140_1.dll. Для устранения этой проблемы попробуйте переустановить программу.',
      ],
    }),
  ),
  win(
    'missing-runtime',
    'SideBySide 33',
    events({
      provider: 'SideBySide',
      id: 33,
      hours: 5,
      data: [
        'Microsoft.VC90.CRT,processorArchitecture="amd64",type="win32",version="9.0.21022.8"',
        '',
        'C:\\Program Files\\Tool\\tool.exe',
      ],
    }),
  ),
  win(
    'missing-runtime',
    '.NET Runtime 1023: the framework is not installed',
    events({
      provider: '.NET Runtime',
      id: 1023,
      hours: 5,
      data: [
        'Description: A .NET application failed.\nApplication: tool.exe\nPath: C:\\Tool\\tool.exe\nMessage: You must install or update .NET to run this application.\n',
      ],
    }),
  ),
  win(
    'missing-runtime',
    'an access violation is no missing library',
    events(crash('editor.exe', 'c0000005', 5)),
    quiet,
  ),
  win(
    'app-needs-newer-os',
    'an entry point that KERNEL32.dll does not have',
    events({
      log: 'System',
      provider: 'Application Popup',
      id: 26,
      hours: 5,
      data: [
        'tool.exe - Entry Point Not Found',
        'The procedure entry point GetTempPath2W could not be located in the dynamic link library KERNEL32.dll.',
      ],
    }),
  ),
  win(
    'app-needs-newer-os',
    'Microsoft, PE format: the subsystem of Windows 10 on Windows 7',
    windows({
      own: { value: [{ arch: 'AMD64', major: 6, minor: 1, build: 7601 }] },
      programs: { value: [{ name: 'setup.exe', machine: 0x8664, old: 0, major: 10, minor: 0 }] },
    }),
  ),
  win(
    'app-crash-repeated',
    'Application Error 1000 three times',
    events(...[2, 20, 40].map((hours) => crash('photos.exe', 'c0000005', hours, 'nvoglv64.dll'))),
  ),
  win(
    'app-crash-repeated',
    'named fields of Windows 11, and a hang',
    events(
      ...[2, 20].map(
        (hours): Event => ({
          provider: 'Application Error',
          id: 1000,
          hours,
          data: [
            ['AppName', 'photos.exe'],
            ['AppVersion', '1.0'],
            ['AppTimeStamp', '0'],
            ['ModuleName', 'photos.exe'],
            ['ExceptionCode', 'c0000409'],
          ],
        }),
      ),
      { provider: 'Application Hang', id: 1002, hours: 3, data: ['photos.exe', '1.0', '1a2b'] },
    ),
  ),
  win(
    'app-crash-repeated',
    'twice',
    events(crash('photos.exe', 'c0000005', 2), crash('photos.exe', 'c0000005', 20)),
    quiet,
  ),
  win(
    'app-blocked',
    'AppLocker 8004',
    events({
      log: 'Microsoft-Windows-AppLocker/EXE and DLL',
      provider: 'Microsoft-Windows-AppLocker',
      id: 8004,
      hours: 0.5,
      data: [
        ['PolicyName', 'EXE'],
        ['RuleName', '-'],
        ['FilePath', '%OSDRIVE%\\USERS\\LENA\\DOWNLOADS\\TOOL.EXE'],
      ],
    }),
  ),
  win(
    'app-blocked',
    'Defender 1121, an attack surface reduction rule',
    events({
      log: 'Microsoft-Windows-Windows Defender/Operational',
      provider: 'Microsoft-Windows-Windows Defender',
      id: 1121,
      hours: 0.5,
      data: [
        ['Product Name', 'Microsoft Defender Antivirus'],
        ['Path', 'C:\\Users\\lena\\Downloads\\tool.exe'],
      ],
    }),
  ),
  win(
    'app-blocked',
    'CodeIntegrity 3077 yesterday',
    events({
      log: 'Microsoft-Windows-CodeIntegrity/Operational',
      provider: 'Microsoft-Windows-CodeIntegrity',
      id: 3077,
      hours: 24,
      data: [['File Name', '\\Device\\HarddiskVolume3\\Tools\\tool.exe']],
    }),
    quiet,
  ),
  win(
    'app-outdated',
    'Microsoft.WinGet.Client: one',
    windows({ winget: { value: [{ name: 'Mozilla Firefox' }] } }),
  ),
  win(
    'hardware-below-requirements',
    'Windows 10 on a Core of the sixth generation without TPM 2.0',
    windows({
      computer: {
        value: [
          {
            ...COMPUTER,
            identity: 'Intel64 Family 6 Model 94 Stepping 3',
            processor: 'Intel(R) Core(TM) i5-6500',
            tpm2: 0,
          },
        ],
      },
    }),
  ),
  win('hardware-below-requirements', 'a computer that could take it', {}, quiet),
  win(
    'hardware-below-requirements',
    'Windows 11 runs already',
    windows({
      own: { value: [{ ...WIN10, build: 26_100 }] },
      computer: { value: [{ ...COMPUTER, tpm2: 0 }] },
    }),
    quiet,
  ),
  win(
    'two-antiviruses',
    'SecurityCenter2: two that are on',
    windows({
      products: {
        value: [
          { ...DEFENDER, state: 393_472 },
          { name: 'Avast Antivirus', guid: '{1}', state: 266_240 },
          { name: 'ESET Security', guid: '{2}', state: 266_240 },
        ],
      },
    }),
  ),
  win(
    'two-antiviruses',
    'one beside Defender that stepped back, and one that is off',
    windows({
      products: {
        value: [
          { ...DEFENDER, state: 393_472 },
          { name: 'Avast Antivirus', guid: '{1}', state: 266_240 },
          { name: 'Old Antivirus', guid: '{2}', state: 262_144 },
        ],
      },
    }),
    quiet,
  ),
];

const REPORTS = 'programs.reports//Users/lena/Library/Logs/DiagnosticReports';
const report = 'programs.report//Users/lena/Library/Logs/DiagnosticReports/';
const ips = (reason: string): Answer =>
  file(
    `{"app_name":"Sketcher","timestamp":"2026-11-26 10:15:00.00 +0100","bug_type":"309"}\n${JSON.stringify({ termination: { namespace: 'DYLD', code: 1, reasons: [reason] } }, null, 2)}`,
  );

const applications = (...kinds: readonly string[]): Answer =>
  json({
    SPApplicationsDataType: kinds.map((kind, at) => ({
      _name: `Program ${at}`,
      path: `/Applications/Program ${at}.app`,
      arch_kind: kind,
    })),
  });

const plist = (version: string, build: string): Answer =>
  file(
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>ProductBuildVersion</key><string>${build}</string><key>ProductVersion</key><string>${version}</string></dict></plist>\n`,
  );

const EXTENSIONS = (...rows: readonly string[]): Answer =>
  exec(
    `${rows.length} extension(s)\n--- com.apple.system_extension.endpoint_security\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n${rows.join('\n')}\n`,
  );
const extension = (bundle: string, name: string): string =>
  `*\t*\tUBF8T346G9\t${bundle} (1.0/1)\t${name}\t[activated enabled]`;

const mac = row('darwin', {
  'system.platform': platform('darwin', 'arm64'),
  'system.clock': clock,
  'system.user': user,
  'machine.hardware': exec('hw.model: Mac14,2\nhw.optional.arm64: 1\nkern.hv_vmm_present: 0\n'),
  'system.macos-version': plist('15.7.1', '24G231'),
  [REPORTS]: list('Rare-2026-11-25-101500.ips', 'JetsamEvent-2026-11-25-101500.ips'),
  'programs.reports//Library/Logs/DiagnosticReports': list(),
  [`${REPORTS}/Retired`]: none(),
  'programs.macos': applications('arch_arm_i64', 'arch_i64'),
  'programs.rosetta': exec('', 0),
  'programs.macos.needed': exec(
    '/Applications/Program 0.app/Contents/Info.plist:\t<key>LSMinimumSystemVersion</key>\n/Applications/Program 0.app/Contents/Info.plist-\t<string>10.15</string>\n',
  ),
  'programs.macos.quarantine': exec('/Applications/Program 0.app: 01c3;65a1b2c3;Safari;\n'),
  'updates.macos-extensions': EXTENSIONS(extension('com.microsoft.wdav.epsext', 'Microsoft Defender')),
});

export const macRows: readonly Evidence[] = [
  mac('app-arch-mismatch', 'arch(1): a program for Intel, and no Rosetta', {
    'programs.rosetta': exec('', 1, 'arch: posix_spawnp: /usr/bin/true: Bad CPU type in executable\n'),
  }),
  mac('app-arch-mismatch', 'system_profiler: a 32-bit program after macOS 10.14', {
    'programs.macos': applications('arch_arm_i64', 'arch_i32'),
  }),
  mac('app-arch-mismatch', 'a program for Intel, with Rosetta', {}, quiet),
  mac('missing-runtime', 'dyld(1): Library not loaded', {
    [REPORTS]: list('Sketcher-2026-11-26-101500.ips'),
    [`${report}Sketcher-2026-11-26-101500.ips`]: ips('Library not loaded: @rpath/libsketch.2.dylib'),
  }),
  mac('app-needs-newer-os', 'dyld(1): built for macOS 26', {
    [REPORTS]: list('Sketcher-2026-11-26-101500.ips'),
    [`${report}Sketcher-2026-11-26-101500.ips`]: ips(
      'Symbol not found: _$s10Foundation Referenced from: Sketcher (built for macOS 26.0 which is newer than running OS)',
    ),
  }),
  mac('app-needs-newer-os', 'Apple, LSMinimumSystemVersion 26.0 on macOS 15', {
    'programs.macos.needed': exec(
      '/Applications/Sketcher.app/Contents/Info.plist:\t<key>LSMinimumSystemVersion</key>\n/Applications/Sketcher.app/Contents/Info.plist-\t<string>26.0</string>\n--\n',
    ),
  }),
  mac('app-needs-newer-os', 'programs for 10.15', {}, quiet),
  mac('app-crash-repeated', 'names of three reports, old and new', {
    [REPORTS]: list('Sketcher-2026-11-26-101500.ips', 'Sketcher-2026-11-25-091500.000.ips'),
    [`${REPORTS}/Retired`]: list('Sketcher_2026-11-24-081500_Lenas-Mac.crash'),
  }),
  mac(
    'app-crash-repeated',
    'memory ran out three times: no program crashed',
    {
      [REPORTS]: list(...[24, 25, 26].map((day) => `JetsamEvent-2026-11-${day}-101500.ips`)),
    },
    quiet,
  ),
  mac('app-blocked', 'spctl(8): rejected', {
    'programs.macos.quarantine': exec('/Applications/Sketcher.app: 0081;65a1b2c3;Safari;\n'),
    'programs.gatekeeper//Applications/Sketcher.app': exec(
      '',
      3,
      '/Applications/Sketcher.app: rejected\nsource=Unnotarized Developer ID\n',
    ),
  }),
  mac(
    'app-blocked',
    'spctl(8): a new program that is notarized',
    {
      'programs.macos.quarantine': exec('/Applications/Sketcher.app: 0081;65a1b2c3;Safari;\n'),
      'programs.gatekeeper//Applications/Sketcher.app': exec(
        '',
        0,
        '/Applications/Sketcher.app: accepted\nsource=Notarized Developer ID\n',
      ),
    },
    quiet,
  ),
  mac('app-outdated', 'brew(1), outdated --json=v2', {
    'programs.brew': json({ formulae: [{ name: 'ffmpeg' }], casks: [{ name: 'firefox' }] }),
  }),
  mac('hardware-below-requirements', 'Apple: a MacBook Pro of 2018', {
    'machine.hardware': exec('hw.model: MacBookPro15,1\nkern.hv_vmm_present: 0\n'),
  }),
  mac(
    'hardware-below-requirements',
    'Apple: the MacBook Pro of 2019 with 16 inches',
    {
      'machine.hardware': exec('hw.model: MacBookPro16,1\nkern.hv_vmm_present: 0\n'),
    },
    quiet,
  ),
  mac('two-antiviruses', 'systemextensionsctl: two of two makers', {
    'updates.macos-extensions': EXTENSIONS(
      extension('com.microsoft.wdav.epsext', 'Microsoft Defender'),
      extension('com.crowdstrike.falcon.Agent', 'Falcon Sensor'),
    ),
  }),
  mac(
    'two-antiviruses',
    'one, beside a program that is none',
    {
      'updates.macos-extensions': EXTENSIONS(
        extension('com.microsoft.wdav.epsext', 'Microsoft Defender'),
        extension('com.northpolesec.santa.daemon', 'Santa'),
      ),
    },
    quiet,
  ),
];
