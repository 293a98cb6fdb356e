import { describe, expect, test } from 'vitest';
import { diagnose } from '../../checks/updates/findings.ts';
import { followUps } from '../../checks/updates/follow-ups.ts';
import { en } from '../../checks/updates/messages.en.ts';
import { reads } from '../../checks/updates/probe.ts';
import { settings } from '../../checks/updates/settings.ts';
import type { Connection } from '../../src/contract.ts';
import { aptSourceFile, parseSourceList } from '../../src/sources/apt-sources.ts';
import { parseLocks, processName } from '../../src/sources/locks.ts';
import { parseMountinfo } from '../../src/sources/mounts.ts';
import { fileStat } from '../../src/sources/space.ts';
import {
  aptConfFile,
  aptConfFiles,
  aptServers,
  directConnection,
  proxyConnection,
} from '../../src/sources/update-proxy.ts';
import { type Followed, factsOf, followed, missing, ok } from '../facts.ts';

type Named = Parameters<typeof factsOf<typeof reads>>[1];

const computer: Named = {
  platform: ok({
    platform: 'linux',
    release: '6.1.0-13-amd64',
    arch: 'x64',
    hostname: 'pc',
    bootedSecondsAgo: 9,
  }),
  osRelease: ok({
    id: 'debian',
    like: [],
    name: 'Debian',
    version: '12',
    codename: null,
    supportEnd: null,
    variant: null,
  }),
  clock: ok({ epochMs: Date.UTC(2026, 10, 24, 12), timeZone: 'UTC' }),
  mounts: ok(parseMountinfo('21 0 7:0 / / rw,relatime - ext4 /dev/loop0 rw\n')),
  locks: ok([]),
  dpkgState: ok({ packages: 100, unfinished: [], held: [] }),
  dpkgJournal: ok([]),
  aptState: ok({ status: 'consistent' }),
  aptTargets: ok({ status: 'readable', releases: [] }),
  aptConfig: ok({ apt: '' }),
};

const judge = (named: Named = {}, followedUp: readonly Followed[] = []) =>
  diagnose(factsOf(reads, { ...computer, ...named }, followedUp), settings);

const codes = (named: Named = {}, followedUp: readonly Followed[] = []) =>
  judge(named, followedUp).findings.map(({ code, severity }) => [code, severity]);

test('nothing stands in the way on a healthy computer', () => {
  const { findings, unknown = [], skipped } = judge();
  expect([findings, unknown, skipped]).toEqual([[], [], undefined]);
});

test('a system whose package manager we do not know is skipped, not green', () => {
  const nixos = {
    id: 'nixos',
    like: [],
    name: 'NixOS',
    version: null,
    codename: null,
    supportEnd: null,
    variant: null,
  };
  expect(judge({ osRelease: ok(nixos), dpkgState: missing(), aptState: missing() }).skipped).toBe(
    'no-package-manager',
  );
});

test('dpkg that does not answer on Debian is unknown', () => {
  expect(judge({ dpkgState: missing('timeout') }).unknown?.map(({ reason }) => reason)).toEqual(['timeout']);
});

describe('locks', () => {
  const lock = (inode: number, path = '/var/lib/dpkg/lock-frontend') =>
    followed(fileStat(path), { type: 'file', bytes: 0, inode, modifiedAt: '2026-11-24T00:00:00.000Z' });
  const held = (line: string): Named => ({ locks: ok(parseLocks(line)) });
  const WRITE = '1: POSIX  ADVISORY  WRITE 107 07:00:131112 0 EOF\n';

  test('the live holder is named', () => {
    const { findings } = judge(held(WRITE), [lock(131112), followed(processName('107'), 'unattended-upgr')]);
    expect(findings).toMatchObject([
      {
        code: 'updates/package-manager-locked',
        severity: 'warning',
        params: { holder: 'unattended-upgr', pid: 107 },
      },
    ]);
  });

  test('several locks of one process are one finding', () => {
    const both = `${WRITE}2: POSIX  ADVISORY  WRITE 107 07:00:131111 0 EOF\n`;
    expect(codes(held(both), [lock(131112), lock(131111, '/var/lib/dpkg/lock')])).toHaveLength(1);
  });

  test('a lock on a file of the same number on another volume is another file', () => {
    expect(codes(held(WRITE.replace('07:00', '08:01')), [lock(131112)])).toEqual([]);
  });

  test('a lock file that nobody holds, and one that is only read, are no finding', () => {
    expect(codes({}, [lock(131112)])).toEqual([]);
    expect(codes(held(WRITE.replace('WRITE', 'READ')), [lock(131112)])).toEqual([]);
  });

  test('while somebody installs, half-way packages and broken dependencies are none', () => {
    const busy: Named = {
      ...held(WRITE),
      dpkgState: ok({ packages: 9, unfinished: [{ name: 'x', state: 'unpacked' }], held: [] }),
      aptState: ok({ status: 'broken', unmet: ['y : Depends: x'] }),
    };
    expect(codes(busy, [lock(131112)])).toEqual([['updates/package-manager-locked', 'warning']]);
  });

  test("pacman's lock is the file itself, without a holder", () => {
    const { findings } = judge({}, [lock(5, '/var/lib/pacman/db.lck')]);
    expect(findings).toMatchObject([{ params: { pid: 0, file: '/var/lib/pacman/db.lck' } }]);
  });
});

describe('packages', () => {
  test('half-way packages are named with their state', () => {
    const { findings } = judge({
      dpkgState: ok({ packages: 9, unfinished: [{ name: 'lab-codec', state: 'reinstall' }], held: [] }),
    });
    expect(findings).toMatchObject([
      { code: 'updates/package-db-interrupted', severity: 'critical', params: { reinstall: ['lab-codec'] } },
    ]);
  });

  test('a journal that dpkg did not merge is an interrupted run', () => {
    expect(codes({ dpkgJournal: ok(['0001']) })).toEqual([['updates/package-db-interrupted', 'critical']]);
  });

  test('apt failing over a half-way package is no gap of its own', () => {
    const unfinished = { packages: 9, unfinished: [{ name: 'x', state: 'reinstall' as const }], held: [] };
    expect(judge({ dpkgState: ok(unfinished), aptState: missing('failed') }).unknown).toEqual([]);
    expect(judge({ aptState: missing('failed') }).unknown).toHaveLength(1);
  });

  test('unmet dependencies', () => {
    expect(codes({ aptState: ok({ status: 'broken', unmet: ['a : Depends: b'] }) })).toEqual([
      ['updates/broken-dependencies', 'critical'],
    ]);
  });

  test('an unreadable source is told with file and line, and nothing is said about dependencies', () => {
    const faults = [
      { file: '/etc/apt/sources.list.d/x.list', entry: 7, message: "Type 'rpm' is not known on line 7" },
    ];
    const { findings } = judge({ aptState: ok({ status: 'sources-unreadable', faults }) });
    expect(findings.map(({ code }) => code)).toEqual(['updates/repository-invalid']);
    expect(findings[0]?.subject).toBe('/etc/apt/sources.list.d/x.list');
    const say = en.findings['updates/repository-invalid'].say;
    const told = { problem: 'unreadable', manager: 'apt', url: '', message: 'm', key: '' };
    expect(say({ ...told, file: '/etc/x.list', entry: 7, stanza: false }).title).toBe(
      'apt cannot read /etc/x.list, line 7',
    );
  });
});

describe('sources with keys', () => {
  const LIST = '/etc/apt/sources.list.d/vendor.list';
  const text = 'deb [signed-by=/usr/share/keyrings/vendor.gpg] https://vendor.example/apt stable main\n';
  const files: Named = { aptSourceFiles: ok([LIST]) };
  const list = followed(aptSourceFile(LIST), parseSourceList(text));
  const key = fileStat('/usr/share/keyrings/vendor.gpg');

  test('a key that is named and not there is told with its source', () => {
    const { findings } = judge(files, [list, [key, missing('absent')]]);
    expect(findings).toMatchObject([
      {
        code: 'updates/repository-invalid',
        params: { file: LIST, entry: 1, key: '/usr/share/keyrings/vendor.gpg' },
      },
    ]);
  });

  test('a key that is there, or may not be looked at, is none', () => {
    const there = { type: 'file' as const, bytes: 1200, inode: 7, modifiedAt: '2026-01-01T00:00:00.000Z' };
    expect(codes(files, [list, followed(key, there)])).toEqual([]);
    expect(codes(files, [list, [key, missing('denied')]])).toEqual([]);
  });

  test('a source that needs no signature needs no key', () => {
    const trusted = followed(aptSourceFile(LIST), parseSourceList(text.replace('[', '[trusted=yes ')));
    expect(codes(files, [trusted, [key, missing('absent')]])).toEqual([]);
  });

  test('two contradictory entries are told with the file of the later one', () => {
    const message =
      'Conflicting values set for option Signed-By regarding source https://vendor.example/apt/ stable: /a.gpg != /b.gpg';
    const faults = [{ file: '', entry: null, message }];
    const { findings } = judge({ ...files, aptState: ok({ status: 'sources-unreadable', faults }) }, [list]);
    expect(findings).toMatchObject([{ subject: LIST, params: { file: LIST, entry: 1, message } }]);
  });
});

describe('the proxy for updates', () => {
  const set: Named = { aptConfig: ok({ 'acquire::http::proxy': 'http://192.0.2.20:3128' }) };
  const end = (outcome: Connection) => ({ attempts: [{ outcome, ms: 3 }] });
  const proxy = (outcome: Connection) => followed(proxyConnection('192.0.2.20:3128'), end(outcome));
  const server = followed(aptServers('apt'), [{ host: 'updates.example', port: 80 }]);
  const direct = (outcome: Connection) => followed(directConnection('updates.example:80'), end(outcome));

  test('a proxy that refuses is at fault, and its file is named', () => {
    const { findings } = judge(set, [
      proxy('refused'),
      followed(aptConfFiles('/etc/apt/apt.conf.d'), ['00x', '95proxy']),
      followed(aptConfFile('/etc/apt/apt.conf.d/00x'), 'APT::Install-Recommends "false";'),
      followed(aptConfFile('/etc/apt/apt.conf.d/95proxy'), 'Acquire::http::Proxy "http://192.0.2.20:3128";'),
    ]);
    expect(findings).toMatchObject([
      {
        code: 'updates/proxy-unreachable',
        severity: 'warning',
        params: { address: '192.0.2.20:3128', outcome: 'refused', file: '/etc/apt/apt.conf.d/95proxy' },
      },
    ]);
  });

  test('a silent proxy is at fault only where the server answers without it', () => {
    expect(codes(set, [proxy('timeout'), server, direct('connected')])).toEqual([
      ['updates/proxy-unreachable', 'warning'],
    ]);
    expect(codes(set, [proxy('timeout'), server, direct('timeout')])).toEqual([]);
    expect(codes(set, [proxy('unreachable')])).toEqual([]);
  });

  test('a proxy that answers is fine, and nothing else is contacted', () => {
    const facts = factsOf(reads, { ...computer, ...set }, [proxy('connected')]);
    expect(diagnose(facts, settings).findings).toEqual([]);
    const asked = followUps(facts, settings).map(({ id }) => id);
    expect(asked).toContain('updates.proxy/192.0.2.20:3128');
    expect(asked).not.toContain('packages.apt-servers/apt');
  });

  test('without a proxy nothing is contacted at all', () => {
    const kinds = followUps(factsOf(reads, computer), settings).map(({ on }) => on.linux?.request.kind);
    expect(new Set(kinds)).toEqual(new Set(['stat']));
  });
});

describe('a restart', () => {
  test('Debian’s mark, with the packages that ask for it', () => {
    const { findings } = judge({
      rebootMark: ok('2026-11-24T00:00:00.000Z'),
      rebootPackages: ok(['linux-image-6.1.0-22-amd64']),
    });
    expect(findings).toMatchObject([
      {
        code: 'updates/pending-reboot',
        severity: 'warning',
        params: { packages: ['linux-image-6.1.0-22-amd64'] },
      },
    ]);
  });

  test('a container is not restarted', () => {
    expect(codes({ rebootMark: ok('2026-11-24T00:00:00.000Z'), dockerMark: ok(true) })).toEqual([]);
  });

  test('Windows: strong marks warn, a pending rename alone is a remark', () => {
    const windows = (componentServicing: boolean, fileRenames: boolean): Named => ({
      platform: ok({
        platform: 'win32',
        release: '10.0.26100',
        arch: 'x64',
        hostname: 'PC',
        bootedSecondsAgo: 9,
      }),
      windowsRestart: ok({ componentServicing, windowsUpdate: false, fileRenames }),
      windowsHistory: ok([]),
    });
    expect(codes(windows(true, true))).toEqual([['updates/pending-reboot', 'warning']]);
    expect(codes(windows(false, true))).toEqual([['updates/pending-reboot', 'info']]);
    expect(codes(windows(false, false))).toEqual([]);
  });
});

describe('an update that ran out of space', () => {
  const run = (startedAt: string, ranOutOfSpace: boolean) => ({
    startedAt,
    ranOutOfSpace,
    failed: ranOutOfSpace,
    conflicts: [],
  });

  test('the last run counts, and only for a month', () => {
    expect(codes({ aptLog: ok([run('2026-11-20  14:03:11', true)]) })).toEqual([
      ['updates/insufficient-space', 'critical'],
    ]);
    expect(
      codes({ aptLog: ok([run('2026-11-20  14:03:11', true), run('2026-11-21  09:00:00', false)]) }),
    ).toEqual([]);
    expect(codes({ aptLog: ok([run('2026-09-20  14:03:11', true)]) })).toEqual([]);
  });

  test('Windows: the result code, unless the same update went through later', () => {
    const failed = {
      kb: 'KB5050001',
      code: '0x80070070',
      succeeded: false,
      at: '2026-11-20T08:00:00Z',
      title: '',
    };
    const windows: Named = {
      platform: ok({
        platform: 'win32',
        release: '10.0.26100',
        arch: 'x64',
        hostname: 'PC',
        bootedSecondsAgo: 9,
      }),
      windowsRestart: ok({ componentServicing: false, windowsUpdate: false, fileRenames: false }),
    };
    expect(codes({ ...windows, windowsHistory: ok([failed]) })).toEqual([
      ['updates/insufficient-space', 'critical'],
    ]);
    const later = { ...failed, code: '0x00000000', succeeded: true, at: '2026-11-21T08:00:00Z' };
    expect(codes({ ...windows, windowsHistory: ok([later, failed]) })).toEqual([]);
  });
});
