/** A whole computer: recorded in the fault lab, with disks and packages made up beside its network. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { Raw, RecordedEntry, Recording, Request, Settings } from '../../src/contract.ts';
import { type Examination, examine } from '../../src/examine.ts';
import { replay } from '../../src/host/replay.ts';

const GIB = 1024 ** 3;

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

const entry = <K extends Request['kind']>(
  request: Extract<Request, { kind: K }>,
  raw: Raw[K],
): RecordedEntry => ({
  request,
  answer: { status: 'ok', raw, ms: 1 },
  startedAt: '2026-11-24T03:14:40.000Z',
});
const file = (path: string, text: string): RecordedEntry => entry({ kind: 'file', path }, { text });
const printed = (program: string, stdout: string, stderr = '', exitCode = 0): RecordedEntry =>
  entry({ kind: 'exec', argv: [program] }, { stdout, stderr, exitCode });
const room = (path: string, gib: number): RecordedEntry =>
  entry(
    { kind: 'space', path },
    {
      totalBytes: gib * GIB,
      freeBytes: (gib / 2) * GIB,
      availableBytes: (gib / 2) * GIB,
      files: 1_000_000,
      freeFiles: 900_000,
    },
  );

const MADE_UP: Readonly<Record<string, RecordedEntry>> = {
  'system.os-release': file(
    '/etc/os-release',
    'ID=debian\nNAME="Debian GNU/Linux"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\n',
  ),
  'disk.mounts': file(
    '/proc/self/mountinfo',
    `21 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 21 8:2 / /boot rw - ext4 /dev/sda2 rw
31 21 8:3 / /home rw - btrfs /dev/sda3 rw
32 21 0:40 / /mnt/nas rw - nfs4 nas:/share rw
`,
  ),
  'disk.fstab': file('/etc/fstab', '/dev/sda1 / ext4 errors=remount-ro 0 1\n/dev/sda2 /boot ext4 rw 0 2\n'),
  'boot.files': entry(
    { kind: 'list', path: '/boot' },
    { names: ['initrd.img-6.1.0-13-amd64', 'vmlinuz-6.1.0-13-amd64'] },
  ),
  'disk.space//': room('/', 100),
  'disk.space//boot': room('/boot', 1),
  'disk.space//home': room('/home', 400),
  'disk.space//mnt/nas': room('/mnt/nas', 4000),
  'disk.btrfs//home': printed(
    'btrfs',
    'Overall:\n    Device unallocated:\t\t107374182400\n\nMetadata,DUP: Size:1073741824, Used:106000000 (9.87%)\n',
  ),
  'packages.dpkg': printed('dpkg-query', 'ii  bash\nii  coreutils\nrc  nano\nii  zlib1g:amd64\n'),
  'packages.dpkg-journal': entry({ kind: 'list', path: '/var/lib/dpkg/updates' }, { names: [] }),
  'packages.apt-check': printed('apt-get', 'Reading package lists...\nBuilding dependency tree...\n'),
  'packages.apt-config': printed('apt-config', 'APT "";\nAPT::Architecture "amd64";\nDir "/";\n'),
  'packages.apt-source-files': entry(
    { kind: 'list', path: '/etc/apt/sources.list.d' },
    { names: ['debian.sources', 'shop.list'] },
  ),
  'packages.apt-source-file//etc/apt/sources.list': file('/etc/apt/sources.list', '# see debian.sources\n'),
  'packages.apt-source-file//etc/apt/sources.list.d/shop.list': file(
    '/etc/apt/sources.list.d/shop.list',
    'deb [arch=amd64] https://shop.example.test/debian stable main\n',
  ),
  'packages.apt-source-file//etc/apt/sources.list.d/debian.sources': file(
    '/etc/apt/sources.list.d/debian.sources',
    'Types: deb\nURIs: http://updates.example.test/debian\nSuites: bookworm\nComponents: main\n',
  ),
  'packages.apt-log': file(
    '/var/log/apt/term.log',
    'Log started: 2026-11-20  14:03:11\nSetting up bash (5.2) ...\nLog ended: 2026-11-20  14:03:12\n',
  ),
  'packages.upgrade-size/apt': printed(
    'apt-get',
    '1 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\nNeed to get 1,095 kB of archives.\nAfter this operation, 1024 B of additional disk space will be used.\n',
  ),
  'system.locks': file('/proc/locks', '1: POSIX  ADVISORY  WRITE 877 00:19:812 0 EOF\n'),
};

// Our own files, in these forms.
const network = JSON.parse(read('../machines/healthy.json')) as Recording;
const { connectivity } = parse(read('../lab/techsupport.config.yaml')) as { readonly connectivity: Settings };

export const healthy: Recording = {
  os: 'linux',
  entries: {
    ...network.entries,
    // Not in a container: then more is looked at.
    'system.container.cgroup': file('/proc/1/cgroup', '0::/init.scope\n'),
    ...MADE_UP,
  },
};

const servers = ['http://probe.lab.test/generate_204', 'http://static.example.test/success.txt'];

const checks = await Promise.all(checkIds.map(loadCheck));

export const examined = (recording: Recording): Promise<Examination> =>
  examine({
    checks,
    host: replay(recording),
    language: 'en',
    version: '0.0.0',
    settings: { connectivity, clock: { servers } },
  });
