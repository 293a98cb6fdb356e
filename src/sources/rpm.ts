/** rpm's database, and systems that are replaced as a whole image. */
import { type Raw, type Request, source, Unreadable } from '../contract.ts';
import { isoOf } from './calendar.ts';
import { isObject, listOf, parseJson } from './network/json.ts';
import { newestOfEach, type PackageTime } from './package-time.ts';
import type { PackageVersion } from './package-version.ts';
import { refuseCut } from './whole.ts';

/** Where rpm keeps its database: the first is Fedora's and SUSE's place, the second the older one. */
export const RPM_DATABASES: readonly string[] = [
  '/usr/lib/sysimage/rpm/rpmdb.sqlite',
  '/usr/lib/sysimage/rpm/Packages.db',
  '/var/lib/rpm/rpmdb.sqlite',
  '/var/lib/rpm/Packages.db',
  '/var/lib/rpm/Packages',
];

export interface RpmPackages {
  readonly packages: number;
  /** When the newest was installed; milliseconds since 1970. */
  readonly newestMs: number | null;
  /** Packages of which two versions are installed: an update that stopped between installing and removing. */
  readonly twice: readonly string[];
}

const request: Extract<Request, { kind: 'exec' }> = {
  kind: 'exec',
  argv: ['rpm', '-qa', '--qf', '%{NAME}.%{ARCH} %{INSTALLTIME} %{VERSION}-%{RELEASE}\\n'],
  timeoutMs: 15_000,
};

const listed = ({ stdout, stderr, exitCode }: Raw['exec']): string => {
  if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().split('\n')[0] || 'no answer');
  return stdout;
};

export const rpmPackages = source({
  id: 'packages.rpm',
  os: ['linux'],
  cost: 'slow',
  request,
  parse: (raw) => parseRpm(listed(raw)),
});

/** The same read, for what is installed. */
export const rpmVersions = source({
  id: 'packages.rpm',
  os: ['linux'],
  cost: 'slow',
  request,
  parse: (raw): readonly PackageVersion[] => {
    const text = listed(raw);
    refuseCut(raw);
    return rowsOf(text).map(({ name, version }) => ({ name, version }));
  },
});

/** The same read, for when each package was installed. */
export const rpmTimes = source({
  id: 'packages.rpm',
  os: ['linux'],
  cost: 'slow',
  request,
  parse: (raw): readonly PackageTime[] =>
    newestOfEach(
      [...rowsOf(listed(raw))]
        .sort((a, b) => a.installedMs - b.installedMs)
        .map(({ name, installedMs }) => ({ name, at: isoOf(installedMs) })),
    ),
});

/** `bash.x86_64 1717400000 5.2.26-3.fc44`; older recordings without the version. */
const rowsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const [, name, seconds, version = null] = /^(\S+) (\d+)(?: (\S+))?$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, installedMs: Number(seconds) * 1000, version }];
  });

export const parseRpm = (text: string): RpmPackages => {
  const rows = rowsOf(text);
  const counts = new Map<string, number>();
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (rows.length === 0) throw new Unreadable('failed', text.trim().split('\n')[0] || 'no packages');
  return {
    packages: rows.length,
    newestMs: rows.reduce((newest, { installedMs }) => Math.max(newest, installedMs), 0),
    twice: [...counts].flatMap(([name, count]) => (count > 1 && !MAY_BE_TWICE.test(name) ? [name] : [])),
  };
};

/** Kernels with what belongs to them stay beside each other, and so do keys. */
const MAY_BE_TWICE = /^(kernel|kmod-|akmod-|gpg-pubkey|installonlypkg)|-kmp-|^glibc32/;

/** What needs something that is not installed, by rpm's own check: reads its database, and nothing else. */
export const rpmState = source({
  id: 'packages.rpm-check',
  os: ['linux'],
  cost: 'slow',
  request: {
    kind: 'exec',
    argv: ['rpm', '-Va', '--nofiles', '--nodigest', '--nosignature', '--noscripts'],
    timeoutMs: 20_000,
  },
  parse: ({ stdout, stderr, exitCode }) => parseRpmState(`${stdout}\n${stderr}`, exitCode),
});

export interface RpmState {
  /** `bar is needed by foo-1.0-1.x86_64` */
  readonly unmet: readonly string[];
  /** The database itself is damaged, in rpm's words. */
  readonly damage: string;
}

export const parseRpmState = (text: string, exitCode: number | null): RpmState => {
  const unmet = text.split('\n').flatMap((line) => {
    const found = /^\s+(\S.* (?:is needed by|conflicts with) (?:\(installed\) )?\S+)\s*$/.exec(line);
    return found === null ? [] : [(found[1] ?? '').replace('(installed) ', '')];
  });
  if (/^error: .*(?:Permission denied|Operation not permitted)/m.test(text)) {
    throw new Unreadable('denied', text.trim().split('\n')[0] ?? '');
  }
  const damage =
    /^error: .*(?:rpmdb|Packages|DB_|database disk image is malformed|BDB\d+|damaged).*$/m.exec(text)?.[0] ??
    '';
  if (exitCode === null) throw new Unreadable('failed', 'ended by a signal');
  if (exitCode > 1 && unmet.length === 0 && damage === '') {
    throw new Unreadable('failed', text.trim().split('\n')[0] || `exit ${exitCode}`);
  }
  return { unmet: [...new Set(unmet)], damage };
};

export interface Deployment {
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly builtMs: number | null;
  readonly booted: boolean;
  readonly staged: boolean;
}

/** A system that is replaced as a whole: which image runs, and which waits. */
export const ostreeDeployments = source({
  id: 'packages.rpm-ostree',
  os: ['linux'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['rpm-ostree', 'status', '--json'], timeoutMs: 8000 },
  parse: ({ stdout, stderr, exitCode }) => {
    if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().split('\n')[0] || 'no answer');
    return parseDeployments(stdout);
  },
});

export const parseDeployments = (text: string): readonly Deployment[] => {
  const status = parseJson(text);
  if (!isObject(status) || !Array.isArray(status.deployments))
    throw new Unreadable('unparsable', text.slice(0, 80));
  return listOf(status.deployments).map(({ version, timestamp, booted, staged }) => ({
    version: typeof version === 'string' ? version : '',
    builtMs: typeof timestamp === 'number' ? timestamp * 1000 : null,
    booted: booted === true,
    staged: staged === true,
  }));
};
