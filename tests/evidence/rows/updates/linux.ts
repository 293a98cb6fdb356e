/** Updates on Linux: each package manager in its own words. */
import {
  attributes,
  captured,
  corpus,
  type Evidence,
  exec,
  file,
  type Given,
  list,
  none,
  raw,
} from '../../evidence.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 24 * 3600 * 1000;
const ago = (days: number): string => new Date(NOW - days * DAY).toISOString();
const stat = (days: number, inode = 1) =>
  raw('stat', { type: 'file', bytes: 0, inode, modifiedAt: ago(days) });

const on = (release: string, kernel = '6.1.0-13-amd64'): Readonly<Record<string, Given>> => ({
  'system.platform': raw('system', {
    platform: 'linux',
    release: kernel,
    arch: 'x64',
    hostname: 'pc',
    bootedSecondsAgo: 7200,
  }),
  'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
  'system.os-release': file(release),
});
const debian = on('ID=debian\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\n');
const ubuntu = on('ID=ubuntu\nID_LIKE=debian\nNAME=Ubuntu\nVERSION_ID="24.04"\n');
const fedora = on('ID=fedora\nNAME="Fedora Linux"\nVERSION_ID=44\n');
const leap = on('ID="opensuse-leap"\nID_LIKE="suse opensuse"\nNAME="openSUSE Leap"\nVERSION_ID="16.0"\n');
const arch = {
  ...on('ID=arch\nNAME="Arch Linux"\n', '6.11.5-arch1-1'),
  'packages.pacman-keyring': list('pubring.gpg', 'trustdb.gpg'),
};
const alpine = on('ID=alpine\nNAME="Alpine Linux"\nVERSION_ID=3.23.0\n');

const corpusFile = (path: string): Given => corpus(path, file);

const row = (
  code: string,
  from: Evidence['from'],
  what: string,
  base: Readonly<Record<string, Given>>,
  answers: Readonly<Record<string, Given>>,
  more: Partial<Evidence> = {},
): Evidence => ({ code, os: 'linux', from, what, answers: { ...base, ...answers }, ...more });

const LISTS = '/var/lib/apt/lists';
const VENDOR = '/etc/apt/sources.list.d/vendor.list';
const target =
  "'http://vendor.example/apt/dists/stable/InRelease' vendor.example_apt_dists_stable_InRelease 0 \n";
const source = 'deb http://vendor.example/apt stable main\n';
const HTTP = {
  outcome: 'answered' as const,
  status: 200,
  headers: { date: 'Tue, 24 Nov 2026 12:00:00 GMT' },
  bodyBytes: 200,
  complete: false,
  ms: 30,
};
const answer = (more: object) => raw('http', { ...HTTP, body: '', ...more });
const vendor: Readonly<Record<string, Given>> = {
  'packages.apt-targets': exec(target),
  'packages.apt-source-files': list('vendor.list'),
  [`packages.apt-source-file/${VENDOR}`]: file(source),
};

const locking: readonly Evidence[] = [
  row(
    'updates/package-manager-locked',
    'lab',
    'dpkg-locked: unattended-upgrade holds lock-frontend',
    debian,
    {
      'system.locks': file('1: POSIX  ADVISORY  WRITE 107 07:00:131112 0 EOF\n'),
      'disk.stat//var/lib/dpkg/lock-frontend': stat(9, 131112),
      'process.name/107': file('unattended-upgr\n'),
    },
  ),
  row(
    'updates/package-manager-locked',
    'captured',
    'pacman 6.0.2 left db.lck; it was made before this start',
    arch,
    {
      'disk.stat//var/lib/pacman/db.lck': stat(3),
    },
  ),
  row('updates/package-manager-locked', 'composed', 'libzypp: /run/zypp.pid names a running zypper', leap, {
    'packages.zypp-pid': file('4711\n'),
    'process.name/4711': file('Zypp-main\n'),
  }),
  row(
    'updates/package-manager-locked',
    'composed',
    'the process of /run/zypp.pid is long gone, and its number somebody else’s',
    leap,
    { 'packages.zypp-pid': file('4711\n'), 'process.name/4711': file('firefox\n') },
    { quiet: true },
  ),
];

const packages: readonly Evidence[] = [
  row('updates/package-db-interrupted', 'lab', 'dpkg-reinst-required: dpkg-query of dpkg 1.21', debian, {
    'packages.dpkg': exec('ii  bash yes\niHR lab-codec \n'),
  }),
  row(
    'updates/package-db-interrupted',
    'captured',
    'pacman 6.0.2 -Dk on an entry without its description',
    arch,
    {
      'packages.pacman-check': captured('pacman-dk-6.0.2-debian12-damaged.txt', (text) => exec('', 1, text)),
    },
  ),
  row('updates/package-db-interrupted', 'composed', 'pacman’s log ends within a run: the power went', arch, {
    'packages.pacman-log': captured('pacman-log-6.0.2-debian12.txt', (text) =>
      file(text.slice(0, text.lastIndexOf('[', text.lastIndexOf('upgraded libfoo')))),
    ),
  }),
  row(
    'updates/package-db-interrupted',
    'captured',
    'pacman 6.0.2: a whole log and a healthy database',
    arch,
    {
      'packages.pacman-log': captured('pacman-log-6.0.2-debian12.txt', file),
      'packages.pacman-check': captured('pacman-dk-6.0.2-debian12.txt'),
    },
    { quiet: true },
  ),
  row('updates/package-db-interrupted', 'captured', 'rpm 4.18.0: a package in two versions', fedora, {
    'packages.rpm': captured('rpm-qa-4.18.0-debian12-twice.txt'),
  }),
  row(
    'updates/package-db-interrupted',
    'captured',
    'rpm 4.18.0 on a database that is none any more',
    fedora,
    {
      'packages.rpm-check': captured('rpm-va-4.18.0-debian12-damaged.txt', (text) => exec('', 1, text)),
    },
  ),
  row('updates/package-db-interrupted', 'composed', 'apk(5): f: in /lib/apk/db/installed', alpine, {
    'packages.apk': file('P:musl\nV:1.2.5-r9\nf:f\n\nP:busybox\nV:1.37.0-r1\n\n'),
  }),
  row('updates/broken-dependencies', 'lab', 'broken-deps: apt-get check of apt 2.6.1', debian, {
    'packages.apt-check': exec(
      'The following packages have unmet dependencies:\n lab-plugin : Depends: lab-runtime (>= 2.0) but it is not installable\n',
      100,
      'E: Unmet dependencies. Try using -f.\n',
    ),
  }),
  row('updates/broken-dependencies', 'captured', 'rpm 4.18.0 -Va without files', fedora, {
    'packages.rpm-check': captured('rpm-va-4.18.0-debian12-broken.txt', (text) => exec(text, 1)),
  }),
  row('updates/broken-dependencies', 'captured', 'pacman 6.0.2 -Dk', arch, {
    'packages.pacman-check': captured('pacman-dk-6.0.2-debian12-unmet.txt', (text) => exec('', 1, text)),
  }),
  row('updates/broken-dependencies', 'composed', 'apk: wanted in /etc/apk/world and not installed', alpine, {
    'packages.apk': file('P:musl\nV:1.2.5-r9\n\n'),
    'packages.apk-world': file('musl\nnginx\n'),
  }),
  row('updates/broken-dependencies', 'composed', 'dpkg-query(1): a held package that is essential', debian, {
    'packages.dpkg': exec('hi  dpkg yes\n'),
  }),
  row('updates/conflicting-software', 'captured', 'dpkg 1.21.22: two packages with one file', debian, {
    'packages.apt-log': captured('apt-term-log-dpkg1.21.22-debian12-overwrite.txt', file),
  }),
  row(
    'updates/conflicting-software',
    'composed',
    'dnf.log of dnf 4: rpm’s words on a file conflict',
    fedora,
    {
      'packages.dnf-log': file(
        '2026-11-20T10:12:13+0100 DEBUG Error: Transaction test error:\n  file /usr/bin/x from install of foo-1-1.x86_64 conflicts with file from package bar-1-1.x86_64\n',
      ),
    },
  ),
];

const sources: readonly Evidence[] = [
  row(
    'updates/repository-invalid',
    'lab',
    'sources-malformed: apt-get update --print-uris of apt 2.6.1',
    debian,
    {
      'packages.apt-targets': exec(
        '',
        100,
        'E: Malformed entry 2 in list file /etc/apt/sources.list.d/x.list (Component)\nE: The list of sources could not be read.\n',
      ),
    },
  ),
  row('updates/repository-invalid', 'lab', 'source-key-missing', debian, {
    'packages.apt-source-files': list('vendor.list'),
    [`packages.apt-source-file/${VENDOR}`]: file(
      'deb [signed-by=/usr/share/keyrings/vendor.gpg] https://vendor.example/apt stable main\n',
    ),
    'disk.stat//usr/share/keyrings/vendor.gpg': none(),
  }),
  row(
    'updates/repository-invalid',
    'captured',
    'apt 2.6.1 after NO_PUBKEY: its list stays in partial',
    debian,
    {
      ...vendor,
      'packages.apt-rejected': list('vendor.example_apt_dists_stable_InRelease'),
    },
  ),
  row(
    'updates/repository-invalid',
    'captured',
    'apt 2.6.1 looked since, and has no list of the source',
    debian,
    {
      ...vendor,
      'packages.apt-lists': list('deb.debian.org_debian_dists_bookworm_InRelease'),
      [`disk.stat/${LISTS}/partial`]: stat(0.1),
      [`disk.stat/${VENDOR}`]: stat(20),
    },
  ),
  row(
    'updates/repository-invalid',
    'composed',
    'a source added since apt looked has no list yet',
    debian,
    {
      ...vendor,
      'packages.apt-lists': list('deb.debian.org_debian_dists_bookworm_InRelease'),
      [`disk.stat/${LISTS}/partial`]: stat(2),
      [`disk.stat/${VENDOR}`]: stat(1),
    },
    { quiet: true },
  ),
  row(
    'updates/repository-invalid',
    'composed',
    'apt-secure(8): the server’s list is past its Valid-Until',
    debian,
    {
      ...vendor,
      'packages.release/http://vendor.example/apt/dists/stable/InRelease': answer({
        body: '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nOrigin: Vendor\nSuite: stable\nDate: Thu, 01 Oct 2026 08:00:00 UTC\nValid-Until: Thu, 08 Oct 2026 08:00:00 UTC\n',
      }),
    },
  ),
  row('updates/repository-invalid', 'composed', 'the server says 404 to both forms of the list', debian, {
    ...vendor,
    'packages.release/http://vendor.example/apt/dists/stable/InRelease': answer({ status: 404 }),
    'packages.release/http://vendor.example/apt/dists/stable/Release': answer({ status: 404 }),
  }),
  row(
    'updates/repository-invalid',
    'composed',
    'a source with the older form of the list',
    debian,
    {
      ...vendor,
      'packages.release/http://vendor.example/apt/dists/stable/InRelease': answer({ status: 404 }),
      'packages.release/http://vendor.example/apt/dists/stable/Release': answer({ body: 'Origin: Vendor\n' }),
    },
    { quiet: true },
  ),
  row(
    'updates/repository-invalid',
    'composed',
    'a sign-in page in between is no fault of the source',
    debian,
    {
      ...vendor,
      'packages.release/http://vendor.example/apt/dists/stable/InRelease': answer({ body: '<html>' }),
    },
    { quiet: true },
  ),
  row('updates/repository-invalid', 'composed', 'pacman: every server in mirrorlist is commented out', arch, {
    'packages.pacman-mirrors': file('## Germany\n#Server = https://mirror.example/$repo/os/$arch\n'),
  }),
  row('updates/repository-invalid', 'composed', 'pacman-key(8): no keyring', arch, {
    'packages.pacman-keyring': list(),
  }),
  row('updates/repository-invalid', 'composed', 'dnf: a 404 in the words of dnf issue 2046', fedora, {
    'packages.dnf-log': file(
      "2026-11-23T10:12:13+0100 DEBUG Errors during downloading metadata for repository 'updates':\n  - Status code: 404 for http://mirror.example/fedora/repodata/repomd.xml (IP: 192.0.2.1)\n2026-11-23T10:12:13+0100 CRITICAL Error: Failed to download metadata for repo 'updates': Cannot download repomd.xml\n",
    ),
  }),
  row('updates/repository-invalid', 'composed', 'a dnf source whose gpgkey file is gone', fedora, {
    'packages.repository-files//etc/yum.repos.d': list('vendor.repo'),
    'packages.repository-file//etc/yum.repos.d/vendor.repo': file(
      '[vendor]\nname=Vendor\nbaseurl=https://vendor.example/\nenabled=1\ngpgcheck=1\ngpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-vendor\n',
    ),
    'disk.stat//etc/pki/rpm-gpg/RPM-GPG-KEY-vendor': none(),
  }),
  row('updates/repository-invalid', 'composed', 'apk: repositories of two releases', alpine, {
    'packages.apk-repositories': file(
      'https://dl-cdn.alpinelinux.org/alpine/v3.23/main\nhttps://dl-cdn.alpinelinux.org/alpine/edge/community\n',
    ),
  }),
  row('updates/proxy-unreachable', 'lab', 'apt-proxy-dead', debian, {
    'packages.apt-config': exec('APT "";\nAcquire::http::Proxy "http://192.168.77.20:3128/";\n'),
    'updates.proxy/192.168.77.20:3128': raw('tcp', { attempts: [{ outcome: 'refused', ms: 1 }] }),
  }),
  row('updates/download-failed', 'composed', 'the server of a source does not answer', debian, {
    ...vendor,
    'packages.release/http://vendor.example/apt/dists/stable/InRelease': raw('http', {
      outcome: 'timeout',
      headers: {},
      body: '',
      bodyBytes: 0,
      complete: false,
      ms: 4000,
    }),
  }),
  row('updates/download-failed', 'composed', 'dnf: a curl error in the words of issues', fedora, {
    'packages.dnf-log': file(
      "2026-11-23T10:12:13+0100 DEBUG Errors during downloading metadata for repository 'fedora':\n  - Curl error (6): Couldn't resolve host name for https://mirrors.fedoraproject.org/metalink [Could not resolve host]\n2026-11-23T10:12:13+0100 CRITICAL Error: Failed to download metadata for repo 'fedora': Cannot prepare internal mirrorlist: Curl error (6)\n",
    ),
  }),
];

const LOG =
  'Log started: 2026-11-20  14:03:11\ndpkg: error processing archive x: No space left on device\nLog ended: x\n';
const MODULES = 'ext4 983040 1 - Live 0x0000000000000000\n';

const state: readonly Evidence[] = [
  row('updates/insufficient-space', 'composed', 'dpkg’s words in term.log of apt', debian, {
    'packages.apt-log': file(LOG),
  }),
  row('updates/insufficient-space', 'composed', 'rpm’s words in dnf.log', fedora, {
    'packages.dnf-log': file(
      '2026-11-20T10:12:13+0100 CRITICAL Error: Transaction test error:\n  installing package kernel-core-6.11.5-300.fc44.x86_64 needs 48MB more space on the /boot filesystem\n2026-11-20T10:12:13+0100 ERROR At least 48MB more space needed on the /boot filesystem.\n',
    ),
  }),
  row('updates/pending-reboot', 'lab', 'reboot-pending: Debian’s mark', debian, {
    'updates.reboot-required': stat(0.01),
    'updates.reboot-packages': file('linux-image-6.1.0-22-amd64\n'),
  }),
  row(
    'updates/pending-reboot',
    'vmlab',
    'reboot-pending: a newer kernel than the running one in /boot',
    debian,
    {
      'boot.files': list(
        ...['6.1.0-13-amd64', '6.1.0-999-amd64'].flatMap((one) => [`vmlinuz-${one}`, `initrd.img-${one}`]),
      ),
      'disk.stat//boot/initrd.img-6.1.0-999-amd64': stat(0.01),
    },
  ),
  row('updates/pending-reboot', 'composed', 'openSUSE/zypp-boot-plugin: /run/reboot-needed', leap, {
    'updates.restart-mark//run/reboot-needed': stat(0.01),
  }),
  row('updates/pending-reboot', 'composed', 'systemd.offline-updates(7): /system-update', fedora, {
    'updates.restart-mark//system-update': stat(0.01),
  }),
  row('updates/pending-reboot', 'composed', 'rpm-ostree status --json: a staged deployment', fedora, {
    'updates.ostree': stat(0.1),
    'packages.rpm-ostree': exec(
      JSON.stringify({
        deployments: [
          { version: '44.20261123.0', timestamp: 1795400000, booted: false, staged: true },
          { version: '44.20261101.0', timestamp: 1793500000, booted: true, staged: false },
        ],
      }),
    ),
  }),
  row(
    'updates/kernel-modules-missing',
    'composed',
    'Arch after an upgrade of the kernel: modprobe(8)',
    arch,
    {
      'kernel.modules': file(MODULES),
      'kernel.module-folders': list('6.11.9-arch1-1'),
    },
  ),
  row(
    'updates/service-disabled',
    'composed',
    'systemctl mask: a link to /dev/null in /etc/systemd/system',
    debian,
    {
      'updates.units': attributes({ system: { 'apt-daily.timer': '/dev/null' } }),
    },
  ),
  row(
    'updates/paused-or-managed',
    'composed',
    'apt-config dump: periodic upgrades are switched off',
    ubuntu,
    {
      'packages.apt-config': exec('APT "";\nAPT::Periodic::Unattended-Upgrade "0";\n'),
    },
  ),
  row('updates/paused-or-managed', 'composed', 'snap refresh --time with a hold', ubuntu, {
    'updates.snap': exec(
      'timer: 00:00~24:00/4\nlast: today at 09:12 CET\nhold: forever\nnext: today at 18:22 CET\n',
    ),
  }),
  row('updates/paused-or-managed', 'composed', 'pacman.conf(5): IgnorePkg', arch, {
    'packages.pacman-config': file(
      '[options]\nIgnorePkg = linux\n[core]\nInclude = /etc/pacman.d/mirrorlist\n',
    ),
  }),
  row('updates/paused-or-managed', 'composed', 'zypper locks', leap, {
    'packages.zypp-locks': file(
      '\ntype: package\nmatch_type: glob\ncase_sensitive: on\nsolvable_name: kernel-default\n',
    ),
  }),
  row('updates/overdue', 'composed', 'apt has not looked for 60 days', debian, {
    [`disk.stat/${LISTS}/partial`]: stat(60),
  }),
  row('updates/overdue', 'composed', 'apt history.log and a simulation with updates waiting', debian, {
    [`disk.stat/${LISTS}/partial`]: stat(1),
    'packages.apt-history': file(
      'Start-Date: 2026-09-01  06:10:00\nCommandline: apt-get upgrade\nUpgrade: bash:amd64 (5.2-1, 5.2-2)\nEnd-Date: 2026-09-01  06:11:00\n',
    ),
    'packages.upgrade-size/apt': exec(
      '12 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\nNeed to get 9 MB of archives.\nAfter this operation, 1 MB of additional disk space will be used.\n',
      1,
    ),
  }),
  row('updates/overdue', 'composed', 'the database of rpm was changed last 100 days ago', fedora, {
    'disk.stat//usr/lib/sysimage/rpm/rpmdb.sqlite': stat(100),
  }),
  row('updates/overdue', 'captured', 'pacman 6.0.2’s log, read three months later', arch, {
    'system.clock': raw('clock', { epochMs: NOW + 90 * DAY, timeZone: 'UTC' }),
    'packages.pacman-log': captured('pacman-log-6.0.2-debian12.txt', file),
  }),
  row('updates/overdue', 'composed', '/var/log/zypp/history', leap, {
    'packages.zypp-history': file('# x\n2026-09-01 10:12:13|install|bash|5.2.15-1|x86_64||repo-oss|sum|\n'),
  }),
  row('updates/overdue', 'composed', 'the database of apk', alpine, {
    'disk.stat//lib/apk/db/installed': stat(50),
  }),
  row(
    'updates/release-eol',
    'composed',
    'os-release(5): SUPPORT_END has passed',
    {},
    {
      ...on('ID=fedora\nNAME="Fedora Linux"\nVERSION_ID=42\nSUPPORT_END=2026-05-13\n'),
    },
  ),
  row(
    'updates/release-eol',
    'corpus',
    'distro/linux-glpi: os-release of Fedora 35',
    {},
    {
      ...on(''),
      'system.os-release': corpusFile('distro/linux-glpi/os-release-fedora-35'),
    },
  ),
  row(
    'updates/release-eol',
    'corpus',
    'distro/linux-glpi: os-release of CentOS 7.9',
    {},
    {
      ...on(''),
      'system.os-release': corpusFile('distro/linux-glpi/os-release-centos-7.9'),
    },
  ),
  row(
    'updates/release-eol',
    'corpus',
    'distro/linux-glpi: os-release of Debian 11.2, whose LTS has ended',
    {},
    {
      ...on(''),
      'system.os-release': corpusFile('distro/linux-glpi/os-release-debian-11.2'),
    },
  ),
  row(
    'updates/release-eol',
    'captured',
    'Debian 12 of this workshop is mended until 2028',
    debian,
    { 'packages.apt-targets': captured('apt-print-uris-2.6.1-debian12.txt') },
    { quiet: true },
  ),
  row('updates/upgrade-blocked', 'composed', 'main.log of ubuntu-release-upgrader', ubuntu, {
    'updates.dist-upgrade-log': file(
      "2026-11-20 10:12:13,456 INFO Using config files '['./DistUpgrade.cfg']'\n2026-11-20 10:12:13,456 INFO uname information: 'Linux'\n2026-11-20 10:14:13,456 ERROR Dist-upgrade failed: 'broken packages'\n",
    ),
  }),
];

export const linux: readonly Evidence[] = [...locking, ...packages, ...sources, ...state];
