/** The rules of the module that judge time, codes and settings, on plain facts. */
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../checks/updates/findings.ts';
import { reads } from '../../checks/updates/probe.ts';
import { settings } from '../../checks/updates/settings.ts';
import { dateText, daysSince } from '../../checks/updates/when.ts';
import type { Raw } from '../../src/contract.ts';
import { upgradeSize } from '../../src/sources/apt.ts';
import { parsePacmanLog } from '../../src/sources/pacman.ts';
import { fileStat } from '../../src/sources/space.ts';
import type { WindowsUpdate } from '../../src/sources/windows-update.ts';
import { type Followed, factsOf, followed, missing, ok } from '../facts.ts';

type Named = Parameters<typeof factsOf<typeof reads>>[1];

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 24 * 3600 * 1000;
const ago = (days: number): string => new Date(NOW - days * DAY).toISOString();

const system = (platform: string, release = '6.1.0-13-amd64'): Raw['system'] => ({
  platform,
  release,
  arch: 'x64',
  hostname: 'pc',
  bootedSecondsAgo: 3600,
});
const clock = ok({ epochMs: NOW, timeZone: 'UTC' });
const release = (id: string, version: string | null, rest = {}) =>
  ok({
    id,
    like: [],
    name: `${id} ${version ?? ''}`,
    version,
    codename: null,
    supportEnd: null,
    variant: null,
    ...rest,
  });

const linux: Named = {
  platform: ok(system('linux')),
  clock,
  osRelease: release('debian', '12'),
  dpkgState: ok({ packages: 9, unfinished: [], held: [] }),
  aptState: ok({ status: 'consistent' }),
};
const windows: Named = {
  platform: ok(system('win32', '10.0.26200')),
  clock,
  windowsRestart: ok({ componentServicing: false, windowsUpdate: false, fileRenames: false }),
};
const mac: Named = { platform: ok(system('darwin', '25.0.0')), clock };

const pc: WindowsUpdate = {
  build: 26200,
  revision: 1,
  edition: 'Professional',
  release: '25H2',
  server: false,
  services: [],
  pausedUntilMs: null,
  updateServer: '',
  automaticUpdatesOff: false,
  accessDisabled: false,
  pinnedRelease: '',
  metered: null,
  proxy: '',
  antivirus: [],
  installerBusy: false,
  servicingBusy: false,
  pendingXml: false,
  blocks: [],
  brokenInstallers: [],
};

const judge = (named: Named, more: readonly Followed[] = []) =>
  diagnose(factsOf(reads, named, more), settings);
const codes = (named: Named, more: readonly Followed[] = []) =>
  judge(named, more).findings.map(({ code, severity }) => [code, severity]);
const changed = (path: string, days: number): Followed =>
  followed(fileStat(path), { type: 'file' as const, bytes: 0, inode: 1, modifiedAt: ago(days) });
const attempt = (code: string, days: number, more = {}) => ({
  kb: 'KB5050001',
  code,
  succeeded: code === '0x00000000',
  at: ago(days),
  title: '',
  ...more,
});
const current = attempt('0x00000000', 3, { kb: 'KB5099999' });
const history = (...list: readonly ReturnType<typeof attempt>[]): Named => ({
  ...windows,
  windowsUpdate: ok(pc),
  windowsHistory: ok([current, ...list]),
});

test('days are counted by the machine’s clock, and a time to come tells nothing', () => {
  expect(daysSince(NOW - 35 * DAY, { clock })).toBe(35);
  expect(daysSince(NOW + 5 * DAY, { clock })).toBeNull();
  expect(daysSince(NOW, { clock: missing() })).toBeNull();
  expect([0, 59, 20_000, 20_781].map((day) => dateText(day * DAY))).toEqual(
    [0, 59, 20_000, 20_781].map((day) => new Date(day * DAY).toISOString().slice(0, 10)),
  );
});

describe('updates/overdue', () => {
  const partial = '/var/lib/apt/lists/partial';
  const size = (packages: number) =>
    followed(upgradeSize('apt'), { packages, downloadBytes: 0, growthBytes: 0 });

  test('nobody looked: warning above 35 days, critical above 90', () => {
    expect(codes(linux, [changed(partial, 35)])).toEqual([]);
    expect(codes(linux, [changed(partial, 36.1)])).toEqual([['updates/overdue', 'warning']]);
    expect(codes(linux, [changed(partial, 91.1)])).toEqual([['updates/overdue', 'critical']]);
  });

  test('looked at daily and nothing installed: what waits decides', () => {
    const facts = [changed(partial, 1), changed('/var/lib/dpkg/status', 60)];
    expect(codes(linux, [...facts, size(12)])).toEqual([['updates/overdue', 'warning']]);
    expect(codes(linux, [...facts, size(0)])).toEqual([]);
    // Not asked is not fine.
    const { findings, unknown = [] } = judge(linux, facts);
    expect(findings).toEqual([]);
    expect(unknown.map(({ source }) => source)).toEqual(['packages.upgrade-size/apt']);
  });

  test('a container is renewed with its image', () => {
    expect(codes({ ...linux, dockerMark: ok(true) }, [changed(partial, 300)])).toEqual([]);
  });

  test('pacman, rpm and zypper by what each of them keeps', () => {
    const log = (days: number) =>
      ok(parsePacmanLog(`[${ago(days)}] [PACMAN] starting full system upgrade\n`.replace(/\.\d+Z/, '+0000')));
    const arch = {
      ...linux,
      osRelease: release('arch', null),
      dpkgState: missing(),
      aptState: missing(),
      pacmanKeyring: ok(true),
    };
    expect(codes({ ...arch, pacmanLog: log(40) })).toEqual([['updates/overdue', 'warning']]);
    expect(codes({ ...arch, pacmanLog: log(4) })).toEqual([]);
    const fedora = { ...arch, osRelease: release('fedora', '44') };
    const database = '/usr/lib/sysimage/rpm/rpmdb.sqlite';
    expect(codes(fedora, [changed(database, 100)])).toEqual([['updates/overdue', 'critical']]);
    expect(codes(fedora, [changed(database, 10)])).toEqual([]);
    const leap = { ...arch, osRelease: release('opensuse-leap', '16.0') };
    expect(codes({ ...leap, zyppHistory: ok({ installedMs: NOW - 50 * DAY }) })).toEqual([
      ['updates/overdue', 'warning'],
    ]);
  });

  test('Windows: the data of its virus scanner are no update', () => {
    const scanner = attempt('0x00000000', 0, { kb: 'KB2267602' });
    const old = attempt('0x00000000', 50);
    const told = { ...windows, windowsUpdate: ok(pc), windowsHistory: ok([scanner, old]) };
    expect(codes(told)).toEqual([['updates/overdue', 'warning']]);
    const { unknown = [] } = judge({ ...told, windowsHistory: ok([scanner]) });
    expect(unknown.map(({ source }) => source)).toContain('updates.windows-history');
  });

  test('macOS: an old version with nothing newer to be had is no neglect', () => {
    const installs = ok([{ name: 'macOS 26.1', version: '26.1', atMs: NOW - 60 * DAY, system: true }]);
    const found = (version: string) =>
      ok({
        checks: null,
        downloads: null,
        installs: null,
        installsSecurity: null,
        lastSuccessMs: null,
        recommended: [{ name: 'macOS Tahoe 26.2', version }],
      });
    const version = ok({ version: '26.1', build: '25B78' });
    const told = { ...mac, macInstallHistory: installs, macVersion: version };
    expect(codes({ ...told, macUpdateSettings: found('26.2') })).toEqual([['updates/overdue', 'warning']]);
    expect(codes({ ...told, macUpdateSettings: found('26.1') })).toEqual([]);
  });
});

describe('updates/release-eol', () => {
  test.each([
    ['debian', '11', 'critical'],
    ['debian', '12', undefined],
    ['fedora', '43', 'warning'],
    ['fedora', '44', undefined],
    ['alpine', '3.21.5', 'critical'],
    ['ubuntu', '20.04', 'critical'],
    ['ubuntu', '24.04', undefined],
    ['rocky', '9.4', undefined],
    ['arch', null, undefined],
    ['nobody-knows', '1', undefined],
  ])('%s %s: %s', (id, version, severity) => {
    const { findings } = judge({ ...linux, osRelease: release(id, version) });
    expect(findings.find(({ code }) => code === 'updates/release-eol')?.severity).toBe(severity);
  });

  test('the system’s own word goes before our table, and does not age', () => {
    const own = { ...linux, osRelease: release('fedora', '44', { supportEnd: '2026-11-23' }) };
    expect(codes(own)).toContainEqual(['updates/release-eol', 'critical']);
    const later = ok({ epochMs: Date.UTC(2028, 0, 1), timeZone: 'UTC' });
    expect(codes({ ...own, clock: later })).toContainEqual(['updates/release-eol', 'critical']);
  });

  test('the last day itself still counts', () => {
    const on = (supportEnd: string) =>
      codes({ ...linux, osRelease: release('fedora', '44', { supportEnd }) });
    expect(on('2026-11-24')).toContainEqual(['updates/release-eol', 'warning']);
    expect(on('2027-02-22')).toEqual([]);
    expect(on('2027-02-21')).toContainEqual(['updates/release-eol', 'warning']);
  });

  test('a table older than half a year gives no verdict', () => {
    const clock2027 = ok({ epochMs: Date.UTC(2027, 5, 1), timeZone: 'UTC' });
    const { findings, unknown = [] } = judge({
      ...linux,
      osRelease: release('debian', '11'),
      clock: clock2027,
    });
    expect(findings).toEqual([]);
    expect(unknown.some(({ why }) => why.includes('2026-08-22'))).toBe(true);
  });

  test('Ubuntu with its extended fixes is not at its end', () => {
    const told = { ...linux, osRelease: release('ubuntu', '20.04'), ubuntuPro: ok({ extended: true }) };
    expect(codes(told)).toEqual([]);
  });

  test('Windows by build and edition; extended updates show in the revision', () => {
    const told = (more: Partial<WindowsUpdate>) =>
      codes({ ...history(), windowsUpdate: ok({ ...pc, ...more }) });
    expect(told({ build: 26_100, edition: 'Core' })).toEqual([['updates/release-eol', 'critical']]);
    expect(told({ build: 26_100, edition: 'Enterprise' })).toEqual([]);
    expect(told({ build: 26_100, edition: 'EnterpriseS' })).toEqual([]);
    expect(told({ build: 19_045, edition: 'Core', revision: 6456 })).toEqual([
      ['updates/release-eol', 'critical'],
    ]);
    expect(told({ build: 19_045, edition: 'Core', revision: 7000 })).toEqual([]);
    expect(told({ build: 99_999 })).toEqual([]);
  });
});

describe('result codes of Windows Update', () => {
  test.each([
    ['0x80240034', 'updates/download-failed', 'warning', 7],
    ['0x80072f8f', 'updates/download-failed', 'warning', 7],
    ['0x80073712', 'updates/component-store-corrupt', 'critical', 30],
    ['0x800f081f', 'updates/component-store-corrupt', 'critical', 30],
    ['0x80070070', 'updates/insufficient-space', 'critical', 30],
    ['0xc190020e', 'updates/insufficient-space', 'critical', 30],
    ['0xc1900101', 'updates/upgrade-blocked', 'warning', 30],
    ['0xc1900200', 'updates/upgrade-blocked', 'warning', 30],
    ['0x80242014', 'updates/pending-reboot', 'warning', 30],
    ['0x80070bc9', 'updates/package-db-interrupted', 'critical', 30],
    ['0x8007064c', 'updates/broken-dependencies', 'warning', 30],
    ['0x80240016', 'updates/package-manager-locked', 'info', 1],
  ])('%s is %s, and no longer after its time or a later success', (code, finding, severity, days) => {
    expect(codes(history(attempt(code, days - 0.5)))).toEqual([[finding, severity]]);
    expect(codes(history(attempt(code, days + 0.5)))).toEqual([]);
    expect(codes(history(attempt('0x00000000', 0.1), attempt(code, 0.5)))).toEqual([]);
  });

  test('attempts without a number are told apart by their title', () => {
    const upgrade = { kb: null, title: 'Feature update' };
    const done = attempt('0x00000000', 0.1, upgrade);
    expect(codes(history(done, attempt('0xc1900101', 1, upgrade)))).toEqual([]);
    expect(codes(history(attempt('0xc1900101', 1, upgrade)))).toEqual([
      ['updates/upgrade-blocked', 'warning'],
    ]);
  });

  test('what another program causes needs the program; without one a person is asked', () => {
    const antivirus = [{ name: 'Foreign Guard', active: true, isDefender: false }];
    const failed = history(attempt('0x80070020', 2));
    expect(codes({ ...failed, windowsUpdate: ok({ ...pc, antivirus }) })).toEqual([
      ['updates/conflicting-software', 'warning'],
    ]);
    const { findings, unknown = [] } = judge(failed);
    expect(findings).toEqual([]);
    expect(unknown.some(({ why }) => why.includes('0x80070020'))).toBe(true);
  });

  test('a company’s own server that is silent is a source, not the network', () => {
    const failed = history(attempt('0x80244022', 2));
    expect(codes({ ...failed, windowsUpdate: ok({ ...pc, updateServer: 'http://wsus.example' }) })).toEqual([
      ['updates/repository-invalid', 'warning'],
      ['updates/paused-or-managed', 'info'],
    ]);
  });
});

describe('Windows’ own state', () => {
  const told = (more: Partial<WindowsUpdate>, named: Named = {}) =>
    codes({ ...history(), windowsUpdate: ok({ ...pc, ...more }), ...named });

  test('updates/service-disabled: critical where Windows cannot update without it', () => {
    expect(told({ services: [{ name: 'wuauserv', start: 'disabled' }] })).toEqual([
      ['updates/service-disabled', 'critical'],
    ]);
    expect(told({ services: [{ name: 'wlidsvc', start: 'disabled' }] })).toEqual([
      ['updates/service-disabled', 'warning'],
    ]);
    expect(told({ services: [{ name: 'BITS', start: 'manual' }] })).toEqual([]);
  });

  test('updates/paused-or-managed is a remark, and a pause that is over is none', () => {
    expect(told({ pausedUntilMs: NOW + DAY })).toEqual([['updates/paused-or-managed', 'info']]);
    expect(told({ pausedUntilMs: NOW - DAY })).toEqual([]);
    expect(told({ metered: true })).toEqual([['updates/paused-or-managed', 'info']]);
    expect(told({ metered: false })).toEqual([]);
  });

  test('pending changes are broken off only where no restart is noted and nobody works on them', () => {
    expect(told({ pendingXml: true })).toEqual([['updates/package-db-interrupted', 'critical']]);
    expect(told({ pendingXml: true, servicingBusy: true })).toEqual([
      ['updates/package-manager-locked', 'info'],
    ]);
    const marked = ok({ componentServicing: true, windowsUpdate: false, fileRenames: false });
    expect(told({ pendingXml: true }, { windowsRestart: marked })).toEqual([
      ['updates/pending-reboot', 'warning'],
    ]);
  });

  test('updates/component-store-corrupt by Windows’ own word', () => {
    expect(told({}, { componentStore: ok({ health: 1 }) })).toEqual([
      ['updates/component-store-corrupt', 'critical'],
    ]);
    expect(told({}, { componentStore: ok({ health: 0 }) })).toEqual([]);
  });

  test('updates/upgrade-blocked: only releases newer than this one count', () => {
    const block = (name: string) => ({ release: name, reasons: ['Cpu', 'Tpm'], holds: [] });
    expect(told({ release: '24H2', blocks: [block('GE25H2')] })).toEqual([
      ['updates/upgrade-blocked', 'warning'],
    ]);
    expect(told({ release: '25H2', blocks: [block('NI23H2')] })).toEqual([]);
  });
});

describe('Linux’ own state', () => {
  const modules = ok([{ name: 'ext4', bytes: 1, users: 1, usedBy: [], state: 'live' as const, taints: '' }]);

  test('updates/kernel-modules-missing only where modules are used and the folder is gone', () => {
    const told = (folders: string[], named: Named = {}) =>
      codes({ ...linux, kernelModules: modules, moduleFolders: ok(folders), ...named });
    expect(told(['6.1.0-18-amd64'])).toEqual([['updates/kernel-modules-missing', 'warning']]);
    expect(told(['6.1.0-13-amd64'])).toEqual([]);
    expect(told([], { kernelModules: ok([]) })).toEqual([]);
    expect(told([], { dockerMark: ok(true) })).toEqual([]);
    expect(told([], { platform: ok(system('linux', '5.15.153.1-microsoft-standard-WSL2')) })).toEqual([]);
  });

  test('a newer kernel waits for a restart only when it was installed since the start', () => {
    const kernel = (name: string) => ['vmlinuz', 'initrd.img'].map((part) => `${part}-${name}`);
    const told = (name: string, hours: number) =>
      codes({ ...linux, bootFiles: ok([...kernel('6.1.0-13-amd64'), ...kernel(name)]) }, [
        changed(`/boot/initrd.img-${name}`, hours / 24),
      ]);
    expect(told('6.1.0-18-amd64', 0.5)).toEqual([['updates/pending-reboot', 'warning']]);
    expect(told('6.1.0-18-amd64', 5)).toEqual([]);
    expect(told('6.1.0-9-amd64', 0.5)).toEqual([]);
    // Another kind of kernel beside it is nobody's successor.
    expect(told('6.1.0-18-cloud-amd64', 0.5)).toEqual([]);
  });

  test('masked units are updates/service-disabled, those of another manager are not', () => {
    expect(codes({ ...linux, updateUnits: ok({ masked: ['apt-daily.timer'] }) })).toEqual([
      ['updates/service-disabled', 'warning'],
    ]);
    expect(codes({ ...linux, updateUnits: ok({ masked: ['dnf-makecache.timer'] }) })).toEqual([]);
  });

  test('held packages are a remark; one that the system stands on is more', () => {
    const held = (essential: boolean) =>
      ok({ packages: 9, unfinished: [], held: [{ name: 'dpkg', essential }] });
    expect(codes({ ...linux, dpkgState: held(false) })).toEqual([['updates/paused-or-managed', 'info']]);
    expect(codes({ ...linux, dpkgState: held(true) })).toEqual([
      ['updates/broken-dependencies', 'warning'],
      ['updates/paused-or-managed', 'info'],
    ]);
  });

  test('automatic updates that are not set at all are not switched off', () => {
    expect(codes({ ...linux, aptConfig: ok({ 'apt::periodic::unattended-upgrade': '0' }) })).toEqual([
      ['updates/paused-or-managed', 'info'],
    ]);
    expect(codes({ ...linux, aptConfig: ok({ apt: '' }) })).toEqual([]);
  });

  test('two packages that want one file are updates/conflicting-software', () => {
    const run = {
      startedAt: '2026-11-20  14:03:11',
      ranOutOfSpace: false,
      failed: true,
      conflicts: [{ package: 'foo', other: 'bar', file: '/usr/bin/x' }],
    };
    expect(codes({ ...linux, aptLog: ok([run]) })).toEqual([['updates/conflicting-software', 'warning']]);
    expect(codes({ ...linux, aptLog: ok([run, { ...run, conflicts: [] }]) })).toEqual([]);
  });

  test('a system whose tools could not answer is not fine', () => {
    const fedora = { platform: linux.platform, clock, osRelease: release('fedora', '44') } as Named;
    const { unknown = [] } = judge({
      ...fedora,
      rpmState: missing('timeout'),
      rpmPackages: missing('left-out'),
    });
    expect(unknown.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['timeout', 'left-out']));
  });
});
