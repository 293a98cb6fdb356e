import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../../src/contract.ts';
import { parseAptCheck, parseAptConfig, parseUpgrade } from '../../src/sources/apt.ts';
import { parseAptLog } from '../../src/sources/apt-log.ts';
import { parseDeb822, parseSourceList } from '../../src/sources/apt-sources.ts';
import { parseDpkg } from '../../src/sources/dpkg.ts';
import { compareReleases, kernelSets } from '../../src/sources/kernels.ts';
import { parseLocks } from '../../src/sources/locks.ts';
import { aptProxies, dnfProxies, parseServers } from '../../src/sources/update-proxy.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { isCount, neverHalf } from './parsers.ts';

const printed = (stdout: string, stderr = '', exitCode = 0) => ({ stdout, stderr, exitCode });

// Captured on Debian 12, apt 2.6.1.
const UPGRADE = `Reading package lists...
Building dependency tree...
Calculating upgrade...
The following packages will be upgraded:
  base-files libc6
2 upgraded, 0 newly installed, 0 to remove and 3 not upgraded.
Need to get 1130 kB/46.3 MB of archives.
After this operation, 3191 kB of additional disk space will be used.
Do you want to continue? [Y/n] N
Abort.
`;

describe('what an upgrade would take', () => {
  test('sizes are bytes, and what is already downloaded does not count', () => {
    expect(parseUpgrade(printed(UPGRADE, '', 1))).toEqual({
      packages: 2,
      downloadBytes: 1_130_000,
      growthBytes: 3_191_000,
    });
  });

  test('nothing to do needs nothing', () => {
    const text = '0 upgraded, 0 newly installed, 0 to remove and 7 not upgraded.\n';
    expect(parseUpgrade(printed(text))).toEqual({ packages: 0, downloadBytes: 0, growthBytes: 0 });
  });

  test('an upgrade that frees space has a negative growth', () => {
    const text = UPGRADE.replace('of additional disk space will be used', 'disk space will be freed');
    expect(parseUpgrade(printed(text)).growthBytes).toBe(-3_191_000);
  });

  test("apt's own error is told, not guessed around", () => {
    const error = 'E: The list of sources could not be read.\n';
    expect(() => parseUpgrade(printed('', error, 100))).toThrow('The list of sources could not be read');
  });

  test('counts without a size are not understood', () => {
    expect(() =>
      parseUpgrade(printed('5 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n')),
    ).toThrow(Unreadable);
  });

  test('random and damaged text gives whole numbers or none', () => {
    neverHalf(
      (text) => parseUpgrade(printed(text)),
      ({ packages, downloadBytes, growthBytes }) =>
        isCount(packages) && isCount(downloadBytes) && Number.isFinite(growthBytes),
      UPGRADE,
    );
  });
});

describe('apt-get check', () => {
  test('exit 0 is consistent', () => {
    expect(parseAptCheck(printed('Reading package lists...\n'))).toEqual({ status: 'consistent' });
  });

  test('unmet dependencies are quoted', () => {
    // Captured on Debian 12.
    const stdout = `You might want to run 'apt --fix-broken install' to correct these.
The following packages have unmet dependencies:
 lab-plugin : Depends: lab-runtime (>= 2.0) but it is not installable
              Recommends: lab-extra but it is not installable
`;
    const stderr = "E: Unmet dependencies. Try 'apt --fix-broken install' with no packages.\n";
    expect(parseAptCheck(printed(stdout, stderr, 100))).toEqual({
      status: 'broken',
      unmet: [
        'lab-plugin : Depends: lab-runtime (>= 2.0) but it is not installable',
        'Recommends: lab-extra but it is not installable',
      ],
    });
  });

  // Captured on Debian 12, apt 2.6.1.
  test.each([
    [
      'Malformed entry 1 in list file /etc/apt/sources.list.d/extra.list (URI parse)',
      '/etc/apt/sources.list.d/extra.list',
      1,
    ],
    [
      'Malformed entry 1 in sources file /etc/apt/sources.list.d/a.sources (Component)',
      '/etc/apt/sources.list.d/a.sources',
      1,
    ],
    [
      "Type 'foo' is not known on stanza 1 in source list /etc/apt/sources.list.d/a.sources",
      '/etc/apt/sources.list.d/a.sources',
      1,
    ],
    [
      'Malformed stanza 1 in source list /etc/apt/sources.list.d/a.sources (type)',
      '/etc/apt/sources.list.d/a.sources',
      1,
    ],
    [
      "Type 'rpm' is not known on line 7 in source list /etc/apt/sources.list.d/b.list",
      '/etc/apt/sources.list.d/b.list',
      7,
    ],
    [
      'Malformed entry 1 in list file /etc/apt/sources.list.d/b.list ([option] not assignment)',
      '/etc/apt/sources.list.d/b.list',
      1,
    ],
  ])('"%s" names its file and place', (message, file, entry) => {
    const stderr = `E: ${message}\nE: The list of sources could not be read.\n`;
    expect(parseAptCheck(printed('', stderr, 100))).toEqual({
      status: 'sources-unreadable',
      faults: [{ file, entry, message }],
    });
  });

  test('a contradiction between sources is told in full', () => {
    // Captured on Debian 12, apt 2.6.1.
    const message =
      'Conflicting values set for option Trusted regarding source http://updates.example.test/lab/ stable';
    const stderr = `E: ${message}\nE: The list of sources could not be read.\n`;
    expect(parseAptCheck(printed('', stderr, 100))).toEqual({
      status: 'sources-unreadable',
      faults: [{ file: '', entry: null, message }],
    });
  });

  test('another error is not taken for broken packages', () => {
    const stderr = 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 107 (apt-get)\n';
    expect(() => parseAptCheck(printed('', stderr, 100))).toThrow('Could not get lock');
  });

  test('random text on exit 100 is never consistent', () => {
    neverHalf(
      (text) => parseAptCheck(printed(text, text, 100)),
      ({ status }) => status !== 'consistent',
    );
  });
});

describe('source lists', () => {
  test('one line: options, comments and key', () => {
    const text =
      '# comment\n\ndeb [arch=amd64 signed-by=/a.gpg,/b.gpg] https://x.example/apt stable main # end\ndeb-src http://y.example/ ./\n';
    expect(parseSourceList(text)).toEqual([
      { entry: 3, uris: ['https://x.example/apt'], keyFiles: ['/a.gpg', '/b.gpg'], trusted: false },
      { entry: 4, uris: ['http://y.example/'], keyFiles: [], trusted: false },
    ]);
  });

  test('stanzas: several addresses, a key in the file itself, one that is switched off', () => {
    const text = `Types: deb
URIs: http://a.example http://b.example
Suites: stable
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 /9j/4AAQ
 -----END PGP PUBLIC KEY BLOCK-----

# the second
Types: deb
URIs: http://c.example
Signed-By: /usr/share/keyrings/c.gpg

Types: deb
Enabled: no
URIs: http://d.example
`;
    expect(parseDeb822(text)).toEqual([
      { entry: 1, uris: ['http://a.example', 'http://b.example'], keyFiles: [], trusted: false },
      { entry: 2, uris: ['http://c.example'], keyFiles: ['/usr/share/keyrings/c.gpg'], trusted: false },
    ]);
  });

  test('what apt would not read is quoted', () => {
    expect(() => parseSourceList('rpm http://x.example stable main\n')).toThrow('rpm http://x.example');
  });

  test('random and damaged lists give whole entries or none', () => {
    const holds = (list: readonly { entry: number; keyFiles: readonly string[] }[]) =>
      list.every(({ entry, keyFiles }) => entry > 0 && keyFiles.every((path) => path.startsWith('/')));
    neverHalf(parseSourceList, holds, 'deb [signed-by=/a.gpg] https://x.example/apt stable main\n');
    neverHalf(parseDeb822, holds, 'Types: deb\nURIs: http://a.example\nSuites: stable\nSigned-By: /a.gpg\n');
  });
});

describe('packages by dpkg', () => {
  test('half-way states are told, healthy ones are not', () => {
    // Captured on Debian 12 with dpkg-query -W -f='${db:Status-Abbrev} ${binary:Package}\n'.
    const text =
      'ii  apt\nrc  acl:amd64\nhi  held\niF  lab-server\niHR lab-codec\niU  unpacked\nit  man-db\n';
    expect(parseDpkg(text)).toEqual({
      packages: 7,
      unfinished: [
        { name: 'lab-server', state: 'half-configured' },
        { name: 'lab-codec', state: 'reinstall' },
        { name: 'unpacked', state: 'unpacked' },
        { name: 'man-db', state: 'triggers-pending' },
      ],
      held: [{ name: 'held', essential: false }],
    });
  });

  test('a state that dpkg does not have is refused', () => {
    expect(() => parseDpkg('ii  apt\nrh  acpid\n')).toThrow('rh  acpid');
  });

  test.skipIf(!hasShared)('a whole machine of the hotsos project is healthy', () => {
    const text = readFileSync(
      sharedDir('corpus/machines/hotsos-kubernetes/sos_commands/dpkg/dpkg_-l'),
      'utf8',
    );
    const rows = text
      .split('\n')
      .slice(5)
      .filter((line) => line.trim() !== '');
    const { packages, unfinished } = parseDpkg(
      rows.map((row) => `${row.slice(0, 3)} ${row.slice(4).split(/\s/)[0]}`).join('\n'),
    );
    expect(packages).toBe(rows.length);
    expect(unfinished).toEqual([]);
  });

  test('random and damaged text gives whole packages or none', () => {
    neverHalf(
      parseDpkg,
      ({ packages, unfinished }) => unfinished.length <= packages,
      'ii  apt\niF  lab-server\n',
    );
  });
});

describe('/proc/locks', () => {
  test('holders are processes, and who waits holds nothing', () => {
    const text = `1: POSIX  ADVISORY  WRITE 107 07:00:131115 0 EOF
1: -> POSIX  ADVISORY  WRITE 222 07:00:131115 0 EOF
2: OFDLCK ADVISORY  READ -1 fd:00:5 0 EOF
3: LEASE  ACTIVE    READ 9 00:2d:7 0 EOF
`;
    expect(parseLocks(text)).toEqual([
      { access: 'write', pid: 107, volume: '7:0', inode: 131115 },
      { access: 'read', pid: null, volume: '253:0', inode: 5 },
      { access: 'read', pid: 9, volume: '0:45', inode: 7 },
    ]);
  });

  test('random and damaged text gives whole locks or none', () => {
    const sample =
      '1: POSIX  ADVISORY  WRITE 107 07:00:131115 0 EOF\n2: FLOCK  ADVISORY  WRITE 854 00:19:805 0 EOF\n';
    neverHalf(
      parseLocks,
      (list) => list.every(({ inode, pid }) => isCount(inode) && (pid === null || pid > 0)),
      sample,
    );
  });
});

describe('proxies for updates', () => {
  test('apt: the option by protocol and by host, not DIRECT or false', () => {
    const config = parseAptConfig(
      'APT "";\nAcquire::http::Proxy "http://user:secret@192.0.2.1:3128/";\nAcquire::http::Proxy::mirror.example "DIRECT";\nAcquire::https::Proxy "false";\nAcquire::Retries "3";\n',
    );
    expect(aptProxies(config)).toEqual([{ host: '192.0.2.1', port: 3128, setBy: 'acquire::http::proxy' }]);
  });

  test('an IPv6 proxy and one without a port', () => {
    expect(aptProxies({ 'acquire::http::proxy': 'http://[2001:db8::1]:8080' })).toMatchObject([
      { host: '2001:db8::1', port: 8080 },
    ]);
    expect(aptProxies({ 'acquire::http::proxy': 'http://cache' })).toMatchObject([
      { host: 'cache', port: 80 },
    ]);
  });

  test('dnf', () => {
    expect(dnfProxies('[main]\ngpgcheck=1\nproxy=http://192.0.2.9:8080\n')).toMatchObject([
      { host: '192.0.2.9', port: 8080 },
    ]);
    expect(dnfProxies('[main]\n#proxy=http://192.0.2.9:8080\n')).toEqual([]);
  });

  test('the servers of the sources, each once, without their folders', () => {
    expect(
      parseServers('http://updates.example.test/lab\nhttp://updates.example.test/lab\nfile:/mnt\n\n'),
    ).toEqual([{ host: 'updates.example.test', port: 80 }]);
  });

  test('random and damaged configuration gives options with names or none', () => {
    neverHalf(
      (text) => parseAptConfig(text),
      (values) => Object.keys(values).every((name) => name !== ''),
      'APT "";\nAcquire::Retries "3";\n',
    );
  });
});

describe('kernels', () => {
  test('numbers are compared as numbers', () => {
    expect(['6.1.0-13-amd64', '6.1.0-9-amd64', '5.10.0-30-amd64'].sort(compareReleases)).toEqual([
      '5.10.0-30-amd64',
      '6.1.0-9-amd64',
      '6.1.0-13-amd64',
    ]);
  });

  test('files of one kernel belong together, rescue images and strangers to none', () => {
    const names = [
      ...['vmlinuz-6.1.0-9-amd64', 'initrd.img-6.1.0-9-amd64', 'config-6.1.0-9-amd64', 'grub'],
      ...[
        'vmlinuz-0-rescue-abc',
        'initramfs-0-rescue-abc.img',
        'vmlinuz-6.1.0-9-amd64.old',
        'initrd.img-5.4',
      ],
    ];
    expect(kernelSets(names)).toEqual([
      {
        release: '6.1.0-9-amd64',
        files: ['vmlinuz-6.1.0-9-amd64', 'initrd.img-6.1.0-9-amd64', 'config-6.1.0-9-amd64'],
      },
    ]);
  });

  test('Fedora and Arch name their images in another way', () => {
    expect(
      kernelSets(['vmlinuz-6.9.1-200.fc40.x86_64', 'initramfs-6.9.1-200.fc40.x86_64.img'])[0]?.files,
    ).toHaveLength(2);
    expect(
      kernelSets(['vmlinuz-linux', 'initramfs-linux.img', 'initramfs-linux-fallback.img'])[0]?.files,
    ).toHaveLength(3);
  });
});

test('the log of apt tells run by run whether space ran out', () => {
  const text = `cut off
Log started: 2026-11-01  10:00:00
Setting up x (1.0) ...
Log ended: 2026-11-01  10:00:05

Log started: 2026-11-20  14:03:11
dpkg: error processing archive /var/cache/apt/archives/y.deb (--unpack):
 cannot copy extracted data for './usr/y' to '/usr/y.dpkg-new': failed to write (No space left on device)
Log ended: 2026-11-20  14:03:20
`;
  expect(parseAptLog(text)).toEqual([
    { startedAt: '2026-11-01  10:00:00', ranOutOfSpace: false, failed: false, conflicts: [] },
    { startedAt: '2026-11-20  14:03:11', ranOutOfSpace: true, failed: true, conflicts: [] },
  ]);
});
