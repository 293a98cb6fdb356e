/** Parsers of what package managers and updaters say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../../src/contract.ts';
import { parseApkInstalled } from '../../src/sources/apk.ts';
import { parseAptHistory, parseAptTimes, parseDpkgTimes } from '../../src/sources/apt-history.ts';
import { parseAptLog } from '../../src/sources/apt-log.ts';
import { answerOf, parseAptTargets, parseRelease } from '../../src/sources/apt-targets.ts';
import { parseDnfLog, parseRepositories } from '../../src/sources/dnf.ts';
import { compareVersions, unmetIn } from '../../src/sources/dpkg-relations.ts';
import {
  parseExtensions,
  parseInstallers,
  parseInstallLog,
  parseMacHistory,
  parseMacSettings,
  parseMacVersion,
} from '../../src/sources/macos-update.ts';
import {
  parsePacmanChanges,
  parsePacmanConfig,
  parsePacmanLog,
  parsePacmanState,
  parsePacmanUpgrade,
} from '../../src/sources/pacman.ts';
import { parsePlist } from '../../src/sources/plist.ts';
import { parseDeployments, parseRpm, parseRpmState } from '../../src/sources/rpm.ts';
import { parseDistUpgrade, parseUbuntuPro } from '../../src/sources/update-units.ts';
import { parseHealth, parseWindowsUpdate, winHttpProxy } from '../../src/sources/windows-update.ts';
import { parseZyppHistory } from '../../src/sources/zypper.ts';
import { neverHalf } from './parsers.ts';

const captured = (name: string): string =>
  readFileSync(new URL(`../captured/${name}`, import.meta.url), 'utf8');
const printed = (stdout: string, stderr = '', exitCode: number | null = 0) => ({ stdout, stderr, exitCode });

describe('apt', () => {
  test('what it would fetch: the lists of lists, with their names on the disk', () => {
    const targets = parseAptTargets(printed(captured('apt-print-uris-2.6.1-debian12.txt')));
    expect(targets).toEqual({
      status: 'readable',
      releases: [
        'debian_dists_bookworm',
        'debian_dists_bookworm-updates',
        'debian-security_dists_bookworm-security',
      ].map((name) => ({
        url: `http://deb.debian.org/${name.replaceAll('_', '/')}/InRelease`,
        file: `deb.debian.org_${name}_InRelease`,
      })),
    });
    expect(() => parseAptTargets(printed('', 'E: Could not open lock file', 100))).toThrow('lock file');
  });

  test('a list’s date is read in each form that sources write, and a page is no list', () => {
    const until = (text: string) => parseRelease(`Origin: x\nValid-Until: ${text}\nMD5Sum:\n`).validUntilMs;
    expect(until('Thu, 08 Oct 2026 08:00:00 UTC')).toBe(Date.UTC(2026, 9, 8, 8));
    expect(until('Thu, 8 Oct 2026 08:00:00 +0000')).toBe(Date.UTC(2026, 9, 8, 8));
    expect(until('soon')).toBeNull();
    expect(() => parseRelease('<html>Valid-Until: never</html>')).toThrow(Unreadable);
    const http = { headers: {}, bodyBytes: 1, complete: false, ms: 1 };
    expect(answerOf({ ...http, outcome: 'timeout', body: '' })).toEqual({
      status: 'silent',
      outcome: 'timeout',
    });
    expect(answerOf({ ...http, outcome: 'answered', status: 200, body: '<html>' })).toMatchObject({
      release: null,
    });
  });

  test('transactions with their end and error', () => {
    const text =
      'cut off\nStart-Date: 2026-11-01  06:10:00\nCommandline: apt upgrade\nUpgrade: bash:amd64 (1, 2)\nEnd-Date: 2026-11-01  06:11:00\n\nStart-Date: 2026-11-02  06:10:00\nInstall: x:amd64 (1)\nError: Sub-process /usr/bin/dpkg returned an error code (1)\nEnd-Date: 2026-11-02  06:11:00\n';
    expect(parseAptHistory(text)).toMatchObject([
      { atMs: Date.UTC(2026, 10, 1, 6, 10), upgraded: true, ended: true, error: '' },
      { upgraded: false, ended: true, error: 'Sub-process /usr/bin/dpkg returned an error code (1)' },
    ]);
  });

  test('when each package was changed last, by apt’s, dpkg’s and pacman’s own logs', () => {
    const apt =
      'Start-Date: 2026-11-01  06:10:00\nUpgrade: bash:amd64 (1, 2), libc6:i386 (2.36, 2.37)\nEnd-Date: 2026-11-01  06:11:00\n\nStart-Date: 2026-11-02  06:10:00\nInstall: x:amd64 (1, automatic), bash:amd64 (3)\n';
    expect(parseAptTimes(apt)).toEqual([
      { name: 'bash', at: '2026-11-02T06:10:00' },
      { name: 'libc6', at: '2026-11-01T06:10:00' },
      { name: 'x', at: '2026-11-02T06:10:00' },
    ]);
    const dpkg =
      '2026-11-02 06:10:01 startup archives unpack\n2026-11-02 06:10:02 upgrade bash:amd64 1 2\n2026-11-02 06:10:03 status installed bash:amd64 2\n';
    expect(parseDpkgTimes(dpkg)).toEqual([{ name: 'bash', at: '2026-11-02T06:10:02' }]);
    expect(parsePacmanChanges(captured('pacman-log-6.0.2-debian12.txt'))).toContainEqual({
      name: 'bar',
      at: '2026-11-24T05:39:19+0000',
      version: '2.1-1',
    });
  });

  test('two packages that want one file, in dpkg’s own words', () => {
    expect(parseAptLog(captured('apt-term-log-dpkg1.21.22-debian12-overwrite.txt'))).toMatchObject([
      { failed: true, conflicts: [{ package: 'lab-two', other: 'lab-one', file: '/usr/bin/lab-tool' }] },
    ]);
  });

  test('needs are met by name, version, alternative and what others provide', () => {
    const row = (name: string, version: string, depends = '', provides = '') =>
      `ii \t${name}\t${version}\t${provides}\t\t${depends}\n`;
    const base = row('libc6', '2.36-9') + row('postfix', '3.7', '', 'mail-transport-agent, mta (= 3)');
    expect(
      unmetIn(base + row('a', '1', 'libc6 (>= 2.34), exim4 | mail-transport-agent, mta (>= 2)')),
    ).toEqual([]);
    expect(unmetIn(base + row('a', '1', 'libc6:any (>= 2.37)'))).toEqual(['a']);
    expect(unmetIn(base + row('a', '1', 'gone'))).toEqual(['a']);
    // A name that is provided without a version meets no wish for one.
    expect(unmetIn(base + row('a', '1', 'mail-transport-agent (>= 1)'))).toEqual(['a']);
    // What is removed with its configuration kept needs nothing.
    expect(unmetIn('rc \ta\t1\t\t\tgone\n')).toEqual([]);
  });

  test.each([
    ['1.0~rc1', '1.0', -1],
    ['1.0', '1.0-0', 0],
    ['1:0.9', '2.0', 1],
    ['2.36-9+deb12u9', '2.36-9+deb12u10', -1],
    ['1.0a', '1.0+b', -1],
    ['1.2.3', '1.2.3.1', -1],
    ['7.6p2-4', '7.6-0', 1],
  ])('deb-version(7): %s against %s', (left, right, order) => {
    expect(Math.sign(compareVersions(left, right))).toBe(order);
    expect(Math.sign(compareVersions(right, left))).toBe(-order || 0);
  });
});

describe('pacman', () => {
  const log = captured('pacman-log-6.0.2-debian12.txt');

  test('its log tells the last look, the last full upgrade, and a run that never ended', () => {
    const whole = parsePacmanLog(log);
    expect(whole).toMatchObject({ brokenOffMs: null });
    expect(whole.syncedMs).not.toBeNull();
    expect(whole.upgradedMs).not.toBeNull();
    const cut = parsePacmanLog(log.slice(0, log.lastIndexOf('transaction completed') - 30));
    expect(cut.brokenOffMs).not.toBeNull();
    expect(cut.touched.length).toBeGreaterThan(0);
  });

  test('an upgrade with nothing to do is one, and one that was refused is none', () => {
    const at = '[2026-11-24T05:37:26+0000]';
    const begun = `${at} [PACMAN] Running 'pacman -Syu'\n${at} [PACMAN] starting full system upgrade\n`;
    expect(parsePacmanLog(begun).upgradedMs).not.toBeNull();
    expect(parsePacmanLog(`${begun}${at} [ALPM] transaction started\n`).upgradedMs).toBeNull();
    expect(parsePacmanLog('[2019-05-05 10:12] [PACMAN] synchronizing package lists\n').syncedMs).toBe(
      Date.UTC(2019, 4, 5, 10, 12),
    );
    expect(() => parsePacmanLog('something else\n')).toThrow(Unreadable);
  });

  test('its own check of its database', () => {
    const state = (name: string, exitCode: number) => parsePacmanState(captured(name), exitCode);
    expect(state('pacman-dk-6.0.2-debian12.txt', 0)).toEqual({ unmet: [], damaged: [] });
    expect(state('pacman-dk-6.0.2-debian12-unmet.txt', 1)).toEqual({
      unmet: ["missing 'libfoo>=1.0' dependency for 'bar'"],
      damaged: [],
    });
    expect(state('pacman-dk-6.0.2-debian12-damaged.txt', 1).damaged).toEqual(['baz-1-1']);
    expect(() => parsePacmanState('error: failed to initialize alpm library', 1)).toThrow('alpm');
  });

  test('what an upgrade would fetch', () => {
    expect(parsePacmanUpgrade(captured('pacman-sup-6.0.2-debian12.txt'), '', 0)).toEqual({
      packages: 2,
      downloadBytes: 143_360,
      growthBytes: 0,
    });
    expect(() => parsePacmanUpgrade('', 'error: no usable package repositories configured.', 1)).toThrow(
      'usable',
    );
  });

  test('its configuration', () => {
    const text =
      '[options]\nIgnorePkg = linux nvidia\nColor\n[core]\nInclude = /etc/pacman.d/mirrorlist\n[own]\n#Server = x\n';
    expect(parsePacmanConfig(text)).toEqual({
      ignored: ['linux', 'nvidia'],
      repositories: [
        { name: 'core', hasServers: true },
        { name: 'own', hasServers: false },
      ],
    });
  });
});

describe('rpm, dnf and zypper', () => {
  test('what is installed twice, and what may be', () => {
    expect(parseRpm(captured('rpm-qa-4.18.0-debian12-twice.txt')).twice).toEqual(['baz.noarch']);
    expect(
      parseRpm('kernel-core.x86_64 1\nkernel-core.x86_64 2\ngpg-pubkey.(none) 1\ngpg-pubkey.(none) 2\n'),
    ).toEqual({
      packages: 4,
      newestMs: 2000,
      twice: [],
    });
  });

  test('rpm’s own check: needs, contradictions, a damaged database', () => {
    expect(parseRpmState(captured('rpm-va-4.18.0-debian12-broken.txt'), 1)).toEqual({
      unmet: ['libfoo >= 1.0 is needed by bar-2.0-1.noarch', 'baz conflicts with zap-1.0-1.noarch'],
      damage: '',
    });
    expect(parseRpmState(captured('rpm-va-4.18.0-debian12-damaged.txt'), 1).damage).toContain('database');
    expect(parseRpmState('', 0)).toEqual({ unmet: [], damage: '' });
    // Not allowed is not damaged.
    expect(() =>
      parseRpmState('error: cannot open Packages index using sqlite - Permission denied (13)', 1),
    ).toThrow('Permission denied');
  });

  test('sources with their keys', () => {
    const text =
      '[fedora]\nname=Fedora $releasever\nmetalink=https://mirrors.example/metalink?repo=fedora-$releasever\nenabled=1\ngpgcheck=1\ngpgkey=file:///etc/pki/rpm-gpg/KEY-1\n  file:///etc/pki/rpm-gpg/KEY-2\n\n[off]\nbaseurl=http://x/\nenabled=0\n';
    expect(parseRepositories(text)).toMatchObject([
      {
        id: 'fedora',
        enabled: true,
        checksKeys: true,
        keyFiles: ['/etc/pki/rpm-gpg/KEY-1', '/etc/pki/rpm-gpg/KEY-2'],
      },
      { id: 'off', enabled: false, checksKeys: false, keyFiles: [] },
    ]);
  });

  test('a source that failed and was fetched later is put right', () => {
    const failed =
      "2026-11-23T10:12:13+0100 DEBUG Errors during downloading metadata for repository 'fedora':\n  - Curl error (6): Couldn't resolve host name for https://x\n";
    expect(parseDnfLog(failed).failures).toMatchObject([{ repository: 'fedora', why: 'Curl error (6)' }]);
    const later =
      '2026-11-23T11:12:13+0100 DEBUG fedora: using metadata from Mon 23 Nov 2026 09:00:00 AM CET.\n';
    expect(parseDnfLog(failed + later).failures).toEqual([]);
  });

  test('zypper’s record, and images that wait', () => {
    expect(
      parseZyppHistory('2026-11-05 10:12:13|install|bash|5|x||r|s|\n2026-11-06 1|radd|x\n').installedMs,
    ).toBe(Date.UTC(2026, 10, 5, 10, 12, 13));
    expect(() => parseDeployments('{}')).toThrow(Unreadable);
  });

  test('apk: what is broken, and what others provide', () => {
    const { names, broken } = parseApkInstalled(
      'P:musl\np:so:libc.musl-x86_64.so.1=1 cmd:ldd=1.2\nf:s\n\nP:bash\nF:bin\nR:bash\n\n',
    );
    expect([...names]).toContain('cmd:ldd');
    expect(broken).toEqual(['musl']);
  });
});

describe('upgrades of Ubuntu', () => {
  test('the errors of the last run count', () => {
    const run = (day: string, error: string) =>
      `2026-11-${day} 10:12:13,456 INFO Using config files 'x'\n${error === '' ? '' : `2026-11-${day} 10:13:13,456 ERROR ${error}\n`}`;
    expect(parseDistUpgrade(run('01', 'no space') + run('05', '')).errors).toEqual([]);
    expect(parseDistUpgrade(run('01', '') + run('05', 'no space'))).toEqual({
      atMs: Date.UTC(2026, 10, 5, 10, 12, 13),
      errors: ['no space'],
    });
  });

  test('extended fixes are those that are switched on for the system', () => {
    const pro = (attached: boolean, status: string) =>
      parseUbuntuPro(JSON.stringify({ attached, services: [{ name: 'esm-infra', status }] })).extended;
    expect([pro(true, 'enabled'), pro(true, 'disabled'), pro(false, 'enabled')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('Windows', () => {
  test('the proxy of WinHTTP, with the flag that switches it on', () => {
    const blob = (flags: number, text: string) =>
      btoa(`${String.fromCharCode(40, 0, 0, 0, 0, 0, 0, 0, flags, 0, 0, 0, text.length, 0, 0, 0)}${text}`);
    expect(winHttpProxy(blob(3, 'proxy.example:8080'))).toBe('proxy.example:8080');
    expect(winHttpProxy(blob(3, 'http=a:80;https=b:81'))).toBe('b:81');
    expect(winHttpProxy(blob(1, 'proxy.example:8080'))).toBe('');
    expect(winHttpProxy('not base64 !')).toBe('');
  });

  test('its own word on its files needs an administrator', () => {
    expect(parseHealth('{"admin":true,"state":2}')).toEqual({ health: 2 });
    expect(() => parseHealth('{"admin":false,"state":null}')).toThrow('administrator');
    expect(() => parseHealth('{"admin":true,"state":null}')).toThrow('no answer');
  });

  test('a batch without the system’s build is no answer', () => {
    expect(() => parseWindowsUpdate('{"system":{},"policy":{},"busy":{}}')).toThrow(Unreadable);
  });
});

describe('macOS', () => {
  const list = (body: string) => `<?xml version="1.0"?>\n<plist version="1.0">\n${body}\n</plist>`;

  test('property lists, nested and with entities', () => {
    expect(
      parsePlist(
        list(
          '<dict><key>a&amp;b</key><array><integer>1</integer><true/><string/><dict/></array><key>c</key><real>1.5</real></dict>',
        ),
      ),
    ).toEqual({ 'a&b': [1, true, '', {}], c: 1.5 });
    expect(() => parsePlist(list('<dict><key>a</key>'))).toThrow(Unreadable);
    expect(() => parsePlist('bplist00')).toThrow(Unreadable);
    expect(() => parsePlist(list('<array>'.repeat(5000)))).toThrow(Unreadable);
  });

  test('failures are cleared by what was installed afterwards', () => {
    const failed =
      '2026-11-20 10:00:00+01 mac installd[5]: PackageKit: Install Failed: Error Domain=PKInstallErrorDomain Code=112\n';
    expect(parseInstallLog(failed).failures).toMatchObject([
      { kind: 'install', atMs: Date.UTC(2026, 10, 20, 9) },
    ]);
    const done = '2026-11-20 11:00:00+01 mac installd[5]: PackageKit: Installed "macOS 26.1" (26.1)\n';
    expect(parseInstallLog(failed + done).failures).toEqual([]);
    // Other programs write into the same log.
    expect(parseInstallLog(failed.replace('installd', 'Installer')).failures).toEqual([]);
  });

  test('extensions that look into files, and only those that are on', () => {
    const text =
      '2 extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n*\t*\tA\tcom.vpn (1/1)\tVPN\t[activated enabled]\n--- com.apple.system_extension.endpoint_security\n\t\tB\tcom.old (1/1)\tOld\t[terminated waiting to uninstall on reboot]\n*\t*\tB\tcom.av (1/1)\tGuard\t[activated enabled]\n';
    expect(parseExtensions(text)).toEqual(['Guard']);
    expect(parseExtensions('0 extension(s)\n')).toEqual([]);
  });

  test('the daemon that always runs is no installation', () => {
    expect(
      parseInstallers('  1 /sbin/launchd\n 99 /usr/libexec/softwareupdated\n 100 /usr/sbin/installer\n'),
    ).toEqual([{ pid: 100, name: 'installer' }]);
  });

  test('versions and settings', () => {
    const version = (number: string) =>
      parseMacVersion(list(`<dict><key>ProductVersion</key><string>${number}</string></dict>`)).version;
    expect(version('15.7.1')).toBe('15.7.1');
    expect(() => version('new')).toThrow(Unreadable);
    expect(
      parseMacSettings(list('<dict><key>AutomaticCheckEnabled</key><integer>0</integer></dict>')).checks,
    ).toBe(false);
    expect(parseMacHistory(list('<array/>'))).toEqual([]);
  });
});

describe('random and damaged text is understood or refused', () => {
  const parsers: readonly (readonly [string, (text: string) => unknown, string])[] = [
    ['apt targets', (text) => parseAptTargets(printed(text)), captured('apt-print-uris-2.6.1-debian12.txt')],
    ['release', parseRelease, 'Origin: Debian\nValid-Until: Thu, 08 Oct 2026 08:00:00 UTC\nMD5Sum:\n'],
    ['apt history', parseAptHistory, 'Start-Date: 2026-11-01  06:10:00\nUpgrade: x\nEnd-Date: 1\n'],
    ['relations', unmetIn, 'ii \ta\t1:1.0-1\tx (= 2)\t\tb (>= 1) | c\n'],
    ['pacman log', parsePacmanLog, captured('pacman-log-6.0.2-debian12.txt')],
    ['pacman config', parsePacmanConfig, '[options]\nIgnorePkg = a b\n[core]\nInclude = x\n'],
    ['pacman check', (text) => parsePacmanState(text, 1), captured('pacman-dk-6.0.2-debian12-unmet.txt')],
    ['rpm', parseRpm, captured('rpm-qa-4.18.0-debian12-twice.txt')],
    ['rpm check', (text) => parseRpmState(text, 1), captured('rpm-va-4.18.0-debian12-broken.txt')],
    ['repositories', parseRepositories, '[a]\nbaseurl=http://x\n  http://y\nenabled=1\n'],
    ['dnf log', parseDnfLog, "2026-11-23T10:12:13+0100 DEBUG Failed to synchronize cache for repo 'x'\n"],
    ['apk', parseApkInstalled, 'P:a\np:b=1\nf:f\n\n'],
    ['install log', parseInstallLog, '2026-11-20 10:00:00+01 mac installd[5]: PackageKit: Install Failed\n'],
    [
      'extensions',
      parseExtensions,
      '1 extension(s)\n--- x.endpoint_security\n*\t*\tA\tb (1/1)\tN\t[activated enabled]\n',
    ],
    ['property list', parsePlist, '<plist><dict><key>a</key><array><true/></array></dict></plist>'],
    ['upgrade log', parseDistUpgrade, '2026-11-20 10:12:13,456 ERROR x\n'],
    [
      'Windows',
      parseWindowsUpdate,
      '{"system":{"build":"1"},"policy":{},"busy":{},"services":[{"name":"a","start":"Auto"}]}',
    ],
  ];

  test.each(parsers)('%s', (_, parse, sample) => {
    neverHalf(parse, (value) => value !== undefined, sample);
  });
});
